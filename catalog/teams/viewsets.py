"""The admin of teams and of who belongs to them. Rights follow from memberships at once."""

from typing import Any

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from phonenumber_field.phonenumber import PhoneNumber
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.admin.widgets import Button
from wagtail.permissions import policy_registry

from catalog.core import links
from catalog.core.models import District, ServiceField
from catalog.core.viewsets import (
    CatalogChooserViewSet,
    CatalogViewSet,
    ServiceCreateView,
    ServiceEditView,
    WordsFilterForm,
)
from catalog.teams import services
from catalog.teams.enums import MembershipRole, TeamKind, TeamState
from catalog.teams.models import Membership, Team


class TeamFilterSet(WagtailFilterSet):
    """By state, kind, district, field."""

    state = django_filters.ChoiceFilter(label=_("状态"), choices=TeamState.choices, widget=forms.RadioSelect)
    kind = django_filters.MultipleChoiceFilter(
        label=_("类型"), choices=TeamKind.choices, widget=forms.CheckboxSelectMultiple
    )
    district = django_filters.ModelMultipleChoiceFilter(
        label=_("县市区"), queryset=District.objects.all(), widget=forms.CheckboxSelectMultiple
    )
    fields = django_filters.ModelMultipleChoiceFilter(
        label=_("服务领域"), queryset=ServiceField.objects.all(), widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Team
        fields: list[str] = []


class TeamIndexView(generic.IndexView):
    """The listing, with members and projects counted now."""

    def get_base_queryset(self) -> QuerySet[Team]:
        """Counted in the same query."""
        return Team.objects.select_related("district").annotate(
            members=Count("memberships", filter=Q(memberships__ended_at=None), distinct=True),
            project_count=Count("projects", distinct=True),
        )


class TeamEditView(ServiceEditView):
    """The form of a team, with its members and its page."""

    @property
    def header_more_buttons(self) -> list:
        """What belongs to the team."""
        team = self.object
        buttons = [
            Button(_("成员"), url=f"{reverse('membership-admin:index')}?team={team.pk}", icon_name="group", priority=1),
            Button(
                _("加一位成员"), url=f"{reverse('membership-admin:add')}?team={team.pk}", icon_name="plus", priority=2
            ),
        ]
        if url := links.address("team", team.pk):
            buttons.append(Button(_("看品牌页"), url=url, icon_name="view", priority=3))
        return buttons


class TeamViewSet(CatalogViewSet):
    """志愿服务队伍."""

    model = Team
    name = "team-admin"
    url_prefix = "teams"
    icon = "group"
    menu_label = _("队伍")
    index_view_class = TeamIndexView
    edit_view_class = TeamEditView
    filterset_class = TeamFilterSet
    search_fields = ["name", "summary", "contact_name"]
    ordering = "name"
    list_display = [
        "name",
        Column("kind", label=_("类型"), accessor="get_kind_display", sort_key="kind"),
        Column("district", label=_("县市区"), accessor="district.name"),
        Column("members", label=_("成员"), sort_key="members"),
        Column("project_count", label=_("项目"), sort_key="project_count"),
        StatusTagColumn(
            "state", label=_("状态"), accessor="get_state_display", primary=lambda team: team.state == TeamState.ACTIVE
        ),
    ]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldRowPanel([FieldPanel("slug"), FieldPanel("state")]),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("district")]),
                FieldPanel("fields", widget=forms.CheckboxSelectMultiple),
                FieldRowPanel([FieldPanel("founded_year"), FieldPanel("image")]),
                FieldPanel("summary"),
            ],
            heading=_("资料"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("contact_name"), FieldPanel("contact_phone")])], heading=_("联系人")
        ),
    ]

    def save(self, instance: Team) -> Team:
        """Through the service."""
        return services.team_save(team=instance)


class TeamWordsForm(WordsFilterForm):
    """The chooser's search."""

    words_in = ("name",)


class TeamChooserViewSet(CatalogChooserViewSet):
    """Chooses a team."""

    model = Team
    icon = "group"
    choose_one_text = _("挑一支队伍")
    choose_another_text = _("换一支队伍")
    edit_item_text = _("修改这支队伍")

    filter_form_class = TeamWordsForm

    def get_object_list(self) -> QuerySet[Team]:
        """All teams, also those that ended: their pages stay."""
        return Team.objects.all()


# ---------- memberships


class MembershipForm(WagtailAdminModelForm):
    """Who belongs to a team: the person is found by what they log in with."""

    account = forms.CharField(
        label=_("邮箱或手机号"), max_length=254, required=False, help_text=_("对方登录用的邮箱或手机号。要先注册过。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["account"]
            self.fields["team"].disabled = True

    def clean_account(self) -> str:
        """Find the person. Raises ValidationError."""
        account = self.cleaned_data["account"].strip()
        user = find_account(account)
        if user is None:
            raise ValidationError(_("没有找到这个账号。请对方先注册，再来添加。"))
        self.instance.user = user
        return account


def find_account(account: str) -> Any:
    """The person who logs in with this e-mail address or mobile number; None when there is none."""
    users = get_user_model().objects.filter(is_active=True)
    if not account:
        return None
    if "@" in account:
        return users.filter(email__iexact=account).first()
    try:
        phone = PhoneNumber.from_string(account, region="CN")
    except Exception:
        return None
    return users.filter(phone=phone).first() if phone.is_valid() else None


class MembershipFilterSet(WagtailFilterSet):
    """By team and role; those who left are hidden until asked for."""

    team = django_filters.NumberFilter(field_name="team_id", label=_("队伍编号"), widget=forms.HiddenInput)
    name = django_filters.CharFilter(label=_("队伍名称里有"), field_name="team__name", lookup_expr="icontains")
    role = django_filters.MultipleChoiceFilter(
        label=_("角色"), choices=MembershipRole.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Membership
        fields: list[str] = []


class MembershipIndexView(generic.IndexView):
    """Current memberships."""

    def get_base_queryset(self) -> QuerySet[Membership]:
        """With team and person."""
        return Membership.objects.current().select_related("team", "user")

    def get_list_more_buttons(self, instance: Membership) -> list:
        """With the end of a membership."""
        buttons = super().get_list_more_buttons(instance)
        if self.user_has_permission("change"):
            url = reverse("membership-admin:end", args=[instance.pk])
            buttons.append(MenuItem(_("离开队伍"), url=url, icon_name="logout", priority=40))
        return buttons


class MembershipCreateView(ServiceCreateView):
    """Somebody joins."""

    def get_initial(self) -> dict[str, Any]:
        """The team that the address names."""
        number = self.request.GET.get("team", "")
        return {"team": number} if number.isdecimal() else {}

    @transaction.atomic
    def save_instance(self) -> Membership:
        """An existing membership takes the role."""
        row = self.form.instance
        return services.membership_grant(team=row.team, user=row.user, role=row.role)


class MembershipEditView(ServiceEditView):
    """Another role."""

    @transaction.atomic
    def save_instance(self) -> Membership:
        """Through the service, so that rights follow."""
        row = self.form.instance
        return services.membership_grant(team=row.team, user=row.user, role=row.role)


class MembershipEndView(WagtailAdminTemplateMixin, TemplateView):
    """Asks before a membership ends (GET), and ends it (POST)."""

    template_name = "catalog/teams/membership_end.html"
    page_title = _("离开队伍")
    header_icon = "group"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the membership. Raises Http404 and PermissionDenied."""
        super().setup(request, *args, **kwargs)
        if not policy_registry.get_by_type(Membership).user_has_permission(request.user, "change"):
            raise PermissionDenied
        self.membership = get_object_or_404(Membership.objects.select_related("team", "user"), pk=kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whose membership, and the way back."""
        index = f"{reverse('membership-admin:index')}?team={self.membership.team_id}"
        return super().get_context_data(membership=self.membership, index_url=index, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Rights go in the same transaction."""
        services.membership_end(membership=self.membership)
        messages.success(request, _("已经离开队伍，权限同时收回。"))
        return redirect(f"{reverse('membership-admin:index')}?team={self.membership.team_id}")


class MembershipViewSet(CatalogViewSet):
    """队伍成员."""

    model = Membership
    name = "membership-admin"
    url_prefix = "memberships"
    icon = "user"
    menu_label = _("成员")
    index_view_class = MembershipIndexView
    add_view_class = MembershipCreateView
    edit_view_class = MembershipEditView
    filterset_class = MembershipFilterSet
    search_fields = ["team__name", "user__email", "user__last_name", "user__first_name"]
    ordering = "team__name"
    list_display = [
        "user",
        Column("team", label=_("队伍"), accessor="team.name", sort_key="team__name"),
        Column("role", label=_("角色"), accessor="get_role_display", sort_key="role"),
    ]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        """The person is typed, the team chosen."""

        class Form(MembershipForm):
            class Meta:
                model = Membership
                fields = ["team", "account", "role"] if not for_update else ["team", "role"]
                field_classes: dict[str, Any] = {}

        return Form

    def get_edit_handler(self) -> None:
        """A plain form."""

    def get_urlpatterns(self) -> list:
        """With the confirmation that somebody leaves."""
        return [*super().get_urlpatterns(), path("<int:pk>/end/", self.construct_view(MembershipEndView), name="end")]


class TeamViewSetGroup(ModelViewSetGroup):
    """队伍: teams and who belongs to them."""

    menu_label = _("队伍")
    menu_icon = "group"
    menu_name = "catalog-teams"
    menu_order = 120
    items = (TeamViewSet, MembershipViewSet)


team_chooser = TeamChooserViewSet("team_chooser", url_prefix="choose-team")
