"""Tags of the layouts: languages, canonical address, absolute addresses of static files."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import translate_url
from django.utils.translation import get_language, override
from wagtail.images.models import AbstractRendition

from catalog.core.models import City
from home.memo import remember
from home.navigation import path_in_language

register = template.Library()

#: Django's language codes as HTML and search engines want them.
HTML_LANGUAGES = {"zh-hans": "zh-Hans", "en": "en"}
OPEN_GRAPH_LOCALES = {"zh-hans": "zh_CN", "en": "en_US"}


@dataclass(frozen=True)
class LanguageLink:
    """A link to this page, or to the home page, in another language; `name` is in that language itself."""

    code: str
    html_code: str
    name: str
    url: str


@register.simple_tag
def html_language() -> str:
    """The active language for the `lang` attribute."""
    code = get_language() or settings.LANGUAGE_CODE
    return HTML_LANGUAGES.get(code, code)


@register.simple_tag
def open_graph_locale() -> str:
    """The active language for `og:locale`."""
    return OPEN_GRAPH_LOCALES.get(get_language() or "", "zh_CN")


@register.simple_tag
def site_name() -> str:
    """The product's name where no City row may be asked, such as on the page for a broken database."""
    return str(settings.SITE_NAME)


@register.simple_tag
def localized_path(path: str) -> str:
    """`path` as it is called in the active language: `/` is `/en/` in English."""
    return path_in_language(path)


@register.simple_tag
def art_url(name: str) -> str:
    """The address of one of the site's own drawings (`home/static/art`)."""
    return static(f"art/{name}.svg")


@register.simple_tag
def emblem_image(city: City) -> AbstractRendition:
    """The emblem that the city uploaded, small enough for the header; asked once per worker."""
    return remember(("emblem", city.emblem_id), lambda: city.emblem.get_rendition("max-160x160"))


@register.filter
def tel(number: str) -> str:
    """A phone number as a `tel:` link wants it: digits and a leading plus."""
    return "".join(character for character in str(number) if character.isdigit() or character == "+")


@register.simple_tag(takes_context=True)
def other_languages(context: template.Context) -> list[LanguageLink]:
    """Where the language switch leads: the same page when it exists (`language_urls`, or a view of our own), else home."""
    request = context.get("request")
    alternates = context.get("language_urls") or context.get("alternate_urls") or {}
    links = []
    for code, name in settings.LANGUAGES:
        if code == get_language():
            continue
        url = alternates.get(code) or _same_view(request, code) or _home(code)
        links.append(LanguageLink(code, HTML_LANGUAGES.get(code, code), str(name), url))
    return links


def _same_view(request, code: str) -> str:
    """The view of this request in another language; "" for a page of the tree, whose translation may not exist."""
    match = getattr(request, "resolver_match", None)
    if match is None or match.view_name == "wagtail_serve":
        return ""
    path = request.get_full_path()
    translated = translate_url(path, code)
    return translated if translated != path else ""


def _home(code: str) -> str:
    with override(code):
        return path_in_language("/")


@register.simple_tag(takes_context=True)
def hreflang_links(context: template.Context) -> list[tuple[str, str]]:
    """`(hreflang, absolute address)` of each real translation of this page, with `x-default`; empty when there is only one."""
    request, alternates = context.get("request"), context.get("alternate_urls") or {}
    if request is None or len(alternates) < 2:
        return []
    links = [(HTML_LANGUAGES.get(code, code), request.build_absolute_uri(url)) for code, url in alternates.items()]
    default = alternates.get(settings.LANGUAGE_CODE)
    return [*links, ("x-default", request.build_absolute_uri(default))] if default else links


@register.simple_tag(takes_context=True)
def canonical_address(context: template.Context) -> str:
    """The one address of this page: `canonical_url` from the view, else the path without its query."""
    request = context.get("request")
    if request is None:
        return ""
    return request.build_absolute_uri(context.get("canonical_url") or request.path)


@register.simple_tag(takes_context=True)
def absolute_address(context: template.Context, url: str) -> str:
    """`url` with scheme and host, for feeds, Open Graph and codes to scan."""
    request = context.get("request")
    return request.build_absolute_uri(str(url)) if request is not None else str(url)


@register.simple_tag(takes_context=True)
def absolute_static(context: template.Context, path: str) -> str:
    """The absolute address of a static file."""
    return absolute_address(context, static(path))
