"""The releases of a target, and which of them to go back to."""

from dataclasses import dataclass

from vejviser.base.problems import PublishError
from vejviser.publish.prepare import Prepared


@dataclass(frozen=True, slots=True)
class Release:
    """One release in a target."""

    stamp: str
    current: bool
    withdrawn: bool
    content: str = ""
    """What it holds: two releases with the same one show readers the same. Empty where that is not known."""

    def same_as(self, other: "Release") -> bool:
        """Return whether readers see the same in both."""
        return bool(self.content) and self.content == other.content


@dataclass(frozen=True, slots=True)
class Published:
    """What was put in place, or was there already: what changes nothing is no release of its own."""

    stamp: str
    prepared: Prepared
    unchanged: bool = False
    others: int = 0
    """Files in the target that no publishing put there, as far as one can tell: they are left alone."""


def chosen(releases: tuple[Release, ...], to: str | None, target: object) -> str:
    """Return the stamp to roll back to: `to`, or the last release before the one shown that differs from it.

    Raises PublishError when there is none.
    """
    if to:
        if to not in {release.stamp for release in releases}:
            raise PublishError("publish-unknown-release", target=target, stamp=to)
        return to
    current = next((release for release in releases if release.current), None)
    before = [
        release.stamp
        for release in releases
        if current and release.stamp < current.stamp and not release.withdrawn and not release.same_as(current)
    ]
    if not before:
        raise PublishError("publish-no-earlier", target=target)
    return max(before)
