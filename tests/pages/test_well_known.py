"""Files that programs look for at addresses of their own: this portal and day in, those bytes out."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from inline_snapshot import snapshot
from PIL import Image

from vejviser.content.model.portal import Portal
from vejviser.content.model.settings import Settings
from vejviser.content.settings import using
from vejviser.pages.well_known import expires, security, well_known_files

DAY = date(2026, 11, 29)


def test_security_txt_says_whom_to_tell_and_until_when(portal: Portal) -> None:
    with using(
        Settings.model_validate({"report": {"mail": "fejl@portal.example"}, "addresses": {"contact": "kontakt"}})
    ):
        assert security(replace(portal, site_url="https://portal.example/venner/"), DAY) == snapshot(
            """\
Contact: mailto:fejl@portal.example
Contact: https://portal.example/venner/kontakt/
Expires: 2027-07-01T00:00:00Z
Preferred-Languages: da, en, uk, ar
Canonical: https://portal.example/venner/.well-known/security.txt
"""
        )


@pytest.mark.parametrize(
    ("day", "until"),
    [
        ("2026-01-01", "2027-01-01"),
        ("2026-06-30", "2027-01-01"),
        ("2026-07-01", "2027-07-01"),
        ("2026-12-31", "2027-07-01"),
    ],
)
def test_it_is_another_only_twice_a_year(day: str, until: str) -> None:
    assert expires(date.fromisoformat(day)).isoformat() == until


def test_nobody_is_named_where_it_is_not_known_where_the_portal_will_be(portal: Portal) -> None:
    assert sorted(well_known_files(replace(portal, site_url=""), DAY)) == ["apple-touch-icon.png", "favicon.ico"]


def test_the_icons_are_pictures(portal: Portal) -> None:
    for content in well_known_files(portal, DAY).values():
        if not content.startswith(b"Contact"):
            assert Image.open(BytesIO(content)).size == (192, 192)
