"""Writes about sign-ups. Lock the activity, then count, then write: one short transaction each."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from catalog.core.signals import changed
from catalog.projects.models import Activity
from catalog.signups import rules
from catalog.signups.enums import SignupState, TransitionReason
from catalog.signups.messages import tell
from catalog.signups.models import (
    Answer,
    Question,
    Signup,
    SignupFormVersion,
    SignupTransition,
)
from catalog.volunteers.models import PrivacyNotice, User, Volunteer
from catalog.volunteers.services import consent_give, volunteer_save


@transaction.atomic
def signup_register(
    *,
    user: User,
    name: str,
    birth_date: date,
    activity: Activity,
    answers: dict[Question, Any],
    form_version: SignupFormVersion | None,
    join_waitlist: bool,
    notice: PrivacyNotice | None,
) -> Signup:
    """Make `user` a volunteer who agreed to `notice` (when it was asked), and sign up, all or nothing. Raises as signup_submit."""
    volunteer = volunteer_save(user=user, name=name, birth_date=birth_date)
    if notice is not None:
        consent_give(user=user, notice=notice)
    return signup_submit(
        activity=activity,
        volunteer=volunteer,
        answers=answers,
        form_version=form_version,
        join_waitlist=join_waitlist,
    )


@transaction.atomic
def signup_submit(
    *,
    activity: Activity,
    volunteer: Volunteer,
    answers: dict[Question, Any] | None = None,
    form_version: SignupFormVersion | None = None,
    join_waitlist: bool = True,
    now: datetime | None = None,
) -> Signup:
    """Sign `volunteer` up. Returns a confirmed sign-up, or one in the line when no place is free and `join_waitlist`.

    `answers` are cleaned values by question of `form_version`. Raises the SignupErrors of `rules`, and ActivityFullError when no
    place is free and the volunteer would not wait. Nothing is written when it raises.
    """
    now = now or timezone.now()
    activity = _lock(activity)
    rules.check_not_signed_up(volunteer, activity)
    rules.check_activity_takes_signups(activity)
    rules.check_window(activity, now)
    rules.check_age(volunteer, activity)
    rules.check_form_version(activity, form_version)
    is_full = not _has_place_for_newcomer(activity)
    rules.check_place_or_line(is_full, join_waitlist)
    state = SignupState.WAITLISTED if is_full else SignupState.CONFIRMED
    signup = Signup(activity=activity, volunteer=volunteer, state=state, form_version=form_version)
    signup.save()
    Answer.objects.bulk_create(
        Answer(signup=signup, question=question, value=value) for question, value in (answers or {}).items()
    )
    _log(signup, from_state="", actor=volunteer.user, reason=TransitionReason.APPLIED)
    changed("places", activity.pk)
    tell(signup, language=get_language() or "zh-hans")
    return signup


@transaction.atomic
def signup_withdraw(*, signup: Signup, actor: User, note: str = "") -> Signup:
    """Withdraw; a freed place goes to the first in line at once. Withdrawing twice changes nothing.

    Raises IllegalTransitionError for a sign-up that the team cancelled, SignupWindowError once the activity has begun.
    """
    activity = _lock(signup.activity)
    signup = Signup.objects.select_related("volunteer__user").get(pk=signup.pk)
    signup.activity = activity
    if signup.state == SignupState.WITHDRAWN:
        return signup
    rules.check_can_withdraw(activity, timezone.now())
    _move(
        signup,
        SignupState.WITHDRAWN,
        actor=actor,
        reason=TransitionReason.WITHDREW,
        note=note,
    )
    tell(signup, language=get_language() or "zh-hans")
    waitlist_advance(activity=activity)
    changed("places", activity.pk)
    return signup


@transaction.atomic
def signup_cancel_by_team(*, signup: Signup, actor: User | None = None, note: str = "") -> Signup:
    """Cancel one active sign-up for the team and tell the volunteer why."""
    activity = _lock(signup.activity)
    signup = Signup.objects.select_related("volunteer__user").get(pk=signup.pk)
    signup.activity = activity
    _move(
        signup,
        SignupState.CANCELLED_BY_TEAM,
        actor=actor,
        reason=TransitionReason.ACTIVITY_CANCELLED,
        note=note,
    )
    tell(signup, note=note)
    changed("places", activity.pk)
    return signup


@transaction.atomic
def waitlist_advance(*, activity: Activity) -> list[Signup]:
    """Give free places to the head of the line, in order, and tell each. Returns those who got one.

    Nobody gets a place once the activity has begun.
    """
    activity = _lock(activity)
    if activity.starts_at <= timezone.now() or not rules.activity_takes_place(activity):
        return []
    free = activity.capacity - activity.signups.holding().count()
    moved = []
    for signup in activity.signups.in_line().select_related("volunteer__user")[: max(free, 0)]:
        signup.activity = activity
        _move(
            signup,
            SignupState.CONFIRMED,
            actor=None,
            reason=TransitionReason.LINE_MOVED,
        )
        tell(signup, moved_up=True)
        moved.append(signup)
    if moved:
        changed("places", activity.pk)
    return moved


def _lock(activity: Activity) -> Activity:
    """The activity's row, locked until the transaction ends; every count comes after this."""
    return (
        Activity.objects.select_for_update(of=("self",)).select_related("project__team", "district").get(pk=activity.pk)
    )


def _has_place_for_newcomer(activity: Activity) -> bool:
    """Whether a place is free and nobody waits for it (nobody passes the line)."""
    return not activity.signups.in_line().exists() and activity.signups.holding().count() < activity.capacity


def _move(signup: Signup, to_state: str, *, actor: User | None, reason: str, note: str = "") -> None:
    from_state = signup.state
    rules.check_transition(from_state, to_state)
    signup.state = to_state
    signup.save(update_fields=["state", "updated_at"])
    _log(signup, from_state=from_state, actor=actor, reason=reason, note=note)


def _log(signup: Signup, *, from_state: str, actor: User | None, reason: str, note: str = "") -> None:
    SignupTransition.objects.create(
        signup=signup,
        from_state=from_state,
        to_state=signup.state,
        actor=actor,
        reason=reason,
        note=note[:500],
    )
