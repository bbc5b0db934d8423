"""Work that leaves this machine."""

import logging

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from catalog.core.channels import sms_send
from catalog.notifications.models import Delivery, Message

logger = logging.getLogger(__name__)


@task()
def deliver(delivery_id: int) -> None:
    """Send one delivery if it is still pending. What a channel refuses stays pending with the error noted.

    The row is marked after the channel took it: a crash in between sends at most one duplicate, with the same Message-ID.
    """
    delivery = Delivery.objects.select_related("message").filter(pk=delivery_id).first()
    if delivery is None or delivery.state != Delivery.State.PENDING:
        return
    try:
        _send(delivery)
    except Exception as error:  # whatever a mail server or a vendor's client raises must not lose the row
        logger.warning("delivery %s did not leave: %s", delivery.pk, type(error).__name__)
        _mark(delivery, error=f"{type(error).__name__}: {error}"[:200])
    else:
        _mark(delivery, error="")


def _send(delivery: Delivery) -> None:
    message: Message = delivery.message
    if delivery.channel == Delivery.Channel.SMS:
        sms_send(to=delivery.address, text=message.sms)
        return
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        to=[delivery.address],
        headers={"Message-ID": f"<message-{message.pk}@volunteer.local>"},
    )
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    if message.calendar:
        mail.attach("invite.ics", message.calendar, "text/calendar")
    mail.send()


@transaction.atomic
def _mark(delivery: Delivery, *, error: str) -> None:
    row = Delivery.objects.select_for_update().get(pk=delivery.pk)
    row.attempts += 1
    row.last_error = error
    if not error:
        row.state = Delivery.State.SENT
        row.sent_at = timezone.now()
    row.save()
