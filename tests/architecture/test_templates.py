"""Templates know each other as their rooms do; the page's frame (layouts, components) and the error pages are open to all."""

import re
from pathlib import Path

import pytest

from tests.architecture.layers import ROOMS, ROOT, may_know, place

TEMPLATES = ROOT / "templates"
FRAME = {"layouts", "components"}
# Whose a folder is. Mails are written in the catalog's words, so that everyone may send them.
PLACES = {
    "account": "catalog.volunteers",
    "allauth": "catalog.volunteers",
    "mfa": "catalog.volunteers",
    "emails": "catalog.core",
    "search": "search",
    "blocks": "cms",
    "pages": "cms",
}
NAMED_IN_TEMPLATE = re.compile(r"""{%-?\s*(?:include|extends)\s+["']([^"']+)["']""")
NAMED_IN_PYTHON = re.compile(r"""["']([\w/-]+\.(?:html|txt))["']""")


def owner(folder: str) -> str | None:
    """Whose a folder of templates is; what is laid over Wagtail's own is the editors'."""
    return "cms" if folder.startswith("wagtail") else PLACES.get(folder)


def template_place(name: str) -> str | None:
    """The room or app that a template belongs to; None for the frame and for packages' templates."""
    first, _, rest = name.partition("/")
    if not rest or first in FRAME or not (TEMPLATES / name).exists():
        return None
    return f"catalog.{rest.split('/')[0]}" if first == "catalog" else owner(first)


def source_files(suffix: str, *folders: str) -> list[Path]:
    """The files below some folders, without migrations."""
    files = [path for folder in folders for path in (ROOT / folder).rglob(f"*{suffix}")]
    return [path for path in files if "migrations" not in path.parts]


@pytest.mark.parametrize("folder", sorted(path.name for path in TEMPLATES.iterdir() if path.is_dir()))
def test_every_folder_of_templates_has_an_owner(folder):
    assert folder in FRAME | {"catalog"} or owner(folder)


def test_no_template_includes_or_extends_one_from_above():
    upwards = []
    for path in source_files(".html", "templates"):
        name = path.relative_to(TEMPLATES).as_posix()
        for other in NAMED_IN_TEMPLATE.findall(path.read_text()):
            here, there = template_place(name), template_place(other)
            if here and there and not may_know(here, there):
                upwards.append(f"{name} → {other}")
    assert not upwards


def test_no_view_renders_a_template_from_above():
    upwards = []
    for path in source_files(".py", *ROOMS):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for name in NAMED_IN_PYTHON.findall(path.read_text()):
            there = template_place(name)
            if there and not may_know(place(module), there):
                upwards.append(f"{module} → {name}")
    assert not upwards
