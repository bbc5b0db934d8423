"""The links of header and footer, from the page tree: live children of the home page that are shown in menus."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls.resolvers import LocalePrefixPattern
from django.utils.translation import get_language, gettext
from wagtail.models import Page, Site

from home.memo import remember

#: Pages that list others stand in the header; single pages in the menu (history, contact, help) stand in the footer.
LISTING_SUFFIX = "indexpage"


@dataclass(frozen=True)
class Item:
    """One link: `is_current` when the present page is this one or lies below it."""

    label: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class Navigation:
    """The header's links (`main`) and the footer's further ones (`more`)."""

    main: list[Item]
    more: list[Item]


def path_in_language(path: str) -> str:
    """`/projects/` as it is called in the active language: `/en/projects/` in English."""
    prefix = LocalePrefixPattern(prefix_default_language=False).language_prefix
    return f"/{prefix}{path.lstrip('/')}"


def projects_path() -> str:
    """The address of the list of projects in the active language."""
    return path_in_language("/projects/")


def navigation(request: HttpRequest) -> Navigation:
    """Header and footer links for this request; the tree is read once per worker, language and generation."""
    site = remember(("site", request.get_host()), lambda: Site.find_for_request(request))
    language = get_language() or settings.LANGUAGE_CODE
    main, more = remember(("navigation", site.pk if site else None, language), lambda: _read(site))
    main = [(gettext("找项目"), projects_path()), *main]
    return Navigation(
        main=[Item(label, url, _is_current(request.path, url)) for label, url in main],
        more=[Item(label, url, _is_current(request.path, url)) for label, url in more],
    )


def _read(site: Site | None) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    main: list[tuple[str, str]] = []
    more: list[tuple[str, str]] = []
    if site is None:
        return main, more
    root = site.root_page.localized
    pages = Page.objects.child_of(root).live().public().in_menu().select_related("content_type")
    for page in pages:
        links = main if page.content_type.model.endswith(LISTING_SUFFIX) else more
        links.append((page.title, page.get_url() or ""))
    return main, more


def _is_current(path: str, url: str) -> bool:
    return bool(url) and path.startswith(url)
