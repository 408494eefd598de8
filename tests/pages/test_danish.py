"""The order of a list of titles."""

from vejviser.model.base import LanguageMap
from vejviser.pages.danish import title_order

TITLES = [LanguageMap({"da": it}) for it in ("Årshjul", "Før mødet", "Find en ven", "Ærlig snak")]
TITLES.append(LanguageMap({"da": "Velkomst", "ar": "رسالة ترحيب"}))


def test_danish_letters_come_last() -> None:
    ordered = sorted(TITLES, key=lambda it: title_order(it, "da"))
    assert [it.text("da") for it in ordered] == ["Find en ven", "Før mødet", "Velkomst", "Ærlig snak", "Årshjul"]


def test_what_is_in_the_readers_language_comes_first() -> None:
    ordered = sorted(TITLES, key=lambda it: title_order(it, "ar"))
    assert [it.text("ar") for it in ordered][:2] == ["رسالة ترحيب", "Find en ven"]
