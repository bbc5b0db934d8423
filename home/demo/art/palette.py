"""The inks of the drawings, read from css/tokens.css, and the SVG file with its own light and dark style."""

import re
from functools import cache
from pathlib import Path

TOKENS = Path(__file__).resolve().parents[2] / "static" / "css" / "tokens.css"

#: Class of a drawing → token. A class that begins with "s" and is listed in kit.STROKES draws a line in that ink.
FILLS = {
    "r1": "il-rock-1",
    "r2": "il-rock-2",
    "r3": "il-rock-3",
    "r4": "il-rock-4",
    "r5": "il-rock-5",
    "w1": "il-water-1",
    "w2": "il-water-2",
    "w3": "il-water-3",
    "m1": "il-mum-1",
    "m2": "il-mum-2",
    "g1": "il-leaf-1",
    "g2": "il-leaf-2",
    "k": "il-ink",
    "p": "il-paper",
    "sk": "il-skin",
    "gr": "il-grey",
    "sky": "il-sky",
    "dawn": "il-dawn",
    "haze": "mum-soft",
    "mist": "leaf-soft",
    "dusk": "gorge",
    "rock": "rock",
    "water": "water",
}
LINES = {
    "sr1": "r1",
    "sr2": "r2",
    "sr3": "r3",
    "sr4": "r4",
    "sr5": "r5",
    "sw1": "w1",
    "sw2": "w2",
    "sw3": "w3",
    "sg1": "g1",
    "sg2": "g2",
    "sm1": "m1",
    "sm2": "m2",
    "sk1": "k",
    "sp": "p",
    "sgrey": "gr",
    "ssk": "sk",
}
EXTRA = {"fade": "opacity:.45", "dash": "stroke-dasharray:2 10"}


@cache
def inks() -> tuple[dict[str, str], dict[str, str]]:
    """Token → colour, in light and in dark."""
    text = TOKENS.read_text(encoding="utf-8")
    light_part, dark_part = text.split("@media (prefers-color-scheme: dark)")
    light = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", light_part))
    return light, light | dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", dark_part))


def style(body: str) -> str:
    """The rules for the classes that `body` uses: light, and what differs in dark."""
    used = {name for names in re.findall(r'class="([^"]+)"', body) for name in names.split()}
    light, dark = inks()
    rules, dark_rules = [], []
    lines = sorted(used & LINES.keys())
    for name in sorted(used & FILLS.keys()):
        rules.append(f".{name}{{fill:{light[FILLS[name]]}}}")
        if dark[FILLS[name]] != light[FILLS[name]]:
            dark_rules.append(f".{name}{{fill:{dark[FILLS[name]]}}}")
    if lines:
        rules.append(
            f"{','.join('.' + name for name in lines)}{{fill:none;stroke-linecap:round;stroke-linejoin:round}}"
        )
    for name in lines:
        token = FILLS[LINES[name]]
        rules.append(f".{name}{{stroke:{light[token]}}}")
        if dark[token] != light[token]:
            dark_rules.append(f".{name}{{stroke:{dark[token]}}}")
    rules += [f".{name}{{{rule}}}" for name, rule in EXTRA.items() if name in used]
    unknown = used - FILLS.keys() - LINES.keys() - EXTRA.keys()
    if unknown:
        raise ValueError(f"no ink for {', '.join(sorted(unknown))}")
    return f"<style>{''.join(rules)}@media(prefers-color-scheme:dark){{{''.join(dark_rules)}}}</style>"


def document(width: int, height: int, body: str, align: str = "xMidYMax slice") -> str:
    """A whole SVG file. `align`: what is kept when the frame has another shape."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return f'{head} preserveAspectRatio="{align}">{style(body)}{body}</svg>\n'


def flat(svg: str, dark: bool = False) -> str:
    """The file with one scheme only, for programs that know no media query."""
    sheet = inks()[1 if dark else 0]
    body = re.sub(r"<style>.*?</style>", "", svg)
    names = {**{name: f"fill:{sheet[token]}" for name, token in FILLS.items()}}
    for name, ink in LINES.items():
        names[name] = f"fill:none;stroke-linecap:round;stroke-linejoin:round;stroke:{sheet[FILLS[ink]]}"
    names |= EXTRA
    rules = "".join(f".{name}{{{rule}}}" for name, rule in names.items())
    return body.replace(">", f"><style>{rules}</style>", 1)
