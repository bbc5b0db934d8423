"""The twelve service fields, 640 × 480, first half: poverty relief, elders, children in need, education, health, nature."""

from home.demo.art.kit import bowl, chrysanthemum, disc, flower, group, hill, line, pill, rect, shape, smile, waves
from home.demo.art.people import child, elder, person, volunteer, wheelchair
from home.demo.art.things import book, box, cup, house, table, tree

WIDTH, HEIGHT = 640, 480


def helping_hands() -> str:
    """扶贫济困: two people carry a parcel to a village house, wheat beside the path."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "dawn"), chrysanthemum(128, 110, 50, petals=16)]
    parts.append(hill(WIDTH, HEIGHT, "M0 300Q160 210 330 280T640 230", "r5"))
    parts.append(house(476, 388, 196, 130, "p", "r2"))
    parts += [bowl(WIDTH, HEIGHT, 384, 22, "m2"), bowl(WIDTH, HEIGHT, 424, 18, "r4")]
    parts.append(volunteer(182, 420, 1.5, kind="short", front=[(38, -46)]))
    parts.append(box(268, 366, 92, 74, "r3"))
    parts.append(person(352, 424, 1.46, "w1", "bob", front=[(36, -48)], flip=True))
    parts.append(elder(470, 408, 1.1, "g1", "bun", hands=[(30, -82)], flip=True))
    for x in (36, 66, 96, 560, 590, 618):
        parts.append(_wheat(x, 448 - abs(x - 320) * 0.03))
    return "".join(parts)


def _wheat(x: float, y: float) -> str:
    grains = "".join(pill(dx, dy, 6, 15, "m1") for dx, dy in ((-9, -62), (3, -66), (-9, -78), (3, -82), (-3, -94)))
    return group(x, y, line("M0 0V-66", "g2", 4), grains)


def tea_and_news() -> str:
    """敬老: an elder and a volunteer drink tea; the birds sing in their cage."""
    parts = [
        rect(0, 0, WIDTH, HEIGHT, "haze"),
        _cage(148, 70),
        _scroll(300, 66),
        rect(404, 70, 176, 150, "p", 10),
        rect(416, 82, 152, 126, "sky", 4),
    ]
    parts += [
        chrysanthemum(520, 124, 28, petals=12),
        shape("M416 190Q470 150 520 180T568 176V208H416Z", "g2"),
        rect(488, 82, 7, 126, "p"),
    ]
    parts += [bowl(WIDTH, HEIGHT, 412, 20, "m2")]
    parts.append(elder(196, 434, 1.8, "w1", "bald", front=[(40, -52)], hold=_newspaper()))
    parts.append(volunteer(458, 434, 1.76, kind="bob", front=[(-36, -56)], hold=cup(-40, -54, 0.7)))
    parts.append(rect(286, 408, 88, 12, "r2", 4) + rect(314, 392, 32, 56, "r2") + pill(262, 372, 136, 24, "r1"))
    parts += [
        group(
            322,
            372,
            shape("M-26 0Q-30 -40 0 -40T26 0Z", "w2"),
            line("M24 -20q18 -2 22 -18", "w2", 7),
            pill(-12, -48, 24, 9, "w1"),
        )
    ]
    return "".join(parts)


def _scroll(x: float, y: float) -> str:
    paper = rect(-44, 0, 88, 176, "p") + pill(-52, -8, 104, 12, "r1") + pill(-52, 172, 104, 12, "r1")
    twig = line("M-20 150Q10 116 -4 64M2 108Q22 100 26 82", "g1", 4)
    return group(
        x,
        y,
        line("M-30 -6L0 -26L30 -6", "gr", 3),
        paper,
        twig,
        chrysanthemum(-4, 56, 20, petals=12),
        chrysanthemum(26, 82, 12, "r3", "m2", petals=10),
    )


def _newspaper() -> str:
    page = rect(22, -66, 44, 34, "p", 3) + line("M30 -56H58M30 -48H58M30 -40H48", "gr", 3)
    return page


def _cage(x: float, y: float) -> str:
    bars = "".join(line(f"M{dx} 26V104", "r1", 3) for dx in (-36, -18, 0, 18, 36))
    bird = group(
        0, 84, shape("M-16 0Q-14 -22 6 -20Q18 -18 16 -4L28 2Q10 14 -6 10Q-14 8 -16 0Z", "m1"), disc(-6, -10, 2.2, "k")
    )
    return group(
        x,
        y,
        line("M0 -70V6", "gr", 3),
        bird,
        line("M-36 36Q-36 4 0 4T36 36", "r1", 4),
        bars,
        pill(-46, 102, 92, 12, "r1"),
        pill(-24, 92, 48, 5, "r3"),
    )


def windmills() -> str:
    """孤残关爱: a child in a wheelchair and a volunteer run their paper windmills in the wind."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "sky"), chrysanthemum(534, 106, 50, petals=16)]
    parts += [pill(60, 96, 130, 26, "p"), pill(100, 76, 76, 28, "p"), pill(300, 62, 96, 20, "p")]
    parts += [hill(WIDTH, HEIGHT, "M0 330Q160 250 330 310T640 280", "g2"), bowl(WIDTH, HEIGHT, 396, 22, "g1")]
    rider = child(4, -34, 0.92, "m1", "braids", hands=[(34, -70)])
    parts.append(wheelchair(262, 440, 1.62, rider) + _windmill(336, 270, 42, "r3", "m1"))
    parts.append(volunteer(150, 438, 1.7, kind="tail", front=[(34, -40)]))
    parts.append(child(468, 436, 1.24, "w1", "short", hands=[(-30, -84)]) + _windmill(412, 328, 38, "w2", "p", stem=16))
    parts += [flower(570, 428, 40, 15), flower(604, 420, 28, 12), flower(44, 424, 34, 13)]
    return "".join(parts)


def _windmill(x: float, y: float, radius: float, ink: str, other: str, stem: float = 70) -> str:
    sails = "".join(
        group(
            0,
            0,
            shape(
                f"M0 0Q{radius * 0.9:g} {-radius * 0.1:g} {radius:g} {-radius * 0.62:g}Q{radius * 0.3:g} {-radius * 0.7:g} 0 0Z",
                (ink, other)[index % 2],
            ),
            turn=index * 60,
        )
        for index in range(6)
    )
    return group(x, y, line(f"M0 0V{stem:g}", "r1", 5), sails, disc(0, 0, 6, "r1"))


def story_corner() -> str:
    """文化教育: a volunteer reads to children under a lamp, shelves behind."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "mist"), rect(40, 76, 236, 244, "r5", 10)]
    for shelf in range(3):
        y = 152 + shelf * 76
        parts.append(rect(28, y, 260, 12, "r2", 5))
        for at in range(8):
            height, ink = (
                40 + (at * 9 + shelf * 13) % 22,
                ("w1", "m1", "r1", "g1", "p", "r3", "w2")[(at + shelf * 3) % 7],
            )
            parts.append(rect(52 + at * 27, y - height, 21, height, ink, 3))
    parts += [
        line("M468 0V92", "k", 5),
        shape("M404 150Q408 88 468 88T532 150Z", "m1"),
        shape("M404 150H532L596 400H340Z", "haze"),
    ]
    parts += [bowl(WIDTH, HEIGHT, 398, 20, "r4"), '<ellipse class="m2" cx="390" cy="444" rx="222" ry="22"/>']
    parts.append(volunteer(440, 432, 1.8, kind="bob") + book(440, 414, 118, "w1"))
    parts.append(child(250, 440, 1.3, "m1", "braids") + child(338, 446, 1.2, "g1", "short", hands=[(-28, -86)]))
    parts.append(child(566, 444, 1.2, "r3", "tail", flip=True))
    return "".join(parts)


def blood_pressure() -> str:
    """医疗卫生: a volunteer doctor measures an elder's blood pressure at a table in the street."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "mist"), rect(120, 84, 12, 330, "gr"), rect(508, 84, 12, 330, "gr")]
    parts.append(
        shape("M84 132L124 64H516L556 132Z", "w1")
        + "".join(shape(f"M{84 + i * 59} 130h59a29.500 26 0 0 1 -59 0Z", ("w2", "p")[i % 2]) for i in range(8))
    )
    parts += [disc(320, 98, 22, "p"), rect(315, 84, 10, 28, "g1", 3), rect(306, 93, 28, 10, "g1", 3)]
    parts += [bowl(WIDTH, HEIGHT, 404, 20, "g2"), bowl(WIDTH, HEIGHT, 446, 16, "g1")]
    coat = smile(0, -36, 19, "r2", 4, 7) + line("M-10 -58Q-12 -34 0 -30T10 -58", "w1", 3.500) + disc(0, -28, 4, "w1")
    parts.append(person(226, 420, 1.7, "p", "bob", hold=coat))
    parts.append(elder(424, 420, 1.64, "m1", "short", front=[(-40, -36)], hold=rect(-36, -52, 20, 22, "w2", 5)))
    parts.append(table(324, 366, 260, 62, "r1", "r2"))
    gauge = (
        rect(-34, -44, 68, 44, "w1", 6)
        + disc(-8, -22, 16, "p")
        + line("M-8 -22L0 -31", "r2", 3)
        + disc(20, -28, 5, "m1")
        + disc(20, -13, 5, "r3")
    )
    parts.append(group(300, 366, gauge) + line("M334 352Q368 380 384 356", "k", 4))
    parts.append(volunteer(566, 452, 1.5, kind="tail", hands=[(-32, -84)]))
    return "".join(parts)


def planting() -> str:
    """环境保护: a sapling is planted on the bank, litter picked from the grass, an egret looks on."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "sky"), chrysanthemum(504, 106, 52, petals=16)]
    parts += [hill(WIDTH, HEIGHT, "M0 286Q170 200 340 268T640 236", "w3"), shape("M0 330Q320 300 640 330V420H0Z", "w2")]
    parts += [waves(350, 600, 350, "w3", 40), waves(400, 600, 372, "w1", 40), _egret(476, 396), tree(70, 380, 1.16)]
    parts += [bowl(WIDTH, HEIGHT, 372, 28, "g2"), bowl(WIDTH, HEIGHT, 424, 22, "g1")]
    parts.append(shape("M276 436Q318 396 362 436Z", "r1"))
    parts.append(
        line("M318 420V300", "r2", 7)
        + shape("M318 350Q274 346 264 304Q312 306 318 350Z", "g1")
        + shape("M318 322Q320 280 366 276Q362 320 318 322Z", "g1")
        + disc(318, 288, 15, "g1")
    )
    spade = line("M36 -104L44 -22", "r4", 6) + shape("M34 -26L56 -28L58 -4Q48 10 38 -2Z", "gr")
    parts.append(volunteer(212, 438, 1.6, kind="cap", front=[(38, -66)], hold=spade))
    parts.append(
        child(
            404, 440, 1.24, "m1", "braids", front=[(-34, -52)], hold=group(-36, -50, shape("M-10 -8H12L8 14H-6Z", "w1"))
        )
    )
    grab = line("M30 -42L52 -2", "k", 4)
    sack = shape("M-54 -30Q-34 -40 -14 -30L-10 2Q-34 14 -58 2Z", "m2")
    parts.append(volunteer(548, 452, 1.5, kind="bob", front=[(32, -42)], flip=True, hold=grab + sack))
    return "".join(parts)


def _egret(x: float, y: float) -> str:
    body = shape("M-34 -40Q-6 -66 22 -46Q30 -30 8 -24Q-22 -20 -34 -40Z", "p") + line("M18 -44Q36 -60 24 -82", "p", 7)
    return group(
        x,
        y,
        line("M-4 -26V4M6 -26V4", "k", 3),
        body,
        disc(24, -84, 8, "p"),
        shape("M30 -87L52 -82L30 -80Z", "m1"),
        disc(26, -86, 1.800, "k"),
    )
