"""Wagtail's addresses, with pages found by `cms.core.routing`."""

from django.urls import re_path
from wagtail import urls as wagtail_urls

from cms.core.routing import serve_page

PAGE = "wagtail_serve"

urlpatterns = [
    *(pattern for pattern in wagtail_urls.urlpatterns if pattern.name != PAGE),
    re_path(wagtail_urls.serve_pattern, serve_page, name=PAGE),
]
