"""Sets of activities as bits of one whole number, so that a filter is an `&` and a count takes microseconds.

The activities of a project lie side by side: its segment. Its last bit stands for the project itself. Adding one number to a
set carries into the last bit of every segment that holds anything, so "which projects have such an activity" is one addition.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

#: How many different moments one timeline remembers the answer for.
REMEMBERED = 64


def bits_of(positions: Iterable[int], size: int) -> int:
    """The set of `positions`, each below `size`."""
    data = bytearray(size // 8 + 1)
    for position in positions:
        data[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(data, "little")


def flags(bits: int, size: int) -> str:
    """The set as text: "1" at each position that is in it, "0" elsewhere."""
    return f"{bits:0{size}b}"[::-1]


def positions_of(bits: int) -> list[int]:
    """The positions that are in the set, in order."""
    return [position for position, flag in enumerate(f"{bits:b}"[::-1]) if flag == "1"]


class Segments:
    """How the bits are shared out: one segment of at least one bit for each project, in the order of the projects."""

    def __init__(self, sizes: Sequence[int]) -> None:
        ends = list(accumulate(sizes))
        self.size = ends[-1] if ends else 0
        self.lasts = [end - 1 for end in ends]
        self._firsts = [end - size for end, size in zip(ends, sizes, strict=True)]
        self.all = (1 << self.size) - 1
        self.last = bits_of(self.lasts, self.size)
        self._inner = self.all & ~self.last

    def projects(self, activities: int) -> int:
        """The last bits of the segments that hold any of `activities`."""
        return (((activities & self._inner) + self._inner) | activities) & self.last

    def whole(self, projects: int) -> int:
        """Every bit of the segments whose last bits are given."""
        chosen = flags(projects, self.size)
        return bits_of(
            (
                position
                for first, last in zip(self._firsts, self.lasts, strict=True)
                if chosen[last] == "1"
                for position in range(first, last + 1)
            ),
            self.size,
        )


class Timeline:
    """One moment for each of some activities, in seconds since 1970."""

    def __init__(self, moments: Iterable[tuple[int, int]], size: int) -> None:
        """`moments` are pairs of a time and a position."""
        pairs = sorted(moments)
        self._times = [time for time, _position in pairs]
        self._positions = [position for _time, position in pairs]
        self._size = size
        self._answers: dict[int, int] = {}

    def after(self, time: float) -> int:
        """The activities whose moment is later than `time`."""
        index = bisect_right(self._times, time)
        answer = self._answers.get(index)
        if answer is None:
            if len(self._answers) >= REMEMBERED:
                self._answers.clear()
            answer = self._answers[index] = bits_of(self._positions[index:], self._size)
        return answer
