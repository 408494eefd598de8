"""`portal.yml` -> the settings that make a portal this one, or everything that is wrong with the file."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel

from vejviser.base.problems import Location, Problem
from vejviser.content.languages import code_meant
from vejviser.content.load.files import lies_in, read_texts
from vejviser.content.load.phone_length import number_problems
from vejviser.content.load.validate import not_keys, validate_model
from vejviser.content.load.yaml import Parsed, parse_yaml
from vejviser.content.model.by_language import ByLanguage
from vejviser.content.model.settings import Settings
from vejviser.content.settings import NAME

_JUDGED_BY = frozenset(["languages", "addresses", "places", "organisations"])
"""Keys by which the rest of the content is judged."""


def read_portal_settings(root: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the portal.yml in a folder.

    A key with a mistake counts as left out, so that whoever wrote it is told everything else that is wrong, too.
    """
    problems: list[Problem] = []
    for file in read_texts(root, NAME, problems):
        parsed = parse_yaml(file.text, file.path)
        if parsed.problems:
            return Settings(), parsed.problems
        if not isinstance(parsed.data, dict):
            return Settings(), (not_keys(parsed.data, parsed.origin),) if parsed.data is not None else ()
        return _read(parsed)
    return Settings(), tuple(problems)


def cannot_judge(root: Path) -> bool:
    """Return whether a mistake in portal.yml makes everything else look wrong: its languages, or words of addresses."""
    found, problems = read_portal_settings(root)
    for file in read_texts(root, NAME, []):
        parsed = parse_yaml(file.text, file.path)
        written = parsed.data.keys() if isinstance(parsed.data, dict) and not parsed.problems else _JUDGED_BY
        return bool(problems) and not _JUDGED_BY.intersection(written) <= found.model_fields_set
    return False


def portal_settings_problems(root: Path) -> Iterator[Problem]:
    """Yield what is wrong with the portal.yml in a folder."""
    settings, problems = read_portal_settings(root)
    yield from problems
    yield from _other_codes(settings, settings, ())
    for name, organisation in settings.organisations.items():
        if organisation.phone:
            place = ("organisations", name, "phone", "number")
            yield from number_problems(organisation.phone.number, settings, settings.origin, place)
    if settings.sign and not lies_in(root, root / settings.sign):
        yield settings.origin.error("portal-sign", "sign", value=settings.sign)


def _other_codes(value: object, settings: Settings, location: Location) -> Iterator[Problem]:
    """Yield the languages of texts in portal.yml that are none of the portal's, and meant as one of them."""
    if isinstance(value, ByLanguage):
        for written in value.root:
            meant = code_meant(written) if written not in settings.language_codes else ""
            if meant in settings.language_codes:
                *others, last = settings.language_codes
                values = {"suggestion": meant, "languages": ", ".join(others), "last_language": last}
                values["value"] = f"»{written}«"
                yield settings.origin.error("language-unknown-suggestion", *location, written, **values)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _other_codes(getattr(value, name), settings, (*location, name))
    elif isinstance(value, Mapping | tuple):
        entries = value.items() if isinstance(value, Mapping) else enumerate(value)
        for key, entry in entries:
            yield from _other_codes(entry, settings, (*location, key))


def _read(parsed: Parsed) -> tuple[Settings, tuple[Problem, ...]]:
    found, problems = validate_model(Settings, {**parsed.data, "origin": parsed.origin}, parsed.origin)
    if found is not None:
        return found, ()
    right = {key: value for key, value in parsed.data.items() if isinstance(key, str)}
    for key in [*right]:
        if validate_model(Settings, {key: right[key]}, parsed.origin)[1]:
            del right[key]
    rest, _ = validate_model(Settings, {**right, "origin": parsed.origin}, parsed.origin)
    return rest or Settings(), problems
