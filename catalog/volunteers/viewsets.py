"""The admin of volunteers (names and contacts masked) and of privacy notices."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic

from catalog.core.viewsets import CatalogViewSet, ReadOnlyViewSet
from catalog.volunteers.models import Consent, PrivacyNotice, Volunteer


def masked_name(name: str) -> str:
    """The family name and stars: who works in the city's desk need not know more."""
    return name[:1] + "＊" * max(len(name) - 1, 1)


class VolunteerIndexView(generic.IndexView):
    """The listing; who somebody is can't be read from it."""

    any_permission_required = ["view"]

    def get_base_queryset(self) -> QuerySet[Volunteer]:
        """With the account."""
        return Volunteer.objects.select_related("user")


class VolunteerViewSet(ReadOnlyViewSet):
    """志愿者, to look up a number; the least that the desk needs (PIPL 51)."""

    model = Volunteer
    name = "volunteer-admin"
    url_prefix = "volunteers"
    icon = "user"
    menu_label = _("志愿者")
    menu_name = "catalog-volunteers"
    menu_order = 130
    add_to_admin_menu = True
    index_view_class = VolunteerIndexView
    search_fields = ["volunteer_no"]
    ordering = "-created_at"
    list_display = [
        "volunteer_no",
        Column("name", label=_("姓名"), accessor=lambda each: masked_name(each.name)),
        Column("contact", label=_("联系方式"), accessor=lambda each: each.user.masked_contact()),
        DateColumn("created_at", label=_("注册时间"), sort_key="created_at"),
    ]


class NoticeInUseError(Exception):
    """People agreed to this version of the notice: its words stay as they were."""


class PrivacyNoticeViewSet(CatalogViewSet):
    """隐私说明. A version that people agreed to is not changed: a new one is made."""

    model = PrivacyNotice
    name = "privacy-notices"
    icon = "lock"
    menu_label = _("隐私说明")
    menu_order = 30
    add_to_settings_menu = True
    rule_errors = (NoticeInUseError,)
    list_display = ["title", "version", DateColumn("effective_at", label=_("生效时间"), sort_key="effective_at")]
    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("version"), FieldPanel("effective_at")]),
        FieldPanel("text"),
        FieldPanel("text_en"),
    ]

    def save(self, instance: PrivacyNotice) -> PrivacyNotice:
        """A new version, or a correction of one that nobody agreed to yet. Raises NoticeInUseError."""
        if instance.pk and Consent.objects.filter(notice=instance).exists():
            raise NoticeInUseError(_("已经有人同意过这个版本，不能再改。请新建一个版本。"))
        instance.save()
        return instance
