"""Blocks that show what the catalog holds now; they store which rows, never a copy of a date or a number."""

from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChooserBlock,
    DateBlock,
    IntegerBlock,
    ListBlock,
    MultipleChoiceBlock,
    StructBlock,
    StructValue,
)

from cms.core.blocks.text import GROUP_LIVE
from cms.core.projects import ProjectQuery, ProjectRow, rows_by_query, rows_of


def field_choices() -> list[tuple[str, str]]:
    """The service fields, for the editor's ticks."""
    from catalog.core.models import ServiceField

    return list(ServiceField.objects.values_list("slug", "name"))


def district_choices() -> list[tuple[str, str]]:
    """The districts, for the editor's ticks."""
    from catalog.core.models import District

    return list(District.objects.values_list("slug", "name"))


def brand_choices() -> list[tuple[str, str]]:
    """The project brands, for the editor's ticks."""
    from catalog.projects.models import ProjectBrand

    return list(ProjectBrand.objects.values_list("slug", "name"))


class SlugsBlock(MultipleChoiceBlock):
    """Ticks for rows of an editable list, kept by slug: a page that only reads them need not ask which rows exist."""

    def normalize_choice(self, value: Any) -> Any:
        """A slug is a slug; the form checks that it exists."""
        return value


class ProjectChooserBlock(ChooserBlock):
    """One project of the catalog."""

    @cached_property
    def target_model(self) -> type:
        """The model that is chosen."""
        from catalog.projects.models import Project

        return Project

    @cached_property
    def widget(self) -> Any:
        """The chooser of the admin."""
        from catalog.projects.viewsets import project_chooser

        return project_chooser.widget_class()

    class Meta:
        icon = "clipboard-list"
        label = _("项目")


class TeamChooserBlock(ChooserBlock):
    """One team."""

    @cached_property
    def target_model(self) -> type:
        """The model that is chosen."""
        from catalog.teams.models import Team

        return Team

    @cached_property
    def widget(self) -> Any:
        """The chooser of the admin."""
        from catalog.teams.viewsets import team_chooser

        return team_chooser.widget_class()

    class Meta:
        icon = "group"
        label = _("队伍")


class ProjectQueryValue(StructValue):
    """A saved query."""

    @property
    def query(self) -> ProjectQuery:
        """The query as the catalog understands it."""
        team = self.get("team")
        return ProjectQuery(
            fields=tuple(self.get("fields") or ()),
            districts=tuple(self.get("districts") or ()),
            brands=tuple(self.get("brands") or ()),
            team_id=team.pk if team else None,
            words=tuple((self.get("words") or "").replace("、", " ").split()),
            from_date=self.get("from_date"),
            to_date=self.get("to_date"),
        )


class ProjectQueryBlock(StructBlock):
    """Conditions on projects; all that are given must hold, of several ticks in one list any."""

    fields = SlugsBlock(widget=forms.CheckboxSelectMultiple, choices=field_choices, label=_("服务领域"), required=False)
    districts = SlugsBlock(
        widget=forms.CheckboxSelectMultiple, choices=district_choices, label=_("县市区"), required=False
    )
    brands = SlugsBlock(widget=forms.CheckboxSelectMultiple, choices=brand_choices, label=_("项目品牌"), required=False)
    team = TeamChooserBlock(label=_("队伍"), required=False)
    words = CharBlock(
        label=_("标题或简介里有"), max_length=80, required=False, help_text=_("几个词用空格隔开，有其中一个就算。")
    )
    from_date = DateBlock(label=_("从哪天"), required=False)
    to_date = DateBlock(label=_("到哪天"), required=False)

    class Meta:
        icon = "search"
        label = _("按条件挑项目")
        label_format = _("条件：{words}")
        value_class = ProjectQueryValue


class ProjectListValue(ProjectQueryValue):
    """A saved query with how many rows to show."""

    def rows(self) -> list[ProjectRow]:
        """The projects whose next activity satisfies the query, soonest first."""
        return rows_by_query(self.query, limit=self.get("limit") or 4)


class ProjectListBlock(ProjectQueryBlock):
    """Projects that satisfy a query, as they are when somebody looks."""

    title = CharBlock(label=_("标题"), max_length=60, default=_("现在可以报名的项目"))
    limit = IntegerBlock(label=_("最多几个"), min_value=1, max_value=12, default=4)

    class Meta:
        icon = "search"
        group = GROUP_LIVE
        label = _("按条件列项目")
        label_format = _("按条件列项目：{title}")
        description = _("写好条件，符合的项目自动出现在这里，过期的自动消失。")
        template = "blocks/project_list.html"
        value_class = ProjectListValue
        form_layout = ["title", "fields", "districts", "brands", "team", "words", "from_date", "to_date", "limit"]
        wide = True
        preview_value = {"title": "现在可以报名的项目", "limit": 3}


class ChosenProjectsValue(StructValue):
    """Projects chosen by hand."""

    def rows(self) -> list[ProjectRow]:
        """Those of the chosen projects that everybody may read, in the editor's order."""
        return rows_of([project.pk for project in self.get("projects") or [] if project])


class ChosenProjectsBlock(StructBlock):
    """Projects chosen one by one, in the editor's order."""

    title = CharBlock(label=_("标题"), max_length=60, default=_("推荐的项目"))
    projects = ListBlock(ProjectChooserBlock(), label=_("项目"), min_num=1, max_num=12)

    class Meta:
        icon = "clipboard-list"
        group = GROUP_LIVE
        label = _("手工挑项目")
        label_format = _("手工挑项目：{title}")
        description = _("一个一个挑，按你排的顺序显示；时间和名额随时更新。")
        template = "blocks/project_list.html"
        value_class = ChosenProjectsValue
        wide = True
        preview_template = "blocks/previews/projects.html"
