"""The text of a privacy notice as blocks that a template draws.

The text is plain: a blank line ends a paragraph, `## ` begins a heading, `- ` an item of a list.
"""

from dataclasses import dataclass, field


@dataclass
class Block:
    """A heading or a paragraph (`text`), or a list (`items`)."""

    kind: str
    text: str = ""
    items: list[str] = field(default_factory=list)


def notice_blocks(text: str) -> list[Block]:
    """`text` in blocks of kind "heading", "paragraph" and "list"."""
    blocks: list[Block] = []
    open_block = False
    for line in (line.strip() for line in text.splitlines()):
        if not line:
            open_block = False
        elif line.startswith("#"):
            blocks.append(Block("heading", line.lstrip("# ")))
            open_block = False
        elif line.startswith(("- ", "· ", "• ")):
            if not (open_block and blocks[-1].kind == "list"):
                blocks.append(Block("list"))
            blocks[-1].items.append(line[2:].strip())
            open_block = True
        elif open_block and blocks[-1].kind == "paragraph":
            blocks[-1].text += f"\n{line}"
        else:
            blocks.append(Block("paragraph", line))
            open_block = True
    return blocks
