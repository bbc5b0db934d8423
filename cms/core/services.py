"""Writes about the ground of all pages: groups, languages, English addresses. Each can run again at any time without harm."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Workflow,
    WorkflowState,
)

from cms.core.groups import GROUPS, GroupRights

#: What Wagtail's own migrations leave behind under English names.
WAGTAIL_GROUPS = ("Editors", "Moderators")
WAGTAIL_WORKFLOW = "Moderators approval"
LANGUAGES = ("zh-hans", "en")


@transaction.atomic
def locales_provision() -> dict[str, Locale]:
    """Make Chinese and English where they are missing; returns them by language code."""
    return {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES}


@transaction.atomic
def groups_provision() -> dict[str, Group]:
    """Make the product's groups and give them what they lack; rights that an administrator added are left alone.

    Wagtail's own groups and workflow, which nobody uses here, are removed. Returns the groups by name.
    """
    root, collection = Page.get_first_root_node(), Collection.get_first_root_node()
    made = {}
    for name, rights in GROUPS.items():
        group, _created = Group.objects.get_or_create(name=name)
        _give(group, rights, root, collection)
        made[name] = group
    _remove_wagtail_defaults()
    return made


def _give(group: Group, rights: GroupRights, root: Page | None, collection: Collection | None) -> None:
    have = {f"{app}.{code}" for app, code in group.permissions.values_list("content_type__app_label", "codename")}
    missing = [right for right in rights.rights if right not in have]
    if missing:
        group.permissions.add(*permissions_named(missing))
    if root is not None and rights.pages:
        page_permissions_give(group=group, page=root, actions=rights.pages)
    if collection is not None and rights.collections:
        collection_permissions_give(group=group, collection=collection, rights=rights.collections)


def permissions_named(names: Iterable[str]) -> list[Permission]:
    """The permissions called `app_label.codename`; one query."""
    condition = Q(pk__in=[])
    for name in names:
        app_label, codename = name.split(".")
        condition |= Q(content_type__app_label=app_label, codename=codename)
    return list(Permission.objects.filter(condition))


def page_permissions_give(*, group: Group, page: Page, actions: Iterable[str]) -> None:
    """Let `group` do `actions` ("change", "publish" …) on `page` and everything below it."""
    have = set(
        GroupPagePermission.objects.filter(group=group, page_id=page.pk).values_list("permission__codename", flat=True)
    )
    missing = [f"wagtailcore.{action}_page" for action in actions if f"{action}_page" not in have]
    for permission in permissions_named(missing) if missing else ():
        GroupPagePermission.objects.create(group=group, page_id=page.pk, permission=permission)


def collection_permissions_give(*, group: Group, collection: Collection, rights: Iterable[str]) -> None:
    """Let `group` do `rights` ("wagtailimages.add_image" …) in `collection` and those below it."""
    given = GroupCollectionPermission.objects.filter(group=group, collection=collection)
    have = {
        f"{app}.{code}"
        for app, code in given.values_list("permission__content_type__app_label", "permission__codename")
    }
    missing = [right for right in rights if right not in have]
    for permission in permissions_named(missing) if missing else ():
        GroupCollectionPermission.objects.create(group=group, collection=collection, permission=permission)


def _remove_wagtail_defaults() -> None:
    for workflow in Workflow.objects.filter(name=WAGTAIL_WORKFLOW):
        if not WorkflowState.objects.filter(workflow=workflow).exists():
            for task in workflow.tasks.all():
                task.delete()
            workflow.delete()
    Group.objects.filter(name__in=WAGTAIL_GROUPS, user=None).delete()


@transaction.atomic
def page_mirror(*, page: Page) -> list[Page]:
    """Give `page` an alias in every other language in which its parent exists; returns the aliases that were made.

    An alias shows the same text at the address of the other language until somebody translates the page.
    """
    parent = page.get_parent()
    if parent is None or page.alias_of_id:
        return []
    if parent.is_root():
        locales = Locale.objects.all()
    else:
        locales = Locale.objects.filter(pk__in=parent.get_translations().values("locale_id"))
    taken = page.get_translations(inclusive=True).values("locale_id")
    return [
        page.specific.copy_for_translation(locale, alias=True)
        for locale in locales.exclude(pk=page.locale_id).exclude(pk__in=taken)
    ]


@transaction.atomic
def pages_mirror(*, home: Page) -> int:
    """Mirror `home` and everything below it (see page_mirror); returns how many aliases were made."""
    made = 0
    for page in Page.objects.descendant_of(home, inclusive=True).order_by("path"):
        made += len(page_mirror(page=page))
    return made
