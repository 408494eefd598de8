"""Markdown in, the words alone out."""

import pytest

from vejviser.content.markdown.words import plain_words


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**Ring** *først*, og se [siden](https://example.org/a).", "Ring først, og se siden."),
        ("Det hjælper [@als-2023, afsnit 3].", "Det hjælper."),
        ("2 \\* 3 er `6` &amp; mere", "2 * 3 er 6 & mere"),
        ("En linje\nog en til.\n\nEt stykke.", "En linje og en til. Et stykke."),
        ("22. november er sidste frist.", "22. november er sidste frist."),
        ("- te\n- kaffe", "te kaffe"),
    ],
)
def test_only_the_words_are_left(markdown: str, words: str) -> None:
    assert plain_words(markdown) == words
