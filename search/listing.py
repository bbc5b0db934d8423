"""The page of projects as its templates need it: rows, choices with their counts, chips, addresses and words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from catalog.core.templatetags.catalog_ui import day_date
from catalog.projects.enums import RecruitmentStatus
from catalog.projects.models import Activity, Project
from search.analysis import MAX_QUERY_CHARACTERS
from search.criteria import MANY, SORTS, Criteria
from search.facets import DAYS, STATUSES, WHENS
from search.filters import ProjectFilterSet
from search.ordering import Match, matches

PER_PAGE = 20
#: How many choices of a long list are shown at once; the others are folded away.
SHOWN_AT_ONCE = 5
#: How many filters the title names.
MOST_IN_TITLE = 3
#: Lists that may be opened to search engines when exactly one value of one of them is chosen.
INDEXED = ("district", "field", "brand", "team")
#: The columns that a row says.
OF_PROJECT = ("public_id", "title", "signup_method", "team__name", "brand__name", "field__name", "field__name_en")
OF_ACTIVITY = (
    *("state", "starts_at", "ends_at", "signup_opens_at", "signup_closes_at", "capacity", "place_name"),
    *("district__name", "district__name_en"),
)


@dataclass(frozen=True)
class Choice:
    """One choice of a filter."""

    name: str
    value: str
    label: str
    count: int
    is_chosen: bool

    @property
    def html_id(self) -> str:
        """The id of its input; the element with its count has `-n` behind it."""
        return f"f-{self.name}-{self.value or 'any'}"


@dataclass(frozen=True)
class Group:
    """One filter: its choices, those that are folded away, and whether only one can be chosen."""

    name: str
    legend: str
    choices: list[Choice]
    more: list[Choice]
    is_single: bool = False

    @property
    def type(self) -> str:
        """The type of its inputs."""
        return "radio" if self.is_single else "checkbox"

    @property
    def all(self) -> list[Choice]:
        """Every choice."""
        return [*self.choices, *self.more]


@dataclass(frozen=True)
class Chip:
    """One active condition and the address without it."""

    label: str
    url: str


@dataclass(frozen=True)
class Row:
    """One project of the list. `state` says in words why nobody can sign up; "" while people can."""

    project: Project
    activity: Activity | None
    is_over: bool
    state: str
    why: str = ""


class Listing:
    """The list that `data` (a query string's values) asks for, at `now`."""

    def __init__(self, data: Mapping[str, str], *, now: datetime | None = None) -> None:
        self.filterset = ProjectFilterSet(data, now=now)
        self.criteria: Criteria = self.filterset.criteria
        self.selection = self.filterset.selection
        self.path = reverse("project_list")
        self._asked_page = _page_number(data.get("page") or "")

    # ---------- what was found

    @property
    def count(self) -> int:
        """How many projects match."""
        return self.selection.count

    @cached_property
    def page_obj(self) -> Page:
        """The page that was asked for, or the nearest there is; its objects are matches."""
        return Paginator(matches(self.selection), PER_PAGE).get_page(self._asked_page)

    @cached_property
    def rows(self) -> list[Row]:
        """The rows of this page: two queries."""
        return self.rows_of(self.page_obj.object_list)

    def rows_of(self, found: Iterable[Match], reasons: Mapping[int, str] | None = None) -> list[Row]:
        """Rows for matches, in their order; `reasons` says by project id why a near one is shown."""
        found = list(found)
        ids = self.filterset.snapshot.project_ids
        projects = Project.objects.public().select_related("team", "brand", "field").only(*OF_PROJECT)
        projects_by_id = projects.in_bulk([ids[match.index] for match in found])
        activities = Activity.objects.with_places().select_related("district").only(*OF_ACTIVITY)
        activities_by_id = activities.in_bulk([match.activity_id for match in found if match.activity_id])
        rows = []
        for match in found:
            project = projects_by_id.get(ids[match.index])
            if project is not None:
                activity = activities_by_id.get(match.activity_id)
                state = "" if activity is None or match.is_over else self._state(activity)
                rows.append(Row(project, activity, match.is_over, state, (reasons or {}).get(project.pk, "")))
        return rows

    def _state(self, activity: Activity) -> str:
        status = activity.status_at(self.filterset.now)
        if status in (RecruitmentStatus.RECRUITING, RecruitmentStatus.FULL):
            return ""
        if status == RecruitmentStatus.NOT_YET_OPEN and activity.signup_opens_at:
            return _("%(day)s开始报名") % {"day": day_date(activity.signup_opens_at)}
        return str(status.label)

    @property
    def notice(self) -> str:
        """What of the address was not taken; "" when everything was."""
        left_out = self.filterset.left_out
        if "q" in left_out:
            return _("搜索的话太长，只用了前 %(count)d 个字。") % {"count": MAX_QUERY_CHARACTERS}
        return _("网址里有这里没有的条件，已经去掉。") if left_out else ""

    # ---------- filters

    @cached_property
    def groups(self) -> list[Group]:
        """The filters with the number that each choice would find."""
        return [
            self._when_group(),
            self._group("day", sorted(DAYS), len(DAYS)),
            self._group("district", self.filterset.snapshot.districts.options),
            self._group("field", self.filterset.snapshot.fields.options),
            self._group("audience", self.filterset.snapshot.audiences.options),
            self._group("brand", self.filterset.snapshot.brands.options),
            self._team_group(),
            self._group("free", ["1"]),
            self._group("status", STATUSES, len(STATUSES)),
        ]

    def _group(self, name: str, values: Iterable[str], shown: int = SHOWN_AT_ONCE) -> Group:
        counts = self.selection.counts(name)
        chosen = set(self.values_of(name))
        choices = [
            Choice(name, value, self.label(name, value), counts.get(value, 0), value in chosen) for value in values
        ]
        if len(choices) == shown + 1:  # folding one away saves no room
            shown += 1
        first = [choice for place, choice in enumerate(choices) if place < shown or choice.is_chosen]
        return Group(name, self._legend(name), first, [choice for choice in choices if choice not in first])

    def _when_group(self) -> Group:
        group = self._group("when", WHENS, len(WHENS))
        everything = self.filterset.select(self.criteria.without("when")).count
        whenever = Choice("when", "", pgettext("time", "不限"), everything, not self.criteria.when)
        return Group("when", group.legend, [whenever, *group.choices], [], is_single=True)

    def _team_group(self) -> Group:
        """Teams with the most coming projects first: there are too many for an order of their own."""
        coming = self.filterset.select(Criteria()).counts("team")
        options = self.filterset.snapshot.teams.options
        return self._group("team", sorted(options, key=lambda value: (-coming[value], options[value].name)))

    def _legend(self, name: str) -> str:
        return str(self.filterset.filters[name].label)

    def values_of(self, name: str) -> tuple[str, ...]:
        """The chosen values of a filter; a range of days counts as the value `range`."""
        if name in MANY:
            return getattr(self.criteria, name)
        if name == "free":
            return ("1",) if self.criteria.free else ()
        return (self.criteria.when,) if self.criteria.when else ()

    def label(self, name: str, value: str) -> str:
        """What a value is called in the active language."""
        fixed = {"status": STATUSES, "day": DAYS, "when": WHENS}.get(name)
        if name == "free":
            return _("只看还差人的")
        if name == "when" and value == "range":
            return self._range_label()
        if fixed is not None:
            return str(fixed[value])
        snapshot = self.filterset.snapshot
        options = {
            "district": snapshot.districts,
            "field": snapshot.fields,
            "audience": snapshot.audiences,
            "brand": snapshot.brands,
            "team": snapshot.teams,
        }[name].options
        return options[value].label

    def _range_label(self) -> str:
        since, until = (day and date_format(day, "Y-m-d") for day in (self.criteria.since, self.criteria.until))
        if since and until:
            return since if since == until else _("%(since)s 至 %(until)s") % {"since": since, "until": until}
        return _("%(since)s 起") % {"since": since} if since else _("%(until)s 前") % {"until": until}

    @cached_property
    def chips(self) -> list[Chip]:
        """The active filters, each with the address without it; the words stand in the search box."""
        return [
            Chip(self.label(name, value), self.criteria.without(name, value).address(self.path))
            for name in ("when", "day", *(name for name in MANY if name not in ("day", "status")), "free", "status")
            for value in self.values_of(name)
        ]

    @property
    def clear_url(self) -> str:
        """The list without any filter; what was searched stays."""
        return Criteria(q=self.criteria.q, sort=self.criteria.sort).address(self.path)

    @property
    def sorts(self) -> list[tuple[str, str, bool]]:
        """Value, name and whether it is chosen of each order."""
        names = {
            "relevance": _("最相关") if self.criteria.q else _("招募中的在前"),
            "soonest": _("最早开始"),
            "newest": _("最新发布"),
        }
        return [(sort, names[sort], sort == self.criteria.sort) for sort in SORTS]

    # ---------- addresses and words of the page

    @property
    def canonical_url(self) -> str:
        """The one address of this result: known values in a fixed order, and the page if it isn't the first."""
        return self.criteria.address(self.path, self.page_obj.number)

    @property
    def robots(self) -> str:
        """Search engines keep the whole list and those of one district, field, brand or team; they only follow the others."""
        active = self.criteria.active()
        plain = not active or (len(active) == 1 and active[0] in INDEXED and len(self.values_of(active[0])) == 1)
        return "" if plain and self.criteria.sort == SORTS[0] and self.count else "noindex, follow"

    @property
    def description(self) -> str:
        """One sentence about the result."""
        what = _("、").join(chip.label for chip in self.chips[:MOST_IN_TITLE]) or _("全市")
        return ngettext(
            "%(what)s的志愿服务项目 %(count)d 个：什么时候、在哪里、还差几个人，看好就能报名。",
            "%(what)s的志愿服务项目 %(count)d 个：什么时候、在哪里、还差几个人，看好就能报名。",
            self.count,
        ) % {"what": what, "count": self.count}

    @property
    def title(self) -> str:
        """Names what is searched and filtered."""
        filters = _("、").join(chip.label for chip in self.chips[:MOST_IN_TITLE])
        if self.criteria.q and filters:
            title = _("「%(q)s」，%(filters)s") % {"q": self.criteria.q, "filters": filters}
        elif self.criteria.q:
            title = _("搜「%(q)s」") % {"q": self.criteria.q}
        elif filters:
            title = _("%(filters)s的志愿服务项目") % {"filters": filters}
        else:
            title = _("找志愿服务项目")
        if self.page_obj.number > 1:
            title = _("%(title)s（第 %(page)d 页）") % {"title": title, "page": self.page_obj.number}
        return title


def _page_number(asked: str) -> int:
    """The page that is asked for; the first when that is no number, or one before the first."""
    return max(1, int(asked)) if asked.isdecimal() and len(asked) < 10 else 1
