"""How many people come to what: full activities with a line, almost full ones, empty ones, and the volunteer who can log in."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from catalog.projects.enums import ActivityState, ProjectState
from catalog.projects.models import Activity
from home.demo.loading.made import Made
from home.demo.loading.plans import FIRST_PROJECT, Plan

#: Shares of the coming activities: full with a line, one or two places left, nobody yet.
FULL, ALMOST, EMPTY = 0.07, 0.16, 0.26
#: Further ahead than this nothing is full.
FULL_WITHIN_DAYS = 28
#: What the volunteer with a log-in runs with, besides helping with homework.
RUN = "晨跑领跑与拉伸：带新来的人跑 3 公里"
#: The line in which the volunteer stands can still move for so many days.
WAITING_DAYS = 3


class Part(Enum):
    """What the volunteer with a log-in has to do with an activity."""

    CONFIRMED = "confirmed"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"


@dataclass
class Turnout:
    """How many hold a place in an activity, wait, or withdrew; `own_part` is that of the volunteer with a log-in."""

    plan: Plan
    activity: Activity
    confirmed: int = 0
    waiting: int = 0
    withdrawn: int = 0
    own_part: Part | None = None

    @property
    def people(self) -> int:
        """All of them."""
        return self.confirmed + self.waiting + self.withdrawn

    def is_ahead(self, now: datetime) -> bool:
        """Whether it takes place and has not begun."""
        return self.activity.starts_at > now and self.activity.state == ActivityState.SCHEDULED


def make_turnouts(made: Made) -> list[Turnout]:
    """One for each activity for which people could sign up on this site so far."""
    dice = made.dice("turnout")
    turnouts = [
        _turnout(plan, activity, made.now, dice)
        for plan in made.plans
        for activity in made.activities[plan.title]
        if _took_signups(plan, activity, made.now)
    ]
    _own_signups(turnouts, made.now)
    return turnouts


def _took_signups(plan: Plan, activity: Activity, now: datetime) -> bool:
    if not plan.has_form or plan.state in (ProjectState.DRAFT, ProjectState.IN_REVIEW):
        return False
    if plan.state == ProjectState.WITHDRAWN and activity.starts_at > now:
        return False
    return activity.signup_opens_at is None or activity.signup_opens_at <= now


def _turnout(plan: Plan, activity: Activity, now: datetime, dice: random.Random) -> Turnout:
    capacity = activity.capacity
    turnout = Turnout(plan, activity, withdrawn=dice.choice((0, 0, 0, 0, 0, 1, 1, 2)))
    if activity.starts_at <= now:
        share = 0.4 + 0.6 * plan.liking + dice.uniform(-0.2, 0.25)
        turnout.confirmed = _part_of(capacity, share)
        return turnout
    days = (activity.starts_at - now).days
    turnout.confirmed = _part_of(capacity, plan.liking * (1.15 - days / 45) * dice.uniform(0.5, 1.2))
    if plan.title == FIRST_PROJECT:
        turnout.confirmed = min(max(turnout.confirmed, 1), capacity - 2)
    elif days < FULL_WITHIN_DAYS:
        luck = dice.random()
        if luck < FULL:
            turnout.confirmed, turnout.waiting = capacity, dice.randint(1, 5)
        elif luck < ALMOST:
            turnout.confirmed = max(capacity - dice.randint(1, 2), 0)
        elif luck < EMPTY:
            turnout.confirmed = turnout.withdrawn = 0
    return turnout


def _part_of(capacity: int, share: float) -> int:
    return min(max(round(capacity * share), 0), capacity)


def _own_signups(turnouts: list[Turnout], now: datetime) -> None:
    """Give the volunteer with a log-in two dates ahead, a place in a line, two dates that are over, and one withdrawn."""
    ahead = sorted((each for each in turnouts if each.is_ahead(now)), key=lambda each: each.activity.starts_at)
    over = sorted((each for each in turnouts if each.activity.ends_at <= now), key=lambda each: each.activity.starts_at)
    for title in (FIRST_PROJECT, RUN):
        _take_part(ahead, Part.CONFIRMED, lambda each, title=title: each.plan.title == title and not each.waiting)
    in_time = now + timedelta(days=WAITING_DAYS)
    _take_part(ahead, Part.WAITING, lambda each: each.waiting >= 2 and each.activity.starts_at > in_time)
    _take_part(ahead, Part.WITHDRAWN, lambda each: each.plan.notice.team.slug == "zhuimeng" and not each.waiting)
    for title in (RUN, FIRST_PROJECT):
        _take_part(over[::-1], Part.CONFIRMED, lambda each, title=title: each.plan.title == title)


def _take_part(turnouts: Iterable[Turnout], part: Part, suits: Callable[[Turnout], bool]) -> None:
    """Let the volunteer play `part` in the first that suits."""
    chosen = next((each for each in turnouts if each.own_part is None and suits(each)), None)
    if chosen is None:
        return
    chosen.own_part = part
    if part == Part.CONFIRMED:
        chosen.confirmed = max(chosen.confirmed, 1)
    elif part == Part.WITHDRAWN:
        chosen.withdrawn = max(chosen.withdrawn, 1)
