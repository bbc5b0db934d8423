"""How the index follows the catalog: a row in the transaction that changes something, worked off after it has committed.

A change that could not be brought in stays pending and is taken along by the next one, by the worker, or by
`manage.py search_index build`.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction

from catalog.core import generation
from search import registry
from search.documents import Key
from search.engines import engine
from search.models import PendingChange

#: How many pending rows one indexing transaction takes: short ones, so that nobody waits long for the write lock.
CHUNK = 100


def note_change(kind: str, object_ids: Iterable[int]) -> None:
    """Write down that rows changed, in the caller's transaction; they are indexed once it has committed."""
    if not registry.is_watched(kind):
        return
    PendingChange.objects.bulk_create([PendingChange(kind=kind, object_id=object_id) for object_id in object_ids])
    transaction.on_commit(_index_soon, robust=True)


def _index_soon() -> None:
    """The first of a transaction's changes brings all of them in; the others find nothing left to do."""
    from search.tasks import index_pending

    if PendingChange.objects.exists():
        index_pending.enqueue()


def work_off() -> int:
    """Bring every pending change into the index. Returns how many documents differed."""
    different = 0
    while True:
        count, taken = _work_off_chunk()
        different += count
        if taken < CHUNK:
            return different


@transaction.atomic
def _work_off_chunk() -> tuple[int, int]:
    """Index one chunk. Returns how many documents differed and how many pending rows were taken.

    The lock on the oldest pending rows comes before anything is read: two at once would otherwise write what one of them read
    too early. Whoever waits for it finds those rows gone.
    """
    pending = list(PendingChange.objects.select_for_update().order_by("pk")[:CHUNK])
    if not pending:
        return 0, 0
    changed: dict[str, set[int]] = defaultdict(set)
    for row in pending:
        changed[row.kind].add(row.object_id)
    keys = set[Key]()
    for kind, object_ids in changed.items():
        keys |= registry.affected(kind, object_ids)
    different = _index(keys)
    rows = PendingChange.objects.filter(pk__in=[row.pk for row in pending])
    rows._raw_delete(rows.db)
    if different:
        generation.bump()  # a page with hits that was made between the change and now is old
    return different, len(pending)


def _index(keys: Iterable[Key]) -> int:
    """Load what these keys say now and give it to the engine; what nobody may read goes."""
    by_kind: dict[str, set[int]] = defaultdict(set)
    for key in keys:
        by_kind[key.kind].add(key.object_id)
    different = 0
    for name, object_ids in by_kind.items():
        documents = list(registry.kind(name).load(object_ids))
        different += engine().index(documents)
        gone = object_ids - {document.key.object_id for document in documents}
        different += engine().delete(Key(name, object_id) for object_id in gone)
    return different


@transaction.atomic
def mark_all(kind: registry.DocumentKind) -> int:
    """Write down everything of `kind` as pending, also what only the index knows. Returns how many."""
    object_ids = sorted({*kind.all_ids(), *engine().fingerprints(kind.name)})
    engine().forget_fingerprints(kind.name)
    PendingChange.objects.bulk_create(
        [PendingChange(kind=kind.name, object_id=object_id) for object_id in object_ids], batch_size=1000
    )
    return len(object_ids)
