"""Write the committed drawings from `home.demo.art`: run it after a change of a scene or of a colour in css/tokens.css."""

import json
import shutil
import subprocess
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import ClassVar

from django.core.management.base import BaseCommand, CommandError

from home.demo.art import palette, scenes_site
from home.demo.art.catalogue import PICTURES, SITE, Drawing

HOME = Path(__file__).resolve().parents[2]
ART, BRAND, PICTURE_FILES = HOME / "static" / "art", HOME / "static" / "brand", HOME / "demo" / "pictures"
#: File, width and height of what can't be SVG: home screens and messengers.
RASTERS = (("apple-touch-icon", 180, 180), ("icon-192", 192, 192), ("icon-512", 512, 512), ("og-default", 1200, 630))
#: Where the slogan stands on the social card: left of the sun, above the boat.
WORDS = (
    "p{position:absolute;top:96px;left:400px;margin:0;font:700 96px/1.3 'Noto Sans CJK SC',sans-serif;color:#2a211d}"
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Command(BaseCommand):
    """`draw_art` writes the SVG files; `--rasters` also the PNG ones, with a Chromium that is on this machine."""

    help = "Write the SVG drawings of the site and of the demo city, and with --rasters the PNG icons."

    requires_system_checks: ClassVar[list[str]] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--rasters` apart, because PNG files need a browser."""
        parser.add_argument("--rasters", action="store_true", help="Write the PNG icons too (needs Chromium).")
        parser.add_argument("--check", action="store_true", help="Write nothing; fail when a file is not as drawn.")

    def handle(self, *args, **options) -> None:
        """Write, or compare."""
        files = drawn_files()
        if options["check"]:
            stale = [path.name for path, text in files.items() if not path.exists() or path.read_text("utf-8") != text]
            if stale:
                raise CommandError(f"not as drawn, run draw_art: {', '.join(stale)}")
            return
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        if options["rasters"]:
            write_rasters()
        self.stdout.write(f"{len(files)} files")


def drawn_files() -> dict[Path, str]:
    """Every text file that this command owns, with its content."""
    files = {ART / f"{each.slug}.svg": _svg(each) for each in SITE}
    files |= {PICTURE_FILES / f"{each.slug}.svg": _svg(each) for each in PICTURES}
    files[PICTURE_FILES / "index.json"] = (
        json.dumps([_entry(each) for each in PICTURES], ensure_ascii=False, indent=2) + "\n"
    )
    files[BRAND / "emblem.svg"] = palette.document(48, 48, scenes_site.emblem(), "xMidYMid meet")
    files[BRAND / "favicon.svg"] = files[BRAND / "emblem.svg"]
    return files


def _svg(drawing: Drawing) -> str:
    return palette.document(drawing.width, drawing.height, drawing.draw())


def _entry(drawing: Drawing) -> dict[str, object]:
    entry: dict[str, object] = {
        "slug": drawing.slug,
        "file": f"{drawing.slug}.svg",
        "title": drawing.title,
        "alt": drawing.alt,
    }
    entry |= {"width": drawing.width, "height": drawing.height}
    if drawing.focus:
        entry["focal_point"] = dict(zip(("x", "y", "width", "height"), drawing.focus, strict=True))
    return entry


def write_rasters() -> None:
    """Photograph the icon and the social card with a headless browser."""
    browser = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if browser is None:
        raise CommandError("Chromium is missing: apt-get install chromium fonts-noto-cjk")
    with tempfile.TemporaryDirectory() as folder:
        for name, width, height in RASTERS:
            page = Path(folder) / f"{name}.html"
            page.write_text(_page(name, width, height), encoding="utf-8")
            target = BRAND / f"{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            command = [
                browser,
                "--headless=new",
                "--no-sandbox",
                "--hide-scrollbars",
                f"--window-size={max(width, 600)},{max(height, 700)}",
            ]
            shot = Path(folder) / f"{name}.png"
            subprocess.run(
                [*command, f"--screenshot={shot}", page.as_uri()], check=True, capture_output=True, timeout=60
            )
            _crop(shot, target, width, height)


def _page(name: str, width: int, height: int) -> str:
    body = scenes_site.social_card() if name == "og-default" else scenes_site.app_icon()
    inner = (1200, 630) if name == "og-default" else (512, 512)
    svg = palette.flat(palette.document(*inner, body))
    words = "<p>微笑焦作，<br>志愿你我</p>" if name == "og-default" else ""
    sheet = f"body{{margin:0}}svg{{display:block;width:{width}px;height:{height}px}}{WORDS}"
    return f'<!doctype html><meta charset="utf-8"><style>{sheet}</style>{svg}{words}'


def _crop(shot: Path, target: Path, width: int, height: int) -> None:
    from PIL import Image

    with Image.open(shot) as image:
        image.convert("RGB").crop((0, 0, width, height)).quantize(128).save(target, optimize=True)
