"""The admin of the catalog: what all its listings share, the city's settings, and the lists by which people filter."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.admin.utils import quote
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, ProtectedError, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.views.generic import chooser as chooser_views
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from catalog.core.models import Audience, City, District, ServiceField

#: Saves a validated row and everything that belongs to it; raises one of the view's `rule_errors` to refuse.
SaveService = Callable[[Any], Any]


class ServiceSaveMixin:
    """Saves through a service of the catalog, and shows a refusal of its rules as an error of the form."""

    save_service: SaveService | None = None
    rule_errors: tuple[type[Exception], ...] = ()
    log_as = "wagtail.edit"

    def save_instance(self) -> Model:
        """Save the form's row through the service, then its lists, and write the log."""
        instance = self.form.save(commit=False)
        # The form leaves out constraints on fields that it does not show, such as the state.
        instance.validate_constraints()
        self.save_service(instance)
        self.form.save_m2m()
        log(instance=instance, action=self.log_as, user=self.request.user, content_changed=True)
        return instance

    def form_valid(self, form: forms.ModelForm) -> HttpResponse:
        """Save; a rule that refuses leaves everything as it was typed."""
        try:
            return super().form_valid(form)
        except (ValidationError, *self.rule_errors) as error:
            form.add_error(None, error.messages if isinstance(error, ValidationError) else str(error))
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)


class ServiceCreateView(ServiceSaveMixin, generic.CreateView):
    """Makes a row through a service."""

    log_as = "wagtail.create"


class ServiceEditView(ServiceSaveMixin, generic.EditView):
    """Changes a row through a service."""


class GuardedDeleteView(generic.DeleteView):
    """Deletes a row that nothing needs; says so in words where something does."""

    def form_valid(self, form: forms.Form) -> HttpResponse:
        """Delete, or explain."""
        try:
            return super().form_valid(form)
        except ProtectedError:
            messages.error(self.request, _("「%(name)s」还在使用，不能删除。") % {"name": self.object})
            return redirect(self.get_success_url())


class CatalogViewSet(ModelViewSet):
    """A listing of rows that are saved by a service. Rows of the domain are ended, not deleted."""

    copy_view_enabled = False
    add_to_reference_index = False
    inspect_view_enabled = False
    search_backend_name = None
    list_per_page = 30
    delete_view_enabled = False
    add_view_class = ServiceCreateView
    edit_view_class = ServiceEditView
    delete_view_class = GuardedDeleteView
    rule_errors: tuple[type[Exception], ...] = ()

    def save(self, instance: Any) -> Any:
        """What saves a row; a viewset with a service names it here."""
        instance.save()
        return instance

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """What all views of this listing are given."""
        common = super().get_common_view_kwargs(save_service=self.save, rule_errors=self.rule_errors, **kwargs)
        if not self.delete_view_enabled:
            common["delete_url_name"] = None
        return common

    def get_urlpatterns(self) -> list:
        """The addresses, without deleting where rows are ended instead."""
        patterns = super().get_urlpatterns()
        return [each for each in patterns if each.name != "delete" or self.delete_view_enabled]


class ReadOnlyViewSet(CatalogViewSet):
    """A listing that only shows."""

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """No view leads to a form."""
        names = ("add_url_name", "edit_url_name", "delete_url_name", "history_url_name", "usage_url_name")
        return super().get_common_view_kwargs(**kwargs) | dict.fromkeys(names)

    def get_urlpatterns(self) -> list:
        """The listing alone."""
        return [each for each in super().get_urlpatterns() if each.name in ("index", "index_results")]

    def get_form_fields(self) -> list[str]:
        """No form, no fields."""
        return []

    def register_admin_url_finder(self) -> None:
        """Nothing to find: no row has a page in the admin."""

    def get_permissions_to_register(self) -> Any:
        """「查看」 is the only right that means something here."""
        content_type = ContentType.objects.get_for_model(self.model)
        return Permission.objects.filter(content_type=content_type, codename__startswith="view_")


# ---------- choosers


class WordsFilterForm(forms.Form):
    """The search of a chooser: rows whose `words_in` hold the words."""

    q = forms.CharField(
        label=_("关键词"), required=False, max_length=100, widget=forms.TextInput(attrs={"placeholder": _("搜索")})
    )
    words_in: tuple[str, ...] = ()
    is_searching = False
    is_filtering_by_collection = False
    search_query = ""

    def filter(self, objects: Any) -> Any:
        """Those of `objects` that hold the words."""
        self.search_query = self.cleaned_data.get("q", "").strip()
        if not self.search_query:
            return objects
        self.is_searching = True
        condition = Q()
        for field in self.words_in:
            condition |= Q(**{f"{field}__icontains": self.search_query})
        return objects.filter(condition)


class CatalogChooserMixin:
    """Only who may read the rows of a listing may look for one of them, or ask what an id stands for."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse everybody else."""
        policy = policy_registry.get_by_type(self.model_class)
        if not policy.user_has_any_permission(request.user, {"add", "change", "view"}):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class CatalogChooseView(CatalogChooserMixin, chooser_views.ChooseView):
    """The modal with the list."""


class CatalogChooseResultsView(CatalogChooserMixin, chooser_views.ChooseResultsView):
    """The list alone, after a search."""


class CatalogChosenView(CatalogChooserMixin, chooser_views.ChosenView):
    """What was chosen."""


class CatalogChosenMultipleView(CatalogChooserMixin, chooser_views.ChosenMultipleView):
    """What was chosen, several at once."""


class CatalogChooserViewSet(ChooserViewSet):
    """A chooser of catalog rows with a search by words."""

    choose_view_class = CatalogChooseView
    choose_results_view_class = CatalogChooseResultsView
    chosen_view_class = CatalogChosenView
    chosen_multiple_view_class = CatalogChosenMultipleView
    per_page = 15
    search_tab_label = _("查找")
    filter_form_class: type[WordsFilterForm] = WordsFilterForm

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """What all views of this chooser are given."""
        return super().get_common_view_kwargs(filter_form_class=self.filter_form_class, **kwargs)


# ---------- the city, and the lists by which people filter


class CityView(ServiceEditView):
    """The one row of the city's settings."""

    page_title = _("城市设置")
    success_message = _("城市设置已保存。")

    def get_object(self, queryset: Any = None) -> City:
        """The row; made on first use."""
        return City.objects.get_or_create(pk=1)[0]

    def get_success_url(self) -> str:
        """Stay here."""
        return self.get_edit_url()

    def get_edit_url(self) -> str:
        """The address of the form."""
        return reverse(self.edit_url_name)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Straight below the dashboard."""
        return [*self.breadcrumbs_items, {"url": "", "label": _("城市设置")}]


class CityViewSet(CatalogViewSet):
    """城市设置: what pages and mails say about the city."""

    model = City
    name = "city"
    icon = "site"
    menu_label = _("城市设置")
    menu_name = "city"
    menu_order = 10
    add_to_settings_menu = True
    edit_view_class = CityView
    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("site_name"), FieldPanel("site_name_en")]),
                FieldRowPanel([FieldPanel("slogan"), FieldPanel("slogan_en")]),
                FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
                FieldPanel("emblem"),
            ],
            heading=_("名称与口号"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("contact_phone"), FieldPanel("contact_hours")]),
                FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_address")]),
            ],
            heading=_("联系方式"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("icp_number"), FieldPanel("police_number")]), FieldPanel("is_demo")],
            heading=_("备案与演示"),
        ),
    ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """The form is the listing."""
        return super().get_common_view_kwargs(**kwargs) | {
            "edit_url_name": self.get_url_name("index"),
            "usage_url_name": None,
        }

    def get_urlpatterns(self) -> list:
        """The form, and who changed what."""
        kept = [each for each in super().get_urlpatterns() if each.name in ("history", "history_results")]
        return [path("", self.edit_view, name="index"), *kept]

    def register_admin_url_finder(self) -> None:
        """One row has one address; nothing to look up."""

    @property
    def menu_url(self) -> str:
        """The form."""
        return reverse(self.get_url_name("index"))


class TermViewSet(CatalogViewSet):
    """A list by which people filter. Terms that nothing uses can be deleted."""

    add_to_settings_menu = True
    delete_view_enabled = True
    ordering = "order"
    search_fields = ["name", "name_en", "slug"]
    list_display = ["name", "name_en", "slug", Column("order", label=_("顺序"), sort_key="order")]


class DistrictViewSet(TermViewSet):
    """县市区."""

    model = District
    name = "districts"
    icon = "site"
    menu_label = _("县市区")
    menu_order = 20
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("order")]),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
    ]


class ServiceFieldViewSet(TermViewSet):
    """服务领域."""

    model = ServiceField
    name = "service-fields"
    icon = "tag"
    menu_label = _("服务领域")
    menu_order = 21
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("order")]),
        FieldPanel("description"),
        FieldPanel("image"),
    ]


class AudienceViewSet(TermViewSet):
    """适合人群."""

    model = Audience
    name = "audiences"
    icon = "group"
    menu_label = _("适合人群")
    menu_order = 22
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("order")]),
    ]


def row_address(url_name: str, pk: int) -> str:
    """The address of a view of one row."""
    return reverse(url_name, args=[quote(pk)])
