"""What the pages' ground does when the database was migrated."""

from django.db import connections

from cms.core.services import groups_provision, locales_provision

#: Tables without which nothing can be provisioned (a migration of one app only, or one backwards).
NEEDED_TABLES = frozenset(
    {
        "auth_group",
        "auth_permission",
        "wagtailcore_collection",
        "wagtailcore_groupcollectionpermission",
        "wagtailcore_grouppagepermission",
        "wagtailcore_locale",
        "wagtailcore_page",
        "wagtailcore_workflow",
        "wagtailcore_workflowstate",
    }
)


def provision_after_migrate(using: str = "default", **_kwargs) -> None:
    """Make the groups and languages that the product counts on."""
    with connections[using].cursor() as cursor:
        tables = set(connections[using].introspection.table_names(cursor))
    if tables >= NEEDED_TABLES:
        locales_provision()
        groups_provision()
