"""The second factor of staff: codes of an app, and recovery codes."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.utils import timezone

from tests.factories.accounts import UserFactory, VolunteerFactory

pytestmark = pytest.mark.django_db


def html(answer) -> str:
    """The page as text."""
    return answer.content.decode()


@pytest.fixture
def own():
    """The browser in which a volunteer is logged in."""
    client = Client()
    client.force_login(VolunteerFactory().user)
    return client


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
