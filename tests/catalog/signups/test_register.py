"""Signing up as one step for somebody new, and what people are told of it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone, translation

from catalog.core.channels import LocmemSmsBackend
from catalog.notifications.models import Delivery, Message
from catalog.signups.exceptions import (
    UnderageError,
)
from catalog.signups.models import Signup
from catalog.signups.services import (
    signup_register,
    signup_submit,
)
from catalog.volunteers.models import Consent, Volunteer
from tests.factories.accounts import PrivacyNoticeFactory, UserFactory, VolunteerFactory
from tests.factories.catalog import ActivityFactory

pytestmark = pytest.mark.django_db


def sign_up(activity, **options) -> Signup:
    """Somebody new signs up."""
    return signup_submit(activity=activity, volunteer=options.pop("volunteer", None) or VolunteerFactory(), **options)


def test_register_makes_volunteer_consent_and_sign_up_in_one():
    user, notice = UserFactory(), PrivacyNoticeFactory()
    birthday = VolunteerFactory.build().birth_date

    signup = signup_register(
        user=user,
        name="王小梅",
        birth_date=birthday,
        activity=ActivityFactory(),
        answers={},
        form_version=None,
        join_waitlist=True,
        notice=notice,
    )

    assert signup.volunteer == Volunteer.objects.get(user=user, name="王小梅")
    assert Consent.objects.get(user=user).notice == notice


def test_register_that_is_refused_leaves_nothing():
    user = UserFactory()

    with pytest.raises(UnderageError):
        signup_register(
            user=user,
            name="小朋友",
            birth_date=timezone.localdate() - timedelta(days=365 * 10),
            activity=ActivityFactory(),
            answers={},
            form_version=None,
            join_waitlist=True,
            notice=PrivacyNoticeFactory(),
        )

    assert not Volunteer.objects.exists()
    assert not Consent.objects.exists()


def test_each_step_is_told_once_with_what_when_where(django_capture_on_commit_callbacks):
    activity = ActivityFactory(project__title="四点半学校：作业陪伴")

    with django_capture_on_commit_callbacks(execute=True):
        signup = sign_up(activity)

    message = Message.objects.get()
    assert (message.kind, message.recipient) == ("signup_confirmed", signup.volunteer.user)
    sent = mail.outbox[0]
    assert "四点半学校" in sent.subject
    starts = timezone.localtime(activity.starts_at)
    for words in (
        f"{starts:%H:%M}",
        activity.place_name,
        "uri.amap.com",
        "api.map.baidu.com",
        "apis.map.qq.com",
        "李老师",
    ):
        assert words in sent.body
    assert f"/me/signups/{signup.public_id}/#cancel" in sent.body
    html = next(content for content, kind in sent.alternatives if kind == "text/html")
    assert "<style" not in html
    assert "style=" not in html
    assert activity.place_name in html
    name, content, kind = sent.attachments[0]
    assert kind == "text/calendar"
    assert name.endswith(".ics")
    assert "BEGIN:VEVENT" in content
    assert Delivery.objects.get().state == Delivery.State.SENT


def test_person_without_mail_is_told_by_sms(django_capture_on_commit_callbacks):
    LocmemSmsBackend.outbox.clear()
    volunteer = VolunteerFactory(user=UserFactory(by_phone=True))

    with django_capture_on_commit_callbacks(execute=True):
        signup = sign_up(ActivityFactory(), volunteer=volunteer)

    sent = LocmemSmsBackend.outbox[-1]
    assert sent["to"] == str(volunteer.user.phone)
    assert "报名成功" in sent["text"]
    assert signup.public_id in sent["text"]
    assert not mail.outbox


def test_message_speaks_the_language_in_which_somebody_signed_up():
    with translation.override("en"):
        signup = sign_up(ActivityFactory())

    message = Message.objects.get()
    assert message.language == "en"
    assert message.url == f"/en/me/signups/{signup.public_id}/"
