"""The settings in force: what makes a portal this one (`portal.yml`), without being handed from function to function.

As a program activates a locale, whoever begins a piece of work puts settings in force with `using` or `using_root`, and
everything below asks `current()`. What is worked out from them is kept with them: a function under `by_settings`
answers once for each. This module starts quickly: `portal.yml` is read when it is first asked for.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

from vejviser.base.in_force import IN_FORCE, put_in_force

if TYPE_CHECKING:
    from vejviser.base.problems import Problem
    from vejviser.content.model.settings import Settings

NAME = "portal.yml"
P = ParamSpec("P")
T = TypeVar("T")


class InForce:
    """Settings, or the folder whose portal.yml they stand in, with what has been worked out from them."""

    def __init__(self, settings: "Settings | None" = None, root: Path | None = None) -> None:
        self._given, self._root = settings, root
        self.answers: dict[Any, Any] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return InForce, (self._given, self._root)

    @cached_property
    def _read(self) -> "tuple[Settings, tuple[Problem, ...]]":
        from vejviser.content.load.portal_settings import read_portal_settings  # noqa: PLC0415 - see the module
        from vejviser.content.model.settings import Settings  # noqa: PLC0415

        if self._root is not None:
            with using(Settings()):  # whoever asks while they are read, as a message with an example does
                return read_portal_settings(self._root)
        return self._given or Settings(), ()

    @property
    def settings(self) -> "Settings":
        """The settings; of a file with mistakes, what is right in it."""
        return self._read[0]

    @cached_property
    def fingerprint(self) -> str:
        """The key that is another whenever a setting is."""
        from vejviser.base.fingerprints import cache_key  # noqa: PLC0415 - see the module

        return cache_key(self.settings.model_dump_json())


_DEFAULTS = InForce()


def current() -> "Settings":
    """Return the settings in force; where nobody has put any in force, the defaults."""
    return _in_force().settings


def using(settings: "Settings") -> AbstractContextManager[None]:
    """Put settings in force for what is done inside."""
    return put_in_force(InForce(settings))


def using_root(root: Path) -> AbstractContextManager[None]:
    """Put in force what the portal.yml in a folder says; without one, what is in force stays so."""
    return put_in_force(_of_root(root))


def activate(root: Path) -> None:
    """Put in force what the portal.yml in a folder says, until another is: for programs that are about one portal."""
    IN_FORCE.set(_of_root(root))


def by_settings(function: Callable[P, T]) -> Callable[P, T]:
    """Let a function of its arguments, which can be keys, and of the settings in force answer once for each."""

    @wraps(function)
    def asked(*question: P.args, **named: P.kwargs) -> T:
        answers, key = _in_force().answers, (function, question, *named.items())
        if key not in answers:
            answers[key] = function(*question, **named)
        return cast("T", answers[key])

    return asked


def _in_force() -> InForce:
    return cast("InForce | None", IN_FORCE.get()) or _DEFAULTS


def _of_root(root: Path) -> InForce:
    return InForce(root=root) if (root / NAME).is_file() else _in_force()
