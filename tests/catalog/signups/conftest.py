"""What tests of sign-ups share."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from catalog.core.channels import LocmemSmsBackend
from catalog.signups.enums import QuestionKind
from tests.factories.accounts import ConsentFactory, PrivacyNoticeFactory, UserFactory, VolunteerFactory
from tests.factories.catalog import ActivityFactory, ProjectFactory
from tests.factories.signups import SignupFormVersionFactory

QUESTIONS = [
    {"label": "你能辅导什么", "kind": QuestionKind.MULTIPLE_CHOICE, "choices": ["语文", "数学", "英语"]},
    {"label": "参加过培训吗", "kind": QuestionKind.YES_NO},
    {"label": "想说的", "kind": QuestionKind.LONG_TEXT, "is_required": False},
]


@pytest.fixture(autouse=True)
def _fresh_limits():
    """Rate limits are counted in the cache, and SMS in a list: each test begins with neither."""
    cache.clear()
    LocmemSmsBackend.outbox.clear()
    yield
    cache.clear()


@pytest.fixture
def last_code():
    """`last_code()`: the code that left last, by mail or SMS."""

    def read() -> str:
        sms = LocmemSmsBackend.outbox[-1]["text"] if LocmemSmsBackend.outbox else ""
        return re.search(r"验证码：?\s?(\d{6})", sms or mail.outbox[-1].body)[1]

    return read


@pytest.fixture
def notice():
    """The privacy notice in force."""
    return PrivacyNoticeFactory()


@pytest.fixture
def volunteer(notice):
    """A volunteer who agreed to the notice."""
    volunteer = VolunteerFactory(name="王小梅")
    ConsentFactory(user=volunteer.user, notice=notice)
    return volunteer


@pytest.fixture
def volunteer_client(volunteer):
    """The browser in which the volunteer is logged in."""
    client = Client()
    client.force_login(volunteer.user)
    return client


@pytest.fixture
def asking(notice):
    """An activity whose project asks three questions; its `version` hangs on it, and `answers()` fills the form in."""
    project = ProjectFactory(title="四点半学校：作业陪伴")
    activity = ActivityFactory(project=project)
    activity.version = SignupFormVersionFactory(project=project, number=1, questions=QUESTIONS, published=True)
    return activity


def filled_in(activity, **changes) -> dict:
    """What somebody types into the form of `activity`; None leaves a field out."""
    data = {
        "name": "李晓明",
        "birth_date": "1995-03-05",
        "contact": "13800138000",
        "join_waitlist": "on",
        "agree": "on",
        "form_version": "0",
    }
    if version := getattr(activity, "version", None):
        first, second, third = version.questions.all()
        data |= {"form_version": str(version.number), first.field_name: ["语文", "英语"], second.field_name: "yes"}
        data |= {third.field_name: "早走一会儿"}
    data |= changes
    return {name: value for name, value in data.items() if value is not None}


def user_with_consent(notice, **options):
    """An account that agreed to the notice."""
    user = UserFactory(**options)
    ConsentFactory(user=user, notice=notice)
    return user
