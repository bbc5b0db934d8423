"""The committed drawings are what the kit draws, small, and described."""

import json
import re

import pytest
from django.core.management import call_command

from home.demo.art import palette
from home.demo.art.catalogue import PICTURES, SITE
from home.management.commands.draw_art import PICTURE_FILES, drawn_files


def test_committed_files_are_as_drawn():
    call_command("draw_art", "--check")


@pytest.mark.parametrize("path", [path for path in drawn_files() if path.suffix == ".svg"], ids=lambda path: path.stem)
def test_drawing_is_small_and_knows_the_dark(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.encode()) < 12 * 1024
    assert "@media(prefers-color-scheme:dark)" in text
    assert "<script" not in text
    assert "style=" not in text


def test_every_picture_of_the_demo_city_has_a_title_and_an_alternative_in_chinese():
    index = json.loads((PICTURE_FILES / "index.json").read_text(encoding="utf-8"))
    assert len(index) == len(PICTURES)
    for entry in index:
        assert (PICTURE_FILES / entry["file"]).exists()
        assert re.search("[一-鿿]", entry["title"])
        assert re.search("[一-鿿]{4}", entry["alt"])


def test_no_two_drawings_share_a_file():
    slugs = [drawing.slug for drawing in (*SITE, *PICTURES)]
    assert len(slugs) == len(set(slugs))


def test_unknown_ink_is_refused():
    with pytest.raises(ValueError, match="no ink for purple"):
        palette.document(10, 10, '<path class="purple" d="M0 0"/>')
