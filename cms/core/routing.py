"""Which page stands at an address: found by its whole address in three queries, however deep it lies.

Wagtail walks down the tree with two queries a level, after it has read the home page and its language.
"""

from django.db.models import Exists
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail import views
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.url_routing import RouteResult

#: Where Wagtail's own view looks for a route that was found already.
FOUND = "_wagtail_route_for_request"


def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's view of a page (restrictions, hooks, the page's own view), with the page found by `route`. Raises Http404."""
    setattr(request, FOUND, route(request, path))
    return views.serve(request, path)


def route(request: HttpRequest, path: str) -> RouteResult | None:
    """The live page at `path` below the home page of the request's site and language, with the relations that it reads."""
    site = Site.find_for_request(request)
    root = _root_path(site) if site else ""
    if not root:
        return None
    address = "/".join(["", *filter(None, root.split("/")), *filter(None, path.split("/")), ""])
    found = (
        Page.objects.filter(url_path=address, live=True)
        .annotate(anything_is_restricted=Exists(PageViewRestriction.objects.all()))
        .only("pk", "content_type")
        .first()
    )
    model = found.specific_class if found else None
    if model is None:
        return None
    relations = getattr(model, "routed_relations", ())
    page = model.objects.select_related("locale", *relations).get(pk=found.pk)
    page.is_open = not found.anything_is_restricted
    try:
        return page.route(request, [])
    except Http404:
        return None


def _root_path(site: Site) -> str:
    """The address of the home page in the tree: in the active language, else in the site's own."""
    roots = {each.language_code: each.root_path for each in Site.get_site_root_paths() if each.site_id == site.pk}
    try:
        language = get_supported_content_language_variant(get_language())
    except LookupError:
        language = ""
    return roots.get(language) or next(iter(roots.values()), "")
