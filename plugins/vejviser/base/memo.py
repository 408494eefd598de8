"""Pure functions that answer the same question once: in this process, and, through the engine, in later builds.

What they are functions of is the question and what is in force (`base.in_force`): each has answers of its own.
"""

from collections.abc import Callable
from typing import Any, Generic, ParamSpec, TypeVar

from vejviser.base import in_force
from vejviser.base.fingerprints import cache_key

P = ParamSpec("P")
T = TypeVar("T")
MOST = 50_000
"""So many answers a function has in mind; then it begins anew."""


class Memo(Generic[P, T]):
    """A pure function with its answers so far. Questions are texts and other values whose `repr` says all of them."""

    def __init__(self, function: Callable[P, T]) -> None:
        self.function = function
        self.stage = f"{function.__module__}.{function.__qualname__}"
        self.__doc__, self.__wrapped__ = function.__doc__, function
        self._answers: dict[tuple[str, Any], T] = {}
        self._kept: dict[str, T] = {}

    def __call__(self, *question: P.args, **named: P.kwargs) -> T:
        """Answer a question; one whose parts are named is answered, and not kept."""
        if named:
            return self.function(*question, **named)
        asked = in_force.fingerprint(), question
        if asked not in self._answers:
            if len(self._answers) >= MOST:
                self._answers.clear()
            key = _key(asked) if self._kept else ""
            self._answers[asked] = self._kept[key] if key in self._kept else self.function(*question, **named)
        return self._answers[asked]

    def recall(self, kept: dict[str, T]) -> None:
        """Take up the answers of earlier builds, by the fingerprints of the questions."""
        self._kept = kept

    def answers(self) -> dict[str, T]:
        """Return the answers that were asked for, by the fingerprints of the questions."""
        return {_key(asked): answer for asked, answer in self._answers.items()}


def _key(asked: tuple[str, Any]) -> str:
    return cache_key(asked[0], repr(asked[1]))


MEMOS: list[Memo[Any, Any]] = []
"""Every function that answers once."""


def answers_once(function: Callable[P, T]) -> Memo[P, T]:
    """Let a pure function answer the same question once; it is asked by position."""
    memo = Memo(function)
    MEMOS.append(memo)
    return memo
