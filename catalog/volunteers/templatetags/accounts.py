"""What templates of accounts ask."""

from django import template
from django.conf import settings
from django.urls import reverse

register = template.Library()


@register.simple_tag
def outbox_address() -> str:
    """Where codes can be read while nobody named a mail server or an SMS vendor; "" on a city's site."""
    return reverse("outbox") if settings.OUTBOX_ENABLED else ""
