"""The engine that every installation has: an inverted index in tables of the site's own database, the same on each."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from search.analysis import Run
from search.documents import WEIGHTS, Document, Hit, Key, NearHit
from search.engines.base import SearchEngine
from search.models import IndexedDocument, Posting

#: The last code point: every token that begins with `p` is at least `p` and less than `p` with this behind it.
LAST = "\U0010ffff"
BATCH = 2000

#: With more rows than these, reading all documents is quicker than naming them.
MOST_NAMED = 900

#: The field bits of each token of the query that a document holds, by the document's row.
Found = dict[int, dict[str, int]]


class DatabaseEngine(SearchEngine):
    """Documents and postings as rows. Whoever writes holds the lock of `search.sync`, so writers never meet."""

    @transaction.atomic
    def index(self, documents: Iterable[Document]) -> int:
        given = {document.key: document for document in documents}
        rows = self._rows(given)
        changed = []
        for key, document in given.items():
            fingerprint = document.fingerprint()
            row = rows[key]
            if row.fingerprint != fingerprint:
                row.fingerprint, row.rank = fingerprint, document.rank
                changed.append((row, document))
        _erase(Posting.objects.filter(document__in=[row.pk for row, _document in changed]))
        Posting.objects.bulk_create(
            (
                Posting(document_id=row.pk, token=token, fields=fields)
                for row, document in changed
                for token, fields in document.tokens().items()
            ),
            batch_size=BATCH,
        )
        IndexedDocument.objects.bulk_update(
            [row for row, _document in changed], ["fingerprint", "rank"], batch_size=200
        )
        return len(changed)

    @transaction.atomic
    def delete(self, keys: Iterable[Key]) -> int:
        rows = list(IndexedDocument.objects.filter(_keys_q(keys)).values_list("pk", flat=True))
        _erase(Posting.objects.filter(document__in=rows))
        _erase(IndexedDocument.objects.filter(pk__in=rows))
        return len(rows)

    def match(self, runs: Sequence[Run], kinds: Collection[str]) -> list[Hit]:
        relevances = {}
        for row, held in self._find(runs).items():
            relevance = _relevance(runs, held)
            if relevance is not None:
                relevances[row] = relevance
        hits = [Hit(key, relevances[row], rank) for row, key, rank in self._documents(relevances, kinds)]
        return sorted(hits, key=lambda hit: (-hit.relevance, -hit.rank, hit.key))

    def near(self, runs: Sequence[Run], kinds: Collection[str], limit: int) -> list[NearHit]:
        words = {row: _words_held(runs, held) for row, held in self._find(runs).items()}
        hits = [NearHit(key, rank, words[row]) for row, key, rank in self._documents(words, kinds)]
        hits.sort(key=lambda hit: (-sum(len(word) for word in hit.words), -hit.rank, hit.key))
        return hits[:limit]

    def fingerprints(self, kind: str) -> dict[int, str]:
        return dict(IndexedDocument.objects.filter(kind=kind).values_list("object_id", "fingerprint"))

    def postings(self, keys: Iterable[Key]) -> dict[Key, dict[str, int]]:
        stored: dict[Key, dict[str, int]] = defaultdict(dict)
        documents = IndexedDocument.objects.filter(_keys_q(keys)).values_list("pk", "kind", "object_id")
        by_row = {row: Key(kind, object_id) for row, kind, object_id in documents}
        for row, token, fields in Posting.objects.filter(document__in=list(by_row)).values_list(
            "document_id", "token", "fields"
        ):
            stored[by_row[row]][token] = fields
        return stored

    def forget_fingerprints(self, kind: str) -> None:
        IndexedDocument.objects.filter(kind=kind).update(fingerprint="")

    def _rows(self, keys: Collection[Key]) -> dict[Key, IndexedDocument]:
        """The documents' rows; those that are missing are made."""
        rows = {Key(row.kind, row.object_id): row for row in IndexedDocument.objects.filter(_keys_q(keys))}
        missing = [key for key in keys if key not in rows]
        IndexedDocument.objects.bulk_create(
            [IndexedDocument(kind=key.kind, object_id=key.object_id) for key in missing], ignore_conflicts=True
        )
        made = IndexedDocument.objects.filter(_keys_q(missing)) if missing else IndexedDocument.objects.none()
        return rows | {Key(row.kind, row.object_id): row for row in made}

    def _find(self, runs: Sequence[Run]) -> Found:
        """The documents that hold any token of the query: one query, answered by the index alone."""
        found: Found = defaultdict(dict)
        if not runs:
            return found
        prefixes = [run.text for run in runs if run.is_prefix]
        rows = Posting.objects.filter(_tokens_q(runs)).values_list("document_id", "token", "fields")
        for row, token, fields in rows:
            held = found[row]
            held[token] = held.get(token, 0) | fields
            for prefix in prefixes:
                if token.startswith(prefix):
                    held[prefix] = held.get(prefix, 0) | fields
        return found

    def _documents(self, rows: Collection[int], kinds: Collection[str]) -> Iterator[tuple[int, Key, int]]:
        """Row, key and rank of those of `rows` that are of `kinds`: one query."""
        if not rows:
            return
        documents = IndexedDocument.objects.filter(kind__in=kinds)
        if len(rows) <= MOST_NAMED:
            documents = documents.filter(pk__in=list(rows))
        for row, kind, object_id, rank in documents.values_list("pk", "kind", "object_id", "rank"):
            if row in rows:
                yield row, Key(kind, object_id), rank


def _erase(rows: QuerySet[Any]) -> None:
    """Delete without reading the rows first; nobody listens to the deletion of index rows."""
    rows._raw_delete(rows.db)


def _keys_q(keys: Iterable[Key]) -> Q:
    by_kind: dict[str, list[int]] = defaultdict(list)
    for key in keys:
        by_kind[key.kind].append(key.object_id)
    condition = Q(pk__in=[])
    for kind, object_ids in by_kind.items():
        condition |= Q(kind=kind, object_id__in=object_ids)
    return condition


def _tokens_q(runs: Sequence[Run]) -> Q:
    """The postings that a query needs: its tokens, its runs as explicit keywords, and the ranges of its prefixes."""
    exact = {token for run in runs if not run.is_prefix for token in (*run.tokens, run.text)}
    condition = Q(token__in=sorted(exact))
    for run in runs:
        if run.is_prefix:
            condition |= Q(token__gte=run.text, token__lt=run.text + LAST)
    return condition


def _relevance(runs: Sequence[Run], fields: dict[str, int]) -> int | None:
    """The relevance of a document that has every run; None when it lacks one."""
    relevance = 0
    for run in runs:
        together = -1
        for token in run.tokens:
            held = fields.get(token)
            if held is None:
                together = -1
                break
            together &= held
        else:
            relevance += sum(weight for part, weight in WEIGHTS.items() if together & part)
            continue
        keyword = fields.get(run.text)
        if keyword is None:
            return None
        relevance += sum(weight for part, weight in WEIGHTS.items() if keyword & part)
    return relevance


def _words_held(runs: Sequence[Run], fields: dict[str, int]) -> tuple[str, ...]:
    """The longest pieces of the query whose tokens the document holds side by side."""
    words: set[str] = set()
    for run in runs:
        piece = ""
        for token in run.tokens:
            if token not in fields:
                piece = _keep(words, piece)
            elif piece and piece[-1] == token[0]:
                piece += token[1:]
            else:
                _keep(words, piece)
                piece = token
        _keep(words, piece)
        if run.text in fields:
            words.add(run.text)
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _keep(words: set[str], piece: str) -> str:
    if piece:
        words.add(piece)
    return ""
