"""The public catalog as bits, in each worker's memory, under the generation number of `catalog.core`.

Only what a write can change is kept: what the clock decides (coming, open for sign-up) is asked of the timelines at each request.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from django.db import connection
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language

from catalog.core import generation
from catalog.core.models import District, city_zone
from catalog.projects.enums import ProjectState, SignupMethod
from catalog.projects.models import Activity, Project
from search.bits import Segments, Timeline, bits_of

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter, with its name in both languages; options are shown in the order of `order`."""

    value: str
    name: str
    name_en: str = ""
    order: tuple[int, int] = (0, 0)

    @property
    def label(self) -> str:
        """The name in the active language; Chinese where there is no English one."""
        return self.name_en if self.name_en and (get_language() or "").startswith("en") else self.name


@dataclass
class Values:
    """The values of one filter: their options, and the bits of each. Of projects the last bits, of activities their own."""

    options: dict[str, Option] = field(default_factory=dict)
    bits: dict[str, int] = field(default_factory=dict)

    @classmethod
    def collect(cls, members: dict[Option, list[int]], size: int) -> "Values":
        """From the positions of each option, options in their order."""
        ordered = sorted(members, key=lambda option: (option.order, option.value))
        return cls(
            {option.value: option for option in ordered},
            {option.value: bits_of(members[option], size) for option in ordered},
        )


@dataclass
class Snapshot:
    """All public projects and their scheduled activities. Positions index `activity_ids`, `starts` and `project_of`.

    `counted` holds the activities whose places this site counts; `full` is a part of it.

    A project without a scheduled activity has one position of its own with the activity id 0, which no filter on activities finds.
    """

    project_ids: list[int]
    ranks: list[int]
    segments: Segments
    activity_ids: list[int]
    starts: list[int]
    project_of: list[int]
    published: int
    full: int
    counted: int
    starting: Timeline
    ending: Timeline
    opening: Timeline
    closing: Timeline
    days: Values
    districts: Values
    fields: Values
    audiences: Values
    teams: Values
    brands: Values

    def __post_init__(self) -> None:
        self.index_of = {project_id: index for index, project_id in enumerate(self.project_ids)}
        self._over: tuple[int, int] = (-1, 0)

    def over(self, coming: int) -> int:
        """Everything of the projects that have none of the `coming` activities."""
        known, answer = self._over
        if known != coming:
            answer = self.segments.whole(self.segments.last & ~self.segments.projects(coming))
            self._over = (coming, answer)
        return answer

    def projects_in(self, project_ids: Iterable[int]) -> int:
        """The last bits of those of `project_ids` that are public."""
        lasts = self.segments.lasts
        known = (self.index_of.get(project_id) for project_id in project_ids)
        return bits_of((lasts[index] for index in known if index is not None), self.segments.size)


_kept: dict[str, tuple[int, Snapshot]] = {}
_lock = Lock()


def current() -> Snapshot:
    """The snapshot of the present generation, at most a second old.

    Inside a transaction it is read anew and not kept: it holds what nobody else may see yet.
    """
    if connection.in_atomic_block:
        return load(timezone.now())
    number = generation.current()
    kept = _kept.get("snapshot")
    if kept and kept[0] == number and number >= 0:
        return kept[1]
    with _lock:
        kept = _kept.get("snapshot")
        if kept and kept[0] == number and number >= 0:
            return kept[1]
        snapshot = load(timezone.now())
        _kept["snapshot"] = (number, snapshot)
        return snapshot


def forget() -> None:
    """Drop what is kept; tests call it between two databases."""
    _kept.clear()


def load(now: datetime) -> Snapshot:
    """Read the catalog: five queries, whatever there is."""
    projects = list(_project_rows())
    activities: dict[int, list[tuple]] = defaultdict(list)
    for row in _activity_rows():
        activities[row[1]].append(row)
    segments = Segments([len(activities[row[0]]) or 1 for row in projects])
    loader = _Loader(segments, dict(_district_options()))
    for index, row in enumerate(projects):
        loader.add_project(index, row, activities[row[0]])
    index_of = {row[0]: index for index, row in enumerate(projects)}
    for project_id, *audience in _audience_rows():
        if project_id in index_of:
            loader.audiences[_option(*audience)].append(segments.lasts[index_of[project_id]])
    full = set(_full_activities(now))
    return loader.snapshot([row[0] for row in projects], [_seconds(row[1]) for row in projects], full)


class _Loader:
    """Collects positions while the rows go by."""

    def __init__(self, segments: Segments, districts: dict[int, Option]) -> None:
        self.segments = segments
        self.district_options = districts
        self.zone = city_zone()
        self.activity_ids: list[int] = []
        self.starts: list[int] = []
        self.project_of: list[int] = []
        self.published: list[int] = []
        self.counted: list[int] = []
        self.times: dict[str, list[tuple[int, int]]] = {name: [] for name in ("start", "end", "open", "close")}
        self.days: dict[Option, list[int]] = {Option("weekday", ""): [], Option("weekend", ""): []}
        self.districts: dict[Option, list[int]] = {option: [] for option in districts.values()}
        self.fields: dict[Option, list[int]] = defaultdict(list)
        self.audiences: dict[Option, list[int]] = defaultdict(list)
        self.teams: dict[Option, list[int]] = defaultdict(list)
        self.brands: dict[Option, list[int]] = defaultdict(list)

    def add_project(self, index: int, row: tuple, activities: list[tuple]) -> None:
        last = self.segments.lasts[index]
        _pk, _published_at, state, method, team_id, team_name = row[:6]
        field, brand = row[6:11], row[11:15]
        self.teams[Option(team_id, team_name)].append(last)
        if field[0] is not None:
            self.fields[_option(*field)].append(last)
        if brand[0] is not None:
            slug, name, order, pk = brand
            self.brands[_option(slug, name, "", order, pk)].append(last)
        for activity in activities:
            position = self._add_activity(index, activity, is_published=state == ProjectState.PUBLISHED)
            if method == SignupMethod.FORM:
                self.counted.append(position)
        if not activities:
            self._add_position(index, 0, 0)

    def _add_position(self, index: int, activity_id: int, start: int) -> int:
        self.activity_ids.append(activity_id)
        self.starts.append(start)
        self.project_of.append(index)
        return len(self.activity_ids) - 1

    def _add_activity(self, index: int, row: tuple, *, is_published: bool) -> int:
        pk, _project_id, starts_at, ends_at, opens_at, closes_at, district_id = row
        start, end = _seconds(starts_at), _seconds(ends_at)
        position = self._add_position(index, pk, start)
        if is_published:
            self.published.append(position)
        for name, time in (
            ("start", start),
            ("end", end),
            ("open", _seconds(opens_at)),
            ("close", _seconds(closes_at)),
        ):
            self.times[name].append((time, position))
        if district_id in self.district_options:
            self.districts[self.district_options[district_id]].append(position)
        kinds = _kinds_of_day(starts_at.astimezone(self.zone), ends_at.astimezone(self.zone))
        for option, positions in self.days.items():
            if option.value in kinds:
                positions.append(position)
        return position

    def snapshot(self, project_ids: list[int], ranks: list[int], full: set[int]) -> Snapshot:
        size = self.segments.size
        timelines = {name: Timeline(moments, size) for name, moments in self.times.items()}
        return Snapshot(
            project_ids=project_ids,
            ranks=ranks,
            segments=self.segments,
            activity_ids=self.activity_ids,
            starts=self.starts,
            project_of=self.project_of,
            published=bits_of(self.published, size),
            counted=bits_of(self.counted, size),
            full=bits_of((position for position, pk in enumerate(self.activity_ids) if pk in full), size),
            starting=timelines["start"],
            ending=timelines["end"],
            opening=timelines["open"],
            closing=timelines["close"],
            days=Values.collect(self.days, size),
            districts=Values.collect(self.districts, size),
            fields=Values.collect(self.fields, size),
            audiences=Values.collect(self.audiences, size),
            teams=Values.collect(self.teams, size),
            brands=Values.collect(self.brands, size),
        )


def _kinds_of_day(start: datetime, end: datetime) -> set[str]:
    """Which of weekday and weekend the time from `start` to `end` (in the city's zone) touches."""
    last = (end - timedelta(microseconds=1)).date()
    days = min((last - start.date()).days, 6)
    return {"weekend" if (start.weekday() + ahead) % 7 >= SATURDAY else "weekday" for ahead in range(days + 1)}


def _option(slug: str, name: str, name_en: str, order: int, pk: int) -> Option:
    return Option(slug, name, name_en, (order, pk))


def _seconds(moment: datetime | None) -> int:
    return int(moment.timestamp()) if moment else 0


def _project_rows() -> Iterable[tuple]:
    return (
        Project.objects.public()
        .order_by("pk")
        .values_list(
            *("pk", "published_at", "state", "signup_method", "team__public_id", "team__name"),
            *("field__slug", "field__name", "field__name_en", "field__order", "field_id"),
            *("brand__slug", "brand__name", "brand__order", "brand_id"),
        )
    )


def _activity_rows() -> Iterable[tuple]:
    return (
        Activity.objects.public()
        .scheduled()
        .order_by("project_id", "starts_at", "pk")
        .values_list(
            *("pk", "project_id", "starts_at", "ends_at"), *("signup_opens_at", "signup_closes_at", "district_id")
        )
    )


def _audience_rows() -> Iterable[tuple]:
    return Project.audiences.through.objects.values_list(
        "project_id", "audience__slug", "audience__name", "audience__name_en", "audience__order", "audience_id"
    )


def _district_options() -> Iterable[tuple[int, Option]]:
    for pk, slug, name, name_en, order in District.objects.values_list("pk", "slug", "name", "name_en", "order"):
        yield pk, _option(slug, name, name_en, order, pk)


def _full_activities(now: datetime) -> Iterable[int]:
    """Coming activities in which a newcomer would have to wait; where people sign up elsewhere, nobody here can tell."""
    return (
        Activity.objects.upcoming(now)
        .filter(project__signup_method=SignupMethod.FORM)
        .with_places()
        .filter(Q(held__gte=F("capacity")) | Q(waiting__gt=0))
        .order_by()
        .values_list("pk", flat=True)
    )
