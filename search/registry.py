"""What can be found. A room registers a kind of document in its `AppConfig.ready()`; nothing here has to know of it.

registry.register(DocumentKind(name="page", load=load_pages, all_ids=live_page_ids, affected_by={"page": one}))
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from search.documents import Document, Key


@dataclass(frozen=True)
class DocumentKind:
    """One kind of document.

    `load` takes object ids and gives the documents of those that everybody may read, in a fixed number of queries: what it
    leaves out leaves the index. `all_ids` gives the ids of everything that may be in the index. `affected_by` says, for a
    kind of `catalog.core.signals.changed` and a row of it, which object ids may read differently now.
    """

    name: str
    load: Callable[[Collection[int]], Iterable[Document]]
    all_ids: Callable[[], Iterable[int]]
    affected_by: Mapping[str, Callable[[Collection[int]], Iterable[int]]] = field(default_factory=dict)


_kinds: dict[str, DocumentKind] = {}


def register(kind: DocumentKind) -> None:
    """Let documents of this kind be found; registering the same name again replaces it."""
    _kinds[kind.name] = kind


def unregister(name: str) -> None:
    """Let documents of this kind not be indexed any more."""
    _kinds.pop(name, None)


def kinds() -> list[DocumentKind]:
    """Every kind, in the order of registration."""
    return list(_kinds.values())


def kind(name: str) -> DocumentKind:
    """The kind called `name`. Raises KeyError."""
    return _kinds[name]


def is_watched(changed: str) -> bool:
    """Whether a change of this kind can change what any document says."""
    return changed in _kinds or any(changed in each.affected_by for each in _kinds.values())


def affected(changed: str, object_ids: Collection[int]) -> set[Key]:
    """The documents that may read differently after the rows `object_ids` of the kind `changed` were written."""
    keys = {Key(changed, object_id) for object_id in object_ids} if changed in _kinds else set()
    for each in _kinds.values():
        if finder := each.affected_by.get(changed):
            keys.update(Key(each.name, object_id) for object_id in finder(object_ids))
    return keys
