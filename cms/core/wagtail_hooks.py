"""The admin as the city's people see it: its colours, a short menu, a first page, and no way round their rights."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.core.dashboard import editors_panel

#: Wagtail's entries that lead to pages in English elsewhere.
HIDDEN_FOR_ALL = frozenset({"help"})
#: Entries for which one has to look after more than one page.
HIDDEN_FOR_LEADERS = frozenset({"reports", "forms", "settings"})


def looks_after_the_city(user: Any) -> bool:
    """Whether `user` publishes pages: an editor or an administrator, not the leader of a team."""
    return policy_registry.get_by_type(Page).user_has_permission(user, "publish")


@hooks.register("insert_global_admin_css")
def city_colours() -> SafeString:
    """The emblem and the two colours of the menu."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("construct_main_menu")
def shorten_menu(request: HttpRequest, menu_items: list) -> None:
    """Leave out what people here don't need."""
    hidden = HIDDEN_FOR_ALL if looks_after_the_city(request.user) else HIDDEN_FOR_ALL | HIDDEN_FOR_LEADERS
    menu_items[:] = [item for item in menu_items if item.name not in hidden]


@hooks.register("construct_homepage_panels")
def add_city_panel(request: HttpRequest, panels: list) -> None:
    """The day's work comes first."""
    if panel := editors_panel(request):
        panels.append(panel)


def visible_pages(user: Any) -> QuerySet[Page]:
    """Pages whose titles the leader of a team may read in the admin: live ones, and the own."""
    own = policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, {"change"})
    return Page.objects.filter(Q(live=True) | Q(pk__in=own.values("pk")))


@hooks.register("construct_page_chooser_queryset")
def only_pages_to_see(pages: QuerySet, request: HttpRequest) -> QuerySet:
    """Who looks after one page may link to every live page, and sees no draft of others."""
    if looks_after_the_city(request.user):
        return pages
    visible = visible_pages(request.user)
    parent_pk = request.resolver_match.kwargs.get("parent_page_id") if request.resolver_match else None
    if parent_pk and not visible.filter(pk=parent_pk).exists():
        raise PermissionDenied
    return pages.filter(pk__in=visible.values("pk"))


@hooks.register("filter_form_submissions_for_user")
def submissions_are_the_desks(user: Any, queryset: QuerySet) -> QuerySet:
    """What citizens sent is for the city's editors, not for everybody who may change some page."""
    return queryset if looks_after_the_city(user) else queryset.none()
