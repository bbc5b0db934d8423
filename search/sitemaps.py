"""The map of the site for search engines: lists, projects, and the pages that editors wrote."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import override
from wagtail.contrib.sitemaps import Sitemap as WagtailSitemap
from wagtail.models import Page

from catalog.projects.models import Project
from search.criteria import Criteria
from search.filters import ProjectFilterSet
from search.listing import INDEXED

#: Django's language codes as search engines want them.
HTML_LANGUAGES = {"zh-hans": "zh-Hans"}


class ListSitemap(Sitemap):
    """The list of projects, and those of one district, field, brand or team in which something is coming: in each language."""

    i18n = True
    alternates = True
    x_default = True

    def items(self) -> list[Criteria]:
        """The whole list first."""
        selection = ProjectFilterSet().selection
        found = [Criteria()]
        for name in INDEXED:
            found += [Criteria.only(name, value) for value, count in selection.counts(name).items() if count]
        return found

    def location(self, item: Criteria) -> str:
        """The address in the active language."""
        return item.address(reverse("project_list"))


class ProjectSitemap(Sitemap):
    """Every public project; its text is Chinese, so there is one address each."""

    def items(self) -> QuerySet[Project]:
        """Public projects, the newest first."""
        return Project.objects.public().only("public_id", "updated_at", "published_at").order_by("-published_at", "-pk")

    def location(self, item: Project) -> str:
        """The Chinese page."""
        with override(settings.LANGUAGE_CODE):
            return item.get_absolute_url()

    def lastmod(self, item: Project) -> datetime:
        """When the notice changed."""
        return item.updated_at


class PageSitemap(WagtailSitemap):
    """Public pages of the tree in every language, each with its real translations."""

    def items(self) -> QuerySet[Page]:
        """Live pages below the home page of each language."""
        homes = self.get_wagtail_site().root_page.get_translations(inclusive=True)
        below = Q(pk__in=[])
        for path in homes.values_list("path", flat=True):
            below |= Q(path__startswith=path)
        return Page.objects.filter(below).live().public().order_by("path").defer_streamfields().specific()

    def _urls(self, page: int, protocol: str, domain: str) -> list[dict[str, Any]]:
        """Each page's own addresses, with those of its translations beside the first of them."""
        translations: dict[Any, list[dict[str, str]]] = defaultdict(list)
        entries: list[tuple[Page, dict[str, Any]]] = []
        for item in self.paginator.page(page).object_list:
            for place, entry in enumerate(item.get_sitemap_urls(self.request)):
                entries.append((item, entry))
                if place == 0:
                    code = item.locale.language_code
                    link = {"lang_code": HTML_LANGUAGES.get(code, code), "location": entry["location"]}
                    translations[item.translation_key].append(link)
        moments = [entry["lastmod"] for _item, entry in entries if entry.get("lastmod")]
        if moments:
            self.latest_lastmod = max(moments)
        listed = set[Any]()
        for item, entry in entries:
            links = translations[item.translation_key]
            entry["alternates"] = links if len(links) > 1 and item.pk not in listed else []
            listed.add(item.pk)
        return [entry for _item, entry in entries]
