"""How long work tells where it is, and how long each stage of it took."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic

Progress = Callable[[str, int, int], None]
"""Called as `progress("documents", 40, 5254)`: a stage, how much is done, how much there is (0: unknown)."""


def no_progress(stage: str, done: int, total: int) -> None:
    """Report nothing."""


@dataclass
class Stages:
    """The stages of a build: `with stages("pages"):` measures one; `progress` is told how far it has come."""

    progress: Progress = no_progress
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        """Measure what is done inside, in seconds on the clock."""
        began = monotonic()
        self.progress(name, 0, 0)
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + monotonic() - began
