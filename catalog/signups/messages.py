"""What a volunteer is told about a sign-up."""

from typing import Any

from django.conf import settings
from django.utils import translation

from catalog.core import maps
from catalog.core.models import City
from catalog.notifications.services import message_post
from catalog.signups.enums import SignupState
from catalog.signups.models import Signup

#: The template of emails/ for each state.
KINDS = {
    SignupState.CONFIRMED: "signup_confirmed",
    SignupState.WAITLISTED: "signup_waitlisted",
    SignupState.WITHDRAWN: "signup_withdrawn",
    SignupState.CANCELLED_BY_TEAM: "signup_cancelled",
}


def tell(signup: Signup, *, moved_up: bool = False, note: str = "", language: str = "zh-hans") -> None:
    """Tell the volunteer the state of `signup` once, within the caller's transaction."""
    from catalog.signups.calendars import signup_calendar

    is_confirmed = signup.state == SignupState.CONFIRMED
    with translation.override(language):
        message_post(
            recipient=signup.volunteer.user,
            kind=KINDS[SignupState(signup.state)],
            key=f"signup:{signup.pk}:{signup.state}",
            language=language,
            url=signup.get_absolute_url(),
            calendar=signup_calendar(signup) if is_confirmed else "",
            context=_context(signup, is_confirmed=is_confirmed) | {"moved_up": moved_up, "note": note},
        )


def _context(signup: Signup, *, is_confirmed: bool) -> dict[str, Any]:
    """What the templates say, in the active language."""
    activity = signup.activity
    is_waiting = signup.state == SignupState.WAITLISTED
    return {
        "signup": signup,
        "activity": activity,
        "project": activity.project,
        "maps": maps.links(activity.latitude, activity.longitude, activity.place_name) if is_confirmed else [],
        "position": activity.signups.in_line().filter(pk__lte=signup.pk).count() if is_waiting else 0,
        "site_url": settings.WAGTAILADMIN_BASE_URL.rstrip("/"),
        "site_name": (City.objects.first() or City()).label,
    }
