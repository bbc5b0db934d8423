"""The table and the targets, in words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from unicodedata import east_asian_width


class Row(Protocol):
    """What is known of one page."""

    page: str
    cached: bool
    queries: int
    cpu_ms: float
    kib: float

    @property
    def rps(self) -> float:
        """Requests per second."""

    @property
    def p95_ms(self) -> float:
        """Milliseconds within which 95 of 100 were answered."""

    @property
    def ratio(self) -> float:
        """Speed beside the constant view's."""


@dataclass(frozen=True)
class Target:
    """What is to be reached: `value` of the rows that `of` picks, at most or at least `limit`."""

    words: str
    of: Callable[[Row], bool]
    value: Callable[[Row], float]
    limit: float
    at_most: bool
    digits: int = 0

    def worst(self, rows: Iterable[Row]) -> float:
        """The value that decides."""
        values = [self.value(row) for row in rows if self.of(row)]
        return max(values) if self.at_most else min(values)

    def is_reached(self, rows: Iterable[Row]) -> bool:
        """Whether the worst value is on the right side of the limit."""
        worst = self.worst(rows)
        return worst <= self.limit if self.at_most else worst >= self.limit


def _is_list(row: Row) -> bool:
    return row.page == "list" and not row.cached


TARGETS = (
    Target("找项目，SQL 查询", _is_list, lambda row: row.queries, 12, at_most=True),
    Target("找项目，CPU 毫秒", _is_list, lambda row: row.cpu_ms, 30, at_most=True, digits=1),
    Target("找项目，与常数视图之比", _is_list, lambda row: row.ratio, 0.015, at_most=False, digits=3),
    Target(
        "首页不用缓存，与常数视图之比",
        lambda row: row.page == "home" and not row.cached,
        lambda row: row.ratio,
        0.04,
        at_most=False,
        digits=3,
    ),
    Target("每一页从缓存，与常数视图之比", lambda row: row.cached, lambda row: row.ratio, 0.6, at_most=False, digits=2),
    Target("每一页首次访问，KiB", lambda row: True, lambda row: row.kib, 150, at_most=True, digits=1),
    Target("每一页，SQL 查询", lambda row: True, lambda row: row.queries, 12, at_most=True),
)

HEAD = ("页面", "页面缓存", "请求/秒", "与常数之比", "p95 毫秒", "SQL", "CPU 毫秒", "首访 KiB")


def table(pages: Sequence[Row], constant: Row, names: Mapping[str, str]) -> str:
    """All figures, one row a page and way."""
    rows = [
        (
            names[row.page],
            "有" if row.cached else "无",
            f"{row.rps:.0f}",
            f"{row.ratio:.3f}",
            f"{row.p95_ms:.1f}",
            str(row.queries),
            f"{row.cpu_ms:.1f}",
            f"{row.kib:.1f}",
        )
        for row in pages
    ]
    rows.append(("常数 1 KB", "无", f"{constant.rps:.0f}", "1.000", f"{constant.p95_ms:.1f}", "", "", ""))
    return _aligned([HEAD, *rows])


def targets(pages: Sequence[Row], names: Mapping[str, str]) -> str:
    """Each target with the figure that decides, and whether it is reached."""
    rows = [
        (
            "达到" if target.is_reached(pages) else "未达到",
            target.words,
            f"{target.worst(pages):.{target.digits}f}",
            f"{'不超过' if target.at_most else '至少'} {target.limit:g}",
        )
        for target in TARGETS
    ]
    return _aligned([("目标", "", "测得", "要求"), *rows])


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    """Columns side by side, a Chinese character counted as two."""
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = (
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)) for row in rows
    )
    return "\n".join(("", *(line.rstrip() for line in lines)))


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
