"""What search engines are told, as they read it."""

import json
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from catalog.core import links
from catalog.projects.structured_data import as_script
from tests.factories.catalog import ActivityFactory, CityFactory, ProjectFactory
from tests.factories.signups import SignupFactory

pytestmark = pytest.mark.django_db

NEEDED = {
    "name", "startDate", "endDate", "location", "organizer", "image", "description", "eventStatus", "eventAttendanceMode",
    "maximumAttendeeCapacity", "isAccessibleForFree", "url",
}  # fmt: skip


def nodes(page, kind="Event") -> list[dict]:
    """The nodes of one type in the page's JSON-LD."""
    script = page.one("script[type='application/ld+json']").string
    assert "<" not in script
    assert ">" not in script
    assert "&" not in script
    data = json.loads(script)
    assert data["@context"] == "https://schema.org"
    return [node for node in data["@graph"] if node["@type"] == kind]


def test_each_coming_activity_is_an_event_with_what_rich_results_need(read):
    CityFactory(name="焦作")
    project = ProjectFactory(title="河边捡垃圾", summary="把河岸还给白鹭。")
    activity = ActivityFactory(project=project, capacity=3, place_name="大沙河公园", address="示例路 8 号")
    ActivityFactory(project=project, over=True)
    SignupFactory(activity=activity)
    (event,) = nodes(read(project))
    assert set(event) >= NEEDED
    assert event["name"] == "河边捡垃圾"
    assert event["description"] == "把河岸还给白鹭。"
    assert datetime.fromisoformat(event["startDate"]) == activity.starts_at
    assert event["startDate"].endswith("+08:00")
    assert event["location"]["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "解放区",
        "addressRegion": "焦作",
        "addressCountry": "CN",
        "streetAddress": "示例路 8 号",
    }
    assert event["location"]["geo"] == {"@type": "GeoCoordinates", "latitude": 35.2159, "longitude": 113.2418}
    assert event["organizer"] == {
        "@type": "Organization",
        "name": project.team.name,
        "url": f"http://testserver/projects/?team={project.team.public_id}",
        "contactPoint": {"@type": "ContactPoint", "telephone": project.contact_phone},
    }
    assert event["maximumAttendeeCapacity"] == 3
    assert event["remainingAttendeeCapacity"] == 2
    assert event["isAccessibleForFree"] is True
    assert "offers" not in event
    assert event["image"][0].startswith("http://testserver/")
    assert event["potentialAction"]["@type"] == "RegisterAction"
    assert event["potentialAction"]["target"]["urlTemplate"] == f"http://testserver{activity.get_signup_url()}"


def test_a_team_with_a_page_is_named_by_it(read, monkeypatch):
    monkeypatch.setattr(links, "_finders", {"team": lambda pks: {pk: f"/teams/{pk}/" for pk in pks}})
    project = ActivityFactory().project
    (event,) = nodes(read(project))
    assert event["organizer"]["url"] == f"http://testserver/teams/{project.team_id}/"


@pytest.mark.parametrize("state", [{}, {"finished": True}])
def test_a_project_with_nothing_to_come_is_told_by_its_last_activity(read, state):
    project = ProjectFactory(**state)
    last = ActivityFactory(project=project, over=True)
    ActivityFactory(project=project, days=-14)
    (event,) = nodes(read(project))
    assert datetime.fromisoformat(event["startDate"]) == last.starts_at
    assert "potentialAction" not in event
    assert "remainingAttendeeCapacity" not in event


def test_a_place_that_somebody_waits_for_is_not_remaining(read):
    activity = ActivityFactory(capacity=3)
    SignupFactory(activity=activity, waitlisted=True)
    assert nodes(read(activity.project))[0]["remainingAttendeeCapacity"] == 0


def test_cancelled_activities_say_so_and_offer_no_sign_up(read):
    (event,) = nodes(read(ActivityFactory(cancelled=True).project))
    assert event["eventStatus"] == "https://schema.org/EventCancelled"
    assert "potentialAction" not in event


def test_activities_of_a_cancelled_project_are_cancelled(read):
    (event,) = nodes(read(ActivityFactory(project__cancelled=True).project))
    assert event["eventStatus"] == "https://schema.org/EventCancelled"
    assert "potentialAction" not in event


def test_a_closed_activity_offers_no_sign_up(read):
    (event,) = nodes(read(ActivityFactory(closed=True).project))
    assert "potentialAction" not in event


def test_where_people_sign_up_elsewhere_remaining_places_are_not_claimed(read):
    project = ProjectFactory(external=True, external_url="https://signup.example.org/x")
    ActivityFactory(project=project)
    (event,) = nodes(read(project))
    assert "remainingAttendeeCapacity" not in event
    assert event["potentialAction"]["target"]["urlTemplate"] == "https://signup.example.org/x"


def test_by_phone_there_is_no_address_to_register_at(read):
    (event,) = nodes(read(ActivityFactory(project__offline=True).project))
    assert "potentialAction" not in event


def test_a_place_without_coordinates_has_no_geo(read):
    (event,) = nodes(read(ActivityFactory(latitude=None, longitude=None).project))
    assert "geo" not in event["location"]


def test_a_schedule_is_given_only_where_a_rule_holds(read):
    project = ProjectFactory()
    start = timezone.localtime().replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=1)
    for week in range(3):
        ActivityFactory(project=project, starts_at=start + timedelta(weeks=week))
    page = read(project)
    (series,) = nodes(page, "EventSeries")
    (schedule,) = series["eventSchedule"]
    assert schedule["startTime"] == "09:00:00"
    assert schedule["endTime"] == "11:00:00"
    assert schedule["repeatFrequency"] == "P1W"
    assert schedule["byDay"] == [f"https://schema.org/{start:%A}"]
    assert schedule["scheduleTimezone"] == "Asia/Shanghai"
    assert {event["superEvent"]["@id"] for event in nodes(page)} == {series["@id"]}

    ActivityFactory(project=project, starts_at=start + timedelta(days=2))
    assert nodes(read(project), "EventSeries") == []


def test_text_cannot_end_the_script():
    text = "</script><!--<script>&\u2028\u2029"
    script = as_script({"name": text})
    assert not set("<>&\u2028\u2029") & set(script)
    assert json.loads(script) == {"name": text}
