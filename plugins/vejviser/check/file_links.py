"""Links and pictures of pages that lead to files: the file lies there, under the name as it is written."""

import posixpath
from collections.abc import Iterator
from difflib import get_close_matches

from vejviser.base.problems import Problem
from vejviser.check.markdown_rules import FILES, links_of
from vejviser.content.model.allow_list import scheme_of
from vejviser.content.model.docs_files import DocsFiles, file_seen
from vejviser.content.model.portal import Portal
from vejviser.content.translation.pairs import LongText
from vejviser.content.types import types


def problems(portal: Portal) -> Iterator[Problem]:
    """Yield every link of a page to a file that does not lie in docs/."""
    for kind in types():
        for text in portal.all_of(kind) if kind.is_text else ():
            for offset, written in links_of(text.body):
                target = written.partition("#")[0]
                is_file = posixpath.splitext(target)[1].lower() in FILES
                if not is_file or scheme_of(target) or target.startswith("/"):
                    continue
                if not file_seen(target, kind.uri(text), text.language, portal.files):
                    yield _missing(text, kind.uri(text), offset, written, portal.files)


def _missing(text: LongText, uri: str, offset: int, written: str, files: DocsFiles) -> Problem:
    """Return the problem of a link, with the file that was probably meant: another one of nearly the same name."""
    here = posixpath.dirname(uri)
    wanted = posixpath.normpath(posixpath.join(here, written.partition("#")[0]))
    by_name = {posixpath.basename(file).casefold(): file.partition("/")[2] for file in sorted(files, reverse=True)}
    close = get_close_matches(posixpath.basename(wanted).casefold(), by_name, n=1, cutoff=0.75)
    suggestion = posixpath.relpath(by_name[close[0]], here or ".") if close else ""
    folder = f"docs/{text.language}/{posixpath.dirname(wanted)}".rstrip("/")
    line = text.body_line + text.body[:offset].count("\n")
    values = (("found", written), ("suggestion", suggestion), ("folder", folder))
    rule = "file-missing-suggestion" if close else "file-missing"
    return Problem(text.origin.path, line, offset - text.body.rfind("\n", 0, offset), "error", rule, values)
