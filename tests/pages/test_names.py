"""The order of a list of titles."""

from vejviser.content.model.base import LanguageMap
from vejviser.pages.names import title_order

TITLES = [LanguageMap({"da": item}) for item in ("Årshjul", "Før mødet", "Find en ven", "Ærlig snak")]
TITLES.append(LanguageMap({"da": "Velkomst", "ar": "رسالة ترحيب"}))


def test_danish_letters_come_last() -> None:
    ordered = sorted(TITLES, key=lambda title: title_order(title, "da"))
    assert [item.text("da") for item in ordered] == ["Find en ven", "Før mødet", "Velkomst", "Ærlig snak", "Årshjul"]


def test_what_is_in_the_readers_language_comes_first() -> None:
    ordered = sorted(TITLES, key=lambda title: title_order(title, "ar"))
    assert [item.text("ar") for item in ordered][:2] == ["رسالة ترحيب", "Find en ven"]
