"""Command line: starts the site twice (with and without the page cache), measures, prints the table and the targets."""

import argparse
import os
import statistics
import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import django

from tests.benchmarks import inside, load, report, visit
from tests.benchmarks.load import Speed
from tests.servers import databases, in_site, shared
from tests.servers.site import Site

PAGES = {
    "home": "首页",
    "brand": "队伍品牌页",
    "list": "找项目（500 个项目）",
    "search": "搜索“学校”",
    "project": "项目页",
}
WORKERS = 2


@dataclass
class Measured:
    """One page with or without the page cache; `speeds` and `ratios` have one entry a round."""

    page: str
    cached: bool
    speeds: list[Speed] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)
    queries: int = 0
    cpu_ms: float = 0
    kib: float = 0

    @property
    def rps(self) -> float:
        """The median of the rounds."""
        return statistics.median(speed.rps for speed in self.speeds)

    @property
    def p95_ms(self) -> float:
        """The median of the rounds."""
        return statistics.median(speed.p95_ms for speed in self.speeds)

    @property
    def ratio(self) -> float:
        """Speed beside the constant view's in the same round, the median of the rounds."""
        return statistics.median(self.ratios)


def main() -> int:
    """Measure everything; 1 when it could not be done."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each page is measured")
    parser.add_argument("--seconds", type=int, default=2, help="how long each time")
    parser.add_argument("--threads", type=int, default=4, help="threads of each worker, as the Dockerfile gives them")
    options = parser.parse_args()
    try:
        load.tool_ensure()
    except load.ToolMissingError as error:
        print(error, file=sys.stderr)
        return 1
    shared.begin()
    try:
        run(rounds=options.rounds, seconds=options.seconds, threads=options.threads)
    except KeyboardInterrupt:
        print("已中断。 / Interrupted.", file=sys.stderr)
        return 130
    finally:
        databases.remove_templates()
        shared.end()
    return 0


def run(*, rounds: int, seconds: int, threads: int) -> None:
    """Fill a city, start the sites, measure, print."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", in_site.SETTINGS)
    django.setup()
    from tests.benchmarks import seed  # needs models, which need Django to be set up

    say("正在准备 500 个项目的城市…… / Making a city of 500 projects …")
    with ExitStack() as stack:
        database = databases.fresh("sqlite", seed=seed.fill)
        stack.callback(database.remove)
        static = shared.folder() / "static"
        sites = {cached: site_of(database, static, cached=cached, threads=threads) for cached in (False, True)}
        # The admin's own files are seen by no visitor, and compressing them would take most of the time.
        sites[False].manage("collectstatic", "--noinput", "--verbosity=0", "--ignore=wagtail*")
        for site in sites.values():
            stack.callback(site.stop)
            site.start()
        measured = measure(sites, database.seeded, rounds=rounds, seconds=seconds)
        for site in sites.values():
            site.stop()
            if site.problems:
                raise RuntimeError(f"the site logged {len(site.problems)} errors:\n{site.log[-3000:]}")
    constant = [each for each in measured if each.page == "constant"]
    pages = [each for each in measured if each.page != "constant"]
    print(report.table(pages, constant[0], PAGES))
    print(report.targets(pages, PAGES))


def site_of(database: databases.Database, static: Path, *, cached: bool, threads: int) -> Site:
    """The site as a city runs it, with or without the page cache; not started."""
    folder = shared.folder() / f"site-{'cached' if cached else 'uncached'}"
    folder.mkdir()
    env = {
        "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings",
        "SECRET_KEY": "only-for-a-benchmark",
        "ALLOWED_HOSTS": "127.0.0.1",
        "BENCHMARK_STATIC_ROOT": str(static),
        "PAGE_CACHE_ENABLED": str(cached),
        "LOG_LEVEL": "WARNING",
    }
    return Site(database, folder, workers=WORKERS, threads=threads, env=env)


def measure(sites: dict[bool, Site], paths: dict[str, str], *, rounds: int, seconds: int) -> list[Measured]:
    """Costs inside, weight of a first visit, then the rounds of load, each beside the constant view."""
    pages = {name: path for name, path in paths.items() if name in PAGES}
    results = [Measured(name, cached) for name in pages for cached in sites]
    constant = Measured("constant", cached=False)
    say("正在测量每页的查询、CPU 和首访大小…… / Measuring queries, CPU and the first visit …")
    for cached, site in sites.items():
        costs: dict[str, dict[str, Any]] = in_site.call(inside.costs, env=site.env, paths=pages, host="127.0.0.1")
        for each in (each for each in results if each.cached == cached):
            each.queries, each.cpu_ms = costs[each.page]["queries"], costs[each.page]["cpu_ms"]
            each.kib = visit.first_visit_bytes(f"{site.url}{pages[each.page]}") / 1024
    for number in range(1, rounds + 1):
        say(f"正在加压，第 {number}/{rounds} 轮…… / Load, round {number} of {rounds} …")
        for each in results:
            beside = load.speed_of(f"{sites[False].url}{paths['constant']}", seconds=max(1, seconds // 2))
            speed = load.speed_of(f"{sites[each.cached].url}{pages[each.page]}", seconds=seconds)
            constant.speeds.append(beside)
            each.speeds.append(speed)
            each.ratios.append(speed.rps / beside.rps)
    constant.ratios.append(1.0)
    return [constant, *results]


def say(sentence: str) -> None:
    """Tell how far it is, apart from the result."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
