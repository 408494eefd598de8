"""Markdown in, Markdown out with the first use of each term in [[brackets]]."""

import pytest

from vejviser.content.languages import Language
from vejviser.content.model.sources import Term
from vejviser.pages.glossary_marks import marker


def term(term_id: str, known_to: tuple[str, ...] = (), also: tuple[str, ...] = (), **names: str) -> Term:
    return Term.model_validate(
        {
            "id": term_id,
            "term": names,
            "definition": {"da": "En forklaring."},
            "also": also,
            "known_to": known_to,
        }
    )


TERMS = [
    term("match", da="match", en="match", uk="пара (match)"),
    term("matchmoede", da="matchmøde", ar="لقاء التعارف (matchmøde)"),
    term("frivillig-ven", da="frivillig ven", en="volunteer friend", uk="друг-волонтер"),
    term("kommune", da="kommune", en="municipality", uk="комуна (kommune)", ar="بلدية", known_to=("municipality",)),
    term("sprogcenter", da="sprogcenter", en="language centre", also=("sprogskole",)),
    term("kl", da="KL", en="KL (Local Government Denmark)"),
    term("mfi", da="midlertidig forældremyndighedsindehaver (MFI)"),
    term("livet-gaar-videre", da="Livet Går Videre"),
    term("samtykke", da="samtykke", ar="موافقة", uk="згода"),
]


def marked(text: str, language: Language = "da", audience: tuple[str, ...] = ()) -> str:
    found = marker(TERMS, language, audience)  # type: ignore[arg-type]
    return found.mark(text, lambda item, words: f"[[{item.id}: {words}]]" if item.id != words else f"[[{words}]]")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("da", "Et match er to.", "Et [[match]] er to."),
        ("da", "Begge matchene går godt.", "Begge [[match: matchene]] går godt."),
        ("da", "Kom til matchmødet.", "Kom til [[matchmoede: matchmødet]]."),
        ("da", "To frivillige venner.", "To [[frivillig-ven: frivillige venner]]."),
        ("da", "En frivillig\nven.", "En [[frivillig-ven: frivillig\nven]]."),
        ("da", "Spørg på sprogskolen.", "Spørg på [[sprogcenter: sprogskolen]]."),
        ("da", "Han har to MFI'er.", "Han har to [[mfi: MFI'er]]."),
        ("da", "Kommunernes forening, KL, siger ja.", "[[kommune: Kommunernes]] forening, [[kl: KL]], siger ja."),
        ("da", "Klokken er ti, kl. 10.", "Klokken er ti, kl. 10."),
        ("da", "Odense Kommune og Kommunernes Hus", "Odense Kommune og Kommunernes Hus"),
        ("da", "Livet Går Videre er et projekt.", "[[livet-gaar-videre: Livet Går Videre]] er et projekt."),
        ("da", "Sådan er livet, går videre.", "Sådan er livet, går videre."),
        ("da", "Streichholz, tændstikmatch, match-agtig", "Streichholz, tændstikmatch, match-agtig"),
        ("en", "Two volunteer friends.", "Two [[frivillig-ven: volunteer friends]]."),
        ("en", "The municipality's *sprogcenter*.", "The [[kommune: municipality's]] *[[sprogcenter]]*."),
        ("uk", "Зверніться до комуни.", "Зверніться до [[kommune: комуни]]."),
        ("uk", "Разом із другом-волонтером.", "Разом із [[frivillig-ven: другом-волонтером]]."),
        ("uk", "Парк і партнер.", "Парк і партнер."),
        ("ar", "اتصل بالبلدية.", "اتصل [[kommune: بالبلدية]]."),
        ("ar", "موافقتك مهمة.", "[[samtykke: موافقتك]] مهمة."),
        ("ar", "اسمه *matchmøde*.", "اسمه *[[matchmoede: matchmøde]]*."),
    ],
)
def test_a_term_is_found_in_the_forms_of_its_language(language: Language, text: str, expected: str) -> None:
    assert marked(text, language) == expected


def test_only_the_first_use_is_marked() -> None:
    assert marked("Et match. To match.\n\nEt match til.") == "Et [[match]]. To match.\n\nEt match til."


@pytest.mark.parametrize(
    "text",
    [
        "## Et match {#match}\n",
        "[et match](../match.md)",
        "![et match](match.png)",
        "[@match-2024, afsnit om match]",
        "`match`",
        "```\nmatch\n```\n",
        '!!! example "Et match"\n',
        '<a href="match.html" title="match">et match</a>',
        "<summary>match</summary>",
        '<span data-kind="match">',
        "{{ match }}",
        "Læs https://match.example/match",
    ],
)
def test_what_is_no_running_text_stays_as_it_is(text: str) -> None:
    assert marked(text) == text


def test_text_around_what_must_stay_is_marked() -> None:
    text = "## Match\n\nSe [match](a.md) [@a, match]. Et match, `match`.\n\n| et | matchmøde |\n"
    assert marked(text) == (
        "## Match\n\nSe [match](a.md) [@a, match]. Et [[match]], `match`.\n\n| et | [[matchmoede: matchmøde]] |\n"
    )


def test_where_no_button_can_stand_the_words_are_told_instead() -> None:
    found = marker(TERMS, "da")
    assert [(item.id, words) for item, words in found.note("Tal om matchmødet, og spørg kommunen.")] == [
        ("matchmoede", "matchmødet"),
        ("kommune", "kommunen"),
    ]
    assert (
        found.mark("Spørg kommunen om samtykke.", lambda item, _: f"[[{item.id}]]") == "Spørg kommunen om [[samtykke]]."
    )


def test_a_word_that_all_readers_know_is_left_alone() -> None:
    assert marked("Ring til kommunen.", audience=("municipality",)) == "Ring til kommunen."
    assert marked("Ring til kommunen.", audience=("municipality", "volunteer")) == "Ring til [[kommune: kommunen]]."
