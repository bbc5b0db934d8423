"""What a page says that found nothing: which one condition to loosen, with the number it would give, and what is near."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from search.analysis import query_runs
from search.bits import flags
from search.criteria import Criteria
from search.engines import engine
from search.listing import Listing, Row
from search.ordering import Match, matches
from search.projects import KIND

NEAR = 3
#: How many documents that hold a part of the words are looked at.
NEAR_BY_WORDS = 60
#: What a project that satisfies one of the filters has in common with what was asked.
ALSO = {
    "district": gettext_noop("也在%(label)s"),
    "audience": gettext_noop("也适合「%(label)s」"),
    "team": gettext_noop("也是%(label)s的"),
}


@dataclass(frozen=True)
class Way:
    """One address that finds something, and how much."""

    label: str
    url: str
    count: int


@dataclass(frozen=True)
class Kinship:
    """One value of an active filter, and which projects satisfy it alone ("1" at their last bits)."""

    reason: str
    hits: str


class NothingFound:
    """What to do when `listing` is empty."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.filterset = listing.filterset
        self.everything = self._everything()
        self.loosen = self._loosen()
        self.past = self._past()
        self.near = self._near()

    def _everything(self) -> Way | None:
        """The whole list, unless that is empty as well."""
        count = self.filterset.select(Criteria()).count
        label = _("看全部 %(count)d 个项目") % {"count": count}
        return Way(label, Criteria().address(self.listing.path), count) if count else None

    def _loosen(self) -> Way | None:
        """The one filter whose absence finds most; the words are given up last, and the last condition never: see everything."""
        names = self.listing.criteria.active()
        if len(names) < 2:
            return None
        ways = [self._without(name) for name in names if name != "q"]
        best = max(ways, key=lambda way: way.count)
        if not best.count and "q" in names:
            best = self._without("q")
        return best if best.count else None

    def _past(self) -> Way | None:
        """The same among what is over, where no state was asked for."""
        if self.listing.criteria.status:
            return None
        criteria = replace(self.listing.criteria, status=("over",))
        count = self.filterset.select(criteria).count
        label = _("看已结束的 %(count)d 个") % {"count": count}
        return Way(label, criteria.address(self.listing.path), count) if count else None

    def _without(self, name: str) -> Way:
        criteria = self.listing.criteria.without(name)
        count = self.filterset.select(criteria).count
        label = _("去掉「%(condition)s」，有 %(count)d 个") % {"condition": self._condition(name), "count": count}
        return Way(label, criteria.address(self.listing.path), count)

    def _condition(self, name: str) -> str:
        if name == "q":
            return self.listing.criteria.q
        return _("、").join(self.listing.label(name, value) for value in self.listing.values_of(name))

    def _near(self) -> list[Row]:
        """Coming projects that hold a part of the words or satisfy one of the filters: those with the most in common."""
        coming = self.filterset.select(Criteria())
        snapshot = coming.snapshot
        words, kin = self._words(), self._kinships()
        scored: list[tuple[int, int, Match, str]] = []
        for place, match in enumerate(matches(coming)):
            held = words.get(snapshot.project_ids[match.index], "")
            last = snapshot.segments.lasts[match.index]
            reasons = [each.reason for each in kin if each.hits[last] == "1"]
            if held:
                reasons.insert(0, _("也提到「%(words)s」") % {"words": held})
            if reasons:
                scored.append((-len(reasons) - len(held), place, match, reasons[0]))
        nearest = sorted(scored, key=lambda each: each[:2])[:NEAR]
        reasons_by_id = {snapshot.project_ids[match.index]: reason for _score, _place, match, reason in nearest}
        return self.listing.rows_of([match for _score, _place, match, _reason in nearest], reasons_by_id)

    def _words(self) -> dict[int, str]:
        """The longest piece of the words that a project holds, by project id; single characters say too little."""
        if not self.listing.criteria.q:
            return {}
        hits = engine().near(query_runs(self.listing.criteria.q), [KIND], NEAR_BY_WORDS)
        return {hit.key.object_id: hit.words[0] for hit in hits if hit.words and len(hit.words[0]) > 1}

    def _kinships(self) -> list[Kinship]:
        criteria = self.listing.criteria
        kin = []
        for name in criteria.active():
            for value in self.listing.values_of(name) if name != "q" else ():
                alone = self._alone(name, value)
                if alone is not None:
                    label = self.listing.label(name, value)
                    reason = (
                        _(ALSO[name]) % {"label": label}
                        if name in ALSO
                        else _("也符合「%(label)s」") % {"label": label}
                    )
                    kin.append(Kinship(reason, flags(self.filterset.select(alone).hits(), self._size)))
        return kin

    def _alone(self, name: str, value: str) -> Criteria | None:
        """One value of one filter and nothing else; None for what is over, which nobody can join."""
        if value == "over":
            return None
        if name == "when":
            asked = self.listing.criteria
            return Criteria(when=asked.when, since=asked.since, until=asked.until)
        if name == "free":
            return Criteria(free=True)
        return Criteria.only(name, value)

    @property
    def _size(self) -> int:
        return self.filterset.snapshot.segments.size
