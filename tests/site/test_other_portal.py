"""A portal of another country: bokmål, English and Arabic, other places, other counts. Every law holds of it too."""

import functools
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from playwright.sync_api import Browser
from scripts.check_links import dead_links

from tests.browser.axe import CONTRAST, RULES, found_by_axe
from tests.browser.conftest import Handler, serving, settle, visit_in
from tests.conftest import TODAY
from tests.content.markdown import test_law
from tests.content.markdown.read_back import docx_parts, html_parts, odt_parts
from tests.documents.samples import labels
from tests.privacy.attachments import docx
from tests.privacy.number_samples import numbers
from tests.site.test_incremental import SEED, Outcome, change, clean, different, outcome
from tests.statistics.attackers import History, secrets
from tests.statistics.random_indicators import world_of
from vejviser.base.problems import ContentError
from vejviser.cli.main import main
from vejviser.content.load.portal import load_portal
from vejviser.content.settings import current, using_root
from vejviser.documents import blocks as doc
from vejviser.documents.document import Document
from vejviser.documents.engine import render
from vejviser.documents.footnotes import Notes
from vejviser.documents.markdown import Reader
from vejviser.site.pipeline import build_site

pytestmark = pytest.mark.slow

NORSK = Path(__file__).parent / "norsk"
RAW = {
    "2026-Q1": "code,asked,joined,groups,closed,asked_again,content\n9001,12,6,41,3,5,4\n9002,3,1,8,0,,\n9003,40,22,90,12,,\n",
    "2026-Q2": "code,asked,joined,groups,closed,asked_again,content\n9001,9,4,43,2,6,3\n9002,2,2,10,0,1,1\n9003,38,19,95,14,21,18\n",
}


@pytest.fixture
def norsk(tmp_path: Path) -> Iterator[Path]:
    """A copy that a test may spoil, with its own settings in force."""
    root = tmp_path / "norsk"
    shutil.copytree(NORSK, root)
    with using_root(root):
        yield root


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portal with two quarters of invented figures, protected by the command, and built."""
    folder = tmp_path_factory.mktemp("norsk")
    root = folder / "portal"
    shutil.copytree(NORSK, root)
    for period, text in RAW.items():
        raw = folder / f"tall-{period}.csv"
        raw.write_text(text, "utf-8")
        done = run(root, "status", "protect", str(raw), "--period", period, "--today", "2026-11-22")
        assert done.exit_code == 0, done.output
    with using_root(root):
        build_site(root, root / "site", TODAY)
    return root


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def read(built: Path, address: str) -> str:
    return (built / "site" / address / "index.html").read_text("utf-8")


def test_nothing_is_wrong_with_it(norsk: Path) -> None:
    done = run(norsk, "check", "--today", "2026-11-22", "--lang", "en")
    assert done.exit_code == 0, done.output
    assert "0 errors" in done.output


def test_every_kind_of_page_stands_at_its_own_address_in_every_language(built: Path) -> None:
    addresses = [
        "",
        "handboker/venn/moetet",
        "handboker/venn/hele-boka",
        "veiledere/ta-imot",
        "sjekklister/foerste-moete",
        "skjemaer/avtale",
        "skjemaer/avtale/fyll-ut",
        "kommuner",
        "kommuner/aaseby",
        "kommuner/aaseby/tall",
        "kommuner/tall",
        "kilder",
        "ordliste",
        "sprak",
    ]
    missing = [
        f"{language}{address}"
        for language in ("", "en/", "ar/")
        for address in addresses
        if "fyll-ut" not in address or language != "ar/"
        if not (built / "site" / language / address / "index.html").is_file()
    ]
    assert missing == []
    assert '<html lang="nb" dir="ltr"' in read(built, "")
    assert '<html lang="ar" dir="rtl"' in read(built, "ar")


def test_nothing_of_the_first_portal_is_left_in_it(built: Path) -> None:
    theirs = ("haandboeger", "kommuneguider", "tjeklister", "Røde Kors", "Venner Viser Vej", "vejviser.example")
    texts = (
        path for path in sorted((built / "site").rglob("*")) if path.suffix in (".html", ".json", ".jsonld", ".csv")
    )
    said = {(path.name, word) for path in texts for word in theirs if word in path.read_text("utf-8")}
    assert said == set()


def test_its_places_call_themselves_what_they_are_called(built: Path) -> None:
    assert "Åseby kommune" in read(built, "kommuner/aaseby")
    assert "Åseby council" in read(built, "en/kommuner/aaseby")
    assert "County" in read(built, "en/kommuner/aaseby")


def test_its_figures_are_its_own_rounded_to_what_its_policy_says(built: Path) -> None:
    page = read(built, "kommuner/fjordvik/tall")
    assert all(name in page for name in ("Har spurt", "Nye grupper", "Avsluttede grupper", "Er fornøyd"))
    header, *lines = (built / "site/api/v1/status.csv").read_text("utf-8").splitlines()
    assert header.lstrip("\ufeff") == "period,code,asked,joined,groups,closed,asked_again,content,base,version,invented"
    figures = [cell for line in lines for cell in line.split(",")[2:8] if cell]
    assert len(lines) == 6
    assert all(int(figure) % 10 == 0 for figure in figures)
    groups = {tuple(line.split(",")[:2]): line.split(",")[3:6] for line in lines}
    for code in ("9001", "9002", "9003"):
        joined, now, closed = map(int, groups["2026-Q2", code])
        assert now == int(groups["2026-Q1", code][1]) + joined - closed


def test_no_link_is_dead(built: Path) -> None:
    assert list(dead_links(built / "site")) == []


@pytest.mark.parametrize("seed", range(12))
def test_no_reader_works_out_a_small_count_of_what_it_counts(norsk: Path, seed: int) -> None:
    policy = load_portal(norsk).portal.policy
    assert policy is not None
    item = world_of(current().indicators, seed, first=9001)
    found = secrets(item.raw, History.of(item.published()))
    assert [secret.name for secret in found if secret.is_told] == []
    assert (policy.base_in("2026-Q3"), policy.goal) == (10, None)


def test_its_own_peoples_numbers_stop_the_build_and_cpr_numbers_do_not(norsk: Path) -> None:
    """Its country is said; which number that country gives its people need not be."""
    change(norsk / "docs/nb/handboker/venn/moetet.md", "Avtal et sted.", "Ring 010190-1234 om saken.")
    build_site(norsk, norsk / "site", TODAY)
    date_, rest = numbers("no.fodselsnummer")[0]
    (norsk / "docs/nb/brev.docx").write_bytes(docx(f"<w:p><w:r><w:t>{date_} {rest}</w:t></w:r></w:p>"))
    change(norsk / "data/checklists/foerste-moete.yml", "nb: Hils på hverandre", f"nb: Hils på {date_}-{rest}")
    with pytest.raises(ContentError) as told:
        build_site(norsk, norsk / "site", TODAY)
    rules = {(problem.path, problem.rule) for problem in told.value.problems}
    assert ("docs/nb/brev.docx", "national-number-in-file") in rules
    assert ("data/checklists/foerste-moete.yml", "national-number") in rules
    assert f"{date_}{rest}" not in str(told.value.problems)


def test_its_phone_numbers_are_persons(norsk: Path) -> None:
    change(norsk / "docs/nb/handboker/venn/moetet.md", "Avtal et sted.", "Ring Kari på 406 12 345.")
    with pytest.raises(ContentError) as told:
        build_site(norsk, norsk / "site", TODAY)
    assert [problem.rule for problem in told.value.problems if problem.severity == "error"] == ["personal-phone"]


Edit = Callable[[Path], None]
CHAPTER = "docs/nb/handboker/venn/moetet.md"
EDITS: dict[str, Edit] = {
    "a sentence": lambda root: change(root / CHAPTER, "Hils, og", "Hils pent, og"),
    "a title": lambda root: change(root / CHAPTER, "title: Det", "title: Det aller"),
    "an anchor that others link to": lambda root: change(
        root / "docs/nb/handboker/venn/etterpaa.md", "{#tid}", "{#mer}"
    ),
    "a name of a place": lambda root: change(root / "data/kommuner/9001-fjordvik.yml", "Fjordvik", "Fjordvika"),
    "a word for places": lambda root: change(root / "portal.yml", "many: councils", "many: boroughs"),
    "a title of places": lambda root: change(root / "portal.yml", "{name} kommune", "{name} herred"),
    "a name of an indicator": lambda root: change(root / "portal.yml", "Har spurt", "Har ringt"),
    "what is drawn": lambda root: change(root / "portal.yml", "charts: [groups, joined]", "charts: [asked]"),
    "the name of the portal": lambda root: change(root / "portal.yml", "en: The Example Way", "en: Another Way"),
    "the licence": lambda root: change(root / "portal.yml", "CC BY-SA 4.0", "CC0"),
    "the numbers": lambda root: change(
        root / "portal.yml", 'country: "NO"', 'country: "NO"\nnational_numbers: [fi.hetu]'
    ),
    "an address": lambda root: change(root / "portal.yml", "sources: kilder", "sources: kjelder"),
    "a language less": lambda root: change(root / "portal.yml", "languages: [nb, en, ar]", "languages: [nb, en]"),
    "a mistake in the settings": lambda root: change(
        root / "portal.yml", "exact: true", "exact: true\n      part_of: x_y"
    ),
    "a form": lambda root: change(root / "materials/avtale/nb.md", "Rådhuset", "Biblioteket"),
    "a quarter": lambda root: (root / "data/status/2026-Q1.csv").unlink(),
}

HOW_MANY = 6
"""How many of the edits are tried; they are drawn anew in every run."""


def test_after_any_edit_a_build_gives_what_a_clean_build_gives(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "portal"
    shutil.copytree(built, root, ignore=shutil.ignore_patterns("site"))
    assert not isinstance(_outcome(root), str)
    order = random.Random(SEED).sample(sorted(EDITS), HOW_MANY)
    for number, name in enumerate(order):
        before = tmp_path / "before"
        shutil.rmtree(before, ignore_errors=True)
        shutil.copytree(root, before, ignore=shutil.ignore_patterns(".cache", "site", ".site*"))
        EDITS[name](root)
        mine = _outcome(root)
        with using_root(root):
            theirs = clean(root, tmp_path / f"clean-{number}")
        assert different(mine, theirs) == [], f"VEJVISER_SEED={SEED}: {name}"
        if isinstance(mine, str):  # a mistake is mended
            for part in ("docs", "data", "materials"):
                shutil.rmtree(root / part)
                shutil.copytree(before / part, root / part)
            shutil.copy(before / "portal.yml", root / "portal.yml")


def _outcome(root: Path) -> Outcome:
    with using_root(root):
        return outcome(root)


@pytest.mark.usefixtures("norsk")
def test_every_document_says_what_the_page_says() -> None:
    """The law of one meaning, in its main language and under its settings."""
    texts = {name: test_law.CONSTRUCTS[name]["text"] for name in test_law.SHARED}
    blocks: list[doc.Block] = []
    for name, text in texts.items():
        reader = Reader(
            Notes({}, labels("da"), "nb", date(2026, 11, 22)), {"kommune": doc.Field("kommune", "text", "x")}
        )
        blocks += (
            doc.Heading(1, f"del-{name}", (doc.Text(f"Del: {name}"),)),
            *test_law._without_names(reader.blocks(text)),
        )
    whole = Document("alt", "nb", "Alt", "1", date(2026, 11, 22), tuple(blocks), author="Vi", labels=labels("da"))
    page = test_law.page()
    assert docx_parts(render(whole, "docx")) | {"": None} == page | {"": None}
    assert odt_parts(render(whole, "odt")) | {"": None} == page | {"": None}
    assert html_parts("<h2>Del: x</h2><p>y</p>")["x"].words == "y"


@pytest.mark.parametrize(
    "path", ["/", "/handboker/venn/moetet/", "/sjekklister/foerste-moete/", "/kommuner/fjordvik/tall/"]
)
@pytest.mark.parametrize("language", ["", "/ar"])
def test_axe_finds_nothing(built: Path, reader: Browser, language: str, path: str) -> None:
    with serving("127.0.0.1", functools.partial(Handler, directory=str(built / "site"))) as port:
        visit = visit_in(reader, f"http://127.0.0.1:{port}", 390).go(language + path)
        settle(visit.page)
        assert [*found_by_axe(visit.page, RULES), *found_by_axe(visit.page, CONTRAST)] == []
        assert (visit.foreign, visit.errors) == ([], [])
        visit.page.context.close()
