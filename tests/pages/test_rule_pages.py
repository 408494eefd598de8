"""Every rule is explained, and every example is true: the wrong one breaks the rule, the right one breaks none."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.conftest import ASIDE, TODAY
from tests.privacy.attachments import CPR
from vejviser.content.load.interface_texts import load_messages, load_sentences
from vejviser.content.load.portal import load_portal
from vejviser.content.load.rule_explanations import load_rules
from vejviser.content.model.rule_explanations import RuleEntry
from vejviser.pages import rule_pages
from vejviser.pages.rule_pages import message_with_gaps
from vejviser.site.content_check import load_and_check

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
STAND_INS = {
    "⟨CPR-nummer⟩": CPR,
    "⟨ti cifre⟩": "0707614285",
    "⟨en persons profil⟩": "facebook.com/mona.jensen",
    "⟨en persons mailadresse⟩": "mona.madsen@forening.dk",
    "⟨en persons telefonnummer⟩": "20 30 40 50",
}
"""What an example cannot say aloud, because it is shown on a page that must pass the rule itself."""
FAMILIES = load_rules(ROOT, [])
ENTRIES = [entry for family in FAMILIES for entry in family.entries]
TRIED = [entry for entry in ENTRIES if entry.file]


def rules_broken(root: Path, entry: RuleEntry, example: str) -> Iterator[str]:
    """Put an example into a copy of the small portal; yield the rules it breaks."""
    path = root / entry.file
    path.parent.mkdir(parents=True, exist_ok=True)
    for name, real in STAND_INS.items():
        example = example.replace(name, real)
    if entry.at:
        text = path.read_text("utf-8")
        assert entry.at in text, f"{entry.at!r} is not in {entry.file}"
        example = text.replace(entry.at, example, 1)
    path.write_text(example, "utf-8")
    for problem in load_and_check(root, TODAY).problems:
        yield problem.rule


def test_every_rule_has_one_explanation() -> None:
    explained = [rule for entry in ENTRIES for rule in entry.rules]
    sentences = load_sentences(ROOT, "da").keys() - {"summary", "in-cell", "quote-marks"}
    known = {rule for rule in sentences if not rule.startswith(("national.", "summary-"))}  # names, and counts
    assert known - set(explained) == set(), "write why, wrong and right in data/ui/rules/da.yml"
    assert sorted(explained) == sorted(set(explained) & known), "an explanation of no rule, or two of one"


@pytest.mark.parametrize("entry", TRIED, ids=lambda entry: entry.rules[0])
def test_the_wrong_example_breaks_the_rule(portal_copy: Path, entry: RuleEntry) -> None:
    assert set(rules_broken(portal_copy, entry, entry.wrong)) & set(entry.rules)


@pytest.mark.parametrize(
    "entry", [item for item in TRIED if item.right and item.right != item.at], ids=lambda entry: entry.rules[0]
)
def test_the_right_example_breaks_none(portal_copy: Path, entry: RuleEntry) -> None:
    assert set(rules_broken(portal_copy, entry, entry.right)) - ASIDE == set()


def test_most_rules_have_an_example_that_is_tried() -> None:
    assert sum(len(item.rules) for item in TRIED) > 0.5 * sum(len(entry.rules) for entry in ENTRIES)


def test_a_family_of_rules_is_one_page_with_a_place_for_each_rule() -> None:
    portal = load_portal(ROOT).portal
    pages = {page.uri: page for page in rule_pages.pages(portal, TODAY)}
    assert [page.uri for page in pages.values()][:3] == snapshot(
        ["redaktoer/regler/index.md", "redaktoer/regler/laesbar.md", "redaktoer/regler/noegler.md"]
    )
    body = pages["redaktoer/regler/noegler.md"].body
    assert body[: body.index("## missing-key")] == snapshot("""\
<p class="lead">Navnet til venstre for kolonet, værdien til højre. Navnene er på engelsk, fordi andre systemer kender dem.</p>

[Alle regler](index.md)

## unknown-key, unknown-key-suggestion { #unknown-key }

> »…« er ikke en nøgle, der kan bruges her. Slet linjen, eller ret navnet.

<span id="unknown-key-suggestion"></span>

> »…« er ikke en nøgle, der kan bruges her. Mente du »…«?

En nøgle, der er stavet forkert, bliver ikke brugt. Det skal du vide, før læserne mangler noget.

**Forkert**

```yaml
ejer: Redaktionen
```

**Rigtigt**

```yaml
owner: Redaktionen
```

""")


def test_a_message_leads_to_the_explanation_of_its_rule() -> None:
    assert load_messages(ROOT, "da")["yaml-tab"] == snapshot(
        "Linjen begynder med et tabulatortegn. Brug mellemrum, to for hvert trin. → /redaktoer/regler/laesbar/#yaml-tab"
    )
    assert load_messages(ROOT, "en")["unknown-key-suggestion"].endswith(
        "/redaktoer/regler/noegler/#unknown-key-suggestion"
    )


@pytest.mark.parametrize(
    ("address", "front"),
    [
        ("https://venner.dk/", "https://venner.dk/"),
        ("https://venner.dk/portal", "https://venner.dk/portal/"),
        ("https://venner.example/portal", "/portal/"),
        ("https://venner-example.dk/", "https://venner-example.dk/"),
    ],
)
def test_an_address_that_is_nobodys_is_not_given(portal_copy: Path, address: str, front: str) -> None:
    (portal_copy / "mkdocs.yml").write_text(f"site_url: {address}\n", "utf-8")
    shutil.copytree(ROOT / "data/ui", portal_copy / "data/ui", dirs_exist_ok=True)
    assert load_messages(portal_copy, "da")["yaml-tab"].endswith(f" → {front}redaktoer/regler/laesbar/#yaml-tab")


def test_without_explanations_a_message_leads_nowhere(portal_copy: Path) -> None:
    assert "→" not in load_messages(portal_copy, "da")["yaml-tab"]


def test_places_in_a_message_become_dots() -> None:
    assert message_with_gaps("»{key}« mangler. Skriv {{#{example}}}.") == "»…« mangler. Skriv {#…}."
