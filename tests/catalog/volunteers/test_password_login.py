"""Log-in with a password, for staff and for tools."""

import pytest
from django.core import mail

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db

LOGIN = "/accounts/login/"


def is_in(client) -> bool:
    """Whether somebody is logged in."""
    return "_auth_user_id" in client.session


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
