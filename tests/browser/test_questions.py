"""Real questions, in four languages and as people spell them: the right page first for nine of ten, and among three for all."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

pytestmark = [pytest.mark.browser, pytest.mark.node, pytest.mark.xdist_group("portal")]

ROOT = Path(__file__).parents[2]
QUESTIONS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "questions.yml").read_text("utf-8")
)
ALARMS: dict[str, dict[str, list[str]]] = yaml.safe_load((Path(__file__).parent / "alarms.yml").read_text("utf-8"))
NONE = "none"
SHOWN = 3
MOST_PLACES = 3


@dataclass(frozen=True)
class Answered:
    """A question with what the search says to it."""

    ask: str
    to: tuple[str, ...]
    sign: str
    first: tuple[str, ...]
    post: str
    places: int

    @property
    def rank(self) -> int:
        """Where the right page stands; past the end where it does not stand."""
        if not self.to:
            return len(self.first)
        return next((at for at, page in enumerate(self.first) if page in self.to), len(self.first) + SHOWN)


def asked(site: Path, questions: dict[str, list[dict[str, Any]]]) -> Iterator[Answered]:
    """Yield every question with the answer of a site, which needs no browser."""
    given = json.dumps({language: [item["ask"] for item in of] for language, of in questions.items()})
    program = ["node", str(ROOT / "tests/scripts/ask.js"), str(site)]
    done = subprocess.run(program, input=given, capture_output=True, text=True, check=True)
    for language, answers in json.loads(done.stdout).items():
        front = "/" if language == "da" else f"/{language}/"
        for item, answer in zip(questions[language], answers, strict=True):
            to = item["to"] if isinstance(item["to"], list) else [item["to"]]
            first = tuple(front + page for page, _, _ in answer["first"])
            yield Answered(item["ask"], tuple(to), item.get("sign", ""), first, answer["post"], answer["places"])


@pytest.fixture(scope="module")
def answers(site_dir: Path) -> list[Answered]:
    return list(asked(site_dir, QUESTIONS))


def test_there_are_many_questions_in_every_language() -> None:
    assert sum(map(len, QUESTIONS.values())) >= 160
    assert set(QUESTIONS) == {"da", "en", "uk", "ar"}


def test_the_answer_is_among_the_first_three(answers: list[Answered]) -> None:
    assert [(it.ask, it.first[:SHOWN]) for it in answers if it.rank >= SHOWN] == []


def test_nine_of_ten_answers_come_first(answers: list[Answered]) -> None:
    below = [(it.ask, it.first[:1]) for it in answers if it.rank]
    assert len(below) <= len(answers) // 10, below


def test_what_people_in_need_type_always_says_whom_to_call(answers: list[Answered]) -> None:
    assert [(it.ask, it.post) for it in answers if it.sign and it.sign != it.post] == []


def test_somebody_in_need_is_told_whom_to_call_and_nobody_else_is(site_dir: Path) -> None:
    items = {
        language: [{"ask": ask, "to": [], "sign": signs} for signs, of in by.items() for ask in of]
        for language, by in ALARMS.items()
    }
    wrong = [(it.ask, it.sign, it.post) for it in asked(site_dir, items) if (it.post or NONE) not in it.sign.split()]
    assert wrong == []


def test_a_question_that_is_about_no_place_finds_none(answers: list[Answered]) -> None:
    def about_places(it: Answered) -> bool:
        return any("/kommuner/" in page for page in it.to)

    assert [(it.ask, it.places) for it in answers if not about_places(it) and it.places >= MOST_PLACES] == []


def test_a_word_that_nobody_wrote_finds_nothing(answers: list[Answered]) -> None:
    assert [(it.ask, it.first) for it in answers if not it.to and it.first] == []
