"""A command speaks the language that is asked for, else the portal's, else that of the environment, else English."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from vejviser.cli.commands import Group
from vejviser.cli.main import main
from vejviser.content.load.plain_texts import plain_texts, spoken_languages
from vejviser.content.load.spoken_language import spoken_language

PORTALS = {
    "nothing": {},
    "danish": {"portal.yml": "name: Vej\nlanguages: [da, en]\n"},
    "english": {"portal.yml": "name: Way\nlanguages:\n  # the main one first\n  - {code: en}\n  - da\n"},
    "norwegian": {"portal.yml": "name: Vei\nlanguages: [nb, da]\n"},
    "broken": {"portal.yml": "languages: [\n"},
    "host": {
        "mkdocs.yml": "plugins:\n  - i18n:\n      languages:\n        - {locale: da, name: Dansk, default: true}\n"
    },
}


@pytest.mark.parametrize(
    ("asked", "portal", "environment", "spoken"),
    [
        ("en", "danish", {"LANG": "da_DK.UTF-8"}, "en"),
        ("", "danish", {"LANG": "en_GB.UTF-8"}, "da"),
        ("", "english", {"LANG": "da_DK.UTF-8"}, "en"),
        ("", "host", {}, "da"),
        ("", "norwegian", {"LANG": "da_DK.UTF-8"}, "da"),
        ("", "norwegian", {"LANG": "nb_NO.UTF-8"}, "en"),
        ("", "nothing", {"LANG": "da_DK.UTF-8"}, "da"),
        ("", "nothing", {"LC_ALL": "en_US.UTF-8", "LANG": "da_DK.UTF-8"}, "en"),
        ("", "nothing", {"LANGUAGE": "nb:da:en", "LANG": "C"}, "da"),
        ("", "nothing", {"LANGUAGE": "", "LC_ALL": "C.UTF-8"}, "en"),
        ("", "broken", {}, "en"),
        ("so", "nothing", {}, "en"),
    ],
)
def test_the_order(tmp_path: Path, asked: str, portal: str, environment: dict[str, str], spoken: str) -> None:
    for name, text in PORTALS[portal].items():
        (tmp_path / name).write_text(text, "utf-8")
    assert spoken_language(tmp_path, environment, asked) == spoken


@pytest.mark.parametrize(
    "typed", ["--lang en build --out docs", "build --out docs --lang en", "build --lang=en --out docs"]
)
def test_lang_is_heard_wherever_it_stands(portal_copy: Path, typed: str) -> None:
    done = CliRunner().invoke(main, ["--root", str(portal_copy), *typed.split()])
    assert done.stderr.startswith("--out: What lies in docs would be lost.")


@pytest.mark.parametrize(
    "typed", ["--lang en --help", "--help --lang en", "check --help --lang en", "--lang en new -h"]
)
def test_help_is_in_it_too(tmp_path: Path, typed: str) -> None:
    assert CliRunner().invoke(main, ["--root", str(tmp_path), *typed.split()]).stdout.startswith("Usage: ")


def test_the_language_of_a_form_is_not_that_of_the_command(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(tmp_path), "status", "template", "--lang", "en"])
    assert done.stderr.startswith("Der mangler --period.")


def test_problems_are_told_in_the_language_of_the_command(portal_copy: Path) -> None:
    (portal_copy / "data/guides/modtage.yml").write_text("\tid: x\n", "utf-8")
    told = [
        CliRunner().invoke(main, ["--root", str(portal_copy), "check", "--lang", code]).stderr.splitlines()[-1]
        for code in ("da", "en")
    ]
    assert [" fejl, " in told[0], " error" in told[1]] == [True, True]


def commands(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    if command.hidden:
        return
    yield ".".join(path) or "vejviser", command
    if isinstance(command, click.Group):
        context = click.Context(command, obj=Path())
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from commands(found, (*path, name))


@pytest.mark.parametrize("language", spoken_languages())
def test_every_command_and_option_is_explained_and_nothing_else_is(language: str) -> None:
    said = plain_texts(Path(), language, "usage")
    wanted, shared = set(), {"--help", "--lang", "--version", "--today"}
    for key, command in commands(main):
        wanted.add(key)
        assert isinstance(command, Group) or not command.help or command.help.isascii(), f"{key}: a text in code"
        for param in command.params:
            if isinstance(param, click.Option) and not param.hidden and param.opts[-1] not in shared - {"--today"}:
                own = f"{key}.{param.opts[-1]}"
                wanted.add(own if own in said or param.opts[-1] not in shared else param.opts[-1])
    explained = {key for key in said if key.split(".")[0] in {item.split(".")[0] for item in wanted} or key[0] == "-"}
    assert explained - wanted <= {
        "new.--title",
        "status.template.--lang",
        "translate.status.--lang",
        "translate.confirm.--lang",
        *shared,
    }
    assert wanted - explained == set()


@pytest.mark.parametrize("language", spoken_languages())
def test_no_word_of_a_help_is_left_in_capitals_of_the_program(tmp_path: Path, language: str) -> None:
    said = plain_texts(Path(), language, "usage")
    for key, _ in commands(main):
        typed = [] if key == "vejviser" else key.split(".")
        shown = CliRunner().invoke(main, ["--root", str(tmp_path), "--lang", language, *typed, "--help"]).stdout
        assert said["help-usage"] in shown, key
        assert said["--help"] in " ".join(shown.split()), key
        assert "Show this message" not in shown
