"""Chromium for the browser tests, and the guard that watches what its pages do."""

import os
import re
import shutil
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# A machine that reaches nothing but itself: Chromium's own calls home would only be refused, many at a time.
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
SIZES = {"phone": (390, 844), "desk": (1280, 800)}
OWN_HOSTS = {"127.0.0.1", "localhost"}
SUB_RESOURCES = {"stylesheet", "script", "image", "font", "media", "manifest"}


def chromium() -> str | None:
    """The browser's path: what CHROMIUM names, or Debian's."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def launch_args() -> dict:
    """How Playwright starts it; as root it has no sandbox."""
    no_sandbox = ("--no-sandbox",) if os.geteuid() == 0 else ()
    return {"executable_path": chromium(), "args": [*FLAGS, *no_sandbox]}


def context_args(size: str | tuple[int, int] = "desk") -> dict:
    """A person in 焦作 with a phone, a desk's screen, or a window of some (width, height)."""
    width, height = SIZES[size] if isinstance(size, str) else size
    phone = {"is_mobile": True, "has_touch": True, "device_scale_factor": 2} if size == "phone" else {}
    return {
        "locale": "zh-CN",
        "timezone_id": "Asia/Shanghai",
        "viewport": {"width": width, "height": height},
        **phone,
    }


class BrowserGuard:
    """Collects what no page may do: say an error on the console, ask another host, miss a file, answer with 5xx.

    An answer of 4xx to a page or a form is the test's own business. `allow(pattern)` lets problems pass that the test expects.
    """

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.allowed: list[str] = []

    def allow(self, pattern: str) -> None:
        """Let problems pass whose text matches this regular expression."""
        self.allowed.append(pattern)

    @property
    def problems(self) -> list[str]:
        """What was seen and not allowed."""
        return [text for text in self.seen if not any(re.search(pattern, text) for pattern in self.allowed)]

    def watch(self, context: BrowserContext) -> None:
        """Follow every page of this context, those that it opens included."""
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("requestfailed", self._failed_request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.seen.append(f"script error: {error.error}"))

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in OWN_HOSTS:
            self.seen.append(f"request to another host: {request.url}")

    def _response(self, response: Response) -> None:
        missing = response.status >= 400 and response.request.resource_type in SUB_RESOURCES
        if missing or response.status >= 500:
            self.seen.append(f"answer {response.status}: {response.url}")

    def _failed_request(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED" and urlsplit(request.url).hostname in OWN_HOSTS:
            self.seen.append(f"no answer ({request.failure}): {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        # "Failed to load resource" repeats what _response judges, and would forbid a page that rightly answers 404 or 422.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.seen.append(f"console: {message.text}")
