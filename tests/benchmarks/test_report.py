"""What the benchmark prints and counts, apart from the measuring itself."""

from dataclasses import dataclass, replace

import pytest

from tests.benchmarks import report
from tests.benchmarks.visit import _named_in

NAMES = {"home": "首页", "list": "找项目", "project": "项目页"}


@dataclass(frozen=True)
class Figures:
    """Measured figures of one page."""

    page: str
    cached: bool
    queries: int = 8
    cpu_ms: float = 12.0
    kib: float = 40.0
    rps: float = 100.0
    p95_ms: float = 20.0
    ratio: float = 0.9


@pytest.fixture
def pages() -> list[Figures]:
    """Figures that reach every target."""
    return [Figures(page, cached) for page in NAMES for cached in (False, True)]


def reached(pages: list[Figures]) -> list[bool]:
    """Whether each target is reached, in their order."""
    return [target.is_reached(pages) for target in report.TARGETS]


def test_good_figures_reach_every_target(pages):
    assert all(reached(pages))
    assert "未达到" not in report.targets(pages, NAMES)


@pytest.mark.parametrize(
    ("page", "cached", "worse"),
    [
        ("list", False, {"queries": 13}),
        ("list", False, {"cpu_ms": 30.1}),
        ("list", False, {"ratio": 0.014}),
        ("home", False, {"ratio": 0.039}),
        ("project", True, {"ratio": 0.59}),
        ("project", False, {"kib": 150.1}),
    ],
)
def test_one_worse_figure_misses_its_target(pages, page, cached, worse):
    pages = [replace(each, **worse) if (each.page, each.cached) == (page, cached) else each for each in pages]
    assert not all(reached(pages))
    assert "未达到" in report.targets(pages, NAMES)


def test_columns_stand_below_each_other(pages):
    table = report.table(pages, Figures("constant", cached=False, ratio=1), NAMES)
    lines = table.strip().splitlines()
    assert len(lines) == len(pages) + 2
    starts = {
        report._width(line[: line.index(word)]) for line, word in zip(lines[1:-1], ["100"] * len(pages), strict=True)
    }
    assert len(starts) == 1


def test_a_visit_loads_what_a_browser_would():
    page = (
        b"<link rel='stylesheet' href='/a.css'><link rel='canonical' href='/x/'><link rel='icon' href='/i.svg'>"
        b"<script type='module' src='/s.js'></script><script type='application/ld+json'>{}</script>"
        b"<img src='/p.webp' srcset='/q.webp 2x'><a href='/away/'>.</a>"
    )
    assert _named_in(page, "text/html") == ["/a.css", "/i.svg", "/s.js", "/p.webp"]
    styles = b"@import 'b.css'; a{background:url(\"c.png\")} b{background:url(data:image/png;base64,x)}"
    assert sorted(_named_in(styles, "text/css")) == ["b.css", "c.png"]
    assert _named_in(b'import { a } from "./b.js";\nconst c = "d.js";', "text/javascript") == ["./b.js"]
    assert _named_in(b"<svg/>", "image/svg+xml") == []
