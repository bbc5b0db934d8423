"""The four team brands, 1200 × 500: what matters stands in the middle 660, so that a card may cut the sides."""

from home.demo.art.kit import bowl, chrysanthemum, disc, flower, group, hill, line, pill, rect, shape, waves
from home.demo.art.people import child, elder, person, runner, volunteer, wheelchair
from home.demo.art.things import (
    awning,
    bench,
    bench_back,
    book,
    books_lying,
    books_standing,
    bunting,
    cup,
    house,
    pot,
    round_tree,
    sheet,
    table,
    tree,
)

WIDTH, HEIGHT = 1200, 500


def dawn_runners() -> str:
    """「黎明脚步」: four people run along the lake towards the rising sun."""

    def ground(x: float) -> float:
        t = x / WIDTH
        return (1 - t) ** 2 * 398 + 2 * t * (1 - t) * 490 + t * t * 398

    parts = [rect(0, 0, WIDTH, HEIGHT, "dawn"), chrysanthemum(800, 262, 112, petals=20)]
    parts.append(hill(WIDTH, 380, "M0 268Q190 170 400 240T800 228T1200 210", "r5"))
    parts.append(hill(WIDTH, 380, "M0 300Q260 230 540 288T1200 262", "r4"))
    parts += [rect(0, 330, WIDTH, 170, "w3"), shape("M0 350Q600 326 1200 350V500H0Z", "w2")]
    parts += [waves(850, 1000, 360, "m2"), waves(880, 960, 378, "m2")]
    parts += [bowl(WIDTH, HEIGHT, 398, 46, "r2"), bowl(WIDTH, HEIGHT, 420, 46, "r1")]
    parts += [tree(72, 408, 1), tree(172, 424, 0.7), tree(1136, 408, 0.96), tree(1040, 424, 0.66)]
    for x, scale, body, trousers, hair, kind, vest in (
        (330, 1.06, "w1", "k", "k", "short", False),
        (464, 1.12, "m1", "w1", "gr", "short", False),
        (606, 1.16, "p", "k", "k", "tail", False),
        (760, 1.32, "r2", "k", "k", "short", True),
    ):
        parts.append(runner(x, ground(x) + 6, scale, body, trousers, hair, kind, vest))
    return "".join(parts)


def stairs_of_books() -> str:
    """爱心助学会: children climb stairs of books to the school, a volunteer hands up the next one."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "sky"), chrysanthemum(300, 120, 56, petals=16)]
    parts.append(hill(WIDTH, HEIGHT, "M0 330Q240 230 520 310T1200 250", "w3 fade"))
    parts.append(bowl(WIDTH, HEIGHT, 420, 24, "g2"))
    parts.append(bowl(WIDTH, HEIGHT, 452, 22, "g1"))
    inks = ("r1", "m1", "w1", "r3", "p", "r2", "w2")
    for column in range(5):
        for row in range(column + 1):
            left, top = 424 + column * 84, 440 - row * 38
            ink = inks[(column * 2 + row * 3) % 7]
            parts.append(rect(left, top - 36, 96, 35, ink, 5))
            parts.append(pill(left + 10, top - 24, 40, 9, "gr" if ink == "p" else "p"))
    parts += [line("M1040 230V64", "k", 5), shape("M1043 66Q1070 56 1094 70V104Q1070 90 1043 100Z", "r3")]
    parts.append(house(956, 438, 210, 204, "p", "r1"))
    parts.append(child(556, 366, 0.8, "m1", "braids", hands=[(26, -70)]))
    parts.append(child(724, 290, 0.8, "w1", "short", hands=[(30, -62)]))
    parts.append(volunteer(352, 446, 1.36, kind="bob", front=[(44, -58)], hold=group(52, -52, book(0, 0, 46, "w1"))))
    parts.append(child(238, 450, 0.86, "r3", "short", front=[(22, -34)], hold=rect(14, -44, 26, 18, "m1", 3)))
    parts += [flower(150, 448, 44, 16), flower(190, 456, 30, 12), flower(1120, 448, 36, 14)]
    return "".join(parts)


def book_swap() -> str:
    """「追梦」换书社: a stall under a striped awning, two readers swap books, paper planes fly off."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "haze"), bunting(20, 330, 84, 30), bunting(870, 1180, 84, 30)]
    parts += [sheet(220, 190, 0.9, -8), sheet(1010, 176, 1.1, 6), sheet(1090, 262, 0.62, 0)]
    parts += [
        line("M70 290Q130 250 186 208", "gr", 3, dashed=True),
        line("M880 262Q930 230 966 198", "gr", 3, dashed=True),
    ]
    parts += [bowl(WIDTH, HEIGHT, 424, 22, "r4"), bowl(WIDTH, HEIGHT, 456, 20, "r3")]
    parts += [rect(352, 110, 14, 330, "r1"), rect(834, 110, 14, 330, "r1")]
    parts.append(
        books_standing(404, 238, (26, 78, "w1"), (20, 64, "m1"), (30, 84, "r2"), (22, 70, "g1"), (26, 58, "w2"))
    )
    parts.append(
        books_standing(660, 238, (24, 66, "r3"), (30, 82, "w1"), (20, 72, "r1"), (26, 60, "m1"), (22, 80, "g2"))
    )
    parts.append(rect(372, 238, 456, 12, "r2", 4))
    parts.append(volunteer(600, 374, 1.34, kind="tail", front=[(40, -44)], hold=group(44, -40, book(0, 0, 44, "r3"))))
    parts.append(awning(338, 84, 524, 50, 10))
    parts.append(table(600, 352, 500, 84))
    parts.append(books_lying(404, 352, (92, "r3"), (80, "w2"), (88, "m1")))
    parts.append(books_lying(712, 352, (96, "w1"), (84, "g2")))
    parts.append(person(262, 462, 1.5, "w1", "short", front=[(40, -48)], hold=group(46, -44, book(0, 0, 44, "m1"))))
    parts.append(
        child(936, 458, 1.06, "g1", "braids", front=[(0, -34)], flip=True, hold=group(0, -24, book(0, 0, 50, "r2")))
    )
    parts.append(child(1024, 464, 0.94, "r3", "short", hands=[(28, -84)]))
    parts.append(pot(128, 470, 1.1, "w1", "w2"))
    return "".join(parts)


def persimmon_yard() -> str:
    """乐施助养中心: under the persimmon tree elders rest on a bench, one comes in a wheelchair, a volunteer pours tea."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "mist"), chrysanthemum(1046, 112, 50, petals=16)]
    wall = rect(0, 236, WIDTH, 190, "p") + "".join(pill(-24 + index * 62, 222, 58, 24, "gr") for index in range(20))
    parts += [wall, disc(1046, 322, 62, "mist"), disc(1046, 322, 62, "g2"), disc(1046, 322, 50, "mist")]
    parts += [line("M1046 322m-30 44q6 -40 -4 -66M1046 322m6 48q14 -50 4 -82M1046 322m30 40q4 -22 -4 -40", "g1", 6)]
    parts += [bowl(WIDTH, HEIGHT, 400, 22, "r5"), bowl(WIDTH, HEIGHT, 448, 18, "r4")]
    parts.append(round_tree(278, 436, 2.1, "g2", "r3"))
    parts.append(bench_back(492, 446, 270))
    parts.append(elder(432, 410, 1.3, "w1", "bald", front=[(20, -16)]))
    parts.append(elder(540, 410, 1.3, "m1", "bun", front=[(28, -34)], hold=cup(32, -34, 0.72)))
    parts.append(bench(492, 446, 270))
    parts.append(volunteer(724, 456, 1.46, kind="bob", front=[(-34, -46)], hold=_teapot()))
    rider = elder(2, -34, 0.94, "g1", "short", front=[(24, -20)])
    parts.append(wheelchair(884, 464, 1.36, rider, flip=True))
    parts += [
        pot(70, 472, 1.2, "w1", "w2"),
        pot(140, 482, 0.9, "r1", "r2"),
        flower(1130, 470, 42, 16),
        flower(1090, 476, 28, 12),
    ]
    return "".join(parts)


def _teapot() -> str:
    return group(
        -44,
        -52,
        shape("M-16 0Q-18 18 0 18T16 0Z", "w2"),
        line("M-15 4Q-26 4 -28 -6", "w2", 5),
        line("M14 2q12 2 8 12", "w2", 4),
        pill(-10, -5, 20, 6, "w1"),
    )
