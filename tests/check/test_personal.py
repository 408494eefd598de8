"""What leads to one person, and what does not. All addresses and numbers are invented."""

import pytest

from vejviser.check.personal import personal_data


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Skriv til hanne.jensen@odense.dk.", "hanne.jensen@odense.dk"),
        ("hj (at) forening.dk", "hj@forening.dk"),
        ("hj[snabel-a]forening.dk", "hj@forening.dk"),
        ("mailto:hanne@odense.dk", "hanne@odense.dk"),
        ("posthuma@odense.dk", "posthuma@odense.dk"),  # a name that begins like a short role
        ("20 30 40 50", "20304050"),
        ("Tlf. 20304050", "20304050"),
        ("mobil: 2030 4050", "20304050"),
        ("ring på 70 203 040", "70203040"),
        ("+45 20304050", "20304050"),
        ("0045 20 30 40 50", "20304050"),
        ("+380 44 123 45 67", "380441234567"),
        ("هاتف: 20304050", "20304050"),
    ],
)
def test_addresses_and_numbers_are_found_however_they_are_written(text: str, key: str) -> None:
    assert [it.key for it in personal_data(text)] == [key]


@pytest.mark.parametrize(
    "text",
    [
        "kontakt@odense.dk",
        "integrationsteam@odense.dk",
        "post2@odense.dk",
        "frivillig-odense@forening.dk",
        "koordinator@proeveby.example",
        "navn@example.com",
        "[@als-2023, s. 21]",
        "@media (min-width: 20em)",
        "logo@2x.png",
        "Ring 112, eller 1813 i hovedstaden",
        "Ring 116 111",
        "kommunekode 0461 og 0101",
        "CVR 20304050",
        "2024 2025 2026",
        "12.345.678 kr.",
        "20 30 40 50 60",
        "00 00 00 00",
        "Telefonen ringer kl. 20:30 den 22-11-2026",
        'ring: "37397441a1c9"',
        "ISBN 978-87-93423-12-0",
    ],
)
def test_what_leads_to_nobody_passes(text: str) -> None:
    assert list(personal_data(text)) == []
