"""What browser tests share: a site with a small city on it, somebody who is logged in, and pictures of screens."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.e2e import seeds
from tests.servers import in_site
from tests.servers.site import Site

PICTURES = in_site.ROOT / "var" / "test-results"
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="module")
def site(running_site_of_module: Callable[..., Site]) -> Iterator[Site]:
    """A running site with the small city on it (tests.e2e.seeds.city), shared by the tests of a module."""
    # Threads, because browsers open connections in advance, and each would keep a whole worker waiting.
    return running_site_of_module(seed=seeds.city, threads=4)


@pytest.fixture
def picture() -> Callable[[Page, str], None]:
    """`picture(page, "name")` keeps the screen as it is in var/test-results/."""

    def keep(page: Page, name: str) -> None:
        PICTURES.mkdir(exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png", full_page=True, animations="disabled")

    return keep


def log_in_as(page: Page, site: Site, person: str) -> None:
    """Put the session of one of `site.seeded["sessions"]` into the page's browser."""
    cookie = {"name": "sessionid", "value": site.seeded["sessions"][person], "url": site.url}
    page.context.add_cookies([cookie])
