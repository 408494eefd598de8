"""Code in Markdown: an example of what somebody may write, and no citation, link or box of its own."""

import re

CODE = r"""(?m:^[ \t]*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})(?s:.*?)(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z))|`[^`\n]+`"""
"""A block between fences, which ends with the text when nothing else ends it; or a piece between two backticks."""
_CODE = re.compile(CODE)


def without_code(markdown: str) -> str:
    """Return the text with blanks where code stands: everything else keeps its place and line."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), markdown)
