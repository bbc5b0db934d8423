"""Writes about messages."""

from functools import partial

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

from catalog.notifications.models import Delivery, Message
from catalog.notifications.tasks import deliver
from catalog.volunteers.models import User

MAX_SUBJECT = 200
MAX_SMS = 300


@transaction.atomic
def message_post(
    *,
    recipient: User,
    kind: str,
    key: str,
    context: dict,
    url: str = "",
    calendar: str = "",
    language: str = "zh-hans",
) -> Message:
    """Tell `recipient` something once; a second call with the same `key` changes nothing. Returns the message.

    `kind` names the templates: emails/<kind>.subject.txt, .txt, .html and .sms.txt. The message and its deliveries are rows of
    the caller's transaction; they leave after it has committed.
    """
    existing = Message.objects.filter(key=key).first()
    if existing:
        return existing
    with translation.override(language):
        message = Message.objects.create(
            recipient=recipient,
            key=key,
            kind=kind,
            language=language,
            subject=_one_line(render_to_string(f"emails/{kind}.subject.txt", context))[:MAX_SUBJECT],
            text=render_to_string(f"emails/{kind}.txt", context).strip() + "\n",
            html=render_to_string(f"emails/{kind}.html", context),
            sms=_one_line(render_to_string(f"emails/{kind}.sms.txt", context))[:MAX_SMS],
            calendar=calendar,
            url=url,
        )
    for channel, address in _addresses(recipient):
        delivery = Delivery.objects.create(message=message, channel=channel, address=address)
        transaction.on_commit(partial(deliver.enqueue, delivery.pk))
    return message


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _addresses(user: User) -> list[tuple[str, str]]:
    """Mail where there is an address; SMS only where there is no mail, as each costs the city money."""
    if user.email:
        return [(Delivery.Channel.EMAIL, user.email)]
    return [(Delivery.Channel.SMS, str(user.phone))] if user.phone else []
