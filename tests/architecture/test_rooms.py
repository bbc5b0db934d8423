"""The house has eight rooms, and no module whose name says nothing."""

from tests.architecture.layers import ROOMS, ROOT

FOLDERS = {*ROOMS, "templates", "tests"}
FILES = {
    "manage.py",
    "README.md",
    "pyproject.toml",
    "requirements.lock",
    "Makefile",
    "compose.yaml",
    "Dockerfile",
    "CHANGELOG.md",
    "LICENSE",
}
NOT_KEPT = {"var", "__pycache__"}
EMPTY_NAMES = {"utils", "helpers", "common", "misc"}


def test_nothing_new_at_the_top_level():
    entries = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert entries - FOLDERS - FILES - NOT_KEPT == set()


def test_names_of_modules_say_what_is_in_them():
    modules = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    assert modules
    empty = [str(path.relative_to(ROOT)) for path in modules if EMPTY_NAMES & {path.stem, path.parent.name}]
    assert not empty
