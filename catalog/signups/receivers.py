"""What sign-ups do when an activity changes."""

from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.projects.enums import ActivityState
from catalog.projects.models import Activity
from catalog.signups.exceptions import CapacityBelowHeldError
from catalog.signups.services import signup_cancel_by_team, waitlist_advance


def refuse_capacity_below_held(*, activity: Activity, before: Activity, **_kwargs: object) -> None:
    """Refuse a capacity below the places held, with the number that would have to go."""
    if activity.state != ActivityState.SCHEDULED or activity.capacity >= before.capacity:
        return
    excess = before.signups.holding().count() - activity.capacity
    if excess > 0:
        raise CapacityBelowHeldError(
            _("已有人占了名额，不能减到 %(capacity)s 人：还要先请 %(excess)s 人退出。")
            % {"capacity": activity.capacity, "excess": excess},
            excess,
        )


def follow_activity(*, activity: Activity, **_kwargs: object) -> None:
    """A cancelled activity cancels its sign-ups and tells everyone; a larger one moves its line."""
    if activity.state == ActivityState.CANCELLED:
        if activity.ends_at > timezone.now():
            for signup in activity.signups.active():
                signup_cancel_by_team(signup=signup)
    else:
        waitlist_advance(activity=activity)
