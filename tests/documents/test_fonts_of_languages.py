"""Signs that no font of the package has are told; those of a language whose script has none are told once, by check."""

from vejviser.content.model.settings import Settings
from vejviser.content.settings import using
from vejviser.documents.fonts import unknown_signs

TIGRINYA = "ትግርኛ 😀"


def test_a_sign_nobody_can_print_is_told() -> None:
    assert unknown_signs(TIGRINYA) == [*"ትግርኛ", "😀"]


def test_the_letters_of_a_portals_language_are_not_told_one_by_one() -> None:
    with using(Settings.model_validate({"languages": ["nb", "ti"]})):
        assert unknown_signs(TIGRINYA) == ["😀"]
