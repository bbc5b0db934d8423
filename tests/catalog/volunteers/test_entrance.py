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
from tests.factories.accounts import UserFactory

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


@pytest.mark.parametrize("enabled", [True, False])
def test_code_screen_leads_to_the_outbox_only_where_there_is_one(client, settings, enabled):
    settings.OUTBOX_ENABLED = enabled
    ask(client, "wang@example.org")

    assert ("/outbox/" in client.get(CODE).content.decode()) is enabled


@pytest.mark.parametrize(
    "typed", ["", "   ", "x" * 10_000, "验证码", "12345", "１２３４５６", "-1", "<script>alert(1)</script>"]
)
def test_odd_codes_are_only_wrong(client, typed):
    ask(client, "wang@example.org")

    answer = client.post(CODE, {"code": typed})

    assert answer.status_code == 200
    assert "field--bad" in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()
    assert not is_in(client)


def test_code_may_be_typed_with_blanks(client, last_code):
    ask(client, "wang@example.org")
    code = last_code()

    client.post(CODE, {"code": f" {code[:3]} {code[3:]} "})

    assert is_in(client)
