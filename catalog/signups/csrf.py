"""Django's CSRF check, asked instead of enforced, so that a form with a stale token is shown again and nothing typed is lost.

A token grows stale when somebody logs in in another window while the form is open. Nothing is written in that case.
"""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware


class _Check(CsrfViewMiddleware):
    def _reject(self, request: HttpRequest, reason: str) -> str:  # type: ignore[override]
        return reason


def _nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def is_forged(request: HttpRequest) -> bool:
    """Whether the token of a POST is missing or wrong. For views that are `csrf_exempt` because they ask this first."""
    check = _Check(_nothing)
    check.process_request(request)
    return check.process_view(request, _nothing, (), {}) is not None
