"""What every page is written with: texts in the page's language, links, dates, and citations that become notes."""

import json
import re
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from posixpath import dirname, relpath
from typing import Any, Literal

from babel.dates import format_date
from babel.numbers import format_decimal
from markupsafe import Markup

from vejviser.content.languages import Language, direction, locale, main_language, name_in, row, with_unit
from vejviser.content.markdown.additions import CITATION
from vejviser.content.markdown.html import inline_html
from vejviser.content.model.base import Audience, Citation, LanguageMap, LocalText, Reviewed, slugify
from vejviser.content.model.dates import next_review, parse_offset
from vejviser.content.model.download import Download
from vejviser.content.model.fenced_code import CODE
from vejviser.content.model.fields import FieldSpec
from vejviser.content.model.portal import Portal
from vejviser.content.model.sources import Term
from vejviser.content.model.statistics import Cell
from vejviser.content.settings import current
from vejviser.content.translation.short_texts import is_behind
from vejviser.pages.escape import own_words, plain, rich
from vejviser.pages.footnotes import Note, Notes
from vejviser.pages.glossary_marks import Marker, marker
from vejviser.pages.main_language_quotes import mark_main_language_quotes
from vejviser.pages.templating import render_template

_CITED = re.compile(rf"(?P<code>{CODE})|(?:(?<=[^\s>+-])(?<!\n[*])(?: |\n *))?{CITATION.pattern}")
_BOX = "\u2610"
_FIELD_PLACE = re.compile(r"\{\{\s*(?P<id>[a-z0-9-]+)\s*\}\}")


@dataclass
class Composer:
    """Writes one page. It gathers the page's citations while the page is written."""

    portal: Portal
    language: Language
    uri: str
    today: date
    audience: tuple[Audience, ...] = ()

    def t(self, key: str, **values: object) -> Markup:
        """Return an interface text, escaped, with its places filled; without values the places stay, for a script."""
        escaped = {name: value if isinstance(value, Markup) else plain(str(value)) for name, value in values.items()}
        found = own_words(self.portal.texts[self.language](key), current().name_in(self.language))
        return found.format_map(escaped) if escaped else found

    def text(self, key: str, **values: object) -> str:
        """Return an interface text as it is, for front matter."""
        return self.portal.texts[self.language](key, **values)

    def script_texts(self, prefix: str) -> Markup:
        """Return the interface texts that a script says, as JSON that can stand in a page; keys without `prefix`."""
        texts = self.portal.texts[self.language]
        keys = (key for key in (texts.fallback or texts.own) if key.startswith(prefix))
        said = {key.removeprefix(prefix): texts(key) for key in keys}
        return self.script_data(said)

    @staticmethod
    def script_data(value: object) -> Markup:
        """Return a value as JSON for a data block that a script reads."""
        return Markup(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704 - nothing can close it

    def is_behind(self, value: object) -> bool:
        """Return whether the original stands in the place of a text in `value` because the translation is behind."""
        return is_behind(value, self.language)

    def local(self, text: LanguageMap) -> Markup:
        """Return a short text without markup in the page's language, or the original, marked as such."""
        found = text.get(self.language)
        return self.with_language(plain(found.text), found)

    def rich(self, text: LanguageMap | LocalText | str) -> Markup:
        """Return a text that may hold emphasis, links and citations."""
        if isinstance(text, str):
            return self.cited(rich(text))
        found = text.get(self.language) if isinstance(text, LanguageMap) else text
        return self.with_language(self.cited(rich(found.text), found.language), found)

    def with_language(self, markup: Markup, found: LocalText) -> Markup:
        """Wrap a passage in another language than the page's, so that it is read aloud and laid out rightly."""
        if found.language == self.language:
            return markup
        return Markup('<span lang="{}" dir="{}">{}</span>').format(found.language, direction(found.language), markup)

    def marked_title(self, title: str, language: Language) -> Markup:
        """Return a title that exists in one language only."""
        return self.with_language(plain(title), LocalText(text=title, language=language))

    def cited(self, markdown: str, language: Language | None = None) -> Markup:
        """Put a numbered reference in the place of every citation, close to the word it stands after; mark quotes, too.

        `language` is the text's own; left out: the page's. Code stays as it is.
        """

        def reference(match: re.Match[str]) -> str:
            if match["code"]:
                return match[0]
            citation = Citation(key=match["key"], locator=match["locator"] or "")
            return self.cite(citation, language or self.language)

        spoken = mark_main_language_quotes(markdown, language or self.language)
        return Markup(_CITED.sub(reference, spoken))  # noqa: S704 - escaped, or an editor's Markdown

    def cite(self, citation: Citation, language: Language | None = None) -> Markup:
        """Return the numbered reference of a citation; what stands beside a text is written in the main language."""
        if (found := self._notes.use(citation, language or main_language())) is None:
            return Markup()
        number, use = found
        return Markup('<sup class="cite" id="cite-{0}-{1}"><a href="#note-{0}" aria-label="{2}">{0}</a></sup>').format(
            number, use, self.t("notes.reference", number=number)
        )

    @property
    def notes(self) -> tuple[Note, ...]:
        """The citations so far, in order."""
        return self._notes.written(self.today)

    @cached_property
    def _notes(self) -> Notes:
        return Notes(self.portal.works, self.language)

    @cached_property
    def _marker(self) -> Marker:
        return marker(self.portal.terms.values(), self.language, self.audience)

    def explain(self, markdown: str) -> str:
        """Make the first use of each term of the glossary a button that opens its explanation."""
        return self._marker.mark(
            markdown,
            lambda term, words: f'<button type="button" class="term" popovertarget="ord-{term.id}">{words}</button>',
        )

    def explained(self, text: LanguageMap | str) -> Markup:
        """Return a text as `rich` does, with its terms explained where they are in the page's language."""
        found = LocalText(text=text, language=self.language) if isinstance(text, str) else text.get(self.language)
        if found.language != self.language:
            return self.rich(found)
        return self.cited(self.explain(str(rich(found.text))))

    def terms_in(self, text: LanguageMap) -> tuple[tuple[Term, str], ...]:
        """Return the terms in a text that can hold no buttons, for buttons beside it."""
        found = text.get(self.language)
        return self._marker.note(found.text) if found.language == self.language else ()

    @property
    def explanations(self) -> tuple[Term, ...]:
        """The terms explained so far, in order. A page that asked for none makes no marker to find that out."""
        return tuple(self._marker.found.values()) if "_marker" in self.__dict__ else ()

    def inline(self, text: LanguageMap, *, explain: bool = False) -> Markup:
        """Return a text for the inside of raw HTML, where Markdown is not read: its emphasis and links become HTML.

        With `explain` its terms are explained as in running text.
        """
        found = text.get(self.language)
        html = inline_html(found.text)
        shown = self.explain(html) if explain and found.language == self.language else html
        return self.with_language(self.cited(shown, found.language), found)

    def preview(self, markdown: str, fields: tuple[FieldSpec, ...]) -> Markup:
        """Return a material's text with an empty line, named, in the place of every field; answers have boxes."""
        known = {field.id: field for field in fields}

        def blank(match: re.Match[str]) -> str:
            field = known.get(match["id"])
            if field and field.type == "checkbox":
                return _BOX
            answers = [Markup("{}\u00a0{}").format(_BOX, self.local(it.label)) for it in field.choices] if field else []
            name = Markup("\u2003").join(answers) or (self.local(field.label) if field else plain(match["id"]))
            return str(Markup('<span class="blank">{}</span>').format(name))

        return self.cited(_FIELD_PLACE.sub(blank, markdown))

    def size(self, number_of_bytes: int) -> Markup:
        """Write a file's size."""
        kilobytes = max(1, round(number_of_bytes / 1000))
        if kilobytes < 1000:
            return self.t("size.kb", number=self.format_number(kilobytes))
        return self.t("size.mb", number=self.format_number(round(kilobytes / 1000, 1)))

    def cell(self, cell: Cell, base: int) -> Markup:
        """Write a status count that is rounded to `base`: a number, "0–4" for the lowest, or "not reported"."""
        if cell is None:
            return self.t("status.not_reported")
        return plain(self.format_number(cell) if cell else self.fewest(base))

    def fewest(self, base: int) -> str:
        """Write what a count rounded down to 0 can be: 0–4."""
        return f"{self.format_number(0)}–{self.format_number(base - 1)}"

    def share(self, share: Cell) -> Markup:
        """Write a share in whole percent, or that so few tell nothing."""
        return self.t("status.too_few") if share is None else self.t("status.percent", share=self.format_number(share))

    @staticmethod
    def sort_key(value: float | str | None) -> str:
        """Return what a table sorts a figure by; missing ones come last."""
        return "-1" if value is None else str(value)

    @staticmethod
    def raw(drawing: str) -> Markup:
        """Let an SVG of our own through; it stands on lines of its own, so blank ones must not end it."""
        return Markup(drawing.strip())  # noqa: S704 - drawn by vejviser.statistics.charts, which escapes its words

    def address(self, path: str) -> str:
        """Return the absolute address of a page in this language, for raw HTML."""
        return self.portal.root(self.language) + path

    @staticmethod
    def slug(name: str) -> str:
        """Return the address form of a name."""
        return slugify(name)

    def languages_of(self, file: Download) -> str:
        """Return what the page's language calls the language of a file, or both of them: "Norwegian and Swahili"."""
        first = self.text(f"language.{file.language}")
        if file.second is None:
            return first
        return self.text("files.two_of", first=first, second=name_in(file.second, self.language))

    def to(self, uri: str) -> str:
        """Return the relative link from this page to another page of the same language."""
        path, _, anchor = uri.partition("#")
        link = relpath(path, dirname(self.uri) or ".")
        return f"{link}#{anchor}" if anchor else link

    def file(self, path: str) -> str:
        """Return the address of a file that is no page; the same in every language."""
        return self.portal.base + path.lstrip("/")

    def format_date(self, value: date) -> Markup:
        """Write a date the way the page's language does."""
        shown = format_date(value, "long", locale=locale(self.language))
        return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), shown)

    def format_number(self, value: float) -> str:
        """Write a number the way the page's language does."""
        return _format_number(value, self.language)

    def duration(self, offset: str, length: Literal["short", "long"] = "long") -> Markup:
        """Write an ISO 8601 offset in words: P1M -> "1 måned", or "1 md." when it must be short."""
        parts = parse_offset(offset)
        counts = {"year": parts.years, "month": parts.months, "week": parts.weeks, "day": parts.days}
        form = "short" if row(self.language).brief_durations else length
        words = [with_unit(count, f"duration-{unit}", self.language, form) for unit, count in counts.items() if count]
        return plain(" ".join(words))

    def count(self, key: str, number: int) -> Markup:
        """Write a number with its word in the form the language wants: texts hold `.one`, `.few`, `.many`, `.other`."""
        form = _plural_form(self.language, number)
        texts = self.portal.texts[self.language]
        known = next((name for name in (f"{key}.{form}", f"{key}.other") if name in texts.own), f"{key}.other")
        return self.t(known, number=self.format_number(number))

    def overdue(self, review: Reviewed) -> bool:
        """Return whether a text should have been read through by now."""
        return next_review(review) < self.today

    def render(self, template: str, **context: Any) -> Markup:
        """Fill one of our templates; it sees this composer as `page`."""
        return render_template(
            template,
            page=self,
            t=self.t,
            local=self.local,
            rich=self.rich,
            to=self.to,
            file=self.file,
            portal=self.portal,
            **context,
        )


@cache
def _plural_form(language: str, number: int) -> str:
    return str(locale(language).plural_form(number))


def available(languages: tuple[Language, ...], wanted: tuple[Language, ...]) -> tuple[Language, ...]:
    """Return the languages a piece of content exists in, in the portal's order; the main language always."""
    return tuple(language for language in languages if language in wanted or language == main_language())


@cache
def _format_number(value: float, language: Language) -> str:
    """Write a number; status pages write the same few thousand times."""
    return str(format_decimal(value, locale=locale(language)))
