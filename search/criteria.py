"""What a visitor asks of the list of projects, as one value: it makes the result, the chips and every address."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.http import urlencode

#: Filters of which several values may be chosen; a project needs one of them.
MANY = ("status", "day", "district", "field", "audience", "brand", "team")
SORTS = ("relevance", "soonest", "newest")


@dataclass(frozen=True)
class Criteria:
    """Every value is a known one: `search.filters` lets no other through. Dates are days in the city's zone."""

    q: str = ""
    when: str = ""
    since: date | None = None
    until: date | None = None
    free: bool = False
    status: tuple[str, ...] = ()
    day: tuple[str, ...] = ()
    district: tuple[str, ...] = ()
    field: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    brand: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    sort: str = "relevance"

    def without(self, name: str, value: str = "") -> "Criteria":
        """The same without one `value` of the filter `name`, or without the whole filter."""
        if name == "when":
            return replace(self, when="", since=None, until=None)
        kept: Any = False if name == "free" else ""
        if name in MANY:
            kept = tuple(each for each in getattr(self, name) if value and each != value)
        return replace(self, **{name: kept})

    @classmethod
    def only(cls, name: str, value: str) -> "Criteria":
        """One value of one of the filters in MANY, and nothing else."""
        chosen: dict[str, Any] = {name: (value,)}
        return cls(**chosen)

    def active(self) -> list[str]:
        """The names of the filters that leave something out, the words included."""
        single = [name for name in ("q", "when", "free") if getattr(self, name)]
        return [*single, *(name for name in MANY if getattr(self, name))]

    def pairs(self) -> list[tuple[str, str]]:
        """The query of the address: always in the same order, and nothing that says what holds anyway."""
        pairs: list[tuple[str, str]] = []
        if self.q:
            pairs.append(("q", self.q))
        if self.when:
            pairs.append(("when", self.when))
        if self.when == "range":
            pairs += [
                (name, day.isoformat()) for name, day in (("from", self.since), ("to", self.until)) if day is not None
            ]
        if self.free:
            pairs.append(("free", "1"))
        for name in MANY:
            pairs += [(name, value) for value in getattr(self, name)]
        if self.sort != SORTS[0]:
            pairs.append(("sort", self.sort))
        return pairs

    def address(self, path: str, page: int = 1) -> str:
        """The one address of this result on `page`."""
        pairs = self.pairs() + ([("page", str(page))] if page > 1 else [])
        return f"{path}?{urlencode(pairs)}" if pairs else path
