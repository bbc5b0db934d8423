"""schema.org data of a project page: each coming activity is an Event (schema.org has no VolunteerAction of its own)."""

import json
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime

from catalog.projects.enums import ActivityState, RecruitmentStatus, SignupMethod
from catalog.projects.models import Activity, Project
from catalog.projects.page import ProjectPage
from catalog.projects.rhythm import Rhythm

SCHEMA = "https://schema.org"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
LANGUAGE = "zh-Hans"

Node = dict[str, Any]
Absolute = Callable[[str], str]


def project_data(page: ProjectPage, *, url: str, image: str, city: str, absolute: Absolute) -> Node:
    """Everything that search engines are told: one Event for each coming activity, and their series where a rule holds.

    `url` and `image` are absolute; `absolute` makes a path so.
    """
    series = _series_node(page, url=url, image=image, city=city, absolute=absolute)
    shared = _shared(page.project, image=image, absolute=absolute, team_url=page.team_url)
    events = [
        _event_node(page, each, shared=shared, url=url, city=city, in_series=bool(series), absolute=absolute)
        for each in page.activities
    ]
    return {"@context": SCHEMA, "@graph": [*([series] if series else []), *events]}


def as_script(data: Node) -> SafeString:
    """`data` as JSON that can stand in a script element: what could end the element or begin a comment is escaped."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in ESCAPES.items():
        text = text.replace(character, escaped)
    return mark_safe(text)


def _shared(project: Project, *, image: str, absolute: Absolute, team_url: str) -> Node:
    """What all events of a project have in common."""
    organizer: Node = {"@type": "Organization", "name": project.team.name}
    if team_url:
        organizer["url"] = absolute(team_url)
    return {
        "name": project.title,
        "description": project.summary or project.title,
        "image": [image],
        "eventAttendanceMode": f"{SCHEMA}/OfflineEventAttendanceMode",
        "organizer": organizer,
        "isAccessibleForFree": True,
        "inLanguage": LANGUAGE,
    }


def _event_node(
    page: ProjectPage,
    activity: Activity,
    *,
    shared: Node,
    url: str,
    city: str,
    in_series: bool,
    absolute: Absolute,
) -> Node:
    cancelled = activity.state == ActivityState.CANCELLED or page.status == RecruitmentStatus.CANCELLED
    node: Node = {
        "@type": "Event",
        "@id": f"{url}#{activity.public_id}",
        **shared,
        "url": url,
        "startDate": localtime(activity.starts_at).isoformat(),
        "endDate": localtime(activity.ends_at).isoformat(),
        "eventStatus": f"{SCHEMA}/{'EventCancelled' if cancelled else 'EventScheduled'}",
        "location": _place_node(activity, city),
        "maximumAttendeeCapacity": activity.capacity,
    }
    if page.counts_places:
        # While someone waits, a free place belongs to the line.
        node["remainingAttendeeCapacity"] = 0 if activity.is_full else activity.free
    if in_series and not cancelled:
        node["superEvent"] = {"@id": f"{url}#series"}
    if not cancelled and (target := _register_target(page, activity, absolute)):
        node["potentialAction"] = {"@type": "RegisterAction", "target": {"@type": "EntryPoint", "urlTemplate": target}}
    return node


def _register_target(page: ProjectPage, activity: Activity, absolute: Absolute) -> str:
    """Where somebody can sign up for `activity` now; "" when nowhere on the web."""
    status = activity.status_at(page.now)
    if page.is_over or status not in (RecruitmentStatus.RECRUITING, RecruitmentStatus.FULL):
        return ""
    if page.project.signup_method == SignupMethod.FORM:
        return absolute(activity.get_signup_url())
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


def _series_node(page: ProjectPage, *, url: str, image: str, city: str, absolute: Absolute) -> Node | None:
    """The activities as one series with its schedule; only where a rule holds without exception and all meet at one place."""
    rhythm, first = page.rhythm, page.next
    if rhythm is None or first is None or not page.has_one_place:
        return None
    return {
        "@type": "EventSeries",
        "@id": f"{url}#series",
        **_shared(page.project, image=image, absolute=absolute, team_url=page.team_url),
        "url": url,
        "startDate": rhythm.first.isoformat(),
        "endDate": rhythm.last.isoformat(),
        "eventStatus": f"{SCHEMA}/EventScheduled",
        "location": _place_node(first, city),
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
