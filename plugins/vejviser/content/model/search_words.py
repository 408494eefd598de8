"""What people type into the search: words that lead to a page or mean the same, questions, and signposts."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from vejviser.base.problems import Location, Origin
from vejviser.content.languages import Language, main_language
from vejviser.content.model.base import Content, LanguageMap, Slug, Text

LeadsTo = Annotated[str, StringConstraints(pattern=r"^/(?:[a-z0-9-]+/)*(?:#[\w-]+)?$")]
"""The address of a page as a browser shows it, without host and language, with or without a place on it."""
Words = dict[Language, tuple[Text, ...]]
Questions = dict[Language, Annotated[tuple[Text, ...], Field(min_length=1)]]
_FEWEST_ALIKE = 2


class SearchWord(Content):
    """One entry of `data/words.yml`. With `to` its words lead there; without it they mean the same to a search."""

    id: Slug
    to: LeadsTo | None = Field(
        None,
        description="Siden, ordene fører til, uden sprog: /hjaelp/ eller /hjaelp/#vold. Udelades, når ordene kun skal "
        "betyde det samme som hinanden.",
    )
    words: Words = Field(
        min_length=1,
        description="Det, folk skriver, sprog for sprog: et ord, eller flere, der skal stå i samme søgning.",
    )

    @model_validator(mode="after")
    def _means_the_same_as_another(self) -> Self:
        if self.to is None and any(len(words) < _FEWEST_ALIKE for words in self.words.values()):
            raise ValueError("search-word-alone")
        return self


class SearchQuestion(Content):
    """One entry of `data/questions.yml`: what people ask that a passage answers, as they would type it.

    Nobody sees the sentences. The search counts their words as if they stood in the passage.
    """

    id: Slug
    to: LeadsTo = Field(
        description="Siden, der svarer, uden sprog, helst med stedet på den: /hjaelp/ eller /hjaelp/#vold."
    )
    asked: Questions = Field(
        min_length=1,
        description="Hele spørgsmål, sprog for sprog, som folk skriver dem: hans kone må ikke gå ud alene. Ingen ser "
        "dem; søgningen regner deres ord med til stedet.",
    )


class Signpost(Content):
    """One entry of `data/signposts.yml`: whom to call now, shown above the results of what people in need type."""

    id: Slug
    title: LanguageMap = Field(description="Det første, man læser, fx »Er du i fare?«.")
    text: LanguageMap = Field(description="Hvad man gør nu, i én eller to korte sætninger.")
    call: tuple[Slug, ...] = Field(
        min_length=1, description="Numrene, den første øverst, med deres id i data/help_lines.yml."
    )
    to: LeadsTo = Field(description="Siden, hvor man kan læse mere, uden sprog: /hjaelp/.")
    first: tuple[LeadsTo, ...] = Field((), description="Sider, der skal stå først i resultaterne under boksen.")
    words: Words = Field(
        min_length=1,
        description="Det, folk skriver, sprog for sprog: et ord, eller flere, der skal stå i samme søgning. Ord med / "
        "imellem gælder hver for sig: slår børn/barnet.",
    )
    unless: Words = Field(
        {},
        description="Det, der ligner og er ufarligt, sprog for sprog: slår op i. Siger det lige så meget af "
        "søgningen som words, står boksen der ikke.",
    )

    @model_validator(mode="after")
    def _found_in_the_main_language(self) -> Self:
        if main_language() not in self.words:
            raise ValueError("signpost-main-language")
        return self


def page_of(to: str) -> str:
    """Return the address of the page alone: "/help/#violence" -> "/help/"."""
    return to.partition("#")[0]


def place_on(to: str) -> str:
    """Return the place on the page: "/help/#violence" -> "violence"; empty where there is none."""
    return to.partition("#")[2]


def leading(words: Iterable[SearchWord], signposts: Iterable[Signpost]) -> Iterator[tuple[Origin, Location, str]]:
    """Yield each entry that leads somewhere, with the place in it that says so, and the address."""
    yield from ((word.origin, ("to",), word.to) for word in words if word.to is not None)
    for post in signposts:
        yield post.origin, ("to",), post.to
        yield from ((post.origin, ("first", index), to) for index, to in enumerate(post.first))
