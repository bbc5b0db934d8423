"""How django-allauth meets this site's accounts."""

import io
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.core.channels import sms_send
from catalog.core.models import City
from catalog.volunteers.contacts import Contact, MobileField, phone_parse
from catalog.volunteers.models import User
from catalog.volunteers.selectors import account_find
from catalog.volunteers.services import phone_change


def _site_name() -> str:
    return (City.objects.first() or City()).label


class AccountAdapter(DefaultAccountAdapter):
    """Accounts by e-mail or mobile number."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("这个账号已停用。"),
        "cannot_remove_primary_email": _("这是你登录用的邮箱，不能删除。"),
        "duplicate_email": _("这就是你现在的邮箱。"),
        "email_password_mismatch": _("邮箱或密码不对。"),
        "phone_password_mismatch": _("手机号或密码不对。"),
        "username_password_mismatch": _("账号或密码不对。"),
        "email_taken": _("这个邮箱已经是另一个账号的了。"),
        "phone_taken": _("这个手机号已经是另一个账号的了。"),
        "enter_current_password": _("现在的密码不对。"),
        "incorrect_code": _("验证码不对，请看一看再填。"),
        "incorrect_password": _("密码不对。"),
        "invalid_login": _("请填手机号或邮箱。"),
        "too_many_login_attempts": _("试的次数太多了，请过 5 分钟再试。"),
        "unverified_primary_email": _("这个邮箱还没有验证。"),
        "same_as_current": _("和现在的一样，不用改。"),
        "select_only_one": _("手机号和邮箱只填一个。"),
        "rate_limited": _("太快了，请过 1 分钟再试。"),
    }

    def get_client_ip(self, request: HttpRequest) -> str:
        """The visitor's address; behind a Unix socket there is none, and then all share one."""
        try:
            return super().get_client_ip(request)
        except PermissionDenied:
            return "unknown"

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Failed log-ins are counted for what was typed: allauth counts all mobile numbers as one."""
        login = next((credentials[name] for name in ("email", "phone", "username") if credentials.get(name)), "")
        return f"{request.get_host()}:{str(login).lower()}"

    def get_login_stages(self) -> list[str]:
        """A number is verified by the code that logs in; an e-mail address is asked for where there is no verified number."""
        own = "catalog.volunteers.stages.AddressStage"
        replaced = {
            "allauth.account.stages.EmailVerificationStage": own,
            "allauth.account.stages.PhoneVerificationStage": "",
        }
        stages = [replaced.get(stage, stage) for stage in super().get_login_stages()]
        return [stage for stage in stages if stage]

    def can_delete_email(self, email_address: EmailAddress) -> bool:
        """An address can go when a verified number still leads into the account."""
        return bool(email_address.user.phone and email_address.user.phone_verified)

    def format_email_subject(self, subject: str) -> str:
        """The subject as it is: the sender's name says who writes."""
        return str(subject)

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """With the site's name, which stands below every mail."""
        super().send_mail(template_prefix, email, context | {"site_name": _site_name()})

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's own data."""
        return reverse("me_profile")

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        """Back to one's own data."""
        return reverse("me_profile")

    def send_verification_code_sms(self, user: User | None, phone: str, code: str, **kwargs: Any) -> None:
        """Raises ChannelError when the vendor does not take it."""
        context = {"code": code, "site_name": _site_name()}
        sms_send(to=phone, text=render_to_string("account/sms/code.txt", context).strip())

    def send_unknown_account_sms(self, phone: str, **kwargs: Any) -> None:
        """Never needed: every number gets a code."""

    def send_account_already_exists_sms(self, phone: str) -> None:
        """Never needed: every number gets a code."""

    def get_phone(self, user: User) -> tuple[str, bool] | None:
        """The number and whether it is verified."""
        return (str(user.phone), user.phone_verified) if user.phone else None

    def set_phone(self, user: User, phone: str, verified: bool) -> None:
        """A number is kept only once it is verified."""
        if verified:
            phone_change(user=user, phone=phone)

    def set_phone_verified(self, user: User, phone: str) -> None:
        """The code was right: the number is the account's now."""
        if str(user.phone or "") != phone or not user.phone_verified:
            phone_change(user=user, phone=phone)

    def get_user_by_phone(self, phone: str) -> User | None:
        """The account of an E.164 number."""
        return account_find(Contact(phone=phone))

    def clean_phone(self, phone: str) -> str:
        """E.164 of a number as people type it."""
        return phone_parse(phone)

    def phone_form_field(self, **kwargs: Any) -> MobileField:
        """A field that takes 138… as +86138…."""
        kwargs.pop("label", None)
        return MobileField(**kwargs)


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second factor of staff: codes of an app, and recovery codes."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "add_email_blocked": _("开了两步验证的账号不能加邮箱。"),
        "cannot_delete_authenticator": _("两步验证不能关闭。"),
        "cannot_generate_recovery_codes": _("先打开两步验证，才有备用码。"),
        "incorrect_code": _("验证码不对，请看一看再填。"),
        "unverified_email": _("先验证邮箱，再打开两步验证。"),
    }

    def get_totp_label(self, user: User) -> str:
        """How the app lists the account."""
        return user.email or str(user.phone or user.username)

    def get_totp_issuer(self) -> str:
        """The site's name in the app."""
        return _site_name()

    def build_totp_svg(self, url: str) -> str:
        """The code to scan, dark on white in both colour schemes."""
        out = io.BytesIO()
        segno.make(url, error="m").save(out, kind="svg", scale=5, border=4, light="#fff", dark="#000", xmldecl=False)
        return out.getvalue().decode()
