"""The two answers about a page, with and without an address to write to."""

import pytest

from vejviser.content.model.portal import Portal
from vejviser.site.feedback import replies


@pytest.mark.parametrize(
    ("mailbox", "mail"),
    [
        ("", ""),
        ("post@portal.example", "mailto:post@portal.example?subject=Ven%20%26%20vej&body=Hjalp"),
    ],
)
def test_a_mail_is_offered_where_there_is_somebody_to_write_to(portal: Portal, mailbox: str, mail: str) -> None:
    yes, no = replies(portal.texts["da"], "Ven & vej", "https://portal.example/ven/", "Tekst", mailbox)
    assert yes.mail.startswith(mail)
    assert bool(yes.mail) == bool(mail)
    assert yes.text.splitlines()[2] == "Adresse: https://portal.example/ven/"
    assert no.answer != yes.answer
