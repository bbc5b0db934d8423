"""Campaigns and their list."""

from datetime import date
from functools import cached_property, partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from catalog.projects.models import Activity, Project
from cms.campaigns.board import board_of
from cms.campaigns.progress import Goal, Progress, people_of, progress_of
from cms.core.blocks import PageStreamBlock, PartnerBlock, ProjectQueryBlock
from cms.core.models import CmsImage
from cms.core.pages import BasePage
from cms.core.projects import ProjectQuery, ProjectRow, day_end, day_start

#: How many activities of a campaign are read at most.
ACTIVITIES_READ = 400
STORIES_SHOWN = 3


class CampaignState(models.TextChoices):
    """Where a campaign stands today; it follows from its dates and is never stored."""

    UPCOMING = "upcoming", _("即将开始")
    RUNNING = "running", _("正在进行")
    OVER = "over", _("已结束")


class CampaignIndexPage(BasePage):
    """The list of all campaigns: running, coming, past.

    Fields for a loader: title, slug, intro. Parent: HomePage; one a language.
    """

    intro = models.CharField(_("导语"), max_length=200, blank=True, help_text=_("标题下的一两句话。"))

    template = "pages/campaign_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cms_campaigns.CampaignPage"]
    max_count_per_parent = 1
    page_description = _("列出全部主题活动，正在进行的排在最前面。")

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("主题活动列表页")

    @property
    def lead_text(self) -> str:
        """The intro."""
        return self.intro

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        """Adds the campaigns by where they stand today."""
        context = super().get_context(request, *args, **kwargs)
        pages = CampaignPage.objects.child_of(self).live().public().select_related("hero_image").order_by("start_date")
        by_state: dict[str, list[CampaignPage]] = {state: [] for state in CampaignState.values}
        for page in pages:
            by_state[page.state].append(page)
        context.update(
            running=by_state[CampaignState.RUNNING],
            upcoming=by_state[CampaignState.UPCOMING],
            over=by_state[CampaignState.OVER][::-1],
        )
        return context


class CampaignPage(BasePage):
    """A campaign: some days on which the city is called. How far it got is counted from the sign-ups of its projects.

    Fields for a loader: title, slug, start_date, end_date, kicker, intro, hero_image, goal_text, goal_volunteers, goal_places,
    goal_hours, story (PageStreamBlock), project_query ([("query", {"fields": [slugs], "districts": [slugs], "brands": [slugs],
    "words": "五一 云台山"})]), sponsors ([("partner", {"name", "contribution", "url"})]) and
    project_links (CampaignProject(project=…, sort_order=…)). Parent: CampaignIndexPage.
    """

    start_date = models.DateField(_("第一天"))
    end_date = models.DateField(_("最后一天"), help_text=_("只有一天就和第一天一样。"))
    kicker = models.CharField(
        _("标题上方的短语"), max_length=30, blank=True, help_text=_("例如「五一假期」。留空就只显示日期。")
    )
    intro = models.CharField(_("导语"), max_length=200, blank=True, help_text=_("标题下的一两句话：去哪里，做什么。"))
    hero_image = models.ForeignKey(
        CmsImage, verbose_name=_("主图"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    goal_text = models.CharField(_("目标"), max_length=120, blank=True, help_text=_("一句话：这次想做成什么。"))
    goal_volunteers = models.PositiveIntegerField(_("目标：多少人来"), null=True, blank=True)
    goal_places = models.PositiveIntegerField(_("目标：多少人次"), null=True, blank=True)
    goal_hours = models.PositiveIntegerField(_("目标：多少小时"), null=True, blank=True)
    project_query = StreamField(
        [("query", ProjectQueryBlock())],
        verbose_name=_("按条件挑项目"),
        blank=True,
        max_num=1,
        help_text=_("活动日期里符合条件的场次会自动加入。"),
    )
    sponsors = StreamField([("partner", PartnerBlock())], verbose_name=_("支持单位"), blank=True)
    story = StreamField(PageStreamBlock(), verbose_name=_("内容"), blank=True)

    template = "pages/campaign_page.html"
    parent_page_types = ["cms_campaigns.CampaignIndexPage"]
    subpage_types: list[str] = []
    page_description = _("一次主题活动，例如五一假期去景区当向导。项目按条件或手工挑，进度自动显示。")
    routed_relations = ("social_image", "hero_image")
    preview_modes = [("", _("按今天")), ("upcoming", _("开始前")), ("over", _("结束后"))]

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("kicker"),
                FieldRowPanel([FieldPanel("start_date"), FieldPanel("end_date")]),
                FieldPanel("intro"),
                FieldPanel("hero_image"),
            ],
            heading=_("页首"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("goal_text"),
                FieldRowPanel([FieldPanel("goal_volunteers"), FieldPanel("goal_places"), FieldPanel("goal_hours")]),
                HelpPanel(content=_("已经报名多少人，由系统从报名里数出来，不用写。")),
            ],
            heading=_("目标"),
        ),
        FieldPanel("project_query"),
        InlinePanel(
            "project_links", heading=_("手工挑的项目"), label=_("项目"), help_text=_("排在最前面，按你排的顺序。")
        ),
        FieldPanel("story"),
        FieldPanel("sponsors"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("story")]

    class Meta:
        verbose_name = _("主题活动页")
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__gte=models.F("start_date")),
                name="campaign_ends_after_start",
                violation_error_message=_("最后一天不能早于第一天。"),
            )
        ]

    def clean(self) -> None:
        """It ends after it begins."""
        super().clean()
        if self.start_date and self.end_date and self.end_date < self.start_date:
            raise ValidationError({"end_date": _("最后一天不能早于第一天。")})

    @property
    def lead_image(self) -> CmsImage | None:
        """The hero."""
        return self.hero_image

    @property
    def lead_text(self) -> str:
        """The intro."""
        return self.intro

    @property
    def state(self) -> str:
        """Where it stands today."""
        return self.state_on(timezone.localdate())

    def state_on(self, today: date) -> str:
        """Where it stands on `today` (in the city's zone)."""
        if today < self.start_date:
            return CampaignState.UPCOMING
        return CampaignState.OVER if today > self.end_date else CampaignState.RUNNING

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.end_date - self.start_date).days + 1

    @property
    def query(self) -> ProjectQuery:
        """The saved query; an empty one when the editor wrote none."""
        return self.project_query[0].value.query if self.project_query else ProjectQuery()

    @cached_property
    def chosen_pks(self) -> list[int]:
        """Projects chosen by hand, in the editor's order."""
        return list(dict.fromkeys(link.project_id for link in self.project_links.all()))

    def activities(self) -> list[Activity]:
        """Activities within the dates of the campaign: of projects chosen by hand, and those that satisfy the query."""
        condition = Q(project_id__in=self.chosen_pks)
        if not self.query.is_empty:
            condition |= self.query.condition()
        found = (
            Activity.objects.public()
            .scheduled()
            .filter(condition, starts_at__gte=day_start(self.start_date), starts_at__lte=day_end(self.end_date))
            .with_facts()
            .with_places()
            .order_by("starts_at", "id")
        )
        rank = {pk: number for number, pk in enumerate(self.chosen_pks)}
        return sorted(found[:ACTIVITIES_READ], key=lambda activity: rank.get(activity.project_id, len(rank)))

    def goals(self, progress: Progress, activities: list[Activity]) -> list[Goal]:
        """The aims that were set, each beside what was reached; one query when people are counted."""
        goals = []
        if self.goal_volunteers:
            goals.append(Goal("volunteers", self.goal_volunteers, people_of(activities)))
        if self.goal_places:
            goals.append(Goal("places", self.goal_places, progress.held))
        if self.goal_hours:
            goals.append(Goal("hours", self.goal_hours, progress.hours))
        return goals

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        """Adds how the campaign stands: progress, aims, shift board (if it is short), projects, stories about it.

        `people`, who came in all, is counted when it is asked for: only once the campaign is over.
        """
        context = super().get_context(request, *args, **kwargs)
        activities = self.activities()
        progress = progress_of(activities)
        board = board_of(activities, self.days)
        context.update(
            state=self.state,
            is_over=self.state == CampaignState.OVER,
            progress=progress,
            goals=self.goals(progress, activities),
            people=partial(people_of, activities),
            board=board,
            projects=_rows(activities),
            stories=self._stories(),
        )
        return context

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """The page as it looks today, before its first day, or after its last."""
        context = super().get_preview_context(request, mode_name)
        if mode_name in CampaignState.values:
            context.update(state=mode_name, is_over=mode_name == CampaignState.OVER)
        return context

    def _stories(self) -> list[Any]:
        """Stories about it, in the language of this page; one query."""
        model = self._meta.get_field("stories").related_model
        related = model.objects.live().filter(campaign__translation_key=self.translation_key, locale_id=self.locale_id)
        return list(related.select_related("hero_image").order_by("-date", "-pk")[:STORIES_SHOWN])


def _rows(activities: list[Activity]) -> list[ProjectRow]:
    now = timezone.now()
    rows: dict[int, ProjectRow] = {}
    for activity in activities:
        row = rows.get(activity.project_id)
        if row is None or (row.is_over and activity.ends_at > now):
            rows[activity.project_id] = ProjectRow(activity.project, activity, is_over=activity.ends_at <= now)
    return list(rows.values())


class CampaignProject(Orderable):
    """A project that the editor chose for a campaign by hand; `sort_order` is its place."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="project_links")
    project = models.ForeignKey(
        Project, verbose_name=_("项目"), on_delete=models.PROTECT, related_name="campaign_links"
    )

    panels = [FieldPanel("project")]

    class Meta(Orderable.Meta):
        verbose_name = _("手工挑的项目")

    def __str__(self) -> str:
        return str(self.project)
