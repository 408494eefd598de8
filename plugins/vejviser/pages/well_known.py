"""Files that programs look for at addresses of their own: whom to tell of a weakness, and the icons of old browsers.

security.txt is RFC 9116's. It must say until when it holds, and that day changes twice a year only: a file that is
another every night would make every night a new release.
"""

from datetime import date
from importlib import resources

from vejviser.content.addresses import at
from vejviser.content.model.portal import Portal
from vejviser.content.settings import current
from vejviser.pages.web_manifest import icon_name

SECURITY = ".well-known/security.txt"
FAVICON, APPLE = "favicon.ico", "apple-touch-icon.png"
_WIDTH = 192
_ICO_HEADER = 22


def well_known_files(portal: Portal, today: date) -> dict[str, bytes]:
    """Return the files by their paths; security.txt only when it is known where the portal will be."""
    picture = (resources.files("vejviser") / "assets/img/app" / icon_name(_WIDTH, "maskable")).read_bytes()
    drawn = (resources.files("vejviser") / "assets/img/app" / icon_name(_WIDTH, "any")).read_bytes()
    found = {FAVICON: ico(drawn, _WIDTH), APPLE: picture}
    if portal.site_url.startswith("https://"):
        found[SECURITY] = security(portal, today).encode()
    return found


def security(portal: Portal, today: date) -> str:
    """Return security.txt: the mail of portal.yml, and the page with contacts."""
    site = portal.site_url.rstrip("/")
    mail = [f"mailto:{current().report.mail}"] if current().report.mail else []
    languages = ", ".join(portal.languages)
    lines = [
        *(f"Contact: {where}" for where in (*mail, f"{site}/{at('<contact>/')}")),
        f"Expires: {expires(today).isoformat()}T00:00:00Z",
        f"Preferred-Languages: {languages}",
        f"Canonical: {site}/{SECURITY}",
    ]
    return "\n".join(lines) + "\n"


def expires(today: date) -> date:
    """Return the first day of the half-year after the next: six to twelve months ahead."""
    return date(today.year + 1, 1 if today.month <= 6 else 7, 1)


def ico(png: bytes, width: int) -> bytes:
    """Return an .ico file with one picture, which may be PNG since Windows Vista; `width` in pixels, up to 255."""
    head = b"\0\0\1\0\1\0"
    entry = bytes([width, width, 0, 0, 1, 0, 32, 0])
    return head + entry + len(png).to_bytes(4, "little") + _ICO_HEADER.to_bytes(4, "little") + png
