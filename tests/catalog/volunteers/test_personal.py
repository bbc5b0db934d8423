"""One's own data: name, addresses with a code, password, second factor, log out."""

import re
from datetime import date, timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.test import Client
from django.utils import timezone

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

    def test_reauthentication_is_not_asked_of_people_without_a_password(self, own):
        assert own.get("/accounts/reauthenticate/").url == "/me/profile/"


class TestSecondFactor:
    """TOTP and recovery codes, for staff."""

    @pytest.fixture
    def staff(self):
        """Somebody with access to the admin."""
        return UserFactory(admin=True)

    @pytest.fixture
    def desk(self, staff):
        """The browser in which they logged in by password."""
        client = Client()
        client.post("/accounts/password-login/", {"login": staff.email, "password": "staff-password-1"})
        return client

    def code(self, secret: str) -> str:
        """What the app would show now."""
        return format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // 30))

    def activate(self, desk) -> str:
        """Switch it on; returns the secret."""
        page = desk.get("/accounts/2fa/totp/activate/", follow=True)
        assert "再填一遍密码" in html(page)
        page = desk.post(
            "/accounts/reauthenticate/",
            {"password": "staff-password-1", "next": "/accounts/2fa/totp/activate/"},
            follow=True,
        )
        assert "data:image/svg+xml;base64," in html(page)
        secret = page.context["form"].secret
        answer = desk.post("/accounts/2fa/totp/activate/", {"code": self.code(secret)}, follow=True)
        assert answer.redirect_chain[-1][0] == "/accounts/2fa/recovery-codes/"
        assert "还有 10 个没用过" in html(answer)
        return secret

    def test_is_offered_to_staff_and_not_to_citizens(self, desk, own):
        assert "/accounts/2fa/" in html(desk.get("/me/profile/"))
        assert "/accounts/2fa/" not in html(own.get("/me/profile/"))

    def test_log_in_asks_for_it_by_password_and_by_code(self, staff, desk, last_code):
        secret = self.activate(desk)
        for by_password in (True, False):
            client = Client()
            if by_password:
                answer = client.post(
                    "/accounts/password-login/", {"login": staff.email, "password": "staff-password-1"}
                )
            else:
                sent = client.post("/accounts/login/", {"contact": staff.email})
                answer = client.post(sent.url, {"code": last_code()})
            assert answer.url == "/accounts/2fa/authenticate/"
            assert "_auth_user_id" not in client.session
            assert "验证码不对" in html(client.post(answer.url, {"code": "000000"}))
            later = timezone.now() + timedelta(seconds=30 if by_password else 60)
            code = format_hotp_value(hotp_value(secret, int(later.timestamp()) // 30))
            if by_password:
                client.post(answer.url, {"code": code})
                assert int(client.session["_auth_user_id"]) == staff.pk

    def test_recovery_code_works_once(self, staff, desk):
        self.activate(desk)
        codes = desk.get("/accounts/2fa/recovery-codes/").context["unused_codes"]
        assert len(codes) == 10
        assert codes[0] in desk.get("/accounts/2fa/recovery-codes/download/").content.decode()

        for expected in (True, False):
            client = Client()
            client.post("/accounts/password-login/", {"login": staff.email, "password": "staff-password-1"})
            client.post("/accounts/2fa/authenticate/", {"code": codes[0]})
            assert ("_auth_user_id" in client.session) is expected

    def test_can_be_switched_off_and_codes_made_anew(self, staff, desk):
        self.activate(desk)
        before = desk.get("/accounts/2fa/recovery-codes/").context["unused_codes"]

        desk.post("/accounts/2fa/recovery-codes/generate/")
        assert desk.get("/accounts/2fa/recovery-codes/").context["unused_codes"] != before
        assert "已打开" in html(desk.get("/accounts/2fa/"))
        assert "关掉两步验证" in html(desk.get("/accounts/2fa/totp/deactivate/"))
        answer = desk.post("/accounts/2fa/totp/deactivate/", follow=True)

        assert "两步验证关掉了" in html(answer)
        assert not Authenticator.objects.filter(user=staff).exists()

    def test_asks_again_before_something_that_matters(self, staff, desk):
        self.activate(desk)

        answer = desk.get("/accounts/2fa/reauthenticate/")

        assert "验证器上的数字" in html(answer)


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
