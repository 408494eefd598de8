"""Danish names: the order readers expect, and the ways people type them."""

from vejviser.model.base import Language, LanguageMap

_ONE_LETTER = str.maketrans("øå", "oa", "") | {ord("æ"): "ae"}
_TWO_LETTERS = {ord("æ"): "ae", ord("ø"): "oe", ord("å"): "aa"}
_DANISH_ORDER = str.maketrans({"æ": "{", "ø": "|", "å": "}"})


def danish_order(name: str) -> str:
    """Give a sorting key in which æ, ø, å come last, and aa is å, as in Danish registers: Aabenraa after Ærø."""
    return name.lower().replace("aa", "å").translate(_DANISH_ORDER)


def title_order(title: LanguageMap, language: Language) -> tuple[bool, str]:
    """Give a sorting key for what a reader looks up by name: first what her language has, then what is Danish only."""
    found = title.get(language)
    return found.language != language, danish_order(found.text)


def spellings(name: str) -> tuple[str, ...]:
    """Give the other ways people type a Danish name: København -> kobenhavn, koebenhavn; Aarhus -> århus."""
    lower = name.lower()
    plain_letters = lower.translate(_ONE_LETTER)
    double_letters = lower.translate(_TWO_LETTERS)
    rings = lower.replace("aa", "å")
    return tuple(sorted({plain_letters, double_letters, rings} - {lower}))
