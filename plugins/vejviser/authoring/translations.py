"""Translations: what waits for a translator, and "this is still right"."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from vejviser.authoring.editing import edited
from vejviser.authoring.json_schema import remark
from vejviser.authoring.previous_text import previous_text
from vejviser.authoring.yaml_edit.translations import record_in_markdown, record_in_yaml, record_of_file
from vejviser.base.files import write_tree
from vejviser.base.problems import AuthoringError
from vejviser.content.languages import main_language
from vejviser.content.load.interface_texts import load_texts
from vejviser.content.load.portal import load_portal
from vejviser.content.model.base import Translation
from vejviser.content.model.checklist import Checklist
from vejviser.content.model.portal import Portal
from vejviser.content.model.translations import PATH as LABELS
from vejviser.content.text_walker import long_texts
from vejviser.content.translation.pairs import (
    Pair,
    checklist_originals,
    label_originals,
    passage_hashes,
    translation_pairs,
)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Passages of a translation that are right again."""

    path: str
    language: str
    names: tuple[str, ...]


def translations(root: Path, language: str | None = None) -> list[Pair]:
    """Return every translation, in the order of the portal's languages, with what waits for a translator."""
    portal = load_portal(root).portal
    found = (pair for pair in translation_pairs(portal) if language in (None, pair.language))
    return sorted(found, key=lambda pair: (portal.languages.index(pair.language), pair.path))


def missing_texts(root: Path, language: str) -> tuple[str, list[str]]:
    """Return the file of a language's interface texts, and the keys of those it lacks: others stand in for them."""
    texts = load_texts(root, [])
    return texts[language].path or f"data/ui/{language}.yml", texts[language].lacks(texts[main_language()])


def confirm(
    root: Path, paths: Iterable[str], section: str | None = None, language: str | None = None
) -> list[Confirmed]:
    """Record that translations still say what the originals say; return what was confirmed.

    Raises DeskError for a path without a translation and for a section it does not have.
    """
    portal = _readable(root)
    known = [pair for pair in translation_pairs(portal) if language in (None, pair.language)]
    wanted: dict[tuple[str, str], tuple[str, ...]] = {}
    for path in paths:
        below = [item for item in known if item.path == path or item.path.startswith(f"{path.rstrip('/')}/")]
        if not below:
            raise _why_not(root, known, path)
        for pair in below:
            wanted[pair.path, pair.language] = tuple(_confirmable(pair, section))
    if section and not any(wanted.values()):
        raise AuthoringError("desk-no-section", section=section)
    return _record(root, portal, {key: names for key, names in wanted.items() if names})


def confirm_minor(root: Path, path: str) -> list[Confirmed]:
    """Record that the last change of an original changed no meaning: what was right before is right still.

    Raises DeskError when the text has no translation, or git remembers no earlier text.
    """
    portal = _readable(root)
    known = [pair for pair in translation_pairs(portal) if pair.original_path == path]
    if not known and not (root / path).exists():
        raise AuthoringError("desk-no-file", path=path)
    if not known:
        raise AuthoringError("desk-no-translations", path=path)
    before = _before(root, path)
    if before is None:
        raise AuthoringError("desk-no-earlier-text", path=path)
    wanted = {
        (pair.path, pair.language): tuple(
            item for item in pair.outdated if pair.translation.of[item] == before.get(item)
        )
        for pair in known
    }
    return _record(root, portal, {key: names for key, names in wanted.items() if names})


def _readable(root: Path) -> Portal:
    """Read the portal; raises DeskError when what would be written over cannot be read."""
    loaded = load_portal(root)
    if any(problem.path == LABELS and problem.severity == "error" for problem in loaded.problems):
        raise AuthoringError("desk-record-broken", path=LABELS)
    return loaded.portal


def _confirmable(pair: Pair, section: str | None) -> Iterator[str]:
    for name in pair.originals:
        if name in pair.own and name not in pair.untranslated and section in (None, name):
            yield name


def _why_not(root: Path, known: list[Pair], path: str) -> AuthoringError:
    if not (root / path).exists():
        return AuthoringError("desk-no-file", path=path)
    translated = [item.path for item in known if item.original_path == path]
    if translated:
        return AuthoringError("desk-is-the-original", path=path, translated=translated[0])
    return AuthoringError("desk-not-a-translation", path=path)


def _before(root: Path, path: str) -> Mapping[str, str] | None:
    """Return the passages of an original as they were before its last change."""
    text = previous_text(root, path)
    if text is None:
        return None
    with TemporaryDirectory() as folder:
        file = Path(folder) / path
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
        portal = load_portal(Path(folder)).portal
    for text_before in long_texts(portal):
        return passage_hashes(text_before)
    for checklist in portal.checklists:
        return checklist_originals(checklist)
    return label_originals(portal) or None


def _record(root: Path, portal: Portal, wanted: Mapping[tuple[str, str], tuple[str, ...]]) -> list[Confirmed]:
    changed: dict[str, dict[str, Translation]] = {}
    for pair in translation_pairs(portal):
        if names := wanted.get((pair.path, pair.language)):
            of = {
                original: pair.originals[original] if original in names else pair.translation.of.get(original, "")
                for original in pair.originals
            }
            kept = {name: found for name, found in of.items() if found}
            changed.setdefault(pair.path, {})[pair.language] = pair.translation.model_copy(update={"of": kept})
    checklists = {checklist.origin.path: checklist for checklist in portal.checklists}
    labels: dict[str, Mapping[str, Translation]] = {}
    files: dict[str, bytes] = {}
    for path, translated in changed.items():
        if path.endswith(".yml") and path not in checklists:
            found = portal.translations.get(path)
            labels[path] = {str(key): item for key, item in found.by_language.items()} if found else {}
            labels[path] = {**labels[path], **translated}
        else:
            files[path] = edited(root, path, _recording(translated, checklists.get(path)))
    if labels:
        files[LABELS] = edited(root, LABELS, _labelling(labels), f"# {remark('labels')}\n")
    write_tree(root, files)
    return [Confirmed(path, language, names) for (path, language), names in sorted(wanted.items())]


def _labelling(labels: Mapping[str, Mapping[str, Translation]]) -> Callable[[str], str]:
    def change(text: str) -> str:
        for path, translated in labels.items():
            text = record_of_file(text, path, translated)
        return text

    return change


def _recording(translated: Mapping[str, Translation], checklist: Checklist | None) -> Callable[[str], str]:
    if checklist:
        every: dict[str, Translation] = {str(key): item for key, item in checklist.translation.items()}
        return lambda text: record_in_yaml(text, every | dict(translated))
    (translation,) = translated.values()
    return lambda text: record_in_markdown(text, translation)
