"""What makes the index follow. The catalog's own signal comes first; the others catch rows that are edited without a service."""

from typing import Any

from catalog.projects.models import Activity, Project
from search.projects import KIND
from search.sync import note_change

#: Lists that editors change in the admin, and the kind of change that it is.
TAXONOMIES = {
    "District": "district",
    "ServiceField": "service_field",
    "Audience": "audience",
    "ProjectBrand": "project_brand",
}


def follow_catalog(*, kind: str, pk: int, **_kwargs: Any) -> None:
    """Something in the catalog changed."""
    note_change(kind, [pk])


def follow_taxonomy(sender: type, instance: Any, created: bool = False, **_kwargs: Any) -> None:
    """An entry of a list was renamed; a new one is in nobody's words yet."""
    if not created and sender.__module__ != "__fake__":
        note_change(TAXONOMIES[sender.__name__], [instance.pk])


def follow_deletion(instance: Project | Activity, **_kwargs: Any) -> None:
    """A project or one of its activities was deleted."""
    note_change(KIND, [instance.pk if isinstance(instance, Project) else instance.project_id])


def follow_audiences(instance: Any, action: str, pk_set: set[int] | None, **_kwargs: Any) -> None:
    """The audiences of a project (or, from the other side, the projects of an audience) were chosen anew."""
    if action in ("post_add", "post_remove", "post_clear"):
        note_change(KIND, [instance.pk] if isinstance(instance, Project) else pk_set or ())
