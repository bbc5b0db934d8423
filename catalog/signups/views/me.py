"""One's own sign-ups."""

import io

import segno
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from catalog.core import maps
from catalog.projects.calendars import absolute
from catalog.signups import selectors
from catalog.signups.calendars import signup_calendar
from catalog.signups.enums import SignupState
from catalog.signups.exceptions import SignupError
from catalog.signups.models import Signup
from catalog.signups.permissions import may_work_for_a_team
from catalog.signups.services import signup_withdraw
from catalog.volunteers.decorators import personal_page
from catalog.volunteers.selectors import volunteer_of

PAST_ON_A_PAGE = 20
QR_SCALE = 8


@require_safe
@personal_page
def me(request: HttpRequest) -> HttpResponse:
    """What comes, what waits, what was."""
    user = request.user
    coming = selectors.signups_coming(user)
    confirmed = [signup for signup in coming if signup.state == SignupState.CONFIRMED]
    page_obj = Paginator(selectors.signups_past(user), PAST_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "volunteer": volunteer_of(user),  # type: ignore[arg-type]
        "next_signup": confirmed[0] if confirmed else None,
        "days_left": _days_until(confirmed[0]) if confirmed else None,
        "confirmed": confirmed[1:],
        "waiting": [signup for signup in coming if signup.state == SignupState.WAITLISTED],
        "page_obj": page_obj,
        "works_for_a_team": may_work_for_a_team(user),
        "here": _("我的"),
        "meta_robots": "noindex",
    }
    return render(request, "catalog/signups/me.html", context)


def _days_until(signup: Signup) -> int:
    return (timezone.localdate(signup.activity.starts_at) - timezone.localdate()).days


@require_safe
@personal_page
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """The confirmation: state, what, when, where, whom to ask, how to cancel."""
    signup = selectors.signup_of_user(request.user, public_id)
    activity, now = signup.activity, timezone.now()
    context = {
        "signup": signup,
        "activity": activity,
        "project": activity.project,
        "maps": maps.links(activity.latitude, activity.longitude, activity.place_name),
        "is_over": activity.ends_at <= now,
        "can_withdraw": signup.is_active and activity.starts_at > now,
        "crumbs": [(_("我的"), reverse("me"))],
        "here": _("报名结果"),
        "meta_robots": "noindex",
    }
    return render(request, "catalog/signups/detail.html", context)


@require_POST
@personal_page
def withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    """Withdraw; a second time changes nothing."""
    signup = selectors.signup_of_user(request.user, public_id)
    try:
        signup_withdraw(signup=signup, actor=request.user)
    except SignupError as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, _("报名取消好了。"))
    return HttpResponseRedirect(signup.get_absolute_url())


@require_safe
@personal_page
def calendar(request: HttpRequest, public_id: str) -> HttpResponse:
    """The sign-up as a file for a calendar."""
    signup = selectors.signup_of_user(request.user, public_id)
    response = HttpResponse(signup_calendar(signup), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{signup.public_id}.ics"'
    return response


@require_safe
@personal_page
def qr(request: HttpRequest, public_id: str) -> HttpResponse:
    """The sign-up's own address as a picture to press and save, dark on white."""
    signup = selectors.signup_of_user(request.user, public_id)
    picture = io.BytesIO()
    code = segno.make(absolute(signup.get_absolute_url()), error="m", micro=False)
    code.save(picture, kind="png", scale=QR_SCALE, border=4)
    response = HttpResponse(picture.getvalue(), content_type="image/png")
    response["X-Robots-Tag"] = "noindex"
    return response
