"""The elements that charts are drawn with, as SVG in text: lines, shapes and words.

Colours come from classes (`series-own`, `series-region`, `series-country`) or, where no style sheet reaches, from
`currentColor`. There is no style attribute: the content security policy allows none.
"""

from typing import Literal

from markupsafe import escape

Who = Literal["own", "region", "country"]
"""Whose figures: the municipality's own, its region's, the country's."""

_DASHES: dict[Who, str] = {"own": "", "region": ' stroke-dasharray="7 4"', "country": ' stroke-dasharray="2 4"'}
_COLOURS = {
    "chart-grid": ' stroke="currentColor" stroke-opacity="0.25"',
    "chart-mark": ' stroke="currentColor" stroke-width="2" stroke-dasharray="1 3"',
    "chart-dot": ' fill="currentColor"',
    "chart-bar": ' fill="currentColor"',
    "chart-track": ' fill="none" stroke="currentColor" stroke-opacity="0.25"',
}
"""What a chart looks like where no style sheet reaches it. A rule for the class wins over these."""


def stroke(who: Who, x1: str, y1: float, x2: str, y2: float) -> str:
    """Return a line of a series from (x1, y1) to (x2, y2): across in percent as "5%", down in pixels."""
    return (
        f'<line class="chart-line series-{who}" x1="{x1}" y1="{y1:g}" x2="{x2}" y2="{y2:g}"'
        f' stroke="currentColor" stroke-width="2.5"{_DASHES[who]}/>'
    )


def shape(element: str, css_class: str, **places: str | float) -> str:
    """Return an empty element with a class and the attributes `places`."""
    colour = _COLOURS.get(css_class.split(maxsplit=1)[0], "")
    written = "".join(f' {name}="{value}"' for name, value in places.items())
    return f'<{element} class="{css_class}"{written}{colour}/>'


def text_element(text: str, css_class: str, x: str, y: float, anchor: str = "") -> str:
    """Return words at a place; `anchor` is "middle" or "end" where they do not begin there."""
    side = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text class="{css_class}" x="{x}" y="{y:g}"{side} fill="currentColor">{escape(text)}</text>'
