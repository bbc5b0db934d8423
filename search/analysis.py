"""The one text analysis: index, queries and everything that compares words call these functions.

Text becomes plain tokens in four steps: NFKC, lower case, traditional characters to simplified ones by OpenCC's character table,
then runs of Han and runs of letters and digits. A Han run becomes overlapping pairs and its last character; a Latin run stays a
word. Whatever changes the tokens of a text changes `version()`, which is stored with each indexed document.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from opencc import OpenCC

#: Grows with every change of the rules in this module.
RULES = 1
#: The longest token that an engine stores; a longer word is cut, in the index and in a query alike.
MAX_TOKEN_LENGTH = 40
#: From this many letters on, an unfinished Latin word finds the words that begin with it.
PREFIX_LETTERS = 3
#: What one query may ask for; whatever comes behind is left out.
MAX_QUERY_CHARACTERS = 100
MAX_QUERY_TOKENS = 48

_HAN = "々〇㐀-䶿一-鿿\U00020000-\U0003ffff"
_RUN = re.compile(rf"(?P<han>[{_HAN}]+)|(?P<word>[^\W_{_HAN}]+)")
_JOINERS = re.compile(r"[与和及]|[^\w]+")
_HAN_BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x2A6E0))


@dataclass(frozen=True, slots=True)
class Run:
    """One unbroken piece of a query. A document has it when it has all `tokens`, or the explicit keyword `text`.

    With `is_prefix` the one token stands for every token that begins with it.
    """

    text: str
    tokens: tuple[str, ...]
    is_prefix: bool = False


@lru_cache(maxsize=1)
def _simplified() -> dict[int, str]:
    """The table from traditional to simplified characters; each character is converted alone, so context never matters."""
    converter = OpenCC("t2s")
    characters = [chr(code) for block in _HAN_BLOCKS for code in block]
    converted = converter.convert("\n".join(characters)).split("\n")
    return {ord(old): new for old, new in zip(characters, converted, strict=True) if old != new and len(new) == 1}


@lru_cache(maxsize=1)
def version() -> str:
    """Names the rules and the character table; an index that was built under another one must be built again."""
    table = "".join(f"{old:x}{new}" for old, new in sorted(_simplified().items()))
    return f"{RULES}-{zlib.crc32(table.encode()):08x}"


def normalise(text: str) -> str:
    """`text` as it is compared: NFKC, lower case, simplified characters."""
    return unicodedata.normalize("NFKC", text).lower().translate(_simplified())


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """The runs of a normalised text, each with whether it is Han."""
    for match in _RUN.finditer(text):
        yield match.group(), match.lastgroup == "han"


def _pairs(run: str) -> list[str]:
    return [run[index : index + 2] for index in range(len(run) - 1)]


def text_tokens(text: str) -> set[str]:
    """The tokens under which a running text is found: 四点半 gives 四点, 点半 and the tail 半."""
    tokens: set[str] = set()
    for run, is_han in _runs(normalise(text)):
        if is_han:
            tokens.update(_pairs(run))
            tokens.add(run[-1])
        else:
            tokens.add(run[:MAX_TOKEN_LENGTH])
    return tokens


def keyword_tokens(label: str) -> set[str]:
    """The tokens of a facet's label: the whole, and its words of two characters one after the other.

    Pairs across words are left out: 应急救援 is found by 应急 and 救援, and never by 急救.
    """
    tokens: set[str] = set()
    for part in _JOINERS.split(normalise(label)):
        for run, is_han in _runs(part):
            tokens.add(run[:MAX_TOKEN_LENGTH])
            if is_han:
                tokens.update(run[index : index + 2] for index in range(0, len(run) - 1, 2))
    whole = "".join(run for run, _is_han in _runs(normalise(label)))
    return tokens | {whole[:MAX_TOKEN_LENGTH]} if whole else tokens


def query_runs(text: str) -> list[Run]:
    """What a query asks for: every run must be found. Blanks and signs only give an empty list.

    One Han character is a prefix; so is a Latin word from its third letter on.
    """
    runs: list[Run] = []
    seen: set[str] = set()
    left = MAX_QUERY_TOKENS
    for run, is_han in _runs(normalise(text[:MAX_QUERY_CHARACTERS])):
        if run in seen or left <= 0:
            continue
        seen.add(run)
        if is_han and len(run) > 1:
            tokens = tuple(dict.fromkeys(_pairs(run)))[:left]
            runs.append(Run(run[:MAX_TOKEN_LENGTH], tokens))
        else:
            tokens = (run[:MAX_TOKEN_LENGTH],)
            is_prefix = is_han or (len(run) >= PREFIX_LETTERS and not run.isdigit())
            runs.append(Run(tokens[0], tokens, is_prefix))
        left -= len(tokens)
    return runs
