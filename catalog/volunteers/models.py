"""Accounts and volunteers: who someone is to this site, and to what they agreed."""

import secrets
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from catalog.core.channels import mask
from catalog.core.models import TimestampedModel

ADULT_AGE = 18


def make_username() -> str:
    """A random account name; nobody types it, log-in goes by e-mail or mobile number."""
    return f"u{secrets.token_hex(8)}"


def make_volunteer_no() -> str:
    """Twelve random digits that say nothing about the person (never derived from an ID number)."""
    return f"{secrets.randbelow(9) + 1}{secrets.randbelow(10**11):011d}"


class AccountManager(UserManager):
    """Finds accounts by what people log in with."""

    def get_by_natural_key(self, username: str | None) -> "User":  # type: ignore[override]
        """The account whose e-mail address or account name is `username` (case does not matter in an address)."""
        return self.get(models.Q(email__iexact=username) | models.Q(username=username))  # type: ignore[return-value]


class User(AbstractUser):
    """An account: one person who logs in by e-mail or mobile number with a one-time code. Staff may have a password."""

    username = models.CharField(_("账号"), max_length=40, unique=True, default=make_username)
    email = models.EmailField(_("邮箱"), unique=True, null=True, blank=True)  # type: ignore[assignment]
    phone = PhoneNumberField(_("手机号"), unique=True, null=True, blank=True)
    phone_verified = models.BooleanField(_("手机号已验证"), default=False)

    objects = AccountManager()  # type: ignore[misc]

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["email"]

    class Meta:
        verbose_name = _("账号")
        verbose_name_plural = _("账号")

    def __str__(self) -> str:
        return self.get_full_name() or self.masked_contact()

    def clean(self) -> None:
        """Blank addresses become NULL, so that many people may have none."""
        super().clean()
        self.email = self.email or None

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = (self.email or "").strip().lower() or None
        self.phone = self.phone or None
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        """The volunteer's name or the staff member's own, family name first; "" when neither is known."""
        return f"{self.last_name}{self.first_name}".strip()

    def masked_contact(self) -> str:
        """Mobile number or e-mail address as lists may show it."""
        return mask(self.phone_label or self.email or self.username)

    @property
    def phone_label(self) -> str:
        """The number as people read it: 138… without +86."""
        return str(self.phone or "").removeprefix("+86")


class Volunteer(TimestampedModel):
    """志愿者: a registered person, one row an account. Owned by the person; only what signing up needs is asked."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("账号"),
        on_delete=models.PROTECT,
        related_name="volunteer",
    )
    volunteer_no = models.CharField(
        _("志愿者编号"),
        max_length=12,
        unique=True,
        default=make_volunteer_no,
        editable=False,
    )
    name = models.CharField(_("姓名"), max_length=40)
    birth_date = models.DateField(_("出生日期"))

    class Meta:
        verbose_name = _("志愿者")
        verbose_name_plural = _("志愿者")
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="volunteer_has_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def age_on(self, day: date) -> int:
        """Whole years on `day`."""
        born = self.birth_date
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    @property
    def is_adult(self) -> bool:
        """Eighteen or older today in the city's zone (未成年人 need a guardian: Henan 志愿服务条例 art. 8)."""
        return self.age_on(timezone.localdate()) >= ADULT_AGE


class PrivacyNotice(models.Model):
    """One version of the privacy notice (PIPL 14–17). The newest in force is shown; older ones stay readable."""

    version = models.CharField(_("版本"), max_length=20, unique=True)
    title = models.CharField(_("标题"), max_length=80)
    text = models.TextField(_("正文"))
    text_en = models.TextField(_("英文正文"), blank=True)
    effective_at = models.DateTimeField(_("生效时间"))

    class Meta:
        ordering = ["-effective_at"]
        verbose_name = _("隐私说明")
        verbose_name_plural = _("隐私说明")

    def __str__(self) -> str:
        return f"{self.title} {self.version}"

    @property
    def label(self) -> str:
        """The title in the active language: the usual one has a translation, any other stays as it was written."""
        return gettext(self.title)


class Consent(models.Model):
    """That a person agreed to one version of the notice. Rows are added and withdrawn, never changed or dropped."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("账号"),
        on_delete=models.PROTECT,
        related_name="consents",
    )
    notice = models.ForeignKey(
        PrivacyNotice,
        verbose_name=_("隐私说明"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    given_at = models.DateTimeField(_("同意时间"), auto_now_add=True)
    withdrawn_at = models.DateTimeField(_("撤回时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("同意记录")
        verbose_name_plural = _("同意记录")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "notice"],
                condition=models.Q(withdrawn_at=None),
                name="consent_once_per_notice",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.notice}"
