"""Numbers to call are links on finished pages, wherever they stand."""

import pytest

from vejviser.content.model.portal import Portal
from vejviser.content.telephone import directory
from vejviser.site.telephone_links import with_telephone_links

LINK = '<a href="tel:112" dir="ltr" aria-label="112, Alarm">112</a>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Ring 112, hvis</p>", f"<p>Ring {LINK}, hvis</p>"),
        ("<p><strong>Ring 112</strong>.</p>", f"<p><strong>Ring {LINK}</strong>.</p>"),
        ("<p>Ring <strong>112</strong>.</p>", f"<p>Ring <strong>{LINK}</strong>.</p>"),
        ("<tr><td>fare nu</td><td>112</td></tr>", f"<tr><td>fare nu</td><td>{LINK}</td></tr>"),
        ("<p>Ring &quot;112&quot; nu</p>", f"<p>Ring &quot;{LINK}&quot; nu</p>"),
        ("<li>Ring 112<sup><a>1</a></sup>.</li>", f"<li>Ring {LINK}<sup><a>1</a></sup>.</li>"),
        ("<label><input> Ring 112</label>", f"<label><input> Ring {LINK}</label>"),
        ("<p>Ring 112 <button>ring 112</button></p>", f"<p>Ring {LINK} <button>ring 112</button></p>"),
    ],
)
def test_a_number_becomes_a_link(portal: Portal, html: str, expected: str) -> None:
    assert with_telephone_links(html, directory(portal, "da")) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<p>Ring <a href="tel:112">112</a></p>',
        "<h2>Ring 112</h2>",
        "<p>Ring <code>112</code></p>",
        '<p title="Ring 112">x</p>',
        "<script>ring(112)</script>",
        "<svg><text>Ring 112</text></svg>",
        "<p>Ring nu</p><p>112 deltagere</p>",
        "<tr><td>Ring</td></tr><tr><td>112 deltagere</td></tr>",
        "<p>Ring 1<b>12</b></p>",
        "<!-- Ring 112 -->",
    ],
)
def test_what_is_no_running_text_stays(portal: Portal, html: str) -> None:
    assert with_telephone_links(html, directory(portal, "da")) == html
