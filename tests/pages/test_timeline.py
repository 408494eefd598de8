"""A guide's steps in, a picture of their time out."""

from vejviser.content.model.guide import Guide
from vejviser.pages.timeline import days, numbered, roles, timeline


def guide(**phases: list[tuple[str, str | None]]) -> Guide:
    """A guide drawn as phases with (who, offset) for each step."""
    return Guide.model_validate(
        {
            "id": "proeve",
            "title": {"da": "Prøve"},
            "summary": {"da": "En prøve."},
            "owner": "Redaktionen",
            "reviewed": "2026-06-01",
            "phases": [
                {
                    "id": name,
                    "title": {"da": name},
                    "period": {"da": "nu"},
                    "summary": {"da": "nu"},
                    "steps": [
                        {
                            "id": f"{name}-{index}",
                            "title": {"da": "Et trin"},
                            "text": {"da": "Gør det."},
                            "who": who.split(),
                            "deadline": {"text": {"da": "Snart"}, "offset": offset},
                        }
                        for index, (who, offset) in enumerate(steps)
                    ],
                }
                for name, steps in phases.items()
            ],
        }
    )


DRAWN = guide(
    foer=[("municipality", None), ("municipality housing", "-P2W"), ("housing", "-P1W"), ("housing", "-P2W")],
    efter=[("caseworker", "P0D")],
)


def test_steps_are_numbered_through_the_whole_guide() -> None:
    assert [(phase.id, [task.number for task in tasks]) for phase, tasks in numbered(DRAWN)] == [
        ("foer", [1, 2, 3, 4]),
        ("efter", [5]),
    ]


def test_each_role_is_counted_the_busiest_first() -> None:
    assert roles(DRAWN) == [("housing", 3), ("municipality", 2), ("caseworker", 1)]


def test_a_phase_has_a_column_for_what_has_no_day_and_one_for_each_day_in_order() -> None:
    picture = timeline(DRAWN, lambda phase: phase.title.text("da"), lambda offset: (offset,))
    assert [(moment.x, moment.lines) for moment in picture.moments] == [
        (25, ()),
        (75, ("-P2W",)),
        (125, ("-P1W",)),
        (192, ("P0D",)),
    ]
    assert [(band.x, band.width, band.lines) for band in picture.bands] == [(0, 150, ("foer",)), (150, 84, ("efter",))]


def test_the_dots_of_a_column_stand_above_the_line_the_first_on_top() -> None:
    picture = timeline(DRAWN, lambda phase: phase.title.text("da"), lambda offset: (offset,))
    column = [(dot.task.number, picture.line - dot.y) for dot in picture.dots if dot.x == 75]
    assert sorted(column) == [(2, 46), (4, 18)]


def test_a_long_name_is_broken_and_makes_room_above_the_dots() -> None:
    name = {"foer": "Forberedelse af det hele", "efter": "Ankomst"}
    short = timeline(DRAWN, lambda phase: phase.id, lambda offset: (offset,))
    long = timeline(DRAWN, lambda phase: name[phase.id], lambda offset: (offset,))
    assert long.bands[0].lines == ("Forberedelse af det", "hele")
    assert long.line == short.line + 16


def test_moments_are_put_in_order_of_time() -> None:
    assert sorted(["P3M", "P2W", "-P1W", "P1Y", "P0D", "P1M", "-P2W"], key=days) == [
        "-P2W",
        "-P1W",
        "P0D",
        "P2W",
        "P1M",
        "P3M",
        "P1Y",
    ]
