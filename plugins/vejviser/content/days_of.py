"""Where a content has the days on which readers can see it."""

from typing import Any

from vejviser.content.content_type import ContentType
from vejviser.content.model.base import OnDays


def days_of(kind: ContentType, value: Any) -> OnDays | None:
    """Return what holds the days of a content: itself, or its front matter; None where its type has none."""
    found = value.meta if kind.is_text else value
    return found if isinstance(found, OnDays) else None
