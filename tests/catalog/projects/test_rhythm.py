"""A rule is said only where every coming activity agrees with it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from catalog.projects.models import Activity
from catalog.projects.rhythm import find_rhythm

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 12, 7, 16, 30, tzinfo=ZONE)


def activities(*days: int, minutes: int = 120, at: datetime = MONDAY) -> list[Activity]:
    """Activities so many days after a Monday."""
    starts = [at + timedelta(days=day) for day in days]
    return [Activity(starts_at=start, ends_at=start + timedelta(minutes=minutes)) for start in starts]


@pytest.mark.parametrize(
    ("days", "label"),
    [
        ((0, 2, 4, 7, 9, 11), "每周一、三、五"),
        ((4, 7, 9, 11, 14, 16), "每周一、三、五"),  # begins in the middle of a week
        ((0, 7, 14), "每周一"),
        ((5, 6, 12, 13), "每周六、日"),
        (tuple(range(14)), "每天"),
        ((0, 14, 28), "隔周周一"),
    ],
)
def test_a_rule_is_said_in_words(days, label):
    rhythm = find_rhythm(activities(*days))
    assert rhythm.days_label == label
    assert rhythm.hours_label == "16:30–18:30"


@pytest.mark.parametrize(
    "days",
    [
        (),
        (0,),
        (0, 7),  # twice is no rule
        (0, 7, 21),  # a gap
        (0, 2, 4, 7, 9, 12),  # a Saturday in place of a Friday
        (0, 2, 4, 7, 9, 11, 12),  # one more
        (0, 1, 7),  # a weekday that was seen once
        (0, 30, 60),  # monthly
        (0, 2, 14, 16, 28, 30),  # two weekdays every second week
    ],
)
def test_the_least_exception_is_no_rule(days):
    assert find_rhythm(activities(*days)) is None


def test_another_hour_on_one_day_is_no_rule():
    assert find_rhythm([*activities(0, 7), *activities(14, at=MONDAY + timedelta(hours=1))]) is None


def test_two_shifts_a_day_are_one_rule():
    rhythm = find_rhythm(activities(5, 12, 19, at=MONDAY.replace(hour=9)) + activities(5, 12, 19))
    assert rhythm.hours_label == "09:30–11:30，16:30–18:30"
    assert rhythm.days_label == "每周六"


def test_days_are_those_of_the_city_not_of_utc():
    early = MONDAY.replace(hour=6, minute=0).astimezone(ZoneInfo("UTC"))  # still Sunday in UTC
    assert find_rhythm(activities(0, 7, 14, at=early)).days_label == "每周一"


def test_what_goes_past_midnight_is_no_rule():
    assert find_rhythm(activities(0, 7, 14, minutes=600)) is None


def test_the_rule_has_its_first_and_last_day():
    with override("zh-hans"):
        rhythm = find_rhythm(activities(0, 7, 14))
    assert (rhythm.first.isoformat(), rhythm.last.isoformat()) == ("2026-12-07", "2026-12-21")
