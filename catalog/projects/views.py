"""The public page of a project, its calendars and its poster."""

import io
from collections.abc import Iterable

import segno
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from catalog.core.templatetags.catalog_ui import chinese_mark
from catalog.projects import calendars, selectors, structured_data
from catalog.projects.enums import ProjectState
from catalog.projects.models import Activity, Project
from catalog.projects.page import ProjectPage
from catalog.projects.permissions import may_preview_project

CALENDAR_SECONDS = 300
QR_SECONDS = 60 * 60 * 24
QR_SCALE = 16  # pixels a module: sharp on paper at 8 cm
SHARE_IMAGE = "brand/og-default.png"
LOCAL_HOSTS = ("http://127.0.0.1", "http://localhost", "http://[::1]")


@require_safe
def project_detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """All that a recruitment notice must publish, the activities with places left, the sign-up.

    A project that is not public is shown to its team and to editors, marked as a preview; others get 404, or 410 with a way on
    for one that was withdrawn.
    """
    project = selectors.project_get(public_id)
    is_preview = not project.is_public
    if is_preview and not may_preview_project(request.user, project):
        return _not_public(request, project)
    page = ProjectPage(project, timezone.now())
    context = _context(request, page) | {"is_preview": is_preview}
    if is_preview:
        context |= {"meta_robots": "noindex", "structured_data": ""}
    response = render(request, "catalog/projects/detail.html", context)
    if is_preview:
        _keep_for(response, 0)
    return response


@require_safe
def project_poster(request: HttpRequest, public_id: str) -> HttpResponse:
    """A sheet of A4 with a code to scan, for a door or a group chat; a project that is over has none and leads to its page."""
    project = selectors.project_get(public_id)
    is_preview = not project.is_public
    if is_preview and not may_preview_project(request.user, project):
        return _not_public(request, project)
    if project.state in (ProjectState.FINISHED, ProjectState.CANCELLED):
        return HttpResponseRedirect(project.get_absolute_url())
    page = ProjectPage(project, timezone.now())
    context = _context(request, page) | {
        "is_preview": is_preview,
        "meta_robots": "noindex",
        "public_url": _public_address(request, project),
    }
    response = render(request, "catalog/projects/poster.html", context)
    response["X-Robots-Tag"] = "noindex"
    if is_preview:
        _keep_for(response, 0)
    return response


@require_safe
@conditional_page
def project_qr(request: HttpRequest, public_id: str) -> HttpResponse:
    """The project's address as a QR code (PNG), to print, or to press and save in WeChat."""
    project = selectors.project_get(public_id)
    if not project.is_public and not may_preview_project(request.user, project):
        raise Http404
    code = segno.make(_public_address(request, project), error="m", micro=False)
    picture = io.BytesIO()
    code.save(picture, kind="png", scale=QR_SCALE, border=4)
    response = HttpResponse(picture.getvalue(), content_type="image/png")
    response["X-Robots-Tag"] = "noindex"
    _keep_for(response, QR_SECONDS if project.is_public else 0)
    return response


@require_safe
@conditional_page
@cache_control(public=True, max_age=CALENDAR_SECONDS)
def project_calendar(request: HttpRequest, public_id: str) -> HttpResponse:
    """All coming activities of a public project as a calendar."""
    project = _public_project(public_id)
    activities = selectors.calendar_activities(project, timezone.now())
    return _calendar(request, project.title, activities, file_name=project.public_id)


@require_safe
@conditional_page
@cache_control(public=True, max_age=CALENDAR_SECONDS)
def activity_calendar(request: HttpRequest, public_id: str, activity_id: str) -> HttpResponse:
    """One activity of a public project as a calendar."""
    activity = selectors.activity_get(_public_project(public_id), activity_id)
    return _calendar(request, activity.project.title, [activity], file_name=activity.public_id)


@require_safe
@conditional_page
@cache_control(public=True, max_age=CALENDAR_SECONDS)
def team_calendar(request: HttpRequest, public_id: str) -> HttpResponse:
    """The coming activities of a team's public projects as a calendar to subscribe to."""
    team = selectors.team_get(public_id)
    activities = selectors.team_calendar_activities(team, timezone.now())
    return _calendar(request, team.name, activities, file_name=team.public_id)


def _keep_for(response: HttpResponse, seconds: int) -> None:
    """Let caches keep the answer for `seconds`; 0: nobody may keep it, as it is not for everybody."""
    if seconds:
        patch_cache_control(response, public=True, max_age=seconds)
    else:
        patch_cache_control(response, private=True, no_store=True)


def _public_project(public_id: str) -> Project:
    project = selectors.project_get(public_id)
    if not project.is_public:
        raise Http404
    return project


def _not_public(request: HttpRequest, project: Project) -> HttpResponse:
    """404 for what was never public; 410 with a way on for what was taken down."""
    if project.state != ProjectState.WITHDRAWN:
        raise Http404
    return render(request, "catalog/projects/gone.html", {"meta_robots": "noindex"}, status=410)


def _context(request: HttpRequest, page: ProjectPage) -> dict[str, object]:
    """What the page and the poster share. The text is Chinese in every language, so the Chinese address is the canonical one."""
    project, picture = page.project, page.picture
    canonical = request.build_absolute_uri(_chinese_path(project))
    share_image = picture.share_url if picture else ""
    image = share_image or (picture.url if picture else static(SHARE_IMAGE))
    around = structured_data.Surroundings(
        url=canonical,
        image=request.build_absolute_uri(image),
        city=selectors.city_name(),
        absolute=request.build_absolute_uri,
    )
    return {
        "project": project,
        "page": page,
        "canonical_url": canonical,
        "meta_title": project.title,
        "meta_description": project.summary or project.title,
        "meta_type": "article",
        "meta_image": share_image,
        "meta_image_alt": picture.alt if picture else "",
        "structured_data": structured_data.as_script(structured_data.project_data(page, around)),
        "chinese": chinese_mark(),
        "crumbs": [(_("找项目"), reverse("project_list"))],
        "here": format_html("<span{}>{}</span>", chinese_mark(), project.title),
    }


def _chinese_path(project: Project) -> str:
    with override(settings.LANGUAGE_CODE):
        return reverse("projects:detail", args=[project.public_id])


def _public_address(request: HttpRequest, project: Project) -> str:
    """The address for paper: the site's own from the settings; on a developer's machine the one that is asked."""
    path = _chinese_path(project)
    if settings.WAGTAILADMIN_BASE_URL.startswith(LOCAL_HOSTS):
        return request.build_absolute_uri(path)
    return calendars.absolute(path)


def _calendar(request: HttpRequest, name: str, activities: Iterable[Activity], *, file_name: str) -> HttpResponse:
    events = [
        calendars.activity_event(each, url=request.build_absolute_uri(_chinese_path(each.project)))
        for each in activities
    ]
    response = HttpResponse(calendars.calendar(name, events), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{file_name}.ics"'
    return response
