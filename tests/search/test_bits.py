"""Sets of activities as bits, checked against plain sets."""

from hypothesis import given
from hypothesis import strategies as st

from search.bits import Segments, Timeline, bits_of, flags, positions_of

segments_and_bits = st.lists(st.integers(1, 6), min_size=1, max_size=12).flatmap(
    lambda sizes: st.tuples(st.just(sizes), st.sets(st.integers(0, sum(sizes) - 1)))
)


@given(segments_and_bits)
def test_projects_are_those_with_any_activity(drawn):
    sizes, chosen = drawn
    segments = Segments(sizes)
    owner = [index for index, size in enumerate(sizes) for _ in range(size)]
    found = segments.projects(bits_of(chosen, segments.size))
    assert positions_of(found) == sorted({segments.lasts[owner[position]] for position in chosen})


@given(segments_and_bits)
def test_whole_segments_of_projects(drawn):
    sizes, chosen = drawn
    segments = Segments(sizes)
    owner = [index for index, size in enumerate(sizes) for _ in range(size)]
    projects = segments.projects(bits_of(chosen, segments.size))
    chosen_owners = {owner[position] for position in chosen}
    assert positions_of(segments.whole(projects)) == [
        place for place, index in enumerate(owner) if index in chosen_owners
    ]


@given(st.lists(st.integers(0, 50), max_size=30), st.lists(st.integers(-1, 51), max_size=80))
def test_timeline_knows_what_is_later(moments, times):
    timeline = Timeline([(moment, position) for position, moment in enumerate(moments)], len(moments))
    for time in times:
        assert positions_of(timeline.after(time)) == [place for place, moment in enumerate(moments) if moment > time]


def test_nothing_at_all():
    segments = Segments([])
    assert segments.projects(0) == segments.whole(0) == segments.all == 0
    assert flags(0, 0) in ("", "0")
    assert Timeline([], 0).after(3) == 0
