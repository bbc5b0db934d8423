"""A sign-up as iCalendar, for the mail and for the volunteer's own page."""

from catalog.projects.calendars import absolute, activity_event, calendar, contact_line
from catalog.signups.models import Signup


def signup_calendar(signup: Signup) -> str:
    """One event with the contact and the way to the sign-up's own page."""
    activity = signup.activity
    description = f"{activity.project.summary}\n{contact_line(activity)}"
    event = activity_event(activity, url=absolute(signup.get_absolute_url()), description=description)
    return calendar(activity.project.title, [event]).decode()
