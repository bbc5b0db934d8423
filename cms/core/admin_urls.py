"""Views of the admin that Wagtail gives to everybody who may enter it, and that say more than the leader of a team should know.

Mounted before Wagtail's own addresses.
"""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.chooser import ChosenMultipleView
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView

from cms.core.wagtail_hooks import looks_after_the_city, visible_pages

View = Callable[..., HttpResponse]


def desk_only(view: View) -> View:
    """`view` for people who look after the whole city; others are sent away."""

    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not looks_after_the_city(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return require_admin_access(guarded)


def choosable_only(view: View) -> View:
    """`view` of chosen pages, which by itself tells what any id stands for, for pages that this person may choose."""

    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        pks = [pk for pk in request.GET.getlist("id") if pk.isdecimal()]
        if not looks_after_the_city(request.user):
            if visible_pages(request.user).filter(pk__in=pks).count() != len(set(pks)):
                raise PermissionDenied
        return view(request, *args, **kwargs)

    return require_admin_access(guarded)


urlpatterns = [
    path("choose-page/chosen-multiple/", choosable_only(ChosenMultipleView.as_view())),
    path("reports/page-types-usage/", desk_only(PageTypesUsageReportView.as_view())),
    path("reports/page-types-usage/results/", desk_only(PageTypesUsageReportView.as_view(results_only=True))),
]
