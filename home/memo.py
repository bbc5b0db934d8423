"""What every page needs and seldom changes, kept in each worker's memory under the generation number of `catalog.core`."""

from collections.abc import Callable, Hashable
from typing import Any

from catalog.core import generation

_kept: dict[Hashable, Any] = {}
_under: list[int] = [-1]


def remember(key: Hashable, make: Callable[[], Any]) -> Any:
    """`make()`, called once per worker and generation. With no answer from the database nothing is kept."""
    number = generation.current()
    if number < 0:
        return make()
    if _under[0] != number:
        _kept.clear()
        _under[0] = number
    if key not in _kept:
        _kept[key] = make()
    return _kept[key]


def forget() -> None:
    """Drop everything that is kept; tests call it between two databases."""
    _kept.clear()
    _under[0] = -1
