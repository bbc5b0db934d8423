"""What the public page of a project says, put into words and parts before a template sees it."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from urllib.parse import urlsplit

from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from catalog.core import links, maps
from catalog.core.templatetags.catalog_ui import day_date
from catalog.projects import pictures, selectors
from catalog.projects.enums import ActivityState, ProjectState, RecruitmentStatus, SignupMethod
from catalog.projects.models import Activity, Project
from catalog.projects.rhythm import Rhythm, find_rhythm
from catalog.projects.selectors import Past

#: Activities that are shown at once; the others are folded away.
SHOWN_AT_ONCE = 6

PHONE = re.compile(r"\+?[\d\s()（）-]{5,}((转|,|，)\s*\d+)?")


@dataclass(frozen=True)
class Session:
    """One row of 选一个场次: a button (`url`), or in its place the words that say why there is none (`reason`).

    `note` says until when, or from when, people can sign up; `place` is empty where all rows meet at the same one.
    """

    activity: Activity
    status: RecruitmentStatus
    note: str
    place: str = ""
    url: str = ""
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody can sign up or join the line now."""
        return self.status in (RecruitmentStatus.RECRUITING, RecruitmentStatus.FULL)

    @property
    def is_full(self) -> bool:
        """Whether a newcomer joins the line."""
        return self.status == RecruitmentStatus.FULL

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.status == RecruitmentStatus.CANCELLED


@dataclass(frozen=True)
class ExternalSite:
    """Where an external sign-up leads, and the host that the visitor is told before."""

    url: str
    host: str


@dataclass
class ProjectPage:
    """A project as a page shows it at `now`. Reads happen once each, when they are asked for."""

    project: Project
    now: datetime
    activities: list[Activity] = field(init=False)

    def __post_init__(self) -> None:
        self.activities = selectors.coming_activities(self.project, self.now)

    @cached_property
    def scheduled(self) -> list[Activity]:
        """The coming activities that take place."""
        if self.is_over:
            return []
        return [each for each in self.activities if each.state == ActivityState.SCHEDULED]

    @property
    def is_over(self) -> bool:
        """Whether the project itself has ended: finished or cancelled."""
        return self.project.state in (ProjectState.FINISHED, ProjectState.CANCELLED)

    @cached_property
    def status(self) -> RecruitmentStatus:
        """What a citizen sees of the project."""
        return selectors.project_status(self.project, self.activities, self.now)

    @property
    def is_open(self) -> bool:
        """Whether there is an activity for which somebody can sign up or wait now."""
        return self.status in (RecruitmentStatus.RECRUITING, RecruitmentStatus.FULL)

    @cached_property
    def past(self) -> Past:
        """What it has held."""
        return selectors.past_of(self.project, self.now)

    # ---------- when, where, how many

    @cached_property
    def rhythm(self) -> Rhythm | None:
        """The rule that all coming activities follow, if they do."""
        return find_rhythm(self.scheduled)

    @cached_property
    def ahead(self) -> list[Activity]:
        """The coming activities that have not begun; when there is none, the one that is running."""
        return [each for each in self.scheduled if each.starts_at > self.now] or self.scheduled[:1]

    @property
    def next(self) -> Activity | None:
        """The next activity that takes place."""
        return self.ahead[0] if self.ahead else None

    @cached_property
    def here(self) -> Activity | None:
        """The activity whose place stands for the project: the next, else the last that was held, else one that never was."""
        if self.next:
            return self.next
        return self.past.last or (self.activities[0] if self.activities else None)

    @property
    def later(self) -> list[Activity]:
        """The first ones of the two days after that, for a page that can't say a rule."""
        by_day: dict[date, Activity] = {}
        for each in self.ahead:
            by_day.setdefault(localtime(each.starts_at).date(), each)
        return list(by_day.values())[1:3]

    @cached_property
    def has_one_place(self) -> bool:
        """Whether all coming activities meet at the same place."""
        return len({(each.place_name, each.address) for each in self.scheduled}) < 2

    @cached_property
    def counts_places(self) -> bool:
        """Whether this site knows how many places are left: only where people sign up here."""
        return self.project.signup_method == SignupMethod.FORM

    @cached_property
    def nearest(self) -> Session | None:
        """The session that the page offers first: the next with a free place, else the next with a line."""
        rows = self.sessions
        return next((row for row in rows if row.status == RecruitmentStatus.RECRUITING), None) or next(
            (row for row in rows if row.is_open), None
        )

    @property
    def capacities(self) -> tuple[int, int] | None:
        """The smallest and the largest number wanted in the coming activities."""
        wanted = [each.capacity for each in self.scheduled]
        return (min(wanted), max(wanted)) if wanted else None

    @property
    def map_links(self) -> list[maps.MapLink]:
        """Links that open a map app at the next meeting place."""
        here = self.next
        return maps.links(here.latitude, here.longitude, here.place_name) if here else []

    # ---------- sessions and sign-up

    @cached_property
    def sessions(self) -> list[Session]:
        """All coming activities as rows; none when the project is over."""
        return [] if self.is_over else [self._session(each) for each in self.activities]

    @property
    def first_sessions(self) -> list[Session]:
        """Those shown at once."""
        return self.sessions[:SHOWN_AT_ONCE]

    @property
    def more_sessions(self) -> list[Session]:
        """Those folded away."""
        return self.sessions[SHOWN_AT_ONCE:]

    @property
    def is_cut(self) -> bool:
        """Whether later activities may exist that the page does not list."""
        return len(self.activities) == selectors.MOST_ACTIVITIES

    @cached_property
    def external(self) -> ExternalSite | None:
        """The other site on which people sign up; None unless it is a plain http(s) address."""
        if self.project.signup_method != SignupMethod.EXTERNAL:
            return None
        return external_site(self.project.external_url)

    @property
    def instruction_lines(self) -> list[str]:
        """How to sign up by phone or in person, a paragraph each."""
        if self.project.signup_method != SignupMethod.OFFLINE:
            return []
        return [line.strip() for line in self.project.offline_instructions.splitlines() if line.strip()]

    @property
    def phone_url(self) -> str:
        """The contact's number as a `tel:` link."""
        return phone_url(self.project.contact_phone)

    def _session(self, activity: Activity) -> Session:
        status = activity.status_at(self.now)
        is_open = status in (RecruitmentStatus.RECRUITING, RecruitmentStatus.FULL)
        url, reason = "", "" if is_open else str(status.label)
        if self.project.state != ProjectState.PUBLISHED:
            reason = reason or _("发布后开放")
        elif is_open and self.counts_places:
            url = activity.get_signup_url()
        place = "" if self.has_one_place else activity.place_name
        return Session(activity, status, _window_note(activity, status), place=place, url=url, reason=reason)

    # ---------- around it

    @cached_property
    def picture(self) -> pictures.Picture | None:
        """The picture at the head."""
        return pictures.picture_of(self.project)

    @cached_property
    def crest(self) -> pictures.Picture | None:
        """The team's crest."""
        return pictures.crest_of(self.project)

    @cached_property
    def team_url(self) -> str:
        """The team's brand page, "" when it has none."""
        return links.address("team", self.project.team_id)

    @cached_property
    def brand_url(self) -> str:
        """The brand's page, "" when it has none."""
        return links.address("project_brand", self.project.brand_id)

    @cached_property
    def related(self) -> list[tuple[Project, Activity]]:
        """Projects of the same kind, each with its next activity."""
        districts = {each.district_id for each in self.scheduled}
        return selectors.related_projects(self.project, districts, self.now)


def _window_note(activity: Activity, status: RecruitmentStatus) -> str:
    if status == RecruitmentStatus.NOT_YET_OPEN and activity.signup_opens_at:
        return _("%(time)s 开始报名") % {"time": moment(activity.signup_opens_at)}
    if status in (RecruitmentStatus.RECRUITING, RecruitmentStatus.FULL):
        return _("截止 %(time)s") % {"time": moment(activity.signup_closes_at)}
    return ""


def external_site(url: str) -> ExternalSite | None:
    """The address with its host as it is sent (punycode, so that no letter can pass for another); None unless it is http(s)."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError:  # also UnicodeError
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    return ExternalSite(parts.geturl(), host)


def phone_url(number: str) -> str:
    """`number` as a `tel:` link, with its extension; "" for what is no number to dial, such as one with hidden digits."""
    number = number.strip()
    if not PHONE.fullmatch(number):
        return ""
    main, _separator, extension = re.sub(r"转|，", ",", number).partition(",")
    digits = "".join(each for each in main if each.isdigit() or each == "+")
    extension = extension.strip()
    return f"tel:{digits},{extension}" if extension else f"tel:{digits}"


def moment(at: datetime) -> str:
    """12月6日 周日 18:00."""
    return f"{day_date(at)} {date_format(localtime(at), 'H:i')}"
