"""The languages: one row each. Whatever differs from language to language is asked of its row.

Which there are, and which of them is the main one, says `portal.yml`. What the Unicode CLDR knows comes from Babel: a
language's name for itself and for others, its direction, its dates, numbers and plural forms. A row says what CLDR
cannot know, and comes from `KNOWN` or from `portal.yml`. A language's interface texts are `ui/<code>.yml`; those
that are missing there are taken from English, and else from the main language.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Literal, cast

from babel.core import Locale, get_global
from babel.units import format_unit
from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from vejviser.content import inflection, spelling
from vejviser.content.settings import by_settings, current

_OTHER_CODES = (
    "alb arm baq bur chi cze dut fre geo ger gre ice mac mao may per prp rum slo tib twi wel".split()  # noqa: SIM905
)
"""Codes of ISO 639-2 for libraries, and of languages that are counted to another: CLDR knows them beside the others."""
Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Script:
    """The fonts that come with the package for one script."""

    name: str
    """As in the file names of the web fonts, and in the `data-script` that style sheets ask for."""
    field_font: str
    """The font file in which people write into the fields of a PDF."""


SCRIPTS: Mapping[str, Script] = {
    "Latn": Script("latin", "FieldsLatin.ttf"),
    "Cyrl": Script("cyrillic", "FieldsCyrillic.ttf"),
    "Arab": Script("arabic", "FieldsArabic.ttf"),
}
"""By ISO 15924. A language in any other script is set in the fonts of the first, and else in the device's own."""


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """What the program knows of one language."""

    code: str
    """BCP 47: "da", "fa-AF". The name of its folders and files, its `lang`, and the first part of its addresses."""
    authority: str = ""
    """Its code in the EU's authority list of languages, which DCAT-AP asks for. Left out: ISO 639-3's, "DAN"."""
    region: str = ""
    """ISO 3166: the country whose way of writing we follow. Left out: the code's own, or CLDR's likeliest."""
    cldr: str = ""
    """The CLDR locale whose names, dates, numbers and plurals it takes, where CLDR does not know the code itself."""
    script: str = ""
    """ISO 15924. Left out: CLDR's likeliest."""
    own_name: str = ""
    """What it calls itself. Left out: as CLDR has it."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What other languages call it, by their codes, where CLDR does not say."""
    typed: tuple[str, ...] = ()
    """What people write in the place of its code."""
    open_graph: str = ""
    """Its name for those who show shared links. Left out: language and country, "da_DK"."""
    word_date: str = "d MMMM yyyy"
    """How Word's date picker writes a day."""
    brief_durations: bool = False
    """CLDR has so few long forms of its durations ("3 months") that all are written in the short ones."""
    inflected: Callable[[str], str] = inflection.uninflected
    """A word -> the pattern of all its forms."""
    beginnings: Callable[[str], tuple[str, ...]] = inflection.beginnings
    """A text -> the ways in which it can begin in a sentence."""
    spellings: Callable[[str], tuple[str, ...]] = spelling.none
    """A name -> the other ways in which people type it."""
    letters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Its own letters, and what is typed in their place: first the pair that stands for it, last the nearest letter."""
    same: tuple[tuple[str, str], ...] = ()
    """What counts as the same in a search: patterns, as JavaScript reads them, and the one form for each."""
    sounds: Mapping[str, str] = field(default_factory=dict)
    """How its letters sound in Latin ones, where it has others."""
    endings: tuple[str, ...] = ()
    """What may stand after a word in a sentence: a search takes words that differ in it only for one."""
    particles: tuple[str, ...] = ()
    """What may be written before a word, joined to it."""
    doubled: str = ""
    """Letters that are written twice before an ending: ven, vennen."""
    joins: tuple[str, ...] = ()
    """What stands between the halves of a compound: "" and "s" in tavshedspligt. None: words are not joined."""


_ROWS = (
    LanguageRow(
        "da",
        typed=("dk", "dan"),
        word_date="d. MMMM yyyy",
        inflected=inflection.danish,
        spellings=spelling.danish,
        letters=spelling.DANISH_LETTERS,
        endings=tuple(inflection.DANISH_ENDINGS),
        doubled=inflection.DANISH_DOUBLED,
        joins=("", "s", "e"),
    ),
    LanguageRow(
        "en",
        region="GB",
        typed=("eng", "gb"),
        inflected=inflection.english,
        endings=tuple(inflection.ENGLISH_ENDINGS),
        doubled=inflection.DANISH_DOUBLED,
    ),
    LanguageRow(
        "nb",
        typed=("no",),
        word_date="d. MMMM yyyy",
        spellings=spelling.danish,
        letters=spelling.DANISH_LETTERS,
        endings=tuple(inflection.DANISH_ENDINGS),
        doubled=inflection.DANISH_DOUBLED,
        joins=("", "s", "e"),
    ),
    LanguageRow("sv", typed=("se",), letters=spelling.SWEDISH_LETTERS, joins=("", "s")),
    LanguageRow(
        "uk",
        typed=("ua", "ukr"),
        inflected=inflection.ukrainian,
        sounds=spelling.CYRILLIC_SOUNDS,
        endings=(*inflection.UKRAINIAN_ENDINGS, *inflection.UKRAINIAN_VERBS),
    ),
    LanguageRow(
        "ar",
        region="SA",
        open_graph="ar_AR",
        brief_durations=True,
        inflected=inflection.arabic,
        beginnings=inflection.arabic_beginnings,
        same=spelling.ARABIC_SAME,
        sounds=spelling.ARABIC_SOUNDS,
        endings=tuple(inflection.ARABIC_ENDINGS),
        particles=tuple(inflection.ARABIC_PARTICLES),
    ),
)
KNOWN: Mapping[str, LanguageRow] = {item.code: item for item in _ROWS}
"""What the program knows of languages beside CLDR, by their codes. Any other can be used as well."""
SECOND_LANGUAGE: str = "en"
"""What a reader gets whose own language lacks an interface text, before the main language is tried."""


@by_settings
def languages() -> tuple[str, ...]:
    """Return the codes of the portal's languages, the main one first."""
    return current().language_codes


def main_language() -> str:
    """Return the language everything is written in; it has no part of its own in addresses."""
    return languages()[0]


def other_languages() -> tuple[str, ...]:
    """Return the languages beside the main one."""
    return languages()[1:]


def _known(value: object) -> object:
    if value not in languages():  # which also takes what an editor wrote that cannot be a key
        raise PydanticCustomError("literal_error", "a language", {"expected": ", ".join(languages())})
    return value


class _AnyOfThem:
    """Tells a schema which languages there are, when it is made."""

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "enum": list(languages())}


Language = Annotated[str, BeforeValidator(_known), _AnyOfThem()]
"""The code of one of the portal's languages."""


def shows_figures(language: str) -> bool:
    """Return whether the pages of status figures are written in a language; others get the main language's."""
    return language in (main_language(), SECOND_LANGUAGE)


def row(language: str) -> LanguageRow:
    """Return what is known of a language, of the portal's or any other: as portal.yml has it, else the program."""
    return _rows().get(language) or KNOWN.get(language) or LanguageRow(language)


@by_settings
def _rows() -> Mapping[str, LanguageRow]:
    """Return the rows of the portal's languages: what the program knows, with what portal.yml says in its place."""
    return {
        item.code: replace(KNOWN.get(item.code) or LanguageRow(item.code), **item.said) for item in current().languages
    }


def code_meant(written: str) -> str:
    """Return the code of the language meant by another code or its name: "ua" -> "uk"; nothing where none is known."""
    word = written.strip().casefold()
    typed = {other: row.code for row in _ROWS for other in row.typed}
    named = {
        name.casefold(): code
        for row in _ROWS
        for code, name in sorted(Locale.parse(row.code, sep="-").languages.items(), key=lambda item: -len(item[0]))
    }
    return typed.get(word) or named.get(word, "")


@by_settings
def locale(language: str) -> Locale:
    """Return what CLDR knows of a language; raises babel.core.UnknownLocaleError where it knows nothing."""
    return Locale.parse(row(language).cldr or language, sep="-")


@by_settings
def direction(language: str) -> Direction:
    """Return the writing direction of a language."""
    return cast("Direction", locale(language).text_direction)


@by_settings
def own_name(language: str) -> str:
    """Return a language's name for itself, as it stands in a list of languages."""
    return row(language).own_name or _capital(_name(language, language))


@by_settings
def name_in(language: str, shown: str) -> str:
    """Return what the language `shown` calls a language, as in the middle of a sentence: "ukrainsk"."""
    return row(language).names.get(shown) or _name(language, shown)


def listed_name(language: str, shown: str) -> str:
    """Return what the language `shown` calls a language, as it stands in a list: "Ukrainsk"."""
    return _capital(name_in(language, shown))


def of_direction(language: str, wanted: Direction) -> str:
    """Return the language itself when it is written in a direction, and else the first language that is."""
    return next((item for item in (language, *languages()) if direction(item) == wanted), language)


def subtag(language: str) -> str:
    """Return the part of a code that names the language alone: "fa" of "fa-AF"."""
    return language.partition("-")[0]


def country_code_of_three(code: str) -> str:
    """Return a country's code of three letters by ISO 3166, as CLDR has it: DK -> DNK."""
    aliases = get_global("territory_aliases").items()
    return next((alias for alias, codes in aliases if list(codes) == [code] and alias.isalpha()), code)


def country(language: str) -> str:
    """Return the country that goes with a language, by ISO 3166."""
    return row(language).region or locale(language).territory or _likely(language)[2]


def tag(language: str) -> str:
    """Return the language with its country, as Word and Open Document want it: "da-DK"."""
    return f"{subtag(language)}-{country(language)}"


@by_settings
def authority(language: str) -> str:
    """Return what the EU's list of languages calls a language: its code of three letters in ISO 639-3, "DAN"."""
    name = subtag(language)
    longer = [code for code, short in get_global("language_aliases").items() if short == name and len(code) == 3]
    found = [code for code in longer if code not in _OTHER_CODES] if len(name) == 2 else [name]
    return row(language).authority or next(reversed(found), name).upper()


def open_graph(language: str) -> str:
    """Return what Open Graph calls a language: "da_DK"."""
    return row(language).open_graph or f"{subtag(language)}_{country(language)}"


def script_code(language: str) -> str:
    """Return the script of a language, by ISO 15924: "Latn"."""
    return row(language).script or locale(language).script or _likely(language)[1]


@by_settings
def script(language: str) -> Script:
    """Return the fonts of a language's script, and those of Latin letters where the package has none for it."""
    return SCRIPTS.get(script_code(language), SCRIPTS["Latn"])


def same_script(language: str, other: str) -> bool:
    """Return whether two languages are written in the same script."""
    return script_code(language) == script_code(other)


def with_unit(count: int, unit: str, language: str, length: Literal["short", "long"] = "long") -> str:
    """Return a count with its unit, such as "duration-month": "3 måneder", or "3 mdr." when it is short.

    Babel leaves out long forms that are the same as the short ones, and gives the unit's key in their place.
    """
    words = format_unit(count, unit, length, locale=locale(language))
    return format_unit(count, unit, "short", locale=locale(language)) if unit in words else words


def fallbacks(language: str) -> tuple[str, ...]:
    """Return the languages whose interface texts stand in for those that a language lacks, the best first."""
    return tuple(dict.fromkeys(item for item in (SECOND_LANGUAGE, main_language()) if item != language))


def _name(language: str, shown: str) -> str:
    own = row(language)
    if own.cldr:  # CLDR's name would be that of the language whose forms it borrows
        return own.own_name or language
    found, known = locale(language), locale(shown).languages
    return str(known.get(str(found)) or known.get(found.language) or own.own_name or language)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _likely(language: str) -> tuple[str, str, str]:
    """Return language, script and country as CLDR has them for a language of which nothing else is said."""
    name, written, place, *_ = get_global("likely_subtags")[locale(language).language].split("_")
    return name, written, place
