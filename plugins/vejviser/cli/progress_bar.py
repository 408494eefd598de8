"""What a build says while it works: where it is and how long that still takes, and afterwards where the time went."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

import click

_PATIENCE = 10
"""Seconds between two lines where nobody sees a bar grow, as in the log of CI."""
_ENOUGH = 0.02
"""The part that must be done before anything is said of the time that is left."""


@dataclass
class ProgressReporter:
    """Shows the progress of long work: a bar on a terminal, a line now and then elsewhere. Short work shows nothing."""

    words: Mapping[str, str]
    _stage: str = ""
    _began: float = 0.0
    _reported: float = 0.0
    _bar: Any = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take note that `done` of `total` steps of `stage` are taken (a total of 0: unknown)."""
        if stage != self._stage:
            self.close()
            self._stage, self._began = stage, monotonic()
            self._reported = self._began
        if not total:
            return
        if sys.stderr.isatty():
            self._grow(done, total)
        elif monotonic() - self._reported >= _PATIENCE and total * _ENOUGH < done < total:
            self._reported = monotonic()
            left = (self._reported - self._began) / done * (total - done)
            words = self.words["progress"].format(stage=self._name(stage), done=done, total=total, left=f"{left:.0f}")
            click.echo(words, err=True)

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            click.echo("\033[A\033[2K", nl=False, err=True)
        self._bar = None

    def profile(self, seconds: Mapping[str, float]) -> str:
        """Return one line a stage: how long it took, and which part of the whole that is."""
        whole = sum(seconds.values()) or 1.0
        line = self.words["profile"]
        return "\n".join(
            line.format(seconds=f"{took:6.2f}", share=f"{100 * took / whole:3.0f}", stage=self._name(stage))
            for stage, took in seconds.items()
        )

    def _grow(self, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = click.progressbar(length=total, label=self._name(self._stage), file=sys.stderr, width=0)
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)

    def _name(self, stage: str) -> str:
        return self.words[f"stage-{stage}"]
