"""The calendars of a project, an activity, a team: valid iCalendar, cacheable, nothing that is not public."""

import re

import pytest
import time_machine
from django.utils import timezone
from icalendar import Calendar

from tests.factories.catalog import ActivityFactory, ProjectFactory, TeamFactory

pytestmark = pytest.mark.django_db


def calendar_of(response) -> Calendar:
    """The answer's calendar, held against what RFC 5545 asks of every line and component."""
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    raw = response.content
    assert raw.endswith(b"\r\n")
    assert not re.search(rb"(?<!\r)\n", raw)
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    calendar = Calendar.from_ical(raw)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    zones = {str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")}
    assert zones
    for event in calendar.walk("VEVENT"):
        assert not event.errors
        assert event["dtstart"].params["TZID"] in zones
        assert event["dtstamp"].dt.utcoffset().total_seconds() == 0
        assert {"uid", "summary", "dtend", "location", "url", "status", "sequence"} <= {key.lower() for key in event}
    return calendar


def events_of(response) -> list:
    """The events of the answer's calendar."""
    return calendar_of(response).walk("VEVENT")


def test_a_project_has_a_calendar_of_what_comes(client):
    project = ProjectFactory(title="河边捡垃圾，，；\\ 一个很长的标题用来看看一行会不会超过七十五个字节")
    activity = ActivityFactory(project=project, place_name="大沙河公园", address="示例路 8 号")
    ActivityFactory(project=project, over=True)
    (event,) = events_of(client.get(f"{project.get_absolute_url()}calendar.ics"))
    assert event["summary"] == project.title
    assert event["dtstart"].dt == activity.starts_at
    assert event["dtend"].dt == activity.ends_at
    assert event["location"] == "大沙河公园 示例路 8 号"
    assert event["status"] == "CONFIRMED"
    assert event["url"] == f"http://testserver{project.get_absolute_url()}"
    assert project.contact_phone in event["description"]
    assert (event["geo"].latitude, event["geo"].longitude) == (35.2159, 113.2418)


def test_a_cancelled_activity_stays_as_cancelled(client):
    activity = ActivityFactory(cancelled=True)
    (event,) = events_of(client.get(f"{activity.project.get_absolute_url()}calendar.ics"))
    assert event["status"] == "CANCELLED"


def test_a_cancelled_project_cancels_its_events(client):
    activity = ActivityFactory(project__cancelled=True)
    (event,) = events_of(client.get(f"{activity.project.get_absolute_url()}calendar.ics"))
    assert event["status"] == "CANCELLED"


def test_a_change_has_the_same_uid_and_a_higher_sequence(client):
    activity = ActivityFactory()
    path = f"{activity.project.get_absolute_url()}calendar.ics"
    (before,) = events_of(client.get(path))
    with time_machine.travel(timezone.now() + timezone.timedelta(hours=1)):
        activity.place_name = "人民公园"
        activity.save()
        (after,) = events_of(client.get(path))
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]


def test_one_activity_has_its_own_calendar(client):
    activity = ActivityFactory()
    ActivityFactory(project=activity.project, days=9)
    path = f"{activity.project.get_absolute_url()}activities/{activity.public_id}/calendar.ics"
    (event,) = events_of(client.get(path))
    assert activity.public_id in event["uid"]


def test_an_activity_is_found_below_its_own_project_only(client):
    activity = ActivityFactory()
    path = f"{ProjectFactory().get_absolute_url()}activities/{activity.public_id}/calendar.ics"
    assert client.get(path).status_code == 404


def test_a_team_has_a_calendar_of_all_its_public_projects(client):
    team = TeamFactory(name="晨跑群")
    one, two = ActivityFactory(project__team=team, days=3), ActivityFactory(project__team=team, days=2)
    ActivityFactory(project__team=team, project__draft=True)
    ActivityFactory()
    response = client.get(f"/feeds/teams/{team.public_id}.ics")
    assert calendar_of(response)["x-wr-calname"] == "晨跑群"
    assert [event["dtstart"].dt for event in events_of(response)] == [two.starts_at, one.starts_at]


def test_a_calendar_without_events_is_still_valid(client):
    assert events_of(client.get(f"{ProjectFactory().get_absolute_url()}calendar.ics")) == []


@pytest.mark.parametrize("kind", ["project", "activity", "team"])
def test_caches_may_keep_it_and_ask_whether_it_changed(client, kind):
    activity = ActivityFactory()
    path = {
        "project": f"{activity.project.get_absolute_url()}calendar.ics",
        "activity": f"{activity.project.get_absolute_url()}activities/{activity.public_id}/calendar.ics",
        "team": f"/feeds/teams/{activity.project.team.public_id}.ics",
    }[kind]
    response = client.get(path)
    assert response["Cache-Control"] == "public, max-age=300"
    assert "Cookie" not in response.get("Vary", "")
    assert client.get(path, headers={"if-none-match": response["ETag"]}).status_code == 304
    activity.place_name = "人民公园"
    activity.save()
    assert client.get(path, headers={"if-none-match": response["ETag"]}).status_code == 200


def test_a_team_calendar_costs_the_same_for_many(client, django_assert_num_queries):
    team = TeamFactory()
    for day in range(1, 21):
        ActivityFactory(project__team=team, days=day)
    client.get(f"/feeds/teams/{team.public_id}.ics")
    with django_assert_num_queries(2):
        client.get(f"/feeds/teams/{team.public_id}.ics")
