"""Answers in, bars of parts out, with their places."""

from collections.abc import Sequence
from xml.etree import ElementTree

from vejviser.statistics.charts import Bar, Part, round_steps, stacked_chart

Shape = dict[str, str]


def shapes(bars: Sequence[Bar], css_class: str = "", mark: float | None = None) -> list[Shape]:
    """Draw bars on a scale of 100; return the attributes of every shape whose class begins so, and its words."""
    svg = ElementTree.fromstring(stacked_chart("svar", 'Diagram: <svar> & "mere"', bars, 100, mark=mark))
    assert svg.get("aria-label") == 'Diagram: <svar> & "mere"'
    return [
        {**item.attrib, "text": item.text or ""}
        for item in (svg, *svg.iter())
        if item.get("class", "").startswith(css_class)
    ]


def test_a_bar_ends_where_its_share_of_the_scale_does() -> None:
    bars = [Bar("Godt", (Part(50, "some"),), "50 %")]
    (part,), (value,) = shapes(bars, "tone-"), shapes(bars, "chart-value")
    assert (part["x"], part["width"], part["y"]) == ("0.0%", "50.0%", "20")
    assert (value["x"], value["text"]) == ("50.0%", "50 %")
    assert shapes(bars)[0]["height"] == "56"


def test_a_long_bar_has_its_number_inside_it_and_so_the_scale_fills_the_width() -> None:
    bars = [Bar("Ordningen findes", (Part(82, "plain"),), "80 af 98"), Bar("Formelt", (Part(70, "plain"),), "69 af 98")]
    inside, beside = shapes(bars, "chart-value")
    assert (inside["class"], inside["x"], inside["text-anchor"]) == ("chart-value on-plain", "82.0%", "end")
    assert (beside["class"], beside["x"]) == ("chart-value", "70.0%")
    assert {shape["width"] for shape in shapes(bars, "chart-track")} == {"100%"}


def test_parts_follow_each_other_and_a_narrow_one_has_no_text() -> None:
    parts = (Part(55, "high", "55 %"), Part(41, "some", "41 %"), Part(4, "less", "4 %"), Part(0, "none", "0 %"))
    bars = [Bar("Dansk", parts)]
    assert [(shape["x"], shape["width"]) for shape in shapes(bars, "tone-")] == [
        ("0.0%", "55.0%"), ("55.0%", "41.0%"), ("96.0%", "4.0%"),
    ]  # fmt: skip
    assert [shape["text"] for shape in shapes(bars, "chart-inside")] == ["55 %", "41 %"]
    assert shapes([Bar("Ved ikke", (Part(7, "unknown", "7 %"),))], "chart-inside") == [], "on a phone it is 20 pixels"


def test_a_long_label_takes_several_lines_and_pushes_its_bar_down() -> None:
    label = "Andet, for eksempel konsulent, sagsbehandler eller koordinator"
    bars = [Bar(label, (Part(41, "plain"),)), Bar("Leder", (Part(16, "plain"),))]
    assert [(shape["y"], shape["text"]) for shape in shapes(bars, "chart-label")] == [
        ("15", "Andet, for eksempel"), ("35", "konsulent, sagsbehandler"), ("55", "eller koordinator"), ("111", "Leder"),
    ]  # fmt: skip
    assert [shape["y"] for shape in shapes(bars, "tone-")] == ["60", "116"]


def test_a_goal_is_a_line_at_its_place() -> None:
    (goal,) = shapes([Bar("2022", (Part(69, "plain"),))], "chart-mark", mark=90)
    assert (goal["x1"], goal["x2"]) == ("90.0%", "90.0%")


def test_a_bar_without_a_number_is_an_empty_row() -> None:
    bars = [Bar("Slet ikke", (Part(0, "none"),), "0 %")]
    assert shapes(bars, "tone-") == []
    assert [(shape["x"], shape["text"]) for shape in shapes(bars, "chart-value")] == [("0.0%", "0 %")]


def test_two_answers_in_one_are_striped() -> None:
    (part,) = shapes([Bar("Begge", (Part(79, "merged"),))], "tone-merged")
    assert part["fill"] == "url(#svar-merged)"
    assert 'id="svar-merged"' in stacked_chart("svar", "", [Bar("Begge", (Part(79, "merged"),))], 100)


def test_the_scale_has_round_steps_and_holds_the_largest_number() -> None:
    assert round_steps(100) == [0, 25, 50, 75, 100]
    assert round_steps(24) == [0, 10, 20, 30]
    assert round_steps(180) == [0, 50, 100, 150, 200]
