"""What an editor is told when something personal is about to be published, in text, attachments and finished pages."""

import gzip
import shutil
from datetime import date
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.check.test_all_rules import edit, told
from tests.privacy.attachments import CPR, docx, jpeg, pdf, scanned
from tests.statistics.counted import INDICATORS
from vejviser.content.load.interface_texts import load_messages
from vejviser.content.load.portal import load_portal
from vejviser.site.content_check import check_site, load_and_check

TODAY = date(2026, 11, 22)
HEADER = ",".join(["code", *INDICATORS])


def put(root: Path, path: str, data: str | bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data if isinstance(data, bytes) else data.encode())


def told_site(root: Path) -> list[str]:
    messages = load_messages(root, "da")
    found = check_site(load_portal(root).portal, root / "site", TODAY).problems
    return [f"{item.path}:{item.line}:{item.column} {item.severity}: {item.message(messages)}" for item in found]


def test_a_cpr_number_in_a_text_blocks_and_is_not_repeated(portal_copy: Path) -> None:
    edit(portal_copy, "docs/da/haandboeger/ven/moedet.md", "Sig goddag.", f"Sig goddag til {CPR}.")
    edit(portal_copy, "data/checklists/foerste-moede.yml", "da: Hils på hinanden", f"da: Hils på {CPR}")
    edit(portal_copy, "data/guides/modtage.yml", "owner: Redaktionen", f"owner: Redaktionen  # {CPR}")
    assert told(portal_copy) == snapshot(
        [
            "data/checklists/foerste-moede.yml:18:28 error: Her står et CPR-nummer (01••••-••••). Slet det. Vil du vise formen, så skriv DDMMÅÅ-XXXX.",
            "data/guides/modtage.yml:3:23 error: Her står et CPR-nummer (01••••-••••). Slet det. Vil du vise formen, så skriv DDMMÅÅ-XXXX.",
            "docs/da/haandboeger/ven/moedet.md:12:16 error: Her står et CPR-nummer (01••••-••••). Slet det. Vil du vise formen, så skriv DDMMÅÅ-XXXX.",
        ]
    )


def test_ten_digits_block_until_somebody_says_what_they_are(portal_copy: Path) -> None:
    edit(portal_copy, "docs/da/haandboeger/ven/moedet.md", "Sig goddag.", "Sig goddag til 0101901234.")
    assert [line.split(" ")[1] for line in told(portal_copy)] == ["error:"]
    put(portal_copy, "data/privacy.yml", 'numbers: [{value: "0101901234", whose: Et produktionsnummer}]\n')
    assert told(portal_copy) == []


def test_what_is_said_to_be_another_number_and_has_the_check_digit_warns(portal_copy: Path) -> None:
    edit(portal_copy, "docs/da/haandboeger/ven/moedet.md", "Sig goddag.", "Sag nr. 0707614285.")
    assert told(portal_copy) == snapshot(
        [
            "docs/da/haandboeger/ven/moedet.md:12:9 warning: 07••••-•••• kan være et CPR-nummer. Er det noget andet, så skriv tallet i data/privacy.yml, og hvad det er."
        ]
    )


def test_a_persons_profile_blocks(portal_copy: Path) -> None:
    edit(portal_copy, "docs/da/haandboeger/ven/moedet.md", "Sig goddag.", "Find hende på facebook.com/mona.jensen.")
    assert told(portal_copy) == snapshot(
        [
            "docs/da/haandboeger/ven/moedet.md:12:15 error: facebook.com/m… ser ud til at være en persons profil. Fjern den. Er den en forenings, så skriv den i data/privacy.yml."
        ]
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/da/a.csv", "navn;født;nr\nAli;010190;1234\n"),
        ("docs/da/a.csv", "nummer\n101901234\n"),
        ("docs/da/a.txt", "010190\u20131234".encode("cp1252")),
        ("docs/da/a.vcf", "BEGIN:VCARD\nNOTE:0101\n 90-1234\nEND:VCARD\n"),
        ("data/glossary.yml", '- term: {da: "010190\\u002d1234"}\n'),
        ("docs/da/0101901234.txt", "tom"),
    ],
)
def test_a_number_is_found_in_every_kind_of_text_file(portal_copy: Path, path: str, text: str | bytes) -> None:
    put(portal_copy, path, text)
    assert {error.rule for error in load_and_check(portal_copy, TODAY).errors} & {"cpr-number", "cpr-in-file-name"}


def test_a_person_stands_only_under_contacts(portal_copy: Path) -> None:
    edit(portal_copy, "docs/da/haandboeger/ven/moedet.md", "Sig goddag.", "Ring til Mona på 20 30 40 50.")
    edit(portal_copy, "data/guides/modtage.yml", "Find en bolig", "Spørg mona@forening.dk")
    assert told(portal_copy) == snapshot(
        [
            "data/guides/modtage.yml:13:27 error: m…@forening.dk ser ud til at være en persons mailadresse. Den må kun stå under contacts med consent: true. Er den fælles, så skriv den i data/privacy.yml.",
            "docs/da/haandboeger/ven/moedet.md:12:18 error: 20… ser ud til at være en persons telefonnummer. Det må kun stå under contacts med consent: true. Er det et hovednummer, så skriv det i data/privacy.yml.",
        ]
    )


def test_a_contact_may_stand_in_its_own_file_and_nowhere_else(portal_copy: Path) -> None:
    edit(portal_copy, "data/kommuner/0801-proeveby.yml", "koordinator@proeveby.example", "mona@proeveby.dk")
    assert told(portal_copy) == []
    edit(portal_copy, "docs/da/haandboeger/ven/moedet.md", "Sig goddag.", "Skriv til mona@proeveby.dk.")
    assert [line.split(" ")[0] for line in told(portal_copy)] == ["docs/da/haandboeger/ven/moedet.md:12:11"]


def test_a_main_number_passes_when_it_is_said_whose_it_is(portal_copy: Path) -> None:
    edit(portal_copy, "docs/da/haandboeger/ven/moedet.md", "Sig goddag.", "Ring 70 20 12 01.")
    put(portal_copy, "data/privacy.yml", 'numbers: [{value: "70 20 12 01", whose: En hjælpelinje}]\n')
    assert told(portal_copy) == []


def test_attachments_are_looked_into(portal_copy: Path) -> None:
    put(portal_copy, "docs/da/referat.docx", docx(f"<w:p><w:r><w:t>{CPR}</w:t></w:r></w:p>"))
    put(portal_copy, "docs/da/foto.jpg", jpeg(value="Mona", place=True))
    put(portal_copy, "materials/aftale/scannet.pdf", scanned("Referat"))
    put(portal_copy, f"docs/da/{CPR}.txt", "tom")
    assert told(portal_copy) == snapshot(
        [
            "docs/da/01••••-••••.txt:1:1 error: Filens navn har et CPR-nummer i sig (01••••-••••). Giv filen et andet navn.",
            "docs/da/foto.jpg:1:1 error: Billedet (docs/da/foto.jpg) fortæller, hvor det er taget. Gem det igen uden sted, eller tag et skærmbillede af det.",
            "docs/da/referat.docx:1:1 error: Inde i filen (word/document.xml) står et CPR-nummer (01••••-••••). Slet det i filen, eller slet filen.",
            "materials/aftale/scannet.pdf:1:1 error: PDF'en (#2) har en side, der er et billede uden tekst, så ingen kan se, om der er CPR-numre i den. Gem den fra Word, eller kør tekstgenkendelse (OCR) på den.",
        ]
    )


def test_a_raw_status_file_is_found_wherever_it_lies(portal_copy: Path) -> None:
    put(portal_copy, "indberetning.csv", f"{HEADER}\n0801,3,2,9,1,4,8,2,3,2\n")
    put(portal_copy, "docs/da/tal.csv", f"\ufeff{HEADER.replace(',', ';').upper()}\r\n")
    messages = load_messages(portal_copy, "da")
    found = load_and_check(portal_copy, TODAY, everywhere=True).problems
    assert [f"{item.path} {item.message(messages)}" for item in found if item.rule != "contact-stale"] == snapshot(
        [
            "docs/da/tal.csv Det ligner en rå statusfil med små tal. Den må ikke ligge her. Slet den, og kør: vejviser status protect",
            "indberetning.csv Det ligner en rå statusfil med små tal. Den må ikke ligge her. Slet den, og kør: vejviser status protect",
        ]
    )


ROOT = Path(__file__).parents[2]
DANISH = "Kommunekode;Kommune;Henvisninger;Nye match;Aktive match;Afsluttede match;Venter på en ven;Frivillige"


@pytest.mark.parametrize(
    "text",
    [
        f"{DANISH}\n0801;Prøveby;3;2;9;1;4;8\n",
        "0801,3,2,9,1,4,8,2,3,2\n0802,12,10,40,6,0,50,7,20,12\n0803,1,,,,0,5,,,\n",
        "801;3;2;9;1;4;8;2;3;2\r\n802;12;10;40;6;0;50;7;20;12\r\n803;1;;;;0;5;;;\r\n",
    ],
)
def test_a_raw_status_file_is_known_without_its_own_headings(portal_copy: Path, text: str) -> None:
    shutil.copy(ROOT / "data/status/form.yml", portal_copy / "data/status/form.yml")
    put(portal_copy, "docs/da/tal.csv", text)
    assert "raw-status-file" in [problem.rule for problem in load_and_check(portal_copy, TODAY).problems]


def test_a_table_of_other_figures_is_no_raw_status_file(portal_copy: Path) -> None:
    put(portal_copy, "docs/da/tal.csv", "kode,folketal,vej\n0801,12000,1\n0802,3000,2\n0803,9000,3\n")
    assert [error.rule for error in load_and_check(portal_copy, TODAY).errors] == []


@pytest.mark.parametrize(("columns", "is_raw"), [(3, False), (4, True)])
def test_a_table_is_a_raw_status_file_from_four_of_its_columns_on(
    portal_copy: Path, columns: int, is_raw: bool
) -> None:
    put(portal_copy, "docs/da/tal.csv", ",".join(["code", *INDICATORS[:columns]]))
    assert ("raw-status-file" in [problem.rule for problem in load_and_check(portal_copy, TODAY).problems]) == is_raw


@pytest.mark.parametrize("folder", [".venv", "venv", "node_modules", "site", "tests", "plugins"])
def test_folders_without_content_are_left_alone(portal_copy: Path, folder: str) -> None:
    put(portal_copy, f"{folder}/a.txt", CPR)
    put(portal_copy, "venv/pyvenv.cfg", "")
    assert [problem.rule for problem in load_and_check(portal_copy, TODAY, everywhere=True).problems] == [
        "contact-stale"
    ]


def test_a_finished_site_is_looked_through(portal_copy: Path) -> None:
    page = "<!doctype html><p>{}</p>"
    put(portal_copy, "site/index.html", page.format("0101<b>90</b>-1234"))
    put(portal_copy, "site/kommuner/proeveby/index.html", page.format("koordinator@proeveby.dk, mona@proeveby.dk"))
    put(portal_copy, "site/api/v1/x.json", '{"phone": "20304050"}')
    put(portal_copy, "site/a.pdf", pdf(CPR))
    assert told_site(portal_copy) == snapshot(
        [
            "site/a.pdf:1:1 error: Inde i filen (#1) står et CPR-nummer (01••••-••••). Slet det i filen, eller slet filen.",
            "site/api/v1/x.json:1:12 error: 20… ser ud til at være en persons telefonnummer. Det må kun stå under contacts med consent: true. Er det et hovednummer, så skriv det i data/privacy.yml.",
            "site/index.html:1:1 error: Her står et CPR-nummer (01••••-••••). Slet det. Vil du vise formen, så skriv DDMMÅÅ-XXXX.",
            "site/kommuner/proeveby/index.html:1:1 error: m…@proeveby.dk ser ud til at være en persons mailadresse. Den må kun stå under contacts med consent: true. Er den fælles, så skriv den i data/privacy.yml.",
        ]
    )


def test_a_compressed_file_is_looked_into_unless_it_is_the_twin_of_one_that_is(portal_copy: Path) -> None:
    put(portal_copy, "site/a.html", "<!doctype html><p>Hej</p>")
    put(portal_copy, "site/a.html.gz", gzip.compress(CPR.encode()))
    put(portal_copy, "site/b.html.gz", gzip.compress(CPR.encode()))
    put(portal_copy, "site/c", "Hej")
    put(portal_copy, "site/c.txt", f"Hun har {CPR}")
    assert [line.split(":")[0] for line in told_site(portal_copy)] == ["site/b.html.gz", "site/c.txt"]


def test_a_site_may_show_a_contact_with_consent_until_it_is_stale(portal_copy: Path) -> None:
    path = "data/kommuner/0801-proeveby.yml"
    edit(portal_copy, path, "koordinator@proeveby.example", "mona@proeveby.dk")
    put(portal_copy, "site/kommuner/proeveby/index.html", '<!doctype html><a href="mailto:mona@proeveby.dk">Mona</a>')
    assert told_site(portal_copy) == []
    edit(portal_copy, path, "assured_date: 2026-05-01", "assured_date: 2025-05-01")
    assert [line.split(" ")[0] for line in told_site(portal_copy)] == ["site/kommuner/proeveby/index.html:1:1"]
