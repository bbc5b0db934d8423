"""What every catalog app builds on: the city, its taxonomy, and abstract bases."""

import secrets
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

PUBLIC_ID_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
PUBLIC_ID_LENGTH = 10


def make_public_id() -> str:
    """Ten random characters (49 bits) without look-alikes, so that an address can't be guessed or walked."""
    return "".join(secrets.choice(PUBLIC_ID_ALPHABET) for _ in range(PUBLIC_ID_LENGTH))


class PublicIdModel(models.Model):
    """A row that people see in an address: `public_id` is random and never changes."""

    public_id = models.CharField(
        _("公开编号"),
        max_length=PUBLIC_ID_LENGTH,
        unique=True,
        default=make_public_id,
        editable=False,
    )

    class Meta:
        abstract = True


class TimestampedModel(models.Model):
    """When the row was made and last saved."""

    created_at = models.DateTimeField(_("建立时间"), auto_now_add=True)
    updated_at = models.DateTimeField(_("修改时间"), auto_now=True)

    class Meta:
        abstract = True


class PlaceModel(models.Model):
    """A point in WGS-84 degrees; it is converted to GCJ-02 only in links to map apps."""

    latitude = models.DecimalField(
        _("纬度"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(-90)), MaxValueValidator(Decimal(90))],
        help_text=_("WGS-84 坐标，例如 35.215900。"),
    )
    longitude = models.DecimalField(
        _("经度"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(-180)), MaxValueValidator(Decimal(180))],
        help_text=_("WGS-84 坐标，例如 113.241800。"),
    )

    class Meta:
        abstract = True


class TransitionLog(models.Model):
    """One change of state of a subject: who, when, from what to what, why. Rows are added and never changed."""

    from_state = models.CharField(_("原状态"), max_length=24, blank=True)
    to_state = models.CharField(_("新状态"), max_length=24)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("操作人"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("空表示系统自动完成。"),
    )
    at = models.DateTimeField(_("时间"), auto_now_add=True)
    reason = models.CharField(_("原因"), max_length=32, blank=True)
    note = models.CharField(_("说明"), max_length=500, blank=True)

    class Meta:
        abstract = True
        ordering = ["id"]


class TaxonomyTerm(models.Model):
    """One entry of an editable list by which people filter."""

    slug = models.SlugField(
        _("标识"),
        max_length=40,
        unique=True,
        help_text=_("用在网址里，只用小写字母和连字符。"),
    )
    name = models.CharField(_("名称"), max_length=40, unique=True)
    name_en = models.CharField(_("英文名称"), max_length=80, blank=True)
    order = models.PositiveSmallIntegerField(_("顺序"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """The name in the active language; Chinese where there is no English one."""
        if (get_language() or "").startswith("en") and self.name_en:
            return self.name_en
        return self.name


class District(TaxonomyTerm, PlaceModel):
    """县市区: one of the parts of the city. Edited by the city's editors."""

    class Meta(TaxonomyTerm.Meta):
        verbose_name = _("县市区")
        verbose_name_plural = _("县市区")


class ServiceField(TaxonomyTerm):
    """服务领域, after Henan's 志愿服务条例 art. 23; the list is editable."""

    description = models.CharField(_("一句话说明"), max_length=120, blank=True)
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("图片"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta(TaxonomyTerm.Meta):
        verbose_name = _("服务领域")
        verbose_name_plural = _("服务领域")


class Audience(TaxonomyTerm):
    """适合谁: whom a project suits, such as newcomers or people with children."""

    class Meta(TaxonomyTerm.Meta):
        verbose_name = _("适合人群")
        verbose_name_plural = _("适合人群")


class City(models.Model):
    """What pages and mails say about the city. One row (pk 1), edited by administrators; another city changes it here."""

    name = models.CharField(_("城市名称"), max_length=40, default="焦作")
    name_en = models.CharField(_("城市英文名"), max_length=80, default="Jiaozuo", blank=True)
    site_name = models.CharField(_("网站名称"), max_length=40, default="微笑焦作")
    site_name_en = models.CharField(_("网站英文名"), max_length=80, default="Smiling Jiaozuo", blank=True)
    slogan = models.CharField(_("口号"), max_length=60, default="微笑焦作，志愿你我")
    slogan_en = models.CharField(
        _("英文口号"),
        max_length=120,
        default="Smiling Jiaozuo: you and I volunteer",
        blank=True,
    )
    emblem = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("标志"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("留空时使用自带的标志。"),
    )
    contact_phone = models.CharField(_("咨询电话"), max_length=40, blank=True)
    contact_email = models.EmailField(_("联系邮箱"), blank=True)
    contact_address = models.CharField(_("联系地址"), max_length=120, blank=True)
    contact_hours = models.CharField(_("接听时间"), max_length=60, blank=True)
    icp_number = models.CharField(_("ICP 备案号"), max_length=60, blank=True)
    police_number = models.CharField(_("公安备案号"), max_length=60, blank=True)
    is_demo = models.BooleanField(
        _("这是演示站"),
        default=False,
        help_text=_("勾选后，每页都会写明内容是演示用的。"),
    )

    class Meta:
        verbose_name = _("城市设置")
        verbose_name_plural = _("城市设置")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="city_is_single")]

    def __str__(self) -> str:
        return self.site_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.pk = 1
        super().save(*args, **kwargs)

    @property
    def label(self) -> str:
        """The site's name in the active language."""
        return self._in_language("site_name")

    @property
    def slogan_label(self) -> str:
        """The slogan in the active language."""
        return self._in_language("slogan")

    def _in_language(self, field: str) -> str:
        english = getattr(self, f"{field}_en") if (get_language() or "").startswith("en") else ""
        return english or getattr(self, field)


class Generation(models.Model):
    """A number (pk 1) that grows with every change that people can see; cached pages carry the number they were made under."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="generation_is_single")]

    def __str__(self) -> str:
        return str(self.number)


class OutboxItem(models.Model):
    """A mail or SMS as it would have left; the developer's outbox page lists them. Empty in production."""

    class Channel(models.TextChoices):
        EMAIL = "email", _("邮件")
        SMS = "sms", _("短信")

    channel = models.CharField(max_length=8, choices=Channel)
    recipient = models.CharField(max_length=254)
    subject = models.CharField(max_length=254, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.get_channel_display()} {self.subject}"


def city_zone() -> ZoneInfo:
    """The zone in which the city's clocks run (settings.TIME_ZONE)."""
    return ZoneInfo(settings.TIME_ZONE)


def validate_not_blank(value: str) -> None:
    """Raise ValidationError for text of blanks only."""
    if not value.strip():
        raise ValidationError(_("请填写内容，不能只有空格。"))
