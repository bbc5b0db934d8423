"""Activities as iCalendar (RFC 5545)."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django.conf import settings
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, vGeo

from catalog.projects.enums import ActivityState, ProjectState
from catalog.projects.models import Activity

PRODUCT_ID = "-//volunteer service//projects//ZH"
#: Calendars hold what comes, so the zone's rules from here on are enough.
ZONE_SINCE = date(2020, 1, 1)


def activity_event(activity: Activity, *, url: str = "", description: str = "") -> Event:
    """One activity as an event; its UID stays the same and its SEQUENCE grows, so that a calendar replaces what it has."""
    event = Event()
    event.add("uid", f"activity-{activity.public_id}@volunteer")
    changed_at = max(activity.updated_at, activity.project.updated_at)
    event.add("dtstamp", changed_at)
    event.add("last-modified", changed_at)
    event.add("sequence", max(0, int((changed_at - activity.created_at).total_seconds())))
    event.add("dtstart", localtime(activity.starts_at))
    event.add("dtend", localtime(activity.ends_at))
    event.add("summary", activity.project.title)
    event.add("location", f"{activity.place_name} {activity.address}".strip())
    if activity.latitude is not None and activity.longitude is not None:
        event.add("geo", vGeo((float(activity.latitude), float(activity.longitude))))
    event.add("description", description or f"{activity.project.summary}\n{contact_line(activity)}")
    event.add("url", url or absolute(activity.project.get_absolute_url()))
    event.add("status", "CANCELLED" if is_cancelled(activity) else "CONFIRMED")
    return event


def is_cancelled(activity: Activity) -> bool:
    """Whether the activity does not take place: it was cancelled itself, or with its project."""
    return activity.state == ActivityState.CANCELLED or activity.project.state == ProjectState.CANCELLED


def calendar(name: str, events: Iterable[Event]) -> bytes:
    """A whole calendar as bytes to send with text/calendar; the zone makes it a valid one even without an event."""
    result = Calendar()
    result.add("prodid", PRODUCT_ID)
    result.add("version", "2.0")
    result.add("method", "PUBLISH")
    result.add("x-wr-calname", " ".join(name.split()))
    result.add("x-wr-timezone", settings.TIME_ZONE)
    result.add_component(_zone(settings.TIME_ZONE))
    for event in events:
        result.add_component(event)
    return result.to_ical()


@lru_cache(maxsize=2)
def _zone(name: str) -> Timezone:
    return Timezone.from_tzid(name, first_date=ZONE_SINCE)


def absolute(path: str) -> str:
    """`path` with the site's own address in front, for what leaves the site."""
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"


def contact_line(activity: Activity) -> str:
    """Whom to call, in one line."""
    project = activity.project
    return _("联系人：%(name)s %(phone)s") % {
        "name": project.contact_name,
        "phone": project.contact_phone,
    }
