"""Written blocks as blocks of a page's stream."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import escape
from wagtail.models import Page

from home.demo.content.page_shapes import Block, BlockKind, Link, Milestone, Moment
from home.demo.loading.made import Made

StreamRow = tuple[str, Any]


class Streams:
    """Turns blocks into rows of a stream. `pages` are the pages that exist by now, by address: links follow them when they move."""

    def __init__(self, pages: Mapping[str, Page] | None = None) -> None:
        self.pages = pages or {}

    def rows(self, blocks: Iterable[Block]) -> list[StreamRow]:
        """The blocks in their order."""
        return [self._row(block) for block in blocks]

    def link(self, link: Link) -> StreamRow:
        """A link of the home page."""
        return "link", {"label": link.label, **self._target(link.address)}

    def _row(self, block: Block) -> StreamRow:
        match block.kind:
            case BlockKind.HEADING:
                return "heading", block.text
            case BlockKind.PARAGRAPH:
                return self.paragraphs([block.text])
            case BlockKind.BULLETS:
                return self.bullets(item for (item,) in block.items)
            case BlockKind.STEPS:
                return "steps", {
                    "title": block.title,
                    "steps": [_named(("at", "title", "text"), row) for row in block.items],
                }
            case BlockKind.MILESTONES:
                entries = [_named(("year", "title", "text"), row) for row in block.items]
                return "milestones", {"title": block.title, "entries": entries}
            case BlockKind.NOTICE:
                return "notice", {"title": block.title, "text": block.text}
            case BlockKind.QUOTE:
                return "quote", {"text": block.text, "source": block.source}
            case BlockKind.FAQ:
                questions = [
                    {"question": question, "answer": f"<p>{self._line(answer)}</p>"} for question, answer in block.items
                ]
                return "faq", {"title": block.title, "questions": questions}
            case BlockKind.ACTION:
                ((label, address),) = block.items
                return "action", {"title": block.title, "text": block.text, "label": label, **self._target(address)}

    def paragraphs(self, texts: Iterable[str]) -> StreamRow:
        """Running text."""
        return "paragraph", "".join(f"<p>{self._line(text)}</p>" for text in texts)

    def bullets(self, items: Iterable[str]) -> StreamRow:
        """A list."""
        return "paragraph", f"<ul>{''.join(f'<li>{self._line(item)}</li>' for item in items)}</ul>"

    def _line(self, text: str) -> str:
        """Escaped; where the title of a page stands in quotation marks, it leads there."""
        html = escape(text)
        for page in self.pages.values():
            html = html.replace(f"“{page.title}”", f'“<a linktype="page" id="{page.pk}">{page.title}</a>”')
        return html

    def _target(self, address: str) -> dict[str, Any]:
        """A page where one stands at the address, else the address, without the language: links find their own."""
        address = address.removeprefix("/en")
        page = self.pages.get(address)
        return {"page": page, "address": ""} if page else {"page": None, "address": address}


def steps_of(title: str, moments: Iterable[Moment]) -> StreamRow:
    """The course of a day."""
    return "steps", {
        "title": title,
        "steps": [{"at": each.at, "title": each.title, "text": each.text} for each in moments],
    }


def milestones_of(title: str, milestones: Iterable[Milestone]) -> StreamRow:
    """The way of a brand."""
    entries = [{"year": each.label, "title": each.title, "text": each.text} for each in milestones]
    return "milestones", {"title": title, "entries": entries}


def gallery_of(made: Made, title: str, slugs: Iterable[str]) -> StreamRow:
    """Drawings side by side, each with its words."""
    pictures = []
    for slug in slugs:
        image = made.images[slug]
        image.contextual_alt_text, image.decorative = image.description, False
        pictures.append({"image": image, "caption": image.title})
    return "gallery", {"title": title, "pictures": pictures}


def _named(names: tuple[str, ...], values: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(names, values, strict=True))
