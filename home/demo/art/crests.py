"""The teams' own signs, 160 × 160, made to be cut to a circle."""

from home.demo.art.kit import chrysanthemum, disc, line, rect, shape, smile, waves
from home.demo.art.things import book, sheet

SIZE = 160


def crest_dawn() -> str:
    """「黎明脚步」: the sun over the lake, the track below it a smile."""
    sky = rect(0, 0, SIZE, SIZE, "dawn") + chrysanthemum(80, 78, 44, petals=16)
    return (
        sky + rect(0, 84, SIZE, 76, "w2") + waves(44, 116, 100, "m2", 24, 4) + line("M22 112Q80 166 138 112", "r2", 14)
    )


def crest_study() -> str:
    """爱心助学会: an open book that smiles."""
    return rect(0, 0, SIZE, SIZE, "w1") + book(80, 108, 92, "m1") + smile(80, 118, 52, "m1", 8, 12)


def crest_dream() -> str:
    """「追梦」换书社: a page folded into a plane, over an open book."""
    return rect(0, 0, SIZE, SIZE, "r2") + sheet(84, 62, 1.15, 0) + smile(80, 112, 84, "m1", 10, 14)


def crest_care() -> str:
    """乐施助养中心: a persimmon, which sounds like 事事如意, with a smile."""
    fruit = disc(80, 90, 46, "r3") + shape("M80 58Q58 34 40 52Q60 68 80 58Q100 68 120 52Q102 34 80 58Z", "g1")
    return rect(0, 0, SIZE, SIZE, "mist") + fruit + line("M80 58V36", "r1", 7) + smile(80, 92, 44, "m2", 7, 10)
