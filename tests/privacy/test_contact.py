"""What leads to one person beside a number: the key is the same for every way of writing it."""

import hashlib

import pytest

from vejviser.privacy.finder import findings
from vejviser.privacy.phone import phone_key
from vejviser.privacy.vocabulary import is_name, is_role


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Skriv til hanne.jensen@odense.dk.", "hanne.jensen@odense.dk"),
        ("hj (at) forening.dk", "hj@forening.dk"),
        ("hj[snabel-a]forening.dk", "hj@forening.dk"),
        ("HANNE @ gmail punktum com", "hanne@gmail.com"),
        ("mailto:hanne@odense.dk", "hanne@odense.dk"),
        ("posthuma@odense.dk", "posthuma@odense.dk"),  # a name that begins like a role
        ("20 30 40 50", "20304050"),
        ("mobil: 2030 4050", "20304050"),
        ("+45 20304050", "20304050"),
        ("0045 20 30 40 50", "20304050"),
        ("wa.me/4520304050", "20304050"),
        ("+380 44 123 45 67", "380441234567"),
        ("+٣٨٠ ٤٤ ١٢٣ ٤٥ ٦٧", "380441234567"),
        ("هاتف: ٢٠٣٠٤٠٥٠", "20304050"),
        ("https://Facebook.com/hanne.jensen/", "facebook.com/hanne.jensen"),
        ("Telegram: @Hanne_J", "@hanne_j"),
    ],
)
def test_the_key_is_the_same_for_every_way_of_writing(text: str, key: str) -> None:
    assert [finding.key for finding in findings(text)] == [key]


@pytest.mark.parametrize("text", ["20 30 40 50", "hanne@odense.dk", "facebook.com/hanne.jensen"])
def test_where_nobody_reads_only_links_are_looked_for(text: str) -> None:
    assert [finding.kind for finding in findings(f"{text} tel:20304050", prose=False)] == ["phone"]


@pytest.mark.parametrize(("text", "key"), [("+45 20 30 40 50", "20304050"), ("00 45 20304050", "20304050")])
def test_a_phones_key_has_no_danish_country_code(text: str, key: str) -> None:
    assert phone_key(text) == key


@pytest.mark.parametrize(
    "words",
    ["kontakt", "integrationsteam", "frivillig-odense", "post2", "jobcenter.aarhus", "venskabsfamilier", "odense"],
)
def test_a_role_is_made_of_roles_and_places_alone(words: str) -> None:
    assert is_role(words)


@pytest.mark.parametrize("words", ["info.ali", "kontaktmona", "ali-kontakt", "posthuma", "hj", "b123456", "den"])
def test_any_other_word_makes_it_a_persons(words: str) -> None:
    assert not is_role(words)


@pytest.mark.parametrize("words", ["ali-hassan", "alihassan", "hanne-jensen", "fatima-al-hassan", "jensen"])
def test_a_domain_of_names_is_a_persons(words: str) -> None:
    assert is_name(words)


@pytest.mark.parametrize("words", ["roedekors", "levudenvold", "livslinien", "frivilligcentervest", "kk", "odense"])
def test_a_domain_of_other_words_is_nobodys(words: str) -> None:
    assert not is_name(words)


@pytest.mark.slow
def test_a_checksum_is_nobodys_number() -> None:
    """Every file of a site has one in the open data, and another one after every change."""
    sums = [hashlib.sha256(f"fil {number}".encode()).hexdigest() for number in range(20_000)]
    sums += ["76a0043544155481b5f1cd0c3ed351295f1525536f9a73", "826350c87fb82e4a89f996b7c7eae7698b"]
    text = "\n".join(f'"sha256": "{item}",' for item in sums)
    assert list(findings(text, prose=True)) == []
    assert list(findings(text, prose=False)) == []
