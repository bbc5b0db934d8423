"""What the home page shows of the catalog and of other pages, read once a minute and worker, or at once after a change."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from catalog.core.models import District
from catalog.projects.models import Activity
from catalog.signups.models import Signup
from catalog.teams.models import Team
from catalog.volunteers.models import Volunteer
from cms.brands.models import ProjectBrandPage
from cms.campaigns.models import CampaignPage
from cms.campaigns.progress import Progress, progress_of
from home.memo import remember
from home.navigation import projects_path

if TYPE_CHECKING:
    from home.models import HomePage

#: The programme: so many days, each with so many slots, chosen from so many candidates of the next so many days.
DAYS_SHOWN = 3
SLOTS_A_DAY = 3
CANDIDATES_A_DAY = 8
DAYS_READ = 14
BRANDS_SHOWN = 4
YEARS_SHOWN = 4


@dataclass(frozen=True)
class Day:
    """One day of the programme."""

    date: date
    activities: list[Activity]


@dataclass(frozen=True)
class CampaignBand:
    """The campaign that is called for now."""

    page: CampaignPage
    url: str
    progress: Progress


@dataclass(frozen=True)
class Figures:
    """The city in numbers, counted now."""

    teams: int = 0
    projects: int = 0
    volunteers: int = 0
    places_held: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to count yet."""
        return not (self.teams or self.projects or self.volunteers)


@dataclass(frozen=True)
class Sections:
    """Everything on the home page that is not the editor's own words."""

    days: list[Day] = field(default_factory=list)
    campaign: CampaignBand | None = None
    brands: list[tuple[ProjectBrandPage, str]] = field(default_factory=list)
    districts: list[tuple[District, int]] = field(default_factory=list)
    figures: Figures = field(default_factory=Figures)
    years: list[tuple[str, str]] = field(default_factory=list)
    history_url: str = ""


EMPTY = Sections()


def html_of_home(page: "HomePage", request: HttpRequest, context: dict[str, Any]) -> SafeString:
    """The sections of `page` as they are now, drawn. Kept for a minute at most: a sign-up closes by the clock.

    What is kept is the same for everybody: it holds no names, no forms and no addresses of one visitor.
    """
    key = ("home", page.pk, get_language())
    return remember_for_a_minute(key, lambda: draw(context, of_home(page, request)))


def draw(context: dict[str, Any], sections: Sections) -> SafeString:
    """The sections as HTML; `context` is the page's own."""
    names = ("page", "lang_attr", "data_lang_attr")
    given = {name: context[name] for name in names} | {"sections": sections, "projects_url": projects_path()}
    return render_to_string("pages/parts/home_sections.html", given)


def remember_for_a_minute(key: tuple, make: Callable[[], Any]) -> Any:
    """`make()`, once a minute, worker and generation."""
    kept: dict[int, Any] = remember(key, dict)
    minute = int(timezone.now().timestamp() // 60)
    if minute not in kept:
        kept.clear()
        kept[minute] = make()
    return kept[minute]


def of_home(page: "HomePage", request: HttpRequest) -> Sections:
    """The sections of `page` now."""
    history = page.history_page.localized if page.history_page else None
    history = history if history and history.live else None
    return Sections(
        days=next_days(),
        campaign=_campaign(page, request),
        brands=_brands(page),
        districts=_districts(),
        figures=_figures(),
        years=history.highlights(YEARS_SHOWN) if history else [],
        history_url=history.get_url(request) if history else "",
    )


def next_days() -> list[Day]:
    """The next days on which something begins, each with a few activities: those with free places first; two queries."""
    now = timezone.now()
    rows = (
        Activity.objects.open_for_signup(now)
        .filter(starts_at__gt=now, starts_at__lt=now + timedelta(days=DAYS_READ))
        .values_list("pk", "starts_at", "project_id", "project__team_id")
    )
    candidates: dict[date, list[int]] = defaultdict(list)
    seen: set[tuple[date, int]] = set()
    for pk, starts_at, _project_id, team_id in rows:
        day = timezone.localtime(starts_at).date()
        # One activity a team and day, so that the page shows many of them.
        if (day, team_id) in seen or len(candidates[day]) == CANDIDATES_A_DAY:
            continue
        seen.add((day, team_id))
        candidates[day].append(pk)
    days = sorted(candidates)[:DAYS_SHOWN]
    found = Activity.objects.with_facts().with_places().in_bulk([pk for day in days for pk in candidates[day]])
    return [Day(day, _pick([found[pk] for pk in candidates[day]])) for day in days]


def _pick(activities: list[Activity]) -> list[Activity]:
    """A few of a day's activities in the order of the clock; full ones only where nothing else is left."""
    wanted = sorted(activities, key=lambda activity: activity.is_full)[:SLOTS_A_DAY]
    return sorted(wanted, key=lambda activity: (activity.starts_at, activity.pk))


def _campaign(page: "HomePage", request: HttpRequest) -> CampaignBand | None:
    """The pinned campaign while it is live and not over; else the running one, else the next."""
    today = timezone.localdate()
    pages = (
        CampaignPage.objects.descendant_of(page)
        .live()
        .public()
        .filter(end_date__gte=today)
        .order_by("start_date")
        .select_related("locale")
    )
    campaigns = list(pages)
    chosen = next((each for each in campaigns if each.translation_key == _pinned_key(page)), None)
    chosen = chosen or next(iter(campaigns), None)
    if chosen is None:
        return None
    return CampaignBand(chosen, chosen.get_url(request) or "", progress_of(chosen.activities()))


def _pinned_key(page: "HomePage") -> Any:
    return page.campaign.translation_key if page.campaign_id and page.campaign else None


def _brands(page: "HomePage") -> list[tuple[ProjectBrandPage, str]]:
    pages = (
        ProjectBrandPage.objects.descendant_of(page)
        .live()
        .public()
        .select_related("project_brand", "hero_image", "locale")
        .order_by("project_brand__order", "title")[:BRANDS_SHOWN]
    )
    return [(each, each.get_url() or "") for each in pages]


def _districts() -> list[tuple[District, int]]:
    """Each district with its number of projects that have dates ahead; two queries."""
    rows = Activity.objects.upcoming().order_by().values("district_id").annotate(n=Count("project_id", distinct=True))
    counts = {row["district_id"]: row["n"] for row in rows}
    return [(district, counts.get(district.pk, 0)) for district in District.objects.all()]


def _figures() -> Figures:
    """Four counts."""
    return Figures(
        teams=Team.objects.active().count(),
        projects=Activity.objects.upcoming().order_by().aggregate(n=Count("project_id", distinct=True))["n"],
        volunteers=Volunteer.objects.filter(Q(user__is_active=True)).count(),
        places_held=Signup.objects.holding().count(),
    )
