"""Signing up: the form on one screen, for people with and without an account."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from catalog.projects.models import Activity
from catalog.signups import drafts, rules, selectors
from catalog.signups.csrf import is_forged
from catalog.signups.exceptions import (
    AlreadySignedUpError,
    FormChangedError,
    SignupError,
    UnderageError,
)
from catalog.signups.forms import SignupEntryForm
from catalog.signups.models import Signup
from catalog.signups.services import signup_register
from catalog.volunteers import entrance
from catalog.volunteers.exceptions import CodeNotSentError, TooManyRequestsError
from catalog.volunteers.models import Volunteer
from catalog.volunteers.selectors import account_contact, notice_current, notice_to_agree, volunteer_of
from catalog.volunteers.views import too_many_requests

#: The name under which the entrance goes on with a sign-up after the code.
CONTINUATION = "signup"


@never_cache
@csrf_exempt  # asked in _posted: a stale token shows the form again with everything typed
@require_http_methods(["GET", "HEAD", "POST"])
def signup(request: HttpRequest, public_id: str, activity_id: str) -> HttpResponse:
    """The form of one activity. Who signed up already is led to that sign-up."""
    activity = selectors.activity_for_signup(public_id, activity_id)
    existing = selectors.active_signup(request.user, activity)
    if existing:
        return HttpResponseRedirect(existing.get_absolute_url())
    closed = selectors.why_closed(activity)
    if closed and not (request.method == "POST" and _form(request, activity).fields.keys() & request.POST.keys()):
        return _closed(request, activity, closed)
    if request.method == "POST":
        return _posted(request, activity)
    form = _form(request, activity)
    draft = drafts.draft_load(request, activity)
    form.initial = _known(request) | (drafts.draft_initial(draft, form) if draft else {})
    return _page(request, activity, form, restored=bool(draft))


def _form(request: HttpRequest, activity: Activity, **kwargs: Any) -> SignupEntryForm:
    """The form as this visitor has to fill it in."""
    user = request.user
    return SignupEntryForm(
        version=selectors.version_asked(activity.project),
        notice=notice_to_agree(user) if user.is_authenticated else notice_current(),
        asks_contact=not user.is_authenticated,
        **kwargs,
    )


def _known(request: HttpRequest) -> dict[str, Any]:
    """What is known of the visitor already."""
    volunteer = volunteer_of(request.user) if request.user.is_authenticated else None
    if volunteer is None:
        return {}
    return {"name": volunteer.name, "birth_date": volunteer.birth_date}


def _posted(request: HttpRequest, activity: Activity) -> HttpResponse:
    form = _form(request, activity, data=request.POST)
    if is_forged(request):
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "same-site", "none"):
            raise PermissionDenied  # another site's page must not fill in ours
        form.add_error(None, _("为了你的安全，请再按一次“提交报名”。你填的都还在。"))
        return _page(request, activity, form, status=403)
    if request.POST.get("do") == "login" and not request.user.is_authenticated:
        drafts.draft_save(request, activity, form, request.POST)
        return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': activity.get_signup_url()})}")
    try:
        return _submitted(request, activity, form)
    except UnderageError as error:
        return _page(request, activity, form, underage=str(error))
    except SignupError as error:
        form.add_error(None, str(error))
        return _page(request, activity, form, status=409)


def _submitted(request: HttpRequest, activity: Activity, form: SignupEntryForm) -> HttpResponse:
    """Sign up, or send a code first. Raises SignupError."""
    if _asked_version(request) not in (None, form.version.number if form.version else 0):
        form.is_valid()
        raise FormChangedError(_("队伍刚刚更新了报名表，请看一看新的问题再提交。"))
    if not form.is_valid():
        if not request.user.is_authenticated and "contact" not in request.POST:
            form.add_error(None, _("登录过期了。你填的都还在，补上手机号或邮箱再提交就行。"))
        return _page(request, activity, form)
    if request.user.is_authenticated:
        return _go_to(_register(request, activity, form))
    _check_before_code(activity, form)
    drafts.draft_save(request, activity, form, request.POST)
    try:
        return entrance.begin(
            request,
            form.cleaned_data["contact"],
            next_url=activity.get_signup_url(),
            back_url=activity.get_signup_url(),
            then=(CONTINUATION, f"{activity.project.public_id}/{activity.public_id}"),
            keep=[drafts.draft_key(activity)],
        )
    except TooManyRequestsError as error:
        return too_many_requests(request, seconds=error.seconds)
    except CodeNotSentError as error:
        form.add_error(None, str(error))
        return _page(request, activity, form)


def _asked_version(request: HttpRequest) -> int | None:
    """The number of the version that the visitor had before them: 0: nothing was asked; None: not said; -1: rubbish."""
    text = request.POST.get("form_version")
    if text is None:
        return None
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def _check_before_code(activity: Activity, form: SignupEntryForm) -> None:
    """What would stop the sign-up anyway is said before a code is sent and anything is kept. Raises SignupError."""
    rules.check_activity_takes_signups(activity)
    rules.check_window(activity, timezone.now())
    rules.check_age(Volunteer(birth_date=form.cleaned_data["birth_date"]), activity)
    rules.check_place_or_line(activity.is_full, form.cleaned_data["join_waitlist"])


def _register(request: HttpRequest, activity: Activity, form: SignupEntryForm) -> Signup:
    """Sign the visitor up; a second try finds the first sign-up. Raises SignupError."""
    data = form.cleaned_data
    try:
        signup = signup_register(
            user=request.user,  # type: ignore[arg-type]
            name=data["name"],
            birth_date=data["birth_date"],
            activity=activity,
            answers=form.answers(),
            form_version=form.version,
            join_waitlist=data["join_waitlist"],
            notice=form.notice,
        )
    except AlreadySignedUpError as error:
        signup = error.signup
    drafts.draft_drop(request, activity)
    return signup


def _go_to(signup: Signup) -> HttpResponse:
    return HttpResponseRedirect(signup.get_absolute_url())


def go_on(request: HttpRequest, argument: str) -> HttpResponse | None:
    """Right after the code: sign up with what was filled in. What stops it is said on the form, which shows everything again."""
    project_id, _slash, activity_id = argument.partition("/")
    try:
        activity = selectors.activity_for_signup(project_id, activity_id)
    except Http404:
        return None
    draft = drafts.draft_load(request, activity)
    if draft is None:
        return None
    form = _form(request, activity, data=drafts.draft_data(draft))
    if form.is_valid():
        try:
            return _go_to(_register(request, activity, form))
        except SignupError as error:
            messages.warning(request, str(error))
    else:
        messages.warning(request, _("登录好了。报名表有变化，请看一看再提交。"))
    return HttpResponseRedirect(activity.get_signup_url())


def _page(
    request: HttpRequest,
    activity: Activity,
    form: SignupEntryForm,
    *,
    status: int = 200,
    restored: bool = False,
    underage: str = "",
) -> HttpResponse:
    context = _about(activity) | {
        "form": form,
        "restored": restored,
        "underage": underage,
        "contact": account_contact(request.user) if request.user.is_authenticated else "",  # type: ignore[arg-type]
    }
    return render(request, "catalog/signups/signup.html", context, status=status)


def _about(activity: Activity) -> dict[str, Any]:
    """What both pages say of the activity."""
    project = activity.project
    return {
        "activity": activity,
        "project": project,
        "crumbs": [(_("找项目"), reverse("project_list")), (project.title, project.get_absolute_url())],
        "here": _("报名"),
        "meta_robots": "noindex",
    }


def _closed(request: HttpRequest, activity: Activity, closed: selectors.Closed) -> HttpResponse:
    context = _about(activity) | {"closed": closed, "others": selectors.other_activities(activity)}
    return render(request, "catalog/signups/closed.html", context, status=closed.status)
