"""The four project brands, 1200 × 500: what matters stands in the middle 660, so that a card may cut the sides."""

from home.demo.art.kit import (
    bowl,
    chrysanthemum,
    cliff,
    disc,
    flower,
    group,
    hill,
    line,
    num,
    pill,
    profile,
    rect,
    shape,
    waves,
)
from home.demo.art.people import child, elder, person, volunteer
from home.demo.art.things import boat, book, bunting, clock, pot, table

WIDTH, HEIGHT = 1200, 500


def bridge_of_books() -> str:
    """「书香连心」: books hang as a bridge between two cliffs, and in the middle two readers meet."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "sky"), chrysanthemum(600, 118, 62, petals=18)]
    parts.append(hill(WIDTH, HEIGHT, "M0 360Q260 250 600 340T1200 300", "w3 fade"))
    parts += [rect(0, 424, WIDTH, 76, "w2"), waves(420, 790, 446, "w3"), waves(370, 850, 474, "w1")]
    left = profile(((170, 250), (260, 282), (360, 330), (500, 400)))
    right = profile(((190, 230), (280, 270), (380, 320), (500, 380)))
    parts.append(cliff(196, 500, left, 4))
    parts.append(cliff(196, 500, right, 13, right=WIDTH))
    inks = ("r1", "m1", "w1", "p", "r3", "g1", "w2", "r2", "m2")
    parts += [line("M232 150V214M968 150V214", "r1", 12), line("M232 156Q600 336 968 156", "r1", 5)]
    for index in range(17):
        t = (index + 0.5) / 17
        x = (1 - t) ** 2 * 236 + 2 * t * (1 - t) * 600 + t * t * 966
        y = (1 - t) ** 2 * 214 + 2 * t * (1 - t) * 470 + t * t * 214
        rope = (1 - t) ** 2 * 150 + 2 * t * (1 - t) * 330 + t * t * 150
        slope = (1 - 2 * t) * 30
        parts.append(line(f"M{num(x)} {num(rope)}V{num(y)}", "r4", 3))
        parts.append(
            group(
                x,
                y,
                rect(-22, -2, 42, 24, inks[index % 9], 4),
                pill(-12, 5, 20, 6, "r1" if inks[index % 9] == "p" else "p"),
                turn=slope,
            )
        )
    parts.append(volunteer(548, 342, 1.24, kind="bob", front=[(34, -42)]))
    parts.append(child(668, 342, 1, "w1", "braids", front=[(34, -42)], flip=True))
    parts.append(book(606, 300, 58, "r3"))
    parts.append(child(318, 262, 0.84, "m1", "short", hands=[(28, -84)]))
    parts.append(elder(890, 258, 1, "g1", "bun", hands=[(30, -82)], flip=True))
    return "".join(parts)


def growing_camp() -> str:
    """「微笑成长营」: tents on a hill, children water one big chrysanthemum as tall as they are."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "mist"), hill(WIDTH, HEIGHT, "M0 300Q300 180 620 280T1200 230", "w3")]
    parts.append(hill(WIDTH, HEIGHT, "M0 372Q340 268 700 344T1200 316", "g2"))
    parts += [_tent(236, 372, 1.24, "r2", "r3"), _tent(1000, 366, 1.1, "w1", "w2"), _tent(104, 404, 0.8, "m1", "m2")]
    parts += [line("M520 440V206", "r1", 7), bunting(240, 520, 212, 18)]
    parts.append(bowl(WIDTH, HEIGHT, 420, 22, "r4") + bowl(WIDTH, HEIGHT, 456, 18, "r3"))
    parts.append(line("M640 446Q652 330 640 210", "g1", 13))
    parts.append(shape("M644 352Q586 352 566 292Q634 290 644 352ZM648 318Q650 254 722 246Q716 314 648 318Z", "g1"))
    parts.append(chrysanthemum(640, 168, 92, petals=18) + line("M616 172q24 34 48 0", "r2", 7))
    can = group(
        42,
        -52,
        shape("M-18 -14H18L14 22H-14Z", "w2"),
        line("M16 4L44 -16M44 -22V-6", "w2", 6),
        line("M-18 -8Q-36 -4 -16 14", "w1", 4),
    )
    parts.append(child(464, 452, 1.16, "r3", "braids", front=[(36, -48)], hold=can))
    parts.append(line("M560 378q10 12 12 32M574 372q12 16 14 34", "w2", 4, dashed=True))
    parts.append(volunteer(340, 450, 1.44, kind="cap", hands=[(34, -88)]))
    parts.append(child(780, 452, 1.1, "m1", "short", hands=[(30, -86), (-30, -86)]))
    parts.append(child(882, 458, 1, "w1", "bob", hands=[(28, -84)], flip=True))
    parts += [flower(1080, 450, 40, 15), flower(1124, 456, 28, 12), flower(176, 456, 36, 14), flower(60, 448, 44, 16)]
    return "".join(parts)


def _tent(x: float, y: float, scale: float, dark: str, light: str) -> str:
    sides = shape("M0 -112L-96 0H96Z", light) + shape("M0 -112L40 0H-40Z", dark) + shape("M0 -70L16 0H-16Z", "k")
    return group(x, y, line("M0 -110V-136", "k", 4), shape("M2 -136q16 4 22 10l-22 8Z", "m1"), sides, scale=scale)


def after_school() -> str:
    """「四点半学校」: the clock says half past four, a volunteer helps children with their homework."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "dawn"), rect(96, 62, 216, 240, "p", 108)]
    window = '<clipPath id="w"><rect x="110" y="76" width="188" height="212" rx="94"/></clipPath>'
    view = rect(96, 62, 216, 240, "sky") + chrysanthemum(214, 184, 46, petals=16)
    view += shape("M96 236Q150 186 210 226T316 206V300H96Z", "r3") + shape("M96 262Q170 216 312 254V300H96Z", "r2")
    parts.append(f'{window}<g clip-path="url(#w)">{view}</g>')
    parts += [rect(200, 76, 9, 212, "p"), rect(82, 292, 244, 15, "r4", 7), pot(134, 292, 1), bunting(360, 740, 66, 30)]
    parts.append(clock(836, 136, 82))
    parts.append(rect(968, 90, 190, 216, "r5", 8))
    for shelf in range(3):
        y = 150 + shelf * 66
        parts.append(rect(958, y, 210, 11, "r2", 5))
        for book_at in range(6):
            height, ink = (
                34 + (book_at * 7 + shelf * 11) % 18,
                ("w1", "m1", "r1", "g1", "p", "r3")[(book_at + shelf * 2) % 6],
            )
            parts.append(rect(978 + book_at * 27, y - height, 20, height, ink, 3))
    parts.append(bowl(WIDTH, HEIGHT, 440, 20, "r5"))
    parts.append(volunteer(606, 401, 1.66, kind="bob"))
    parts.append(
        child(428, 400, 1.2, "w1", "short") + child(776, 400, 1.2, "g2", "tail") + child(320, 400, 1.06, "m1", "bob")
    )
    parts.append(child(884, 400, 1.06, "r3", "short", hands=[(26, -104)]))
    parts.append(table(600, 380, 720, 74))
    parts += [book(436, 382, 96, "r3"), book(762, 382, 96, "w2"), book(606, 384, 70, "m1"), _pencils(540, 382)]
    return "".join(parts)


def _pencils(x: float, y: float) -> str:
    return group(
        x,
        y,
        line("M2 -18L12 -48", "m1", 6),
        line("M-2 -18L-10 -50", "r3", 6),
        line("M0 -18V-54", "g2", 6),
        rect(-11, -32, 24, 32, "w2", 4),
    )


def safe_harbour() -> str:
    """「爱心港湾」便民服务: on the pier below the lighthouse volunteers cut hair and measure blood pressure; boats come in."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "sky"), chrysanthemum(188, 110, 56, petals=16)]
    parts.append(hill(WIDTH, 400, "M0 296Q220 210 460 280T1200 220", "w3 fade"))
    parts += [
        rect(0, 330, WIDTH, 170, "w2"),
        waves(40, 330, 364, "w3"),
        waves(-20, 300, 474, "w1"),
        waves(150, 330, 432, "w3"),
    ]
    parts += [shape("M1006 128L700 78V190Z", "m2 fade"), _lighthouse(1014, 356)]
    for x, y, width, ink in ((884, 352, 330, "r3"), (850, 376, 380, "r1")):
        parts.append(pill(x, y, width, 28, ink))
    parts.append(elder(160, 416, 0.94, "w1", "short") + child(232, 416, 0.86, "m1", "braids", hands=[(28, -84)]))
    parts.append(boat(196, 398, 210))
    parts += [rect(352, 400, 860, 30, "r4", 12), rect(380, 424, 820, 76, "r2")]
    parts += [rect(420 + index * 130, 424, 22, 76, "r1") for index in range(6)]
    parts += [
        line("M640 404V160", "r1", 8),
        shape(
            "M500 196Q510 128 640 122Q770 128 780 196Q757 172 733 196Q710 172 687 196Q663 172 640 196Q617 172 593 196Q570 172 547 196Q523 172 500 196Z",
            "r2",
        ),
    ]
    parts += [shape("M593 196Q600 140 640 122Q680 140 687 196Q663 172 640 196Q617 172 593 196Z", "p")]
    parts.append(
        elder(512, 408, 1.2, "p", "short") + volunteer(432, 408, 1.36, kind="tail", front=[(34, -74)], hold=_scissors())
    )
    parts.append(volunteer(712, 402, 1.36, kind="short") + elder(836, 402, 1.24, "m1", "bun", front=[(-30, -34)]))
    parts.append(
        table(774, 356, 150, 30)
        + group(774, 356, rect(-22, -26, 44, 26, "w1", 5), line("M18 -12q24 -4 30 6", "k", 4), disc(-6, -13, 8, "p"))
    )
    parts.append(person(600, 408, 1.2, "g1", "bob", hands=[(30, -82)], flip=True))
    return "".join(parts)


def _lighthouse(x: float, y: float) -> str:
    tower = [
        shape("M-46 0L-30 -176H30L46 0Z", "p"),
        shape("M-42 -44L-37.5 -92H37.5L42 -44Z", "r2"),
        shape("M-33 -142L-30 -176H30L33 -142Z", "r2"),
    ]
    tower += [pill(-44, -190, 88, 16, "r1"), rect(-22, -228, 44, 40, "m1", 6), shape("M-32 -226Q0 -270 32 -226Z", "r2")]
    return group(x, y, *tower)


def _scissors() -> str:
    return group(34, -76, line("M0 0L18 -8M0 -6L18 0", "k", 3.5), disc(-2, 2, 3.5, "m1"), disc(-2, -8, 3.5, "m1"))
