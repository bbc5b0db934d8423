"""Activities that take no sign-up, unknown addresses, hostile input."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from catalog.projects.models import Activity
from catalog.signups.models import Signup
from tests.catalog.signups.conftest import filled_in
from tests.factories.catalog import ActivityFactory
from tests.factories.signups import SignupFormVersionFactory

pytestmark = pytest.mark.django_db


def html(answer) -> str:
    """The page as text."""
    return answer.content.decode()


def is_shown_again(answer) -> None:
    """Everything that was typed is on the page again."""
    for said in ("李晓明", "1995-03-05", "13800138000", "早走一会儿"):
        assert said in html(answer)


@pytest.mark.parametrize(
    ("options", "status", "words"),
    [
        ({"cancelled": True}, 410, "这一场取消了"),
        ({"over": True}, 410, "已经结束"),
        ({"closed": True}, 410, "报名已经截止"),
        ({"running": True, "signup_closes_at": timezone.now() - timedelta(hours=1)}, 410, "报名已经截止"),
        ({"not_yet_open": True}, 409, "报名还没有开始"),
        ({"project__external": True}, 409, "不在本站报名"),
        ({"project__offline": True}, 409, "不在本站报名"),
        ({"project__finished": True}, 410, "已经结束"),
        ({"project__cancelled": True}, 410, "取消了"),
    ],
)
def test_activity_that_takes_no_sign_up_says_why_and_shows_a_way_on(client, options, status, words):
    activity = ActivityFactory(**options)

    answer = client.get(activity.get_signup_url())

    assert answer.status_code == status
    assert words in html(answer)
    assert activity.project.get_absolute_url() in html(answer)
    assert "<form" not in html(answer).partition("<main")[2]
    answer = client.post(activity.get_signup_url(), {})
    assert answer.status_code == status


def test_closed_page_offers_the_other_activities_of_the_project(client):
    activity = ActivityFactory(closed=True)
    other = ActivityFactory(project=activity.project, days=9)

    assert other.get_signup_url() in html(client.get(activity.get_signup_url()))


def test_closed_while_somebody_was_typing_keeps_what_was_typed(volunteer_client, asking):
    Activity.objects.filter(pk=asking.pk).update(signup_closes_at=timezone.now() - timedelta(minutes=1))

    answer = volunteer_client.post(asking.get_signup_url(), filled_in(asking))

    assert answer.status_code == 409
    assert "已经截止" in html(answer)
    assert "早走一会儿" in html(answer)
    assert not Signup.objects.exists()


def test_closed_while_a_newcomer_was_typing_sends_no_code(client, asking):
    Activity.objects.filter(pk=asking.pk).update(signup_closes_at=timezone.now() - timedelta(minutes=1))

    answer = client.post(asking.get_signup_url(), filled_in(asking))

    assert answer.status_code == 409
    is_shown_again(answer)
    assert not mail.outbox
    assert not client.session.keys()


@pytest.mark.parametrize("options", [{"draft": True}, {"in_review": True}, {"withdrawn": True}])
def test_project_that_is_not_public_is_not_there(client, options):
    activity = ActivityFactory(**{f"project__{name}": value for name, value in options.items()})

    assert client.get(activity.get_signup_url()).status_code == 404
    assert client.post(activity.get_signup_url(), filled_in(activity)).status_code == 404


def test_unknown_ids_are_not_there(client, asking):
    other = ActivityFactory()
    right = asking.get_signup_url()

    for wrong in (
        right.replace(asking.public_id, "zzzzzzzzzz"),
        right.replace(asking.public_id, other.public_id),
        right.replace(asking.project.public_id, other.project.public_id),
        right.replace(asking.public_id, str(asking.pk)),
        right.replace(asking.public_id, "x" * 500),
    ):
        assert client.get(wrong).status_code == 404
        assert client.post(wrong, filled_in(asking)).status_code == 404


HOSTILE = ["", "   ", "\n\n", "x" * 10_000, "0", "-1", "🙂" * 50, "'\"><script>alert(1)</script>", "1e400", "9" * 5000]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("logged_in", [False, True])
def test_hostile_values_in_any_field_get_a_corrected_page(client, volunteer, asking, value, logged_in):
    if logged_in:
        client.force_login(volunteer.user)
    names = [name for name in filled_in(asking) if name != "agree"]
    for name in names:
        answer = client.post(asking.get_signup_url(), filled_in(asking, **{name: value}))
        assert answer.status_code in (200, 302, 409, 429), f"{name}: {answer.status_code}"
        if answer.status_code != 302:
            assert "<script>alert" not in html(answer)
    for signup in Signup.objects.all():
        assert len(signup.volunteer.name) <= 40


def test_bytes_that_are_no_text_get_a_corrected_page(volunteer_client, asking):
    body = "&".join(f"{name}=%FF%FE%00"[:-3] for name in filled_in(asking))

    answer = volunteer_client.post(asking.get_signup_url(), body, content_type="application/x-www-form-urlencoded")

    assert answer.status_code in (200, 409)
    assert not Signup.objects.exists()


@pytest.mark.parametrize("logged_in", [False, True])
def test_nul_in_any_field_is_refused_clearly(client, volunteer, asking, logged_in):
    if logged_in:
        client.force_login(volunteer.user)
    for name in filled_in(asking):
        answer = client.post(asking.get_signup_url(), filled_in(asking, **{name: "a\x00b"}))
        assert answer.status_code == 400, name
    assert not Signup.objects.exists()


def test_forged_choices_are_refused(volunteer_client, asking):
    several, yes_no, _text = asking.version.questions.all()

    for name, value in ((several.field_name, ["语文", "物理"]), (yes_no.field_name, "maybe")):
        answer = volunteer_client.post(asking.get_signup_url(), filled_in(asking, **{name: value}))
        assert answer.status_code == 200
        assert "请从列出的选项里选" in html(answer)
    assert not Signup.objects.exists()


def test_answers_to_questions_of_others_are_left_out(volunteer_client, asking):
    foreign = SignupFormVersionFactory(questions=[{"label": "别人的"}], published=True).questions.get()

    volunteer_client.post(asking.get_signup_url(), filled_in(asking, **{foreign.field_name: "x", "state": "confirmed"}))

    assert not Signup.objects.get().answers.filter(question=foreign).exists()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_refused(client, asking, method):
    assert getattr(client, method)(asking.get_signup_url()).status_code == 405


def test_without_a_token_nothing_is_written(volunteer, asking):
    client = Client(enforce_csrf_checks=True)
    client.force_login(volunteer.user)

    answer = client.post(asking.get_signup_url(), filled_in(asking))
    assert answer.status_code == 403
    answer = client.post(asking.get_signup_url(), filled_in(asking), headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert "李晓明" not in html(answer), "another site fills in nothing"
    assert not Signup.objects.exists()


def test_with_a_token_it_is(volunteer, asking):
    client = Client(enforce_csrf_checks=True)
    client.force_login(volunteer.user)
    client.get(asking.get_signup_url())

    answer = client.post(
        asking.get_signup_url(), filled_in(asking, csrfmiddlewaretoken=client.cookies["csrftoken"].value)
    )

    assert answer.status_code == 302
    assert Signup.objects.count() == 1
