"""The filters of the list of projects as a django-filter FilterSet: what a visitor may ask, made of whatever the address holds.

Values that nobody offers are left out and noted, so that an old link or a typing error gives a page and never an error.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, cast

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from catalog.projects.models import Project
from search import snapshot as snapshots
from search.analysis import MAX_QUERY_CHARACTERS, query_runs
from search.criteria import MANY, SORTS, Criteria
from search.engines import engine
from search.facets import DAYS, STATUSES, WHENS, Selection
from search.projects import KIND

#: Days outside of these are no dates of activities; far ones can't be reckoned with.
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)
#: More values of one filter than any list offers are not looked at.
MOST_VALUES = 200


class LenientMixin:
    """A field that takes what it knows and notes in `left_out` that there was something else."""

    left_out = False


class KnownChoices(LenientMixin, forms.MultipleChoiceField):
    """Of several values those that are offered, each once, in the order of the offer."""

    def clean(self, value: Any) -> tuple[str, ...]:
        """The known ones of `value`; a single value counts as one."""
        given = [value] if isinstance(value, str) else list(value or [])[:MOST_VALUES]
        offered = [str(choice) for choice, _label in cast(Iterable[tuple[str, str]], self.choices)]
        self.left_out = any(each and each not in offered for each in given)
        chosen = set(given)
        return tuple(each for each in offered if each in chosen)


class KnownChoice(LenientMixin, forms.ChoiceField):
    """A value that is offered, or none."""

    def clean(self, value: Any) -> str:
        """`value` if it is offered, else ""."""
        if value in self.empty_values:
            return ""
        if self.valid_value(value):
            return str(value)
        self.left_out = True
        return ""


class KnownDay(LenientMixin, forms.DateField):
    """A day between EARLIEST and LATEST, or none."""

    def clean(self, value: Any) -> date | None:
        """The day; None for anything else."""
        try:
            day = super().clean(value)
        except forms.ValidationError:
            day, self.left_out = None, True
        if day is not None and not EARLIEST <= day <= LATEST:
            day, self.left_out = None, True
        return day


class Words(LenientMixin, forms.CharField):
    """The words to search, on one line and not longer than a query may be."""

    def clean(self, value: Any) -> str:
        """`value` without line breaks and control characters, cut to the longest query."""
        text = "".join(character if character.isprintable() else " " for character in str(value or "")[:2000])
        text = " ".join(text.split())
        self.left_out = len(text) > MAX_QUERY_CHARACTERS
        return text[:MAX_QUERY_CHARACTERS].strip()


class ManyFilter(django_filters.Filter):
    """Several values of one list."""

    field_class = KnownChoices


class OneFilter(django_filters.Filter):
    """One value of a list."""

    field_class = KnownChoice


class DayFilter(django_filters.Filter):
    """A day."""

    field_class = KnownDay


class WordsFilter(django_filters.Filter):
    """Words."""

    field_class = Words


class ProjectFilterSet(django_filters.FilterSet):
    """The public list. `criteria` is what is asked, `selection` what matches; `qs` has the same projects as rows.

    The filters are answered together from the bits of `search.snapshot`: an activity must satisfy all at once, which no chain of
    `filter()` calls says.
    """

    q = WordsFilter(label=_("关键词"))
    when = OneFilter(label=_("什么时候"), choices=[*WHENS.items(), ("range", _("自选日期"))])
    free = OneFilter(label=_("名额"), choices=[("1", _("只看还差人的"))])
    status = ManyFilter(label=_("招募状态"), choices=list(STATUSES.items()))
    day = ManyFilter(label=_("工作日或周末"), choices=list(DAYS.items()))
    district = ManyFilter(label=_("县市区"))
    field = ManyFilter(label=_("服务领域"))
    audience = ManyFilter(label=_("适合谁"))
    brand = ManyFilter(label=_("项目品牌"))
    team = ManyFilter(label=_("队伍"))
    sort = OneFilter(label=_("排序"), choices=[(sort, sort) for sort in SORTS])

    class Meta:
        model = Project
        fields: tuple[str, ...] = ()

    def __init__(
        self, data: Mapping[str, Any] | None = None, *args: Any, now: datetime | None = None, **kwargs: Any
    ) -> None:
        super().__init__(data if data is not None else {}, *args, **kwargs)
        self.now = now or timezone.now()
        self.snapshot = snapshots.current()
        self._relevance: dict[str, dict[int, int]] = {}
        for name, values in (
            ("district", self.snapshot.districts),
            ("field", self.snapshot.fields),
            ("audience", self.snapshot.audiences),
            ("brand", self.snapshot.brands),
            ("team", self.snapshot.teams),
        ):
            self.filters[name].extra["choices"] = [(value, option.name) for value, option in values.options.items()]

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        """With `from` and `to`, which can't be names in a class body."""
        filters = super().get_filters()
        filters["from"] = DayFilter(label=_("从哪天"))
        filters["to"] = DayFilter(label=_("到哪天"))
        return filters

    @cached_property
    def criteria(self) -> Criteria:
        """What is asked, of known values only. Days without a word for the time are a range; a reversed range is turned round."""
        self.form.is_valid()
        given = self.form.cleaned_data
        when, days = given["when"], sorted(day for day in (given["from"], given["to"]) if day is not None)
        since = until = None
        if when in ("", "range") and days:
            when = "range"
            since = days[0] if len(days) == 2 or given["from"] else None
            until = days[-1] if len(days) == 2 or given["to"] else None
        elif when == "range":
            when = ""
        return Criteria(
            q=given["q"],
            when=when,
            since=since,
            until=until,
            free=bool(given["free"]),
            sort=given["sort"] or SORTS[0],
            **{name: given[name] for name in MANY},
        )

    @property
    def left_out(self) -> set[str]:
        """The filters of which the address asked for something that isn't offered; known after `criteria` was asked."""
        return {name for name, field in self.form.fields.items() if field.left_out}

    @cached_property
    def selection(self) -> Selection:
        """What matches."""
        return self.select(self.criteria)

    def select(self, criteria: Criteria) -> Selection:
        """What matches other criteria, over the same snapshot and at the same moment."""
        return Selection(self.snapshot, criteria, self.now, self.relevance(criteria.q))

    def relevance(self, q: str) -> dict[int, int] | None:
        """The relevance of the projects that hold the words `q`, by id; None without words. Signs only find nothing."""
        if not q:
            return None
        if q not in self._relevance:
            hits = engine().match(query_runs(q), [KIND])
            self._relevance[q] = {hit.key.object_id: hit.relevance for hit in hits}
        return self._relevance[q]

    def filter_queryset(self, queryset: QuerySet[Project]) -> QuerySet[Project]:
        """The matching projects as rows."""
        ids, lasts = self.snapshot.project_ids, self.snapshot.segments.lasts
        hits = self.selection.hits()
        return queryset.filter(pk__in=[pk for pk, last in zip(ids, lasts, strict=True) if hits >> last & 1])
