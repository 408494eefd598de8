"""Colours: how well one is read on another (WCAG 2.2, 1.4.3), and those that go with a portal's own."""

ENOUGH = 4.5
"""The contrast that small text needs."""
WHITE, BLACK = "#ffffff", "#000000"
PAPER, NIGHT = "#fbf8f2", "#141c1b"
"""What lies behind text by day and by night; `vejviser.css` says the same as --paper."""
_STEP = 0.05


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, such as "#17594f": from 1 to 21."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour with a share, from 0 to 1, of another in it."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def is_for_day(colour: str) -> bool:
    """Return whether a colour is read on paper, and white is read on it."""
    return min(contrast(colour, PAPER), contrast(colour, WHITE)) >= ENOUGH


def is_for_night(colour: str) -> bool:
    """Return whether a colour is read where the ground is dark."""
    return contrast(colour, NIGHT) >= ENOUGH


def for_night(colour: str) -> str:
    """Return the same colour, with so much white in it that it is read where the ground is dark."""
    share = 0.0
    while not is_for_night(mixed(colour, WHITE, share)):
        share += _STEP
    return mixed(colour, WHITE, share)


def sheet(day: str, night: str) -> str:
    """Return the rules that put a portal's own colour, by day and by night, in the place of the package's."""
    colours = {
        "pine": (day, night),
        "pine-strong": (mixed(day, BLACK, 0.2), mixed(night, WHITE, 0.3)),
        "pine-wash": (mixed(day, WHITE, 0.88), mixed(night, NIGHT, 0.8)),
        "deep": (mixed(day, BLACK, 0.4), mixed(day, BLACK, 0.6)),
    }
    rules = "".join(f"--{name}:var(--day,{one}) var(--night,{other});" for name, (one, other) in colours.items())
    return f"\n:root{{{rules}}}\n"


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
