"""The site's own drawings: the valley of the home page, empty and broken states, the history, the emblem."""

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
from home.demo.art.things import bicycle, boat, book, pavilion, pot, sheet, signpost, wreath

WIDTH, HEIGHT = 560, 360
VALLEY = ("M3 19.5C4.6 34.5 12.6 44 24 44s19.4-9.5 21-24.5c.2-1.9-2.3-2.6-3.1-.9C38.3 26.9 32.2 31.5 24 31.5S9.7 26.9 6.1 18.6C5.3 16.9 2.8 17.6 3 19.5Z")  # fmt: skip
RIVER = ("M11.4 22.8c2.9 3.7 7.2 5.7 12.6 5.7s9.7-2 12.6-5.7c1-1.3-.3-2.9-1.8-2.2-3.2 1.5-6.7 2.3-10.8 2.3s-7.6-.8-10.8-2.3c-1.5-.7-2.8.9-1.8 2.2Z")  # fmt: skip


def emblem() -> str:
    """48 × 48: the valley, the water in it, the sun above: a smile, and someone with open arms."""
    return shape(VALLEY, "rock") + shape(RIVER, "water") + disc(24, 11.5, 7.5, "m1")


def app_icon() -> str:
    """512 × 512: the emblem on paper with room around it, for home screens."""
    return rect(0, 0, 512, 512, "p") + group(64, 62, emblem(), scale=8)


def hero_wide() -> str:
    """1440 × 640: the red gorge, the lake, a volunteer and an elder in a boat."""
    width, height = 1440, 640
    left = profile(((40, 150), (120, 206), (240, 252), (340, 292), (430, 342), (500, 400), (560, 470), (640, 560)))
    right = profile(((60, 150), (150, 226), (250, 282), (340, 318), (430, 372), (500, 424), (560, 486), (640, 560)))
    parts = [chrysanthemum(1096, 132, 62, petals=16)]
    parts.append(hill(width, height, "M0 500Q360 330 700 470T1440 440", "w3 fade"))
    parts += [
        rect(0, 486, width, 154, "w2"),
        waves(540, 910, 520, "w3"),
        waves(610, 840, 546, "w3"),
        waves(560, 880, 574, "w1"),
    ]
    parts += [cliff(70, height, right, 7, right=width), falls(1140, 360, 122), cliff(52, height, left, 21)]
    parts += [volunteer(690, 559, 0.78, hands=[(32, -86)]), elder(752, 559, 0.78), boat(720, 536, 190)]
    return "".join(parts)


def hero_tall() -> str:
    """400 × 230: the same valley for phones."""
    width, height = 400, 230
    side = profile(((0, 44), (60, 76), (120, 96), (170, 116), (200, 134), (230, 160)))
    inks = ("r1", "r2", "r3", "r4")
    parts = [hill(width, height, "M0 170Q100 96 200 150T400 130", "w3 fade")]
    parts += [chrysanthemum(262, 62, 38, petals=16), rect(0, 162, width, 68, "w2")]
    parts += [waves(128, 284, 178, "w3", 26, 3), waves(150, 254, 208, "w1", 26, 3)]
    parts.append(cliff(26, height, side, 5, right=width, inks=inks, bars=(12, 24), jitter=12))
    parts += [falls(330, 84, 80, 3, 6), cliff(8, height, side, 11, inks=inks, bars=(12, 24), jitter=12)]
    parts += [volunteer(188, 203, 0.58, hands=[(32, -86)]), elder(232, 203, 0.58), boat(209, 188, 134)]
    return "".join(parts)


def lookout() -> str:
    """Nothing found: someone looks out from the strata, a boat is on its way."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "sky"), chrysanthemum(392, 104, 44, petals=16)]
    parts.append(shape("M0 250Q150 168 300 226T560 190V270H0Z", "w3 fade"))
    parts += [
        rect(0, 246, WIDTH, 114, "w2"),
        waves(276, 506, 276, "w3"),
        waves(330, 560, 306, "w1"),
        waves(250, 434, 334, "w3"),
    ]
    strata = profile(((176, 168), (230, 178), (300, 214), (360, 272)))
    parts.append(cliff(176, HEIGHT, strata, 6, inks=("r1", "r2", "r3", "r4"), bars=(17, 36), jitter=18))
    parts.append(volunteer(104, 182, 1.1, kind="bob"))
    parts += [
        line("M122 132Q134 118 130 102", "r2", 11),
        rect(114, 91, 18, 17, "w1", 4),
        rect(128, 88, 32, 23, "r1", 6),
        rect(154, 86, 9, 27, "m1", 4),
    ]
    parts += [disc(129, 102, 6.5, "sk"), person(426, 266, 0.6, "m1"), boat(426, 258, 80)]
    return "".join(parts)


def signpost_scene() -> str:
    """Page not found: someone at a signpost where the path ends."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "dawn"), chrysanthemum(152, 118, 48, petals=16)]
    parts += [
        hill(WIDTH, HEIGHT, "M0 214Q150 124 300 190T560 160", "r5"),
        hill(WIDTH, HEIGHT, "M0 262Q160 206 320 250T560 236", "r4"),
    ]
    parts += [
        bowl(WIDTH, HEIGHT, 284, 40, "r3"),
        bowl(WIDTH, HEIGHT, 316, 38, "r2"),
        line("M40 306Q150 330 262 322", "p", 5, dashed=True),
    ]
    parts.append(signpost(360, 330, 234, ("w1", 1, 132), ("m1", -1, 124), ("w2", 1, 116)))
    parts.append(volunteer(258, 330, 1.16, hands=[(-34, -86)]))
    parts += [flower(446, 320, 40, 15), flower(476, 316, 26, 11)]
    return "".join(parts)


def moon_gate() -> str:
    """Not open to you: a round gate in a garden wall, its doors closed with a lock that smiles."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "mist"), chrysanthemum(470, 74, 36, petals=14), rect(0, 110, WIDTH, 200, "p")]
    parts += [
        "".join(pill(-20 + index * 60, 96, 56, 24, "gr") for index in range(11)),
        disc(280, 214, 122, "gr"),
        disc(280, 214, 108, "r2"),
    ]
    parts += [line("M280 108V320", "r1", 6)]
    parts += [disc(x, y, 6, "m1") for y in (150, 190, 258) for x in (216, 248, 312, 344)]
    parts += [
        line("M264 214V198Q264 182 280 182T296 198V214", "k", 7),
        rect(250, 208, 60, 50, "m1", 10),
        smile(280, 228, 26, "r1", 5),
    ]
    parts += [bowl(WIDTH, HEIGHT, 300, 18, "g2"), bowl(WIDTH, HEIGHT, 330, 14, "g1")]
    parts += [person(132, 332, 1.2, "w1", "bob", hands=[(30, -64)]), pot(436, 326, 1.1), flower(496, 326, 36, 14)]
    return "".join(parts)


def leaking_boat() -> str:
    """Something broke: the boat took in water, one bails, one mends."""
    parts = [
        rect(0, 0, WIDTH, HEIGHT, "sky"),
        chrysanthemum(112, 86, 40, petals=14),
        pill(340, 60, 130, 26, "p"),
        pill(372, 42, 78, 28, "p"),
    ]
    parts.append(shape("M0 206Q150 140 300 186T560 160V240H0Z", "w3 fade"))
    parts += [rect(0, 220, WIDTH, 140, "w2"), waves(16, 110, 250, "w3"), waves(440, 560, 258, "w3")]
    bucket = group(52, -66, shape("M-14 -14H14L10 14H-10Z", "m1"), line("M-14 -14Q0 -30 14 -14", "k", 3))
    parts.append(volunteer(220, 278, 1.2, kind="cap", front=[(44, -54)], hold=bucket))
    parts.append(line("M296 196q22 -18 30 8M302 206q12 -8 16 10", "w3", 5))
    hammer = line("M-30 -38L-46 -62", "r4", 5) + rect(-60, -74, 26, 14, "k", 3)
    parts.append(person(368, 278, 1.16, "m1", "tail", front=[(-30, -38)], hold=hammer))
    parts += [boat(290, 254, 330), rect(316, 276, 44, 22, "r4", 3), disc(322, 282, 2, "k"), disc(354, 292, 2, "k")]
    parts += [
        line("M248 292q-14 8 -10 24M262 298q-6 10 0 22", "w3", 5),
        waves(110, 480, 324, "w3"),
        waves(160, 430, 346, "w1"),
    ]
    return "".join(parts)


def waiting_boat() -> str:
    """Nothing signed up yet: an empty boat at the jetty, a seat is free."""
    parts = [rect(0, 0, WIDTH, HEIGHT, "dawn"), chrysanthemum(280, 180, 74, petals=18)]
    parts.append(shape("M0 204Q120 140 240 190T560 150V240H0Z", "r5"))
    parts += [
        rect(0, 216, WIDTH, 144, "w2"),
        waves(210, 350, 240, "m2"),
        waves(240, 330, 256, "m2"),
        waves(300, 540, 340, "w1"),
    ]
    parts += [
        rect(-10, 232, 190, 18, "r4", 8),
        "".join(rect(x, 246, 16, 90, "r1") for x in (20, 84, 148)),
        line("M172 240Q210 280 250 266", "k", 4),
    ]
    parts += [boat(350, 272, 220), line("M340 262L424 210", "r4", 7), shape("M418 220L446 190L452 206L432 226Z", "r4")]
    parts += [volunteer(108, 236, 1.1, kind="tail", hands=[(32, -86)]), pot(40, 234, 0.7), waves(360, 520, 308, "w3")]
    return "".join(parts)


def blank_story() -> str:
    """No stories yet: an open book, flowers grow out of its blank pages."""
    parts = [
        rect(0, 0, WIDTH, HEIGHT, "haze"),
        sheet(446, 96, 1, 0),
        line("M300 150Q360 150 410 112", "gr", 3, dashed=True),
    ]
    parts += [
        bowl(WIDTH, HEIGHT, 300, 18, "m2"),
        flower(236, 212, 78, 24),
        flower(284, 206, 116, 30, "r3", "m2"),
        flower(332, 212, 64, 20),
    ]
    parts += [
        book(280, 296, 250, "r2"),
        child(124, 322, 1.06, "w1", "braids", hands=[(28, -84)]),
        volunteer(450, 326, 1.24, kind="bob", hands=[(-32, -80)]),
    ]
    return "".join(parts)


def timeline() -> str:
    """1200 × 360: one path from 1994 to today, in the shape of a smile."""
    width, height = 1200, 360
    parts = [rect(0, 0, width, height, "sky"), chrysanthemum(1084, 92, 54, petals=18)]
    parts.append(hill(width, height, "M0 210Q240 110 480 180T1200 110", "w3 fade"))
    parts.append(
        hill(width, height, "M0 226Q600 400 1200 226", "g2")
        + line("M-10 240Q600 416 1210 240", "p", 22)
        + line("M0 240Q600 416 1200 240", "r3", 4, dashed=True)
    )
    parts += [
        bicycle(128, 256, 0.8, "r2"),
        person(80, 262, 0.96, "w1", "short", hands=[(28, -82)]),
        person(182, 272, 0.96, "m1", "tail"),
    ]
    flag = line("M34 -84V-150", "r1", 5) + shape("M36 -150q22 -8 40 4v30q-20 -10 -40 -2Z", "r3")
    parts += [volunteer(372, 300, 1.04, hands=[(34, -84)], hold=flag), volunteer(312, 294, 1, kind="bob")]
    parts += [
        wreath(600, 176, 34),
        person(560, 322, 1.06, "g1", "short", hands=[(30, -90)]),
        elder(640, 322, 1.06, hands=[(-30, -90)]),
    ]
    horn = group(38, -60, shape("M-8 -7L26 -20V18L-8 7Z", "m1"))
    parts += [volunteer(806, 312, 1.06, kind="cap", front=[(32, -56)], hold=horn), pavilion(968, 262, 0.72)]
    parts += [
        volunteer(1064, 282, 1, kind="tail", hands=[(-30, -82)]),
        child(1120, 272, 0.8, "m1", hands=[(28, -84)]),
        flower(1170, 262, 32, 12),
        flower(24, 256, 32, 12),
    ]
    return "".join(parts)


def social_card() -> str:
    """1200 × 630: what messengers show for a page without a picture of its own; the name is drawn by the command."""
    width, height = 1200, 630
    left = profile(((60, 120), (300, 210), (450, 290), (630, 400)))
    right = profile(((90, 110), (300, 220), (450, 300), (630, 410)))
    parts = [
        rect(0, 0, width, height, "sky"),
        chrysanthemum(970, 120, 58, petals=18),
        hill(width, height, "M0 480Q300 380 600 450T1200 420", "w3"),
    ]
    parts += [rect(0, 480, width, 150, "w2"), waves(430, 780, 516, "w3"), waves(460, 740, 600, "w1")]
    parts += [cliff(60, height, left, 21), cliff(90, height, right, 7, right=width)]
    parts += [volunteer(568, 563, 0.9, hands=[(32, -86)]), elder(640, 563, 0.9), boat(604, 540, 220)]
    return "".join(parts)
