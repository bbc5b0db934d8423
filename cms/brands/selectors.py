"""What brand pages read from the catalog. Counted when somebody looks, never stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Sum
from django.http import HttpRequest
from django.utils import timezone

from catalog.core import links
from catalog.projects.enums import PUBLIC_STATES, SignupMethod
from catalog.projects.models import Activity
from catalog.teams.models import Membership, Team
from cms.core.projects import ProjectRow, day_start

#: How many activities a brand page reads, shows as sessions, and how many projects it lists.
ACTIVITIES_READ = 80
ACTIVITIES_SHOWN = 5
PROJECTS_SHOWN = 8


@dataclass(frozen=True)
class Session:
    """One coming activity with where its button leads: the sign-up on this site, or the project's page."""

    activity: Activity

    @property
    def is_open(self) -> bool:
        """Whether somebody can sign up or join the line now."""
        return self.activity.takes_signups

    @property
    def counts_places(self) -> bool:
        """Whether this site knows how many places are left: only where people sign up here."""
        return self.activity.project.signup_method == SignupMethod.FORM

    @property
    def project_url(self) -> str:
        """The page of its project."""
        return self.activity.project.get_absolute_url()

    @property
    def signup_url(self) -> str:
        """Where people sign up; "" when they can't now, or not on this site."""
        return self.activity.get_signup_url() if self.is_open and self.counts_places else ""


@dataclass(frozen=True)
class TeamFigures:
    """What a team did: current members; activities of this year that took place, and the people who came to them."""

    members: int
    activities: int
    people: int
    year: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell yet."""
        return not (self.members or self.activities or self.people)


def coming_activities(*, team_id: int | None = None, brand_id: int | None = None) -> list[Activity]:
    """The coming activities of a team or of a project brand, with places and facts, soonest first; one query."""
    activities = Activity.objects.upcoming()
    activities = activities.filter(project__team_id=team_id) if team_id else activities
    activities = activities.filter(project__brand_id=brand_id) if brand_id else activities
    return list(activities.with_facts().with_places()[:ACTIVITIES_READ])


def project_rows(activities: Iterable[Activity]) -> list[ProjectRow]:
    """The projects of `activities` (soonest first), each once with its next activity; no query."""
    firsts: dict[int, ProjectRow] = {}
    for activity in activities:
        firsts.setdefault(activity.project_id, ProjectRow(activity.project, activity))
    return list(firsts.values())[:PROJECTS_SHOWN]


def teams_of(activities: Iterable[Activity]) -> list[tuple[Team, str]]:
    """The teams that run `activities`, each once, with the address of its page ("" without one); one query."""
    teams = list({activity.project.team_id: activity.project.team for activity in activities}.values())
    urls = links.addresses("team", [team.pk for team in teams])
    return [(team, urls.get(team.pk, "")) for team in teams]


def team_figures(team_id: int) -> TeamFigures:
    """The figures of one team now; two queries."""
    now = timezone.now()
    year = timezone.localdate().year
    held = (
        Activity.objects.scheduled()
        .filter(
            project__team_id=team_id,
            project__state__in=PUBLIC_STATES,
            ends_at__lte=now,
            starts_at__gte=day_start(date(year, 1, 1)),
        )
        .with_places()
        .aggregate(activities=Count("pk"), people=Sum("held"))
    )
    members = Membership.objects.current().filter(team_id=team_id).count()
    return TeamFigures(members, held["activities"], held["people"] or 0, year)


def dates_ahead(team_ids: list[int]) -> dict[int, int]:
    """How many activities each team has ahead; one query."""
    rows = (
        Activity.objects.upcoming()
        .filter(project__team_id__in=team_ids)
        .order_by()
        .values("project__team_id")
        .annotate(n=Count("pk"))
    )
    return {row["project__team_id"]: row["n"] for row in rows}


def projects_ahead_by_brand(brand_ids: list[int]) -> dict[int, int]:
    """How many projects with dates ahead each brand has; one query."""
    rows = (
        Activity.objects.upcoming()
        .filter(project__brand_id__in=brand_ids)
        .order_by()
        .values("project__brand_id")
        .annotate(n=Count("project_id", distinct=True))
    )
    return {row["project__brand_id"]: row["n"] for row in rows}


def organization_facts(page: Any, request: HttpRequest) -> dict[str, Any]:
    """schema.org's Organization of a team, as far as everybody may know it."""
    team = page.team
    return {
        "@type": "Organization",
        "name": team.name,
        "url": page.get_full_url(request),
        "description": page.lead_text,
        "foundingDate": str(team.founded_year or ""),
        "telephone": team.contact_phone,
        "areaServed": team.district.name if team.district else "",
    }
