"""What every project will look like before it is written: its sessions, its state, the day on which it was published."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from catalog.core.models import city_zone
from catalog.projects.enums import ProjectState
from home.demo.content.notices import Notice, notices
from home.demo.content.pages import CAMPAIGNS, STORIES
from home.demo.content.shapes import Pattern, SignupKind
from home.demo.loading.dates import campaign_days, days_of
from home.demo.loading.made import Made

#: The team whose leader has a log-in: some of its projects wait for the leader and for the editor.
LEADERS_TEAM = "zhuxue"
#: The project with which a newcomer begins: there are always places in its next sessions.
FIRST_PROJECT = "四点半学校：放学后作业陪伴"

#: How many projects are in a state that doesn't follow from their dates.
UNUSUAL = {
    ProjectState.CANCELLED: 4,
    ProjectState.WITHDRAWN: 3,
    ProjectState.DRAFT: 5,
    ProjectState.IN_REVIEW: 6,
}
REGULAR = {Pattern.WEEKLY, Pattern.BIWEEKLY, Pattern.MONTHLY}
#: Of the projects that happen once, every so many has happened.
ONCE_OVER_EVERY = 4
#: Sign-up for what lies further ahead opens so many days before, that for a holiday earlier.
OPENS_DAYS, OPENS_DAYS_HOLIDAY = 30, 45


@dataclass
class Session:
    """One activity to be."""

    starts_at: datetime
    ends_at: datetime
    capacity: int
    opens_at: datetime | None
    closes_at: datetime
    is_cancelled: bool = False


@dataclass
class Plan:
    """One project to be."""

    notice: Notice
    sessions: list[Session]
    state: ProjectState = ProjectState.PUBLISHED
    published_at: datetime | None = None
    #: How liked it is, 0 to 1: how soon its places are taken.
    liking: float = field(default=0.5)

    @property
    def title(self) -> str:
        """The project's."""
        return self.notice.title

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it."""
        return self.state in (ProjectState.PUBLISHED, ProjectState.FINISHED, ProjectState.CANCELLED)

    @property
    def has_form(self) -> bool:
        """Whether people sign up on this site."""
        return self.notice.signup.kind == SignupKind.FORM

    def coming(self, now: datetime) -> list[Session]:
        """The sessions that take place and have not begun."""
        return [session for session in self.sessions if session.starts_at > now and not session.is_cancelled]


def make_plans(made: Made) -> list[Plan]:
    """All projects as they will be, in the order of the content."""
    dice = made.dice("plans")
    years = {
        each.slug: campaign_days(each.holiday, made.today, before=each.days_before, after=each.days_after)[1].year
        for each in CAMPAIGNS
    }
    plans = []
    for number, notice in enumerate(notices()):
        days = _days(notice, made.today, number, years.get(notice.template.campaign))
        plan = Plan(notice, _sessions(notice, days, made.now, dice), liking=dice.betavariate(2.2, 1.6))
        if all(session.ends_at <= made.now for session in plan.sessions):
            plan.state = ProjectState.FINISHED
        plans.append(plan)
    _unusual_states(plans, made)
    for plan in plans:
        plan.published_at = _published_at(plan, made.now, dice)
    _cancel_some(plans, made)
    _close_one_soon(plans, made.now)
    return plans


def _days(notice: Notice, today: date, number: int, year: int | None) -> list[date]:
    """The days of a project; a few of those that happen once have happened."""
    schedule = notice.schedule
    days = days_of(schedule, today, phase=number % 2, year=year)
    if schedule.pattern == Pattern.ONCE and not schedule.months and number % ONCE_OVER_EVERY == 0:
        weeks_back = timedelta(weeks=1 + 2 * ((days[0] - today).days // 7))
        return [day - weeks_back for day in days]
    return days


def _sessions(notice: Notice, days: Iterable[date], now: datetime, dice: random.Random) -> list[Session]:
    """Every shift of every day, with one number wanted for the whole project and one habit of closing the sign-up."""
    capacity = dice.randint(*notice.capacity)
    hours_before = dice.choice((2, 3, 12, 20, 24))
    opens_days = OPENS_DAYS_HOLIDAY if notice.schedule.pattern == Pattern.HOLIDAY else OPENS_DAYS
    sessions = []
    for day in days:
        for start in notice.schedule.starts:
            starts_at = datetime.combine(day, start, tzinfo=city_zone())
            opens_at = datetime.combine(day - timedelta(days=opens_days), time(9), tzinfo=city_zone())
            sessions.append(
                Session(
                    starts_at=starts_at,
                    ends_at=starts_at + timedelta(minutes=notice.schedule.minutes),
                    capacity=capacity,
                    opens_at=opens_at if opens_at > now else None,
                    closes_at=_closes_at(starts_at, hours_before),
                )
            )
    return sessions


def _closes_at(starts_at: datetime, hours_before: int) -> datetime:
    """Some hours before, or at six in the evening of the day before."""
    if hours_before < 20:
        return starts_at - timedelta(hours=hours_before)
    evening = datetime.combine(starts_at.date() - timedelta(days=1), time(18), tzinfo=city_zone())
    return evening if hours_before == 20 else starts_at - timedelta(hours=hours_before)


def _unusual_states(plans: list[Plan], made: Made) -> None:
    """A few projects are not out yet, or not any more: none that a story or a campaign leads to, none of a brand."""
    told = {title for story in STORIES for title in story.projects}
    free = [
        plan
        for plan in plans
        if plan.state == ProjectState.PUBLISHED
        and plan.has_form
        and plan.notice.schedule.pattern in REGULAR
        and not plan.notice.schedule.months
        and plan.title not in told
        and not plan.notice.template.campaign
    ]
    dice = made.dice("states")
    others = [plan for plan in free if not plan.notice.template.brand and plan.notice.team.slug != LEADERS_TEAM]
    own = dice.sample([plan for plan in free if plan.notice.team.slug == LEADERS_TEAM], 2)
    own[0].state, own[1].state = ProjectState.DRAFT, ProjectState.IN_REVIEW
    drawn = iter(dice.sample(others, sum(UNUSUAL.values())))
    for state, count in UNUSUAL.items():
        for _turn in range(count):
            next(drawn).state = state


def _published_at(plan: Plan, now: datetime, dice: random.Random) -> datetime | None:
    """Some days before its first session, and before now; None for what was never published."""
    if plan.state in (ProjectState.DRAFT, ProjectState.IN_REVIEW):
        return None
    before = timedelta(days=dice.randint(9, 40), minutes=dice.randint(0, 600))
    first = min(session.starts_at for session in plan.sessions)
    if first < now:
        return _in_working_hours(first - before, dice)
    opens = [session.opens_at for session in plan.sessions if session.opens_at]
    # What opens later was announced a while ago; the others are as new as their dates are near.
    return _in_working_hours(now - (before if opens else timedelta(days=dice.uniform(1, 20))), dice)


def _in_working_hours(moment: datetime, dice: random.Random) -> datetime:
    """Some time on the day before `moment`, when somebody sits at the city's desk."""
    day = moment.astimezone(city_zone()).date() - timedelta(days=1)
    return datetime.combine(day, time(dice.randint(9, 17), dice.randint(0, 59)), tzinfo=city_zone())


def _cancel_some(plans: list[Plan], made: Made) -> None:
    """Everything ahead of a cancelled project, and here and there one session of another."""
    dice = made.dice("cancelled sessions")
    for plan in plans:
        ahead = [session for session in plan.sessions if session.starts_at > made.now]
        if plan.state == ProjectState.CANCELLED:
            for session in ahead:
                session.is_cancelled = True
        is_regular = plan.notice.schedule.pattern in REGULAR and len(ahead) > 2 and plan.title != FIRST_PROJECT
        if plan.state == ProjectState.PUBLISHED and is_regular and dice.random() < 0.05:
            ahead[dice.randrange(1, len(ahead))].is_cancelled = True


def _close_one_soon(plans: list[Plan], now: datetime) -> None:
    """Sign-up for one session of tomorrow closes in a few hours."""
    closes_at = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=5)
    for plan in plans:
        if plan.state != ProjectState.PUBLISHED or not plan.has_form or plan.title == FIRST_PROJECT:
            continue
        for session in plan.sessions:
            if closes_at < session.starts_at < now + timedelta(days=3) and not session.is_cancelled:
                session.closes_at = closes_at
                return
