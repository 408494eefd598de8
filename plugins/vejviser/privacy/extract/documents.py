"""One part of an office file, or any other XML, as texts."""

from collections.abc import Iterator

from vejviser.privacy.extract import html_text
from vejviser.privacy.extract.embedded import embedded
from vejviser.privacy.extract.file_types import decoded
from vejviser.privacy.extract.office import parsed, readings
from vejviser.privacy.extract.office_roles import family_of
from vejviser.privacy.extract.part import Part
from vejviser.privacy.extract.sheets import numbers_of_odf
from vejviser.privacy.scan_result import ScanResult


def xml(part: Part) -> Iterator[ScanResult]:
    """Look into XML: with what it means where an office program wrote it, tag by tag where another did."""
    text = decoded(part.data) or ""
    root = parsed(part.data)
    if root is None or not family_of(root.tag):
        yield from html_text.read(part, text)
        return
    for reading in readings(root):
        yield part.extract(reading)
    said, rest = html_text.attributes(text)
    yield part.extract(said)
    yield part.extract(rest, words=False)
    if "office:value=" in text:
        yield part.extract(numbers_of_odf(text), words=False)
    yield from embedded(part, text)
