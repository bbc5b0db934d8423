"""What the template tags say on a page in English."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.utils.formats import date_format
from django.utils.translation import override

from catalog.core.templatetags import catalog_ui

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def in_english():
    with override("en"), time_machine.travel("2026-12-04 10:00+08:00"):
        yield


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 4), "Today"),
        (date(2026, 12, 5), "Tomorrow"),
        (date(2026, 12, 9), "Wednesday"),
        (date(2026, 12, 12), "Sat 12 Dec"),
        (date(2027, 1, 2), "Sat 2 Jan 2027"),
    ],
)
def test_near_days_have_names_and_others_a_date(day, words):
    assert catalog_ui.day_label(day) == words


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (None, "1 May 2027"),
        (date(2027, 5, 5), "1–5 May 2027"),
        (date(2027, 6, 1), "1 May – 1 Jun 2027"),
        (date(2028, 1, 1), "1 May 2027 – 1 Jan 2028"),
    ],
)
def test_range_of_days_says_each_part_once(end, words):
    assert catalog_ui.date_range(date(2027, 5, 1), end) == words


def test_dates_put_the_day_first():
    assert date_format(date(2026, 12, 5)) == "5 Dec 2026"
    assert date_format(datetime(2026, 12, 5, 16, 30, tzinfo=UTC), "DATETIME_FORMAT") == "5 Dec 2026, 16:30"


def test_chinese_names_are_marked_once_and_escaped():
    assert catalog_ui.marked("解放区<") == '<span lang="zh-Hans">解放区&lt;</span>'
    assert catalog_ui.marked(catalog_ui.marked("解放区")) == '<span lang="zh-Hans">解放区</span>'
    assert catalog_ui.marked("Jiefang District") == "Jiefang District"
    assert catalog_ui.marked(None) == ""
    with override("zh-hans"):
        assert catalog_ui.marked("解放区") == "解放区"
