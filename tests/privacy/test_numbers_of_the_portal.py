"""A portal of another country refuses its own people's numbers: in `check`, over a finished site, and in `guard`."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.check.test_all_rules import edit
from tests.privacy.attachments import docx, xlsx
from tests.privacy.number_samples import numbers
from tests.privacy.test_files_at_the_command import put, told
from vejviser.cli.main import main
from vejviser.content.model.settings import Settings
from vejviser.content.national_numbers import names_sought
from vejviser.content.number_kinds import DEFAULT_NUMBERS
from vejviser.content.settings import using

DATE, REST = next(item for item in numbers("no.fodselsnummer", 30) if "0" not in (item[0][0], item[1][0]))
CHAPTER = "docs/da/haandboeger/ven/moedet.md"


@pytest.fixture
def norwegian(portal_copy: Path) -> Path:
    """The small portal, looking for Norwegian numbers alone."""
    line = next(line for line in (portal_copy / "portal.yml").read_text("utf-8").splitlines() if "national" in line)
    edit(portal_copy, "portal.yml", line, "national_numbers: [no.fodselsnummer]")
    return portal_copy


def test_check_finds_them_in_texts_in_data_and_in_files(norwegian: Path) -> None:
    arabic = DATE.translate({ord("0") + digit: chr(0x660 + digit) for digit in range(10)})
    edit(norwegian, CHAPTER, "Sig goddag.", f"Sig goddag til {arabic} {REST}.")
    edit(norwegian, "data/checklists/foerste-moede.yml", "da: Hils på hinanden", f"da: Hils på {DATE}-{REST}")
    halves = f"<w:p><w:r><w:t>{DATE}</w:t></w:r><w:r><w:t> {REST}</w:t></w:r></w:p>"
    sheet = f'<row r="1"><c r="A1"><v>{int(DATE)}</v></c><c r="B1"><v>{int(REST)}</v></c></row>'
    put(norwegian / "docs/da/filer", {"brev.docx": docx(halves), "liste.xlsx": xlsx(sheet)})
    put(norwegian / "docs/da/filer", {f"{DATE}{REST}.csv": b"tom\n", "fra.csv": f"navn;{DATE};{REST}\n".encode()})
    assert told(norwegian) == {
        "moedet.md": {"national-number"},
        "foerste-moede.yml": {"national-number"},
        "brev.docx": {"national-number-in-file"},
        "liste.xlsx": {"national-number-in-file"},
        f"{DATE[:2]}….csv": {"national-number-in-file-name"},  # its path is masked as well
        "fra.csv": {"national-number"},
    }


def test_the_message_calls_the_number_what_it_is_called(norwegian: Path) -> None:
    edit(norwegian, CHAPTER, "Sig goddag.", f"Sig goddag til {DATE}{REST}.")
    for language, name in (("da", "norsk fødselsnummer"), ("en", "Norwegian fødselsnummer")):
        done = CliRunner().invoke(
            main, ["--root", str(norwegian), "check", "--today", "2026-11-22", "--lang", language]
        )
        assert done.exit_code == 1
        assert name in done.output
        assert REST not in done.output


def test_what_the_portal_does_not_look_for_may_stand(norwegian: Path) -> None:
    edit(norwegian, CHAPTER, "Sig goddag.", "Sig goddag til 010190-1234.")
    assert told(norwegian) == {}


def test_a_finished_site_is_looked_through_for_them(norwegian: Path) -> None:
    put(norwegian / "site", {"index.html": f"<!doctype html><p><b>{DATE}</b> {REST}</p>".encode()})
    found = told(norwegian, "--site", str(norwegian / "site"))
    assert found["index.html"] >= {"national-number-in-file"} or found["index.html"] >= {"national-number"}


def test_no_push_takes_one_along_also_when_it_is_deleted_again(norwegian: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=norwegian, check=True, capture_output=True)

    git("init", "--quiet")
    edit(norwegian, CHAPTER, "Sig goddag.", f"Sig goddag til {DATE} {REST}.")
    git("add", "--all")
    git("commit", "--quiet", "--message", "start")
    edit(norwegian, CHAPTER, f"Sig goddag til {DATE} {REST}.", "Sig goddag.")
    git("commit", "--quiet", "--all", "--message", "rettet")
    done = CliRunner().invoke(main, ["--root", str(norwegian), "guard", "pushed", "HEAD"])
    assert done.exit_code == 1
    assert "[national-number-in-history]" in done.output
    assert REST not in done.output


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        ({"national_numbers": ["fi.hetu", "se.personnummer"]}, ("fi.hetu", "se.personnummer")),
        ({"national_numbers": []}, ()),
        ({"country": "NO"}, ("no.fodselsnummer",)),
        ({"languages": ["sv", "en"]}, ("se.personnummer",)),
        ({"country": "GB"}, ()),  # a country that gives its people no number
        ({}, DEFAULT_NUMBERS),
    ],
)
def test_left_out_it_is_the_countrys_own_and_where_none_is_known_the_nordic_ones(
    settings: dict[str, object], names: tuple[str, ...]
) -> None:
    with using(Settings.model_validate(settings)):
        assert names_sought() == names


def test_a_number_that_nobody_knows_is_told(norwegian: Path) -> None:
    edit(norwegian, "portal.yml", "[no.fodselsnummer]", "[no.fodselnummer]")
    assert told(norwegian) == {"portal.yml": {"portal-national-number"}}
