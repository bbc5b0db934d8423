"""Signing up, the line, withdrawing: the services."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.notifications.models import Message
from catalog.projects.enums import ActivityState
from catalog.projects.services import activity_save
from catalog.signups.enums import TRANSITIONS, SignupState, TransitionReason
from catalog.signups.exceptions import (
    ActivityFullError,
    AlreadySignedUpError,
    CapacityBelowHeldError,
    FormChangedError,
    IllegalTransitionError,
    SignupNotPossibleError,
    SignupWindowError,
    UnderageError,
)
from catalog.signups.models import Signup, SignupTransition
from catalog.signups.services import (
    form_publish,
    signup_cancel_by_team,
    signup_submit,
    signup_withdraw,
    waitlist_advance,
)
from tests.factories.accounts import VolunteerFactory
from tests.factories.catalog import ActivityFactory, ProjectFactory
from tests.factories.signups import SignupFactory, SignupFormVersionFactory

pytestmark = pytest.mark.django_db


def sign_up(activity, **options) -> Signup:
    """Somebody new signs up."""
    return signup_submit(activity=activity, volunteer=options.pop("volunteer", None) or VolunteerFactory(), **options)


def states(activity) -> list[str]:
    """The states of an activity's sign-ups, in the order in which they came."""
    return list(activity.signups.order_by("id").values_list("state", flat=True))


def line(activity) -> list[int]:
    """The ids of those who wait, first in line first."""
    return list(activity.signups.in_line().values_list("id", flat=True))


def test_newcomer_gets_a_place_while_one_is_free():
    activity = ActivityFactory(capacity=1)

    signup = sign_up(activity)

    assert signup.state == SignupState.CONFIRMED
    assert len(signup.public_id) == 10


def test_a_place_is_never_given_twice():
    activity = ActivityFactory(capacity=3)

    for _ in range(8):
        sign_up(activity)

    assert states(activity) == ["confirmed"] * 3 + ["waitlisted"] * 5


def test_positions_in_the_line_are_in_the_order_of_coming():
    activity = ActivityFactory(capacity=1)
    sign_up(activity)
    waiting = [sign_up(activity) for _ in range(3)]

    found = {each.pk: each.position for each in Signup.objects.with_facts().filter(activity=activity)}

    assert [found[each.pk] for each in waiting] == [1, 2, 3]
    assert [position for pk, position in found.items() if pk not in {each.pk for each in waiting}] == [None]


def test_who_would_not_wait_is_told_that_it_is_full_and_nothing_is_written():
    activity = ActivityFactory(capacity=1)
    sign_up(activity)

    with pytest.raises(ActivityFullError, match="候补"):
        sign_up(activity, join_waitlist=False)

    assert activity.signups.count() == 1
    assert Message.objects.count() == 1


def test_nobody_passes_the_line():
    """A place is free while people wait, for example between a raised capacity and the move of the line."""
    activity = ActivityFactory(capacity=1)
    sign_up(activity)
    sign_up(activity)
    type(activity).objects.filter(pk=activity.pk).update(capacity=3)

    newcomer = sign_up(activity)

    assert newcomer.state == SignupState.WAITLISTED
    with pytest.raises(ActivityFullError):
        sign_up(activity, join_waitlist=False)


def test_same_person_signs_up_once():
    activity, volunteer = ActivityFactory(), VolunteerFactory()
    first = sign_up(activity, volunteer=volunteer)

    with pytest.raises(AlreadySignedUpError) as caught:
        sign_up(activity, volunteer=volunteer)

    assert caught.value.signup == first
    assert activity.signups.count() == 1


def test_database_refuses_a_second_active_sign_up():
    signup = SignupFactory(waitlisted=True)

    with pytest.raises(IntegrityError), transaction.atomic():
        SignupFactory(activity=signup.activity, volunteer=signup.volunteer)


def test_who_withdrew_can_come_back_at_the_end_of_the_line():
    activity = ActivityFactory(capacity=1)
    first = sign_up(activity)
    second = sign_up(activity)
    signup_withdraw(signup=first, actor=first.volunteer.user)

    again = sign_up(activity, volunteer=first.volunteer)

    assert Signup.objects.get(pk=second.pk).state == SignupState.CONFIRMED
    assert again.state == SignupState.WAITLISTED


def test_freed_place_goes_to_first_in_line_at_once(django_capture_on_commit_callbacks):
    activity = ActivityFactory(capacity=1)
    first, second, third = (sign_up(activity) for _ in range(3))
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        signup_withdraw(signup=first, actor=first.volunteer.user)

    assert states(activity) == ["withdrawn", "confirmed", "waitlisted"]
    told = {message.to[0]: message.subject for message in mail.outbox}
    assert told[second.volunteer.user.email].startswith("轮到你了")
    assert told[first.volunteer.user.email].startswith("报名已取消")
    assert third.volunteer.user.email not in told


def test_leaving_the_line_frees_no_place():
    activity = ActivityFactory(capacity=1)
    _held, first, second = (sign_up(activity) for _ in range(3))

    signup_withdraw(signup=first, actor=first.volunteer.user)

    assert states(activity) == ["confirmed", "withdrawn", "waitlisted"]
    assert Signup.objects.with_facts().get(pk=second.pk).position == 1


def test_withdrawing_twice_changes_nothing():
    activity = ActivityFactory(capacity=1)
    first, second, third = (sign_up(activity) for _ in range(3))
    signup_withdraw(signup=first, actor=first.volunteer.user)
    messages, log = Message.objects.count(), SignupTransition.objects.count()

    signup_withdraw(signup=first, actor=first.volunteer.user)

    assert states(activity) == ["withdrawn", "confirmed", "waitlisted"]
    assert (Message.objects.count(), SignupTransition.objects.count()) == (messages, log)
    assert second.pk < third.pk


def test_what_has_begun_can_not_be_withdrawn():
    signup = SignupFactory(activity__running=True)

    with pytest.raises(SignupWindowError, match="已经开始"):
        signup_withdraw(signup=signup, actor=signup.volunteer.user)

    assert Signup.objects.get(pk=signup.pk).state == SignupState.CONFIRMED


def test_larger_capacity_moves_the_line_in_order():
    activity = ActivityFactory(capacity=1)
    for _ in range(5):
        sign_up(activity)
    activity.capacity = 3

    activity_save(activity=activity)

    assert states(activity) == ["confirmed"] * 3 + ["waitlisted"] * 2


def test_capacity_below_the_places_held_is_refused_with_how_many_would_have_to_go():
    activity = ActivityFactory(capacity=3)
    for _ in range(3):
        sign_up(activity)
    activity.capacity = 1

    with pytest.raises(CapacityBelowHeldError) as caught:
        activity_save(activity=activity)

    assert caught.value.excess == 2
    assert "2" in str(caught.value)
    activity.refresh_from_db()
    assert activity.capacity == 3


def test_smaller_capacity_that_still_holds_everybody_is_fine():
    activity = ActivityFactory(capacity=5)
    sign_up(activity)
    activity.capacity = 1

    activity_save(activity=activity)

    assert states(activity) == ["confirmed"]


def test_cancelled_activity_cancels_everybody_and_tells_them(django_capture_on_commit_callbacks):
    activity = ActivityFactory(capacity=1)
    with django_capture_on_commit_callbacks(execute=True):
        sign_up(activity)
        sign_up(activity)
    mail.outbox.clear()
    activity.state = ActivityState.CANCELLED

    with django_capture_on_commit_callbacks(execute=True):
        activity_save(activity=activity)

    assert states(activity) == ["cancelled_by_team"] * 2
    assert [message.subject[:4] for message in mail.outbox] == ["活动取消"] * 2
    activity_save(activity=activity)
    assert len(mail.outbox) == 2


def test_line_does_not_move_once_the_activity_has_begun():
    activity = ActivityFactory(running=True, capacity=5)
    SignupFactory(activity=activity, waitlisted=True)

    assert waitlist_advance(activity=activity) == []
    assert states(activity) == ["waitlisted"]


def test_what_the_team_cancelled_can_not_be_withdrawn():
    signup = sign_up(ActivityFactory())
    signup_cancel_by_team(signup=signup, note="下雨")

    with pytest.raises(IllegalTransitionError):
        signup_withdraw(signup=signup, actor=signup.volunteer.user)

    assert Signup.objects.get(pk=signup.pk).state == SignupState.CANCELLED_BY_TEAM


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"closed": True}, SignupWindowError, "截止"),
        ({"over": True}, SignupWindowError, "截止"),
        ({"not_yet_open": True}, SignupWindowError, "还没有开始"),
        ({"cancelled": True}, SignupNotPossibleError, "已取消"),
        ({"project__draft": True}, SignupNotPossibleError, "不招募"),
        ({"project__finished": True}, SignupNotPossibleError, "不招募"),
        ({"project__cancelled": True}, SignupNotPossibleError, "不招募"),
        ({"project__external": True}, SignupNotPossibleError, "不在本站"),
        ({"project__offline": True}, SignupNotPossibleError, "不在本站"),
    ],
)
def test_activity_that_takes_no_sign_up_refuses_in_words(options, error, words):
    activity = ActivityFactory(**options)

    with pytest.raises(error, match=words):
        sign_up(activity)

    assert not activity.signups.exists()
    assert not Message.objects.exists()


def test_age_counts_on_the_day_of_the_activity():
    activity = ActivityFactory(days=10)
    day = timezone.localdate(activity.starts_at)
    just_grown_up = VolunteerFactory(birth_date=day.replace(year=day.year - 18, day=min(day.day, 28)))
    day_too_young = VolunteerFactory(birth_date=just_grown_up.birth_date + timedelta(days=30))

    assert sign_up(activity, volunteer=just_grown_up).state == SignupState.CONFIRMED
    with pytest.raises(UnderageError, match="监护人"):
        sign_up(activity, volunteer=day_too_young)


def test_other_version_than_the_one_asked_now_is_refused():
    project = ProjectFactory()
    activity = ActivityFactory(project=project)
    version = SignupFormVersionFactory(project=project, number=1, questions=[{"label": "会骑车吗"}], published=True)

    with pytest.raises(FormChangedError):
        sign_up(activity, form_version=None)
    assert sign_up(activity, form_version=version).form_version == version

    SignupFormVersionFactory(form=version.form, number=2, questions=[{"label": "会开车吗"}])
    form_publish(project=project)
    with pytest.raises(FormChangedError):
        sign_up(activity, form_version=version)


def test_answers_stay_with_the_version_that_was_answered():
    project = ProjectFactory()
    version = SignupFormVersionFactory(project=project, number=1, questions=[{"label": "会骑车吗"}], published=True)
    question = version.questions.get()
    signup = sign_up(ActivityFactory(project=project), form_version=version, answers={question: "会"})

    SignupFormVersionFactory(form=version.form, number=2, questions=[{"label": "会开车吗"}])
    form_publish(project=project)

    answer = Signup.objects.get(pk=signup.pk).answers.get()
    assert (answer.question.label, answer.value) == ("会骑车吗", "会")
    assert signup.form_version.number == 1


def test_log_replays_to_the_present_state():
    activity = ActivityFactory(capacity=1)
    first, second, third = (sign_up(activity) for _ in range(3))
    signup_withdraw(signup=first, actor=first.volunteer.user)
    activity.refresh_from_db()
    activity.state = ActivityState.CANCELLED
    activity_save(activity=activity)

    for signup in Signup.objects.filter(activity=activity):
        state = ""
        for step in signup.transitions.order_by("id"):
            assert step.from_state == state
            assert step.to_state in TRANSITIONS[state]
            state = step.to_state
        assert state == signup.state
    reasons = list(second.transitions.order_by("id").values_list("reason", flat=True))
    assert reasons == [TransitionReason.APPLIED, TransitionReason.LINE_MOVED, TransitionReason.ACTIVITY_CANCELLED]
    actors = [step.actor for step in second.transitions.order_by("id")]
    assert actors == [second.volunteer.user, None, None]
    assert third.transitions.count() == 2
