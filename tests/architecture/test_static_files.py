"""Production names static files by their content and refuses a page that asks for one that isn't there."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command

from tests.architecture.layers import ROOMS, ROOT

NAMED = re.compile(r"""{%\s*static\s+["']([^"'{}]+)["']""")


def test_every_static_file_that_a_template_names_is_there():
    templates = [path for folder in ("templates", *ROOMS) for path in (ROOT / folder).rglob("*.html")]
    named = {(path, name) for path in templates for name in NAMED.findall(path.read_text())}
    assert named
    missing = sorted(f"{path.relative_to(ROOT)}: {name}" for path, name in named if not finders.find(name))
    assert not missing


def test_every_file_that_a_stylesheet_names_is_there(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    }
    try:
        call_command("collectstatic", interactive=False, verbosity=0)
    except ValueError as error:
        pytest.fail(str(error))
    assert (tmp_path / "staticfiles.json").exists()
