"""portal.yml: what makes a portal this one, how mistakes in it are told, and how it is in force for what is done."""

import pickle
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import TODAY
from vejviser.base import in_force, parallel
from vejviser.base.fingerprints import program_fingerprint
from vejviser.base.memo import Memo
from vejviser.base.parallel import OnProgress, run_parallel
from vejviser.check import scripts
from vejviser.content.addresses import at
from vejviser.content.languages import (
    authority,
    direction,
    fallbacks,
    languages,
    main_language,
    name_in,
    other_languages,
    own_name,
    tag,
)
from vejviser.content.load.interface_texts import load_messages
from vejviser.content.load.portal import load_portal
from vejviser.content.load.portal_settings import read_portal_settings
from vejviser.content.model.base import LanguageMap
from vejviser.content.model.place_code import is_place_code, right_place_code
from vejviser.content.model.settings import Settings
from vejviser.content.settings import InForce, by_settings, current, using, using_root
from vejviser.content.types import type_named
from vejviser.site.content_check import load_and_check
from vejviser.site.pipeline import build_site

TEN_LINES = """\
name: {nb: Vennskapsportalen, en: The friendship portal}
languages: [nb, en, ar]
country: "NO"
organisations:
  flyktninghjelpen: {name: Eksempelforeningen, awaited: true}
places:
  title: "{name} kommune"
  code: {pattern: "[0-9]{4}", example: "0301"}
addresses: {handbooks: handboker, places: kommuner, sources: kilder}
national_numbers: [no.fodselsnummer]
"""
NORWEGIAN = Settings.model_validate(
    {
        "languages": ["nb", "en", "ar"],
        "addresses": {"handbooks": "handboker", "checklists": "sjekklister"},
        "places": {"code": {"pattern": "[0-9]{4}", "example": "0301"}},
    }
)


def written(root: Path, text: str) -> Path:
    (root / "portal.yml").write_text(text, "utf-8")
    return root


def told(root: Path) -> list[str]:
    messages = load_messages(root, "en")
    return [
        f"{item.path}:{item.line}:{item.column}: {item.message(messages)}"
        for item in sorted(read_portal_settings(root)[1])
    ]


# What stands there


def test_ten_lines_make_a_small_portal(tmp_path: Path) -> None:
    with using_root(written(tmp_path, TEN_LINES)):
        assert read_portal_settings(tmp_path)[1] == ()
        assert current().name_in("en") == "The friendship portal"
        assert current().name_in("ar") == "The friendship portal"  # English stands in before the main language
        assert languages() == ("nb", "en", "ar")
        assert at("<handbooks>/<main>") == "handboker/nb"
        assert at("<glossary>.md") == "glossary.md"  # what is left out is English
        assert current().organisations["flyktninghjelpen"].sentence_name("ar") == "Eksempelforeningen"


def test_a_portal_needs_no_file(tmp_path: Path) -> None:
    with using(Settings()), using_root(tmp_path):
        assert languages() == ("en",)
        assert (at("<handbooks>"), at("<places>"), at("<my_match>")) == ("handbooks", "places", "my-match")
        assert is_place_code("E06000001")


@pytest.mark.parametrize(
    ("code", "own", "turn", "spoken", "listed"),
    [
        ("so", "Soomaali", "ltr", "so-SO", "SOM"),
        ("fa-AF", "دری", "rtl", "fa-AF", "FAS"),
        ("nb", "Norsk bokmål", "ltr", "nb-NO", "NOB"),
        ("sr-Latn", "Srpski", "ltr", "sr-RS", "SRP"),
        ("ti", "ትግርኛ", "ltr", "ti-ET", "TIR"),
        ("he", "עברית", "rtl", "he-IL", "HEB"),
        ("pt-BR", "Português", "ltr", "pt-BR", "POR"),
    ],
)
def test_cldr_knows_what_a_code_alone_says(code: str, own: str, turn: str, spoken: str, listed: str) -> None:
    with using(Settings.model_validate({"languages": ["da", code]})):
        assert (own_name(code), direction(code), tag(code), authority(code)) == (own, turn, spoken, listed)


def test_what_cldr_does_not_know_is_said_beside_the_code() -> None:
    rohingya = {"code": "rhg", "cldr": "bn", "own_name": "Ruáingga", "names": {"da": "rohingya"}, "script": "Latn"}
    with using(Settings.model_validate({"languages": ["da", rohingya]})):
        assert (own_name("rhg"), name_in("rhg", "da"), authority("rhg")) == ("Ruáingga", "rohingya", "RHG")


def test_yaml_takes_the_code_of_norwegian_for_a_no(tmp_path: Path) -> None:
    assert read_portal_settings(written(tmp_path, "languages: [no, en]\n"))[0].language_codes == ("no", "en")


# Mistakes


def test_every_mistake_is_told_with_its_place_and_a_right_example(tmp_path: Path) -> None:
    root = written(
        tmp_path,
        "languages: [da, qqq, en]\n"
        "country: Norge\n"
        "adresses: {handbooks: boeker}\n"
        "places:\n"
        '  code: {pattern: "[0-9", example: "1"}\n'
        "readability:\n"
        "  da: {formula: lix, limits: {participant: mange}}\n",
    )
    assert [line.split(" ")[0] for line in told(root)] == [
        "portal.yml:1:17:",
        "portal.yml:2:1:",
        "portal.yml:3:1:",
        "portal.yml:5:10:",
        "portal.yml:7:31:",
    ]
    assert "addresses" in told(root)[2]


def test_two_kinds_of_pages_need_two_words(tmp_path: Path) -> None:
    [only] = told(written(tmp_path, "addresses:\n  guides: guider\n  checklists: guider\n"))
    assert only.startswith("portal.yml:1:1: Two kinds of pages have the same word")


def test_a_key_with_a_mistake_counts_as_left_out(tmp_path: Path) -> None:
    found, problems = read_portal_settings(
        written(tmp_path, "name: Venner\nlanguages: da\naddresses: {places: kommuner}\n")
    )
    assert [problem.line for problem in problems] == [2]
    assert (found.name_in("da"), found.language_codes, found.addresses.places) == ("Venner", ("en",), "kommuner")


def test_check_and_build_tell_them_too(portal_copy: Path) -> None:
    path = portal_copy / "portal.yml"
    path.write_text(path.read_text("utf-8").replace("country: DK", "country: Danmark"), "utf-8")
    with using_root(portal_copy):
        assert [f"{item.path}:{item.line}" for item in load_portal(portal_copy).problems] == ["portal.yml:2"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  - da\n", "  - da\n  - qqq\n", 1),  # without its languages everything would look wrong
        ("name: Prøveportal", "name: {da: Prøveportal", 1),  # nothing of the file can be read
        ("country: DK", "country: Danmark", 2),  # the rest can be judged
    ],
)
def test_what_only_follows_from_a_mistake_is_not_told(portal_copy: Path, old: str, new: str, told: int) -> None:
    for path, was, becomes in (("portal.yml", old, new), ("data/results.yml", "n: 4", "n: fire")):
        file = portal_copy / path
        file.write_text(file.read_text("utf-8").replace(was, becomes, 1), "utf-8")
    errors = [item.path for item in load_and_check(portal_copy, TODAY).errors]
    assert sorted({*errors}) == ["data/results.yml", "portal.yml"][-told:]


# In force


def test_two_portals_live_in_one_process() -> None:
    def seen() -> tuple[object, ...]:
        return (
            main_language(),
            other_languages(),
            type_named("checklist").folder,
            fallbacks("ar"),
            is_place_code("9999"),
        )

    danish = ("da", ("en", "uk", "ar"), "tjeklister", ("en", "da"), False)
    norwegian = ("nb", ("en", "ar"), "sjekklister", ("en", "nb"), True)
    assert seen() == danish
    with using(NORWEGIAN):
        assert seen() == norwegian
    assert seen() == danish


def test_a_short_text_needs_the_main_language_of_its_portal() -> None:
    with using(NORWEGIAN):
        assert LanguageMap.model_validate({"nb": "Hei", "en": "Hello"}).text("ar") == "Hei"
        with pytest.raises(ValueError, match="language-map-danish"):
            LanguageMap.model_validate({"en": "Hello"})
    with pytest.raises(ValueError, match="a language"):
        LanguageMap.model_validate({"nb": "Hei", "da": "Hej"})


def test_zeros_that_a_spreadsheet_takes_away_are_put_back() -> None:
    with using(NORWEGIAN):
        assert (right_place_code("301"), right_place_code("x1")) == ("0301", "x1")


def test_what_was_worked_out_is_kept_for_each() -> None:
    asked = []

    @by_settings
    def double(number: int) -> str:
        asked.append(number)
        return f"{main_language()} {2 * number}"

    with using(NORWEGIAN):
        assert [double(1), double(1), double(2)] == ["nb 2", "nb 2", "nb 4"]
    assert double(1) == "da 2"
    assert asked == [1, 2, 1]


def test_a_function_that_answers_once_answers_each_portal() -> None:
    memo = Memo(lambda word: f"{main_language()} {word}")
    with using(NORWEGIAN):
        assert memo("hei") == "nb hei"
    assert memo("hei") == "da hei"
    assert len(memo.answers()) == 2


def test_other_settings_make_another_program_for_the_engine() -> None:
    here = program_fingerprint()
    with using(NORWEGIAN):
        there = program_fingerprint()
    with using(NORWEGIAN.model_copy(update={"country": "NO"})):
        assert len({here, there, program_fingerprint()}) == 3
    assert program_fingerprint() == here


def _spoken(_: OnProgress) -> str:
    return f"{main_language()} {at('<handbooks>')} {in_force.fingerprint()}"


@pytest.fixture(params=["fork", "spawn"])
def _start(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    context = parallel.multiprocessing.get_context(request.param)
    monkeypatch.setattr(parallel, "_context", lambda: context)


@pytest.mark.usefixtures("_start")
def test_workers_take_it_along() -> None:
    with using(NORWEGIAN):
        assert run_parallel([partial(_spoken)]) == [_spoken(lambda _: None)]


def test_it_travels_as_the_file_it_stands_in(tmp_path: Path) -> None:
    of_file = InForce(root=written(tmp_path, TEN_LINES))
    travelled = pickle.loads(pickle.dumps(of_file))  # noqa: S301 - made here
    assert travelled.settings == of_file.settings


def test_a_script_without_a_font_is_told(portal_copy: Path) -> None:
    path = portal_copy / "portal.yml"
    path.write_text(path.read_text("utf-8").replace("  - ar\n", "  - ar\n  - ti\n  - he\n"), "utf-8")
    with using_root(portal_copy):
        found = [
            (item.line, dict(item.values)["language"], dict(item.values)["script"])
            for item in scripts.problems(load_portal(portal_copy).portal)
        ]
    assert found == [(8, "Tigrinya", "etiopisk"), (9, "Hebraisk", "hebraisk")]


def test_a_portal_has_colours_a_sign_and_a_mailbox_of_its_own(portal_copy: Path) -> None:
    path = portal_copy / "portal.yml"
    own = 'colours: {accent: "#8a1538"}\nsign: overrides/merke.svg\nreport: {mail: post@portal.example}\n'
    path.write_text(path.read_text("utf-8") + own, "utf-8")
    (portal_copy / "overrides").mkdir()
    (portal_copy / "overrides/merke.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    build_site(portal_copy, portal_copy / "site", TODAY)
    assets = portal_copy / "site/assets/vejviser"
    assert (assets / "img/sign.svg").read_text("utf-8") == "<svg xmlns='http://www.w3.org/2000/svg'/>"
    (sheet,) = (portal_copy / "site/assets/hashed/css").glob("vejviser.*.css")
    assert "--pine:var(--day,#8a1538) var(--night," in sheet.read_text("utf-8")
    assert "mailto:post@portal.example" in (portal_copy / "site/index.html").read_text("utf-8")
