"""The texts that a picture carries unseen: EXIF, XMP, IPTC, PNG text, comments, and what lies behind its end.

What the pixels show is not read: nobody but a person can tell whether a photograph shows a name.
"""

import io
import warnings
from collections.abc import Iterator

from PIL import Image, ImageFile, IptcImagePlugin
from PIL.ExifTags import IFD

from vejviser.privacy.extract.file_types import Kind
from vejviser.privacy.extract.html_text import readings, says_place
from vejviser.privacy.extract.image_chunks import WALKS, Chunk, whole_file
from vejviser.privacy.extract.limits import MAX_PAGES, MAX_PIXELS
from vejviser.privacy.extract.part import Part
from vejviser.privacy.extract.plain import readable
from vejviser.privacy.scan_result import ScanResult

_PLACES = frozenset([2, 4, 20, 22])
"""GPS latitude and longitude, of the picture and of what it shows."""
_XP_TAGS = range(0x9C9B, 0x9CA0)
"""Windows' own title, comment, author, keywords and subject, in UTF-16."""
_USER_COMMENT = 0x9286
_UNREAD = frozenset(["exif", "icc_profile", "photoshop", "xmp", "XML:com.adobe.xmp"])
"""What Pillow gives as it stands in the file, and is read as a chunk."""


def picture(part: Part, kind: Kind) -> Iterator[ScanResult]:
    """Look into a picture."""
    Image.init()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(part.data)) as opened:
                if opened.width * opened.height > MAX_PIXELS or getattr(opened, "n_frames", 1) > MAX_PAGES:
                    yield part.unreadable("too-large")
                    return
                texts, located = _known(opened)
    except Image.DecompressionBombError:
        yield part.unreadable("too-large")
        return
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, OverflowError):
        yield part.unreadable("broken")
        yield part.extract(readable(part.data), words=False)
        return
    ends: list[int] = []
    chunks = [*WALKS.get(kind, whole_file)(part.data, ends.append)]
    read = [_chunk(chunk) for chunk in chunks]
    yield part.extract("\n".join([*texts, *(words for words, _, _ in read)]), where="metadata")
    yield part.extract("\n".join(rest for _, rest, _ in read), words=False, where="metadata")
    if located or any(place for _, _, place in read):
        yield part.located()
    yield from part.aside(ends[0])


def _known(opened: ImageFile.ImageFile) -> tuple[list[str], bool]:
    """Return the texts that Pillow knows of all pictures in a file, and whether one says where it was taken."""
    texts, located = [*_info(opened), *_iptc(opened)], False
    for frame in range(getattr(opened, "n_frames", 1) if opened.format in ("TIFF", "MPO", "AVIF") else 1):
        opened.seek(frame)
        found, place = _exif(opened.getexif())
        texts += found
        located = located or place
    return texts, located


def _chunk(chunk: Chunk) -> tuple[str, str, bool]:
    """Return what people read in a chunk, the rest, and whether it says where the picture was taken."""
    if chunk.form == "exif":
        exif = Image.Exif()
        try:
            exif.load(chunk.data)
            texts, located = _exif(exif)
        except (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError):
            texts, located = [], False
        return "\n".join(texts), readable(chunk.data), located
    if chunk.form == "bytes":
        text = readable(chunk.data)
        return "", text, says_place(text)
    text = chunk.data.decode("utf-8", "replace").replace("\0", "")
    if chunk.form == "xmp" or "<rdf:RDF" in text:
        words, rest = readings(text)
        return words, rest, says_place(text)
    return text, "", False


def _info(opened: Image.Image) -> Iterator[str]:
    for key, value in opened.info.items():
        if isinstance(value, str | bytes) and key not in _UNREAD:
            yield f"{key}: {_decoded(value)}"
    for key in ("xmp", "exif"):
        value = opened.info.get(key)
        if isinstance(value, bytes):
            yield from readings(_decoded(value)) if key == "xmp" else [readable(value)]


def _exif(exif: Image.Exif) -> tuple[list[str], bool]:
    places = exif.get_ifd(IFD.GPSInfo)
    parts = (exif, exif.get_ifd(IFD.Exif), exif.get_ifd(IFD.IFD1), places)
    texts = [text for part in parts for tag, value in part.items() for text in _exif_texts(tag, value)]
    return texts, bool(_PLACES & set(places)) or any(says_place(text) for text in texts)


def _exif_texts(tag: int, value: object) -> Iterator[str]:
    if isinstance(value, tuple) and tag in _XP_TAGS:
        value = bytes(value)
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        yield _exif_text(tag, value)
    elif isinstance(value, tuple):
        yield from (item for item in value if isinstance(item, str))


def _iptc(opened: ImageFile.ImageFile) -> Iterator[str]:
    for values in (IptcImagePlugin.getiptcinfo(opened) or {}).values():
        for value in values if isinstance(values, list) else [values]:
            yield _decoded(value)


def _exif_text(tag: int, value: bytes) -> str:
    if tag in _XP_TAGS:
        return value.decode("utf-16-le", "replace")
    if tag == _USER_COMMENT:
        coding, text = value[:8].rstrip(b"\0"), value[8:]
        if coding == b"UNICODE":
            return text.decode("utf-16-le", "replace") + "\n" + text.decode("utf-16-be", "replace")
        return _decoded(text)
    return _decoded(value)


def _decoded(value: str | bytes) -> str:
    return value if isinstance(value, str) else value.decode("utf-8", "replace")
