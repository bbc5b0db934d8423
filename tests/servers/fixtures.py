"""Fixtures that give tests a server, a whole site or a browser. Registered by tests/conftest.py."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.servers import browser, databases, shared
from tests.servers.databases import Database, Engine, Seed
from tests.servers.site import Site


@pytest.fixture(scope="session")
def postgres_server() -> str:
    """The address of a PostgreSQL server on which databases can be made."""
    return databases.postgres_server()


@pytest.fixture(scope="session")
def redis_url() -> str:
    """The address of a Redis server, which the workers of a run share: take a key prefix of your own."""
    return databases.redis_server()


@pytest.fixture
def fresh_database() -> Iterator[Callable[..., Database]]:
    """`fresh_database("sqlite" | "postgresql", seed=None)`: a migrated database of one's own, removed after the test."""
    with ExitStack() as stack:

        def make(engine: Engine = "sqlite", *, seed: Seed | None = None) -> Database:
            database = databases.fresh(engine, seed=seed)
            stack.callback(database.remove)
            return database

        yield make


@pytest.fixture
def postgres_url(fresh_database: Callable[..., Database]) -> str:
    """The address of a migrated PostgreSQL database of one's own."""
    return fresh_database("postgresql").url


@contextmanager
def sites() -> Iterator[Callable[..., Site]]:
    """Give a function that starts sites, and stop them at the end; an error in a log that nobody expected is a failure."""
    with ExitStack() as stack:
        started: list[tuple[Site, bool]] = []

        def start(
            engine: Engine = "sqlite",
            *,
            seed: Seed | None = None,
            workers: int = 2,
            threads: int = 1,
            redis_url: str = "",
            env: dict[str, str] | None = None,
            allow_errors: bool = False,
        ) -> Site:
            database = databases.fresh(engine, seed=seed)
            stack.callback(database.remove)
            folder = shared.folder() / f"site-{database.media.parent.name}"
            folder.mkdir()
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            env = {"REDIS_URL": redis_url} | (env or {})
            site = Site(database, folder, workers=workers, threads=threads, env=env)
            stack.callback(site.stop)
            started.append((site, allow_errors))
            site.start()
            return site

        yield start
        for site, allow_errors in started:
            site.stop()
            if site.problems and not allow_errors:
                pytest.fail(f"{site.url} logged {len(site.problems)} errors:\n{site.log[-4000:]}", pytrace=False)


@pytest.fixture
def running_site() -> Iterator[Callable[..., Site]]:
    """`running_site(engine="sqlite", seed=None, workers=2, threads=1, redis_url="", env=None, allow_errors=False)`: a Site."""
    with sites() as start:
        yield start


@pytest.fixture(scope="module")
def running_site_of_module() -> Iterator[Callable[..., Site]]:
    """As `running_site`, for a fixture of scope module whose tests share one site."""
    with sites() as start:
        yield start


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict:
    """Debian's Chromium instead of a download (pytest-playwright reads this)."""
    return browser.launch_args()


@pytest.fixture(scope="session")
def browser_context_args() -> dict:
    """Nothing (pytest-playwright reads this): contexts are what `open_page` makes of them."""
    return {}


@pytest.fixture
def browser_guard() -> Iterator[browser.BrowserGuard]:
    """What the pages of this test did that none may do; `browser_guard.allow(pattern)` lets something expected pass."""
    guard = browser.BrowserGuard()
    yield guard
    if guard.problems:
        pytest.fail("The browser saw:\n" + "\n".join(guard.problems), pytrace=False)


@pytest.fixture
def open_page(new_context: Callable[..., BrowserContext], browser_guard: browser.BrowserGuard) -> Callable[..., Page]:
    """`open_page(site=None, size="desk", javascript=True, dark=False, **options)`: a watched page in a context of its own.

    `size` is "phone", "desk" or (width, height); with a `site`, `page.goto("/")` takes paths; `options` go to Playwright's context.
    """

    def make(
        site: Site | None = None,
        *,
        size: str | tuple[int, int] = "desk",
        javascript: bool = True,
        dark: bool = False,
        **options,
    ) -> Page:
        arguments = browser.context_args(size) | {
            "java_script_enabled": javascript,
            "color_scheme": "dark" if dark else "light",
            "base_url": site.url if site else None,
        }
        context = new_context(**(arguments | options))
        browser_guard.watch(context)
        return context.new_page()

    return make


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A watched page on a desk's screen."""
    return open_page()


@pytest.fixture
def phone_page(open_page: Callable[..., Page]) -> Page:
    """A watched page on a phone's screen."""
    return open_page(size="phone")
