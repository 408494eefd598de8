"""The two answers about a page, with and without an address to write to."""

from typing import cast

import pytest
from mkdocs.config.defaults import MkDocsConfig

from vejviser.mkdocs.feedback import replies
from vejviser.model.portal import Portal


@pytest.mark.parametrize(
    ("extra", "mail"),
    [
        ({}, ""),
        ({"feedback": {"mail": ""}}, ""),
        (
            {"feedback": {"mail": "post@portal.example"}},
            "mailto:post@portal.example?subject=Ven%20%26%20vej&body=Hjalp",
        ),
    ],
)
def test_a_mail_is_offered_where_there_is_somebody_to_write_to(portal: Portal, extra: object, mail: str) -> None:
    config = cast("MkDocsConfig", type("Config", (), {"extra": extra}))
    yes, no = replies(portal.texts["da"], "Ven & vej", "https://portal.example/ven/", "Tekst", config)
    assert yes.mail.startswith(mail)
    assert bool(yes.mail) == bool(mail)
    assert yes.text.splitlines()[2] == "Adresse: https://portal.example/ven/"
    assert no.answer != yes.answer
