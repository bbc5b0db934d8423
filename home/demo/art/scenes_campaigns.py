"""Campaigns, 1200 × 500, and the scenic spots they go to, 720 × 300."""

from home.demo.art.kit import (
    bowl,
    chrysanthemum,
    cliff,
    disc,
    falls,
    flower,
    group,
    hill,
    line,
    pill,
    profile,
    rect,
    shape,
    smile,
    waves,
)
from home.demo.art.people import child, elder, person, volunteer
from home.demo.art.things import bicycle, boat, cup, lantern, pavilion, pine, round_tree, signpost, table

WIDTH, HEIGHT = 1200, 500
PLACE_WIDTH, PLACE_HEIGHT = 720, 300


def gorge_guides() -> str:
    """五一: in the red gorge of 云台山 volunteers show the way, visitors walk along the water."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "dawn"), chrysanthemum(600, 118, 60, petals=18)]
    parts.append(shape("M330 500Q420 210 600 214T880 500Z", "r5"))
    parts += [rect(0, 392, WIDTH, 108, "w2"), waves(430, 770, 414, "w3"), waves(380, 820, 478, "w1")]
    left = profile(((20, 210), (140, 250), (260, 292), (380, 350), (500, 372)))
    right = profile(((40, 190), (150, 240), (280, 300), (400, 330), (500, 340)))
    parts += [cliff(24, 500, left, 31), cliff(44, 500, right, 8, right=WIDTH), falls(884, 196, 196)]
    parts += [rect(214, 432, 772, 16, "r4", 8), line("M250 388H950", "r1", 5)]
    parts += [line(f"M{x} 386V436", "r1", 6) for x in (250, 950)]
    parts.append(signpost(430, 438, 210, ("w1", 1, 128), ("m1", -1, 116), ("w2", 1, 100)))
    parts.append(volunteer(536, 438, 1.36, kind="cap", hands=[(-34, -86)]))
    parts.append(person(640, 438, 1.26, "w1", "bob", hands=[(32, -84)]) + child(708, 438, 0.94, "m1", "braids"))
    parts.append(elder(800, 438, 1.2, "g1", "short", front=[(28, -36)], hold=line("M28 -40V0", "r4", 5)))
    parts.append(volunteer(876, 438, 1.32, kind="tail", front=[(-30, -44)]))
    parts.append(
        person(
            330, 438, 1.2, "p", "short", front=[(24, -46)], hold=rect(14, -56, 22, 16, "k", 3) + disc(25, -48, 5, "w3")
        )
    )
    return "".join(parts)


def golden_week() -> str:
    """十一黄金周: autumn in the mountains, lanterns over a stall where volunteers hand out hot water."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "sky"), chrysanthemum(968, 112, 54, petals=16)]
    parts.append(
        hill(
            WIDTH,
            HEIGHT,
            "M0 260L120 130Q140 106 164 132L260 240L372 96Q396 70 420 98L560 260L700 160Q724 140 750 164L900 300L1200 220",
            "w3",
        )
    )
    parts.append(
        hill(
            WIDTH,
            HEIGHT,
            "M0 350L150 236Q176 218 204 240L330 330L470 250Q500 232 530 254L690 350L860 262Q890 246 920 266L1200 380",
            "w2",
        )
    )
    parts += [
        round_tree(86, 410, 1.3, "r3"),
        round_tree(1130, 404, 1.36, "m1"),
        round_tree(216, 420, 0.94, "m1"),
        round_tree(1016, 418, 0.96, "r4"),
    ]
    parts += [bowl(WIDTH, HEIGHT, 404, 24, "g2"), bowl(WIDTH, HEIGHT, 448, 20, "g1")]
    parts.append(_lanterns())
    parts.append(volunteer(512, 402, 1.4, kind="bob", front=[(38, -46)], hold=cup(40, -44, 0.8)))
    parts.append(volunteer(664, 402, 1.4, kind="short", hands=[(32, -84)]))
    parts.append(table(588, 384, 300, 66, "r1", "r2"))
    parts += [_kettle(600, 384), cup(496, 384), cup(696, 384)]
    parts.append(person(386, 454, 1.36, "w1", "tail", front=[(32, -52)], hold=cup(36, -52, 0.8)))
    parts.append(child(316, 458, 0.98, "m1", "short", hands=[(28, -84)]))
    parts.append(
        elder(806, 452, 1.3, "m1", "bun")
        + person(884, 456, 1.34, "r4", "short", front=[(-30, -50)], hold=cup(-34, -50, 0.8, "m2"))
    )
    return "".join(parts)


def _lanterns() -> str:
    string = line("M300 60Q600 150 900 60", "k", 4)
    for index in range(5):
        t = (index + 0.5) / 5
        string += lantern(300 + 600 * t, 60 + 90 * 2 * t * (1 - t), 0.86, ("r2", "r3")[index % 2])
    return string


def _kettle(x: float, y: float) -> str:
    return group(
        x,
        y,
        shape("M-28 0Q-32 -46 0 -46T28 0Z", "w1"),
        line("M24 -22Q40 -26 44 -44", "w1", 8),
        line("M-20 -44Q0 -76 20 -44", "k", 5),
        pill(-12, -52, 24, 8, "w2"),
    )


def spring_of_kindness() -> str:
    """学雷锋月: under blossoms a bicycle is mended, a pavement swept, an elder's bag carried."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "mist"), chrysanthemum(210, 116, 54, petals=16)]
    for x, width, height, ink in (
        (330, 150, 210, "w3"),
        (520, 190, 150, "r5"),
        (730, 130, 240, "w3"),
        (900, 210, 170, "r5"),
    ):
        parts.append(rect(x, 392 - height, width, height, ink, 10))
        for row in range(height // 60):
            parts += [
                rect(x + 22 + col * 44, 410 - height + row * 52, 24, 28, "p", 4) for col in range((width - 30) // 44)
            ]
    parts += [bowl(WIDTH, HEIGHT, 388, 22, "p"), bowl(WIDTH, HEIGHT, 418, 20, "g2"), bowl(WIDTH, HEIGHT, 458, 18, "g1")]
    parts += [round_tree(110, 430, 1.7, "r5", "p"), round_tree(1100, 428, 1.8, "r5", "p")]
    parts += [
        disc(x, y, 5, "r5")
        for x, y in ((220, 300), (262, 372), (190, 398), (968, 334), (1000, 404), (930, 280), (300, 330))
    ]
    parts.append(bicycle(560, 452, 1.2))
    parts.append(volunteer(452, 452, 1.4, kind="flaps", front=[(40, -52)], hold=_spanner()))
    parts.append(child(676, 454, 1.04, "m1", "braids", hands=[(28, -84)]))
    broom = line("M6 -70L48 -6", "r4", 5) + shape("M42 -16L54 -8L66 12H36Z", "m1")
    parts.append(volunteer(280, 458, 1.32, kind="tail", front=[(26, -40)], hold=broom))
    parts.append(
        elder(876, 454, 1.26, "w1", "bun") + volunteer(790, 456, 1.4, kind="short", front=[(36, -30)], hold=_bag())
    )
    return "".join(parts)


def _spanner() -> str:
    return group(44, -56, line("M0 8L10 -14", "k", 6), shape("M6 -14a9 9 0 1 1 12 5l-3 -7Z", "k"))


def _bag() -> str:
    return group(
        38,
        -26,
        line("M-8 0Q0 -16 8 0", "g1", 3),
        rect(-14, 0, 28, 24, "m2", 4),
        disc(-5, -2, 7, "r3"),
        disc(7, -3, 6, "m1"),
    )


def climbing_the_height() -> str:
    """重阳节: elders and volunteers reach the pavilion above a field of 怀菊."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "haze"), chrysanthemum(252, 128, 64, "r3", "r4", petals=18)]
    parts.append(hill(WIDTH, HEIGHT, "M0 340Q220 190 470 310T1200 180", "r5"))
    parts.append(hill(WIDTH, HEIGHT, "M0 440Q360 400 620 300T1200 226", "g2"))
    parts.append(pavilion(940, 262, 1.1))
    parts.append(line("M210 500Q420 430 600 392T900 272", "p", 26))
    parts.append(shape("M560 500Q800 400 1200 376V500H560Z", "g1"))
    parts.append(hill(WIDTH, HEIGHT, "M0 462Q160 440 330 500", "g1"))
    for index, (x, y) in enumerate(
        (
            (60, 480),
            (118, 478),
            (174, 488),
            (760, 470),
            (826, 450),
            (892, 470),
            (958, 440),
            (1024, 462),
            (1090, 430),
            (1156, 454),
            (1126, 492),
            (1000, 494),
        )
    ):
        parts.append(flower(x, y + 8, 30 + index % 3 * 6, 17, "m1" if index % 3 else "p", "m2" if index % 3 else "m1"))
    parts.append(
        volunteer(470, 452, 1.3, kind="bob", hands=[(34, -60)])
        + elder(548, 432, 1.2, "r3", "bun", front=[(26, -40)], hold=line("M26 -44V0", "r1", 5))
    )
    parts.append(elder(670, 386, 1.1, "w1", "bald", hands=[(30, -84)]) + volunteer(742, 362, 1.12, kind="short"))
    parts.append(elder(922, 252, 0.8, "m1", "short", hands=[(-30, -84)]) + elder(968, 252, 0.8, "g1", "bun"))
    parts += [_kite(430, 120), line("M742 300Q600 240 452 140", "gr", 3)]
    return "".join(parts)


def _kite(x: float, y: float) -> str:
    wing = shape("M0 -34Q40 -40 62 -10Q34 -2 8 10L0 44L-8 10Q-34 -2 -62 -10Q-40 -40 0 -34Z", "r2")
    return group(
        x,
        y,
        line("M-4 40q-10 18 2 30t-4 26M6 40q12 16 0 30t6 26", "m1", 4),
        wing,
        disc(-24, -16, 7, "m1"),
        disc(24, -16, 7, "m1"),
        smile(0, -4, 22, "m2", 4),
    )


def place_yuntai() -> str:
    """云台山: the red gorge with its waterfall and water."""
    width, height = PLACE_WIDTH, PLACE_HEIGHT
    left = profile(((0, 150), (100, 190), (200, 240), (300, 320)))
    right = profile(((20, 130), (120, 180), (220, 240), (300, 300)))
    parts = [
        rect(0, 0, width, height, "dawn"),
        chrysanthemum(392, 86, 46),
        rect(0, 228, width, 72, "w2"),
        waves(300, 500, 250, "w3", 40),
    ]
    parts += [waves(330, 480, 276, "w1", 40), cliff(20, height, right, 3, right=width, bars=(18, 38), jitter=16)]
    parts += [falls(570, 84, 140, 3, 9), cliff(0, height, left, 9, bars=(18, 38), jitter=16)]
    return "".join(parts)


def place_qingtian() -> str:
    """青天河: green hills around a long lake, a boat on it."""
    width, height = PLACE_WIDTH, PLACE_HEIGHT
    parts = [rect(0, 0, width, height, "sky"), chrysanthemum(130, 82, 44)]
    parts.append(hill(width, height, "M0 216Q120 20 264 156Q360 40 500 148Q600 66 720 176", "g2"))
    parts.append(hill(width, height, "M0 232Q100 118 224 200T480 184T720 204", "g1"))
    parts += [
        shape("M0 212Q360 268 720 212V300H0Z", "w1"),
        waves(60, 660, 256, "w3", 46),
        waves(130, 590, 282, "w2", 46),
    ]
    parts += [volunteer(346, 256, 0.94, hands=[(30, -84)]), child(398, 256, 0.76, "m1", "bob"), boat(370, 238, 170)]
    return "".join(parts)


def place_shennong() -> str:
    """神农山: sharp ridges, white-bark pines, a path along the crest."""
    width, height = PLACE_WIDTH, PLACE_HEIGHT
    parts = [rect(0, 0, width, height, "sky"), chrysanthemum(474, 74, 42)]
    parts.append(
        hill(
            width,
            height,
            "M0 290L104 100Q132 60 164 104L232 200L312 66Q340 26 372 70L464 206L524 136Q552 108 580 140L720 290",
            "w3",
        )
    )
    parts.append(
        hill(
            width,
            height,
            "M0 300L68 204Q92 176 120 204L184 256L264 160Q292 128 324 166L412 266L504 186Q532 162 564 190L720 300",
            "w2",
        )
    )
    parts += [
        hill(width, height, "M0 290Q180 196 360 256T720 232", "g1"),
        line("M40 282Q220 210 360 256T700 240", "p", 6, dashed=True),
    ]
    parts += [pine(120, 254, 0.86), pine(600, 248, 0.96), pine(656, 246, 0.62)]
    parts += [person(330, 256, 0.6, "m1", "bob"), volunteer(368, 260, 0.66, hands=[(30, -84)])]
    return "".join(parts)
