"""What a view asks before it answers."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from catalog.volunteers.selectors import notice_to_agree

View = Callable[..., HttpResponse]


def personal_page(view: View) -> View:
    """A page of one's own: for people who are logged in and agreed to the privacy notice in force; never cached."""

    @never_cache
    @login_required
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if notice_to_agree(request.user) is not None:  # type: ignore[arg-type]
            query = urlencode({"next": request.get_full_path() if request.method == "GET" else reverse("me")})
            return HttpResponseRedirect(f"{reverse('me_consent')}?{query}")
        return view(request, *args, **kwargs)

    return wrapped
