"""Signing up in the browser: form, code, confirmation; nothing typed is ever lost."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from catalog.projects.models import Activity
from catalog.signups.models import Signup
from catalog.signups.services import form_publish
from catalog.volunteers.models import Consent, User, Volunteer
from tests.catalog.signups.conftest import filled_in
from tests.factories.accounts import PrivacyNoticeFactory, UserFactory, VolunteerFactory
from tests.factories.catalog import ActivityFactory
from tests.factories.signups import SignupFactory, SignupFormVersionFactory

pytestmark = pytest.mark.django_db

CODE = "/accounts/login/code/confirm/"
SAID = ("李晓明", "1995-03-05", "13800138000", "早走一会儿")


def html(answer) -> str:
    """The page as text."""
    return answer.content.decode()


def is_shown_again(answer) -> None:
    """Everything that was typed is on the page again."""
    page = html(answer)
    for said in SAID:
        assert said in page
    assert 'value="语文" id=' in page.replace("  ", " ") or 'value="语文"' in page
    assert page.count(" checked") >= 3, "both choices, and yes"


class TestNewCitizen:
    """Somebody without an account: three screens from the project page."""

    def test_form_code_confirmation(self, client, asking, last_code):
        url = asking.get_signup_url()
        page = html(client.get(url))
        for words in ("姓名", "出生日期", "手机号或邮箱", "你能辅导什么", "若已满，列入候补", "我看过了，同意"):
            assert words in page

        answer = client.post(url, filled_in(asking))
        assert answer.status_code == 302
        assert answer.url.startswith(CODE)
        assert not User.objects.exists()
        assert "13800138000" not in answer.url
        assert "138" in html(client.get(answer.url))

        answer = client.post(answer.url, {"code": last_code()})

        signup = Signup.objects.get()
        assert answer.url == f"/me/signups/{signup.public_id}/"
        assert signup.state == "confirmed"
        assert signup.volunteer.name == "李晓明"
        assert str(signup.volunteer.user.phone) == "+8613800138000"
        assert signup.volunteer.user.phone_verified
        assert Consent.objects.filter(user=signup.volunteer.user).exists()
        values = [each.value for each in signup.answers.order_by("question__order")]
        assert values == [["语文", "英语"], True, "早走一会儿"]
        assert client.get(answer.url).status_code == 200
        assert not any(key.startswith("signup_draft") for key in list(client.session.keys()))

    def test_by_mail_too(self, client, asking, last_code, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(asking.get_signup_url(), filled_in(asking, contact="Li@Example.org"))
            client.post(answer.url, {"code": last_code()})

        assert Signup.objects.get().volunteer.user.email == "li@example.org"
        assert mail.outbox[-1].subject.startswith("报名成功")

    def test_failed_validation_keeps_everything(self, client, asking):
        answer = client.post(asking.get_signup_url(), filled_in(asking, agree=None))

        assert answer.status_code == 200
        assert "有 1 处要改一下" in html(answer)
        assert "勾选同意后才能继续" in html(answer)
        is_shown_again(answer)
        assert not mail.outbox

    def test_back_button_shows_what_was_typed(self, client, asking):
        client.post(asking.get_signup_url(), filled_in(asking))

        is_shown_again(client.get(asking.get_signup_url()))

    def test_wrong_codes_lead_back_to_the_form_as_it_was(self, client, asking, last_code):
        url = client.post(asking.get_signup_url(), filled_in(asking)).url
        wrong = "000000" if last_code() != "000000" else "111111"

        for _ in range(5):
            answer = client.post(url, {"code": wrong}, follow=True)

        assert answer.redirect_chain[-1][0] == asking.get_signup_url()
        is_shown_again(answer)
        assert not Signup.objects.exists()

    def test_session_lost_before_the_code_loses_nothing(self, client, asking, last_code):
        url = client.post(asking.get_signup_url(), filled_in(asking)).url
        kept = client.get(url).context["kept"]
        client.session.flush()
        client.cookies.pop("sessionid")

        answer = client.post(url, {"code": last_code(), "kept": kept}, follow=True)

        assert answer.redirect_chain[-1][0] == asking.get_signup_url()
        assert "你填的还在" in html(answer)
        is_shown_again(answer)

    def test_session_expired_on_a_logged_in_form_asks_for_the_contact_and_keeps_the_rest(self, client, asking):
        """The form was shown to somebody logged in; at the POST the session is gone."""
        answer = client.post(asking.get_signup_url(), filled_in(asking, contact=None))

        page = html(answer)
        assert "登录过期了" in page
        assert 'name="contact"' in page
        for said in ("李晓明", "1995-03-05", "早走一会儿"):
            assert said in page

    def test_log_in_on_the_way_keeps_what_was_typed(self, client, asking, volunteer, last_code):
        answer = client.post(asking.get_signup_url(), filled_in(asking, agree=None, do="login"))
        assert answer.url.startswith("/accounts/login/?next=")
        assert "李晓明" not in answer.url

        login = client.post(answer.url, {"contact": volunteer.user.email})
        answer = client.post(login.url, {"code": last_code()}, follow=True)

        assert answer.redirect_chain[-1][0] == asking.get_signup_url()
        page = html(answer)
        for said in ("李晓明", "1995-03-05", "早走一会儿"):
            assert said in page
        assert 'name="contact"' not in page

    def test_log_in_in_another_window_shows_the_form_again_instead_of_losing_it(self, asking, volunteer):
        client = Client(enforce_csrf_checks=True)
        client.get(asking.get_signup_url())
        stale = client.cookies["csrftoken"].value
        client.force_login(volunteer.user)
        client.cookies["csrftoken"] = "a" * 32

        answer = client.post(asking.get_signup_url(), filled_in(asking, csrfmiddlewaretoken=stale))

        assert answer.status_code == 403
        assert "再按一次" in html(answer)
        for said in ("李晓明", "1995-03-05", "早走一会儿"):
            assert said in html(answer)
        assert not Signup.objects.exists()

    def test_known_address_signs_up_as_that_person(self, client, asking, volunteer, last_code):
        answer = client.post(asking.get_signup_url(), filled_in(asking, contact=volunteer.user.email))
        client.post(answer.url, {"code": last_code()})

        assert Signup.objects.get().volunteer == volunteer
        assert Volunteer.objects.count() == 1

    def test_known_address_that_signed_up_before_finds_that_sign_up(self, client, asking, volunteer, last_code):
        existing = SignupFactory(activity=asking, volunteer=volunteer)

        answer = client.post(asking.get_signup_url(), filled_in(asking, contact=volunteer.user.email))
        answer = client.post(answer.url, {"code": last_code()})

        assert answer.url == existing.get_absolute_url()
        assert Signup.objects.count() == 1
        volunteer.refresh_from_db()
        assert volunteer.name == "王小梅", "nothing is half-written"

    def test_filled_up_between_form_and_code_ends_in_the_line(self, client, asking, last_code):
        Activity.objects.filter(pk=asking.pk).update(capacity=1)
        url = client.post(asking.get_signup_url(), filled_in(asking)).url
        SignupFactory(activity=asking)

        answer = client.post(url, {"code": last_code()}, follow=True)

        assert Signup.objects.latest("id").state == "waitlisted"
        assert "第 1 位" in html(answer)

    def test_filled_up_between_form_and_code_without_the_tick_is_said_on_the_form(self, client, asking, last_code):
        Activity.objects.filter(pk=asking.pk).update(capacity=1)
        url = client.post(asking.get_signup_url(), filled_in(asking, join_waitlist=None)).url
        SignupFactory(activity=asking)

        answer = client.post(url, {"code": last_code()}, follow=True)

        assert answer.redirect_chain[-1][0] == asking.get_signup_url()
        assert "已经满员" in html(answer)
        assert "李晓明" in html(answer)
        assert Signup.objects.count() == 1

    def test_team_publishes_another_form_between_form_and_code(self, client, asking, last_code):
        url = client.post(asking.get_signup_url(), filled_in(asking)).url
        new = SignupFormVersionFactory(form=asking.version.form, number=2)
        for question in asking.version.questions.all():
            question.pk, question.version, question._state.adding = None, new, True
            question.save()
        new.questions.create(label="新问题", order=9)
        form_publish(project=asking.project)

        answer = client.post(url, {"code": last_code()}, follow=True)

        assert "报名表有变化" in html(answer)
        assert "新问题" in html(answer)
        assert "早走一会儿" in html(answer)
        assert not Signup.objects.exists()

    def test_asked_for_codes_too_often(self, client, asking):
        for _ in range(3):
            client.post(asking.get_signup_url(), filled_in(asking))

        answer = client.post(asking.get_signup_url(), filled_in(asking))

        assert answer.status_code == 429
        assert asking.get_signup_url() in html(answer)
        is_shown_again(client.get(asking.get_signup_url()))

    def test_no_notice_yet_means_no_box(self, client, last_code):
        activity = ActivityFactory()

        assert "我看过了" not in html(client.get(activity.get_signup_url()))
        answer = client.post(activity.get_signup_url(), filled_in(activity, agree=None))
        client.post(answer.url, {"code": last_code()})

        assert Signup.objects.count() == 1


class TestUnderage:
    """Whoever is under 18 is told how to take part with a guardian; nothing is kept."""

    def young(self, years: int = 12) -> str:
        """A day of birth `years` ago."""
        today = timezone.localdate()
        return today.replace(year=today.year - years, day=min(today.day, 28)).isoformat()

    def test_told_with_the_number_to_call(self, client, asking):
        answer = client.post(asking.get_signup_url(), filled_in(asking, birth_date=self.young()))

        page = html(answer)
        assert answer.status_code == 200
        assert "监护人" in page
        assert f'href="tel:{asking.project.contact_phone.replace("-", "")}"' in page
        assert not mail.outbox

    def test_nothing_is_stored(self, client, asking):
        client.post(asking.get_signup_url(), filled_in(asking, birth_date=self.young()))

        assert not client.session.keys()
        assert not User.objects.exists()
        assert not Volunteer.objects.exists()

    def test_logged_in_young_person_changes_nothing(self, volunteer_client, volunteer, asking):
        answer = volunteer_client.post(asking.get_signup_url(), filled_in(asking, birth_date=self.young(17)))

        assert "监护人" in html(answer)
        volunteer.refresh_from_db()
        assert volunteer.birth_date.year == 1990
        assert not Signup.objects.exists()


class TestVolunteer:
    """Somebody who is logged in: form, confirmation."""

    def test_known_data_is_filled_in_and_one_press_is_enough(self, volunteer_client, volunteer, asking):
        page = html(volunteer_client.get(asking.get_signup_url()))
        assert "王小梅" in page
        assert "1990-05-04" in page
        assert 'name="contact"' not in page
        assert 'name="agree"' not in page
        assert volunteer.user.email in page

        answer = volunteer_client.post(asking.get_signup_url(), filled_in(asking, contact=None, agree=None))

        assert answer.url == Signup.objects.get().get_absolute_url()

    def test_full_activity_puts_in_line_with_position_in_the_same_request(self, volunteer_client, asking):
        Activity.objects.filter(pk=asking.pk).update(capacity=1)
        SignupFactory(activity=asking)
        SignupFactory(activity=asking, waitlisted=True)

        answer = volunteer_client.post(asking.get_signup_url(), filled_in(asking), follow=True)

        assert "你排在第 2 位" in html(answer)
        assert "候补" in html(answer)

    def test_full_activity_without_the_tick_keeps_everything_and_says_what_to_do(self, volunteer_client, asking):
        Activity.objects.filter(pk=asking.pk).update(capacity=1)
        SignupFactory(activity=asking)

        answer = volunteer_client.post(asking.get_signup_url(), filled_in(asking, join_waitlist=None))

        assert answer.status_code == 409
        assert "勾选「若已满，列入候补」" in html(answer)
        assert "早走一会儿" in html(answer)
        assert Signup.objects.count() == 1

    def test_double_press_finds_the_one_sign_up(self, volunteer_client, asking):
        first = volunteer_client.post(asking.get_signup_url(), filled_in(asking))
        second = volunteer_client.post(asking.get_signup_url(), filled_in(asking))

        assert first.url == second.url
        assert Signup.objects.count() == 1
        assert volunteer_client.get(asking.get_signup_url()).url == first.url

    def test_newer_notice_is_asked_for_on_the_form(self, volunteer_client, volunteer, asking):
        newer = PrivacyNoticeFactory(version="2027", effective_at=timezone.now() - timedelta(minutes=1))

        answer = volunteer_client.post(asking.get_signup_url(), filled_in(asking, agree=None))
        assert "勾选同意后才能继续" in html(answer)

        volunteer_client.post(asking.get_signup_url(), filled_in(asking))
        assert volunteer.user.consents.filter(notice=newer).exists()
        assert Signup.objects.count() == 1

    def test_changed_form_is_shown_with_what_was_answered(self, volunteer_client, asking):
        data = filled_in(asking)
        new = SignupFormVersionFactory(form=asking.version.form, number=2)
        for question in asking.version.questions.all():
            question.pk, question.version, question._state.adding = None, new, True
            question.save()
        new.questions.create(label="新问题", order=9)
        form_publish(project=asking.project)

        answer = volunteer_client.post(asking.get_signup_url(), data)

        assert answer.status_code == 409
        assert "更新了报名表" in html(answer)
        assert "新问题" in html(answer)
        assert "早走一会儿" in html(answer)
        assert 'name="form_version" value="2"' in html(answer)

    def test_who_withdrew_can_sign_up_again(self, volunteer_client, volunteer, asking):
        SignupFactory(activity=asking, volunteer=volunteer, withdrawn=True)

        volunteer_client.post(asking.get_signup_url(), filled_in(asking))

        assert list(Signup.objects.order_by("id").values_list("state", flat=True)) == ["withdrawn", "confirmed"]


def test_form_is_never_cached_and_not_indexed(client, asking):
    answer = client.get(asking.get_signup_url())

    assert "no-store" in answer["Cache-Control"]
    assert 'name="robots" content="noindex"' in html(answer)


def test_same_number_of_queries_for_one_question_and_twenty(volunteer_client, django_assert_max_num_queries, notice):
    activity = ActivityFactory()
    SignupFormVersionFactory(
        project=activity.project, number=1, questions=[{"label": f"问题 {n}"} for n in range(20)], published=True
    )

    with django_assert_max_num_queries(14):
        volunteer_client.get(activity.get_signup_url())


def test_at_most_three_drafts_are_kept(client, notice):
    activities = [ActivityFactory() for _ in range(5)]
    for number, activity in enumerate(activities):
        client.post(activity.get_signup_url(), filled_in(activity, contact=f"person{number}@example.org"))

    kept = [key for key in list(client.session.keys()) if key.startswith("signup_draft")]
    assert sorted(kept) == sorted(f"signup_draft:{activity.public_id}" for activity in activities[-3:])


def test_person_without_volunteer_row_becomes_one(client, notice, asking):
    user = UserFactory()
    client.force_login(user)

    client.post(asking.get_signup_url(), filled_in(asking))

    assert Volunteer.objects.get(user=user).name == "李晓明"
    assert VolunteerFactory._meta.model.objects.count() == 1
