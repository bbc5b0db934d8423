"""Refuses input that no page of this site can mean, in one place, before any view sees it."""

from collections.abc import Callable

from django.core.exceptions import BadRequest, RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils.translation import gettext as _

NUL = "\x00"


class BadInputMiddleware:
    """A NUL character in an address, a parameter or a form field is answered with 400.

    PostgreSQL cannot store it and SQLite cuts text there; no person types it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple, kwargs: dict) -> None:
        """Raise BadRequest (400) for NUL; reads a form's body only for urlencoded and multipart posts."""
        if NUL in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest(_("地址里有看不见的字符，请检查后再试。"))
        if request.method == "POST":
            try:
                values = [value for _key, values in request.POST.lists() for value in values]
            except (UnreadablePostError, RequestDataTooBig, TooManyFilesSent) as error:
                raise BadRequest(str(error)) from error
            if any(NUL in value for value in values):
                raise BadRequest(_("填写的内容里有看不见的字符，请检查后再试。"))
