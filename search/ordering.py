"""The order of the projects that match: whole numbers only, ties by id, so that it is the same on every database and page."""

from collections.abc import Callable
from dataclasses import dataclass

from search.bits import flags
from search.facets import Selection

#: How good each status is for somebody who wants to take part.
GROUPS = {"recruiting": 0, "full": 1, "not_yet_open": 1, "closed": 2, "over": 3}
OVER = GROUPS["over"]


@dataclass(frozen=True, slots=True)
class Match:
    """One project that matches: its place in the snapshot, the activity to show (0: none), its group, and when that starts."""

    index: int
    activity_id: int
    group: int
    starts: int

    @property
    def is_over(self) -> bool:
        """Whether nothing is coming."""
        return self.group == OVER

    @property
    def moment(self) -> int:
        """Sorts the next one first, and of what is over the latest."""
        return -self.starts if self.is_over else self.starts

    @property
    def preference(self) -> tuple[int, int, int]:
        """The activity of a project with the lowest one is shown."""
        return self.group, self.moment, self.activity_id


def matches(selection: Selection) -> list[Match]:
    """Every project that matches, in order.

    The activity shown is the first that satisfies the filters and still takes people, else the first that satisfies them; of a
    project that is over, the last.
    """
    return sorted(_best(selection).values(), key=_key(selection))


def _best(selection: Selection) -> dict[int, Match]:
    snapshot = selection.snapshot
    size = snapshot.segments.size
    hits = flags(selection.hits(), size)
    activities = selection.activities()
    best: dict[int, Match] = {}
    for status, group in GROUPS.items():
        for position, flag in enumerate(flags(activities & selection.statuses[status], size)):
            if flag == "0":
                continue
            index = snapshot.project_of[position]
            if hits[snapshot.segments.lasts[index]] == "0":
                continue
            found = Match(index, snapshot.activity_ids[position], group, snapshot.starts[position])
            if index not in best or found.preference < best[index].preference:
                best[index] = found
    return best


def _key(selection: Selection) -> Callable[[Match], tuple[int, ...]]:
    ids, ranks, text = selection.snapshot.project_ids, selection.snapshot.ranks, selection.text or {}
    if selection.criteria.sort == "newest":
        return lambda match: (-ranks[match.index], ids[match.index])
    if selection.criteria.sort == "soonest":
        return lambda match: (match.is_over, match.moment, ids[match.index])
    return lambda match: (-text.get(ids[match.index], 0), match.group, match.moment, ids[match.index])
