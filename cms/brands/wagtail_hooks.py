"""What the leader of a team finds in the admin: the own page first."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.brands.models import TeamBrandPage
from cms.core.dashboard import CityPanel, Task


def pages_of(request: HttpRequest) -> list[TeamBrandPage]:
    """The pages of the teams that this person leads; asked once a request."""
    if not hasattr(request, "_led_team_pages"):
        groups = request.user.groups.values("pk")
        request._led_team_pages = list(
            TeamBrandPage.objects.filter(workspace__group__in=groups).select_related("team").order_by("title")
        )
    return request._led_team_pages


class OwnPageItem(MenuItem):
    """我的队伍页面: straight to the form; shown to leaders of a team."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether there is such a page."""
        return bool(pages_of(request))

    def render_component(self, request: HttpRequest):
        """The address depends on the person."""
        self.url = reverse("wagtailadmin_pages:edit", args=[pages_of(request)[0].pk])
        return super().render_component(request)


@hooks.register("register_admin_menu_item")
def register_own_page() -> OwnPageItem:
    """The first entry of a leader's menu."""
    return OwnPageItem(
        gettext_lazy("我的队伍页面"), reverse("wagtailadmin_home"), name="own-team-page", icon_name="edit", order=90
    )


@hooks.register("construct_homepage_panels")
def add_leaders_panel(request: HttpRequest, panels: list) -> None:
    """A leader's dashboard begins with the own page and the team's tools."""
    pages = pages_of(request)
    if not pages:
        return
    tasks = [
        Task(_("修改「%(title)s」的页面") % {"title": page.title}, reverse("wagtailadmin_pages:edit", args=[page.pk]))
        for page in pages
    ]
    tasks.append(Task(_("看报名、改报名表"), reverse("signups:team")))
    text = _("改好以后点「提交」，城市编辑看过就会发布。场次和人数不用写，会自动显示。")
    panels.append(CityPanel("leaders", _("我的队伍"), text, tasks))
