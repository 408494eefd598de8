"""What a text from right to left does to words and figures that run the other way."""

import pytest

from vejviser.content.bidi import LEFT_TO_RIGHT_MARK, isolated, marked, ordered, stretches


def test_a_line_is_split_where_its_direction_turns() -> None:
    assert list(stretches("بلدية Odense (12)", rtl=True)) == [("بلدية ", True), ("Odense (12", False), (")", True)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("اتصلوا على 20 12 34 56 اليوم", "20 12 34 56"),
        ("اتصلوا على +45 20 12 34 56 اليوم", "+45 20 12 34 56"),
        ("يوم 2026-11-29 صباحًا", "2026-11-29"),
        ("قولوا »Jeg vil gerne have en ven.« ثم انتظروا", "Jeg vil gerne have en ven."),
        ("قولوا “Hvad hedder du?” ثم", "Hvad hedder du?"),
    ],
)
def test_what_is_one_thing_keeps_its_order(text: str, kept: str) -> None:
    assert [piece for piece, keep in ordered(text) if keep] == [kept]
    assert marked(text) == text.replace(kept, f"{LEFT_TO_RIGHT_MARK}{kept}{LEFT_TO_RIGHT_MARK}")


@pytest.mark.parametrize("text", ["من 5–10 أيام", "الصليب الأحمر (Røde Kors) هنا", "في عام 2026.", "»أهلًا.«"])
def test_what_stands_right_by_itself_is_left_as_it_is(text: str) -> None:
    assert marked(text) == text
    assert isolated(f'<html dir="rtl"><p>{text}</p></html>') == f'<html dir="rtl"><p>{text}</p></html>'


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>رقم 20 12 34 56.</p>", '<p>رقم <bdi dir="ltr">20 12 34 56</bdi>.</p>'),
        ("<p>Danmarks Statistik, 2026.</p>", '<p><bdi dir="ltr">Danmarks Statistik, 2026.</bdi></p>'),
        ("<p>رقم&nbsp;20 12 34 56 &amp; ثم.</p>", '<p>رقم&nbsp;<bdi dir="ltr">20 12 34 56</bdi> &amp; ثم.</p>'),
        ('<a href="#">رقم 20 12</a>', '<a href="#">رقم \u200e20 12\u200e</a>'),
        ("<p>قل »Nej tak.« (لا)</p>", '<p>قل »<bdi dir="ltr">Nej tak.</bdi>« (لا)</p>'),
        ('<li><a href="#">Har du mistanke?</a></li>', '<li><a href="#">\u200eHar du mistanke?\u200e</a></li>'),
        ('<p dir="ltr">Ring 20 12 34 56.</p>', None),
        ("<title>رقم 20 12 34 56</title>", None),
        ("<svg><text>رقم 20 12</text></svg>", None),
        ("<option>رقم 20 12</option>", None),
        ('<div dir="ltr"><p>Hej 1 2.</p></div><p>ب</p>', None),
    ],
)
def test_a_page_from_right_to_left_isolates_what_would_change_its_order(html: str, wanted: str | None) -> None:
    assert isolated(f'<html dir="rtl">{html}</html>') == f'<html dir="rtl">{wanted or html}</html>'


def test_a_page_from_left_to_right_stays_as_it_is_but_for_passages_from_right_to_left() -> None:
    page = '<html dir="ltr"><p>Ring 20 12 34 56.</p><br><p dir="rtl">رقم 20 12</p><p>1 2 3</p></html>'
    assert isolated(page) == page.replace("رقم 20 12", 'رقم <bdi dir="ltr">20 12</bdi>')
