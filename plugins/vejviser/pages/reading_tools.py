"""What »Læs på din måde« says, a small file a language: a page carries no word of it before somebody opens it.

Pure: the portal goes in, files come out. assets/js/reading/panel.js fetches the one in its page's language.
"""

import json

from vejviser.content.model.portal import Portal

PREFIX = "reading.tools."
FOLDER = "assets/vejviser/reading/"


def text_files(portal: Portal) -> dict[str, bytes]:
    """Return the words of the reading tools as JSON, by their paths below the site."""
    return {f"{FOLDER}{language}.json": _said(portal, language) for language in portal.languages}


def _said(portal: Portal, language: str) -> bytes:
    texts = portal.texts[language]
    keys = (key for key in (texts.fallback or texts.own) if key.startswith(PREFIX))
    said = {key.removeprefix(PREFIX): texts(key) for key in keys}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
