"""Reads of activities in the words of the domain."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.projects.enums import RecruitmentStatus
from catalog.projects.models import Activity, Project
from tests.factories.catalog import ActivityFactory, ProjectFactory
from tests.factories.signups import SignupFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def activities() -> dict[str, Activity]:
    """One activity of each kind."""
    made = {
        name: ActivityFactory(capacity=1, **{name: True} if name != "open" else {})
        for name in ("open", "closed", "not_yet_open", "running", "over", "cancelled")
    }
    made["full"] = ActivityFactory(capacity=1)
    SignupFactory(activity=made["full"])
    made["awaited"] = ActivityFactory(capacity=1)
    SignupFactory(activity=made["awaited"], waitlisted=True)
    for state in ("draft", "finished"):
        made[state] = ActivityFactory(capacity=1, project=ProjectFactory(**{state: True}))
    return made


def names(queryset, activities) -> set[str]:
    """Which of the activities a queryset finds."""
    found = {each.pk for each in queryset}
    return {name for name, each in activities.items() if each.pk in found}


def test_upcoming_are_scheduled_ones_of_published_projects(activities):
    expected = {"open", "closed", "not_yet_open", "running", "full", "awaited"}
    assert names(Activity.objects.upcoming(), activities) == expected


def test_public_ones_are_those_everybody_may_read(activities):
    assert names(Activity.objects.public(), activities) == set(activities) - {"draft"}


def test_open_for_signup_follows_the_window(activities):
    assert names(Activity.objects.open_for_signup(), activities) == {"open", "full", "awaited"}


def test_a_free_place_is_one_that_a_newcomer_would_get(activities):
    free = Activity.objects.with_free_places()
    assert {"full", "awaited"}.isdisjoint(names(free, activities))
    assert "open" in names(free, activities)


def test_the_status_is_what_a_citizen_sees(activities):
    found = {each.pk: each.status for each in Activity.objects.with_places()}
    assert {name: found[each.pk] for name, each in activities.items()} == {
        "open": RecruitmentStatus.RECRUITING,
        "closed": RecruitmentStatus.CLOSED,
        "not_yet_open": RecruitmentStatus.NOT_YET_OPEN,
        "running": RecruitmentStatus.RUNNING,
        "over": RecruitmentStatus.OVER,
        "cancelled": RecruitmentStatus.CANCELLED,
        "full": RecruitmentStatus.FULL,
        "awaited": RecruitmentStatus.FULL,
        "draft": RecruitmentStatus.RECRUITING,
        "finished": RecruitmentStatus.RECRUITING,
    }


def test_the_status_turns_with_the_clock():
    now = timezone.now()
    activity = ActivityFactory(starts_at=now + timedelta(hours=4), signup_opens_at=now + timedelta(hours=1))
    row = Activity.objects.with_places().get(pk=activity.pk)
    seen = [row.status_at(now + timedelta(hours=hours)) for hours in (0, 1, 2, 4, 6)]
    assert seen == [
        RecruitmentStatus.NOT_YET_OPEN,
        RecruitmentStatus.RECRUITING,
        RecruitmentStatus.CLOSED,
        RecruitmentStatus.RUNNING,
        RecruitmentStatus.OVER,
    ]


def test_only_those_who_hold_a_place_are_counted():
    activity = ActivityFactory(capacity=5)
    for state in ("confirmed", "waitlisted", "withdrawn", "cancelled_by_team"):
        SignupFactory(activity=activity, **{state: True})
    row = Activity.objects.with_places().get(pk=activity.pk)
    assert (row.held, row.waiting, row.free) == (1, 1, 4)


def test_the_property_and_the_queryset_agree_about_what_is_public():
    for state in ("draft", "in_review", "finished", "cancelled", "withdrawn"):
        ProjectFactory(**{state: True})
    ProjectFactory()
    assert {each.pk for each in Project.objects.public()} == {
        each.pk for each in Project.objects.all() if each.is_public
    }
