"""Projects of the catalog as pages show them: a query, and rows with the next activity of each. Nothing here is stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber

from catalog.core.models import city_zone
from catalog.projects.enums import PUBLIC_STATES, ProjectState
from catalog.projects.models import Activity, Project
from catalog.projects.querysets import ActivityQuerySet


def day_start(day: date) -> datetime:
    """The moment at which `day` begins in the city."""
    return datetime.combine(day, time.min, tzinfo=city_zone())


def day_end(day: date) -> datetime:
    """The last moment of `day` in the city."""
    return datetime.combine(day, time.max, tzinfo=city_zone())


@dataclass(frozen=True)
class ProjectQuery:
    """Conditions on activities and their projects: all that are given must hold, of several values in one list any."""

    fields: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    team_id: int | None = None
    words: tuple[str, ...] = ()
    from_date: date | None = None
    to_date: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing, and so would match everything."""
        return self == ProjectQuery()

    def condition(self) -> Q:
        """The query as a condition on Activity: one single activity must satisfy all of it."""
        parts = Q()
        if self.fields:
            parts &= Q(project__field__slug__in=self.fields)
        if self.districts:
            parts &= Q(district__slug__in=self.districts)
        if self.brands:
            parts &= Q(project__brand__slug__in=self.brands)
        if self.team_id:
            parts &= Q(project__team_id=self.team_id)
        if self.words:
            any_word = Q()
            for word in self.words:
                any_word |= Q(project__title__icontains=word) | Q(project__summary__icontains=word)
            parts &= any_word
        if self.from_date:
            parts &= Q(starts_at__gte=day_start(self.from_date))
        if self.to_date:
            parts &= Q(starts_at__lte=day_end(self.to_date))
        return parts


@dataclass(frozen=True)
class ProjectRow:
    """One line of a list of projects: the project, its next activity with places (None: no date ahead), whether it is over."""

    project: Project
    activity: Activity | None
    is_over: bool = False


def next_activities(activities: ActivityQuerySet, *, limit: int | None = None) -> list[Activity]:
    """The first of `activities` of each project, soonest first, with places and facts; one query for any number."""
    ranked = activities.annotate(
        rank=Window(RowNumber(), partition_by=F("project_id"), order_by=[F("starts_at").asc(), F("id").asc()])
    )
    firsts = ranked.filter(rank=1).order_by("starts_at", "id").values("pk")
    found = Activity.objects.filter(pk__in=firsts[:limit] if limit else firsts)
    return list(found.with_facts().with_places().order_by("starts_at", "id"))


def rows_by_query(query: ProjectQuery, *, limit: int) -> list[ProjectRow]:
    """Projects with an activity ahead that satisfies `query`, soonest first; one query."""
    activities = next_activities(Activity.objects.upcoming().filter(query.condition()), limit=limit)
    return [ProjectRow(activity.project, activity) for activity in activities]


def rows_of(pks: Iterable[int]) -> list[ProjectRow]:
    """Those projects of `pks` that everybody may read, in the given order; two queries."""
    order = list(dict.fromkeys(pks))
    projects = Project.objects.filter(pk__in=order, state__in=PUBLIC_STATES).with_facts().in_bulk()
    coming = {
        activity.project_id: activity
        for activity in next_activities(Activity.objects.upcoming().filter(project_id__in=list(projects)))
    }
    return [
        ProjectRow(projects[pk], coming.get(pk), is_over=projects[pk].state != ProjectState.PUBLISHED)
        for pk in order
        if pk in projects
    ]
