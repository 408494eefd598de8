"""The languages: one row each. Whatever differs from language to language is asked of its row.

What the Unicode CLDR knows comes from Babel: a language's name for itself and for others, its direction, its dates,
numbers and plural forms. A row says what CLDR cannot know. To add a language, add its row to `ROWS` and its interface
texts as `ui/<code>.yml`; texts that are missing there are taken from English, and else from the main language.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Literal, cast

from babel.core import Locale, get_global
from babel.units import format_unit
from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from vejviser.content import inflection, spelling

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
    authority: str
    """Its code in the EU's authority list of languages, which DCAT-AP asks for: "DAN"."""
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
    lix: bool = False
    """LIX, and our limits for it, hold for this language."""
    figures: bool = False
    """The pages of status figures are written in it; readers of the others get them in the main language."""
    inflected: Callable[[str], str] = inflection.uninflected
    """A word -> the pattern of all its forms."""
    beginnings: Callable[[str], tuple[str, ...]] = inflection.beginnings
    """A text -> the ways in which it can begin in a sentence."""
    spellings: Callable[[str], tuple[str, ...]] = spelling.none
    """A name -> the other ways in which people type it."""
    order: Callable[[str], str] = str.lower
    """A name -> its sorting key, by the language's alphabet."""


ROWS: tuple[LanguageRow, ...] = (
    LanguageRow(
        "da",
        "DAN",
        typed=("dk",),
        word_date="d. MMMM yyyy",
        lix=True,
        figures=True,
        inflected=inflection.danish,
        spellings=spelling.danish,
        order=spelling.danish_order,
    ),
    LanguageRow("en", "ENG", region="GB", typed=("eng",), figures=True, inflected=inflection.english),
    LanguageRow("uk", "UKR", typed=("ua",), inflected=inflection.ukrainian),
    LanguageRow(
        "ar",
        "ARA",
        region="SA",
        open_graph="ar_AR",
        brief_durations=True,
        inflected=inflection.arabic,
        beginnings=inflection.arabic_beginnings,
    ),
)
"""The main language first: everything is written in it, and it has no part of its own in addresses."""

LANGUAGES: tuple[str, ...] = tuple(item.code for item in ROWS)
MAIN_LANGUAGE: str = LANGUAGES[0]
OTHER_LANGUAGES: tuple[str, ...] = LANGUAGES[1:]
SECOND_LANGUAGE: str = "en"
"""What a reader gets whose own language lacks an interface text, before the main language is tried."""
_BY_CODE = {item.code: item for item in ROWS}


def _known(value: object) -> object:
    if value not in LANGUAGES:  # which also takes what an editor wrote that cannot be a key
        raise PydanticCustomError("literal_error", "a language", {"expected": ", ".join(LANGUAGES)})
    return value


Language = Annotated[
    str, BeforeValidator(_known), WithJsonSchema({"type": "string", "enum": list(LANGUAGES)}, mode="validation")
]
"""The code of a language that has a row."""


def row(language: str) -> LanguageRow:
    """Return the row of a language; raises KeyError for a code that has none."""
    return _BY_CODE[language]


@cache
def locale(language: str) -> Locale:
    """Return what CLDR knows of a language; raises babel.core.UnknownLocaleError where it knows nothing."""
    return Locale.parse(row(language).cldr or language, sep="-")


@cache
def direction(language: str) -> Direction:
    """Return the writing direction of a language."""
    return cast("Direction", locale(language).text_direction)


@cache
def own_name(language: str) -> str:
    """Return a language's name for itself, as it stands in a list of languages."""
    return row(language).own_name or _capital(_name(language, language))


@cache
def name_in(language: str, shown: str) -> str:
    """Return what the language `shown` calls a language, as in the middle of a sentence: "ukrainsk"."""
    return row(language).names.get(shown) or _name(language, shown)


def listed_name(language: str, shown: str) -> str:
    """Return what the language `shown` calls a language, as it stands in a list: "Ukrainsk"."""
    return _capital(name_in(language, shown))


def of_direction(language: str, wanted: Direction) -> str:
    """Return the language itself when it is written in a direction, and else the first language that is."""
    return next((item for item in (language, *LANGUAGES) if direction(item) == wanted), language)


def subtag(language: str) -> str:
    """Return the part of a code that names the language alone: "fa" of "fa-AF"."""
    return language.partition("-")[0]


def country(language: str) -> str:
    """Return the country that goes with a language, by ISO 3166."""
    return row(language).region or locale(language).territory or _likely(language)[2]


def tag(language: str) -> str:
    """Return the language with its country, as Word and Open Document want it: "da-DK"."""
    return f"{subtag(language)}-{country(language)}"


def open_graph(language: str) -> str:
    """Return what Open Graph calls a language: "da_DK"."""
    return row(language).open_graph or f"{subtag(language)}_{country(language)}"


def script_code(language: str) -> str:
    """Return the script of a language, by ISO 15924: "Latn"."""
    return row(language).script or locale(language).script or _likely(language)[1]


@cache
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
    return tuple(
        dict.fromkeys(item for item in (SECOND_LANGUAGE, MAIN_LANGUAGE) if item in _BY_CODE and item != language)
    )


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
