"""Short ways to write a schedule: `weekly("6", "06:30", 60)` is every Saturday, 06:30–07:30.

Weekdays are written as in Chinese, 1 for Monday to 7 for Sunday: "135" is 周一、三、五.
Several starts, separated by a blank, are several shifts of one day.
"""

from dataclasses import replace
from datetime import time

from home.demo.content.shapes import Pattern, Schedule

WORKDAYS = "12345"
WEEKEND = "67"
EVERY_DAY = "1234567"


def _times(starts: str) -> tuple[time, ...]:
    return tuple(time.fromisoformat(start) for start in starts.split())


def _days(weekdays: str) -> tuple[int, ...]:
    return tuple(int(day) - 1 for day in weekdays)


def weekly(weekdays: str, starts: str, minutes: int) -> Schedule:
    """Every week on these days."""
    return Schedule(Pattern.WEEKLY, _times(starts), minutes, _days(weekdays))


def biweekly(weekdays: str, starts: str, minutes: int) -> Schedule:
    """Every second week on these days."""
    return Schedule(Pattern.BIWEEKLY, _times(starts), minutes, _days(weekdays))


def monthly(nth: int, weekday: str, starts: str, minutes: int) -> Schedule:
    """On the nth such weekday of every month."""
    return Schedule(Pattern.MONTHLY, _times(starts), minutes, _days(weekday), nth=nth)


def school_days(weekdays: str, starts: str, minutes: int) -> Schedule:
    """Every week on these days, while school is held."""
    return Schedule(Pattern.SCHOOL_DAYS, _times(starts), minutes, _days(weekdays))


def once(offset: int, starts: str, minutes: int, weekdays: str = "") -> Schedule:
    """On one day, `offset` days from the day of loading, or the first of `weekdays` after it."""
    return Schedule(Pattern.ONCE, _times(starts), minutes, _days(weekdays), offset=offset)


def block(offset: int, days: int, starts: str, minutes: int, weekdays: str = "") -> Schedule:
    """On `days` days in a row."""
    days_of_week = _days(weekdays)
    return Schedule(Pattern.BLOCK, _times(starts), minutes, days_of_week, offset=offset, days=days)


def holiday(slug: str, days: int, starts: str, minutes: int, offset: int = 0) -> Schedule:
    """On the days of a campaign, `offset` days after its first day (before it, if negative)."""
    return Schedule(Pattern.HOLIDAY, _times(starts), minutes, offset=offset, days=days, holiday=slug)


def seasonal(schedule: Schedule, *months: int) -> Schedule:
    """The same schedule, only in these months."""
    return replace(schedule, months=months)
