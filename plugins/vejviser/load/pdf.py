"""The texts of a PDF: its pages, its metadata, what stands in its forms and notes, and the files inside it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_NO_WORDS = frozenset(["/ID", "/Lang", "/ModDate", "/CreationDate"])


class LockedError(ValueError):
    """The PDF wants a password."""


class BrokenPdfError(ValueError):
    """The file begins like a PDF but is none that can be read."""


@dataclass(frozen=True, slots=True)
class PdfTexts:
    """What a PDF holds. `scanned` tells that it has pages, and no text on any of them."""

    pages: tuple[str, ...]
    hidden: str
    files: tuple[tuple[str, bytes], ...]
    scanned: bool


def pdf_texts(data: bytes) -> PdfTexts:
    """Read a PDF; raises LockedError and BrokenPdfError."""
    import pikepdf  # noqa: PLC0415 - heavy, and most portals have no PDF of their own
    import pypdfium2  # noqa: PLC0415

    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            hidden = "\n".join(_strings(document))
            files = tuple(_files(document))
        pages = _pages(pypdfium2.PdfDocument(data))
    except pikepdf.PasswordError as error:
        raise LockedError from error
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        raise BrokenPdfError(str(error)) from error
    return PdfTexts(pages, hidden, files, scanned=bool(pages) and not any(page.strip() for page in pages))


def _pages(document: Any) -> tuple[str, ...]:
    texts = []
    with document:
        for page in document:
            text_page = page.get_textpage()
            texts.append(str(text_page.get_text_bounded()).replace("\r\n", "\n"))
            text_page.close()
            page.close()
    return tuple(texts)


def _strings(document: Any) -> Iterator[str]:
    """Give every string of every object: titles, authors, notes, the values of fields; and the XMP metadata."""
    import pikepdf  # noqa: PLC0415

    for found in document.objects:
        if isinstance(found, pikepdf.Stream) and found.get("/Type") == "/Metadata":
            yield found.read_bytes().decode("utf-8", "replace")
        elif isinstance(found, pikepdf.Dictionary | pikepdf.Array):
            yield from _inside(found)
    yield from _inside(document.trailer)


def _inside(found: Any, depth: int = 0) -> Iterator[str]:
    import pikepdf  # noqa: PLC0415

    entries = found.items() if isinstance(found, pikepdf.Dictionary) else (("", it) for it in found)
    for name, value in entries:
        if isinstance(value, pikepdf.String):
            if name not in _NO_WORDS:
                yield str(value)
        elif isinstance(value, pikepdf.Dictionary | pikepdf.Array) and depth < 8 and not value.is_indirect:
            yield from _inside(value, depth + 1)


def _files(document: Any) -> Iterator[tuple[str, bytes]]:
    for name, attached in document.attachments.items():
        yield str(name), attached.get_file().read_bytes()
