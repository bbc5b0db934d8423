"""The list of teams and the page on which a team tells about itself."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PagePermissionTester
from wagtail.search import index

from catalog.teams.models import Team
from cms.brands import selectors
from cms.core.blocks import TeamStreamBlock
from cms.core.models import CmsImage
from cms.core.pages import BasePage

TEAMS_PER_PAGE = 24
#: Editors may choose the team of a page; its leader may not.
CITY_DESK = "catalog_teams.change_team"


class TeamIndexPage(BasePage):
    """The list of all teams that have a live page.

    Fields for a loader: title, slug, intro. Parent: HomePage; one a language.
    """

    intro = models.CharField(_("导语"), max_length=200, blank=True, help_text=_("标题下的一两句话。"))

    template = "pages/team_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cms_brands.TeamBrandPage"]
    max_count_per_parent = 1
    page_description = _("列出全部志愿服务队伍。队伍的页面放在它下面，负责人提交的修改在这里审核。")

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        HelpPanel(content=_("队伍列表是自动的：队伍的页面一发布，就会出现在这里。")),
    ]

    class Meta:
        verbose_name = _("队伍列表页")

    @property
    def lead_text(self) -> str:
        """The intro."""
        return self.intro

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        """Adds one page of teams, the featured ones first, with how many dates each has ahead."""
        context = super().get_context(request, *args, **kwargs)
        pages = (
            TeamBrandPage.objects.child_of(self)
            .live()
            .public()
            .select_related("team__district", "hero_image")
            .order_by("-is_featured", "title")
        )
        page_obj = Paginator(pages, TEAMS_PER_PAGE).get_page(request.GET.get("page"))
        ahead = selectors.dates_ahead([page.team_id for page in page_obj])
        entries = [(page, ahead.get(page.team_id, 0)) for page in page_obj]
        context.update(
            page_obj=page_obj,
            featured=[entry for entry in entries if entry[0].is_featured],
            others=[entry for entry in entries if not entry[0].is_featured],
        )
        return context


class TeamPagePermissionTester(PagePermissionTester):
    """A leader may change the team's page and submit it; what makes it appear or vanish is the editors'.

    Wagtail lets whoever may change a page also delete it while it is a draft, and copy it; both are narrowed here.
    """

    def _is_city_desk(self) -> bool:
        return self.user.is_active and (self.user.is_superuser or "publish" in self.permissions)

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Deleting needs the right to publish; moving asks the same."""
        return self._is_city_desk() and super().can_delete(ignore_bulk)

    def can_copy(self) -> bool:
        """Copying needs the right to publish."""
        return self._is_city_desk() and super().can_copy()


class TeamBrandPage(BasePage):
    """The story of one team. Dates, places and numbers beside it are read from the catalog when somebody looks.

    Fields for a loader: title (the team's name), slug, team, intro, join_title, join_text, hero_image, story (TeamStreamBlock),
    is_featured. Parent: TeamIndexPage. A team without a page gets one as a draft from `team_workspace_provision`.
    """

    team = models.ForeignKey(
        Team,
        verbose_name=_("队伍"),
        on_delete=models.PROTECT,
        related_name="brand_pages",
        help_text=_("场次、项目和人数都从这支队伍的数据里来。"),
    )
    intro = models.CharField(
        _("一句话介绍"), max_length=160, blank=True, help_text=_("显示在队伍名称下面。留空就用队伍资料里的介绍。")
    )
    hero_image = models.ForeignKey(
        CmsImage,
        verbose_name=_("主图"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("横图，至少 1440 像素宽。请在图片里设好焦点，手机上会裁切。"),
    )
    join_title = models.CharField(_("邀请的标题"), max_length=40, blank=True, default="一起来")
    join_text = models.CharField(
        _("邀请的话"), max_length=200, blank=True, help_text=_("显示在场次旁边，告诉第一次来的人怎么找到你们。")
    )
    story = StreamField(TeamStreamBlock(), verbose_name=_("我们的故事"), blank=True)
    is_featured = models.BooleanField(
        _("品牌队伍"), default=False, help_text=_("勾选后排在队伍列表最前面，用大图显示。")
    )

    template = "pages/team_brand_page.html"
    parent_page_types = ["cms_brands.TeamIndexPage"]
    subpage_types: list[str] = []
    page_description = _("一支队伍的品牌页：故事由队伍来写，场次、项目和人数自动显示。")
    routed_relations = ("social_image", "hero_image", "team__district")

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("team", permission=CITY_DESK),
        FieldPanel("is_featured", permission=CITY_DESK),
        MultiFieldPanel([FieldPanel("intro"), FieldPanel("hero_image")], heading=_("页首")),
        MultiFieldPanel([FieldPanel("join_title"), FieldPanel("join_text")], heading=_("邀请")),
        FieldPanel("story"),
        HelpPanel(
            heading=_("这些不用写"),
            content=_("接下来的场次、还差几人、在做的项目、队员人数，都会自动显示在页面上，随时是最新的。"),
        ),
    ]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug", permission=CITY_DESK), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading=_("网址与搜索引擎"),
        ),
        BasePage.promote_panels[1],
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("story")]

    class Meta:
        verbose_name = _("队伍品牌页")

    def permissions_for_user(self, user) -> TeamPagePermissionTester:
        """What `user` may do with this page."""
        return TeamPagePermissionTester(user, self)

    def clean(self) -> None:
        """One page a team and language."""
        super().clean()
        others = TeamBrandPage.objects.filter(team_id=self.team_id, locale_id=self.locale_id)
        if self.team_id and others.exclude(pk=self.pk).exclude(translation_key=self.translation_key).exists():
            raise ValidationError({"team": _("这支队伍已经有品牌页了。")})

    @property
    def lead_image(self) -> CmsImage | None:
        """The hero."""
        return self.hero_image

    @property
    def lead_text(self) -> str:
        """The page's sentence, else the team's own."""
        return self.intro or self.team.summary

    @property
    def name_parts(self) -> tuple[str, str]:
        """「黎明脚步」 and 健康晨跑群: the brand and the rest of the name, for the headline."""
        head, mark, tail = self.title.partition("」")
        return (head + mark, tail) if mark and head.startswith("「") else (self.title, "")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        """Adds the team's coming activities, its projects and its figures, all counted now."""
        context = super().get_context(request, *args, **kwargs)
        coming = selectors.coming_activities(team_id=self.team_id)
        context.update(
            team=self.team,
            sessions=[selectors.Session(activity) for activity in coming[: selectors.ACTIVITIES_SHOWN]],
            projects=selectors.project_rows(coming),
            figures=selectors.team_figures(self.team_id),
            structured_data=selectors.organization_facts(self, request),
        )
        return context
