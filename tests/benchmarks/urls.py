"""The site's addresses, and one more: the view against which all others are measured."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.cache import never_cache

from config import urls as site

KILOBYTE = b"<!doctype html><title>1 KB</title>".ljust(1024, b".")


@never_cache
def constant(request: HttpRequest) -> HttpResponse:
    """1 KB that is always the same, through every middleware and never from the page cache."""
    return HttpResponse(KILOBYTE)


urlpatterns = [path("benchmark/constant/", constant), *site.urlpatterns]
handler400 = site.handler400
handler429 = site.handler429
