"""People: a bell, a round head, a cap of hair, one smile, no eyes. Volunteers wear rock with a mum smile on the chest."""

from collections.abc import Sequence

from home.demo.art.kit import Point, disc, group, line, num, pill, shape, smile


def _arm(hand: Point, ink: str, skin: str) -> str:
    """From the shoulder on the hand's side, in a soft bend."""
    x, y = hand
    side = 1 if x >= 0 else -1
    bend = (x * 0.6 + side * 14, (y - 44) / 2 + 6)
    curve = f"M{side * 15} -44Q{num(bend[0])} {num(bend[1])} {num(x)} {num(y)}"
    return line(curve, ink, 11) + disc(x, y, 6.5, skin)


def _hair_behind(kind: str, hair: str) -> str:
    if kind == "bob":
        return shape("M-18 -70C-20 -98 20 -98 18 -70C18 -62 -18 -62 -18 -70Z", hair)
    if kind == "bun":
        return disc(0, -98, 7, hair)
    if kind == "tail":
        return shape("M10 -90C24 -92 26 -74 20 -66C18 -76 14 -82 8 -84Z", hair)
    if kind == "braids":
        return line("M-15 -72Q-22 -60 -19 -50M15 -72Q22 -60 19 -50", hair, 7)
    return ""


def _hair(kind: str, hair: str) -> str:
    if kind == "bob":
        return shape("M-15.5 -76C-16 -97 16 -97 15.5 -76C8 -79 4 -86 -2 -86C-7 -85 -10 -80 -15.5 -76Z", hair)
    if kind == "cap":
        return shape("M-16 -81C-15 -98 15 -98 16 -81Z", "r2") + pill(-2, -84, 24, 5, "r1")
    if kind == "helmet":
        return shape("M-18 -80C-18 -102 18 -102 18 -80Z", "m1") + pill(-20, -83, 40, 6, "m2")
    if kind == "bald":
        return shape("M-16 -76Q-17 -83 -13 -87Q-12 -80 -14 -72ZM16 -76Q17 -83 13 -87Q12 -80 14 -72Z", hair)
    if kind == "flaps":
        flaps = pill(-19, -88, 9, 24, "g1") + pill(10, -88, 9, 24, "g1")
        return flaps + shape("M-17 -82C-16 -101 16 -101 17 -82Z", "g1") + pill(-12, -92, 24, 11, "g2")
    return shape("M-16 -78C-17 -98 17 -98 16 -78C10 -82 6 -88 0 -87C-5 -86 -10 -83 -16 -78Z", hair)


def person(
    x: float,
    y: float,
    scale: float = 1,
    body: str = "r2",
    kind: str = "short",
    hands: Sequence[Point] = (),
    vest: bool = False,
    hair: str = "k",
    flip: bool = False,
    front: Sequence[Point] = (),
    hold: str = "",
) -> str:
    """Someone whose hem stands at x, y (54 × 98 at scale 1).

    `hands` are points relative to the hem, drawn behind the body; `front` ones before it. `hold` is drawn last, in the same
    coordinates. `kind`: short, bob, bun, tail, braids, cap, helmet, bald, flaps.
    """
    parts = [_hair_behind(kind, hair), *(_arm(hand, body, "sk") for hand in hands)]
    parts.append(shape("M-27 0C-27 -42 -20 -62 0 -62S27 -42 27 0Z", body))
    if vest:
        parts.append(smile(0, -36, 19, "m1", 4, 7))
    parts += [disc(0, -77, 15, "sk"), _hair(kind, hair), smile(0, -73, 10, "k", 2.2, 4)]
    arm_ink = {"p": "gr"}.get(body, body)
    parts += [_arm(hand, arm_ink, "sk") for hand in front]
    return group(x, y, *parts, hold, scale=scale, flip=flip)


def volunteer(x: float, y: float, scale: float = 1, **more) -> str:
    """A person in the volunteers' vest."""
    return person(x, y, scale, "r2", vest=True, **more)


def elder(x: float, y: float, scale: float = 1, body: str = "m1", kind: str = "bun", **more) -> str:
    """An old person."""
    return person(x, y, scale, body, kind, hair="gr", **more)


def child(x: float, y: float, scale: float = 0.68, body: str = "w1", kind: str = "short", **more) -> str:
    """A child: smaller, and with a larger smile because of it."""
    return person(x, y, scale, body, kind, **more)


def runner(
    x: float,
    y: float,
    scale: float,
    body: str,
    trousers: str = "k",
    hair: str = "k",
    kind: str = "short",
    vest: bool = False,
) -> str:
    """Someone who runs to the right; x, y is the ground below."""
    parts = [
        line("M-6 -38L-20 -22L-40 -26", trousers, 9),
        line("M-42 -29L-43 -20", "p", 8),
        line("M2 -66L-18 -54L-26 -66", body, 8),
        disc(-27, -69, 5, "sk"),
        line("M3 -66Q0 -52 -5 -42", body, 24),
        line("M-4 -38L16 -28L10 -6", trousers, 10),
        line("M9 -3L19 -3", "p", 8),
    ]
    if vest:
        parts.append(smile(1, -58, 14, "m1", 3.5, 5))
    parts += [line("M4 -66L14 -48L30 -56", body, 8), disc(33, -58, 5, "sk")]
    if kind == "tail":
        parts.append(shape("M0 -104C-16 -104 -24 -94 -28 -84C-18 -86 -10 -90 -4 -92Z", hair))
    parts += [
        disc(8, -95, 13.5, "sk"),
        shape("M-6.5 -94C-8 -114 20 -116 21.5 -99C14 -103 8 -104 2 -102C-1 -100 -2 -96 -6.5 -94Z", hair),
        smile(14, -91, 8, "k", 2, 3.5),
    ]
    return group(x, y, *parts, scale=scale)


def wheelchair(x: float, y: float, scale: float = 1, rider: str = "", flip: bool = False) -> str:
    """A wheelchair that faces right; `rider` is drawn in its coordinates, the seat is at (4, -34)."""
    frame = line("M-30 -84L-24 -34H26L34 -8", "w1", 7) + line("M-42 -84H-30", "k", 7) + line("M34 -6H46", "k", 6)
    wheels = disc(-10, -26, 26, "p") + line("M-10 -52A26 26 0 1 0 -9.9 -52Z", "k", 6) + disc(-10, -26, 5, "k")
    small = disc(34, -8, 8, "k") + disc(34, -8, 3, "p")
    return group(x, y, rider, frame, wheels, small, scale=scale, flip=flip)
