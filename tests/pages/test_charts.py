"""Numbers in, the places of bars out."""

from vejviser.pages.charts import Bar, Part, Piece, bar_chart, scale


def test_a_bar_ends_where_its_share_of_the_scale_does() -> None:
    chart = bar_chart([Bar("Godt", (Part(50, "some"),), "50 %")], top=100)
    (row,) = chart.rows
    assert row.pieces == (Piece(0, 43.0, "some", ""),)
    assert (row.end, row.text, chart.height) == (43.0, "50 %", 56)


def test_parts_follow_each_other_and_a_narrow_one_has_no_text() -> None:
    parts = (Part(55, "high", "55 %"), Part(41, "some", "41 %"), Part(3, "less", "3 %"), Part(0, "none", "0 %"))
    (row,) = bar_chart([Bar("Dansk", parts)], top=100).rows
    assert [(piece.x, piece.width, piece.text) for piece in row.pieces] == [
        (0, 47.3, "55 %"),
        (47.3, 35.26, "41 %"),
        (82.56, 2.58, ""),
    ]


def test_a_long_label_takes_two_lines_and_pushes_its_bar_down() -> None:
    label = "Andet, for eksempel konsulent, sagsbehandler eller koordinator"
    first, second = bar_chart([Bar(label, (Part(41, "plain"),)), Bar("Leder", (Part(16, "plain"),))], top=100).rows
    assert first.lines == ((15, "Andet, for eksempel konsulent,"), (35, "sagsbehandler eller koordinator"))
    assert (first.y, second.lines, second.y) == (40, ((91, "Leder"),), 96)


def test_a_goal_is_a_line_at_its_place() -> None:
    assert bar_chart([Bar("2022", (Part(69, "plain"),))], top=100, mark=90).mark == 77.4


def test_a_bar_without_a_number_is_an_empty_row() -> None:
    (row,) = bar_chart([Bar("Slet ikke", (Part(0, "none"),), "0 %")], top=100).rows
    assert (row.pieces, row.end, row.text) == ((), 0.0, "0 %")


def test_the_scale_has_round_steps_and_holds_the_largest_number() -> None:
    assert scale(100) == [0, 25, 50, 75, 100]
    assert scale(24) == [0, 10, 20, 30]
    assert scale(180) == [0, 50, 100, 150, 200]
