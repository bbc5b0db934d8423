"""The list of project brands and the page of one."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from catalog.projects.models import ProjectBrand
from cms.brands import selectors
from cms.core.blocks import StoryStreamBlock
from cms.core.models import CmsImage
from cms.core.pages import BasePage


class ProjectBrandIndexPage(BasePage):
    """The list of all project brands that have a live page.

    Fields for a loader: title, slug, intro. Parent: HomePage; one a language.
    """

    intro = models.CharField(_("导语"), max_length=200, blank=True, help_text=_("标题下的一两句话。"))

    template = "pages/project_brand_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cms_brands.ProjectBrandPage"]
    max_count_per_parent = 1
    page_description = _("列出全部项目品牌，例如「四点半学校」。")

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("项目品牌列表页")

    @property
    def lead_text(self) -> str:
        """The intro."""
        return self.intro

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        """Adds the pages of the brands with how many projects of each have dates ahead."""
        context = super().get_context(request, *args, **kwargs)
        pages = list(
            ProjectBrandPage.objects.child_of(self)
            .live()
            .public()
            .select_related("project_brand", "hero_image")
            .order_by("project_brand__order", "title")
        )
        counts = selectors.projects_ahead_by_brand([page.project_brand_id for page in pages])
        context["entries"] = [(page, counts.get(page.project_brand_id, 0)) for page in pages]
        return context


class ProjectBrandPage(BasePage):
    """The story of one project brand. Its projects and dates are read from the catalog when somebody looks.

    Fields for a loader: title, slug, project_brand, intro, hero_image, story (StoryStreamBlock).
    Parent: ProjectBrandIndexPage.
    """

    project_brand = models.ForeignKey(
        ProjectBrand,
        verbose_name=_("项目品牌"),
        on_delete=models.PROTECT,
        related_name="brand_pages",
        help_text=_("页面上的项目和场次都从这个品牌的数据里来。"),
    )
    intro = models.CharField(
        _("一句话介绍"), max_length=160, blank=True, help_text=_("显示在名称下面。留空就用品牌资料里的介绍。")
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
    story = StreamField(StoryStreamBlock(), verbose_name=_("品牌故事"), blank=True)

    template = "pages/project_brand_page.html"
    parent_page_types = ["cms_brands.ProjectBrandIndexPage"]
    subpage_types: list[str] = []
    page_description = _("一个项目品牌的页面：故事在这里写，各队的项目和场次自动显示。")
    routed_relations = ("social_image", "hero_image", "project_brand")

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("project_brand"),
        MultiFieldPanel([FieldPanel("intro"), FieldPanel("hero_image")], heading=_("页首")),
        FieldPanel("story"),
        HelpPanel(heading=_("这些不用写"), content=_("哪些队伍在做、接下来的场次、还差几人，都会自动显示。")),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("story")]

    class Meta:
        verbose_name = _("项目品牌页")

    def clean(self) -> None:
        """One page a brand and language."""
        super().clean()
        others = ProjectBrandPage.objects.filter(project_brand_id=self.project_brand_id, locale_id=self.locale_id)
        if self.project_brand_id and others.exclude(pk=self.pk).exclude(translation_key=self.translation_key).exists():
            raise ValidationError({"project_brand": _("这个项目品牌已经有页面了。")})

    @property
    def lead_image(self) -> CmsImage | None:
        """The hero."""
        return self.hero_image

    @property
    def lead_text(self) -> str:
        """The page's sentence, else the brand's own."""
        return self.intro or self.project_brand.summary

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        """Adds the brand's coming activities, its projects, and the teams that run them, all as they are now."""
        context = super().get_context(request, *args, **kwargs)
        coming = selectors.coming_activities(brand_id=self.project_brand_id)
        context.update(
            brand=self.project_brand,
            sessions=[selectors.Session(activity) for activity in coming[: selectors.ACTIVITIES_SHOWN]],
            projects=selectors.project_rows(coming),
            teams=selectors.teams_of(coming),
        )
        return context
