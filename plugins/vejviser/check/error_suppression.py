"""What only follows from a file that cannot be read: told again, it would hide the mistake itself."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from vejviser.base.problems import Problem
from vejviser.content.content_type import ContentType
from vejviser.content.languages import languages, main_language
from vejviser.content.model.place_code import is_place_code
from vejviser.content.types import type_named, types

_DEAD = ("broken-link", "broken-link-suggestion", "link-scheme-missing", "file-missing", "file-missing-suggestion")
_HEADINGS = frozenset(
    [
        *("heading-without-id", "heading-id-form", "heading-space", "heading-too-high", "section-renamed"),
        *("heading-skipped", "duplicate-id", "translation-section-unknown", "translation-section-unknown-suggestion"),
    ]
)
"""Rules about a heading without which its passage is not found."""
_FOLLOWS = frozenset(
    [
        "broken-link",
        "broken-link-suggestion",
        "chapter-missing",
        "chapter-not-listed",
        "chapter-without-book",
        "guide-without-steps",
        "kept-version-unknown",
        "link-without-target",
        "redirect-target",
        "redirect-target-unknown",
        "glossary-page",
        "search-word-target",
        "material-text-missing",
        "text-without-material",
        "tile-unknown",
        "tile-missing",
        "translations-file-unknown",
    ]
)
"""Rules about what is not there, besides those whose names begin with "unknown-"."""
_COVERED_ON_LINE: dict[str, frozenset[str]] = {
    "attribute-in-markdown": frozenset(["heading-space", "heading-without-id"]),
    "bracket-left": frozenset(["citation-form", "citation-signs", "field-brackets", "link-broken", "task-list"]),
    "citation-signs": frozenset(["citation-form"]),
    "link-broken": frozenset(["link-scheme", "field-brackets"]),
    "link-scheme": frozenset(["link-scheme-missing"]),
    "link-without-target": frozenset(["link-place-unknown", "link-place-unknown-suggestion", *_DEAD]),
    "file-missing": frozenset(["picture-elsewhere"]),
    "markdown-not-supported": frozenset(["picture-elsewhere", "file-missing", "file-missing-suggestion"]),
    "section-renamed": frozenset(["heading-id-form"]),
    "section-lost": frozenset([*_HEADINGS, "attribute-in-markdown"]),
    "not-written-yet": frozenset(["yaml-colon"]),
    "table-broken": frozenset(["blank-line-missing"]),
    "personal-email": frozenset(["wrong-form"]),
    "personal-phone": frozenset(
        ["wrong-form", "text-expected", "date-expected", "date-impossible", "invalid-value", "phone-digits"]
    ),
    "letter-invisible": frozenset(["yaml-odd-space", "heading-space", "bullet-sign"]),
    "yaml-character": frozenset(["letter-invisible", "letter-lost"]),
    "yaml-syntax": frozenset(["letter-invisible", "letter-lost"]),
    "unknown-sign": frozenset(["letter-invisible", "letter-lost"]),
    "unknown-field": frozenset(["field-brackets", "heading-without-id"]),
}
"""Rules that say less of a line than another that is broken on it, with those that say more."""
_COVERED_IN_FILE: dict[str, frozenset[str]] = {
    "unknown-sign": frozenset(["letters-decomposed", "letters-garbled"]),
    "checklist-item-removed": frozenset(["duplicate-id", "duplicate-id-suggestion"]),
    "checklist-ids-new": frozenset(["duplicate-id", "duplicate-id-suggestion", "checklist-item-removed"]),
    "safety-unknown": frozenset(["heading-without-id", "heading-id-form", "heading-space", "heading-too-high"]),
    "safety-unknown-suggestion": frozenset(
        ["heading-without-id", "heading-id-form", "heading-space", "section-renamed"]
    ),
    "link-place-unknown": frozenset(["heading-without-id", "heading-id-form", "heading-space", "section-renamed"]),
    "link-place-unknown-suggestion": frozenset(["section-renamed"]),
    "file-too-large": frozenset(["file-large"]),
    "file-kind": frozenset(["file-lock", "file-ending"]),
    "chapter-not-listed": frozenset(["translation-without-original"]),
    "translation-status-missing": frozenset(["translation-without-original"]),
    "file-unknown-kind": frozenset(["file-lock", "file-ending", "file-kind"]),
    "file-wrong-kind": frozenset(["file-lock", "file-broken", "status-folder-file"]),
    "file-old-format": frozenset(["file-lock", "file-kind", "status-folder-file"]),
    "file-broken": frozenset(["file-lock", "status-folder-file"]),
    "text-not-sealed": frozenset(["text-changed"]),
}
"""Rules that only follow from another that is broken in the same file, with those that say it."""
_COVERED_IN_FOLDER: dict[str, frozenset[str]] = {
    name: frozenset(["field-asks-number"])
    for name in ("unknown-field", "unknown-field-suggestion", "field-without-place")
}
_OF_TRANSLATIONS = ("translation-outdated", "translation-section-", "translation-unrecorded", "translation-not-begun")
"""Beginnings of rules that compare a translation with an original, which must be right first."""
_UNUSED = frozenset(["law-not-used", "uncited-source"])
"""Rules about what nobody uses: whoever does may be in the file that cannot be read."""
_PRIVATE = ("cpr-", "national-", "personal-", "raw-status")
"""Beginnings of rules that are told whatever else is wrong."""
_COLLECTIONS = {
    "data/translations.yml": ("translation-unrecorded",),
}
"""Files of many entries, and the rules that miss them when an entry cannot be read; content types say theirs."""


def without_consequences(read: Iterable[Problem], checked: Collection[Problem]) -> Iterator[Problem]:
    """Yield the problems of `checked` that would still be there if every file of `read` were right."""
    missed = {**_COLLECTIONS, **{item.pattern: item.missed for item in types()}}
    broken = {problem.path for problem in read if problem.severity == "error"}
    meant = {name: value for problem in checked for name, value in _meant(problem)}
    names = {name for path in (*broken, *meant.values()) for name in _names(path)} | meant.keys() | broken
    names |= {name for item in types() if item.entries and item.pattern in broken for name in _pages(item)}
    silent = {rule for path in broken for rule in _suggested(missed.get(path, ()))} | (_UNUSED if broken else set())
    originals = {_key(path) for path in (*broken, *meant.values())}
    wrong = {_key(problem.path) for problem in checked if _is_of_original(problem)}
    on_line, in_file, in_folder = _rules_by_place(checked)
    placed = {key for problem in checked for key in _placed(problem)}
    places = {path for path in broken if type_named("municipality").values_in(path)}
    found_in_reading = set(read)
    named = {_example(item) for item in checked if item.rule == "heading-without-id"}
    for problem in checked:
        said = on_line[problem.path, problem.line] & _COVERED_ON_LINE.get(problem.rule, frozenset())
        said |= in_folder[problem.path.rpartition("/")[0]] & _COVERED_IN_FOLDER.get(problem.rule, frozenset())
        said |= in_file[problem.path] & _COVERED_IN_FILE.get(problem.rule, frozenset())
        torn = "merge-conflict" in in_file[problem.path] and not problem.rule.startswith(("merge-", *_PRIVATE))
        unnamed = problem.rule.startswith("link-place-unknown") and any(
            rule in _HEADINGS for path, rules in in_file.items() if path != problem.path for rule in rules
        )
        if said or torn or unnamed or _told_at_heading(problem, named):
            continue
        missing = problem.rule in _FOLLOWS or problem.rule.startswith("unknown-")
        about_broken = missing and any(_mentions(value, names) for _, value in problem.values)
        orphan = problem.rule == "translation-without-original" and _key(problem.path) in originals
        mixed_up = problem.rule.startswith(_OF_TRANSLATIONS) and _key(problem.path) in wrong
        unlisted = problem.path in places and problem.rule.startswith("personal-")
        unplaced = problem.rule == "field-without-place" and _field(problem) in placed
        sealed = problem.rule == "text-changed" and _changed_by_mistake(problem, checked)
        follows = problem.rule in silent or about_broken or orphan or mixed_up or unlisted or unplaced or sealed
        if problem in found_in_reading or not follows:
            yield problem


def _example(problem: Problem) -> tuple[str, str]:
    return problem.path, dict(problem.values)["example"]


def _told_at_heading(problem: Problem, named: Collection[tuple[str, str]]) -> bool:
    """Return whether it is about the name of a heading on another line, which its heading asks for."""
    if problem.rule != "attribute-in-markdown":
        return False
    return (problem.path, dict(problem.values)["found"].strip("{}:# ")) in named


def _meant(problem: Problem) -> Iterator[tuple[str, str]]:
    """Yield the name, and the path, under which others look for a file that has another name by mistake."""
    values = dict(problem.values)
    match problem.rule:
        case "file-name-form" | "file-ending" | "file-not-read-suggestion":
            path = values["suggestion"]
            path = path if "/" in path else f"{problem.path.rpartition('/')[0]}/{path}"
            yield next(_names(path)), path
        case "chapter-missing-suggestion":
            yield values["suggestion"], problem.path
        case "municipality-code-name" | "municipality-twice":
            yield values["code"], problem.path
            yield values.get("right", values["code"]), problem.path


def _rules_by_place(
    checked: Iterable[Problem],
) -> tuple[Mapping[tuple[str, int], set[str]], Mapping[str, set[str]], Mapping[str, set[str]]]:
    on_line: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    in_file: defaultdict[str, set[str]] = defaultdict(set)
    in_folder: defaultdict[str, set[str]] = defaultdict(set)
    for problem in checked:
        on_line[problem.path, problem.line].add(problem.rule)
        in_file[problem.path].add(problem.rule)
        in_folder[problem.path.rpartition("/")[0]].add(problem.rule)
    return on_line, in_file, in_folder


def _is_of_original(problem: Problem) -> bool:
    """Return whether it is an error in what translations are made from, and not one of the translations' own."""
    folder, _, rest = problem.path.partition("/")
    language = rest.partition("/")[0] if folder == "docs" else rest.rpartition("/")[2].removesuffix(".md")
    of_translation = problem.path.endswith(".md") and language in languages() and language != main_language()
    return problem.severity == "error" and not of_translation and not problem.rule.startswith("translation-")


def _placed(problem: Problem) -> Iterator[tuple[str, str]]:
    """Yield the field whose place in a text is there, and only written in a wrong way."""
    values = dict(problem.values)
    if problem.rule == "field-brackets":
        yield problem.path.rpartition("/")[0], values["field"]
    elif problem.rule == "unknown-field-suggestion":
        yield problem.path.rpartition("/")[0], values["suggestion"]


def _field(problem: Problem) -> tuple[str, str]:
    return problem.path.rpartition("/")[0], dict(problem.values)["field"]


def _changed_by_mistake(problem: Problem, checked: Iterable[Problem]) -> bool:
    """Return whether the text of a material has another error, which must be mended before it is compared."""
    folder = problem.path.rpartition("/")[0]
    return any(
        item.severity == "error" and item.rule != problem.rule and not item.rule.startswith("translation-")
        for item in checked
        if item.path.rpartition("/")[0] == folder
    )


def _names(path: str) -> Iterator[str]:
    """Yield the ids that the content of a file may go by."""
    folder, _, file = path.rpartition("/")
    stem = file.rpartition(".")[0]
    if stem in (
        *languages(),
        *(item.pattern.rpartition("/")[2].partition(".")[0] for item in types() if not item.entries),
    ):
        yield folder.rpartition("/")[2]
    else:
        yield stem
        if is_place_code(code := stem.partition("-")[0]):
            yield code


def _pages(kind: ContentType) -> Iterator[str]:
    """Yield the names of the pages that are there only when a file of many entries can be read."""
    for page in (*kind.pages, kind.index):
        yield page.removesuffix("/index.md").removesuffix(".md").rpartition("/")[2]


def _key(path: str) -> str:
    """Return what a text and its translations have in common."""
    return path.rpartition("/")[0] if path.startswith("materials/") else path.split("/", 2)[-1]


def _suggested(rules: Iterable[str]) -> Iterator[str]:
    for rule in rules:
        yield rule
        yield f"{rule}-suggestion"


def _mentions(value: str, names: Iterable[str]) -> bool:
    parts = {value, *value.removesuffix(".md").split("/")}
    return any(name in parts for name in names)
