"""Stories and their list."""

from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from catalog.core import links
from catalog.projects.models import Project
from catalog.teams.models import Team
from cms.campaigns.models import CampaignPage
from cms.core.blocks import StoryStreamBlock
from cms.core.models import CmsImage
from cms.core.pages import BasePage

STORIES_PER_PAGE = 12


class StoryIndexPage(BasePage):
    """The list of stories, newest first.

    Fields for a loader: title, slug, intro. Parent: HomePage; one a language.
    """

    intro = models.CharField(_("导语"), max_length=200, blank=True, help_text=_("标题下的一两句话。"))

    template = "pages/story_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cms_stories.StoryPage"]
    max_count_per_parent = 1
    page_description = _("列出全部故事，新的在前，一页十二篇。")

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("故事列表页")

    @property
    def lead_text(self) -> str:
        """The intro."""
        return self.intro

    def stories(self) -> models.QuerySet:
        """The stories that everybody may read, newest first."""
        return StoryPage.objects.child_of(self).live().public().select_related("hero_image").order_by("-date", "-pk")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        """Adds one page of stories."""
        context = super().get_context(request, *args, **kwargs)
        context["page_obj"] = Paginator(self.stories(), STORIES_PER_PAGE).get_page(request.GET.get("page"))
        return context


class StoryPage(BasePage):
    """A story: what happened, by whom it is told, and which teams, projects and campaign it belongs to.

    Fields for a loader: title, slug, date, authors (names as text), intro, hero_image, body (StoryStreamBlock), campaign,
    team_links (StoryTeam(team=…)), project_links (StoryProject(project=…)). Parent: StoryIndexPage.
    """

    date = models.DateField(_("日期"), default=timezone.localdate)
    authors = models.CharField(_("作者"), max_length=120, blank=True, help_text=_("写名字就行，几个人用顿号隔开。"))
    intro = models.CharField(_("导语"), max_length=200, blank=True, help_text=_("列表里和标题下显示的一两句话。"))
    hero_image = models.ForeignKey(
        CmsImage, verbose_name=_("主图"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    body = StreamField(StoryStreamBlock(), verbose_name=_("正文"), blank=True)
    campaign = models.ForeignKey(
        CampaignPage,
        verbose_name=_("主题活动"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="stories",
        help_text=_("选了以后，这篇故事也会出现在活动的页面上。"),
    )

    template = "pages/story_page.html"
    parent_page_types = ["cms_stories.StoryIndexPage"]
    subpage_types: list[str] = []
    page_description = _("一篇故事：发生了什么，谁写的，和哪些队伍、项目有关。")
    meta_type = "article"
    routed_relations = ("social_image", "hero_image", "campaign__locale")

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("date"), FieldPanel("authors")]),
                FieldPanel("intro"),
                FieldPanel("hero_image"),
            ],
            heading=_("页首"),
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                InlinePanel("team_links", heading=_("队伍"), label=_("队伍")),
                InlinePanel("project_links", heading=_("项目"), label=_("项目")),
                FieldPanel("campaign"),
            ],
            heading=_("和谁有关"),
        ),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("body")]

    class Meta:
        verbose_name = _("故事页")

    @property
    def lead_image(self) -> CmsImage | None:
        """The hero."""
        return self.hero_image

    @property
    def lead_text(self) -> str:
        """The intro."""
        return self.intro

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        """Adds the teams (with the addresses of their pages), the public projects, and the campaign while it is live."""
        context = super().get_context(request, *args, **kwargs)
        teams = self._teams()
        urls = links.addresses("team", [team.pk for team in teams])
        context.update(
            related_teams=[(team, urls.get(team.pk, "")) for team in teams],
            related_projects=self._public_projects(),
            related_campaign=self._campaign(),
            structured_data=self._article(request),
        )
        return context

    def _campaign(self) -> CampaignPage | None:
        campaign = self.campaign
        if campaign is not None and campaign.locale_id != self.locale_id:
            campaign = campaign.get_translation_or_none(self.locale_id)
        return campaign if campaign is not None and campaign.live else None

    def _teams(self) -> list[Team]:
        links_to_teams = self.team_links.select_related("team")
        return list({link.team_id: link.team for link in links_to_teams.all()}.values())

    def _public_projects(self) -> list[Project]:
        links_to_projects = self.project_links.select_related("project")
        return [
            project
            for project in {link.project_id: link.project for link in links_to_projects.all()}.values()
            if project.is_public
        ]

    def _article(self, request: HttpRequest) -> dict[str, Any]:
        return {
            "@type": "Article",
            "headline": self.title,
            "datePublished": self.date,
            "dateModified": self.last_published_at,
            "author": [{"@type": "Person", "name": name} for name in self.authors.split("、") if name],
            "url": self.get_full_url(request),
        }


class StoryTeam(Orderable):
    """A team that a story is about."""

    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="team_links")
    team = models.ForeignKey(Team, verbose_name=_("队伍"), on_delete=models.PROTECT, related_name="story_links")

    panels = [FieldPanel("team")]

    class Meta(Orderable.Meta):
        verbose_name = _("队伍")

    def __str__(self) -> str:
        return str(self.team)


class StoryProject(Orderable):
    """A project that a story is about."""

    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="project_links")
    project = models.ForeignKey(Project, verbose_name=_("项目"), on_delete=models.PROTECT, related_name="story_links")

    panels = [FieldPanel("project")]

    class Meta(Orderable.Meta):
        verbose_name = _("项目")

    def __str__(self) -> str:
        return str(self.project)
