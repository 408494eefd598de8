"""`vejviser init`: a whole portal in each language, beside nothing of anybody's, whatever it is called."""

import os
import re
from datetime import date
from importlib import resources
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.site.test_hosts import NOON, files
from tests.site.test_hosts import build as build_with
from vejviser.authoring import init as beginning
from vejviser.authoring.init import new_portal
from vejviser.authoring.starters import Wishes, begun_in, shown_name, starter_languages, starter_texts
from vejviser.base.problems import AuthoringError
from vejviser.cli.main import main
from vejviser.content.load.portal import load_portal
from vejviser.content.settings import current, using_root
from vejviser.site.content_check import load_and_check
from vejviser.site.pipeline import build_site

DAY = date(2026, 11, 22)
HOSTILE = '"Ær&lig" <script>alert(1)</script> \'#: {x} [y](z) *w* 🌍 بوابة'


def wishes(*languages: str, name: str = "Portal", organisation: str = "Society", **more: dict[str, str]) -> Wishes:
    return Wishes(name, organisation, languages, "https://portal.example/", **more)


@pytest.mark.parametrize("language", starter_languages())
def test_a_new_portal_is_in_order(tmp_path: Path, language: str) -> None:
    second = "en" if language != "en" else "da"
    new_portal(tmp_path / "new", wishes(language, second), DAY)
    with using_root(tmp_path / "new"):
        assert load_and_check(tmp_path / "new", DAY, everywhere=True).problems == ()


def test_it_has_an_example_of_everything_an_editor_begins_with(tmp_path: Path) -> None:
    written = new_portal(tmp_path / "new", wishes("nb", "en"), DAY)
    assert {"portal.yml", "mkdocs.yml", "README.md", "requirements.txt", ".gitignore"} <= {*written}
    assert {".github/workflows/publish.yml", ".gitlab-ci.yml"} <= {*written}
    with using_root(tmp_path / "new"):
        portal = load_portal(tmp_path / "new").portal
        assert [len(book.chapters) for book in portal.handbooks] == [2]
        assert [len(kind) for kind in (portal.guides, portal.checklists, portal.municipalities)] == [1, 1, 3]
        assert [material.prefill for material in portal.materials] == ["municipality"]
        assert (len(portal.sources), len(portal.terms)) == (1, 3)
        translated = [item for item in portal.articles if item.language == "en"]
        assert {item.meta.translation.status for item in translated if item.meta.translation} == {"machine"}
        assert current().addresses.handbooks == "handboker"


def test_on_github_only_main_is_run_with_the_right_to_write_and_nothing_keeps_the_key(tmp_path: Path) -> None:
    new_portal(tmp_path / "new", wishes("nb", "en"), DAY)
    workflow = yaml.safe_load((tmp_path / "new/.github/workflows/publish.yml").read_text("utf-8"))
    jobs = workflow["jobs"]
    assert workflow["permissions"] == {"contents": "read"}
    assert [name for name, job in jobs.items() if "permissions" in job] == ["publish"]
    assert jobs["publish"]["if"] == "github.ref == 'refs/heads/main' && github.event_name != 'pull_request'"
    out = [step for job in jobs.values() for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert [step["with"]["persist-credentials"] for step in out] == [False, False]
    *before, last = jobs["publish"]["steps"]
    assert "${{ github.token }}" in last["env"].values()
    assert [step for step in before if "env" in step] == []
    assert 'git ls-remote origin "$GITHUB_REF"' in last["run"], "an old run that is run once more publishes nothing"


def test_a_language_without_words_of_its_own_begins_in_english(tmp_path: Path) -> None:
    assert [begun_in(code) for code in ("nb", "en-GB", "fi", "fa-AF")] == ["nb", "en", "en", "en"]
    new_portal(tmp_path / "new", wishes("fi", "en"), DAY)
    with using_root(tmp_path / "new"):
        found = load_and_check(tmp_path / "new", DAY).problems
        assert {problem.severity for problem in found} <= {"warning"}


def test_another_kind_of_place_is_called_what_it_is(tmp_path: Path) -> None:
    new_portal(tmp_path / "new", wishes("en", words={"one": "county", "many": "counties"}), DAY)
    with using_root(tmp_path / "new"):
        assert load_portal(tmp_path / "new").portal.texts["en"]("nav.municipalities") == "Counties"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("fylke, fylker, fylket", "the_many=…"),
        ("fylke, fylker, fylket, fylkene, gender=neuter", ""),
    ],
)
def test_a_word_has_the_forms_that_its_language_asks_for(tmp_path: Path, place: str, said: str) -> None:
    result = CliRunner().invoke(main, ["init", str(tmp_path / "new"), "--languages", "nb", "--place", place])
    assert said in result.stderr
    assert (result.exit_code, (tmp_path / "new").exists()) == ((2, False) if said else (0, True))


def test_a_name_that_leads_to_a_person_is_refused(tmp_path: Path) -> None:
    number = "010190" + "-" + "1234"
    result = CliRunner().invoke(main, ["init", str(tmp_path / "new"), "--languages", "da", "--name", f"Ring {number}"])
    assert (result.exit_code, [*tmp_path.iterdir()]) == (1, [])
    assert "cpr-number" in result.stderr


def test_the_words_have_the_same_keys_in_every_language_and_none_is_spare() -> None:
    said = {language: starter_texts(language) for language in starter_languages()}
    assert {frozenset(texts) for texts in said.values()} == {frozenset(said["en"])}
    assert len({len(texts[key]) for texts in said.values() for key in ["first.in_short"]}) == 1
    here = resources.files("vejviser")
    code = [(here / "authoring" / name).read_text("utf-8") for name in ("init.py", "starters.py")]
    code += [(here / "cli" / "init.py").read_text("utf-8")]
    templates = [item.read_text("utf-8") for item in (here / "starters" / "files").iterdir()]
    words = set(re.findall(r"\w+", "\n".join([*code, *templates])))
    assert [key for key in said["en"] if not {*key.split(".")} <= words] == []


@pytest.mark.parametrize("there", ["file", "folder", "link", "hidden"])
def test_nothing_is_written_over(tmp_path: Path, there: str) -> None:
    target = tmp_path / "mine"
    if there == "file":
        target.write_text("mine", "utf-8")
    elif there == "link":
        target.symlink_to(tmp_path / "nowhere")
    else:
        target.mkdir()
        (target / (".git" if there == "hidden" else "portal.yml")).write_text("mine", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    result = CliRunner().invoke(main, ["init", str(target), "--languages", "en"])
    assert result.exit_code == 2
    assert "mine" in result.stderr
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("there", [True, False])
def test_half_a_portal_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, there: bool) -> None:
    target = tmp_path / "new"
    if there:
        target.mkdir()
    rename = Path.rename

    def full(self: Path, target: Path) -> Path:
        if target.name in ("new", "portal.yml"):
            raise OSError(28, "No space left on device", str(target))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="No space"):
        new_portal(target, wishes("en"), DAY)
    assert list(tmp_path.iterdir()) == ([target] if there else [])
    assert list(target.iterdir() if there else ()) == []


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    new_portal(tmp_path, wishes("en"), DAY)
    assert (tmp_path / "portal.yml").is_file()
    with pytest.raises(AuthoringError):
        new_portal(tmp_path, wishes("en"), DAY)


def _is_name(text: str) -> bool:
    try:
        return shown_name(text) == text
    except ValueError:
        return False


NAMES = st.text(min_size=1, max_size=40).filter(_is_name)


@given(NAMES, NAMES)
@settings(max_examples=60)
def test_whatever_it_is_called_it_is_called_in_its_files(name: str, organisation: str) -> None:
    starter = beginning.Starter(wishes("en", name=name, organisation=organisation), DAY.isoformat())
    said = yaml.safe_load(beginning._portal_file(starter))
    assert said["name"] == name
    assert said["organisations"]["organisation"]["name"] == organisation
    config = starter.fill("mkdocs.yml", url="https://portal.example/", languages=(), theme_language="en")
    assert re.search(r"^site_name: (.*)$", config, re.MULTILINE)
    assert yaml.safe_load(config.partition("site_url")[0])["site_name"] == name


@pytest.mark.parametrize("text", ["", " ", "a\u202eb", "a\x00b", "a\ud800", "a" * 121])
def test_a_name_that_no_page_can_show_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match="name"):
        shown_name(text)
    result = CliRunner().invoke(main, ["init", str(tmp_path / "new"), "--languages", "en", "--name", text])
    assert result.exit_code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("option", "value"),
    [("--languages", "dansk"), ("--languages", ","), ("--place", "fylke"), ("--url", "javascript:alert(1)")],
)
def test_what_cannot_be_is_told_and_nothing_is_written(tmp_path: Path, option: str, value: str) -> None:
    result = CliRunner().invoke(main, ["init", str(tmp_path / "new"), option, value])
    assert (result.exit_code, [*tmp_path.iterdir()]) == (2, [])
    assert option in result.stderr


@pytest.mark.parametrize(("machine", "main_language"), [("nb_NO.UTF-8", "nb"), ("C.UTF-8", "en"), ("ar_EG", "ar")])
def test_without_a_terminal_nothing_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, machine: str, main_language: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", machine)
    assert CliRunner().invoke(main, ["init", str(tmp_path / "new")]).exit_code == 0
    assert yaml.safe_load((tmp_path / "new/portal.yml").read_text("utf-8"))["languages"] == [main_language]


@pytest.mark.slow
def test_a_new_portal_builds_whatever_it_is_called_and_mkdocs_gives_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "new"
    new_portal(root, wishes("ar", "en", name=HOSTILE, organisation=HOSTILE), DAY)
    with using_root(root):
        build_site(root, root / "site", DAY)
    ours = files(root / "site")
    assert b"<script>alert(1)" not in b"".join(page for name, page in ours.items() if name.endswith(".html"))
    front = ours["index.html"].decode()
    assert 'dir="rtl"' in front.partition("<head>")[0]
    assert not any(name.startswith(("laws", "results", "tracks", "help", "sources/laws")) for name in ours)
    (root / "site").rename(root / "built")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    done = build_with("mkdocs", root, "--strict")
    assert done.returncode == 0, done.stderr
    theirs = files(root / "site")
    assert [
        name for name in ours if name not in {"build.json", "published-on.json"} and ours[name] != theirs.get(name)
    ] == []
    assert os.fspath(tmp_path) not in front
