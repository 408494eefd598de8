"""The content folders -> one frozen `Portal`, or everything that is wrong with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, TypeVar

from vejviser.base.problems import Problem
from vejviser.content.content_type import ContentType
from vejviser.content.languages import LANGUAGES, MAIN_LANGUAGE, Language
from vejviser.content.load.configuration import configuration_problems
from vejviser.content.load.files import TextFile, read_texts
from vejviser.content.load.id_registry import load_id_registry
from vejviser.content.load.interface_texts import load_sentences, load_texts
from vejviser.content.load.markdown import parse_markdown, sections
from vejviser.content.load.orphan_files import orphan_files
from vejviser.content.load.rule_explanations import load_rules, load_writing
from vejviser.content.load.settings import settings_problems
from vejviser.content.load.statistics import parse_status
from vejviser.content.load.tile_grid import load_tiles
from vejviser.content.load.validate import not_keys, validate, validate_model
from vejviser.content.load.yaml import Parsed, parse_yaml
from vejviser.content.model.approver import PATH as APPROVERS
from vejviser.content.model.approver import Approver
from vejviser.content.model.base import Content
from vejviser.content.model.disclosure_policy import Policy
from vejviser.content.model.portal import Portal, by_field
from vejviser.content.model.privacy import Privacy
from vejviser.content.model.redirects import Redirect
from vejviser.content.model.report_form import ReportForm
from vejviser.content.model.statistics import StatusPeriod
from vejviser.content.model.translations import PATH as TRANSLATIONS
from vejviser.content.model.translations import Translations
from vejviser.content.types import text_type, types

C = TypeVar("C", bound=Content)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A portal, and what was wrong while it was read. A file with problems is not in the portal."""

    portal: Portal
    problems: tuple[Problem, ...]


def load_portal(root: Path, site_url: str = "", languages: tuple[Language, ...] = LANGUAGES) -> Loaded:
    """Read everything below `root`: docs/, data/ and materials/. Never raises for something an editor wrote."""
    reader = _Reader(root, languages)
    reader.problems.extend(orphan_files(root))
    reader.problems.extend(configuration_problems(root))
    reader.problems.extend(settings_problems(root))
    texts = load_texts(root, reader.problems)
    portal = Portal(
        languages=languages,
        texts=texts,
        approvers={entry.id: entry for entry in reader.entries(APPROVERS, Approver)},
        tiles=load_tiles(root, reader.problems),
        redirects=tuple(reader.redirects("data/redirects.yml")),
        id_registry=load_id_registry(root, reader.problems),
        translations={translation.path: translation for translation in reader.translations()},
        status=tuple(reader.status()),
        policy=next(reader.files("data/status/policy.yml", Policy), None),
        report_form=next(reader.files("data/status/form.yml", ReportForm), None),
        privacy=next(reader.files("data/privacy.yml", Privacy), Privacy()),
        rules=load_rules(root, reader.problems),
        writing=load_writing(root, reader.problems),
        messages=load_sentences(root, MAIN_LANGUAGE),
        site_url=site_url,
        **by_field({item.plural: reader.contents(item) for item in types()}),
    )
    return Loaded(portal, tuple(sorted(set(reader.problems))))


class _Reader:
    """Reads kinds of files and gathers the problems on the way."""

    def __init__(self, root: Path, languages: tuple[Language, ...]) -> None:
        self.root = root
        self.languages = languages
        self.problems: list[Problem] = []

    def contents(self, kind: ContentType) -> Any:
        """Read all values of a content type; return them as a portal keeps them."""
        found = self.texts(kind) if kind.is_text else self.values(kind)
        if not kind.key:
            return tuple(found)
        keys = tuple(found)
        whole = attrgetter(*kind.key)
        return {whole(key): key for key in keys}

    def values(self, kind: ContentType) -> Iterator[Any]:
        """Read the values of a type that is written in YAML."""
        if kind.entries:
            return self.entries(kind.pattern, kind.model_class)
        return self.files(kind.glob(), kind.model_class, kind)

    def texts(self, kind: ContentType) -> Iterator[Any]:
        """Read the texts of a type that is written in Markdown, language by language."""
        for language in self.languages:
            for file in read_texts(self.root, kind.glob(language), self.problems):
                if text_type(file.path) == kind:
                    yield from self._text(file, kind, {**kind.values_in(file.path), "language": language})
        yield from self._other_names(kind)

    def _other_names(self, kind: ContentType) -> Iterator[Any]:
        """Report files of a type named by languages whose name is no language; yield nothing."""
        if kind.pattern.endswith("{language}.md"):
            for path in sorted(self.root.glob(kind.glob())):
                if path.stem not in LANGUAGES and not path.name.startswith("."):
                    where = path.relative_to(self.root).as_posix()
                    self.problems.append(Problem(where, 1, 1, "error", "file-name-language", (("found", path.stem),)))
        yield from ()

    def files(self, pattern: str, model: type[C], kind: ContentType | None = None) -> Iterator[C]:
        """Read one content value a file; of a content type, the path gives some of its fields."""
        for file in read_texts(self.root, pattern, self.problems):
            parsed = parse_yaml(file.text, file.path)
            self.problems.extend(parsed.problems)
            if not parsed.problems:
                known = kind.values_in(file.path) if kind else {}
                yield from self._valid_values(validate(model, parsed.data, parsed.origin, **known))

    def entries(self, path: str, model: type[C]) -> Iterator[C]:
        """Read a file that maps ids to content values."""
        for file in read_texts(self.root, path, self.problems):
            parsed = parse_yaml(file.text, file.path)
            self.problems.extend(parsed.problems)
            for key, entry in self._keys(parsed).items():
                yield from self._valid_values(validate(model, entry, parsed.origin.below(key), id=key))

    def translations(self) -> Iterator[Translations]:
        """Read how the short texts of YAML files were translated."""
        for file in read_texts(self.root, TRANSLATIONS, self.problems):
            parsed = parse_yaml(file.text, file.path)
            self.problems.extend(parsed.problems)
            for path, entry in self._keys(parsed).items():
                yield from self._valid_values(validate(Translations, entry, parsed.origin.below(path), path=path))

    def redirects(self, path: str) -> Iterator[Redirect]:
        """Read the file that maps old addresses to new ones."""
        for file in read_texts(self.root, path, self.problems):
            parsed = parse_yaml(file.text, file.path)
            self.problems.extend(parsed.problems)
            for old, new in self._keys(parsed).items():
                yield from self._valid_values(validate(Redirect, {"old": old, "new": new}, parsed.origin.below(old)))

    def _keys(self, parsed: Parsed) -> dict[Any, Any]:
        """Return the entries of a file that has one a key; a file without keys is a problem, an empty one is not."""
        if isinstance(parsed.data, dict) or not parsed.data:
            return parsed.data or {}
        self.problems.append(not_keys(parsed.data, parsed.origin))
        return {}

    def status(self) -> Iterator[StatusPeriod]:
        """Read the protected status files, oldest first."""
        for file in read_texts(self.root, "data/status/*.csv", self.problems):
            period, problems = parse_status(file)
            self.problems.extend(problems)
            if period is not None:
                yield period

    def _text(self, file: TextFile, kind: ContentType, known: dict[str, str]) -> Iterator[Any]:
        parts = parse_markdown(file.text, file.path)
        self.problems.extend(parts.problems)
        if parts.problems:
            return
        meta, problems = validate_model(resolve_name(kind.meta), parts.meta or {}, parts.origin)
        self.problems.extend(problems)
        if meta is not None:
            found = sections(parts.body, parts.body_line)
            yield from self._valid_values(
                validate(
                    kind.model_class,
                    {"meta": meta, "body": parts.body, "body_line": parts.body_line, "sections": found},
                    parts.origin,
                    **known,
                )
            )

    def _valid_values(self, result: tuple[Any, tuple[Problem, ...]]) -> Iterator[Any]:
        value, problems = result
        self.problems.extend(problems)
        if value is not None:
            yield value
