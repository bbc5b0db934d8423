"""Compares the index with what it should say."""

from collections.abc import Iterator
from dataclasses import dataclass

from search import registry
from search.documents import Document, Key
from search.engines import engine
from search.models import PendingChange

CHUNK = 200


@dataclass(frozen=True)
class Difference:
    """One thing that the index does not say as the database does; `problem` is written for people."""

    key: Key
    problem: str

    def __str__(self) -> str:
        return f"{self.key.kind} {self.key.object_id}：{self.problem}"


def differences() -> Iterator[Difference]:
    """Everything that differs, kind by kind. Reads the whole index."""
    for kind in registry.kinds():
        yield from _differences_of(kind)
    for pending in PendingChange.objects.all():
        yield Difference(Key(pending.kind, pending.object_id), "改动还没有进入索引")


def _differences_of(kind: registry.DocumentKind) -> Iterator[Difference]:
    known = engine().fingerprints(kind.name)
    object_ids = sorted(kind.all_ids())
    for start in range(0, len(object_ids), CHUNK):
        documents = list(kind.load(object_ids[start : start + CHUNK]))
        stored = engine().postings(document.key for document in documents)
        for document in documents:
            problem = _problem(document, known.pop(document.key.object_id, None), stored.get(document.key, {}))
            if problem:
                yield Difference(document.key, problem)
    for object_id in sorted(known):
        yield Difference(Key(kind.name, object_id), "索引里有，公开内容里没有")


def _problem(document: Document, fingerprint: str | None, stored: dict[str, int]) -> str:
    if fingerprint is None:
        return "索引里没有"
    if fingerprint != document.fingerprint():
        return "索引里的内容是旧的"
    return "" if stored == document.tokens() else "索引里的词不全或有多余"
