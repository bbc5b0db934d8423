"""New projects as an Atom feed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from catalog.core.models import City
from catalog.projects.models import Project

NEWEST = 30


class NewProjectsFeed(Feed):
    """The newest published projects; an entry keeps its id when the site moves."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> City:
        """The city, which gives the feed its name."""
        return City.objects.first() or City()

    def title(self, city: City) -> str:
        """The feed's name."""
        return _("%(site)s：新的志愿服务项目") % {"site": city.label}

    def subtitle(self, city: City) -> str:
        """The slogan."""
        return city.slogan_label

    def link(self, city: City) -> str:
        """The list, newest first."""
        return f"{reverse('project_list')}?sort=newest"

    def feed_url(self, city: City) -> str:
        """The feed's own address."""
        return reverse("projects_feed")

    def items(self, city: City) -> Iterable[Project]:
        """The newest ones: one query."""
        return Project.objects.published().with_facts().order_by("-published_at", "-pk")[:NEWEST]

    def item_title(self, item: Project) -> str:
        """The project's title."""
        return item.title

    def item_description(self, item: Project) -> str:
        """Its summary."""
        return item.summary

    def item_guid(self, item: Project) -> str:
        """The entry's id: the address tells nothing about it, so it stays when the address changes."""
        return f"urn:volunteer:project:{item.public_id}"

    item_guid_is_permalink = False

    def item_author_name(self, item: Project) -> str:
        """The team."""
        return item.team.name

    def item_pubdate(self, item: Project) -> datetime | None:
        """When it was published first."""
        return item.published_at

    def item_updateddate(self, item: Project) -> datetime:
        """When it was last saved."""
        return item.updated_at

    def item_categories(self, item: Project) -> list[str]:
        """Its brand and field."""
        return [str(term) for term in (item.brand, item.field and item.field.label) if term]
