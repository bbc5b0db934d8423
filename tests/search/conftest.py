"""What the tests of the search share: days at fixed distances, the list as a visitor gets it, and an index that is up to date."""

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags

from catalog.core.models import city_zone
from search import registry, sync
from tests.factories.catalog import ActivityFactory

#: A Wednesday, at noon in the city.
WEDNESDAY = datetime(2026, 12, 2, 12, tzinfo=city_zone())
WEEKDAYS = {"mon": 7, "tue": 6, "wed": 0, "thu": 1, "fri": 2, "sat": 3, "sun": 4}


@pytest.fixture
def wednesday():
    """It is Wednesday, 2 December 2026, noon in the city."""
    with time_machine.travel(WEDNESDAY, tick=False) as traveller:
        yield traveller


def on(day: str, hour: int = 14) -> datetime:
    """The next such weekday from WEDNESDAY on, in the city's zone."""
    date = (WEDNESDAY + timedelta(days=WEEKDAYS[day])).date()
    return datetime.combine(date, time(hour), tzinfo=city_zone())


def activity_on(day: str, hour: int = 14, **values):
    """An activity of two hours on that day; sign-up closes when it starts."""
    starts_at = on(day, hour)
    values = {"ends_at": starts_at + timedelta(hours=2), "signup_closes_at": starts_at} | values
    return ActivityFactory(starts_at=starts_at, **values)


@pytest.fixture
def build_index() -> Callable[[], None]:
    """`build_index()`: the index says what the database says."""

    def build() -> None:
        for kind in registry.kinds():
            sync.mark_all(kind)
        sync.work_off()

    return build


class ListPage:
    """The list of projects as a person reads it."""

    def __init__(self, response) -> None:
        self.response = response
        self.html = response.content.decode()

    @property
    def titles(self) -> list[str]:
        """The titles of the rows, near ones included."""
        return [strip_tags(title) for title in re.findall(r"<h3><a [^>]*>(.*?)</a></h3>", self.html)]

    @property
    def count(self) -> int:
        """The number in the headline of the results; 0 where it says that there is nothing."""
        found = re.search(r'<h2 id="results" tabindex="-1">\s*(\d+)', self.html)
        return int(found.group(1)) if found else 0

    @property
    def chips(self) -> dict[str, str]:
        """The active filters with the address that takes each away."""
        found = re.findall(r'<a class="chip chip--on" href="([^"]*)">.*?去掉</span>(.*?)<svg', self.html, re.S)
        return {label.strip(): url.replace("&amp;", "&") for url, label in found}

    @property
    def title(self) -> str:
        """The title of the page."""
        return re.search(r"<title>(.*?)</title>", self.html, re.S).group(1)

    def number(self, name: str, value: str) -> int:
        """The number beside a choice of a filter."""
        return int(re.search(rf'id="f-{name}-{value or "any"}-n"[^>]*>(\d+)<', self.html).group(1))

    def meta(self, name: str) -> str:
        """What the page tells search engines."""
        found = re.search(rf'<meta name="{name}" content="(.*?)">', self.html)
        return found.group(1) if found else ""

    @property
    def canonical(self) -> str:
        """The page's one address, without the host."""
        return (
            re.search(r'<link rel="canonical" href="http://testserver(.*?)">', self.html).group(1).replace("&amp;", "&")
        )


@pytest.fixture
def browse(client: Client) -> Callable[..., ListPage]:
    """`browse("?q=学校")`: the list at that query; `browse(district=["a", "b"])` encodes it."""

    def get(query: str = "", *, path: str = "/projects/", expect: int = 200, headers: dict | None = None, **data):
        response = client.get(f"{path}{query}", data or None, headers=headers)
        assert response.status_code == expect, response.content[:300]
        return ListPage(response)

    return get


@pytest.fixture
def an_hour_ago() -> datetime:
    """An hour ago."""
    return timezone.now() - timedelta(hours=1)
