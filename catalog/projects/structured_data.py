"""schema.org data of a project page: each coming activity is an Event (schema.org has no VolunteerAction of its own)."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime

from catalog.projects.enums import ActivityState, RecruitmentStatus, SignupMethod
from catalog.projects.models import Activity
from catalog.projects.page import ProjectPage
from catalog.projects.rhythm import Rhythm

SCHEMA = "https://schema.org"
SCHEDULED, CANCELLED = f"{SCHEMA}/EventScheduled", f"{SCHEMA}/EventCancelled"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
LANGUAGE = "zh-Hans"

Node = dict[str, Any]


@dataclass(frozen=True)
class Surroundings:
    """What the data says of the site around a project: `url` and `image` are absolute, `absolute` makes a path so."""

    url: str
    image: str
    city: str
    absolute: Callable[[str], str]


def project_data(page: ProjectPage, around: Surroundings) -> Node:
    """Everything that search engines are told: one Event for each coming activity, and their series where a rule holds.

    A project with nothing to come is told by the last activity that it held.
    """
    shared = _shared(page, around)
    series = _series_node(page, around, shared)
    activities = page.activities or [each for each in [page.past.last] if each]
    events = [_event_node(page, each, around, shared) for each in activities]
    if series:
        for event in events:
            if event["eventStatus"] == SCHEDULED:
                event["superEvent"] = {"@id": series["@id"]}
    return {"@context": SCHEMA, "@graph": [*([series] if series else []), *events]}


def as_script(data: Node) -> SafeString:
    """`data` as JSON that can stand in a script element: what could end the element or begin a comment is escaped."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in ESCAPES.items():
        text = text.replace(character, escaped)
    return mark_safe(text)


def _shared(page: ProjectPage, around: Surroundings) -> Node:
    """What all events of a project have in common."""
    project = page.project
    return {
        "name": project.title,
        "description": project.summary or project.title,
        "image": [around.image],
        "url": around.url,
        "eventAttendanceMode": f"{SCHEMA}/OfflineEventAttendanceMode",
        "organizer": _organizer_node(page, around),
        "isAccessibleForFree": True,
        "inLanguage": LANGUAGE,
    }


def _organizer_node(page: ProjectPage, around: Surroundings) -> Node:
    """The team; its address is its page, else the list of its projects."""
    project = page.project
    list_url = f"{reverse('project_list')}?{urlencode({'team': project.team.public_id})}"
    node: Node = {
        "@type": "Organization",
        "name": project.team.name,
        "url": around.absolute(page.team_url or list_url),
    }
    if page.crest:
        node["logo"] = around.absolute(page.crest.url)
    if page.phone_url:
        node["contactPoint"] = {"@type": "ContactPoint", "telephone": project.contact_phone}
    return node


def _event_node(page: ProjectPage, activity: Activity, around: Surroundings, shared: Node) -> Node:
    cancelled = activity.state == ActivityState.CANCELLED or page.status == RecruitmentStatus.CANCELLED
    node: Node = {
        "@type": "Event",
        "@id": f"{around.url}#{activity.public_id}",
        **shared,
        "startDate": localtime(activity.starts_at).isoformat(),
        "endDate": localtime(activity.ends_at).isoformat(),
        "eventStatus": CANCELLED if cancelled else SCHEDULED,
        "location": _place_node(activity, around.city),
        "maximumAttendeeCapacity": activity.capacity,
    }
    if page.counts_places and activity.ends_at > page.now:
        # While someone waits, a free place belongs to the line.
        node["remainingAttendeeCapacity"] = 0 if activity.is_full else activity.free
    if not cancelled and (target := _register_target(page, activity, around)):
        node["potentialAction"] = {"@type": "RegisterAction", "target": {"@type": "EntryPoint", "urlTemplate": target}}
    return node


def _register_target(page: ProjectPage, activity: Activity, around: Surroundings) -> str:
    """Where somebody can sign up for `activity` now; "" when nowhere on the web."""
    status = activity.status_at(page.now)
    if page.is_over or status not in (RecruitmentStatus.RECRUITING, RecruitmentStatus.FULL):
        return ""
    if page.project.signup_method == SignupMethod.FORM:
        return around.absolute(activity.get_signup_url())
    return page.external.url if page.external else ""


def _place_node(activity: Activity, city: str) -> Node:
    address: Node = {
        "@type": "PostalAddress",
        "addressLocality": activity.district.name,
        "addressRegion": city,
        "addressCountry": "CN",
    }
    if activity.address:
        address["streetAddress"] = activity.address
    node: Node = {"@type": "Place", "name": activity.place_name, "address": address}
    if activity.latitude is not None and activity.longitude is not None:
        node["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(activity.latitude),
            "longitude": float(activity.longitude),
        }
    return node


def _series_node(page: ProjectPage, around: Surroundings, shared: Node) -> Node | None:
    """The activities as one series with its schedule; only where a rule holds without exception and all meet at one place."""
    rhythm, first = page.rhythm, page.next
    if rhythm is None or first is None or not page.has_one_place:
        return None
    return {
        "@type": "EventSeries",
        "@id": f"{around.url}#series",
        **shared,
        "startDate": rhythm.first.isoformat(),
        "endDate": rhythm.last.isoformat(),
        "eventStatus": SCHEDULED,
        "location": _place_node(first, around.city),
        "eventSchedule": _schedule_nodes(rhythm),
    }


def _schedule_nodes(rhythm: Rhythm) -> list[Node]:
    return [
        {
            "@type": "Schedule",
            "startDate": rhythm.first.isoformat(),
            "endDate": rhythm.last.isoformat(),
            "startTime": f"{start:%H:%M:%S}",
            "endTime": f"{end:%H:%M:%S}",
            "byDay": [f"{SCHEMA}/{WEEKDAYS[day]}" for day in rhythm.weekdays],
            "repeatFrequency": f"P{rhythm.weeks}W",
            "scheduleTimezone": settings.TIME_ZONE,
        }
        for start, end in rhythm.shifts
    ]
