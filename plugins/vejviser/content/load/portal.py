"""The content folders -> one frozen `Portal`, or everything that is wrong with them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

from vejviser.base.engine import Engine
from vejviser.base.fingerprints import cache_key, program_fingerprint
from vejviser.base.problems import Problem
from vejviser.content.content_type import ContentType
from vejviser.content.facts import Facts
from vejviser.content.languages import Language, languages, main_language
from vejviser.content.load import kept_versions, parse
from vejviser.content.load import pictures as pictures_
from vejviser.content.load.configuration import configuration_problems
from vejviser.content.load.files import TextFile, is_docs_file, read_texts
from vejviser.content.load.id_registry import load_id_registry
from vejviser.content.load.interface_texts import interface_files, load_sentences, load_texts
from vejviser.content.load.orphan_files import orphan_files
from vejviser.content.load.portal_settings import portal_settings_problems
from vejviser.content.load.rule_explanations import load_rules, load_writing, rules_path, writing_path
from vejviser.content.load.settings import settings_problems
from vejviser.content.load.tile_grid import load_tiles
from vejviser.content.model.approver import PATH as APPROVERS
from vejviser.content.model.approver import Approver, approver_of
from vejviser.content.model.base import Content
from vejviser.content.model.disclosure_policy import PATH as POLICY
from vejviser.content.model.disclosure_policy import Policy
from vejviser.content.model.docs_files import is_pixels
from vejviser.content.model.id_registry import PATH as IDS
from vejviser.content.model.material import Material
from vejviser.content.model.portal import Portal, by_field
from vejviser.content.model.privacy import Privacy
from vejviser.content.model.report_form import ReportForm
from vejviser.content.model.tile_grid import TILES
from vejviser.content.model.translations import PATH as TRANSLATIONS
from vejviser.content.settings import current
from vejviser.content.types import text_type, types

C = TypeVar("C", bound=Content)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A portal, and what was wrong while it was read. A file with problems is not in the portal."""

    portal: Portal
    problems: tuple[Problem, ...]
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    """What each field of the portal was made of."""

    @property
    def facts(self) -> Facts:
        """The portal with the fingerprints of its fields."""
        return Facts(self.portal, self.fingerprints)


@dataclass(frozen=True, slots=True)
class _Part:
    """A field of the portal: what was read, what was wrong with it, and the fingerprint of the files it stands in."""

    value: Any
    problems: tuple[Problem, ...] = ()
    fingerprint: str = ""


def load_portal(
    root: Path, site_url: str = "", shown: tuple[Language, ...] = (), engine: Engine | None = None
) -> Loaded:
    """Read everything below `root`: docs/, data/ and materials/. Never raises for something an editor wrote.

    Texts are read in the languages that are `shown`: in all of the portal's, where nothing is said.
    With an `engine`, a file that is as it was in an earlier build is not parsed again.
    """
    shown = shown or languages()
    given = {
        "languages": _Part(shown, (), cache_key(*shown)),
        "site_url": _Part(site_url, (), cache_key(site_url)),
    }
    reader = _Reader(root, shown, engine or Engine())
    parts = given | reader.settings() | {item.plural: reader.contents(item) for item in types()}
    fields = by_field(parts)
    items: dict[str, _Part] = fields.pop("items")
    portal = Portal(
        items={name: part.value for name, part in items.items()}, **{name: part.value for name, part in fields.items()}
    )
    fingerprints = {name: part.fingerprint for name, part in fields.items()}
    fingerprints["items"] = cache_key(*(word for name in sorted(items) for word in (name, items[name].fingerprint)))
    settings = (*configuration_problems(root), *settings_problems(root), *portal_settings_problems(root))
    told = chain.from_iterable(part.problems for part in parts.values())
    return Loaded(portal, tuple(sorted({*orphan_files(root), *settings, *told})), fingerprints)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the parts of a portal."""

    root: Path
    languages: tuple[Language, ...]
    engine: Engine

    def settings(self) -> dict[str, _Part]:
        """Read what is no content type, by the name of its field."""
        root = self.root
        interface = interface_files(root)
        return {
            "texts": self._whole("texts", interface, partial(load_texts, root)),
            "approvers": self._approvers(),
            "files": self._files(),
            "tiles": self._whole("tiles", self._named(TILES), partial(load_tiles, root)),
            "kept_materials": self._by(
                kept_versions.MATERIAL.key,
                self._each(
                    kept_versions.MATERIAL.glob(),
                    "kept materials",
                    partial(parse.one_value, Material, kept_versions.MATERIAL),
                ),
            ),
            "kept_texts": self._by(kept_versions.TEXT.key, self._in_languages(kept_versions.TEXT)),
            "redirects": self._each("data/redirects.yml", "redirects", parse.redirects),
            "id_registry": self._whole("ids", self._named(IDS), partial(load_id_registry, root)),
            "translations": self._by("path", self._each(TRANSLATIONS, "translations", parse.translations)),
            "status": self._each("data/status/*.csv", "status", parse.status),
            "policy": self._policy(),
            "report_form": self._only("data/status/form.yml", ReportForm, None),
            "privacy": self._only("data/privacy.yml", Privacy, Privacy()),
            "rules": self._whole("rules", self._named(rules_path()), partial(load_rules, root)),
            "writing": self._whole("writing", self._named(writing_path()), partial(load_writing, root)),
            "messages": self._whole("messages", interface, lambda _: load_sentences(root, main_language())),
        }

    def _approvers(self) -> _Part:
        """Read who can approve: the organisations of portal.yml, then the roles of a file of their own."""
        own = self._by("id", self._each(APPROVERS, "approvers", partial(parse.entries, Approver)))
        found = {key: approver_of(key, item) for key, item in current().organisations.items() if item.approves}
        told = tuple(
            own.value[key].origin.error("approver-twice", role=key)
            for key in own.value
            if key in current().organisations
        )
        return replace(own, value=found | own.value, problems=(*own.problems, *told))

    def _files(self) -> _Part:
        """Read what lies in docs/ beside the pages; a picture that is as it was is not made ready for readers again."""
        docs = self.root / "docs"
        found = {path.relative_to(docs).as_posix(): path for path in docs.rglob("*") if is_docs_file(self.root, path)}
        names = sorted(found)
        pictures = {name: found[name].read_bytes() for name in names if is_pixels(name)}
        keys = {name: cache_key(data) for name, data in pictures.items()}
        made = self.engine.many(
            "pictures",
            program_fingerprint(),
            keys,
            lambda missing: [pictures_.picture(pictures[name]) for name in missing],
        )
        return _Part({name: made.get(name) for name in names}, (), cache_key(*names, *keys.values()))

    def _policy(self) -> _Part:
        """Read the rules of the status figures: from the file beside the figures, or else from portal.yml."""
        part, own = self._only(POLICY, Policy, None), current().policy
        if own is None:
            return part
        if part.value is not None:
            return replace(
                part, problems=(*part.problems, part.value.origin.error("status-policy-twice", "thresholds"))
            )
        return replace(part, value=own.model_copy(update={"origin": current().origin.below("policy")}))

    def contents(self, kind: ContentType) -> _Part:
        """Read all values of a content type; return them as a portal keeps them."""
        if kind.is_text:
            part = self._texts(kind)
        elif kind.entries:
            part = self._each(kind.pattern, kind.id, partial(parse.entries, kind.model_class))
        else:
            part = self._each(kind.glob(), kind.id, partial(parse.one_value, kind.model_class, kind))
        return self._by(kind.key, part) if kind.key else part

    def _texts(self, kind: ContentType) -> _Part:
        """Read the texts of a type that is written in Markdown, language by language."""
        found = self._in_languages(kind, kind)
        return replace(found, problems=(*found.problems, *self._other_names(kind)))

    def _in_languages(self, kind: ContentType, only: ContentType | None = None) -> _Part:
        """Read the texts of a type in every language; of files that fit several types, `only` those of one."""
        found = [
            self._each(kind.glob(language), f"{kind.id} {language}", partial(parse.text, kind, language), only)
            for language in self.languages
        ]
        return _Part(
            tuple(chain.from_iterable(part.value for part in found)),
            tuple(chain.from_iterable(part.problems for part in found)),
            cache_key(*(part.fingerprint for part in found)),
        )

    def _other_names(self, kind: ContentType) -> Iterator[Problem]:
        """Report files of a type named by languages whose name is no language."""
        if kind.pattern.endswith("{language}.md"):
            for path in sorted(self.root.glob(kind.glob())):
                if path.stem not in languages() and not path.name.startswith("."):
                    where = path.relative_to(self.root).as_posix()
                    yield Problem(where, 1, 1, "error", "file-name-language", (("found", path.stem),))

    def _only(self, path: str, model: type[C], otherwise: C | None) -> _Part:
        """Read the file that is one value of its own kind; without it, the value is `otherwise`."""
        part = self._each(path, path, partial(parse.one_value, model, None))
        return replace(part, value=next(iter(part.value), otherwise))

    def _each(
        self, pattern: str, name: str, read: Callable[[TextFile], parse.Values], kind: ContentType | None = None
    ) -> _Part:
        """Read the values of every file that matches `pattern`, each by itself."""
        unread: list[Problem] = []
        files = [file for file in read_texts(self.root, pattern, unread) if not kind or text_type(file.path) == kind]
        keys = {number: cache_key(file.path, file.text) for number, file in enumerate(files)}
        found = self.engine.many(
            f"read {name}", program_fingerprint(), keys, lambda missing: [read(files[number]) for number in missing]
        )
        return _Part(
            tuple(chain.from_iterable(values for values, _ in found.values())),
            (*unread, *chain.from_iterable(problems for _, problems in found.values())),
            cache_key(*keys.values()),
        )

    def _whole(self, name: str, files: Mapping[str, Path], read: Callable[[list[Problem]], Any]) -> _Part:
        """Read what several files say together; `read` adds what is wrong to the list it is given."""
        parts: Iterable[str | bytes] = (part for where in sorted(files) for part in (where, files[where].read_bytes()))
        key = cache_key(program_fingerprint(), *parts)

        def make() -> tuple[Any, tuple[Problem, ...]]:
            problems: list[Problem] = []
            return read(problems), tuple(problems)

        value, problems = self.engine.result(f"read {name}", key, make)
        return _Part(value, problems, key)

    def _named(self, path: str) -> dict[str, Path]:
        """Return the file at a path, if there is one, by that path."""
        return {path: self.root / path} if (self.root / path).is_file() else {}

    @staticmethod
    def _by(key: str | tuple[str, ...], part: _Part) -> _Part:
        """Return a part whose values are mapped by one or several of their fields."""
        key_of = attrgetter(*([key] if isinstance(key, str) else key))
        return replace(part, value={key_of(value): value for value in part.value})
