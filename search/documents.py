"""What an engine is given: one document for each thing that people can find."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntFlag
from typing import NamedTuple

from search import analysis


class Field(IntFlag):
    """The parts of a document that weigh differently."""

    TITLE = 1
    NAMES = 2
    TEXT = 4


#: What a part adds to the relevance when it holds a whole run of the query: a title outweighs both other parts together.
WEIGHTS: dict[Field, int] = {Field.TITLE: 4, Field.NAMES: 2, Field.TEXT: 1}


class Key(NamedTuple):
    """Which thing a document is about."""

    kind: str
    object_id: int


@dataclass(frozen=True)
class Document:
    """The searchable words of one public thing, and `rank`, the stored whole number that orders equal hits (higher first).

    `keywords` are labels by which people also filter (a field, a district): they are found as words and never by the pairs of
    characters across two words.
    """

    key: Key
    title: str
    names: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    rank: int = 0

    def tokens(self) -> dict[str, int]:
        """Every token with the bits of the fields that hold it."""
        found: dict[str, int] = {}
        _add(found, analysis.text_tokens(self.title), Field.TITLE)
        _add(found, analysis.text_tokens("\n".join(self.names)), Field.NAMES)
        _add(found, analysis.text_tokens("\n".join(self.text)), Field.TEXT)
        for label in self.keywords:
            _add(found, analysis.keyword_tokens(label), Field.TEXT)
        return found

    def fingerprint(self) -> str:
        """Differs when anything that would be indexed differs, or the analysis."""
        parts = (analysis.version(), str(self.rank), self.title, *self.names, "", *self.text, "", *self.keywords)
        return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=24).hexdigest()


def _add(found: dict[str, int], tokens: Iterable[str], part: Field) -> None:
    for token in tokens:
        found[token] = found.get(token, 0) | int(part)


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that matches; the order of hits is relevance, then rank, both high first, then the lower id."""

    key: Key
    relevance: int
    rank: int


@dataclass(frozen=True, slots=True)
class NearHit:
    """A document that holds a part of what was asked; `words` are the pieces of the query that it holds, longest first."""

    key: Key
    rank: int
    words: tuple[str, ...] = field(default=())
