"""Dates, places and links as templates write them."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
import time_machine
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory
from django.utils.translation import override

from catalog.core.templatetags import catalog_ui

SATURDAY_MORNING = datetime(2026, 12, 4, 22, 30, tzinfo=UTC)  # 06:30 on 5 December in the city


def rendered(source: str, query: str = "", **context) -> str:
    request = RequestFactory().get(f"/projects/{query}")
    return engines["django"].from_string(source).render(context, request)


def activity(**facts) -> SimpleNamespace:
    return SimpleNamespace(**({"capacity": 20, "held": 14, "waiting": 0, "free": 6} | facts))


def test_days_are_those_of_the_citys_clocks():
    assert catalog_ui.weekday(SATURDAY_MORNING) == "周六"
    assert catalog_ui.month_label(SATURDAY_MORNING) == "12月"
    with override("en"):
        assert catalog_ui.weekday(SATURDAY_MORNING) == "Sat"
        assert catalog_ui.month_label(SATURDAY_MORNING) == "Dec"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 4), "今天"),
        (date(2026, 12, 5), "明天"),
        (date(2026, 12, 6), "后天"),
        (date(2026, 12, 9), "周三"),
        (date(2026, 12, 12), "12月12日 周六"),
        (date(2027, 1, 2), "2027年1月2日 周六"),
        (date(2026, 12, 1), "12月1日 周二"),
    ],
)
@time_machine.travel("2026-12-04 10:00+08:00")
def test_near_days_have_names_and_others_a_date(day, words):
    assert catalog_ui.day_label(day) == words


def test_range_of_times_names_the_last_day_when_it_is_another():
    assert catalog_ui.time_range(SATURDAY_MORNING, datetime(2026, 12, 4, 23, 30, tzinfo=UTC)) == "06:30–07:30"
    with time_machine.travel("2026-12-04 10:00+08:00"):
        overnight = catalog_ui.time_range(SATURDAY_MORNING, datetime(2026, 12, 5, 17, 0, tzinfo=UTC))
    assert overnight == "06:30–12月6日 周日 01:00"


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (None, "2027年5月1日"),
        (date(2027, 5, 1), "2027年5月1日"),
        (date(2027, 5, 5), "2027年5月1日至5日"),
        (date(2027, 6, 1), "2027年5月1日至6月1日"),
        (date(2028, 1, 1), "2027年5月1日至2028年1月1日"),
    ],
)
def test_range_of_days_says_each_part_once(end, words):
    assert catalog_ui.date_range(date(2027, 5, 1), end) == words


def test_places_left_are_said_in_words():
    words = catalog_ui.places_words(activity())
    assert (words["main"], words["more"], words["percent"]) == ("还差 6 人", "要 20 人，已有 14 人", 70)
    assert not words["is_full"]


def test_full_activity_says_how_many_wait():
    words = catalog_ui.places_words(activity(held=20, free=0, waiting=3))
    assert (words["main"], words["more"], words["is_full"]) == ("满员，可候补", "前面有 3 人", True)


def test_free_place_belongs_to_the_line_while_someone_waits():
    assert catalog_ui.places_words(activity(held=19, free=1, waiting=2))["is_full"]


def test_no_limit_draws_no_gauge():
    html = rendered("{% include 'components/gauge.html' %}", activity=activity(capacity=None, held=4, free=None))
    assert "名额不限" in html
    assert "<svg" not in html


def test_links_keep_the_rest_of_the_query():
    query = "?q=%E5%AD%A6%E6%A0%A1&district=jiefang&district=shanyang&page=3"
    assert rendered("{% query_replace page=4 %}", query) == f"{query[:-1]}4".replace("&", "&amp;")
    assert "page" not in rendered("{% query_replace page=None %}", query)
    without_one = rendered("{% query_remove 'district' 'jiefang' %}", query)
    assert "shanyang" in without_one
    assert "jiefang" not in without_one
    assert "page" not in without_one
    assert "district" not in rendered("{% query_remove 'district' %}", query)


@pytest.mark.parametrize(
    ("here", "shown"),
    [(1, [1, 2, None, 20]), (3, [1, 2, 3, 4, None, 20]), (10, [1, None, 9, 10, 11, None, 20]), (20, [1, None, 19, 20])],
)
def test_pager_shows_both_ends_and_the_neighbours(here, shown):
    assert catalog_ui.pages_around(Paginator(range(200), 10).page(here)) == shown


def test_headline_breaks_between_phrases_and_escapes():
    assert (
        catalog_ui.phrases("微笑焦作，志愿你我") == '<span class="ph">微笑焦作，</span><span class="ph">志愿你我</span>'
    )
    assert catalog_ui.phrases("<b>一句") == "&lt;b&gt;一句"


def test_icon_is_hidden_from_screen_readers():
    icon = rendered("{% icon 'map-pin' %}")
    assert 'aria-hidden="true"' in icon
    assert 'class="icon"' in icon
    assert rendered("{% lucide 'map-pin' class='icon' size=None %}") == icon
