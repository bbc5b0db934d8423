"""Whether the dates of a project follow a rule, so that a page may say 每周一、三、五 instead of a list of dates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from catalog.projects.models import Activity

#: A rule is believed when it is seen this often, and on each of its weekdays twice.
LEAST_DAYS = 3
LEAST_EACH = 2
#: More shifts a day than this are no sentence that anybody reads.
MOST_SHIFTS = 3

Shift = tuple[time, time]


@dataclass(frozen=True)
class Rhythm:
    """The same shifts on the same weekdays, every `weeks` weeks from `first` to `last`, without a gap. Monday is 0."""

    weekdays: tuple[int, ...]
    shifts: tuple[Shift, ...]
    weeks: int
    first: date
    last: date

    @property
    def days_label(self) -> str:
        """每周一、三、五; 每天; 隔周周六."""
        if len(self.weekdays) == 7:
            return _("每天")
        names = weekday_names()
        if self.weeks == 2:
            return _("隔周周%(days)s") % {"days": names[self.weekdays[0]]}
        days = pgettext("between weekdays", "、").join(names[day] for day in self.weekdays)
        return _("每周%(days)s") % {"days": days}

    @property
    def hours_label(self) -> str:
        """16:30–18:30, or all shifts of a day."""
        return _("，").join(f"{start:%H:%M}–{end:%H:%M}" for start, end in self.shifts)


def weekday_names() -> tuple[str, ...]:
    """The weekdays as they stand after 每周, Monday first."""
    return (
        pgettext("weekday after 每周", "一"),
        pgettext("weekday after 每周", "二"),
        pgettext("weekday after 每周", "三"),
        pgettext("weekday after 每周", "四"),
        pgettext("weekday after 每周", "五"),
        pgettext("weekday after 每周", "六"),
        pgettext("weekday after 每周", "日"),
    )


def find_rhythm(activities: Iterable[Activity]) -> Rhythm | None:
    """The rule that all of `activities` agree with, in the city's zone; None when there is the least exception."""
    days = _shifts_by_day(activities)
    if days is None or len(days) < LEAST_DAYS:
        return None
    shifts = next(iter(days.values()))
    if len(shifts) > MOST_SHIFTS or any(other != shifts for other in days.values()):
        return None
    dates = sorted(days)
    weekdays = tuple(sorted({day.weekday() for day in dates}))
    if any(sum(day.weekday() == weekday for day in dates) < LEAST_EACH for weekday in weekdays):
        return None
    for weeks in (1, 2):
        if dates == _expected(dates[0], dates[-1], weekdays, weeks):
            return Rhythm(weekdays, shifts, weeks, dates[0], dates[-1])
    return None


def _shifts_by_day(activities: Iterable[Activity]) -> dict[date, tuple[Shift, ...]] | None:
    days: dict[date, list[Shift]] = {}
    for activity in activities:
        start, end = timezone.localtime(activity.starts_at), timezone.localtime(activity.ends_at)
        if start.date() != end.date():
            return None
        days.setdefault(start.date(), []).append((start.time(), end.time()))
    return {day: tuple(sorted(shifts)) for day, shifts in days.items()}


def _expected(first: date, last: date, weekdays: tuple[int, ...], weeks: int) -> list[date]:
    """Every date that the rule would give; every second week only for a rule of one weekday."""
    if weeks == 2:
        if len(weekdays) != 1:
            return []
        return [first + timedelta(days=days) for days in range(0, (last - first).days + 1, 14)]
    every = (first + timedelta(days=days) for days in range((last - first).days + 1))
    return [day for day in every if day.weekday() in weekdays]
