"""Which writes make cached pages old: all but those of tables that no anonymous page shows."""

from django.db.models import Model

from catalog.core import generation

#: Tables that no anonymous page shows, by app label or label.model.
UNSEEN = frozenset(
    {
        "account",
        "admin",
        "contenttypes",
        "django_tasks_database",
        "mfa",
        "migrations",
        "sessions",
        "catalog_notifications",
        "catalog_core.generation",
        "catalog_core.outboxitem",
        "catalog_volunteers.consent",
        "catalog_volunteers.user",
        "catalog_volunteers.volunteer",
        "wagtailadmin",
        "wagtailcore.modellogentry",
        "wagtailcore.pagelogentry",
        "wagtailcore.revision",
        "wagtailcore.taskstate",
        "wagtailcore.workflowstate",
        "wagtailsearch",
        "wagtailusers",
    }
)

#: What saving a draft writes on a page; readers see none of it.
DRAFT_FIELDS = frozenset(
    {
        "latest_revision",
        "latest_revision_created_at",
        "draft_title",
        "has_unpublished_changes",
    }
)


def bump_after_save(sender: type[Model], update_fields: frozenset[str] | None = None, **_kwargs: object) -> None:
    """Bump unless only unseen things were saved."""
    if update_fields and DRAFT_FIELDS.issuperset(update_fields):
        return
    bump_after_delete(sender)


def bump_after_delete(sender: type[Model], **_kwargs: object) -> None:
    """Bump unless the table is one that no anonymous page shows."""
    if sender.__module__ == "__fake__":  # a migration's historical model: the site is not serving this schema yet
        return
    meta = sender._meta
    if meta.app_label not in UNSEEN and meta.label_lower not in UNSEEN:
        generation.bump()
