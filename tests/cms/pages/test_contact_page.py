"""The contact form: what people send is kept once, and nothing that machines send does harm."""

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from wagtail.contrib.forms.models import FormSubmission

from cms.core.groups import EDITORS, LEADERS
from cms.pages.forms import HONEYPOT, MAX_LINE, MAX_TEXT
from tests.cms.conftest import in_group, logged_in
from tests.factories.cms import ContactPageFactory

pytestmark = pytest.mark.django_db

KINDS = [
    ("文字", "singleline", True, ""),
    ("长文字", "multiline", False, ""),
    ("邮箱", "email", False, ""),
    ("数字", "number", False, ""),
    ("日期", "date", False, ""),
    ("单选", "radio", False, "甲\n乙"),
    ("下拉", "dropdown", False, "甲\n乙"),
    ("多选", "checkboxes", False, "甲\n乙"),
    ("打勾", "checkbox", False, ""),
]


@pytest.fixture
def page(home):
    return ContactPageFactory(parent=home, to_address="desk@jiaozuo.example", subject="网站留言")


@pytest.fixture
def every_kind(home):
    return ContactPageFactory(parent=home, questions=KINDS)


def names(page) -> dict[str, str]:
    return {field.label: field.clean_name for field in page.form_fields.all()}


def filled(page, **changes) -> dict[str, str]:
    given = {"怎么称呼你": "小菊", "邮箱": "xiaoju@example.org", "想说的话": "辛苦了。", **changes}
    return {names(page)[label]: value for label, value in given.items() if label in names(page)}


def test_what_is_sent_is_kept_and_mailed_and_thanked_for(client, page, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(page.get_url(), filled(page))
    assert answer.status_code == 302
    thanks = client.get(answer.url).content.decode()
    assert "谢谢你" in thanks
    assert "我们会尽快回复。" in thanks
    assert FormSubmission.objects.get().form_data[names(page)["想说的话"]] == "辛苦了。"
    assert mail.outbox[0].to == ["desk@jiaozuo.example"]
    assert "想说的话: 辛苦了。" in mail.outbox[0].body


def test_purpose_is_told_before_anything_is_sent(client, page):
    assert page.purpose in client.get(page.get_url()).content.decode()


def test_missing_answer_is_named_above_and_beside_and_nothing_typed_is_lost(client, page):
    answer = client.post(page.get_url(), filled(page, 想说的话="", 怎么称呼你="小菊"))
    html = answer.content.decode()
    assert answer.status_code == 422
    assert 'role="alert"' in html
    assert 'aria-invalid="true"' in html
    assert 'value="小菊"' in html
    assert not FormSubmission.objects.exists()


def test_machine_that_fills_in_everything_is_thanked_and_forgotten(client, page):
    answer = client.post(page.get_url(), {**filled(page), HONEYPOT: "https://spam.example"})
    assert answer.status_code == 302
    assert not FormSubmission.objects.exists()
    assert mail.outbox == []


def test_reload_after_thanks_sends_nothing_again(client, page):
    url = client.post(page.get_url(), filled(page)).url
    client.get(url)
    client.get(url)
    assert FormSubmission.objects.count() == 1


HOSTILE = [
    "",
    " ",
    "\t\n",
    "x" * 10_000,
    "<script>alert(1)</script>",
    "'; DROP TABLE x; --",
    "😀" * 300,
    "{{ 7|add:7 }}",
]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("label", [kind[0] for kind in KINDS])
def test_hostile_answers_give_a_corrected_page_or_are_kept_as_text(client, every_kind, label, value):
    data = {names(every_kind)["文字"]: "好", names(every_kind)[label]: value}
    answer = client.post(every_kind.get_url(), data)
    assert answer.status_code in (302, 422)
    assert "<script>alert(1)" not in answer.content.decode()
    for kept in FormSubmission.objects.all():
        assert all(len(str(each)) <= MAX_TEXT for each in kept.form_data.values())


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("数字", "NaN"),
        ("数字", "1e999999"),
        ("数字", "9" * 40),
        ("日期", "0000-00-00"),
        ("日期", "99999-01-01"),
        ("单选", "丙"),
        ("下拉", "丙"),
        ("多选", "丙"),
        ("邮箱", "no-address"),
        ("文字", "x" * (MAX_LINE + 1)),
    ],
)
def test_answers_that_no_field_offers_are_refused(client, every_kind, label, value):
    answer = client.post(every_kind.get_url(), {names(every_kind)["文字"]: "好", names(every_kind)[label]: value})
    assert answer.status_code == 422
    assert not FormSubmission.objects.exists()


def test_nul_and_unknown_fields_do_no_harm(client, page):
    assert client.post(page.get_url(), filled(page, 想说的话="a\x00b")).status_code == 400
    assert client.post(page.get_url(), {**filled(page), "unknown": "x", "page": "1", "csrf": ""}).status_code == 302


def test_method_that_means_nothing_is_refused(client, page):
    assert client.delete(page.get_url()).status_code == 405


def test_form_from_elsewhere_is_refused(page):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    assert strict.post(page.get_url(), filled(page)).status_code == 403
    assert not FormSubmission.objects.exists()


@pytest.mark.expects_error_log("cms.pages.models")
def test_broken_mail_server_loses_nothing(client, page, monkeypatch, django_capture_on_commit_callbacks):
    def fail(self, messages):
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailBackend, "send_messages", fail)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(page.get_url(), filled(page))
    assert answer.status_code == 302
    assert FormSubmission.objects.count() == 1


def test_desk_reads_what_was_sent_and_leaders_do_not(client, page):
    client.post(page.get_url(), filled(page))
    url = f"/admin/forms/submissions/{page.pk}/"
    assert "辛苦了。" in logged_in(in_group(EDITORS)).get(url).content.decode()
    assert "辛苦了。" not in logged_in(in_group(LEADERS)).get(url).content.decode()
