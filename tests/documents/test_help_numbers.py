"""The numbers a printed chapter asks for."""

from datetime import date

from tests.documents.samples import BOOK, SOURCES, labels
from vejviser.content.model.handbook import Chapter
from vejviser.content.model.help_lines import HelpLine
from vejviser.documents.compose_handbook import compose_handbook


def test_a_number_is_not_turned_around_in_a_text_from_right_to_left() -> None:
    chapter = Chapter.model_validate(
        {
            "book": BOOK.id,
            "id": "foerst",
            "language": "ar",
            "meta": {"title": "Ét", "summary": "Kort.", "in_short": ["Ja."], "help_lines": ["linje"]},
            "body": "Tekst.\n",
            "body_line": 9,
        }
    )
    number = {"number": "00 11 22", "source": "https://eksempel.dk/", "read": date(2026, 6, 1)}
    line = HelpLine.model_validate(
        {
            "id": "linje",
            "name": {"da": "En linje"},
            "purpose": {"da": "Hjælp."},
            "hours": {"da": "Altid."},
            "numbers": [number],
        }
    )
    composed = compose_handbook(
        BOOK,
        {"foerst": chapter},
        "ar",
        updated=date(2026, 11, 22),
        sources=SOURCES,
        labels=labels("ar"),
        help_lines={"linje": line},
    )
    assert "00\u00a011\u00a022" in repr(composed.document).replace("\\xa0", "\u00a0")
