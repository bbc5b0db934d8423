"""Messages to people, and how each leaves."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Message(models.Model):
    """One thing that one person is told, written once. `key` is unique, so saying it twice says it once."""

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("收件人"),
        on_delete=models.PROTECT,
        related_name="messages",
    )
    key = models.CharField(_("唯一键"), max_length=120, unique=True)
    kind = models.CharField(_("种类"), max_length=40)
    language = models.CharField(_("语言"), max_length=12)
    subject = models.CharField(_("标题"), max_length=200)
    text = models.TextField(_("正文"))
    html = models.TextField(_("网页正文"), blank=True)
    sms = models.CharField(_("短信正文"), max_length=300, blank=True)
    calendar = models.TextField(_("日历附件"), blank=True)
    url = models.CharField(_("站内链接"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("通知")
        verbose_name_plural = _("通知")

    def __str__(self) -> str:
        return self.subject


class Delivery(models.Model):
    """That a message leaves by one channel. It is pending until the channel took it."""

    class Channel(models.TextChoices):
        EMAIL = "email", _("邮件")
        SMS = "sms", _("短信")

    class State(models.TextChoices):
        PENDING = "pending", _("待发送")
        SENT = "sent", _("已发送")

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="deliveries")
    channel = models.CharField(_("渠道"), max_length=8, choices=Channel)
    address = models.CharField(_("地址"), max_length=254)
    state = models.CharField(_("状态"), max_length=8, choices=State, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(_("尝试次数"), default=0)
    last_error = models.CharField(_("最近的错误"), max_length=200, blank=True)
    sent_at = models.DateTimeField(_("发送时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("发送")
        verbose_name_plural = _("发送")
        constraints = [models.UniqueConstraint(fields=["message", "channel"], name="delivery_once_per_channel")]
        indexes = [models.Index(fields=["state", "id"])]

    def __str__(self) -> str:
        return f"{self.message_id} {self.channel} {self.state}"
