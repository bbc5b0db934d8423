"""The picture at the head of a project page: the project's own, else its brand's, else its field's."""

import logging
from dataclasses import dataclass

from catalog.projects.models import Project

logger = logging.getLogger(__name__)

#: The sizes that a page offers, cut 4:3 around the focal point; the page shows the picture at most 35rem wide.
CUTS = ("fill-480x360", "fill-800x600", "fill-1120x840")
SIZES = "(min-width: 60rem) 35rem, 100vw"
SHARE_SIZE = "fill-1200x630|format-jpeg"


@dataclass(frozen=True)
class Picture:
    """Addresses and measures of a picture. `share_url` is for messengers, which show no drawing: "" for an SVG."""

    url: str
    width: int
    height: int
    alt: str
    srcset: str = ""
    sizes: str = ""
    share_url: str = ""


def picture_of(project: Project) -> Picture | None:
    """The picture of `project`; needs with_pictures(). None when there is none, or when its file is gone."""
    image = project.image or (project.brand and project.brand.image) or (project.field and project.field.image)
    if not image:
        return None
    try:
        if image.is_svg():
            cut = image.get_rendition(CUTS[1])
            return Picture(cut.url, round(cut.width), round(cut.height), image.default_alt_text)
        specs = [f"{cut}|format-webp" for cut in CUTS]
        renditions = image.get_renditions(*specs, SHARE_SIZE)
    except OSError:
        logger.warning("the file of image %s can't be read", image.pk)
        return None
    # A small original has fewer widths than are asked for: each once.
    offered = {renditions[spec].width: renditions[spec] for spec in specs}
    middle = renditions[specs[1]]
    return Picture(
        url=middle.url,
        width=middle.width,
        height=middle.height,
        alt=image.default_alt_text,
        srcset=", ".join(f"{rendition.url} {width}w" for width, rendition in offered.items()),
        sizes=SIZES,
        share_url=renditions[SHARE_SIZE].url,
    )


def crest_of(project: Project) -> Picture | None:
    """The team's picture as a small round crest."""
    image = project.team.image
    if not image:
        return None
    if image.is_svg():
        return Picture(image.file.url, 64, 64, "")
    try:
        rendition = image.get_rendition("fill-128x128|format-webp")
    except OSError:
        logger.warning("the file of image %s can't be read", image.pk)
        return None
    return Picture(rendition.url, rendition.width, rendition.height, "")
