"""How mail and SMS leave. Backends are named by settings; by default everything goes to the console and an outbox page.

A vendor's SMS backend is a class with `send(*, to: str, text: str) -> None` which raises `ChannelError` when the vendor refuses;
name it in the setting SMS_BACKEND.
"""

import logging
from collections.abc import Sequence
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.module_loading import import_string
from django.utils.translation import gettext

logger = logging.getLogger(__name__)


class ChannelError(Exception):
    """A channel did not take a message; it may be tried again."""


class SmsBackend(Protocol):
    """What a channel for short messages offers."""

    def send(self, *, to: str, text: str) -> None:
        """Hand over `text` for the E.164 number `to`, or raise ChannelError."""


def sms_send(*, to: str, text: str) -> None:
    """Send `text` to the E.164 number `to` through the backend that SMS_BACKEND names."""
    backend: SmsBackend = import_string(settings.SMS_BACKEND)()
    backend.send(to=to, text=text)


def mask(address: str) -> str:
    """`address` as logs may show it: 138****8000, z***@example.org."""
    name, at, host = address.partition("@")
    if at:
        return f"{name[:1]}***@{host}"
    return f"{address[:-8]}****{address[-4:]}" if len(address) > 8 else "****"


class ConsoleSmsBackend:
    """Prints the message; the number is masked, as a log may be kept."""

    def send(self, *, to: str, text: str) -> None:
        logger.info("SMS %s: %s", mask(to), text)


class OutboxSmsBackend:
    """Keeps the message for the developer's outbox page."""

    def send(self, *, to: str, text: str) -> None:
        from catalog.core.models import OutboxItem

        OutboxItem.objects.create(channel=OutboxItem.Channel.SMS, recipient=to, text=text)


class LocmemSmsBackend:
    """Keeps messages in a list, as Django's locmem mail backend does for tests."""

    outbox: list[dict[str, str]] = []

    def send(self, *, to: str, text: str) -> None:
        self.outbox.append({"to": to, "text": text})


class OutboxEmailBackend(BaseEmailBackend):
    """Keeps mails for the developer's outbox page."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        from catalog.core.models import OutboxItem

        for message in email_messages:
            html = next(
                (body for body, kind in getattr(message, "alternatives", []) if kind == "text/html"),
                "",
            )
            names = [part.get_filename() for part in message.message().walk() if part.get_filename()]
            attached = "".join(f"\n\n{gettext('附件')}：{name}" for name in names)
            for recipient in message.recipients():
                OutboxItem.objects.create(
                    channel=OutboxItem.Channel.EMAIL,
                    recipient=recipient,
                    subject=message.subject[:254],
                    text=message.body + attached,
                    html=html,
                )
        return len(email_messages)
