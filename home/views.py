"""Views of the site as a whole: the large-print switch, and the pages for a bad request and for a form that was not taken."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from home.navigation import path_in_language
from home.text_size import TEXT_COOKIE, TEXT_COOKIE_SECONDS, TextSize


@never_cache
@require_safe
def text_size(request: HttpRequest) -> HttpResponse:
    """Remember `size` (large or normal) in a cookie and go back to `next`, or home when that is no page of this site."""
    target = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        target = path_in_language("/")
    response = HttpResponseRedirect(target)
    size = TextSize.read(request.GET.get("size"))
    if size is TextSize.LARGE:
        response.set_cookie(
            TEXT_COOKIE,
            size.value,
            max_age=TEXT_COOKIE_SECONDS,
            samesite="Lax",
            secure=request.is_secure(),
            httponly=True,
        )
    else:
        response.delete_cookie(TEXT_COOKIE, samesite="Lax")
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, drawn without context processors: the request is not to be trusted. Shows what a `BadRequest` of ours says."""
    message = str(exception) if isinstance(exception, BadRequest) else ""
    return HttpResponseBadRequest(render_to_string("400.html", {"message": message}))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say in a clear sentence why a form was not taken (no cookie, or an old page) and what to do. `reason` is for the log."""
    back = request.headers.get("referer", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        back = path_in_language("/")
    return render(request, "403_csrf.html", {"back_url": back}, status=403)
