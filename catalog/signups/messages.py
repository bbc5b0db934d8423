"""What a volunteer is told about a sign-up."""

from django.conf import settings
from django.utils import timezone

from catalog.core import maps
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


def tell(
    signup: Signup, *, moved_up: bool = False, note: str = "", language: str = "zh-hans"
) -> None:
    """Tell the volunteer the state of `signup` once, within the caller's transaction."""
    from catalog.signups.calendars import signup_calendar

    activity = signup.activity
    message_post(
        recipient=signup.volunteer.user,
        kind=KINDS[SignupState(signup.state)],
        key=f"signup:{signup.pk}:{signup.state}",
        language=language,
        url=signup.get_absolute_url(),
        calendar=signup_calendar(signup)
        if signup.state == SignupState.CONFIRMED
        else "",
        context={
            "signup": signup,
            "activity": activity,
            "project": activity.project,
            "starts_at": timezone.localtime(activity.starts_at),
            "ends_at": timezone.localtime(activity.ends_at),
            "maps": maps.links(
                activity.latitude, activity.longitude, activity.place_name
            ),
            "moved_up": moved_up,
            "note": note,
            "position": activity.signups.in_line().filter(pk__lte=signup.pk).count(),
            "site_url": settings.WAGTAILADMIN_BASE_URL.rstrip("/"),
        },
    )
