"""How hard a text is to read: what counts as a sentence, and the sentence that is told."""

from pathlib import Path

from inline_snapshot import snapshot

from tests.check.test_all_rules import edit, told
from vejviser.check.readability import prose, readability
from vejviser.content.settings import using_root

EASY = "Vi ses hver uge. Vi går en tur. Du kan altid sige nej.\n" * 2
HARD = (
    "Kommunens beskæftigelsesrettede integrationsindsats tilrettelægges i overensstemmelse med de gældende "
    "lovbestemmelser og de lokalpolitiske målsætninger.\n"
)


def test_what_is_no_sentence_is_left_out_and_every_letter_keeps_its_place() -> None:
    text = (
        "## En overskrift {#id}\n"
        "\n"
        "En sætning [@rapport-2024, afsnit 2] med [et link](../side.md).\n"
        "\n"
        "- Et punkt,\n"
        "  der fortsætter.\n"
        "1. Nummer et\n"
        "\n"
        "| a | b |\n"
        "\n"
        '!!! example "Eksempel"\n'
        "    Ca. to **gode** venner.\n"
    )
    shown = prose(text)
    assert len(shown) == len(text)
    assert [line.split() for line in shown.splitlines() if line.strip()] == [
        ["En", "sætning", "med", "et", "link", "."],
        ["Ca", "to", "gode", "venner."],
    ]


def test_lix_is_words_in_a_sentence_plus_long_words_in_a_hundred() -> None:
    # 10 sentences of 10 words, one of them longer than six letters: 10 + 10
    found = readability("Den store hund og den lille gråstribede kat leger sammen.\n" * 10)
    assert found
    assert (found.score, found.words) == (20, 100)


def test_too_little_text_is_not_measured() -> None:
    assert readability(HARD) is None


def test_a_hard_text_for_volunteers_is_told_with_its_number_and_its_longest_sentence(portal_copy: Path) -> None:
    edit(portal_copy, "docs/da/haandboeger/ven/penge.md", "Sig nej", EASY + "\n" + HARD * 20 + "\nSig nej")
    assert told(portal_copy) == snapshot(
        [
            "docs/da/haandboeger/ven/penge.md:12:1 warning: Teksten har LIX 70; her bør den højst have 45. Begynd med at dele den længste sætning (14 ord): »Kommunens beskæftigelsesrettede integrationsindsats tilrettelægges i overensstemmelse med de …«"
        ]
    )


def test_participants_have_a_lower_limit(portal_copy: Path) -> None:
    middle = "Medarbejderen fortæller om kommunen, og familien vælger selv, hvad der passer dem bedst.\n" * 10
    edit(portal_copy, "docs/da/haandboeger/ven/penge.md", "Sig nej", middle + "\nSig nej")
    assert told(portal_copy) == []
    edit(portal_copy, "docs/da/haandboeger/ven/handbook.yml", "audience: [volunteer]", "audience: [participant]")
    assert [line.split(":")[0] for line in told(portal_copy) if "LIX" in line] == ["docs/da/haandboeger/ven/penge.md"]


def test_other_languages_have_other_formulas() -> None:
    text = "Your friend comes here. You both drink some tea. Then you walk home.\n" * 10
    easy, hard = readability(text, "ari"), readability(HARD * 10, "ari")
    assert easy is not None
    assert hard is not None
    assert easy.score < 2
    assert hard.score > 20


LIX = "da: {formula: lix, limits: {participant: 35, volunteer: 45}}"


def test_a_language_without_limits_is_not_measured(portal_copy: Path) -> None:
    edit(portal_copy, "docs/da/haandboeger/ven/moedet.md", "Sig goddag.", HARD * 10)
    assert any("LIX" in line for line in told(portal_copy))
    edit(portal_copy, "portal.yml", LIX, "en: {limits: {volunteer: 45}}")
    with using_root(portal_copy):
        assert not any("LIX" in line for line in told(portal_copy))
    edit(portal_copy, "portal.yml", "en: {limits: {volunteer: 45}}", "da: {formula: ari, limits: {volunteer: 12}}")
    with using_root(portal_copy):
        assert any("ARI" in line for line in told(portal_copy))
