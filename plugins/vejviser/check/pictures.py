"""Rules about pictures in texts: each says what it shows, for those who do not see it."""

import re
from collections.abc import Iterator

from vejviser.base.problems import Problem
from vejviser.content.markdown.reader import line_of, offset_of, tree
from vejviser.content.model.portal import Portal
from vejviser.content.text_walker import Passage, passages

_FILE_NAME = re.compile(r"\s*(?:\S+\.(?:jpe?g|png|svg|webp|gif|heic)|(?:IMG|DSC|PXL)[\w-]*)\s*", re.IGNORECASE)
"""What is no description: a file's name, or what a telephone calls its pictures."""


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield every picture that does not say what it shows."""
    for passage in passages(portal):
        if "![" in passage.text:
            yield from _in_passage(passage)


def _in_passage(passage: Passage) -> Iterator[Problem]:
    for node in tree(passage.text).walk():
        if node.type == "image" and (not node.content.strip() or _FILE_NAME.fullmatch(node.content)):
            written = str(node.attrs.get("src", ""))
            around = node
            while not around.is_root and around.map is None:
                around = around.parent or around
            offset = offset_of(passage.text, line_of(around), f"![{node.content}]")
            yield passage.problem("error", "picture-without-words", offset, found=f"![{node.content}]({written})")
