"""Tags of page templates: pictures, the sections of a stream, data for search engines."""

from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

from django import template
from django.core.exceptions import SuspiciousFileOperation
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import AbstractImage, SourceImageIOError

from catalog.core.templatetags.catalog_ui import is_foreign
from cms.core.structured_data import json_ld as as_json_ld

register = template.Library()

#: Widths in which pictures are offered, and how they are packed.
WIDTHS = (480, 800, 1200, 1600)
PACKING = "format-webp|webpquality-78"


@dataclass
class Section:
    """Consecutive blocks of a stream that share one column, or one block that takes the whole width."""

    blocks: list[Any]
    is_wide: bool


@register.simple_tag
def stream_sections(stream: Any) -> list[Section]:
    """The blocks of a stream as sections of the page: running text together, wide blocks each on its own."""
    sections: list[Section] = []
    for block in stream or ():
        wide = bool(getattr(block.block.meta, "wide", False))
        if wide or not sections or sections[-1].is_wide:
            sections.append(Section([block], wide))
        else:
            sections[-1].blocks.append(block)
    return sections


@register.simple_tag
def json_ld(data: dict[str, Any] | None) -> SafeString:
    """`data` as structured data for search engines; nothing for nothing."""
    return as_json_ld(data) if data else SafeString("")


@register.simple_tag
def picture(
    image: AbstractImage | None,
    sizes: str = "100vw",
    css: str = "",
    shape: str = "",
    eager: bool = False,
    alt: str | None = None,
) -> SafeString:
    """An image in several widths, with its measures and its words; drawings (SVG) as they are.

    `shape` ("4x3") crops around the focal point. `eager` is for the first picture of a page; the others load when they come
    near. `alt` replaces the words of the block or of the image. A file that is gone draws nothing.
    """
    if image is None:
        return SafeString("")
    words = _words(image) if alt is None else alt
    try:
        attributes = _drawing(image) if image.is_svg() else _photo(image, sizes, shape)
    except (OSError, SourceImageIOError, SuspiciousFileOperation, InvalidFilterSpecError):
        return SafeString("")
    attributes |= {"alt": words, "decoding": "async"}
    attributes |= {"fetchpriority": "high"} if eager else {"loading": "lazy"}
    if css:
        attributes["class"] = css
    if is_foreign(words):
        attributes["lang"] = "zh-Hans"
    return format_html("<img{}>", flatatt(attributes))


def _words(image: AbstractImage) -> str:
    words = getattr(image, "contextual_alt_text", None)
    return image.default_alt_text if words is None else words


def _drawing(image: AbstractImage) -> dict[str, Any]:
    return {"src": image.file.url, "width": int(image.width), "height": int(image.height)}


def _photo(image: AbstractImage, sizes: str, shape: str) -> dict[str, Any]:
    specs = [f"{_size(width, shape)}|{PACKING}" for width in WIDTHS]
    renditions = image.get_renditions(*specs)
    by_width = {rendition.width: rendition for rendition in (renditions[spec] for spec in specs)}
    middle = renditions[specs[1]]
    attributes = {"src": middle.url, "width": middle.width, "height": middle.height}
    if len(by_width) > 1:
        attributes["srcset"] = ", ".join(f"{each.url} {width}w" for width, each in sorted(by_width.items()))
        attributes["sizes"] = sizes
    return attributes


def _size(width: int, shape: str) -> str:
    if not shape:
        return f"width-{width}"
    across, _times, down = shape.partition("x")
    return f"fill-{width}x{width * int(down) // int(across)}"


@register.simple_tag
def smile_end(percent: int) -> str:
    """Where the filled part of the big smile ends, as "x y" in its 360 × 224 drawing (an arc of 150 round 180, 40)."""
    turn = pi * max(0, min(100, percent)) / 100
    return f"{180 - 150 * cos(turn):.1f} {40 + 150 * sin(turn):.1f}"


@register.simple_tag
def cycle_class(number: int) -> str:
    """One of the four grounds of posters, by its place in the list."""
    return f"poster__pic--{'abcd'[(number or 0) % 4]}"
