"""The home page: everything on it but words and pictures is read from the catalog."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import StreamField

from cms.campaigns.models import CampaignPage
from cms.core.blocks import LinkBlock, PageStreamBlock
from cms.core.models import CmsImage
from cms.core.pages import BasePage
from cms.pages.models import TimelinePage
from home import sections
from home.context_processors import city


class HomePage(BasePage):
    """The site's first page, one a language.

    Fields for a loader: title, slug ("home"), intro, shortcuts ([("link", {"label", "address": "/projects/?when=weekend"})]),
    days_title, campaign (CampaignPage or None: then the running or next one), campaign_button, brands_title, near_title,
    near_text, near_link ([("link", …)]), figures_title, history_title, history_page (TimelinePage), history_today, body
    (PageStreamBlock), hero_image (for messengers only). The slogan is City.slogan.
    """

    intro = models.CharField(
        _("口号下面的话"), max_length=120, blank=True, default="全市的志愿服务项目都在这里。找一个，报上名，到时候见。"
    )
    shortcuts = StreamField(
        [("link", LinkBlock())],
        verbose_name=_("搜索框下的快捷入口"),
        blank=True,
        max_num=6,
        help_text=_("例如「这个周末」，网址写 /projects/?when=weekend。"),
    )
    hero_image = models.ForeignKey(
        CmsImage,
        verbose_name=_("分享用的图片"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("转发首页时的配图；页面上的画是自带的。"),
    )
    days_title = models.CharField(_("近日场次的标题"), max_length=40, default="接下来三天，这些地方要人")
    campaign = models.ForeignKey(
        CampaignPage,
        verbose_name=_("置顶的主题活动"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("留空就自动显示正在进行或下一个主题活动。"),
    )
    campaign_button = models.CharField(_("主题活动的按钮"), max_length=20, default="看哪些班次要人")
    brands_title = models.CharField(_("项目品牌的标题"), max_length=40, default="四个老品牌，年年有人接着做")
    near_title = models.CharField(_("县市区的标题"), max_length=40, default="在你家附近")
    near_text = models.CharField(_("县市区旁边的话"), max_length=200, blank=True)
    near_link = StreamField([("link", LinkBlock())], verbose_name=_("县市区旁边的按钮"), blank=True, max_num=1)
    figures_title = models.CharField(_("数字的标题"), max_length=40, default="这些事，正在发生")
    history_title = models.CharField(_("历史的标题"), max_length=40, default="从 1994 年笑到今天")
    history_page = models.ForeignKey(
        TimelinePage,
        verbose_name=_("大事记"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("弧线上的年份来自这个页面里勾选了「也放到首页」的条目。"),
    )
    history_today = models.CharField(_("弧线终点的话"), max_length=30, default="轮到你了")
    body = StreamField(PageStreamBlock(), verbose_name=_("更多内容"), blank=True)

    template = "pages/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "cms_campaigns.CampaignIndexPage",
        "cms_brands.TeamIndexPage",
        "cms_brands.ProjectBrandIndexPage",
        "cms_stories.StoryIndexPage",
        "cms_pages.StandardPage",
        "cms_pages.TimelinePage",
        "cms_pages.ContactPage",
    ]
    page_description = _("网站首页。场次、名额、数字都自动显示，这里只写文字、挑活动。")
    routed_relations = ("social_image", "hero_image", "history_page__locale", "campaign")
    preview_modes = [("", _("按现在的数据")), ("empty", _("还没有任何项目时"))]

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                HelpPanel(content=_("大标题是「设置 → 城市设置」里的口号。")),
                FieldPanel("intro"),
                FieldPanel("shortcuts"),
                FieldPanel("hero_image"),
            ],
            heading=_("页首"),
        ),
        MultiFieldPanel(
            [FieldPanel("days_title"), HelpPanel(content=_("场次自动挑选：最近三天，还要人的排前面。"))],
            heading=_("近日场次"),
        ),
        MultiFieldPanel([FieldPanel("campaign"), FieldPanel("campaign_button")], heading=_("主题活动")),
        FieldPanel("brands_title"),
        MultiFieldPanel(
            [FieldPanel("near_title"), FieldPanel("near_text"), FieldPanel("near_link")], heading=_("县市区")
        ),
        FieldPanel("figures_title"),
        MultiFieldPanel(
            [FieldPanel("history_page"), FieldRowPanel([FieldPanel("history_title"), FieldPanel("history_today")])],
            heading=_("历史"),
        ),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("首页")

    @property
    def lead_image(self) -> CmsImage | None:
        """What messengers show."""
        return self.hero_image

    @property
    def lead_text(self) -> str:
        """The sentence under the slogan."""
        return self.intro

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        """Adds the sections below the search, drawn as they are now."""
        context = super().get_context(request, *args, **kwargs)
        context["structured_data"] = organization_facts(self, request)
        mode = getattr(request, "preview_mode", "")
        if not getattr(request, "is_preview", False):
            context["sections_html"] = sections.html_of_home(self, request, context)
        else:
            shown = sections.EMPTY if mode == "empty" else sections.of_home(self, request)
            context["sections_html"] = sections.draw(context, shown)
        return context


def organization_facts(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """schema.org's Organization of the city's service, as far as it was filled in."""
    row = city()
    contact = {"@type": "ContactPoint", "telephone": row.contact_phone, "email": row.contact_email}
    return {
        "@type": "Organization",
        "name": row.label,
        "slogan": row.slogan_label,
        "url": page.get_full_url(request),
        "logo": request.build_absolute_uri(static("brand/icon-512.png")),
        "areaServed": row.name,
        "contactPoint": {key: value for key, value in contact.items() if value} if row.contact_phone else None,
    }
