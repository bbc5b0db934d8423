"""Reads that the public page of a project needs, each with a fixed number of queries whatever there is to show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Count, Q, QuerySet, Window
from django.http import Http404

from catalog.core.models import PUBLIC_ID_LENGTH, City, PublicIdModel
from catalog.projects.enums import ProjectState, RecruitmentStatus
from catalog.projects.models import Activity, Project
from catalog.teams.models import Team

Row = TypeVar("Row", bound=PublicIdModel)

#: The most coming activities that a page, its structured data and a calendar hold.
MOST_ACTIVITIES = 60
MOST_IN_CALENDAR = 500
MOST_RELATED = 3
#: How many coming activities are looked through for projects of the same kind, the soonest first.
MOST_KIN = 400

#: What a project is called when its activities are called so, the best for a newcomer first.
STATUS_ORDER = (
    RecruitmentStatus.RECRUITING,
    RecruitmentStatus.FULL,
    RecruitmentStatus.NOT_YET_OPEN,
    RecruitmentStatus.RUNNING,
    RecruitmentStatus.CLOSED,
)


@dataclass(frozen=True)
class Past:
    """What a project has already held: how many activities, and the last of them."""

    count: int
    last: Activity | None


def project_get(public_id: str) -> Project:
    """The project with everything that its page says of it. Raises Http404."""
    return _one(
        Project.objects.with_facts()
        .select_related("brand__image", "field__image", "team__image", "team__district")
        .prefetch_related("audiences"),
        public_id,
    )


def team_get(public_id: str) -> Team:
    """The team. Raises Http404."""
    return _one(Team.objects.all(), public_id)


def activity_get(project: Project, public_id: str) -> Activity:
    """The activity of `project`. Raises Http404."""
    return _one(project.activities.all(), public_id)


def _one(queryset: QuerySet[Row], public_id: str) -> Row:
    if len(public_id) != PUBLIC_ID_LENGTH or not public_id.isascii():
        raise Http404
    row = queryset.filter(public_id=public_id).first()
    if row is None:
        raise Http404
    return row


def coming_activities(project: Project, now: datetime) -> list[Activity]:
    """The activities of `project` that have not ended, next first, with places; cancelled ones too, as people planned for them."""
    return list(
        project.activities.filter(ends_at__gt=now)
        .select_related("district")
        .with_places()
        .order_by("starts_at", "id")[:MOST_ACTIVITIES]
    )


def calendar_activities(project: Project, now: datetime) -> list[Activity]:
    """The activities that a calendar of `project` holds: those that have not ended, cancelled ones too."""
    return list(project.activities.filter(ends_at__gt=now).order_by("starts_at", "id")[:MOST_IN_CALENDAR])


def team_calendar_activities(team: Team, now: datetime) -> list[Activity]:
    """The activities that a calendar of `team` holds: of all its public projects those that have not ended."""
    return list(
        Activity.objects.public()
        .filter(project__team=team, ends_at__gt=now)
        .select_related("project")
        .order_by("starts_at", "id")[:MOST_IN_CALENDAR]
    )


def past_of(project: Project, now: datetime) -> Past:
    """What `project` has held until `now`."""
    last = (
        project.activities.scheduled()
        .filter(ends_at__lte=now)
        .select_related("district")
        .annotate(total=Window(Count("id")))
        .order_by("-starts_at", "-id")
        .first()
    )
    return Past(last.total, last) if last else Past(0, None)


def project_status(project: Project, activities: Iterable[Activity], now: datetime) -> RecruitmentStatus:
    """What a citizen sees of `project`, from its coming `activities` (with places)."""
    if project.state == ProjectState.CANCELLED:
        return RecruitmentStatus.CANCELLED
    if project.state == ProjectState.FINISHED:
        return RecruitmentStatus.OVER
    found = {activity.status_at(now) for activity in activities}
    return next((status for status in STATUS_ORDER if status in found), RecruitmentStatus.OVER)


def related_projects(project: Project, district_ids: set[int], now: datetime) -> list[tuple[Project, Activity]]:
    """Other projects that still take place, each with its next activity: same brand before field before district."""
    kin = Q(district__in=district_ids)
    if project.brand_id:
        kin |= Q(project__brand=project.brand_id)
    if project.field_id:
        kin |= Q(project__field=project.field_id)
    coming = (
        Activity.objects.upcoming(now)
        .filter(kin, starts_at__gt=now)
        .exclude(project=project.pk)
        .values_list("pk", "project_id", "project__brand_id", "project__field_id", "district_id")[:MOST_KIN]
    )
    # The first row of a project is its next activity; a sort keeps the order of those that are equally near.
    nearest: dict[int, tuple[int, int]] = {}
    for pk, project_id, brand_id, field_id, district_id in coming:
        same_brand = brand_id is not None and brand_id == project.brand_id
        kinship = 4 * same_brand + 2 * (field_id == project.field_id) + (district_id in district_ids)
        nearest.setdefault(project_id, (kinship, pk))
    chosen = [pk for _kinship, pk in sorted(nearest.values(), key=lambda each: -each[0])[:MOST_RELATED]]
    activities = Activity.objects.filter(pk__in=chosen).with_facts().with_places()
    return [(each.project, each) for each in sorted(activities, key=lambda each: chosen.index(each.pk))]


def city_name() -> str:
    """The city's name, for addresses that leave the site."""
    return City.objects.values_list("name", flat=True).first() or City().name
