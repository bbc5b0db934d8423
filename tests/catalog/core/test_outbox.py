"""The developer's outbox: what left while nobody named a mail server or an SMS vendor."""

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection

from catalog.core.channels import ConsoleSmsBackend, OutboxSmsBackend, mask, sms_send
from catalog.core.models import OutboxItem

pytestmark = pytest.mark.django_db


def html(answer) -> str:
    """The page as text."""
    return answer.content.decode()


def test_newest_first_with_the_code_in_large(client):
    OutboxItem.objects.create(
        channel="sms", recipient="+8613800138000", text="【微笑焦作】验证码 111222，10 分钟内有效。"
    )
    OutboxItem.objects.create(channel="email", recipient="li@example.org", subject="报名成功", text="454000 是邮编")
    OutboxItem.objects.create(channel="email", recipient="li@example.org", subject="Code", text="Your code: 333444")

    page = html(client.get("/outbox/"))

    assert page.index("333444") < page.index("报名成功") < page.index("111222")
    assert page.count('data-testid="code"') == 2
    assert '<p class="code" data-testid="code">111222</p>' in page
    assert 'content="noindex"' in page
    assert client.get("/outbox/")["X-Robots-Tag"] == "noindex"


def test_absent_on_a_city_s_site(client, settings):
    settings.OUTBOX_ENABLED = False

    assert client.get("/outbox/").status_code == 404


def test_empty_outbox_has_a_page(client):
    assert "还没有发出去的东西" in html(client.get("/outbox/"))


def test_text_is_shown_and_never_run(client):
    OutboxItem.objects.create(channel="email", recipient="x", subject="<b>", text="<script>alert(1)</script>")

    assert "<script>alert" not in html(client.get("/outbox/"))


def test_same_number_of_queries_at_1_and_at_30(client, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    OutboxItem.objects.create(channel="sms", recipient="x", text="x")
    client.get("/outbox/")
    with CaptureQueriesContext(connection) as one:
        client.get("/outbox/")
    OutboxItem.objects.bulk_create(OutboxItem(channel="sms", recipient="x", text="x") for _ in range(29))
    with django_assert_num_queries(len(one)):
        client.get("/outbox/")


@pytest.mark.parametrize("page", ["0", "-1", "abc", "9" * 300])
def test_odd_page_numbers_show_a_page(client, page):
    assert client.get("/outbox/", {"page": page}).status_code == 200


def test_sms_and_mail_reach_it(settings):
    settings.SMS_BACKEND = "catalog.core.channels.OutboxSmsBackend"
    sms_send(to="+8613800138000", text="你好")
    message = EmailMultiAlternatives("标题" * 200, "正文", to=["a@example.org", "b@example.org"])
    message.attach_alternative("<p>正文</p>", "text/html")
    get_connection("catalog.core.channels.OutboxEmailBackend").send_messages([message])

    assert OutboxItem.objects.filter(channel="sms", recipient="+8613800138000", text="你好").exists()
    assert {item.recipient for item in OutboxItem.objects.filter(channel="email", html="<p>正文</p>")} == {
        "a@example.org",
        "b@example.org",
    }
    assert OutboxSmsBackend.__name__ in settings.SMS_BACKEND


def test_console_masks_numbers(caplog):
    with caplog.at_level("INFO"):
        ConsoleSmsBackend().send(to="+8613800138000", text="你好")

    assert "13800138000" not in caplog.text
    assert "8000" in caplog.text


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("13800138000", "138****8000"),
        ("+8613800138000", "+86138****8000"),
        ("wang@example.org", "w***@example.org"),
        ("1234", "****"),
        ("", "****"),
    ],
)
def test_masks_leave_enough_to_recognise_and_too_little_to_call(address, masked):
    assert mask(address) == masked
