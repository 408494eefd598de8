"""What commands say stands in files of texts: complete in every language they speak, and nothing of it in code."""

import ast
import re
from pathlib import Path

import pytest
import yaml

from vejviser.content.load.plain_texts import plain_texts, spoken_languages

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins" / "vejviser"
FAMILIES = ("build", "commands", "desk", "problems", "publish", "usage")
"""The families of texts that a command speaks."""
ROOMS = ("cli", "authoring", "publish", "check", "site/hosts")
"""Where no text may stand that a person reads."""
SENTENCE = re.compile(r"[^\W\d_]{2,}[,.:;]? [^\W\d_]{2,}|[æøåÆØÅ»«]")
NOT_SAID = {
    "authoring/init.py": "commands that are tried",
    "authoring/statbank.py": "words in the file of StatBank Denmark",
    "authoring/starters.py": "lines of YAML",
    "authoring/templates.py": "lines of YAML",
    "check/all_rules.py": "names of stages, which the engine keeps results by",
    "authoring/forms.py": "a policy for browsers",
    "check/habit_patterns.py": "patterns of what is looked for in Danish texts",
    "check/laws.py": "patterns of what is looked for in Danish texts",
    "check/markdown_rules.py": "what editors write who mean a kind of box",
    "check/readability.py": "patterns of what is looked for in texts",
    "cli/typed_words.py": "quotation marks that people type",
    "publish/headers.py": "headers of HTTP",
}
"""Files with such words that nobody is told, each with its reason."""
STAGES = {"said of an edition", "known files", "names of contents"}
"""Names that the engine keeps results by."""
PLACE = re.compile(r"\{(?!klammer|braces|steder|places|\w+\.)(\w+)")
"""What is filled in by the one who says it; a word of the portal (`{place.one}`) each language asks for as it must."""


def family(name: str, language: str) -> dict[str, str]:
    return {key: str(text) for key, text in yaml.safe_load((PACKAGE / f"ui/{name}/{language}.yml").read_text()).items()}


def test_commands_speak_danish_and_english() -> None:
    assert spoken_languages() == ("da", "en")


@pytest.mark.parametrize("name", FAMILIES)
def test_every_language_says_the_same_with_the_same_places_to_fill(name: str) -> None:
    first, *others = (family(name, language) for language in spoken_languages())
    for other in others:
        assert sorted(other) == sorted(first)
        assert {key for key in first if set(PLACE.findall(first[key])) != set(PLACE.findall(other[key]))} == set()
        assert {key for key in first if not first[key].strip() or not other[key].strip()} == set()


@pytest.mark.parametrize("language", spoken_languages())
@pytest.mark.parametrize("name", [item for item in FAMILIES if item != "problems"])
def test_what_is_read_in_passing_is_what_yaml_says(name: str, language: str) -> None:
    read = plain_texts(ROOT / "nowhere", language, name)
    assert {key: read[key] for key in family(name, language)} == family(name, language)


def test_what_a_portal_says_in_its_own_way_comes_first(tmp_path: Path) -> None:
    (tmp_path / "data/ui/desk").mkdir(parents=True)
    (tmp_path / "data/ui/desk/en.yml").write_text('desk-stopped: "Not yet: \\"mend\\" it."\n', "utf-8")
    assert plain_texts(tmp_path, "en", "desk")["desk-stopped"] == 'Not yet: "mend" it.'
    assert plain_texts(tmp_path, "da", "desk")["desk-stopped"] == "Stoppet. Ret fejlene, og prøv igen."


def said(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    about = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return [node.value for node in texts if id(node) not in about and SENTENCE.search(node.value)]


def test_no_text_that_a_person_reads_stands_in_code() -> None:
    files = [path for room in ROOMS for path in sorted((PACKAGE / room).rglob("*.py"))]
    found = {path.relative_to(PACKAGE).as_posix(): said(path) for path in files}
    left = {name: texts for name, texts in found.items() if {*texts} - STAGES and name not in NOT_SAID}
    assert left == {}
    assert {name for name in NOT_SAID if not found[name]} == set(), "a reason for nothing"


def test_every_sentence_of_a_command_is_said() -> None:
    code = "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    quoted = set(re.findall(r"""["']([a-z]+(?:-[a-z]+)*)["']""", code))
    assert [key for key in family("commands", "en") if key not in quoted] == []
