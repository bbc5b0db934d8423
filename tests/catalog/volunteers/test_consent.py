"""Consent to the versioned privacy notice, and the notice itself."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

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
