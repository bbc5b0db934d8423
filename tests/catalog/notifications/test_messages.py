"""Messages: written once, sent once, kept when a channel does not take them."""

import pytest
from django.core import mail

from catalog.core.channels import ChannelError, LocmemSmsBackend
from catalog.notifications.models import Delivery, Message
from catalog.notifications.services import message_post
from catalog.notifications.tasks import deliver
from catalog.signups.messages import KINDS, tell
from tests.factories.accounts import UserFactory, VolunteerFactory
from tests.factories.signups import SignupFactory

pytestmark = pytest.mark.django_db


def told(signup, **options) -> Message:
    """What the volunteer is told of the state of `signup`."""
    tell(signup, **options)
    return Message.objects.latest("id")


def test_same_key_is_written_once():
    signup = SignupFactory()

    first = told(signup)
    again = message_post(
        recipient=signup.volunteer.user, kind="signup_confirmed", key=first.key, context={}, language="zh-hans"
    )

    assert again == first
    assert Message.objects.count() == 1
    assert Delivery.objects.count() == 1


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("state", list(KINDS))
def test_every_state_has_a_whole_message(state, language):
    signup = SignupFactory(state=state, activity__project__title="四点半学校：作业陪伴")

    message = told(signup, note="下雨 & 打雷 <b>", language=language)

    assert "四点半学校" in message.subject
    assert "\n" not in message.subject
    assert len(message.subject) <= 200
    assert 20 < len(message.sms) <= 300
    assert "四点半学校" in message.sms
    for body in (message.text, message.html):
        assert signup.activity.project.title in body
        assert signup.activity.place_name in body
        assert signup.activity.project.contact_phone in body
    assert "&amp;" not in message.text, "plain text is not escaped"
    assert "<b>" not in message.html
    assert "style=" not in message.html
    assert bool(message.calendar) == (state == "confirmed")


def test_person_from_the_line_reads_that_it_is_their_turn():
    message = told(SignupFactory(), moved_up=True)

    assert message.subject.startswith("轮到你了")
    assert "轮到你了" in message.sms


def test_waiting_person_reads_the_position():
    first = SignupFactory(waitlisted=True)
    second = SignupFactory(activity=first.activity, waitlisted=True)

    assert "第 2 位" in told(second).subject


def test_names_with_line_breaks_break_no_header():
    signup = SignupFactory(activity__project__title="一行\nBcc: someone@example.org")

    assert "\n" not in told(signup).subject


def test_mail_where_there_is_an_address_else_sms():
    by_mail = SignupFactory()
    by_sms = SignupFactory(volunteer=VolunteerFactory(user=UserFactory(by_phone=True)))

    assert told(by_mail).deliveries.get().channel == Delivery.Channel.EMAIL
    assert told(by_sms).deliveries.get().channel == Delivery.Channel.SMS


def test_delivery_leaves_once(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        told(SignupFactory())
    delivery = Delivery.objects.get()
    assert delivery.state == Delivery.State.SENT
    assert delivery.sent_at

    deliver.call(delivery.pk)
    deliver.call(999_999)

    assert len(mail.outbox) == 1
    assert mail.outbox[0].extra_headers["Message-ID"].startswith("<message-")


def test_what_the_vendor_refuses_stays_pending_with_the_reason(monkeypatch, django_capture_on_commit_callbacks):
    def refuse(self, *, to, text):
        raise ChannelError("余额不足")

    monkeypatch.setattr(LocmemSmsBackend, "send", refuse)
    with django_capture_on_commit_callbacks(execute=True):
        told(SignupFactory(volunteer=VolunteerFactory(user=UserFactory(by_phone=True))))

    delivery = Delivery.objects.get()
    assert delivery.state == Delivery.State.PENDING
    assert delivery.attempts == 1
    assert "余额不足" in delivery.last_error

    monkeypatch.undo()
    deliver.call(delivery.pk)
    delivery.refresh_from_db()
    assert delivery.state == Delivery.State.SENT


def test_nothing_leaves_when_the_sign_up_is_rolled_back(django_capture_on_commit_callbacks):
    from django.db import transaction

    with django_capture_on_commit_callbacks(execute=True), pytest.raises(RuntimeError), transaction.atomic():
        told(SignupFactory())
        raise RuntimeError

    assert not Message.objects.exists()
    assert not mail.outbox
