"""Pictures as readers get them: turned the right way, no larger than a screen, and nothing in them but what one sees.

Telephones write into a picture where and when it was taken and with which telephone; programs write who made it.
"""

import io
import warnings
from hashlib import sha256

from PIL import Image, ImageCms, ImageOps
from PIL.ImageCms import PyCMSError

from vejviser.content.model.docs_files import Picture, PictureKind

WIDEST, TALLEST = 1600, 3200
"""Pixels: twice the width of a page's text, for sharp screens; and what a long screenshot may have."""
_KINDS: dict[str, PictureKind] = {"JPEG": "jpeg", "MPO": "jpeg", "PNG": "png", "WEBP": "webp"}
"""What Pillow calls them; an MPO is a JPEG with a second view behind it, as some telephones save it."""
_READ = ("JPEG", "PNG", "WEBP")
_QUALITY = 85
_SEEN = frozenset([b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"cHRM", b"pHYs", b"bKGD", b"IDAT", b"IEND"])
"""The parts of a PNG that say how it looks."""
_PNG_START = 8
_MODES = {"jpeg": ("RGB", "L"), "png": ("RGB", "RGBA", "L", "LA", "P", "1"), "webp": ("RGB", "RGBA")}


def picture(data: bytes) -> Picture | None:
    """Return a picture for readers; None for what is no picture that we know, or a broken one."""
    Image.init()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_READ) as opened:
                kind = _KINDS[opened.format or ""]
                as_it_is = kind == "png" and _holds_only_what_is_seen(data)
                shown = _shown(opened, kind)
                made = data if as_it_is and shown is opened else _saved(shown, kind)
                return Picture(kind, *shown.size, sha256(made).hexdigest()[:16], made)
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, OverflowError):
        return None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None


def _shown(opened: Image.Image, kind: PictureKind) -> Image.Image:
    """Return the picture as one sees it: the same object when nothing has to be done."""
    opened.load()
    shown = ImageOps.exif_transpose(opened) if opened.getexif().get(0x0112, 1) != 1 else opened
    if profile := shown.info.get("icc_profile"):
        shown = _in_colours_of_the_web(shown, profile)
    if shown.mode not in _MODES[kind]:
        shown = shown.convert("RGBA" if "A" in shown.mode and kind != "jpeg" else "RGB")
    if shown.width > WIDEST or shown.height > TALLEST:
        shown = shown.convert("RGBA" if "transparency" in shown.info else "RGB") if shown.mode in ("P", "1") else shown
        shown = shown.copy() if shown is opened else shown
        shown.thumbnail((WIDEST, TALLEST), Image.Resampling.LANCZOS)
    return shown


def _in_colours_of_the_web(image: Image.Image, profile: bytes) -> Image.Image:
    """Return the picture in sRGB, so that its own profile, which may name its maker, can go."""
    plain = image if image.mode in ("RGB", "RGBA", "CMYK", "L") else image.convert("RGB")
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = plain.mode if plain.mode in ("RGB", "RGBA", "L") else "RGB"
        made = ImageCms.profileToProfile(plain, own, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (PyCMSError, OSError, ValueError):
        return plain.convert("RGB") if plain.mode == "CMYK" else plain.copy()
    return made or plain


def _saved(image: Image.Image, kind: PictureKind) -> bytes:
    plain = image.copy()
    transparency = plain.info.get("transparency")
    plain.info.clear()
    if transparency is not None and kind == "png":
        plain.info["transparency"] = transparency
    made = io.BytesIO()
    if kind == "jpeg":
        plain.save(made, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    elif kind == "png":
        plain.save(made, "PNG", optimize=True)
    else:
        plain.save(made, "WEBP", quality=_QUALITY, method=4)
    return made.getvalue()


def _holds_only_what_is_seen(data: bytes) -> bool:
    """Return whether a PNG has no part but those that say how it looks, and nothing behind its end."""
    at = _PNG_START
    while at + 12 <= len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if name not in _SEEN:
            return False
        at += length + 12
        if name == b"IEND":
            return at == len(data)
    return False
