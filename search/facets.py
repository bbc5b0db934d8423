"""Which projects match, and how many each further choice would leave.

A project matches when one single activity of it satisfies every filter on activities (when, weekday, district, free places,
state) and the project itself every filter on projects. The numbers beside the choices of a filter leave that filter out.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from catalog.core.models import city_zone
from search.criteria import Criteria
from search.snapshot import Snapshot

STATUSES = {
    "recruiting": _("招募中"),
    "full": _("已满，可候补"),
    "not_yet_open": _("报名未开始"),
    "closed": _("报名已截止"),
    "over": _("已结束"),
}
WHENS = {
    "today": _("今天"),
    "weekend": _("这个周末"),
    "7days": _("七天内"),
    "30days": _("三十天内"),
}
DAYS = {"weekday": _("工作日"), "weekend": _("周末")}

#: Filters that one single activity must satisfy together.
OF_ACTIVITIES = ("when", "day", "district", "free", "status")
#: Filters on the project itself.
OF_PROJECTS = ("q", "field", "audience", "brand", "team")

SATURDAY = 5


def days_of(when: str, today: date) -> tuple[date, date]:
    """The first and the last day that a word such as `weekend` means on the day `today`."""
    if when == "weekend":
        saturday = today + timedelta(days=SATURDAY - today.weekday())
        return saturday, saturday + timedelta(days=1)
    return today, today + timedelta(days={"today": 0, "7days": 6, "30days": 29}[when])


class Selection:
    """The result of `criteria` at `now` over one snapshot.

    `text` holds the relevance of the projects that the words find, by id; None where no words are searched.
    """

    def __init__(
        self, snapshot: Snapshot, criteria: Criteria, now: datetime, text: Mapping[int, int] | None = None
    ) -> None:
        self.snapshot = snapshot
        self.criteria = criteria
        self.now = now
        self.text = text
        self._seconds = now.timestamp()
        self._constraints = {name: self._constraint(name) for name in (*OF_ACTIVITIES, *OF_PROJECTS)}

    # ---------- what the clock says

    @cached_property
    def coming(self) -> int:
        """Activities of published projects that have not ended."""
        return self.snapshot.published & self.snapshot.ending.after(self._seconds)

    @cached_property
    def statuses(self) -> dict[str, int]:
        """The activities of each status; every activity has one, those between are nobody's."""
        snapshot = self.snapshot
        takes = self.coming & snapshot.closing.after(self._seconds)
        not_yet = takes & snapshot.opening.after(self._seconds)
        is_open = takes & ~not_yet
        return {
            "recruiting": is_open & ~snapshot.full,
            "full": is_open & snapshot.full,
            "not_yet_open": not_yet,
            "closed": self.coming & ~takes,
            "over": snapshot.over(self.coming),
        }

    @cached_property
    def free(self) -> int:
        """Activities with a place for a newcomer, as counted here: sign-up is open or will be."""
        takes = self.statuses["recruiting"] | (self.statuses["not_yet_open"] & ~self.snapshot.full)
        return takes & self.snapshot.counted

    def between(self, first: date | None, last: date | None) -> int:
        """Activities that take place on a day from `first` to `last`, in the city's zone."""
        bits = self.snapshot.segments.all
        if first is not None:
            bits &= self.snapshot.ending.after(_midnight(first))
        if last is not None:
            bits &= ~self.snapshot.starting.after(_midnight(last + timedelta(days=1)) - 1)
        return bits

    @cached_property
    def whens(self) -> dict[str, int]:
        """The activities of each word for a time."""
        today = self.now.astimezone(city_zone()).date()
        return {when: self.between(*days_of(when, today)) for when in WHENS}

    # ---------- filters

    def _constraint(self, name: str) -> int | None:
        """The bits that a filter lets through; None when it lets all through."""
        chosen = getattr(self.criteria, name)
        if name == "status":
            return _union(self.statuses, chosen) if chosen else self.coming
        if name == "q":
            return None if self.text is None else self.snapshot.projects_in(self.text)
        if not chosen:
            return None
        if name == "when":
            if chosen == "range":
                return self.between(self.criteria.since, self.criteria.until)
            return self.whens[chosen]
        return self.free if name == "free" else _union(self.values(name), chosen)

    def values(self, name: str) -> Mapping[str, int]:
        """The bits of each value of the filter `name`."""
        if name == "status":
            return self.statuses
        if name == "when":
            return self.whens
        if name == "free":
            return {"1": self.free}
        snapshot = self.snapshot
        return {
            "day": snapshot.days,
            "district": snapshot.districts,
            "field": snapshot.fields,
            "audience": snapshot.audiences,
            "brand": snapshot.brands,
            "team": snapshot.teams,
        }[name].bits

    def activities(self, without: Collection[str] = ()) -> int:
        """The activities that satisfy every filter on activities but those in `without`."""
        bits = self.snapshot.segments.all
        for name in OF_ACTIVITIES:
            if name not in without and (constraint := self._constraints[name]) is not None:
                bits &= constraint
        return bits

    def projects(self, without: Collection[str] = ()) -> int:
        """The projects that satisfy every filter on projects but those in `without`."""
        bits = self.snapshot.segments.last
        for name in OF_PROJECTS:
            if name not in without and (constraint := self._constraints[name]) is not None:
                bits &= constraint
        return bits

    def hits(self, without: Collection[str] = ()) -> int:
        """The projects that match, as their last bits; filters in `without` are left out."""
        return self.snapshot.segments.projects(self.activities(without)) & self.projects(without)

    @cached_property
    def count(self) -> int:
        """How many projects match."""
        return self.hits().bit_count()

    def counts(self, name: str) -> dict[str, int]:
        """How many projects each value of the filter `name` would find, whatever of the same filter is chosen now."""
        values = self.values(name)
        if name in OF_PROJECTS:
            base = self.hits({name})
            return {value: (base & bits).bit_count() for value, bits in values.items()}
        activities, projects = self.activities({name}), self.projects()
        segments = self.snapshot.segments
        return {value: (segments.projects(activities & bits) & projects).bit_count() for value, bits in values.items()}


def _union(values: Mapping[str, int], chosen: Iterable[str]) -> int:
    bits = 0
    for value in chosen:
        bits |= values.get(value, 0)
    return bits


def _midnight(day: date) -> int:
    return int(datetime.combine(day, time(), tzinfo=city_zone()).timestamp())
