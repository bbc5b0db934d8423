"""Short ways to write the blocks of a page."""

from home.demo.content.page_shapes import Block, BlockKind


def heading(text: str) -> Block:
    """A headline inside of the text."""
    return Block(BlockKind.HEADING, text)


def prose(text: str) -> Block:
    """A paragraph."""
    return Block(BlockKind.PARAGRAPH, text)


def bullets(*items: str) -> Block:
    """A list."""
    return Block(BlockKind.BULLETS, items=tuple((item,) for item in items))


def steps(title: str, *rows: tuple[str, str, str]) -> Block:
    """Steps or the course of a day: clock time or number, heading, sentence."""
    return Block(BlockKind.STEPS, title=title, items=rows)


def milestones(title: str, *rows: tuple[str, str, str]) -> Block:
    """A way year by year: year, heading, sentence."""
    return Block(BlockKind.MILESTONES, title=title, items=rows)


def notice(title: str, text: str) -> Block:
    """What must not be overlooked."""
    return Block(BlockKind.NOTICE, text, title)


def quote(text: str, source: str) -> Block:
    """What somebody said, and who."""
    return Block(BlockKind.QUOTE, text, source=source)


def faq(title: str, *rows: tuple[str, str]) -> Block:
    """Questions with their answers."""
    return Block(BlockKind.FAQ, title=title, items=rows)


def action(title: str, text: str, label: str, address: str) -> Block:
    """An invitation with one button, which leads to an address of this site."""
    return Block(BlockKind.ACTION, text, title, items=((label, address),))
