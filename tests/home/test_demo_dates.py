"""The dates of the demo city, whatever day it is loaded on."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise

import pytest

from catalog.core.models import city_zone
from home.demo.content.notices import notices
from home.demo.content.shapes import Pattern
from home.demo.loading.dates import campaign_days, days_of, holiday_in, holiday_near, is_school_day
from home.demo.loading.made import Made
from home.demo.loading.pages import SOON_DAYS, campaigns_around
from home.demo.loading.plans import FIRST_PROJECT, make_plans

NOTICES = list(notices())
#: Before a holiday, in the spring festival, in summer, in the golden week, at the turn of a year, in a leap year, after the tables.
DAYS = [
    date(2026, 11, 24),
    date(2027, 2, 11),
    date(2027, 4, 30),
    date(2027, 7, 20),
    date(2027, 10, 3),
    date(2027, 12, 31),
    date(2028, 2, 29),
    date(2037, 6, 1),
]


@pytest.fixture(params=DAYS, ids=str)
def today(request):
    return request.param


@cache
def plans_on(day):
    return make_plans(Made(now=morning_of(day)))


def morning_of(day):
    return datetime(day.year, day.month, day.day, 2, 30, tzinfo=UTC)


@pytest.fixture
def plans(today):
    return plans_on(today)


def test_every_project_has_days_in_order_and_in_its_season(today):
    for number, notice in enumerate(NOTICES):
        days = days_of(notice.schedule, today, phase=number % 2)
        assert days
        assert days == sorted(set(days))
        if notice.schedule.pattern == Pattern.BLOCK:
            days = days[:1]
        assert all(not notice.schedule.months or day.month in notice.schedule.months for day in days)
        if notice.schedule.weekdays:
            assert {day.weekday() for day in days} <= set(notice.schedule.weekdays)


def test_monthly_and_fortnightly_days_keep_their_step(today):
    for notice in NOTICES:
        days = days_of(notice.schedule, today)
        if notice.schedule.pattern == Pattern.MONTHLY:
            assert {(day.day + 6) // 7 for day in days} == {notice.schedule.nth}
        if notice.schedule.pattern == Pattern.BIWEEKLY:
            assert {(later - sooner).days % 14 for sooner, later in pairwise(days)} <= {0}


def test_the_city_is_as_large_on_any_day(plans):
    sessions = [session for plan in plans for session in plan.sessions]
    assert 300 <= len(plans) <= 353
    assert 1400 <= len(sessions) <= 1700
    assert sum(plan.state == "published" for plan in plans) >= 280
    assert sum(plan.state == "finished" for plan in plans) >= 3


def test_sessions_can_be_saved(plans):
    for plan in plans:
        assert plan.sessions
        for session in plan.sessions:
            assert session.starts_at < session.ends_at
            assert session.closes_at <= session.starts_at
            assert session.opens_at is None or session.opens_at < session.closes_at
            assert session.capacity >= 1


def test_homework_is_always_soon(plans, today):
    """In the school holidays too: it is what newcomers begin with."""
    plan = next(plan for plan in plans if plan.title == FIRST_PROJECT)
    soon = [each for each in plan.sessions if timedelta(0) < each.starts_at.date() - today <= timedelta(days=8)]
    assert soon
    assert not any(session.is_cancelled or session.opens_at for session in soon)


def test_a_campaign_is_running_or_near(today):
    campaigns = campaigns_around(today)
    assert {"wuyi", "shiyi", "leifeng", "chongyang"} <= {text.slug for text, _first, _last in campaigns}
    assert all(first <= last for _text, first, last in campaigns)
    assert any(today <= last and (first - today).days <= SOON_DAYS for _text, first, last in campaigns)


def test_what_is_published_was_so_before_its_first_session(plans, today):
    for plan in plans:
        if plan.published_at:
            assert plan.published_at < min([morning_of(today), *(session.starts_at for session in plan.sessions)])


def test_holidays_are_the_nearest_ones():
    assert holiday_near("chongyang", date(2026, 11, 24)) == date(2026, 10, 18)
    assert holiday_near("wuyi", date(2026, 11, 24)) == date(2027, 5, 1)
    assert holiday_near("wuyi", date(2027, 5, 3)) == date(2027, 5, 1)
    assert campaign_days("leifeng", date(2027, 3, 31), before=4, after=26) == (date(2027, 3, 1), date(2027, 3, 31))
    assert holiday_in("chunjie", 2027) == date(2027, 2, 6)


def test_projects_of_a_campaign_lie_within_it(plans, today):
    spans = {text.slug: (first, last) for text, first, last in campaigns_around(today)}
    for plan in plans:
        if slug := plan.notice.template.campaign:
            first, last = spans[slug]
            days = {session.starts_at.astimezone(city_zone()).date() for session in plan.sessions}
            assert any(first <= day <= last for day in days), plan.title


def test_schools_are_closed_on_holidays():
    assert is_school_day(date(2026, 11, 24))
    for closed in (
        date(2026, 11, 28),
        date(2027, 1, 1),
        date(2027, 2, 8),
        date(2027, 7, 20),
        date(2027, 10, 4),
        date(2027, 6, 9),
    ):
        assert not is_school_day(closed)
