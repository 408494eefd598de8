"""Write into a translation which words of the original it was made from, and leave every other letter as it is."""

from collections.abc import Mapping
from typing import Any

from vejviser.authoring.json_schema import remark
from vejviser.authoring.yaml_edit.edit import set_value
from vejviser.authoring.yaml_edit.front_matter import in_front_matter
from vejviser.authoring.yaml_edit.values import Quoted
from vejviser.content.model.base import Translation

_KEY = "translation"


def record_in_markdown(text: str, translation: Translation) -> str:
    """Return a Markdown file whose front matter says `translation`, in the place where it stood. Raises EditError."""
    return in_front_matter(text, lambda front: _recorded(front, _KEY, _written(translation)))


def record_in_yaml(text: str, translations: Mapping[str, Translation]) -> str:
    """Return a YAML file that says the translation of every language, where it stood or last. Raises EditError."""
    return _recorded(text, _KEY, _by_language(translations))


def record_of_file(text: str, path: str, translations: Mapping[str, Translation]) -> str:
    """Return the file about other files' translations with what is said of `path`: where it stood, or at the end.

    Raises EditError.
    """
    return _recorded(text, path, _by_language(translations))


def _recorded(text: str, key: str, value: Mapping[str, Any]) -> str:
    return set_value(text, (key,), value, remarks={"of": remark("of")})


def _by_language(translations: Mapping[str, Translation]) -> Mapping[str, Any]:
    return {language: _written(translation) for language, translation in translations.items()}


def _written(translation: Translation) -> Mapping[str, Any]:
    said = {
        "status": translation.status,
        "reviewed_by": translation.reviewed_by and Quoted(translation.reviewed_by),
        "reviewed": translation.reviewed,
        "of": {name: Quoted(found) for name, found in translation.of.items()},
    }
    return {key: value for key, value in said.items() if value}
