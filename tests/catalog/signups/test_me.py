"""One's own sign-ups: the list, the confirmation, withdrawing, calendar and picture."""

import io
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from catalog.signups.models import Signup
from catalog.signups.services import signup_submit, signup_withdraw
from tests.factories.accounts import UserFactory, VolunteerFactory
from tests.factories.catalog import ActivityFactory, MembershipFactory
from tests.factories.signups import SignupFactory

pytestmark = pytest.mark.django_db


def html(answer) -> str:
    """The page as text."""
    return answer.content.decode()


class TestList:
    """/me/: what comes, what waits, what was."""

    def test_empty_page_shows_a_way_on(self, client, notice, volunteer_client):
        page = html(volunteer_client.get("/me/"))

        assert "还没有报名" in page
        assert "/projects/" in page
        assert "empty-signups.svg" in page

    def test_next_one_first_then_the_rest_the_line_and_the_past(self, volunteer, volunteer_client):
        def one(days, title, **state):
            activity = ActivityFactory(days=days, project__title=title)
            return SignupFactory(activity=activity, volunteer=volunteer, **state)

        later = one(9, "后面的")
        soon = one(2, "最近的")
        waiting = one(1, "等着的", waitlisted=True)
        past = one(-3, "做过的")
        gone = one(4, "不去的", withdrawn=True)

        page = html(volunteer_client.get("/me/"))

        places = [page.index(signup.get_absolute_url()) for signup in (soon, later, waiting, gone, past)]
        assert places == sorted(places)
        assert "下一次，还有 2 天" in page
        assert "第 1 位" in page
        assert page.count("已结束") == 1
        assert "王小梅" in page

    def test_only_one_s_own(self, volunteer_client):
        other = SignupFactory(activity__project__title="别人的项目")

        assert other.activity.project.title not in html(volunteer_client.get("/me/"))

    def test_same_number_of_queries_at_1_and_at_30(self, volunteer, volunteer_client, django_assert_num_queries):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        def fill(count):
            for _ in range(count):
                SignupFactory(volunteer=volunteer, activity__days=3)
                SignupFactory(volunteer=volunteer, activity__days=5, waitlisted=True)
                SignupFactory(volunteer=volunteer, activity__days=-3)

        fill(1)
        volunteer_client.get("/me/")
        with CaptureQueriesContext(connection) as one:
            volunteer_client.get("/me/")
        fill(9)
        with django_assert_num_queries(len(one)):
            volunteer_client.get("/me/")
        assert len(one) <= 12

    def test_way_to_the_team_s_tools_for_who_runs_one(self, volunteer, volunteer_client):
        assert "/team/" not in html(volunteer_client.get("/me/"))

        MembershipFactory(user=volunteer.user, coordinator=True)

        assert "/team/" in html(volunteer_client.get("/me/"))

    @pytest.mark.parametrize("page", ["0", "-1", "99999", "abc", "1e9", "💥", "1" * 300])
    def test_odd_page_numbers_show_a_page(self, volunteer, volunteer_client, page):
        SignupFactory(volunteer=volunteer, activity__over=True)

        assert volunteer_client.get("/me/", {"page": page}).status_code == 200


class TestConfirmation:
    """/me/signups/<id>/: state in words, what, when, where, whom to ask, how to cancel."""

    def test_confirmed(self, volunteer, volunteer_client):
        activity = ActivityFactory(project__title="四点半学校：作业陪伴")
        signup = signup_submit(activity=activity, volunteer=volunteer)

        page = html(volunteer_client.get(signup.get_absolute_url()))

        starts = timezone.localtime(activity.starts_at)
        for words in (
            "已录用",
            "报上了",
            f"{starts:%H:%M}",
            activity.place_name,
            activity.address,
            "高德地图",
            "百度地图",
            "腾讯地图",
            activity.project.contact_name,
            activity.project.contact_phone,
            "确定取消",
            f"{signup.public_id}/calendar.ics",
            f"{signup.public_id}/qr.png",
        ):
            assert words in page
        assert "113.2418" not in page.partition("uri.amap.com")[2][:80], "高德 gets GCJ-02"
        assert "coord_type=wgs84" in page

    def test_waitlisted_says_the_position_and_offers_no_calendar(self, volunteer, volunteer_client):
        activity = ActivityFactory(capacity=1)
        SignupFactory(activity=activity)
        SignupFactory(activity=activity, waitlisted=True)
        signup = signup_submit(activity=activity, volunteer=volunteer)

        page = html(volunteer_client.get(signup.get_absolute_url()))

        assert "你排在第 2 位" in page
        assert "calendar.ics" not in page
        assert "确定取消" in page

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            ({"withdrawn": True}, "报名已经取消"),
            ({"cancelled_by_team": True}, "队伍取消了这一场"),
            ({"activity__over": True}, "这一场已经结束"),
            ({"activity__over": True, "waitlisted": True}, "没有等到空位"),
            ({"activity__running": True}, "活动已经开始"),
        ],
    )
    def test_other_states_offer_nothing_that_can_not_be_done(self, volunteer, volunteer_client, options, words):
        signup = SignupFactory(volunteer=volunteer, **options)

        page = html(volunteer_client.get(signup.get_absolute_url()))

        assert words in page
        assert "确定取消" not in page

    def test_place_without_coordinates_has_no_map_links(self, volunteer, volunteer_client):
        signup = SignupFactory(volunteer=volunteer, activity__latitude=None, activity__longitude=None)

        page = html(volunteer_client.get(signup.get_absolute_url()))

        assert "高德地图" not in page
        assert signup.activity.place_name in page

    @pytest.mark.parametrize("part", ["", "calendar.ics", "qr.png"])
    def test_nobody_else_may_see_it(self, volunteer_client, part):
        other = SignupFactory()
        url = other.get_absolute_url() + part

        assert volunteer_client.get(url).status_code == 404
        assert Client().get(url).status_code == 302

    @pytest.mark.parametrize("wrong", ["zzzzzzzzzz", "1", "a" * 300, "0123456789"])
    def test_unknown_ids_are_not_there(self, volunteer_client, wrong):
        for part in ("", "calendar.ics", "qr.png"):
            assert volunteer_client.get(f"/me/signups/{wrong}/{part}").status_code == 404
        assert volunteer_client.post(f"/me/signups/{wrong}/withdraw/").status_code == 404

    def test_is_private(self, volunteer, volunteer_client):
        answer = volunteer_client.get(SignupFactory(volunteer=volunteer).get_absolute_url())

        assert "no-store" in answer["Cache-Control"]
        assert 'content="noindex"' in html(answer)

    def test_at_most_twelve_queries(self, volunteer, volunteer_client, django_assert_max_num_queries):
        url = SignupFactory(volunteer=volunteer).get_absolute_url()
        volunteer_client.get(url)

        with django_assert_max_num_queries(12):
            volunteer_client.get(url)


class TestCalendar:
    """The file for a calendar."""

    def test_holds_one_event_with_everything(self, volunteer, volunteer_client):
        signup = SignupFactory(volunteer=volunteer)

        answer = volunteer_client.get(f"{signup.get_absolute_url()}calendar.ics")

        assert answer["Content-Type"].startswith("text/calendar")
        assert answer["Content-Disposition"].startswith("attachment")
        event = Calendar.from_ical(answer.content).walk("VEVENT")[0]
        assert event["summary"] == signup.activity.project.title
        assert event.decoded("dtstart") == signup.activity.starts_at
        assert signup.activity.place_name in event["location"]
        assert signup.activity.project.contact_phone in event["description"]
        assert signup.public_id in event["url"]

    @pytest.mark.parametrize(
        ("options", "status"),
        [
            ({}, "CONFIRMED"),
            ({"waitlisted": True}, "TENTATIVE"),
            ({"withdrawn": True}, "CANCELLED"),
            ({"activity__cancelled": True, "cancelled_by_team": True}, "CANCELLED"),
        ],
    )
    def test_says_whether_it_takes_place(self, volunteer, volunteer_client, options, status):
        signup = SignupFactory(volunteer=volunteer, **options)

        answer = volunteer_client.get(f"{signup.get_absolute_url()}calendar.ics")

        assert Calendar.from_ical(answer.content).walk("VEVENT")[0]["status"] == status


def test_picture_is_a_png_that_holds_the_own_address(volunteer, volunteer_client, settings):
    from PIL import Image

    signup = SignupFactory(volunteer=volunteer)

    answer = volunteer_client.get(f"{signup.get_absolute_url()}qr.png")

    assert answer["Content-Type"] == "image/png"
    picture = Image.open(io.BytesIO(answer.content)).convert("L")
    assert picture.size[0] == picture.size[1] >= 200
    assert picture.getpixel((0, 0)) == 255, "light around it"
    import segno

    expected = io.BytesIO()
    address = f"{settings.WAGTAILADMIN_BASE_URL}{signup.get_absolute_url()}"
    segno.make(address, error="m", micro=False).save(expected, kind="png", scale=8, border=4)
    assert answer.content == expected.getvalue()


class TestWithdraw:
    """Giving a place back."""

    def test_frees_the_place_for_the_first_in_line(self, volunteer, volunteer_client):
        activity = ActivityFactory(capacity=1)
        signup = signup_submit(activity=activity, volunteer=volunteer)
        waiting = signup_submit(activity=activity, volunteer=VolunteerFactory())

        answer = volunteer_client.post(f"{signup.get_absolute_url()}withdraw/", follow=True)

        assert "报名取消好了" in html(answer)
        assert Signup.objects.get(pk=waiting.pk).state == "confirmed"

    def test_twice_changes_nothing(self, volunteer, volunteer_client):
        signup = signup_submit(activity=ActivityFactory(), volunteer=volunteer)

        for _ in range(2):
            assert volunteer_client.post(f"{signup.get_absolute_url()}withdraw/").status_code == 302

        assert signup.transitions.count() == 2

    def test_not_by_a_link(self, volunteer, volunteer_client):
        signup = SignupFactory(volunteer=volunteer)

        assert volunteer_client.get(f"{signup.get_absolute_url()}withdraw/").status_code == 405
        assert Signup.objects.get().state == "confirmed"

    def test_not_without_a_token(self, volunteer):
        client = Client(enforce_csrf_checks=True)
        client.force_login(volunteer.user)
        signup = SignupFactory(volunteer=volunteer)

        assert client.post(f"{signup.get_absolute_url()}withdraw/").status_code == 403
        assert Signup.objects.get().state == "confirmed"

    def test_not_somebody_else_s(self, volunteer_client):
        other = SignupFactory()

        assert volunteer_client.post(f"{other.get_absolute_url()}withdraw/").status_code == 404
        assert Signup.objects.get().state == "confirmed"

    def test_not_what_has_begun_and_it_is_said_in_words(self, volunteer, volunteer_client):
        signup = SignupFactory(volunteer=volunteer, activity__running=True)

        answer = volunteer_client.post(f"{signup.get_absolute_url()}withdraw/", follow=True)

        assert "已经开始" in html(answer)
        assert Signup.objects.get().state == "confirmed"

    def test_what_the_team_cancelled_stays_cancelled(self, volunteer, volunteer_client):
        signup = SignupFactory(volunteer=volunteer, cancelled_by_team=True)

        answer = volunteer_client.post(f"{signup.get_absolute_url()}withdraw/", follow=True)

        assert answer.status_code == 200
        assert Signup.objects.get().state == "cancelled_by_team"


def test_own_pages_ask_for_log_in_and_lead_back(client, notice):
    signup = SignupFactory()

    assert client.get("/me/").url == "/accounts/login/?next=/me/"
    assert client.get(signup.get_absolute_url()).url == f"/accounts/login/?next={signup.get_absolute_url()}"


def test_english_pages_stay_english(volunteer, volunteer_client):
    SignupFactory(volunteer=volunteer)

    assert volunteer_client.get("/en/me/").status_code == 200
    assert 'href="/en/me/signups/' in html(volunteer_client.get("/en/me/"))


def test_person_without_any_volunteer_data_has_a_page(client, notice):
    user = UserFactory()
    user.consents.create(notice=notice)
    client.force_login(user)

    assert client.get("/me/").status_code == 200


def test_withdrawn_after_the_window_closed_is_fine(volunteer):
    signup = SignupFactory(volunteer=volunteer, activity__signup_closes_at=timezone.now() - timedelta(hours=1))

    assert signup_withdraw(signup=signup, actor=volunteer.user).state == "withdrawn"
