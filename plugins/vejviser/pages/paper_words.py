"""What a page says to somebody who comes from paper, a small file a language: no page carries a word of it before.

Pure: the portal goes in, files come out. assets/js/paper/said.js fetches the one in its page's language.
"""

import json

from vejviser.content.model.portal import Portal

FOLDER = "assets/vejviser/paper/"
_KEYS = ("same", "older", "newer", "paper", "page", "changed")


def paper_word_files(portal: Portal) -> dict[str, bytes]:
    """Return the words as JSON, by their paths below the site."""
    return {f"{FOLDER}{language}.json": _said(portal, language) for language in portal.languages}


def _said(portal: Portal, language: str) -> bytes:
    t = portal.texts[language]
    said = {key: t(f"paper.said.{key}") for key in _KEYS} | {"version": t("document.version")}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
