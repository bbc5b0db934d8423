"""The twelve service fields, 640 × 480, second half: traffic, events, rescue, community, law, science."""

import math

from home.demo.art.kit import bowl, chrysanthemum, disc, flower, group, hill, line, num, pill, rect, ring, shape, waves
from home.demo.art.people import child, elder, person, volunteer
from home.demo.art.things import bicycle, book, books_lying, bunting, lantern, pot, tree

WIDTH, HEIGHT = 640, 480
RAIN = (
    (84, 112),
    (150, 138),
    (222, 112),
    (300, 96),
    (352, 150),
    (420, 124),
    (486, 142),
    (556, 122),
    (606, 176),
    (38, 176),
    (270, 180),
)


def crossing() -> str:
    """文明与交通: a volunteer with a small flag takes an elder and a child over the zebra crossing."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "dawn"), chrysanthemum(124, 104, 48, petals=16)]
    for x, width, height, ink in (
        (40, 120, 150, "r5"),
        (176, 96, 210, "w3"),
        (290, 140, 130, "r5"),
        (560, 110, 190, "w3"),
    ):
        parts.append(rect(x, 336 - height, width, height, ink, 8))
        parts += [
            rect(x + 18 + col * 38, 356 - height + row * 48, 20, 24, "p", 3)
            for row in range(height // 60)
            for col in range((width - 20) // 38)
        ]
    parts += [rect(0, 330, WIDTH, 22, "gr"), rect(0, 350, WIDTH, 130, "dusk")]
    parts += [shape(f"M{70 + i * 84} 362h46l-14 100h-58Z", "p") for i in range(7)]
    light = (
        rect(-26, -132, 52, 132, "k", 16) + disc(0, -108, 15, "r1") + disc(0, -66, 15, "r1") + disc(0, -24, 16, "g2")
    )
    parts.append(group(500, 224, line("M0 0V140", "k", 9), light))
    flag = line("M34 -88V-150", "r1", 5) + shape("M36 -150q26 -8 46 4v34q-22 -10 -46 -2Z", "m1")
    parts.append(volunteer(212, 440, 1.66, kind="cap", hands=[(34, -88)], hold=flag))
    parts.append(elder(334, 442, 1.56, "w1", "bun", front=[(28, -40)], hold=line("M28 -44V0", "r4", 5)))
    parts.append(child(428, 446, 1.16, "m1", "short", hands=[(30, -80)]) + rect(408, 380, 14, 30, "r2", 5))
    return "".join(parts)


def big_event() -> str:
    """大型活动: lanterns over a stage, a crowd, a volunteer with a megaphone and one with a sign."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "haze"), bunting(10, 630, 28, 34)]
    parts += [
        lantern(104, 52, 0.9, "r3"),
        lantern(536, 52, 0.9, "r3"),
        rect(170, 236, 300, 84, "r1", 8),
        rect(156, 308, 328, 18, "r3", 6),
    ]
    parts += [shape("M160 96Q240 130 236 240H160ZM480 96Q400 130 404 240H480Z", "r2"), rect(152, 86, 336, 22, "r1", 8)]
    parts += [
        chrysanthemum(320, 146, 34, petals=14),
        elder(276, 240, 0.86, "w1", "short"),
        person(320, 240, 0.9, "m1", "tail", hands=[(32, -84), (-32, -84)]),
    ]
    parts.append(person(366, 240, 0.86, "g1", "bob", hands=[(30, -82)]))
    parts.append(_crowd())
    parts.append(bowl(WIDTH, HEIGHT, 424, 12, "r4"))
    horn = group(40, -64, shape("M-10 -8L30 -24V22L-10 8Z", "m1"), pill(-18, -8, 14, 16, "m2"))
    parts.append(volunteer(128, 458, 1.66, kind="cap", front=[(34, -60)], hold=horn))
    sign = (
        line("M34 -86V-30", "r1", 6)
        + rect(2, -146, 66, 62, "w1", 8)
        + shape("M18 -118h22v-14l18 18l-18 18v-14H18Z", "p")
    )
    parts.append(volunteer(480, 460, 1.6, kind="bob", hands=[(34, -64)], hold=sign))
    return "".join(parts)


def _crowd() -> str:
    people = []
    heads = ("r4", "w2", "g2", "r5", "w3", "m2", "r3", "g1")
    for row, (y, scale, step) in enumerate(((382, 0.94, 64), (428, 1.1, 76))):
        for at in range(11):
            x = 22 + row * 34 + at * step
            if x < 650:
                hair = "gr" if (at + row) % 4 == 3 else "k"
                people.append(
                    group(
                        x,
                        y,
                        shape("M-27 0C-27 -42 -20 -62 0 -62S27 -42 27 0Z", heads[(at * 3 + row) % 8]),
                        disc(0, -77, 15, "sk"),
                        shape("M-16 -74C-19 -98 19 -98 16 -74C10 -66 -10 -66 -16 -74Z", hair),
                        scale=scale,
                    )
                )
    return "".join(people)


def flood_rescue() -> str:
    """应急救援: in heavy rain an inflatable boat brings an elder and a child from the flooded street."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "sky")]
    parts += [
        pill(40, 40, 220, 42, "gr"),
        pill(120, 20, 120, 44, "gr"),
        pill(380, 60, 210, 38, "gr"),
        pill(430, 40, 110, 40, "gr"),
    ]
    parts.append(line("".join(f"M{x} {y}l-12 34" for x, y in RAIN), "w2", 4))
    parts += [_flooded(112, 356, 150, 170, "r5"), _flooded(548, 356, 170, 140, "p")]
    parts += [rect(0, 322, WIDTH, 158, "w2"), waves(20, 200, 350, "w3"), waves(470, 640, 348, "w3")]
    pole = line("M36 -60L64 60", "r4", 6)
    parts.append(
        person(412, 372, 1.6, "r3", "helmet", front=[(36, -58)], hold=pole + line("M-14 -44L0 -34L14 -44", "m1", 5))
    )
    parts.append(
        elder(310, 376, 1.44, "g1", "bun", front=[(-20, -34)])
        + child(240, 378, 1.14, "m1", "short", hands=[(-30, -84)])
    )
    parts += [
        shape("M150 342Q150 330 170 332H474Q506 330 520 304Q548 366 500 398H186Q144 396 150 342Z", "r2"),
        pill(176, 350, 306, 12, "m1"),
    ]
    parts += [ring(228, 382, 13, "p", 6), waves(110, 560, 418, "w3"), waves(150, 520, 446, "w1")]
    return "".join(parts)


def _flooded(x: float, y: float, width: float, height: float, wall: str) -> str:
    half = width / 2
    roof = shape(
        f"M{num(x - half - 18)} {num(y - height)}L{num(x)} {num(y - height - 54)}L{num(x + half + 18)} {num(y - height)}Z",
        "r1",
    )
    return (
        rect(x - half, y - height, width, height, wall)
        + roof
        + rect(x - 44, y - height + 30, 34, 40, "w1", 4)
        + rect(x + 12, y - height + 30, 34, 40, "w1", 4)
    )


def neighbours() -> str:
    """社区服务: neighbours wave from their windows, a volunteer carries the shopping, a bicycle waits."""
    parts = [
        rect(0, 0, WIDTH, HEIGHT, "dawn"),
        chrysanthemum(78, 92, 44, petals=16),
        rect(170, 46, 380, 370, "r3", 14),
        rect(158, 34, 404, 22, "r1", 8),
    ]
    for index, (x, y) in enumerate((x, y) for y in (84, 204) for x in (200, 316, 432)):
        parts.append(
            rect(x, y, 90, 86, "p", 10) + rect(x + 8, y + 8, 74, 70, ("sky", "m2", "sky", "m2", "sky", "sky")[index], 6)
        )
        who = {
            0: elder(x + 45, y + 80, 0.78, "g1", "bun", hands=[(30, -76)]),
            4: person(x + 45, y + 80, 0.78, "w1", "tail", hands=[(-30, -76)]),
            2: child(x + 45, y + 80, 0.7, "m1", "bob"),
        }
        parts.append(who.get(index, "") + rect(x - 5, y + 78, 100, 12, "r1", 5))
    parts += [flower(214 + dx, 284, 24, 9) for dx in (0, 30, 60)]
    parts += [rect(318, 322, 86, 96, "w1", 10), disc(392, 372, 5, "m1"), line("M550 180H612V250", "k", 3)]
    parts += [rect(590, 190, 18, 34, "w2", 3), rect(564, 186, 18, 44, "m1", 3)]
    parts += [bowl(WIDTH, HEIGHT, 408, 16, "r5"), bowl(WIDTH, HEIGHT, 446, 14, "r4"), tree(64, 424, 1.02)]
    shopping = group(
        36,
        -24,
        line("M-9 0Q0 -18 9 0", "g1", 4),
        rect(-16, 0, 32, 28, "g2", 4),
        disc(-6, -3, 8, "r3"),
        disc(8, -5, 7, "m1"),
    )
    parts.append(volunteer(250, 446, 1.6, kind="short", front=[(34, -26)], hold=shopping))
    parts.append(elder(440, 448, 1.5, "w1", "bald", hands=[(-30, -84)]) + bicycle(544, 452, 0.86, "g1"))
    return "".join(parts)


def legal_advice() -> str:
    """法律服务: at a round table a volunteer explains, the scales of justice hang level."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "haze"), bowl(WIDTH, HEIGHT, 412, 20, "m2")]
    beam = line("M0 -12V150M-118 8Q0 -24 118 8", "r1", 8) + disc(0, -14, 12, "m1") + pill(-46, 144, 92, 14, "r1")
    for side in (-1, 1):
        beam += line(f"M{side * 118} 8L{side * 118 - 40} 84M{side * 118} 8L{side * 118 + 40} 84", "r1", 3)
        beam += shape(f"M{side * 118 - 50} 84h100q-6 34 -50 34t-50 -34Z", "r3")
    parts += [
        group(320, 64, beam),
        chrysanthemum(202, 132, 17, petals=10),
        pill(424, 128, 28, 20, "w1"),
        pill(428, 112, 22, 18, "w2"),
    ]
    parts.append(volunteer(320, 412, 1.6, kind="bob"))
    parts += [
        elder(150, 440, 1.62, "w1", "short", front=[(36, -44)]),
        person(494, 440, 1.6, "g1", "tail", front=[(36, -44)], flip=True),
    ]
    parts += [rect(290, 396, 60, 60, "r2"), pill(186, 372, 268, 26, "r1")]
    parts += [
        book(320, 372, 110, "w1"),
        books_lying(394, 372, (52, "r2"), (46, "m1"), height=15),
        pot(586, 444, 1.1, "w1", "w2"),
    ]
    return "".join(parts)


def science_night() -> str:
    """科普: on a hill children look through a telescope at a ringed planet and the stars."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "dusk")]
    for index, (x, y) in enumerate(
        (
            (60, 70),
            (150, 130),
            (230, 56),
            (330, 96),
            (300, 190),
            (560, 210),
            (600, 90),
            (90, 216),
            (400, 40),
            (190, 230),
        )
    ):
        parts.append(_star(x, y, 9 if index % 3 else 14))
    parts += [
        disc(480, 132, 52, "r4"),
        line("M446 116H512M436 142H524", "r5", 7),
        line("M404 160Q400 186 486 160T560 104Q546 96 528 104", "m1", 8),
    ]
    parts += [hill(WIDTH, HEIGHT, "M0 370Q180 270 360 330T640 312", "w1"), bowl(WIDTH, HEIGHT, 392, 22, "g1")]
    tube = group(
        0, -96, rect(-58, -15, 92, 30, "p", 8), rect(30, -20, 42, 40, "w3", 8), rect(-78, -9, 24, 18, "gr", 5), turn=-32
    )
    parts.append(group(330, 440, line("M0 -90L-44 0M0 -90L44 0M0 -90V4", "r4", 8), tube, disc(0, -94, 10, "m1")))
    parts.append(child(232, 440, 1.3, "m1", "braids", front=[(26, -40)]))
    parts.append(volunteer(132, 440, 1.68, kind="short", hands=[(34, -90)]))
    parts.append(
        child(452, 442, 1.26, "w2", "short", hands=[(30, -84)]) + child(534, 446, 1.14, "r3", "bob", hands=[(28, -84)])
    )
    return "".join(parts)


def _star(x: float, y: float, radius: float) -> str:
    points = []
    for index in range(8):
        angle, reach = index * math.pi / 4, radius if index % 2 == 0 else radius * 0.4
        points.append(f"{num(x + math.sin(angle) * reach)} {num(y - math.cos(angle) * reach)}")
    return shape(f"M{'L'.join(points)}Z", "m2")
