"""Whole anonymous pages, kept in each worker's memory until something that people can see changes."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

from catalog.core import generation
from home.text_size import TEXT_COOKIE

MAX_KEY_LENGTH = 1000
#: Headers that belong to one exchange and not to the page.
PASSING_HEADERS = frozenset({"date", "server", "connection", "set-cookie"})

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One kept page: body and headers as they left, the generation it was made under, and when it grows too old."""

    body: bytes
    headers: dict[str, str]
    number: int
    expires: float


class PageStore:
    """A bounded store of pages; the one not used for longest goes first."""

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self._bytes = 0
        self._entries: OrderedDict[Key, Entry] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key, number: int) -> Entry | None:
        """The page of `key` if it was made under generation `number` and is not too old."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is None:
                return None
            if entry.number != number or entry.expires < time.monotonic():
                self._drop(key)
                return None
            self._entries.move_to_end(key)
            return entry

    def put(self, key: Key, entry: Entry) -> None:
        """Keep `entry`; pages over an eighth of the whole store are not kept."""
        if len(entry.body) > self.max_bytes // 8:
            return
        with self._lock:
            if key in self._entries:
                self._drop(key)
            self._entries[key] = entry
            self._bytes += len(entry.body)
            while self._bytes > self.max_bytes:
                self._drop(next(iter(self._entries)))

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._entries.clear()
            self._bytes = 0

    def _drop(self, key: Key) -> None:
        self._bytes -= len(self._entries.pop(key).body)


store = PageStore(settings.PAGE_CACHE_BYTES)


class AnonymousPageCacheMiddleware:
    """Answers a GET of somebody without a session from memory when the same page was made under the present generation.

    Never kept: what sets a cookie, carries a form's CSRF token, is not 200, streams, or says that it is private. So one
    person's page cannot reach another.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = _key(request) if settings.PAGE_CACHE_ENABLED else None
        number = generation.current() if key else -1
        if key is None or number < 0:
            return self.get_response(request)
        if entry := store.get(key, number):
            response = HttpResponse(entry.body, headers=entry.headers)
            response["X-Page-Cache"] = "hit"
            return response
        response = self.get_response(request)
        if _may_be_kept(request, response):
            headers = {name: value for name, value in response.items() if name.lower() not in PASSING_HEADERS}
            expires = time.monotonic() + settings.PAGE_CACHE_SECONDS
            store.put(key, Entry(response.content, headers, number, expires))
        return response


def _key(request: HttpRequest) -> Key | None:
    """What decides how an anonymous page looks; None when the request is not one that can be answered from memory."""
    cookies = request.COOKIES
    if request.method != "GET" or settings.SESSION_COOKIE_NAME in cookies or "HTTP_AUTHORIZATION" in request.META:
        return None
    try:
        host = request.get_host()
    except DisallowedHost:
        return None
    path = request.get_full_path()
    if len(path) > MAX_KEY_LENGTH:
        return None
    meta = request.META
    return (
        request.scheme or "",
        host,
        path,
        "gzip" if "gzip" in meta.get("HTTP_ACCEPT_ENCODING", "") else "",
        meta.get("HTTP_HX_REQUEST", "") and f"{meta.get('HTTP_HX_TARGET', '')}|{meta.get('HTTP_HX_BOOSTED', '')}",
        cookies.get(TEXT_COOKIE, "")[:10],
    )


def _may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    cache_control = response.get("Cache-Control", "")
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "CSRF_COOKIE_NEEDS_UPDATE" not in request.META
        and settings.CSRF_COOKIE_NAME not in request.COOKIES
        and not any(word in cache_control for word in ("private", "no-store", "no-cache"))
        and not getattr(request, "is_preview", False)
    )
