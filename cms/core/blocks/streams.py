"""The sets of blocks that pages are made of."""

from wagtail.blocks import StreamBlock

from cms.core.blocks.catalog import ChosenProjectsBlock, ProjectListBlock
from cms.core.blocks.links import CallToActionBlock
from cms.core.blocks.pictures import GalleryBlock, PartnersBlock, PictureBlock
from cms.core.blocks.text import (
    FactsBlock,
    FaqBlock,
    HeadingBlock,
    MilestonesBlock,
    NoticeBlock,
    ProseBlock,
    QuoteBlock,
    StepsBlock,
)


class StoryStreamBlock(StreamBlock):
    """What a story is told with."""

    heading = HeadingBlock()
    paragraph = ProseBlock()
    notice = NoticeBlock()
    quote = QuoteBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    facts = FactsBlock()
    steps = StepsBlock()
    milestones = MilestonesBlock()
    faq = FaqBlock()
    partners = PartnersBlock()
    action = CallToActionBlock()


class TeamStreamBlock(StreamBlock):
    """What a team tells about itself. Dates, places and numbers come from the catalog by themselves."""

    heading = HeadingBlock()
    paragraph = ProseBlock()
    notice = NoticeBlock()
    quote = QuoteBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    facts = FactsBlock()
    steps = StepsBlock()
    milestones = MilestonesBlock()
    faq = FaqBlock()
    partners = PartnersBlock()


class PageStreamBlock(StoryStreamBlock):
    """Everything, projects of the catalog too."""

    projects = ProjectListBlock()
    chosen_projects = ChosenProjectsBlock()
