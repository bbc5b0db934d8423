"""Template tags of every room: icons, dates as people say them, places left, and links that keep the query.

The library is a builtin of the template engine, so templates need no `{% load %}`.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import cast

from django import template
from django.core.paginator import Page
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext
from lucide.templatetags.lucide import lucide as render_lucide

register = template.Library()

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
#: How many page numbers a pager shows on each side of the present one.
PAGER_AROUND = 1
BETWEEN_TAGS = re.compile(r">\s+<")
CHINESE_CHARACTER = re.compile(r"[\u3400-\u9fff]")


# ---------- icons


@lru_cache(maxsize=512)
def _icon(name: str, attributes: tuple[tuple[str, str], ...]) -> SafeString:
    return mark_safe(BETWEEN_TAGS.sub("><", render_lucide(name, size=None, **dict(attributes))).strip())


@register.simple_tag
def lucide(name: str, *, size: int | None = None, **attributes: object) -> SafeString:
    """A lucide icon as inline SVG, hidden from screen readers: it always stands beside a word.

    Same call as the package's own tag, but drawn once per process: the package parses and writes XML at every call.
    """
    given = {"class": "icon", "aria_hidden": "true", "focusable": "false"}
    given.update({key: str(value) for key, value in attributes.items()})
    if size is not None:
        given.update(width=str(size), height=str(size))
    return _icon(str(name), tuple(sorted(given.items())))


@register.simple_tag
def icon(name: str, extra_class: str = "") -> SafeString:
    """`{% icon "map-pin" %}`: short for `lucide` with the site's icon class; `extra_class` is added to it."""
    return lucide(name, size=None, **{"class": f"icon {extra_class}".strip()})


# ---------- dates and times, in the city's zone


def _local(value: date | datetime) -> date | datetime:
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


def _day(value: date | datetime) -> date:
    value = _local(value)
    return value.date() if isinstance(value, datetime) else value


def _is_chinese() -> bool:
    return (get_language() or "zh").startswith("zh")


@register.filter
def weekday(value: date | datetime | None) -> str:
    """周六, or Sat in English."""
    if not value:
        return ""
    return WEEKDAYS[_day(value).weekday()] if _is_chinese() else date_format(_day(value), "D")


@register.filter
def month_label(value: date | datetime | None) -> str:
    """12月, or Dec in English."""
    if not value:
        return ""
    return f"{_day(value).month}月" if _is_chinese() else date_format(_day(value), "M")


@register.filter
def day_date(value: date | datetime | None) -> str:
    """12月5日 周六, with the year when it is not this one; Sat 5 Dec in English."""
    if not value:
        return ""
    day = _day(value)
    other_year = day.year != timezone.localdate().year
    if _is_chinese():
        year = f"{day.year}年" if other_year else ""
        return f"{year}{day.month}月{day.day}日 {WEEKDAYS[day.weekday()]}"
    return date_format(day, "D j M Y" if other_year else "D j M")


@register.filter
def day_label(value: date | datetime | None) -> str:
    """今天, 明天, 后天; the weekday within a week (Saturday in English); else the date."""
    if not value:
        return ""
    days = (_day(value) - timezone.localdate()).days
    near = {0: gettext("今天"), 1: gettext("明天"), 2: gettext("后天")}
    if days in near:
        return near[days]
    if days < 0 or days > 6:
        return day_date(value)
    return weekday(value) if _is_chinese() else date_format(_day(value), "l")


@register.simple_tag
def time_range(start: datetime | None, end: datetime | None = None) -> str:
    """16:30–18:30; when it ends on another day, that day is named."""
    if not start:
        return ""
    first = _local(start)
    text = f"{first:%H:%M}"
    if not end:
        return text
    last = _local(end)
    if _day(first) == _day(last):
        return f"{text}–{last:%H:%M}"
    return f"{text}–{day_date(last)} {last:%H:%M}"


@register.simple_tag
def date_range(start: date | datetime | None, end: date | datetime | None = None) -> str:
    """2027年5月1日至5日: the parts that both ends share are written once."""
    if not start:
        return ""
    first = _day(start)
    last = _day(end) if end else first
    if not _is_chinese():
        if first == last:
            return date_format(first, "j M Y")
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{date_format(last, 'j M Y')}"
        return f"{date_format(first, 'j M' if first.year == last.year else 'j M Y')} – {date_format(last, 'j M Y')}"
    text = f"{first.year}年{first.month}月{first.day}日"
    if first == last:
        return text
    if first.year != last.year:
        return f"{text}至{last.year}年{last.month}月{last.day}日"
    if first.month != last.month:
        return f"{text}至{last.month}月{last.day}日"
    return f"{text}至{last.day}日"


# ---------- places


@register.filter
def share_of(part: int | None, whole: int | None) -> int:
    """`part` of `whole` in per cent, 0 to 100: how far the gauge is filled."""
    if not part or not whole or whole <= 0:
        return 0
    return max(0, min(100, round(part * 100 / whole)))


@register.simple_tag
def places_words(activity: object) -> dict[str, object]:
    """What the gauge of an activity says: `{"main", "more", "percent", "is_full"}`.

    Reads `capacity` (None: no limit), `held`, `waiting`, `free`. While someone waits, a free place belongs to the line, so the
    activity counts as full.
    """
    capacity, held = (
        getattr(activity, "capacity", None),
        getattr(activity, "held", 0) or 0,
    )
    waiting = getattr(activity, "waiting", 0) or 0
    if not capacity:
        more = ngettext("已有 %(held)d 人", "已有 %(held)d 人", held) % {"held": held} if held else ""
        return {
            "main": gettext("名额不限"),
            "more": more,
            "percent": 0,
            "is_full": False,
        }
    free = getattr(activity, "free", None)
    free = max(0, capacity - held) if free is None else free
    if free <= 0 or waiting:
        if waiting:
            more = ngettext("前面有 %(waiting)d 人", "前面有 %(waiting)d 人", waiting) % {"waiting": waiting}
        else:
            more = ngettext("%(capacity)d 人已满", "%(capacity)d 人已满", capacity) % {"capacity": capacity}
        return {
            "main": gettext("满员，可候补"),
            "more": more,
            "percent": 100,
            "is_full": True,
        }
    return {
        "main": ngettext("还差 %(free)d 人", "还差 %(free)d 人", free) % {"free": free},
        "more": gettext("要 %(capacity)d 人，已有 %(held)d 人") % {"capacity": capacity, "held": held},
        "percent": share_of(held, capacity),
        "is_full": False,
    }


# ---------- links that keep the query


def _query(context: template.Context) -> QueryDict:
    request = context.get("request")
    return request.GET.copy() if request is not None else QueryDict(mutable=True)


def _encoded(query: QueryDict) -> str:
    return f"?{query.urlencode()}" if query else "?"


@register.simple_tag(takes_context=True)
def query_replace(context: template.Context, **values: object) -> str:
    """`{% query_replace page=2 %}`: this page's query with these values; None or "" removes one. Starts with `?`."""
    query = _query(context)
    for name, value in values.items():
        if value in (None, ""):
            query.pop(name, None)
        else:
            query[name] = str(value)
    return _encoded(query)


@register.simple_tag(takes_context=True)
def query_remove(context: template.Context, name: str, value: object = None, also: str = "page") -> str:
    """This page's query without `name`, or without one `value` of it; `also` (the page number) goes too. Starts with `?`."""
    query = _query(context)
    query.pop(also, None)
    if value is None:
        query.pop(name, None)
    else:
        query.setlist(name, [each for each in query.getlist(name) if each != str(value)])
        if not query.getlist(name):
            query.pop(name, None)
    return _encoded(query)


@register.filter
def pages_around(page_obj: Page) -> list[int | None]:
    """The page numbers that a pager shows: first, last, those around the present one; None where some are left out."""
    last, here = page_obj.paginator.num_pages, page_obj.number
    shown = {
        1,
        last,
        *range(max(1, here - PAGER_AROUND), min(last, here + PAGER_AROUND) + 1),
    }
    numbers: list[int | None] = []
    for number in sorted(shown):
        if numbers and number - (numbers[-1] or 0) == 2:
            numbers.append(number - 1)
        elif numbers and number - (numbers[-1] or 0) > 2:
            numbers.append(None)
        numbers.append(number)
    return numbers


# ---------- words


@register.simple_tag
def chinese_mark() -> SafeString:
    """` lang="zh-Hans"` on a page in another language, for what people wrote in Chinese; nothing on a Chinese page."""
    return mark_safe("" if _is_chinese() else ' lang="zh-Hans"')


def is_foreign(text: str) -> bool:
    """Whether the text holds Chinese on a page in another language."""
    return not _is_chinese() and bool(CHINESE_CHARACTER.search(text))


@register.filter
def marked(text: object) -> SafeString:
    """The text; on a page in another language, Chinese such as a name without a translation is marked as Chinese."""
    words = conditional_escape("" if text is None else cast(str, text))
    if "lang=" in words or not is_foreign(words):
        return words
    return format_html('<span lang="zh-Hans">{}</span>', words)


@register.filter
def phrases(text: object) -> SafeString:
    """A headline whose lines break between phrases: each piece up to ，：；、？！ becomes a `.ph`."""
    pieces: list[str] = []
    piece = ""
    for character in str(text or ""):
        piece += character
        if character in "，：；？！":
            pieces.append(piece)
            piece = ""
    if piece:
        pieces.append(piece)
    if len(pieces) < 2:
        return format_html("{}", "".join(pieces))
    return SafeString("".join(format_html('<span class="ph">{}</span>', each) for each in pieces))


@register.filter
def joined(values: Iterable[object], separator: str = "、") -> str:
    """The values as one list for reading: 周一、周三、周五."""
    return separator.join(str(value) for value in values if value)
