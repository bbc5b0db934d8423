"""What layouts need on every page. Everything that costs a query is lazy, so a template that does not ask pays nothing."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode

from catalog.core.models import City
from home.memo import remember
from home.navigation import navigation, projects_path
from home.text_size import TEXT_COOKIE, TextSize


def city() -> City:
    """The city's row with its emblem, kept per worker; the defaults where no row was saved yet."""
    return remember("city", lambda: City.objects.select_related("emblem").first() or City())


def site(request: HttpRequest) -> dict[str, object]:
    """`city`, `nav`, `footer_nav`, `projects_url`, `text_size` ("large" or "normal"), `text_size_url`, `login_url`."""
    links = SimpleLazyObject(lambda: navigation(request))
    size = TextSize.read(request.COOKIES.get(TEXT_COOKIE))
    return {
        "city": SimpleLazyObject(city),
        "nav": SimpleLazyObject(lambda: links.main),
        "footer_nav": SimpleLazyObject(lambda: links.more),
        "projects_url": SimpleLazyObject(projects_path),
        "text_size": size.value,
        "text_size_url": SimpleLazyObject(lambda: _text_size_url(request, size.other())),
        "login_url": SimpleLazyObject(lambda: _login_url(request)),
    }


def _text_size_url(request: HttpRequest, size: TextSize) -> str:
    return f"{reverse('text_size')}?{urlencode({'size': size.value, 'next': request.get_full_path()})}"


def _login_url(request: HttpRequest) -> str:
    """The log-in, which leads back here; not from the account's own pages and not after a form was sent."""
    login = reverse("account_login")
    if request.method != "GET" or request.path.startswith(login.removesuffix("login/")):
        return login
    return f"{login}?{urlencode({'next': request.get_full_path()})}"
