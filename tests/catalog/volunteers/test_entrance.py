"""登录 / 注册: one screen for everybody, a code, in."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from catalog.core.channels import ChannelError, LocmemSmsBackend
from catalog.volunteers.models import User
from tests.factories.accounts import ConsentFactory, PrivacyNoticeFactory, UserFactory

pytestmark = pytest.mark.django_db

LOGIN = "/accounts/login/"
CODE = "/accounts/login/code/confirm/"


def is_in(client) -> bool:
    """Whether somebody is logged in."""
    return "_auth_user_id" in client.session


def ask(client, contact, **more):
    """Type an address and send it."""
    return client.post(LOGIN, {"contact": contact, **more})


@pytest.mark.parametrize(
    ("typed", "email", "phone"),
    [
        ("Wang@Example.org", "wang@example.org", None),
        (" wang@example.org ", "wang@example.org", None),
        ("13800138000", None, "+8613800138000"),
        ("138 0013 8000", None, "+8613800138000"),
        ("138-0013-8000", None, "+8613800138000"),
        ("+86 138 0013 8000", None, "+8613800138000"),
        ("8613800138000", None, "+8613800138000"),
        ("008613800138000", None, "+8613800138000"),
        ("１３８００１３８０００", None, "+8613800138000"),
    ],
)
def test_unknown_address_becomes_an_account_after_its_code(client, last_code, typed, email, phone):
    answer = ask(client, typed)

    assert answer.status_code == 302
    assert answer.url.startswith(CODE)
    assert not User.objects.exists(), "nothing is stored before the code"

    answer = client.post(CODE, {"code": last_code()})

    assert answer.status_code == 302
    user = User.objects.get()
    assert (user.email, str(user.phone) if user.phone else None) == (email, phone)
    assert not user.has_usable_password()
    assert is_in(client)
    if email:
        assert EmailAddress.objects.get(user=user).verified
    else:
        assert user.phone_verified


@pytest.mark.parametrize("by_phone", [False, True])
def test_known_address_is_in_after_its_code(client, last_code, by_phone):
    user = UserFactory(by_phone=by_phone)

    ask(client, str(user.phone or user.email))
    answer = client.post(CODE, {"code": last_code()})

    assert answer.url == reverse("me")
    assert int(client.session["_auth_user_id"]) == user.pk
    assert User.objects.count() == 1


@pytest.mark.parametrize("by_phone", [False, True])
def test_nobody_learns_who_has_an_account(client, django_assert_max_num_queries, by_phone):
    """The same answer, the same page, the same words in mail or SMS for a known and an unknown address."""
    user = UserFactory(by_phone=by_phone)
    known = str(user.phone or user.email)
    unknown = "13900139000" if by_phone else "nobody@example.org"
    seen = []
    for typed in (known, unknown):
        client.cookies.clear()
        answer = ask(client, typed)
        page = client.get(CODE).content.decode()
        message = LocmemSmsBackend.outbox[-1]["text"] if by_phone else mail.outbox[-1].body
        code = "".join(character for character in message if character.isdigit())[:6]
        shown = typed.removeprefix("+86")
        words = page.replace(shown, "…").partition("<main")[2].partition("</main>")[0]
        seen.append((answer.status_code, answer.url, _without_tokens(words), message.replace(code, "…")))
    assert seen[0] == seen[1]


def _without_tokens(text: str) -> str:
    return re.sub(r'(csrfmiddlewaretoken" value=)"[^"]*"', r"\1", text)


def test_wrong_code_is_said_beside_the_field_and_five_are_enough(client, last_code):
    ask(client, "wang@example.org")
    code = last_code()
    wrong = "000000" if code != "000000" else "111111"

    for _ in range(4):
        answer = client.post(CODE, {"code": wrong})
        assert answer.status_code == 200
        assert "验证码不对" in answer.content.decode()
    answer = client.post(CODE, {"code": wrong}, follow=True)

    assert answer.redirect_chain[-1][0] == LOGIN
    assert "填错太多次" in answer.content.decode()
    assert "wang@example.org" in answer.content.decode(), "what was typed is still there"
    assert not is_in(client)
    client.post(CODE, {"code": code})
    assert not is_in(client)
    assert not User.objects.exists()


def test_code_lives_ten_minutes(client, last_code):
    ask(client, "wang@example.org")
    code = last_code()

    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        answer = client.post(CODE, {"code": code}, follow=True)

    assert "过期" in answer.content.decode()
    assert not is_in(client)


def test_code_works_once(client, last_code):
    ask(client, "wang@example.org")
    code = last_code()
    client.post(CODE, {"code": code})
    client.post("/accounts/logout/")

    client.post(CODE, {"code": code})

    assert not is_in(client)


def test_another_code_makes_the_first_one_useless(client, last_code):
    ask(client, "wang@example.org")
    first = last_code()
    answer = client.post(CODE, {"action": "resend"}, follow=True)
    second = last_code()

    assert "新的验证码" in answer.content.decode()
    assert len(mail.outbox) == 2
    if first != second:
        client.post(CODE, {"code": first})
        assert not is_in(client)
    client.post(CODE, {"code": second})
    assert is_in(client)


@pytest.mark.parametrize("contact", ["wang@example.org", "13800138000"])
def test_asking_too_often_is_a_page_that_says_when(client, contact):
    for _ in range(3):
        assert ask(client, contact).status_code == 302

    answer = ask(client, contact)

    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 60
    assert re.search(r"请过<strong> (\d+ 秒|1 分钟)</strong>", answer.content.decode())
    assert ask(client, "someone.else@example.org").status_code == 302, "others at the same address are not shut out"


def test_asking_again_works_after_the_wait(client):
    for _ in range(4):
        answer = ask(client, "wang@example.org")

    with time_machine.travel(timezone.now() + timedelta(seconds=int(answer["Retry-After"]) + 1)):
        assert ask(client, "wang@example.org").status_code == 302


def test_another_code_is_limited_too(client):
    ask(client, "wang@example.org")

    answers = [client.post(CODE, {"action": "resend"}).status_code for _ in range(4)]

    assert 429 in answers
    assert 500 not in answers


def test_a_campus_behind_one_address_gets_its_codes(client):
    for number in range(60):
        client.cookies.clear()
        assert ask(client, f"student{number}@example.org").status_code == 302


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "请填手机号或邮箱"),
        ("   ", "请填手机号或邮箱"),
        ("1380013800", "现在是 10 位"),
        ("138001380000", "现在是 12 位"),
        ("abc", "请填 11 位手机号"),
        ("a@b", "邮箱好像写错了"),
        ("王@例子.中国", "邮箱好像写错了"),
        ("12345678901", "收不到短信"),
        ("+861", "收不到短信"),
        ("0391-1234567", "收不到短信"),
        ("+4915112345678", "改用邮箱"),
        ("x" * 10_000, "254"),
        ("9" * 10_000, "254"),
        ("a" * 250 + "@example.org", "254"),
        ("'; DROP TABLE users; --", "请填 11 位手机号"),
        ("<script>alert(1)</script>", "请填 11 位手机号"),
    ],
)
def test_what_is_no_address_is_said_beside_the_field(client, typed, words):
    answer = ask(client, typed)

    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()
    assert not mail.outbox
    assert not LocmemSmsBackend.outbox


def test_nul_is_refused_clearly(client):
    assert ask(client, "wang\x00@example.org").status_code == 400
    assert client.post(CODE, {"code": "12\x0034"}).status_code == 400


def test_mistyped_address_can_be_mended(client):
    ask(client, "wnag@example.org")

    answer = client.get(LOGIN)

    assert answer.status_code == 200
    assert "wnag@example.org" in answer.content.decode()
    assert client.get(CODE).url.startswith(LOGIN), "the code that was under way is given up"


def test_log_in_leads_back_to_where_one_came_from(client, last_code):
    user = UserFactory()

    ask(client, user.email, next="/privacy/")
    answer = client.post(f"{CODE}?next=/privacy/", {"code": last_code()})

    assert answer.url == "/privacy/"


@pytest.mark.parametrize(
    "evil", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "\\\\evil.example"]
)
def test_log_in_never_leads_to_another_site(client, last_code, evil):
    user = UserFactory()

    ask(client, user.email, next=evil)
    answer = client.post(CODE, {"code": last_code(), "next": evil})

    assert answer.url == reverse("me")


def test_code_screen_without_a_log_in_under_way_leads_to_the_first_screen(client):
    assert client.get(CODE).url == LOGIN
    assert client.post(CODE, {"code": "123456"}).url == LOGIN
    assert client.get(f"{CODE}?next=/privacy/").url == f"{LOGIN}?next=%2Fprivacy%2F"


def test_forged_carried_data_is_thrown_away(client):
    answer = client.post(CODE, {"code": "123456", "kept": "forged:abc"})

    assert answer.url == LOGIN
    assert "forged" not in str(dict(client.session))


def test_inactive_account_is_told_so_only_after_the_code(client, last_code):
    user = UserFactory(is_active=False)

    answer = ask(client, user.email)
    assert answer.url.startswith(CODE)
    answer = client.post(CODE, {"code": last_code()}, follow=True)

    assert not is_in(client)
    assert "停用" in answer.content.decode()


def test_vendor_that_does_not_answer_is_said_in_words(client, monkeypatch):
    def refuse(self, *, to, text):
        raise ChannelError("vendor is down")

    monkeypatch.setattr(LocmemSmsBackend, "send", refuse)

    answer = ask(client, "13800138000")

    assert answer.status_code == 200
    assert "没有发出去" in answer.content.decode()


def test_account_whose_address_was_only_noted_is_verified_by_the_code(client, last_code):
    """Somebody made in the admin: an e-mail address without allauth's row. No second code is asked."""
    user = User.objects.create(email="Editor@Example.org")

    ask(client, "editor@example.org")
    answer = client.post(CODE, {"code": last_code()})

    assert answer.url == reverse("me")
    assert EmailAddress.objects.get(user=user).verified


def test_one_person_in_two_windows_gets_one_account(client, last_code):
    from django.test import Client

    other = Client()
    ask(client, "wang@example.org")
    first = last_code()
    ask(other, "wang@example.org")
    second = last_code()

    client.post(CODE, {"code": first})
    other.post(CODE, {"code": second})

    assert User.objects.count() == 1
    assert is_in(client)
    assert is_in(other)


@pytest.mark.parametrize(
    "path",
    [
        "/accounts/signup/",
        "/accounts/login/code/",
        "/accounts/password/reset/",
        "/accounts/password/reset/done/",
        "/accounts/password/reset/key/done/",
        "/accounts/password/reset/key/abc-def/",
        "/admin/password_reset/",
        "/admin/password_reset/done/",
    ],
)
def test_other_ways_in_lead_to_the_one_screen(client, path):
    assert client.get(path).url == LOGIN


class TestPassword:
    """Log-in with a password, for staff and for tools."""

    URL = "/accounts/password-login/"

    @pytest.mark.parametrize("field", ["login", "username"])
    def test_staff_log_in_with_mail_and_password(self, client, field):
        user = UserFactory(staff=True)

        answer = client.post(self.URL, {field: user.email.upper(), "password": "staff-password-1", "next": "/privacy/"})

        assert answer.url == "/privacy/"
        assert is_in(client)
        assert not mail.outbox, "no second code"

    def test_staff_log_in_with_mobile_number(self, client):
        user = UserFactory(by_phone=True, staff=True)

        client.post(self.URL, {"login": str(user.phone).removeprefix("+86"), "password": "staff-password-1"})

        assert is_in(client)
        assert int(client.session["_auth_user_id"]) == user.pk

    def test_wrong_password_and_unknown_person_are_answered_alike(self, client):
        user = UserFactory(staff=True)

        pages = [
            client.post(self.URL, {"login": login, "password": "wrong"}).content.decode()
            for login in (user.email, "nobody@example.org")
        ]

        assert all("邮箱或密码不对" in page for page in pages)

    def test_guessing_is_stopped_for_one_person_and_not_for_the_next(self, client):
        victim, other = UserFactory(by_phone=True, staff=True), UserFactory(by_phone=True, staff=True)
        for _ in range(5):
            client.post(self.URL, {"login": str(victim.phone), "password": "wrong"})

        answer = client.post(self.URL, {"login": str(victim.phone), "password": "staff-password-1"})

        assert answer.status_code == 429
        assert "5 分钟" in answer.content.decode()
        client.post(self.URL, {"login": str(other.phone), "password": "staff-password-1"})
        assert is_in(client)

    def test_admin_log_in_is_ours_and_keeps_where_one_wanted_to_go(self, client):
        answer = client.get("/admin/login/?next=/admin/pages/")
        assert answer.url == f"{self.URL}?next=%2Fadmin%2Fpages%2F"

        answer = client.get("/admin/")
        assert answer.url.startswith(LOGIN)
        page = client.get(answer.url).content.decode()
        assert f"{self.URL}?next=%2Fadmin%2F" in page

    def test_person_without_access_to_the_admin_is_not_sent_back_and_forth(self, client):
        client.force_login(UserFactory())

        answer = client.get("/admin/", follow=True)

        assert answer.status_code == 403

    @pytest.mark.parametrize("password", ["", "   ", "x" * 10_000, "密码" * 2000])
    def test_odd_passwords_are_only_wrong(self, client, password):
        user = UserFactory(staff=True)

        answer = client.post(self.URL, {"login": user.email, "password": password})

        assert answer.status_code == 200
        assert not is_in(client)


class TestConsent:
    """Consent to the versioned privacy notice."""

    def test_new_person_is_asked_before_the_own_pages_open(self, client, last_code):
        notice = PrivacyNoticeFactory()
        ask(client, "wang@example.org")

        page = client.post(CODE, {"code": last_code()}, follow=True)

        assert page.redirect_chain[-1][0] == "/me/consent/?next=%2Fme%2F"
        html = page.content.decode()
        assert notice.title in html
        assert 'type="checkbox" name="agree"' in html
        assert "checked" not in html
        assert "/privacy/" in html

        answer = client.post("/me/consent/", {"next": "/me/"})
        assert "勾选同意后才能继续" in answer.content.decode()

        answer = client.post("/me/consent/", {"agree": "on", "next": "/me/"})
        assert answer.url == "/me/"
        consent = User.objects.get().consents.get()
        assert consent.notice == notice
        assert client.get("/me/").status_code == 200

    def test_newer_version_is_asked_for_again(self, client):
        consent = ConsentFactory()
        client.force_login(consent.user)
        assert client.get("/me/").status_code == 200

        newer = PrivacyNoticeFactory(version="2027-01", effective_at=timezone.now() - timedelta(hours=1))
        PrivacyNoticeFactory(version="2028-01", effective_at=timezone.now() + timedelta(days=1))

        assert client.get("/me/").url.startswith("/me/consent/")
        assert "新版本" in client.get("/me/consent/").content.decode()
        client.post("/me/consent/", {"agree": "on"})
        assert set(consent.user.consents.values_list("notice__version", flat=True)) == {
            consent.notice.version,
            "2027-01",
        }
        assert client.get("/me/").status_code == 200
        assert newer.version == "2027-01"

    def test_who_does_not_agree_leaves_no_trace(self, client, last_code):
        PrivacyNoticeFactory()
        ask(client, "wang@example.org")
        client.post(CODE, {"code": last_code()})

        answer = client.post("/me/consent/refuse/", follow=True)

        assert "没有留下" in answer.content.decode()
        assert not User.objects.exists()
        assert not EmailAddress.objects.exists()
        assert not is_in(client)

    def test_somebody_with_a_past_keeps_the_account_without_agreeing(self, client):
        consent = ConsentFactory(withdrawn_at=timezone.now())
        client.force_login(consent.user)

        client.post("/me/consent/refuse/")

        assert User.objects.filter(pk=consent.user.pk).exists()
        assert not is_in(client)

    def test_consent_can_be_withdrawn_and_given_again(self, client):
        consent = ConsentFactory()
        client.force_login(consent.user)

        client.post("/me/consent/end/")

        consent.refresh_from_db()
        assert consent.withdrawn_at
        assert not is_in(client)
        client.force_login(consent.user)
        assert client.get("/me/").url.startswith("/me/consent/")
        client.post("/me/consent/", {"agree": "on"})
        assert consent.user.consents.count() == 2

    @pytest.mark.parametrize("path", ["/me/consent/refuse/", "/me/consent/end/"])
    def test_nothing_happens_by_a_link(self, client, path):
        client.force_login(UserFactory())

        assert client.get(path).status_code == 405
        assert User.objects.exists()


class TestPrivacyNotice:
    """The notice, for everybody."""

    def test_present_and_older_versions_can_be_read(self, client):
        PrivacyNoticeFactory(version="2024-01", text="## 老的\n\n以前的话")
        PrivacyNoticeFactory(
            version="2025-01",
            text="## 我们收什么\n\n- 姓名\n- 电话\n\n一句话\n第二行",
            effective_at=timezone.now() - timedelta(days=1),
        )
        PrivacyNoticeFactory(version="2099-01", text="还没有生效", effective_at=timezone.now() + timedelta(days=1))

        page = client.get("/privacy/").content.decode()
        assert "<h2>我们收什么</h2>" in page
        assert "<span>姓名</span>" in page
        assert "一句话<br>第二行" in page
        assert "/privacy/2024-01/" in page
        assert "2099-01" not in page
        old = client.get("/privacy/2024-01/").content.decode()
        assert "以前的话" in old
        assert "看现在的版本" in old
        assert client.get("/privacy/2099-01/").status_code == 404
        assert client.get("/privacy/nothing/").status_code == 404

    def test_text_is_shown_and_never_run(self, client):
        PrivacyNoticeFactory(text="<script>alert(1)</script>")

        assert "<script>alert" not in client.get("/privacy/").content.decode()

    def test_english_page_says_which_text_is_chinese(self, client):
        PrivacyNoticeFactory(text_en="")
        assert 'class="prose" lang="zh-Hans"' in client.get("/en/privacy/").content.decode()

        PrivacyNoticeFactory(version="2025-02", text_en="We keep little.", effective_at=timezone.now())
        page = client.get("/en/privacy/").content.decode()
        assert "We keep little." in page
        assert 'hreflang="zh-Hans"' in page

    def test_site_without_a_notice_says_404(self, client):
        assert client.get("/privacy/").status_code == 404
