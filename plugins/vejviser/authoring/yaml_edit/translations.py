"""Write into a translation which words of the original it was made from, and leave every other letter as it is."""

import json
from collections.abc import Iterable, Iterator, Mapping

from vejviser.authoring.json_schema import remark
from vejviser.content.model.base import Translation

_KEY = "translation:"


def record_in_markdown(text: str, translation: Translation) -> str:
    """Return a Markdown file whose front matter says `translation`, in the place where it stood."""
    lines = text.splitlines(keepends=True)
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == "---")
    first, last = _span(lines[:end]) or (end, end)
    block = [f"{_KEY}\n", *_indented(_written(translation))]
    return "".join([*lines[:first], *block, *lines[last:]])


def record_in_yaml(text: str, translations: Mapping[str, Translation]) -> str:
    """Return a YAML file that says the translation of every language, at its end where it is in nobody's way."""
    lines = _lines(text)
    if span := _span(lines):
        del lines[span[0] : span[1]]
    return "".join([*lines, f"{_KEY}\n", *_by_language(translations)])


def record_of_file(text: str, path: str, translations: Mapping[str, Translation]) -> str:
    """Return the file about other files' translations with what is said of `path`: where it stood, or at the end."""
    lines = _lines(text)
    first, last = _span(lines, f"{path}:") or (len(lines), len(lines))
    return "".join([*lines[:first], f"{path}:\n", *_by_language(translations), *lines[last:]])


def _lines(text: str) -> list[str]:
    lines = text.splitlines(keepends=True)
    return [*lines[:-1], lines[-1] if lines[-1].endswith("\n") else f"{lines[-1]}\n"] if lines else []


def _by_language(translations: Mapping[str, Translation]) -> Iterator[str]:
    for language, translation in translations.items():
        yield from _indented([f"{language}:\n", *_indented(_written(translation))])


def _span(lines: list[str], key: str = _KEY) -> tuple[int, int] | None:
    """Return the first and the last line but one of a key; None when there is none."""
    first = next((number for number, line in enumerate(lines) if line.startswith(key)), None)
    if first is None:
        return None
    below = (number for number in range(first + 1, len(lines)) if lines[number][:1] not in (" ", "}"))
    return first, next(below, len(lines))


def _written(translation: Translation) -> list[str]:
    lines = [f"status: {translation.status}\n"]
    if translation.reviewed_by:
        lines.append(f"reviewed_by: {json.dumps(translation.reviewed_by, ensure_ascii=False)}\n")
    if translation.reviewed:
        lines.append(f"reviewed: {translation.reviewed.isoformat()}\n")
    if translation.of:
        lines.append(f"of:  # {remark('of')}\n")
        lines += [f'  {name}: "{found}"\n' for name, found in translation.of.items()]
    return lines


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" for line in lines]
