"""Symbolic links in the content: what they show must be a file that everybody gets with the project.

MkDocs follows every link. One to git's own settings would publish a password, one to a file that git leaves out would
publish what lies on this machine alone.
"""

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from vejviser.base.git import GitError, run_git
from vejviser.base.problems import Origin, Problem


class Links:
    """Looks at links below `root`; asks git which files it has when the first link is met."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.real_root = Path(os.path.realpath(root))

    def problems(self, link: Path) -> Iterator[Problem]:
        """Yield what is wrong with a link: it leads nowhere, out of the project, to a folder or to what git has not."""
        origin = Origin(link.relative_to(self.root).as_posix())
        try:
            real = Path(os.path.realpath(link, strict=True))
        except OSError:
            yield origin.error("link-leads-nowhere")
            return
        if not real.is_relative_to(self.real_root):
            yield origin.error("file-leads-out")
            return
        target = real.relative_to(self.real_root)
        hidden = any(part.startswith(".") for part in target.parts)
        if not hidden and not real.is_file():
            yield origin.error("link-to-folder", target=target.as_posix())
        elif hidden or (self._tracked is not None and target.as_posix() not in self._tracked):
            yield origin.error("link-not-in-git", target=target.as_posix())

    @cached_property
    def _tracked(self) -> frozenset[str] | None:
        """The files that git has, or None where `root` is no working tree, such as a commit that was laid out."""
        try:
            return frozenset(os.fsdecode(run_git(self.root, "ls-files", "-z")).split("\0"))
        except GitError:
            return None
