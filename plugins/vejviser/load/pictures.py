"""The texts that a picture carries unseen: EXIF, XMP, IPTC, PNG text, comments."""

import io
import re
import warnings
from collections.abc import Iterator

from PIL import Image, ImageFile, IptcImagePlugin, UnidentifiedImageError
from PIL.ExifTags import IFD

_GPS_LATITUDE = 2
_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_XP_TAGS = range(0x9C9B, 0x9CA0)
"""Windows' own title, comment, author, keywords and subject, in UTF-16."""
_USER_COMMENT = 0x9286


class NotAPictureError(ValueError):
    """The bytes begin like a picture but are none that can be read."""


def picture_texts(data: bytes) -> tuple[str, bool]:
    """Give a picture's hidden texts, one a line, and whether it tells where it was taken; raises NotAPictureError."""
    Image.init()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as picture:
                texts = [*_info(picture), *_exif(picture), *_iptc(picture)]
                located = _GPS_LATITUDE in picture.getexif().get_ifd(IFD.GPSInfo)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise NotAPictureError(str(error)) from error
    texts += [match.decode("utf-8", "replace") for match in _XMP.findall(data)]
    return "\n".join(texts), located or any("exif:GPSLatitude" in text for text in texts)


def _info(picture: Image.Image) -> Iterator[str]:
    if picture.format == "PNG":
        picture.load()  # text may stand after the pixels
    for key, value in picture.info.items():
        if isinstance(value, str | bytes) and key not in ("exif", "icc_profile", "photoshop"):
            yield f"{key}: {_decoded(value)}"


def _exif(picture: Image.Image) -> Iterator[str]:
    exif = picture.getexif()
    for part in (exif, exif.get_ifd(IFD.Exif), exif.get_ifd(IFD.IFD1)):
        for tag, value in part.items():
            if isinstance(value, str | bytes):
                yield _exif_text(tag, value)
            elif tag in _XP_TAGS and isinstance(value, tuple):
                yield _exif_text(tag, bytes(value))


def _iptc(picture: ImageFile.ImageFile) -> Iterator[str]:
    for values in (IptcImagePlugin.getiptcinfo(picture) or {}).values():
        for value in values if isinstance(values, list) else [values]:
            yield _decoded(value)


def _exif_text(tag: int, value: str | bytes) -> str:
    if tag in _XP_TAGS and isinstance(value, bytes):
        return value.decode("utf-16-le", "replace")
    if tag == _USER_COMMENT and isinstance(value, bytes):
        coding, text = value[:8].rstrip(b"\0"), value[8:]
        if coding == b"UNICODE":
            return text.decode("utf-16-le", "replace") + "\n" + text.decode("utf-16-be", "replace")
        return _decoded(text)
    return _decoded(value)


def _decoded(value: str | bytes) -> str:
    return value if isinstance(value, str) else value.decode("utf-8", "replace")
