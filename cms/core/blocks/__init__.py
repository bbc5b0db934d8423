"""The blocks that pages are written with. Each has a label, a description, a preview and one template in templates/blocks."""

from cms.core.blocks.catalog import ProjectQueryBlock
from cms.core.blocks.links import LinkBlock
from cms.core.blocks.pictures import PartnerBlock, PartnersBlock, PictureBlock
from cms.core.blocks.streams import PageStreamBlock, StoryStreamBlock, TeamStreamBlock
from cms.core.blocks.text import StepsBlock, TimelineEntryBlock

__all__ = [
    "LinkBlock",
    "PageStreamBlock",
    "PartnerBlock",
    "PartnersBlock",
    "PictureBlock",
    "ProjectQueryBlock",
    "StepsBlock",
    "StoryStreamBlock",
    "TeamStreamBlock",
    "TimelineEntryBlock",
]
