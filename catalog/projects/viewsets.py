"""The admin of projects, activities and project brands. Every save and every change of state is a call of a service."""

from dataclasses import dataclass
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.admin.widgets import Button
from wagtail.permissions import policy_registry

from catalog.core.models import District, ServiceField
from catalog.core.templatetags.catalog_ui import day_date, time_range
from catalog.core.viewsets import (
    CatalogChooserViewSet,
    CatalogViewSet,
    ServiceCreateView,
    ServiceEditView,
    WordsFilterForm,
    row_address,
)
from catalog.projects import rules, services
from catalog.projects.enums import TRANSITIONS, ActivityState, ProjectState
from catalog.projects.exceptions import ProjectRuleError
from catalog.projects.models import Activity, Project, ProjectBrand
from catalog.projects.querysets import ProjectQuerySet

TEXT = {"rows": 3}


# ---------- changes of state


@dataclass(frozen=True)
class Transition:
    """A button that changes the state of a project: its words, the service behind it, and whether it takes a note."""

    label: Any
    question: Any
    to_state: str
    icon: str
    service: Any
    takes_note: bool = False
    needs_complete: bool = False


TRANSITION_BUTTONS: dict[str, Transition] = {
    "submit": Transition(
        _("提交审核"),
        _("提交以后等城市编辑审核。"),
        ProjectState.IN_REVIEW,
        "upload",
        services.project_submit,
        needs_complete=True,
    ),
    "publish": Transition(
        _("发布"),
        _("发布以后，所有人都能看到并报名。"),
        ProjectState.PUBLISHED,
        "success",
        services.project_publish,
        needs_complete=True,
    ),
    "return": Transition(
        _("退回修改"),
        _("写清要改什么，队伍会看到。"),
        ProjectState.DRAFT,
        "resubmit",
        services.project_return,
        takes_note=True,
    ),
    "withdraw": Transition(
        _("下架"),
        _("下架以后，谁也搜不到这个项目。"),
        ProjectState.WITHDRAWN,
        "no-view",
        services.project_withdraw,
        takes_note=True,
    ),
    "finish": Transition(
        _("结项"),
        _("结项以后还能看到，会写明已经结束，不能再报名。"),
        ProjectState.FINISHED,
        "check",
        services.project_finish,
    ),
}


def transitions_of(project: Project) -> dict[str, Transition]:
    """The buttons that the table of transitions allows for `project` now."""
    allowed = TRANSITIONS[project.state]
    return {name: button for name, button in TRANSITION_BUTTONS.items() if button.to_state in allowed}


class TransitionForm(forms.Form):
    """Why, for the team."""

    note = forms.CharField(label=_("说明"), max_length=500, required=False, widget=forms.Textarea(attrs=TEXT))


class TransitionView(WagtailAdminTemplateMixin, TemplateView):
    """Asks before a project changes its state (GET), and changes it (POST)."""

    template_name = "catalog/projects/project_transition.html"
    header_icon = "clipboard-list"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the project and the button. Raises Http404 and PermissionDenied."""
        super().setup(request, *args, **kwargs)
        self.project = get_object_or_404(Project.objects.with_facts(), pk=kwargs["pk"])
        if not policy_registry.get_by_type(Project).user_has_permission(request.user, "change"):
            raise PermissionDenied
        button = TRANSITION_BUTTONS.get(kwargs["action"])
        if button is None:
            raise Http404
        self.button = button

    def get_page_title(self) -> str:
        """The words of the button."""
        return self.button.label

    def get_page_subtitle(self) -> str:
        """The project."""
        return self.project.title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is still missing, the form, and where to go back to."""
        missing = rules.missing_from_notice(self.project) if self.button.needs_complete else []
        return super().get_context_data(
            project=self.project,
            button=self.button,
            missing=missing,
            is_allowed=self.button in transitions_of(self.project).values(),
            edit_url=edit_url(self.project),
            **{"form": TransitionForm(), **kwargs},
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Call the service; a rule that refuses is shown."""
        form = TransitionForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        note = {"note": form.cleaned_data["note"]} if self.button.takes_note else {}
        try:
            project = self.button.service(project=self.project, actor=request.user, **note)
        except ProjectRuleError as error:
            messages.error(request, str(error))
        else:
            messages.success(
                request,
                _("「%(title)s」现在是：%(state)s。") % {"title": project, "state": project.get_state_display()},
            )
        return redirect(edit_url(self.project))


def edit_url(project: Project) -> str:
    """The form of `project` in the admin."""
    return row_address("project-admin:edit", project.pk)


# ---------- projects


class ProjectFilterSet(WagtailFilterSet):
    """By state, team, field, brand."""

    state = django_filters.MultipleChoiceFilter(
        label=_("状态"), choices=ProjectState.choices, widget=forms.CheckboxSelectMultiple
    )
    team = django_filters.CharFilter(label=_("队伍名称里有"), field_name="team__name", lookup_expr="icontains")
    field = django_filters.ModelMultipleChoiceFilter(
        label=_("服务领域"), queryset=ServiceField.objects.all(), widget=forms.CheckboxSelectMultiple
    )
    brand = django_filters.ModelMultipleChoiceFilter(
        label=_("项目品牌"), queryset=ProjectBrand.objects.all(), widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Project
        fields: list[str] = []


class ProjectIndexView(generic.IndexView):
    """The listing, with the next date of each project and how many places are left there."""

    def get_base_queryset(self) -> ProjectQuerySet:
        """Counted in the same query."""
        coming = Activity.objects.upcoming().filter(project=OuterRef("pk")).with_places()
        return (
            Project.objects.with_facts()
            .annotate(
                next_at=Subquery(coming.values("starts_at")[:1]),
                next_capacity=Subquery(coming.values("capacity")[:1]),
                next_held=Subquery(coming.values("held")[:1]),
            )
            .annotate(next_free=F("next_capacity") - F("next_held"))
        )

    def get_list_more_buttons(self, instance: Project) -> list:
        """Editing, the public page, the dates, and what the state allows."""
        buttons = super().get_list_more_buttons(instance)
        if instance.is_public:
            buttons.append(MenuItem(_("看公开页面"), url=instance.get_absolute_url(), icon_name="view", priority=15))
        if self.user_has_permission("change"):
            buttons += [
                MenuItem(button.label, url=transition_url(instance, name), icon_name=button.icon, priority=40 + number)
                for number, (name, button) in enumerate(transitions_of(instance).items())
            ]
        return buttons


def transition_url(project: Project, name: str) -> str:
    """Where a button of `project` asks before it acts."""
    return reverse("project-admin:transition", args=[project.pk, name])


class ProjectEditView(ServiceEditView):
    """The form of a project, with its dates, its sign-up form and what its state allows."""

    @property
    def header_more_buttons(self) -> list:
        """What belongs to the project, then what changes its state."""
        project = self.object
        buttons = [
            Button(
                _("场次"), url=f"{reverse('activity-admin:index')}?project={project.pk}", icon_name="date", priority=1
            ),
            Button(
                _("加一个场次"),
                url=f"{reverse('activity-admin:add')}?project={project.pk}",
                icon_name="plus",
                priority=2,
            ),
            Button(_("报名表"), url=reverse("signups:form", args=[project.public_id]), icon_name="form", priority=3),
            Button(_("看页面"), url=project.get_absolute_url(), icon_name="view", priority=4),
        ]
        buttons += [
            Button(button.label, url=transition_url(project, name), icon_name=button.icon, priority=10 + number)
            for number, (name, button) in enumerate(transitions_of(project).items())
        ]
        return buttons

    def get_page_subtitle(self) -> str:
        """The title with the state."""
        return f"{self.object.title}（{self.object.get_state_display()}）"

    def get_success_url(self) -> str:
        """Stay with the project: next come its dates."""
        return self.get_edit_url()


class ProjectCreateView(ServiceCreateView):
    """A new project begins as a draft."""

    def get_success_url(self) -> str:
        """On to the project: next come its dates."""
        return self.get_edit_url()


class ProjectViewSet(CatalogViewSet):
    """志愿服务项目."""

    model = Project
    name = "project-admin"
    url_prefix = "projects"
    icon = "clipboard-list"
    menu_label = _("项目")
    index_view_class = ProjectIndexView
    add_view_class = ProjectCreateView
    edit_view_class = ProjectEditView
    filterset_class = ProjectFilterSet
    rule_errors = (ProjectRuleError,)
    search_fields = ["title", "summary", "team__name"]
    ordering = "-updated_at"
    list_display = [
        "title",
        StatusTagColumn(
            "state",
            label=_("状态"),
            accessor="get_state_display",
            sort_key="state",
            primary=lambda project: project.state == ProjectState.PUBLISHED,
        ),
        Column("team", label=_("队伍"), accessor="team.name", sort_key="team__name"),
        Column("field", label=_("服务领域"), accessor="field.name"),
        Column("brand", label=_("项目品牌"), accessor="brand.name"),
        Column("next_at", label=_("下一场"), accessor=lambda project: day_date(project.next_at), sort_key="next_at"),
        Column("next_free", label=_("还差"), sort_key="next_free"),
    ]
    list_export = ["title", "state", "team.name", "field.name", "brand.name", "next_at", "next_free", "published_at"]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("title"),
                FieldPanel("summary"),
                FieldRowPanel([FieldPanel("team"), FieldPanel("brand")]),
                FieldPanel("field"),
                FieldPanel("audiences", widget=forms.CheckboxSelectMultiple),
                FieldPanel("image"),
            ],
            heading=_("是什么"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("beneficiary"),
                FieldPanel("content"),
                FieldPanel("conditions"),
                FieldPanel("risks"),
                FieldPanel("guarantees"),
            ],
            heading=_("做什么，要什么样的人"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("contact_name"), FieldPanel("contact_phone")])], heading=_("联系人")
        ),
        MultiFieldPanel(
            [FieldPanel("signup_method"), FieldPanel("external_url"), FieldPanel("offline_instructions")],
            heading=_("怎么报名"),
        ),
    ]

    def save(self, instance: Project) -> Project:
        """Through the service."""
        return services.project_save(project=instance)

    def get_urlpatterns(self) -> list:
        """With the confirmation of changes of state."""
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/<slug:action>/", self.construct_view(TransitionView), name="transition"),
        ]


class ProjectWordsForm(WordsFilterForm):
    """The chooser's search."""

    words_in = ("title", "team__name")


class ProjectChooserViewSet(CatalogChooserViewSet):
    """Chooses a project that was reviewed once; drafts can't stand on a page."""

    model = Project
    icon = "clipboard-list"
    choose_one_text = _("挑一个项目")
    choose_another_text = _("换一个项目")
    edit_item_text = _("修改这个项目")

    filter_form_class = ProjectWordsForm

    def get_object_list(self) -> QuerySet[Project]:
        """Everything but drafts."""
        return Project.objects.exclude(state=ProjectState.DRAFT).with_facts()


# ---------- activities


class ActivityFilterSet(WagtailFilterSet):
    """By project, state, district, day."""

    project = django_filters.NumberFilter(field_name="project_id", label=_("项目编号"), widget=forms.HiddenInput)
    title = django_filters.CharFilter(label=_("项目标题里有"), field_name="project__title", lookup_expr="icontains")
    state = django_filters.MultipleChoiceFilter(
        label=_("状态"), choices=ActivityState.choices, widget=forms.CheckboxSelectMultiple
    )
    district = django_filters.ModelMultipleChoiceFilter(
        label=_("县市区"), queryset=District.objects.all(), widget=forms.CheckboxSelectMultiple
    )
    starts_at = django_filters.DateFromToRangeFilter(label=_("日期"))

    class Meta:
        model = Activity
        fields: list[str] = []


class ActivityIndexView(generic.IndexView):
    """The listing, with places counted now."""

    def get_base_queryset(self) -> QuerySet[Activity]:
        """Counted in the same query."""
        return Activity.objects.with_facts().with_places()


class ActivityCreateView(ServiceCreateView):
    """A new date of the project that the address names."""

    def get_initial(self) -> dict[str, Any]:
        """Of the project, as its last date was."""
        number = self.request.GET.get("project", "")
        last = Activity.objects.filter(project_id=number).order_by("-starts_at").first() if number.isdecimal() else None
        if last is None:
            return {"project": number} if number.isdecimal() else {}
        names = ("district", "place_name", "address", "capacity", "latitude", "longitude")
        return {"project": last.project_id, **{name: last.serializable_value(name) for name in names}}


class ActivityViewSet(CatalogViewSet):
    """场次."""

    model = Activity
    name = "activity-admin"
    url_prefix = "activities"
    icon = "date"
    menu_label = _("场次")
    index_view_class = ActivityIndexView
    add_view_class = ActivityCreateView
    filterset_class = ActivityFilterSet
    rule_errors = (ProjectRuleError,)
    search_fields = ["project__title", "place_name"]
    ordering = "-starts_at"
    list_display = [
        "project",
        Column("starts_at", label=_("日期"), accessor=lambda each: day_date(each.starts_at), sort_key="starts_at"),
        Column("time", label=_("时间"), accessor=lambda each: time_range(each.starts_at, each.ends_at)),
        Column("place_name", label=_("地点"), accessor=lambda each: f"{each.district.name} · {each.place_name}"),
        Column("held", label=_("已有"), sort_key="held"),
        Column("capacity", label=_("要"), sort_key="capacity"),
        Column("waiting", label=_("候补"), sort_key="waiting"),
        StatusTagColumn(
            "state",
            label=_("状态"),
            accessor="get_state_display",
            primary=lambda each: each.state == ActivityState.SCHEDULED,
        ),
    ]
    panels = [
        FieldPanel("project"),
        FieldPanel("state"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldRowPanel([FieldPanel("district"), FieldPanel("place_name")]),
        FieldPanel("address"),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("capacity"),
        FieldRowPanel([FieldPanel("signup_opens_at"), FieldPanel("signup_closes_at")]),
    ]

    def save(self, instance: Activity) -> Activity:
        """Through the service."""
        return services.activity_save(activity=instance)


# ---------- project brands


class ProjectBrandViewSet(CatalogViewSet):
    """项目品牌."""

    model = ProjectBrand
    name = "brand-admin"
    url_prefix = "brands"
    icon = "tag"
    menu_label = _("项目品牌")
    delete_view_enabled = True
    search_fields = ["name", "summary"]
    ordering = "order"
    list_display = ["name", "summary", Column("order", label=_("顺序"), sort_key="order")]
    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("order")]),
        FieldPanel("summary"),
        FieldPanel("image"),
    ]


class ProjectViewSetGroup(ModelViewSetGroup):
    """项目: projects, their dates, their brands."""

    menu_label = _("项目")
    menu_icon = "clipboard-list"
    menu_name = "catalog-projects"
    menu_order = 110
    items = (ProjectViewSet, ActivityViewSet, ProjectBrandViewSet)


project_chooser = ProjectChooserViewSet("project_chooser", url_prefix="choose-project")
