"""The developer's outbox: what left by mail and SMS while nobody gave the site a server or a vendor."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from catalog.core.models import OutboxItem

ITEMS_ON_A_PAGE = 30
CODE = re.compile(r"(?:验证码|[Cc]ode)\D{0,20}(\d{6})(?!\d)")


@dataclass(frozen=True)
class Sent:
    """One message with the code that it carries, if it does."""

    item: OutboxItem
    code: str


@require_safe
@never_cache
def outbox(request: HttpRequest) -> HttpResponse:
    """What left, newest first. 404 unless OUTBOX_ENABLED: on a city's site nobody may read other people's mail."""
    if not settings.OUTBOX_ENABLED:
        raise Http404
    page_obj = Paginator(OutboxItem.objects.all(), ITEMS_ON_A_PAGE).get_page(request.GET.get("page"))
    sent = []
    for item in page_obj:
        found = CODE.search(item.text)
        sent.append(Sent(item, found[1] if found else ""))
    context = {"page_obj": page_obj, "sent": sent, "meta_robots": "noindex"}
    response = render(request, "catalog/core/outbox.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
