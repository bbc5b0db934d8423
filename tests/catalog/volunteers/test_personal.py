"""One's own data: name, addresses with a code, password, second factor, log out."""

import re
from datetime import date

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from catalog.core.channels import LocmemSmsBackend
from catalog.volunteers.models import User, Volunteer
from tests.factories.accounts import UserFactory, VolunteerFactory

pytestmark = pytest.mark.django_db


def html(answer) -> str:
    """The page as text."""
    return answer.content.decode()


@pytest.fixture
def volunteer():
    """A volunteer with an e-mail address."""
    return VolunteerFactory(name="王小梅")


@pytest.fixture
def own(volunteer):
    """The browser in which the volunteer is logged in."""
    client = Client()
    client.force_login(volunteer.user)
    return client


class TestProfile:
    """/me/profile/."""

    def test_shows_and_saves_name_and_birth_date(self, own, volunteer):
        page = html(own.get("/me/profile/"))
        assert "王小梅" in page
        assert "1990-05-04" in page
        assert volunteer.user.email in page
        assert volunteer.volunteer_no in page

        answer = own.post("/me/profile/", {"name": " 王  小梅 ", "birth_date": "1991-01-02"}, follow=True)

        assert "保存好了" in html(answer)
        volunteer.refresh_from_db()
        assert (volunteer.name, volunteer.birth_date) == ("王 小梅", date(1991, 1, 2))

    def test_says_whom_to_contact_for_a_copy_or_deletion(self, own):
        assert "请联系我们" in html(own.get("/me/profile/"))

    @pytest.mark.parametrize(
        ("field", "value", "words"),
        [
            ("name", "", "请填姓名"),
            ("name", "   ", "请填姓名"),
            ("name", "12345", "要有字"),
            ("name", "名" * 41, "最多 40 个字"),
            ("name", "x" * 10_000, "最多 40 个字"),
            ("name", "a\x07b", "要有字"),
            ("birth_date", "", "请填出生日期"),
            ("birth_date", "昨天", "看不懂"),
            ("birth_date", "2999-01-01", "请检查出生日期"),
            ("birth_date", "1800-01-01", "请检查出生日期"),
            ("birth_date", "0000-00-00", "看不懂"),
            ("birth_date", "9" * 10_000, "看不懂"),
        ],
    )
    def test_what_is_wrong_is_said_beside_the_field(self, own, volunteer, field, value, words):
        answer = own.post("/me/profile/", {"name": "王小梅", "birth_date": "1990-05-04"} | {field: value})

        assert answer.status_code == 200
        assert words in html(answer)
        volunteer.refresh_from_db()
        assert volunteer.name == "王小梅"

    def test_minority_names_with_a_dot_are_names(self, own, volunteer):
        own.post("/me/profile/", {"name": "阿卜杜拉·买买提", "birth_date": "1990-05-04"})

        volunteer.refresh_from_db()
        assert volunteer.name == "阿卜杜拉·买买提"

    def test_somebody_before_the_first_sign_up_becomes_a_volunteer(self, client):
        user = UserFactory()
        client.force_login(user)

        client.post("/me/profile/", {"name": "李晓明", "birth_date": "1995-03-05"})

        assert Volunteer.objects.get(user=user).name == "李晓明"

    def test_at_most_twelve_queries(self, own, django_assert_max_num_queries):
        own.get("/me/profile/")

        with django_assert_max_num_queries(12):
            own.get("/me/profile/")


class TestNewAddress:
    """Another e-mail address or number counts once its code was typed."""

    def test_new_email_takes_the_place_of_the_old_one(self, own, volunteer, last_code):
        old = volunteer.user.email
        page = own.post("/accounts/email/", {"email": "New@Example.org", "action_add": "1"}, follow=True)
        assert "验证邮箱" in html(page)
        volunteer.user.refresh_from_db()
        assert volunteer.user.email == old

        answer = own.post("/accounts/confirm-email/", {"code": last_code()}, follow=True)

        assert answer.redirect_chain[-1][0] == "/me/profile/"
        assert "邮箱验证好了" in html(answer)
        volunteer.user.refresh_from_db()
        assert volunteer.user.email == "new@example.org"
        assert [(each.email, each.verified) for each in EmailAddress.objects.all()] == [("new@example.org", True)]

    def test_email_of_another_account_is_refused_only_after_its_code(self, own, volunteer, last_code):
        other = UserFactory()

        answer = own.post("/accounts/email/", {"email": other.email, "action_add": "1"}, follow=True)
        assert "验证邮箱" in html(answer), "the first answer says nothing about other accounts"
        answer = own.post("/accounts/confirm-email/", {"code": last_code()})

        assert "另一个账号" in html(answer)
        volunteer.user.refresh_from_db()
        assert volunteer.user.email != other.email

    @pytest.mark.parametrize(
        ("typed", "words"), [("", "请填邮箱"), ("abc", "写错了"), ("x" * 10_000, "254"), ("a@b@c.de", "写错了")]
    )
    def test_what_is_no_email_is_said(self, own, typed, words):
        answer = own.post("/accounts/email/", {"email": typed, "action_add": "1"})

        assert words in html(answer)
        assert not mail.outbox

    def test_wrong_codes_give_up_after_five(self, own, volunteer, last_code):
        own.post("/accounts/email/", {"email": "new@example.org", "action_add": "1"})
        wrong = "000000" if last_code() != "000000" else "111111"

        for _ in range(5):
            answer = own.post("/accounts/confirm-email/", {"code": wrong}, follow=True)

        assert answer.status_code == 200
        own.post("/accounts/confirm-email/", {"code": last_code()})
        volunteer.user.refresh_from_db()
        assert volunteer.user.email != "new@example.org"

    def test_email_is_not_removed_while_nothing_else_leads_in(self, own, volunteer):
        own.post("/accounts/email/", {"email": volunteer.user.email, "action_remove": "1"})

        volunteer.user.refresh_from_db()
        assert volunteer.user.email
        assert EmailAddress.objects.filter(user=volunteer.user).exists()

    def test_too_many_mails_are_a_429_page(self, own):
        answers = [
            own.post("/accounts/email/", {"email": "new@example.org", "action_add": "1"}).status_code for _ in range(6)
        ]

        assert answers[0] == 302
        assert answers[-1] == 429

    def test_new_number_as_it_is_typed(self, own, volunteer, last_code):
        answer = own.post("/accounts/phone/change/", {"phone": "138 0013 8000"}, follow=True)
        assert "验证手机号" in html(answer)
        volunteer.user.refresh_from_db()
        assert volunteer.user.phone is None

        answer = own.post("/accounts/phone/verify/", {"code": last_code()}, follow=True)

        assert "手机号验证好了" in html(answer)
        volunteer.user.refresh_from_db()
        assert str(volunteer.user.phone) == "+8613800138000"
        assert volunteer.user.phone_verified

    def test_number_of_another_account_is_refused_only_after_its_code(self, own, volunteer, last_code):
        other = UserFactory(by_phone=True)

        answer = own.post("/accounts/phone/change/", {"phone": str(other.phone)}, follow=True)
        assert "验证手机号" in html(answer)
        answer = own.post("/accounts/phone/verify/", {"code": last_code()})

        assert "另一个账号" in html(answer)
        volunteer.user.refresh_from_db()
        assert volunteer.user.phone is None

    def test_too_many_sms_are_a_429_page_that_says_when(self, own):
        answers = [own.post("/accounts/phone/change/", {"phone": "13800138000"}) for _ in range(6)]

        assert answers[0].status_code == 302
        assert answers[-1].status_code == 429
        assert answers[-1]["Retry-After"]
        assert len(LocmemSmsBackend.outbox) == 3

    @pytest.mark.parametrize("typed", ["", "1380013", "abc", "+4915112345678", "x" * 10_000])
    def test_what_is_no_mobile_number_is_said(self, own, typed):
        answer = own.post("/accounts/phone/change/", {"phone": typed})

        assert answer.status_code == 200
        assert "field--bad" in html(answer)
        assert not LocmemSmsBackend.outbox


class TestPassword:
    """Staff may have one."""

    def test_change_and_set(self, client):
        user = UserFactory(staff=True)
        client.force_login(user)

        answer = client.post(
            "/accounts/password/change/",
            {"oldpassword": "staff-password-1", "password1": "another-one-77", "password2": "another-one-77"},
            follow=True,
        )

        assert "新密码保存好了" in html(answer)
        user.refresh_from_db()
        assert user.check_password("another-one-77")

    @pytest.mark.parametrize("weak", ["", "short", "12345678901234", "password123"])
    def test_weak_passwords_are_refused_in_words(self, client, weak):
        user = UserFactory()
        client.force_login(user)

        answer = client.post("/accounts/password/set/", {"password1": weak, "password2": weak})

        assert answer.status_code == 200
        assert "field--bad" in html(answer)
        user.refresh_from_db()
        assert not user.has_usable_password()

    def test_passwords_that_differ_are_said_in_words(self, client):
        client.force_login(UserFactory())

        answer = client.post("/accounts/password/set/", {"password1": "another-one-77", "password2": "another-one-78"})

        assert re.search("不一致|相同", html(answer))

    def test_reauthentication_is_not_asked_of_people_without_a_password(self, own):
        assert own.get("/accounts/reauthenticate/").url == "/me/profile/"


def test_log_out_is_asked_first_and_done_by_a_press(own):
    assert "退出登录" in html(own.get("/accounts/logout/"))
    assert "_auth_user_id" in own.session

    answer = own.post("/accounts/logout/", follow=True)

    assert "已经退出登录" in html(answer)
    assert "_auth_user_id" not in own.session


OWN_PAGES = (
    "/me/",
    "/me/profile/",
    "/accounts/email/",
    "/accounts/phone/change/",
    "/accounts/password/change/",
    "/accounts/2fa/",
    "/accounts/2fa/totp/activate/",
    "/accounts/2fa/recovery-codes/generate/",
)


@pytest.mark.parametrize("path", OWN_PAGES)
def test_own_pages_ask_for_log_in(client, path):
    answer = client.get(path)

    assert answer.status_code == 302
    assert answer.url.startswith("/accounts/login/")


ACCOUNT_PAGES = (
    "/accounts/login/",
    "/accounts/password-login/",
    "/accounts/inactive/",
    "/accounts/logout/",
    "/accounts/email/",
    "/accounts/phone/change/",
    "/accounts/password/change/",
    "/accounts/2fa/",
    "/me/profile/",
)


@pytest.mark.parametrize("path", ACCOUNT_PAGES)
def test_pages_of_accounts_are_in_our_words_and_design(path):
    """No English left in the Chinese page, no inline style or script, our header and foot."""
    client = Client()
    if path not in ("/accounts/login/", "/accounts/password-login/", "/accounts/inactive/"):
        client.force_login(UserFactory(staff=True))

    answer = client.get(path)
    page = html(answer)

    assert answer.status_code == 200
    assert 'class="footer"' in page
    assert "style=" not in page
    assert not re.search(r"<script(?![^>]*src=)", page)
    assert 'name="robots" content="noindex"' in page
    main = re.sub(
        r"<svg.*?</svg>|<[^>]+>", " ", "<main" + page.partition("<main")[2].partition("</main>")[0], flags=re.S
    )
    english = re.findall(r"\b[A-Za-z]{3,}\b", re.sub(r"\S+@\S+|person\d*|example|org", "", main))
    assert not english


def test_account_create_makes_verified_addresses():
    from catalog.volunteers.exceptions import ContactTakenError
    from catalog.volunteers.services import account_create

    user = account_create(email="Li@Example.org", phone="+8613800138000", password="long-enough-1", name="李老师")

    assert user.email == "li@example.org"
    assert user.phone_verified
    assert user.check_password("long-enough-1")
    assert user.get_full_name() == "李老师"
    assert EmailAddress.objects.get(user=user, email="li@example.org", primary=True).verified
    for taken in ({"email": "LI@example.org"}, {"phone": "+8613800138000"}):
        with pytest.raises(ContactTakenError):
            account_create(**taken)
    assert User.objects.count() == 1
