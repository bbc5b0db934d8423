"""A sign-up as iCalendar, for the mail and for the volunteer's own page."""

from catalog.projects.calendars import absolute, activity_event, calendar, contact_line, is_cancelled
from catalog.signups.enums import SignupState
from catalog.signups.models import Signup

#: What a calendar is told of each state; a cancelled event takes away the one that it had.
STATUSES = {
    SignupState.CONFIRMED: "CONFIRMED",
    SignupState.WAITLISTED: "TENTATIVE",
    SignupState.WITHDRAWN: "CANCELLED",
    SignupState.CANCELLED_BY_TEAM: "CANCELLED",
}


def signup_calendar(signup: Signup) -> str:
    """One event with the contact and the way to the sign-up's own page."""
    activity = signup.activity
    description = f"{activity.project.summary}\n{contact_line(activity)}"
    event = activity_event(activity, url=absolute(signup.get_absolute_url()), description=description)
    if not is_cancelled(activity):
        del event["status"]
        event.add("status", STATUSES[SignupState(signup.state)])
    return calendar(activity.project.title, [event]).decode()
