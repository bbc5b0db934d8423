"""Things: books, boats, pots, trees, houses. Bars and arcs."""

import math

from home.demo.art.kit import chrysanthemum, disc, flower, group, line, num, pill, rect, ring, shape, smile, waves


def book(x: float, y: float, width: float, cover: str = "r3", page: str = "p") -> str:
    """An open book; x, y is the foot of its spine."""
    height = width * 0.5
    half, quarter = width / 2, width / 4

    def spread(top: float, fold: float, foot: float, fall: float, out: float) -> str:
        return (
            f"M{num(x - half - out)} {num(y - height * top)}Q{num(x - quarter)} {num(y - height * (top + 0.28))} {num(x)} {num(y - height * fold)}"
            f"Q{num(x + quarter)} {num(y - height * (top + 0.28))} {num(x + half + out)} {num(y - height * top)}V{num(y + foot)}"
            f"Q{num(x + quarter)} {num(y - height * fall)} {num(x)} {num(y + max(0, foot + 1 if out else 0))}"
            f"Q{num(x - quarter)} {num(y - height * fall)} {num(x - half - out)} {num(y + foot)}Z"
        )

    spine = line(f"M{num(x)} {num(y - height * 0.58)}V{num(y - 1)}", "gr", 2)
    return shape(spread(0.62, 0.5, 5, 0.22, 4), cover) + shape(spread(0.72, 0.6, -3, 0.32, 0), page) + spine


def books_lying(x: float, y: float, *spines: tuple[float, str], height: float = 20) -> str:
    """A pile: (width, ink) from the bottom up; x is the left edge, y the ground."""
    drawing = ""
    for index, (width, ink) in enumerate(spines):
        left, top = x + index % 2 * 5, y - height * (index + 1)
        drawing += rect(left, top, width, height - 1, ink, 4) + pill(
            left + width - 22, top + height * 0.3, 13, height * 0.35, "p"
        )
    return drawing


def books_standing(x: float, y: float, *spines: tuple[float, float, str]) -> str:
    """A row: (width, height, ink) from the left; x is the left edge, y the shelf."""
    drawing = ""
    for width, height, ink in spines:
        drawing += rect(x, y - height, width, height, ink, 3) + pill(
            x + width * 0.25, y - height * 0.8, width * 0.5, height * 0.16, "p"
        )
        x += width + 2
    return drawing


def clock(x: float, y: float, radius: float, hour: int = 4, minute: int = 30) -> str:
    """A clock that shows hour and minute."""
    minute_angle = math.radians(minute * 6 - 90)
    hour_angle = math.radians((hour + minute / 60) * 30 - 90)
    drawing = disc(x, y, radius, "r2") + disc(x, y, radius * 0.82, "p")
    for index in range(12):
        angle = math.radians(index * 30)
        size = radius * (0.045 if index % 3 else 0.07)
        drawing += disc(x + math.cos(angle) * radius * 0.68, y + math.sin(angle) * radius * 0.68, size, "r3")

    def hand(angle: float, length: float, width: float) -> str:
        return line(f"M{num(x)} {num(y)}l{num(math.cos(angle) * length)} {num(math.sin(angle) * length)}", "k", width)

    return (
        drawing
        + hand(hour_angle, radius * 0.38, radius * 0.1)
        + hand(minute_angle, radius * 0.56, radius * 0.075)
        + disc(x, y, radius * 0.09, "m1")
    )


def boat(x: float, y: float, width: float, ink: str = "r1", band: str = "m1") -> str:
    """A boat's hull, which is a smile; x, y is the middle of its rim."""
    half = width / 2
    hull = shape(
        f"M{num(x - half)} {num(y - half * 0.2)}Q{num(x)} {num(y + half * 0.55)} {num(x + half)} {num(y - half * 0.2)}"
        f"Q{num(x + half * 0.9)} {num(y + half * 0.24)} {num(x + half * 0.5)} {num(y + half * 0.34)}H{num(x - half * 0.5)}"
        f"Q{num(x - half * 0.9)} {num(y + half * 0.24)} {num(x - half)} {num(y - half * 0.2)}Z",
        ink,
    )
    return hull + pill(x - half * 0.52, y + half * 0.19, half * 1.04, half * 0.07, band)


def tree(x: float, y: float, scale: float = 1, inks: tuple[str, str] = ("g1", "g2"), fruit: str = "") -> str:
    """Three stacked domes on a trunk."""
    dark, light = inks
    parts = [
        line("M0 0V-70", "r1", 11),
        shape("M-58 -52Q-58 -112 0 -112T58 -52Z", dark),
        shape("M-46 -88Q-46 -146 0 -146T46 -88Z", light),
        shape("M-32 -122Q-32 -172 0 -172T32 -122Z", dark),
    ]
    if fruit:
        parts += [
            disc(dx, dy, 7, fruit) for dx, dy in ((-36, -66), (4, -70), (38, -64), (-20, -102), (24, -104), (0, -136))
        ]
    return group(x, y, *parts, scale=scale)


def round_tree(x: float, y: float, scale: float = 1, ink: str = "g2", fruit: str = "", trunk: str = "r1") -> str:
    """A spreading tree of discs on a forked trunk, with fruit if wanted."""
    parts = [line("M0 0V-70M0 -46Q18 -58 28 -78M0 -58Q-16 -68 -24 -86", trunk, 10)]
    parts += [disc(dx, dy, r, ink) for dx, dy, r in ((-34, -104, 34), (34, -102, 36), (0, -132, 40), (0, -98, 30))]
    if fruit:
        spots = ((-46, -96), (-24, -118), (-6, -88), (16, -140), (30, -96), (50, -112), (-14, -150), (6, -116))
        parts += [disc(dx, dy, 7.5, fruit) for dx, dy in spots]
    return group(x, y, *parts, scale=scale)


def pine(x: float, y: float, scale: float = 1) -> str:
    """A white-bark pine of 神农山: a bare pale trunk with flat clouds of needles."""
    trunk = line("M0 0Q-8 -40 4 -96", "gr", 8) + line("M0 -56Q18 -60 30 -72", "gr", 6)
    clouds = pill(-36, -112, 72, 22, "g1") + pill(8, -88, 56, 18, "g2") + pill(-22, -130, 50, 20, "g2")
    return group(x, y, trunk, clouds, scale=scale)


def pot(x: float, y: float, scale: float = 1, body: str = "r4", rim: str = "r3") -> str:
    """A pot of chrysanthemums; x, y is the middle of its foot."""
    parts = [flower(-11, -34, 38, 15), flower(11, -32, 26, 12), shape("M-31 -37H31L23 0H-23Z", body)]
    return group(x, y, *parts, rect(-35, -41, 70, 11, rim, 5), scale=scale)


def bunting(x0: float, x1: float, y: float, sag: float, inks: tuple[str, ...] = ("w2", "m1", "r3", "g2")) -> str:
    """Little flags on a line that smiles."""
    middle = (x0 + x1) / 2
    drawing = line(f"M{num(x0)} {num(y)}Q{num(middle)} {num(y + 2 * sag)} {num(x1)} {num(y)}", "r4", 4)
    count = max(4, round((x1 - x0) / 58))
    for index in range(count):
        t = (index + 0.7) / (count + 0.4)
        px = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * middle + t * t * x1
        py = (1 - t) ** 2 * y + 2 * t * (1 - t) * (y + 2 * sag) + t * t * y
        drawing += shape(f"M{num(px - 13)} {num(py - 2)}h26l-13 24Z", inks[index % len(inks)])
    return drawing


def lantern(x: float, y: float, scale: float = 1, ink: str = "r3") -> str:
    """A round paper lantern; x, y is where it hangs."""
    parts = [line("M0 0V12", "k", 3), disc(0, 36, 25, ink), line("M-9 14Q-16 36 -9 58M9 14Q16 36 9 58", "r2", 3)]
    parts += [pill(-12, 8, 24, 7, "m1"), pill(-12, 58, 24, 7, "m1"), line("M0 66V82", "m1", 4)]
    return group(x, y, *parts, scale=scale)


def awning(
    x: float, y: float, width: float, height: float, stripes: int = 8, inks: tuple[str, str] = ("r2", "p")
) -> str:
    """A striped roof of a stall; its lower edge is a row of smiles."""
    step = width / stripes
    drawing = ""
    for index in range(stripes):
        left = x + index * step
        drawing += shape(
            f"M{num(left)} {num(y)}h{num(step)}v{num(height)}a{num(step / 2)} {num(step / 2)} 0 0 1 {num(-step)} 0Z",
            inks[index % 2],
        )
    return drawing + rect(x - 6, y - 8, width + 12, 12, "r1", 6)


def table(x: float, y: float, width: float, leg: float = 60, top: str = "r1", legs: str = "r2") -> str:
    """A table; x, y is the middle of its upper edge."""
    half = width / 2
    feet = rect(x - half * 0.82, y + 18, 18, leg, legs) + rect(x + half * 0.82 - 18, y + 18, 18, leg, legs)
    return feet + rect(x - half, y, width, 24, top, 10)


def pavilion(x: float, y: float, scale: float = 1) -> str:
    """A pavilion with two turned-up roofs; x, y is the middle of its foot."""
    posts = "".join(rect(px, -92, 9, 84, "r2") for px in (-58, -22, 13, 49))
    lower = shape(
        "M-92 -84Q-66 -96 -46 -124H46Q66 -96 92 -84Q96 -96 98 -100Q96 -72 80 -76H-80Q-96 -72 -98 -100Q-96 -96 -92 -84Z",
        "w1",
    )
    upper = shape(
        "M-62 -128Q-34 -142 0 -182Q34 -142 62 -128Q66 -138 68 -142Q66 -118 52 -120H-52Q-66 -118 -68 -142Q-66 -138 -62 -128Z",
        "w2",
    )
    base = rect(-84, -12, 168, 14, "r4", 5) + line("M-56 -34H56", "r3", 7)
    return group(x, y, posts, base, lower, upper, disc(0, -186, 8, "m1"), scale=scale)


def house(x: float, y: float, width: float, height: float, wall: str = "p", roof: str = "w1", windows: int = 2) -> str:
    """A low house with a tiled roof; x, y is the middle of its foot."""
    half = width / 2
    top = y - height
    drawing = rect(x - half, top, width, height, wall)
    drawing += shape(
        f"M{num(x - half - 22)} {num(top + 4)}Q{num(x - half * 0.6)} {num(top - 12)} {num(x - half * 0.5)} {num(top - height * 0.42)}"
        f"H{num(x + half * 0.5)}Q{num(x + half * 0.6)} {num(top - 12)} {num(x + half + 22)} {num(top + 4)}Z",
        roof,
    )
    drawing += rect(x - 17, y - height * 0.62, 34, height * 0.62, "r2", 4)
    for index in range(windows):
        side = -1 if index % 2 == 0 else 1
        drawing += rect(x + side * half * 0.62 - 17, y - height * 0.64, 34, 34, "m2", 5)
    return drawing


def signpost(x: float, y: float, height: float, *boards: tuple[str, int, float]) -> str:
    """A post with pointing boards: (ink, 1 to the right or -1 to the left, width) from the top."""
    drawing = rect(x - 7, y - height, 15, height, "r1", 6)
    for index, (ink, side, width) in enumerate(boards):
        top, start = y - height + 16 + index * 46, x - side * width * 0.42
        end = start + side * width
        drawing += shape(
            f"M{num(start)} {num(top)}H{num(end)}L{num(end + side * 20)} {num(top + 18)}L{num(end)} {num(top + 36)}H{num(start)}Z",
            ink,
        )
        drawing += pill(min(start, end) + width * 0.2, top + 15, width * 0.5, 6, "p")
    return drawing


def bicycle(x: float, y: float, scale: float = 1, ink: str = "w1") -> str:
    """A bicycle that faces right; x, y is the ground between its wheels."""
    wheels = "".join(ring(cx, -30, 29, "k", 5) + disc(cx, -30, 4, "k") for cx in (-52, 52))
    frame = line("M-52 -30L-14 -74H36L52 -30M-14 -74L-4 -30H-52M-4 -30L36 -74", ink, 6)
    rest = line("M-14 -74L-19 -88M-30 -88H-10", "k", 6) + line("M36 -74L32 -92H48", "k", 6)
    return group(x, y, wheels, frame, rest, disc(-4, -30, 7, "m1"), scale=scale)


def bench(x: float, y: float, width: float) -> str:
    """A bench; x, y is the middle of the ground below."""
    half = width / 2
    legs = rect(x - half + 16, y - 40, 12, 40, "r1") + rect(x + half - 28, y - 40, 12, 40, "r1")
    return legs + rect(x - half, y - 48, width, 14, "r3", 6)


def bench_back(x: float, y: float, width: float) -> str:
    """The back rest of `bench`, drawn before those who sit on it."""
    half = width / 2
    posts = rect(x - half + 18, y - 92, 10, 60, "r1") + rect(x + half - 28, y - 92, 10, 60, "r1")
    return posts + rect(x - half, y - 98, width, 13, "r4", 6) + rect(x - half, y - 76, width, 13, "r4", 6)


def cloud(x: float, y: float, scale: float = 1, ink: str = "p") -> str:
    """A cloud of two bars."""
    return group(x, y, pill(-50, 0, 100, 22, ink), pill(-24, -18, 66, 26, ink), scale=scale)


def sheet(x: float, y: float, scale: float = 1, turn: float = 0, ink: str = "p") -> str:
    """A paper plane that flies to the upper right."""
    return group(
        x, y, shape("M-30 6L34 -22L10 26L0 10Z", ink), shape("M34 -22L0 10L-6 26L8 14Z", "w3"), scale=scale, turn=turn
    )


def cup(x: float, y: float, scale: float = 1, ink: str = "p") -> str:
    """A cup of tea with its steam."""
    steam = line("M-5 -30q-5 -7 0 -13t0 -13M6 -30q-5 -7 0 -13", "gr", 3)
    return group(
        x, y, steam, shape("M-14 -24H14Q14 0 0 0T-14 -24Z", ink), line("M14 -20q9 0 8 7t-11 7", ink, 4), scale=scale
    )


def box(x: float, y: float, width: float, height: float, ink: str = "r4") -> str:
    """A parcel with a band; x, y is the middle of its foot."""
    half = width / 2
    return (
        rect(x - half, y - height, width, height, ink, 4)
        + rect(x - 7, y - height, 14, height, "m2")
        + smile(x, y - height * 0.45, width * 0.42, "r1", 3)
    )


def pond(x: float, y: float, width: float) -> str:
    """Two short waves, for a bit of water."""
    return waves(x, x + width, y, "w3", 40, 4) + waves(x + 26, x + width - 20, y + 20, "w1", 40, 4)


def wreath(x: float, y: float, radius: float) -> str:
    """A medal: a chrysanthemum on a ribbon."""
    ribbon = shape(
        f"M{num(x - radius * 0.5)} {num(y)}L{num(x - radius * 0.7)} {num(y + radius * 1.7)}l{num(radius * 0.7)} {num(-radius * 0.4)}l{num(radius * 0.7)} {num(radius * 0.4)}L{num(x + radius * 0.5)} {num(y)}Z",
        "r3",
    )
    return ribbon + chrysanthemum(x, y, radius, petals=12)
