"""Write into a translation which Danish words it was made from, and leave every other letter as it is."""

import json
from collections.abc import Iterable, Mapping

from vejviser.model.base import Translation

REMARK = "den danske tekst, oversættelsen følger; skrives af: vejviser translate confirm"
_KEY = "translation:"


def record_in_markdown(text: str, translation: Translation) -> str:
    """Give a Markdown file whose front matter says `translation`, in the place where it stood."""
    lines = text.splitlines(keepends=True)
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == "---")
    first, last = _span(lines[:end]) or (end, end)
    block = [f"{_KEY}\n", *_indented(_written(translation))]
    return "".join([*lines[:first], *block, *lines[last:]])


def record_in_yaml(text: str, translations: Mapping[str, Translation]) -> str:
    """Give a YAML file that says the translation of every language, at its end where it is in nobody's way."""
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    if span := _span(lines):
        del lines[span[0] : span[1]]
    block = [f"{_KEY}\n"]
    for language, translation in translations.items():
        block += _indented([f"{language}:\n", *_indented(_written(translation))])
    return "".join([*lines, *block])


def _span(lines: list[str]) -> tuple[int, int] | None:
    """Give the first and the last line but one of the `translation` key; None when there is none."""
    first = next((number for number, line in enumerate(lines) if line.startswith(_KEY)), None)
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
        lines.append(f"of:  # {REMARK}\n")
        lines += [f'  {name}: "{found}"\n' for name, found in translation.of.items()]
    return lines


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" for line in lines]
