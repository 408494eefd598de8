"""Where a draft is shown: one address for each branch."""

import hashlib
import os
import re

from vejviser.base.problems import PublishError
from vejviser.content.model.base import slugify

PLACE = "{branch}"
"""What stands in an address for the name of a draft."""

_MAX_LENGTH = 40
_MARK = 12
_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MARKED = re.compile(rf"(?:.*-)?[0-9a-f]{{{_MARK}}}")


def preview_name(branch: str) -> str:
    """Return the name that a branch's draft is shown under.

    A-z, 0-9 and hyphens, at most 53, as a host's name takes it.

    Two branches never share one. A name that is such a name is its own; any other is written so, and gets the beginning
    of its SHA-256 at the end: `kladde/gaver` -> `kladde-gaver-` and twelve hexadecimal digits. What ends like that
    already gets one too.
    """
    if len(branch) <= _MAX_LENGTH and _PLAIN.fullmatch(branch) and not _MARKED.fullmatch(branch):
        return branch
    mark = hashlib.sha256(os.fsencode(branch)).hexdigest()[:_MARK]
    return "-".join(part for part in (slugify(branch)[:_MAX_LENGTH].strip("-"), mark) if part)


def for_branch(target: str, branch: str | None) -> str:
    """Return the target of a branch's draft: its name in the place of `{branch}`.

    Raises PublishError where the name is asked for and not given, and where all branches would share one place.
    """
    if branch and PLACE not in target and not target.startswith("plain:"):
        raise PublishError("publish-shared-place", target=target, example=f"{target.rstrip('/')}/{PLACE}")
    if PLACE in target and not branch:
        raise PublishError("publish-which-branch", target=target)
    return target.replace(PLACE, preview_name(branch)) if branch else target
