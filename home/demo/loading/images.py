"""The drawings of the demo city as images of the media library."""

import json
from pathlib import Path

from django.core.files.base import ContentFile
from wagtail.models import Collection

from cms.core.models import CmsImage
from home.demo.loading.made import Made

PICTURES = Path(__file__).resolve().parent.parent / "pictures"
COLLECTION = "演示图片"
CREDIT = "微笑焦作自绘"


def images_load(made: Made) -> None:
    """Copy every drawing of the picture index into the image storage."""
    root = Collection.get_first_root_node()
    collection = root.add_child(name=COLLECTION)
    for entry in json.loads((PICTURES / "index.json").read_text()):
        focus = entry.get("focal_point") or {}
        content = (PICTURES / entry["file"]).read_bytes()
        image = CmsImage(
            file=ContentFile(content, name=entry["file"]),
            file_size=len(content),
            title=entry["title"],
            description=entry["alt"],
            credit=CREDIT,
            collection=collection,
            focal_point_x=focus.get("x"),
            focal_point_y=focus.get("y"),
            focal_point_width=focus.get("width"),
            focal_point_height=focus.get("height"),
        )
        _forget_left_over(image, entry["file"])
        image.save()
        image.get_file_hash()
        made.images[entry["slug"]] = image


def _forget_left_over(image: CmsImage, name: str) -> None:
    """Delete the file that a load which did not finish has left behind: no image knows it."""
    path = image.file.field.generate_filename(image, name)
    if image.file.storage.exists(path) and not CmsImage.objects.filter(file=path).exists():
        image.file.storage.delete(path)
