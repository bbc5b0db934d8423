"""The three groups that the product knows, and what each may do. Everybody else is a citizen."""

from dataclasses import dataclass

EDITORS = "城市编辑"
LEADERS = "队伍负责人"
ADMINISTRATORS = "管理员"

_READ_WRITE = ("add", "change", "view")
_MEDIA = (
    "wagtailimages.add_image",
    "wagtailimages.change_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
    "wagtaildocs.choose_document",
)


def _on(app_label: str, models: tuple[str, ...], actions: tuple[str, ...] = _READ_WRITE) -> tuple[str, ...]:
    return tuple(f"{app_label}.{action}_{model}" for model in models for action in actions)


@dataclass(frozen=True)
class GroupRights:
    """What a group may do: anywhere (`rights`), on all pages (`pages`), in all collections (`collections`)."""

    rights: tuple[str, ...]
    pages: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()


_EDITOR_RIGHTS = (
    "wagtailadmin.access_admin",
    "simple_translation.submit_translation",
    *_on("wagtailredirects", ("redirect",), ("add", "change", "delete")),
    *_on("catalog_core", ("district", "servicefield", "audience")),
    *_on("catalog_projects", ("project", "activity", "projectbrand")),
    *_on("catalog_teams", ("team", "membership")),
    *_on("catalog_signups", ("signup",), ("view",)),
    *_on("catalog_signups", ("signupform",), ("change", "view")),
    *_on("catalog_volunteers", ("volunteer",), ("view",)),
)

_ADMINISTRATOR_RIGHTS = (
    *_EDITOR_RIGHTS,
    *_on("catalog_core", ("city",), ("change", "view")),
    *_on("catalog_core", ("district", "servicefield", "audience"), ("delete",)),
    *_on("catalog_projects", ("projectbrand",), ("delete",)),
    *_on("catalog_volunteers", ("privacynotice",)),
    *_on("catalog_volunteers", ("user",), ("add", "change", "delete", "view")),
    *_on("auth", ("group",), ("add", "change", "delete", "view")),
    *_on("wagtailcore", ("site", "locale"), ("add", "change", "delete")),
    *_on("wagtailcore", ("workflow", "task"), ("add", "change", "delete")),
)

GROUPS: dict[str, GroupRights] = {
    EDITORS: GroupRights(
        rights=_EDITOR_RIGHTS, pages=("add", "change", "publish", "lock", "unlock"), collections=_MEDIA
    ),
    LEADERS: GroupRights(rights=("wagtailadmin.access_admin",)),
    ADMINISTRATORS: GroupRights(
        rights=_ADMINISTRATOR_RIGHTS,
        pages=("add", "change", "publish", "lock", "unlock", "bulk_delete"),
        collections=(*_MEDIA, *_on("wagtailcore", ("collection",), ("add", "change", "delete"))),
    ),
}
