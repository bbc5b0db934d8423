"""The public list of projects, and what machines read of the site."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from search.listing import Listing
from search.nothing_found import NothingFound

#: The id of the part of the page that is swapped when a filter changes.
RESULTS = "found"


@require_safe
def project_list(request: HttpRequest) -> HttpResponse:
    """Projects by words and filters. With HTMX only the results are sent; the counts of the filters come along."""
    listing = Listing(request.GET)
    htmx = request.htmx  # type: ignore[attr-defined]
    only_results = bool(htmx) and not htmx.history_restore_request and htmx.target == RESULTS
    context = {
        "listing": listing,
        "criteria": listing.criteria,
        "nothing": None if listing.count else NothingFound(listing),
        "crumbs": [] if listing.count else [(_("找项目"), listing.path)],
        "here": _("找项目") if listing.count else _("没有结果"),
        "canonical_url": listing.canonical_url,
        "meta_title": listing.title,
        "meta_description": listing.description,
        "meta_robots": listing.robots,
        "alternate_urls": _alternates(listing),
    }
    template = "search/results_swap.html" if only_results else "search/project_list.html"
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response


def _alternates(listing: Listing) -> dict[str, str]:
    """The same list in each language, where search engines are welcome."""
    if listing.robots:
        return {}
    addresses = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            addresses[code] = listing.criteria.address(reverse("project_list"), listing.page_obj.number)
    return addresses


@require_safe
def robots_txt(request: HttpRequest) -> HttpResponse:
    """What crawlers may read, and where the map of the site is."""
    with override(settings.LANGUAGE_CODE):
        sitemap_url = request.build_absolute_uri(reverse("sitemap"))
    context = {"sitemap_url": sitemap_url, "prefixes": ["", "/en"]}
    return render(request, "search/robots.txt", context, content_type="text/plain; charset=utf-8")
