"""Shapes and the document: what every drawing is made of. Colours are class names; `palette` turns them into inks."""

import math
import random
from collections.abc import Callable, Sequence
from itertools import pairwise

Point = tuple[float, float]

STROKES = {
    "r1": "sr1",
    "r2": "sr2",
    "r3": "sr3",
    "r4": "sr4",
    "r5": "sr5",
    "w1": "sw1",
    "w2": "sw2",
    "w3": "sw3",
    "g1": "sg1",
    "g2": "sg2",
    "m1": "sm1",
    "m2": "sm2",
    "k": "sk1",
    "p": "sp",
    "gr": "sgrey",
    "sk": "ssk",
}
ROCKS = ("r1", "r2", "r3", "r4")


def num(value: float) -> str:
    """A coordinate with one decimal at most."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def rect(x: float, y: float, width: float, height: float, ink: str, radius: float = 0) -> str:
    """A rectangle with its upper left corner at x, y."""
    rx = f' rx="{num(radius)}"' if radius else ""
    return f'<rect class="{ink}" x="{num(x)}" y="{num(y)}" width="{num(width)}" height="{num(height)}"{rx}/>'


def pill(x: float, y: float, width: float, height: float, ink: str) -> str:
    """A full-round bar."""
    return rect(x, y, width, height, ink, min(width, height) / 2)


def disc(x: float, y: float, radius: float, ink: str) -> str:
    """A filled circle."""
    return f'<circle class="{ink}" cx="{num(x)}" cy="{num(y)}" r="{num(radius)}"/>'


def ring(x: float, y: float, radius: float, ink: str, width: float) -> str:
    """A circle drawn as a line."""
    return f'<circle class="{STROKES[ink]}" stroke-width="{num(width)}" cx="{num(x)}" cy="{num(y)}" r="{num(radius)}"/>'


def shape(data: str, ink: str) -> str:
    """A filled path."""
    return f'<path class="{ink}" d="{data}"/>'


def line(data: str, ink: str, width: float, dashed: bool = False) -> str:
    """A round-ended line; `ink` is the fill class of the same colour."""
    dash = " dash" if dashed else ""
    return f'<path class="{STROKES[ink]}{dash}" stroke-width="{num(width)}" d="{data}"/>'


def group(x: float, y: float, *parts: str, scale: float = 1, flip: bool = False, turn: float = 0) -> str:
    """Parts moved to x, y, scaled, mirrored, turned by degrees."""
    change = f"translate({num(x)} {num(y)})"
    if turn:
        change += f" rotate({num(turn)})"
    if scale != 1 or flip:
        change += f" scale({-scale if flip else scale:g} {scale:g})"
    return f'<g transform="{change}">{"".join(parts)}</g>'


def smile(x: float, y: float, width: float, ink: str = "k", stroke: float = 2.2, depth: float | None = None) -> str:
    """The arc that everything here is made of."""
    depth = width * 0.42 if depth is None else depth
    return line(f"M{num(x - width / 2)} {num(y)}q{num(width / 2)} {num(depth * 2)} {num(width)} 0", ink, stroke)


def chrysanthemum(x: float, y: float, radius: float, ink: str = "m1", core: str = "m2", petals: int = 14) -> str:
    """Round petals around a disc: sun, flower, progress mark."""
    inner, outer = radius * 0.4, radius * 0.87
    data = ""
    for index in range(petals):
        angle = index * math.tau / petals
        sine, cosine = math.sin(angle), math.cos(angle)
        data += f"M{num(inner * sine)} {num(-inner * cosine)}L{num(outer * sine)} {num(-outer * cosine)}"
    return group(x, y, line(data, ink, radius * 0.26), disc(0, 0, radius * 0.44, ink), disc(0, 0, radius * 0.2, core))


def flower(x: float, y: float, height: float = 26, radius: float = 9, ink: str = "m1", core: str = "m2") -> str:
    """A chrysanthemum on its stem; x, y is the foot."""
    stem = line(f"M{num(x)} {num(y)}q3 {num(-height / 2)} 0 {num(-height)}", "g1", 3)
    leaf = shape(f"M{num(x + 1)} {num(y - height * 0.35)}q9 -2 11 -10q-10 0 -11 10Z", "g2")
    return stem + leaf + chrysanthemum(x, y - height, radius, ink, core, petals=10)


def waves(start: float, end: float, y: float, ink: str, step: float = 46, width: float = 4) -> str:
    """A line of equal arcs."""
    count = max(1, int((end - start) / step))
    data = f"M{num(start)} {num(y)}" + f"q{num(step / 2)} {num(step * 0.26)} {num(step)} 0" * count
    return line(data, ink, width)


def profile(points: Sequence[Point]) -> Callable[[float], float]:
    """How wide a cliff is at a height: straight between the given (y, width)."""

    def width_at(y: float) -> float:
        for (y0, w0), (y1, w1) in pairwise(points):
            if y <= y1:
                return w0 + (w1 - w0) * (y - y0) / (y1 - y0)
        return points[-1][1]

    return width_at


def cliff(
    top: float,
    foot: float,
    width_at: Callable[[float], float],
    seed: int,
    right: float | None = None,
    inks: Sequence[str] = ("r1", "r2", "r3", "r4", "r3", "r2"),
    bars: tuple[float, float] = (20, 46),
    jitter: float = 26,
) -> str:
    """Red strata: stacked bars with round ends, never twice the same ink; from the left edge, or from `right` leftwards."""
    chance = random.Random(seed)
    low, high = bars
    y, last, drawing = top, "", ""
    while y < foot:
        height = chance.choice([low, (low + high) / 2, high, low * 1.3])
        ink = chance.choice([each for each in inks if each != last])
        width = width_at(y + height / 2) + chance.uniform(-jitter, jitter)
        out = height
        x = -out if right is None else right - width
        drawing += pill(x, y, width + out, height + 0.6, ink)
        if height >= high * 0.8 and chance.random() < 0.8:
            seam = width * chance.uniform(0.25, 0.5)
            inset = chance.uniform(24, 70)
            seam_x = width - seam - inset if right is None else right - width + inset
            drawing += pill(seam_x, y + height * 0.55, seam, 4, "r1" if ink != "r1" else "r3")
        y, last = y + height, ink
    return drawing


def hill(width: float, height: float, data: str, ink: str) -> str:
    """Ground from a curve (`data` runs from the left edge to the right) down to the picture's lower edge."""
    return shape(f"{data}V{num(height)}H0Z", ink)


def bowl(width: float, height: float, side: float, depth: float, ink: str) -> str:
    """Ground whose upper edge smiles: `side` at the edges, `depth` lower in the middle."""
    return shape(
        f"M0 {num(side)}Q{num(width / 2)} {num(side + 2 * depth)} {num(width)} {num(side)}V{num(height)}H0Z", ink
    )


def falls(x: float, top: float, length: float, count: int = 3, width: float = 9) -> str:
    """A waterfall: upright bars of uneven length, the middle one white."""
    drawing = ""
    for index in range(count):
        shift = -6 if index % 2 else 0
        ink = "p" if index % 2 else "w3"
        drawing += pill(x + index * width * 1.8, top + shift, width, length + (index % 2) * 18, ink)
    return drawing
