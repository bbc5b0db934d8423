"""What tests of the public project page share."""

from collections.abc import Callable, Iterator

import pytest
from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.test import Client
from django.utils import translation

from catalog.projects.models import Project


class PageText:
    """An answer as a person sees it: `text` without the blanks of the source, and the elements behind it."""

    def __init__(self, response) -> None:
        self.response = response
        self.soup = BeautifulSoup(response.content, "html.parser")
        self.main = self.soup.find("main") or self.soup

    @property
    def text(self) -> str:
        """What the main part says."""
        return " ".join(self.main.get_text(" ").split())

    def one(self, selector: str) -> Tag:
        """The one element that the selector finds."""
        found = self.soup.select(selector)
        assert len(found) == 1, f"{selector}: {len(found)}"
        return found[0]

    def all(self, selector: str) -> list[Tag]:
        """All elements that the selector finds."""
        return self.soup.select(selector)

    def words(self, selector: str) -> list[str]:
        """The text of each."""
        return [" ".join(each.get_text(" ").split()) for each in self.all(selector)]


@pytest.fixture(autouse=True)
def chinese_again() -> Iterator[None]:
    """A request below /en/ leaves its language in the thread."""
    yield
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def read(client: Client) -> Callable[..., PageText]:
    """`read(project, by=None, prefix="", status=200)`: the page of a project, as `by` or as anybody sees it."""

    def get(project: Project | str, *, by=None, prefix: str = "", status: int = 200) -> PageText:
        if by is not None:
            client.force_login(by)
        path = project if isinstance(project, str) else project.get_absolute_url()
        response = client.get(f"{prefix}{path}")
        translation.activate(settings.LANGUAGE_CODE)
        assert response.status_code == status
        return PageText(response)

    return get
