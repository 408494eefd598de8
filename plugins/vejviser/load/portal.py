"""The content folders -> one frozen `Portal`, or everything that is wrong with them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from vejviser.content.languages import LANGUAGES, MAIN_LANGUAGE, Language
from vejviser.load.configuration import configuration_problems
from vejviser.load.files import TextFile, read_texts
from vejviser.load.ledger import load_ledger
from vejviser.load.markdown import parse_markdown, sections
from vejviser.load.rules import load_rules
from vejviser.load.status import parse_status
from vejviser.load.texts import load_sentences, load_texts
from vejviser.load.tiles import load_tiles
from vejviser.load.unread import unread
from vejviser.load.validate import not_keys, validate, validate_model
from vejviser.load.yaml import Parsed, parse_yaml
from vejviser.model.approver import PATH as APPROVERS
from vejviser.model.approver import Approver
from vejviser.model.article import Article, ArticleMeta
from vejviser.model.base import Content, Model
from vejviser.model.checklist import Checklist
from vejviser.model.evidence import Source, Term
from vejviser.model.guide import Case, Guide
from vejviser.model.handbook import Chapter, ChapterMeta, Handbook
from vejviser.model.help_lines import HelpLine
from vejviser.model.law import Law
from vejviser.model.material import Material, MaterialMeta, MaterialText
from vejviser.model.municipality import Municipality, Region
from vejviser.model.policy import Policy
from vejviser.model.portal import Portal
from vejviser.model.privacy import Privacy
from vejviser.model.redirects import Redirect
from vejviser.model.report_form import ReportForm
from vejviser.model.results import Result
from vejviser.model.status import StatusPeriod
from vejviser.model.translations import PATH as TRANSLATIONS
from vejviser.model.translations import Translations
from vejviser.problems import Problem

C = TypeVar("C", bound=Content)
T = TypeVar("T", bound=Content)

HANDBOOKS = "haandboeger"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A portal, and what was wrong while it was read. A file with problems is not in the portal."""

    portal: Portal
    problems: tuple[Problem, ...]


def load_portal(root: Path, site_url: str = "", languages: tuple[Language, ...] = LANGUAGES) -> Loaded:
    """Read everything below `root`: docs/, data/ and materials/. Never raises for something an editor wrote."""
    reader = _Reader(root, languages)
    reader.problems.extend(unread(root))
    reader.problems.extend(configuration_problems(root))
    texts = load_texts(root, reader.problems)
    chapters = {(it.book, it.id, it.language): it for it in reader.texts("haandboeger/*/*.md", Chapter, ChapterMeta)}
    portal = Portal(
        languages=languages,
        texts=texts,
        approvers={it.id: it for it in reader.entries(APPROVERS, Approver)},
        sources={it.id: it for it in reader.entries("data/sources.yml", Source)},
        laws={it.id: it for it in reader.entries("data/laws.yml", Law)},
        terms={it.id: it for it in reader.entries("data/glossary.yml", Term)},
        regions={it.id: it for it in reader.entries("data/regions.yml", Region)},
        municipalities=tuple(reader.files("data/kommuner/*.yml", Municipality, lambda _: {})),
        tiles=load_tiles(root, reader.problems),
        handbooks=tuple(reader.files("docs/da/haandboeger/*/handbook.yml", Handbook, lambda file: {"id": file.folder})),
        chapters=chapters,
        guides=tuple(reader.files("data/guides/*.yml", Guide, _id_is_name)),
        cases={it.id: it for it in reader.files("data/cases/*.yml", Case, _id_is_name)},
        results={it.id: it for it in reader.entries("data/results.yml", Result)},
        help_lines={it.id: it for it in reader.entries("data/help_lines.yml", HelpLine)},
        redirects=tuple(reader.redirects("data/redirects.yml")),
        checklists=tuple(reader.files("data/checklists/*.yml", Checklist, _id_is_name)),
        ledger=load_ledger(root, reader.problems),
        materials=tuple(reader.files("materials/*/material.yml", Material, lambda file: {"id": file.folder})),
        material_texts={(it.material, it.language): it for it in reader.material_texts()},
        articles=tuple(reader.articles()),
        translations={it.path: it for it in reader.translations()},
        status=tuple(reader.status()),
        policy=next(reader.files("data/status/policy.yml", Policy, lambda _: {}), None),
        report_form=next(reader.files("data/status/form.yml", ReportForm, lambda _: {}), None),
        privacy=next(reader.files("data/privacy.yml", Privacy, lambda _: {}), Privacy()),
        rules=load_rules(root, reader.problems),
        messages=load_sentences(root, MAIN_LANGUAGE),
        site_url=site_url,
    )
    return Loaded(portal, tuple(sorted(set(reader.problems))))


def _id_is_name(file: TextFile) -> dict[str, object]:
    return {"id": file.stem}


class _Reader:
    """Reads kinds of files and gathers the problems on the way."""

    def __init__(self, root: Path, languages: tuple[Language, ...]) -> None:
        self.root = root
        self.languages = languages
        self.problems: list[Problem] = []

    def files(self, pattern: str, model: type[C], known: Callable[[TextFile], dict[str, object]]) -> Iterator[C]:
        """Read one content value a file."""
        for file in read_texts(self.root, pattern, self.problems):
            parsed = parse_yaml(file.text, file.path)
            self.problems.extend(parsed.problems)
            if not parsed.problems:
                yield from self._kept(validate(model, parsed.data, parsed.origin, **known(file)))

    def entries(self, path: str, model: type[C]) -> Iterator[C]:
        """Read a file that maps ids to content values."""
        for file in read_texts(self.root, path, self.problems):
            parsed = parse_yaml(file.text, file.path)
            self.problems.extend(parsed.problems)
            for key, entry in self._keys(parsed).items():
                yield from self._kept(validate(model, entry, parsed.origin.below(key), id=key))

    def translations(self) -> Iterator[Translations]:
        """Read how the short texts of YAML files were translated."""
        for file in read_texts(self.root, TRANSLATIONS, self.problems):
            parsed = parse_yaml(file.text, file.path)
            self.problems.extend(parsed.problems)
            for path, entry in self._keys(parsed).items():
                yield from self._kept(validate(Translations, entry, parsed.origin.below(path), path=path))

    def redirects(self, path: str) -> Iterator[Redirect]:
        """Read the file that maps old addresses to new ones."""
        for file in read_texts(self.root, path, self.problems):
            parsed = parse_yaml(file.text, file.path)
            self.problems.extend(parsed.problems)
            for old, new in self._keys(parsed).items():
                yield from self._kept(validate(Redirect, {"old": old, "new": new}, parsed.origin.below(old)))

    def _keys(self, parsed: Parsed) -> dict[Any, Any]:
        """Give the entries of a file that has one a key; a file without keys is a problem, an empty one is not."""
        if isinstance(parsed.data, dict) or not parsed.data:
            return parsed.data or {}
        self.problems.append(not_keys(parsed.data, parsed.origin))
        return {}

    def texts(self, pattern: str, model: type[C], meta_model: type[Model]) -> Iterator[C]:
        """Read the handbooks' chapters in every language."""
        for language in self.languages:
            for file in read_texts(self.root, f"docs/{language}/{pattern}", self.problems):
                yield from self._text(file, model, meta_model, book=file.folder, id=file.stem, language=language)

    def material_texts(self) -> Iterator[MaterialText]:
        """Read the materials' texts."""
        for file in read_texts(self.root, "materials/*/*.md", self.problems):
            if file.stem in self.languages:
                yield from self._text(file, MaterialText, MaterialMeta, material=file.folder, language=file.stem)
            else:
                self.problems.append(Problem(file.path, 1, 1, "error", "file-name-language", (("found", file.stem),)))

    def articles(self) -> Iterator[Article]:
        """Read every page below docs/<lang>/ that is no chapter."""
        for language in self.languages:
            for file in read_texts(self.root, f"docs/{language}/**/*.md", self.problems):
                uri = file.path.split("/", 2)[2]
                if not (uri.startswith(f"{HANDBOOKS}/") and uri.count("/") == 2):
                    yield from self._text(file, Article, ArticleMeta, uri=uri, language=language)

    def status(self) -> Iterator[StatusPeriod]:
        """Read the protected status files, oldest first."""
        for file in read_texts(self.root, "data/status/*.csv", self.problems):
            period, problems = parse_status(file)
            self.problems.extend(problems)
            if period is not None:
                yield period

    def _text(self, file: TextFile, model: type[T], meta_model: type[Model], **known: object) -> Iterator[T]:
        parts = parse_markdown(file.text, file.path)
        self.problems.extend(parts.problems)
        if parts.problems:
            return
        meta, problems = validate_model(meta_model, parts.meta or {}, parts.origin)
        self.problems.extend(problems)
        if meta is not None:
            found = sections(parts.body, parts.body_line)
            yield from self._kept(
                validate(
                    model,
                    {"meta": meta, "body": parts.body, "body_line": parts.body_line, "sections": found},
                    parts.origin,
                    **known,
                )
            )

    def _kept(self, result: tuple[Any, tuple[Problem, ...]]) -> Iterator[Any]:
        value, problems = result
        self.problems.extend(problems)
        if value is not None:
            yield value
