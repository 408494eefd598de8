"""A reader with a linear-programming solver tries to work out what was hidden, and does not get there."""

from collections.abc import Sequence

import pytest

import vejviser.status.disclosure
import vejviser.status.settle
from tests.status.attacker import Attacker, ContradictionError, Secret, secrets
from tests.status.demo_portal import PLACES, POLICY, REGIONS
from tests.status.worlds import World, world
from vejviser.status.demo import demo_published, demo_rows
from vejviser.status.margins import Margin
from vejviser.status.values import Published, Totals

WORLDS = range(48)
"""Each has up to five quarters of seven tables: nearly a thousand random tables in all."""
EXACT = 1e-4


def leaks(found: Sequence[tuple[float, Secret]], needed: int) -> list[str]:
    return [f"{secret.name}: {secret.value} within {width:g}" for width, secret in found if width < needed - EXACT]


def outsider_finds(it: World, published: Sequence[Published], *, integral: bool = False) -> list[str]:
    attacker = Attacker(published)
    wanted = secrets(attacker, it.raw, it.policy.threshold, with_sums=True)
    return leaks(attacker.narrowest(wanted, integral=integral), it.policy.threshold)


def insider_finds(it: World, published: Sequence[Published]) -> list[str]:
    attacker = Attacker(published).told(it.raw, it.policy.threshold)
    wanted = secrets(attacker, it.raw, it.policy.threshold, with_sums=False)
    return leaks(attacker.narrowest(wanted), it.policy.threshold - 2)


@pytest.mark.parametrize("seed", WORLDS)
def test_neither_outsider_nor_insider_recovers_a_small_count(seed: int) -> None:
    it = world(seed)
    published = it.published()
    assert outsider_finds(it, published) == []
    assert insider_finds(it, published) == []


@pytest.mark.parametrize("seed", range(100, 110))
def test_whole_numbers_alone_do_not_help_him(seed: int) -> None:
    it = world(seed)
    assert outsider_finds(it, it.published(), integral=True) == []


@pytest.mark.parametrize("seed", range(200, 220))
def test_nor_does_it_help_to_know_that_follow_ups_are_the_new_matches_of_two_quarters_before(seed: int) -> None:
    it = world(seed, faithful=True)
    attacker = Attacker(it.published(), same_matches=True)
    wanted = secrets(attacker, it.raw, it.policy.threshold, with_sums=False)
    assert leaks(attacker.narrowest(wanted), it.policy.threshold) == []


DEMO = demo_rows(PLACES, sorted(REGIONS), seed=1)
"""The invented figures for all 98 municipalities, eight quarters, across the region reform."""


@pytest.fixture(scope="module")
def demo() -> tuple[Published, ...]:
    return demo_published(PLACES, REGIONS, POLICY, seed=1)


def test_the_outsider_recovers_nothing_of_the_demo(demo: tuple[Published, ...]) -> None:
    attacker = Attacker(demo)
    wanted = secrets(attacker, DEMO, POLICY.threshold, with_sums=True)
    assert len(wanted) > 1500
    assert leaks(attacker.narrowest(wanted[::8]), POLICY.threshold) == []


def test_the_insider_recovers_nothing_of_the_demo(demo: tuple[Published, ...]) -> None:
    attacker = Attacker(demo).told(DEMO, POLICY.threshold)
    wanted = secrets(attacker, DEMO, POLICY.threshold, with_sums=False)
    assert leaks(attacker.narrowest(wanted[2::12]), POLICY.threshold - 2) == []


def test_who_counts_on_stocks_gets_closer_and_not_there(demo: tuple[Published, ...]) -> None:
    """What the protection does not promise (docs/adr/0010): it is measured, so that nobody is surprised."""
    attacker = Attacker(demo).counting_on_stocks(DEMO)
    late = [it for it in secrets(attacker, DEMO, POLICY.threshold, with_sums=False) if it.name >= "2026-Q4"]
    found = attacker.narrowest([it for it in late if it.name.endswith(("volunteers", "waiting"))])
    assert leaks(found, 3) == []
    assert leaks(found, POLICY.threshold) != []


class TestTheAttackerIsNoFool:
    """Each piece of the protection, taken away, and he finds something."""

    def found(self, *, insider: bool = False, seeds: range = range(25)) -> int:
        total = 0
        for seed in seeds:
            it = world(seed)
            published = it.published()
            total += len(insider_finds(it, published) if insider else outsider_finds(it, published))
        return total

    @pytest.fixture(autouse=True)
    def without_the_last_look(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(vejviser.status.disclosure, "audit", lambda *_: ())

    def test_without_companions(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(vejviser.status.settle, "companions", lambda *_: frozenset())
        assert self.found(seeds=range(4)) > 0

    def test_without_room_for_the_outsider(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def holds(margin: Margin, _: int) -> bool:
            return margin.span == 0 or (margin.count >= 2 and min(margin.down, margin.up) >= margin.span)

        monkeypatch.setattr(Margin, "holds", holds)
        assert self.found(seeds=range(8)) > 0

    def test_without_room_for_the_insider(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def holds(margin: Margin, threshold: int) -> bool:
            return margin.span == 0 or (margin.count >= 2 and margin.slack >= threshold)

        monkeypatch.setattr(Margin, "holds", holds)
        assert self.found(insider=True, seeds=range(4)) > 0

    def test_without_a_thought_for_those_who_stop_reporting(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(vejviser.status.disclosure, "is_broken", lambda *_: False)
        assert self.found() > 0

    def test_without_a_thought_for_the_quarter_before(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(vejviser.status.disclosure, "hidden_codes", lambda *_: frozenset())
        assert self.found(seeds=range(8)) > 0

    def test_with_a_contradiction_he_says_so(self) -> None:
        it = world(3)
        attacker = Attacker(it.published())
        wanted = secrets(attacker, it.raw, it.policy.threshold, with_sums=False)
        attacker.know(wanted[0].expression, 0, 0)
        attacker.know(wanted[0].expression, 1, 1)
        with pytest.raises(ContradictionError):
            attacker.narrowest(wanted[:1])


def test_without_sums_there_is_nothing_to_subtract() -> None:
    it = world(11)
    bare = [Published(one.status, Totals(one.period, {"dk": {}}, {"dk": None}), one.regions) for one in it.published()]
    attacker = Attacker(bare)
    wanted = secrets(attacker, it.raw, it.policy.threshold, with_sums=False)
    assert min(width for width, _ in attacker.narrowest(wanted)) > 1000
