"""Activities as iCalendar (RFC 5545)."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vGeo

from catalog.projects.enums import ActivityState
from catalog.projects.models import Activity

PRODUCT_ID = "-//volunteer service//projects//ZH"


def activity_event(
    activity: Activity, *, url: str = "", description: str = ""
) -> Event:
    """One activity as an event; its UID stays the same, so that a calendar replaces what it has."""
    event = Event()
    event.add("uid", f"activity-{activity.public_id}@volunteer")
    event.add("dtstamp", activity.updated_at)
    event.add("last-modified", activity.updated_at)
    event.add("dtstart", activity.starts_at)
    event.add("dtend", activity.ends_at)
    event.add("summary", activity.project.title)
    event.add("location", f"{activity.place_name} {activity.address}".strip())
    if activity.latitude is not None and activity.longitude is not None:
        event.add("geo", vGeo((float(activity.latitude), float(activity.longitude))))
    event.add("description", description or activity.project.summary)
    event.add("url", url or absolute(activity.project.get_absolute_url()))
    cancelled = activity.state == ActivityState.CANCELLED
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    return event


def calendar(name: str, events: Iterable[Event]) -> bytes:
    """A whole calendar as bytes to send with text/calendar."""
    result = Calendar()
    result.add("prodid", PRODUCT_ID)
    result.add("version", "2.0")
    result.add("method", "PUBLISH")
    result.add("x-wr-calname", name)
    result.add("x-wr-timezone", settings.TIME_ZONE)
    for event in events:
        result.add_component(event)
    return result.to_ical()


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
