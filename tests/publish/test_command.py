"""`vejviser publish`, as an editor or the one who looks after the server meets it."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from inline_snapshot import snapshot

from tests.publish.sites import make_site
from vejviser.cli.main import main
from vejviser.content.load.interface_texts import load_messages

ROOT = Path(__file__).parents[2]


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "publish", *arguments])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for version in ("a", "b"):
        make_site(tmp_path / version, version)
    return tmp_path


def test_publish_list_and_roll_back(root: Path) -> None:
    told = [
        run(root, "a", "www", "--stamp", "20261121T120000Z").stdout,
        run(root, "b", "www", "--stamp", "20261122T120000Z").stdout,
        run(root, "--list", "www").stdout,
        run(root, "--rollback", "www").stdout,
        run(root, "--list", "www").stdout,
        run(root, "--list", "www", "--lang", "en").stdout,
    ]
    assert told == snapshot(
        [
            "Udgivet som 20261121T120000Z: 13 filer, heraf 13 nye eller ændrede.\n",
            "Udgivet som 20261122T120000Z: 13 filer, heraf 8 nye eller ændrede.\n",
            """\
20261121T120000Z
20261122T120000Z  vises nu
""",
            "Rullet tilbage. Læserne ser nu udgaven 20261121T120000Z.\n",
            """\
20261121T120000Z  vises nu
20261122T120000Z  trukket tilbage
""",
            """\
20261121T120000Z  shown now
20261122T120000Z  withdrawn
""",
        ]
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ["intet", "www"],
            snapshot(
                "Mappen intet er ikke en færdig side: build.json mangler. Byg den med: make site. Den gamle side er, som den var.\n"
            ),
        ),
        (
            ["a", "git:origin"],
            snapshot(
                "git:origin er ikke et sted at udgive til. Skriv en mappe, plain:mappe, git:fjernlager#gren eller s3://spand/mappe.\n"
            ),
        ),
        (
            ["a", "a/www"],
            snapshot("Siden …/a og målet …/a/www ligger inden i hinanden. Vælg en anden mappe at udgive til.\n"),
        ),
        (
            ["a", "git:nowhere.git#pages"],
            snapshot(
                "git rev-parse gik ikke: fatal: not a git repository (or any of the parent directories): .git. Den gamle side er, som den var.\n"
            ),
        ),
        (["--rollback", "www"], snapshot("Der er ingen tidligere udgave at rulle tilbage til på …/www.\n")),
        (
            ["--rollback", "www", "--to", "20200101T000000Z"],
            snapshot(
                "Udgaven 20200101T000000Z findes ikke på …/www. Se dem, der findes, med: vejviser publish --list …/www\n"
            ),
        ),
        (
            ["--rollback", "plain:public"],
            snapshot("…/public gemmer ingen tidligere udgaver. Byg den gamle side igen, og udgiv den.\n"),
        ),
        (
            ["a", "plain:index.html/under"],
            snapshot(
                "Kan ikke skrive i …/index.html/under: Not a directory. Den gamle side er, som den var. Sig det til den, der passer serveren.\n"
            ),
        ),
    ],
)
def test_what_cannot_be_done_is_told_in_danish(root: Path, arguments: list[str], expected: str) -> None:
    (root / "index.html").touch()
    result = run(root, *arguments)
    assert result.exit_code == 2
    assert result.stderr.replace(str(root), "…") == expected


def test_a_plain_folder_holds_the_site_itself(root: Path) -> None:
    for version in ("a", "b"):
        assert run(root, version, "plain:public").exit_code == 0
    assert "<p>b</p>" in (root / "public/index.html").read_text("utf-8")
    assert (root / "public/index.html.br").is_file()
    assert not (root / "public/kun-a.txt").exists()
    assert run(root, "--list", "plain:public").stdout == ""


def test_a_site_that_changes_nothing_is_told_and_is_no_release(root: Path) -> None:
    for stamp in ("20261121T120000Z", "20261122T120000Z"):
        told = run(root, "a", "www", "--stamp", stamp).stdout
    assert told == snapshot(
        "Intet er ændret siden udgaven 20261121T120000Z, som læserne ser. Der er ikke lavet en ny udgave.\n"
    )
    assert run(root, "--list", "www").stdout == "20261121T120000Z  vises nu\n"


@pytest.mark.parametrize(
    "place", ["plain:", "plain: ", "plain:.", "plain:..", ".", "..", "ftp://x/y", "plain:https://x", ""]
)
def test_a_target_that_would_take_the_project_with_it_is_none(root: Path, place: str) -> None:
    (root / ".git").mkdir()
    before = sorted(root.rglob("*"))
    result = run(root, "a", place)
    assert (result.exit_code, "Traceback" in result.output) == (2, False)
    assert result.stderr
    assert sorted(root.rglob("*")) == before


def test_a_plain_folder_with_somebody_s_file_in_it_is_not_replaced(root: Path) -> None:
    theirs = root / "public/backup/budget.txt"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("deres", "utf-8")
    assert run(root, "a", "plain:public").stderr.replace(str(root), "…") == snapshot(
        "På …/public ligger noget, som Vejviser ikke har lagt der: backup. Det bliver ikke slettet. Flyt det, eller vælg en anden mappe. Den gamle side er, som den var.\n"
    )
    theirs.unlink()
    theirs.parent.rmdir()
    assert run(root, "a", "plain:public").exit_code == 0
    theirs.parent.mkdir()
    theirs.write_text("deres", "utf-8")
    assert run(root, "b", "plain:public").stderr.replace(str(root), "…") == snapshot(
        "På …/public ligger noget, som Vejviser ikke har lagt der: backup/budget.txt. Det bliver ikke slettet. Flyt det, eller vælg en anden mappe. Den gamle side er, som den var.\n"
    )
    assert theirs.is_file()
    assert "<p>a</p>" in (root / "public/index.html").read_text("utf-8")


def test_every_message_exists_in_both_languages_and_is_used() -> None:
    danish, english = load_messages(ROOT, "da", "publish"), load_messages(ROOT, "en", "publish")
    assert danish.keys() == english.keys()
    places = re.compile(r"\{(\w+)\}")
    assert [key for key in danish if set(places.findall(danish[key])) != set(places.findall(english[key]))] == []
    package = ROOT / "plugins/vejviser"
    code = "\n".join(
        path.read_text("utf-8") for folder in ("publish", "cli") for path in (package / folder).glob("*.py")
    )
    assert [key for key in danish if f'"{key}"' not in code] == []
