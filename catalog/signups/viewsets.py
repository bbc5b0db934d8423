"""The admin of sign-ups: read only. The states change where volunteers and teams act."""

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views import generic

from catalog.core.templatetags.catalog_ui import day_date, time_range
from catalog.core.viewsets import ReadOnlyViewSet
from catalog.signups.enums import SignupState
from catalog.signups.models import Signup
from catalog.volunteers.viewsets import masked_name


class SignupFilterSet(WagtailFilterSet):
    """By state, project, day of the activity."""

    state = django_filters.MultipleChoiceFilter(
        label=_("状态"), choices=SignupState.choices, widget=forms.CheckboxSelectMultiple
    )
    title = django_filters.CharFilter(
        label=_("项目标题里有"), field_name="activity__project__title", lookup_expr="icontains"
    )
    day = django_filters.DateFromToRangeFilter(label=_("场次日期"), field_name="activity__starts_at")

    class Meta:
        model = Signup
        fields: list[str] = []


class SignupIndexView(generic.IndexView):
    """The listing, with masked names."""

    any_permission_required = ["view"]

    def get_base_queryset(self) -> QuerySet[Signup]:
        """With what a line says."""
        return Signup.objects.select_related("activity__project", "volunteer")


class SignupViewSet(ReadOnlyViewSet):
    """报名."""

    model = Signup
    name = "signup-admin"
    url_prefix = "signups"
    icon = "tasks"
    menu_label = _("报名")
    menu_name = "catalog-signups"
    menu_order = 125
    add_to_admin_menu = True
    index_view_class = SignupIndexView
    filterset_class = SignupFilterSet
    search_fields = ["activity__project__title", "volunteer__volunteer_no"]
    ordering = "-created_at"
    list_display = [
        Column("volunteer", label=_("志愿者"), accessor=lambda each: masked_name(each.volunteer.name)),
        Column("volunteer_no", label=_("编号"), accessor="volunteer.volunteer_no"),
        Column("project", label=_("项目"), accessor="activity.project.title"),
        Column(
            "starts_at",
            label=_("场次"),
            sort_key="activity__starts_at",
            accessor=lambda each: f"{day_date(each.activity.starts_at)} {time_range(each.activity.starts_at)}",
        ),
        StatusTagColumn(
            "state",
            label=_("状态"),
            accessor="get_state_display",
            sort_key="state",
            primary=lambda each: each.state == SignupState.CONFIRMED,
        ),
        DateColumn("created_at", label=_("报名时间"), sort_key="created_at"),
    ]
