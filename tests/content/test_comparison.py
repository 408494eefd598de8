"""Two versions of a text as one: this before and that after, so that is marked."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vejviser.content.comparison import Compared, Passage, compare, compare_words
from vejviser.content.markdown.passages import passages

MARKS = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]"}


def marked(old: str, new: str) -> str:
    return " ".join(MARKS[run.kind].format(run.words) for run in compare_words(old, new))


def texts(*words: str) -> list[Passage]:
    return [Passage("paragraph", text) for text in words]


def shown(compared: tuple[Compared, ...]) -> list[str]:
    return [" ".join(MARKS[run.kind].format(run.words) for run in passage.runs) for passage in compared]


def test_a_word_in_place_of_another() -> None:
    old, new = "Aftalen gælder i et år ad gangen.", "Aftalen gælder i to år ad gangen."
    assert marked(old, new) == "Aftalen gælder i [-et-] [+to+] år ad gangen."


def test_words_that_came_and_words_that_went() -> None:
    assert marked("Kommunen svarer inden en uge.", "Kommunen svarer gruppen skriftligt inden en uge.") == (
        "Kommunen svarer [+gruppen skriftligt+] inden en uge."
    )
    assert marked("Man kan altid uden grund sige nej.", "Man kan altid sige nej.") == (
        "Man kan altid [-uden grund-] sige nej."
    )


def test_one_word_between_two_changes_is_read_with_them() -> None:
    assert marked("Gruppen og lederen mødes ofte her.", "Kommunen og koordinatoren mødes ofte her.") == (
        "[-Gruppen og lederen-] [+Kommunen og koordinatoren+] mødes ofte her."
    )


def test_the_first_and_the_last_word_may_stay_alone() -> None:
    assert marked("Kommunen betaler for kaffen.", "Kommunen sørger selv for alt.") == (
        "Kommunen [-betaler for kaffen.-] [+sørger selv for alt.+]"
    )


def test_arabic_is_compared_by_words_too() -> None:
    assert marked("يمكنكم دائمًا أن تقولوا لا.", "يمكنكم دائمًا أن تقولوا نعم.") == (
        "يمكنكم دائمًا أن تقولوا [-لا.-] [+نعم.+]"
    )


def test_a_new_passage_stands_between_those_that_stayed() -> None:
    assert shown(compare(texts("Den ene.", "Den anden."), texts("Den ene.", "Noget helt nyt.", "Den anden."))) == [
        "Den ene.",
        "[+Noget helt nyt.+]",
        "Den anden.",
    ]


def test_a_changed_passage_stands_beside_what_it_became_and_not_beside_a_stranger() -> None:
    old = texts("Gruppen mødes hver måned på biblioteket.", "Alle har tavshedspligt.")
    new = texts("Forsikring er et nyt punkt her.", "Gruppen mødes hver uge på biblioteket.")
    assert shown(compare(old, new)) == [
        "[+Forsikring er et nyt punkt her.+]",
        "Gruppen mødes hver [-måned-] [+uge+] på biblioteket.",
        "[-Alle har tavshedspligt.-]",
    ]


def test_a_heading_never_becomes_a_paragraph() -> None:
    found = compare([Passage("heading", "Parterne i aftalen")], [Passage("paragraph", "Parterne i aftalen")])
    assert [(passage.form, passage.runs[0].kind) for passage in found] == [
        ("heading", "removed"),
        ("paragraph", "added"),
    ]


def test_nothing_changed_is_nothing_marked() -> None:
    assert not any(passage.changed for passage in compare(texts("A b c.", "D."), texts("A b c.", "D.")))


WORDS = st.lists(
    st.sampled_from(["ven", "kommune", "aftale", "og", "er", "i", "en", "måned", "nej", "ja"]), max_size=12
).map(" ".join)
TEXT = st.lists(st.builds(Passage, st.sampled_from(["heading", "paragraph", "item"]), WORDS.filter(bool)), max_size=8)


@given(WORDS, WORDS)
def test_both_versions_of_a_passage_can_be_read_out_of_it(old: str, new: str) -> None:
    runs = list(compare_words(old, new))
    assert " ".join(run.words for run in runs if run.kind != "added") == old
    assert " ".join(run.words for run in runs if run.kind != "removed") == new
    assert all(run.words for run in runs)
    assert all(one.kind != other.kind for one, other in pairwise(runs))


def version(compared: tuple[Compared, ...], without: str) -> list[str]:
    kept = (" ".join(run.words for run in passage.runs if run.kind != without) for passage in compared)
    return [words for words in kept if words]


@given(TEXT, TEXT)
def test_both_texts_can_be_read_out_of_the_comparison(old: list[Passage], new: list[Passage]) -> None:
    compared = compare(old, new)
    assert version(compared, "added") == [passage.words for passage in old]
    assert version(compared, "removed") == [passage.words for passage in new]


def test_the_passages_of_a_text() -> None:
    text = """# Aftale {#aftale}

Mellem **kommunen** og [gruppen](../grupper.md) [@als-2023, s. 4]:

- den ene
- den anden
  med mere

| Part | Navn |
| --- | --- |
| Kommunen | {{ kommune }} |
| Gruppen | |

!!! tip "Husk"
    At spørge.
"""
    assert [(item.form, item.words) for item in passages(text, {"kommune": "Kommunens navn"}.__getitem__)] == [
        ("heading", "Aftale"),
        ("paragraph", "Mellem kommunen og gruppen:"),
        ("item", "den ene"),
        ("item", "den anden med mere"),
        ("row", "Part · Navn"),
        ("row", "Kommunen · [Kommunens navn]"),
        ("row", "Gruppen · –"),
        ("title", "Husk"),
        ("paragraph", "At spørge."),
    ]
