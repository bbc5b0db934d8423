"""The address of a thing that has a page in a room above: the catalog asks, the upper room answers.

`cms.brands` registers how to find the brand page of a team, so that a project page can link to it without knowing pages.
"""

from collections.abc import Callable, Iterable

_finders: dict[str, Callable[[Iterable[int]], dict[int, str]]] = {}


def register(kind: str, finder: Callable[[Iterable[int]], dict[int, str]]) -> None:
    """Let `finder` answer for `kind` ("team", "project_brand"): ids in, a dict id → address out, one query for all."""
    _finders[kind] = finder


def addresses(kind: str, pks: Iterable[int]) -> dict[int, str]:
    """The addresses of those of `pks` that have a public page; the others are missing."""
    finder = _finders.get(kind)
    pks = {pk for pk in pks if pk}
    return finder(pks) if finder and pks else {}


def address(kind: str, pk: int | None) -> str:
    """The address of one thing, or "" when it has no public page."""
    return addresses(kind, [pk]).get(pk, "") if pk else ""
