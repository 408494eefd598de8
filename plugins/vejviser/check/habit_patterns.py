"""What other programs read and ours would show: the patterns that `vejviser.check.habits` looks for."""

import re
from collections.abc import Mapping

from vejviser.content.markdown.boxes import KINDS

BULLETS = "•·▪◦‣●○■□◆◇⁃∙\uf0b7\uf0a7\uf0d8\uf0fc"
"""What Word and phones write before the points of a list; the last four come from Word's own font of signs."""
DASHES = "–—‒‐‑―−→➔➢➤✓✔"
"""What may stand before one line, and at two is meant as a list."""
SIGNS = re.compile(
    rf"[@*_~^{{}}|#=?!\[\t{BULLETS}{DASHES}]|\+\+|^[ \xa0]*(?:\w{{1,4}}|\(\w{{1,3}})[ ]?[.)]|^\s*[-+:>]|^\s*\d",
    re.MULTILINE,
)
"""A text without any of this holds nothing to tell of."""
_TARGET = r"(?:[^\s()]*\.md\b|[^\s()]*://|www\.|mailto:|#[\w-])"
"""How that begins which can only be where a link leads."""

LINES: Mapping[str, re.Pattern[str]] = {
    "box-folded": re.compile(r"\?\?\?\+?(?=\s|$)"),
    "box-signs": re.compile(
        rf"!+\s*(?:{'|'.join(KINDS)})\b|(?::{{3,}}|\[!)[ ]*(?:{'|'.join(KINDS)}|important|caution|info)\b",
        re.IGNORECASE,
    ),
    "heading-space": re.compile(r"#{2,6}(?=[^ \t#])|#(?=[A-ZÆØÅ]\w)"),
    "heading-underlined": re.compile(r"={2,}[ ]*$"),
    "bullet-sign": re.compile(rf"[{BULLETS}]\s*(?=\S)|[-+*]\xa0(?=[^\W\d_])"),
    "task-list": re.compile(r"\[[ xX]?\](?=\s)"),
    "no-abbreviations": re.compile(r"\*\[[^\]]+\]:"),
    "number-space": re.compile(r"\d{1,2}[.)](?=[^\W\d_]|\*\*|[\u2002\u2003])"),
    "table-broken": re.compile(r"\|.*\|[ ]*$|:?-{3,}:?[ ]*\|"),
}
"""How a line of a paragraph, of an item or a heading begins."""
REPEATED: Mapping[str, re.Pattern[str]] = {
    "bullet-sign": re.compile(rf"[{DASHES}]\s*(?=\S)|-{{2,}}[ ](?=\S)|[-+](?=[^\W\d_])|\*(?=[^\W\d_])[^*]*$"),
    "list-run-on": re.compile(r"\d{1,9}[.)][ \t\xa0]+(?=\S)"),
    "letter-list": re.compile(
        r"(?:\(?(?:[a-zæøåA-ZÆØÅ]|[ivx]{2,4}|[IVX]{2,4})[.)]|\(\d{1,2}\)|\d\.\d[.)]?|\d{1,2}[ ][.)])[ \t\xa0](?=\S)"
    ),
    "table-broken": re.compile(r"[^|]*[^|\s][ ]\|[ ][^|\s].*"),
    "table-tabs": re.compile(rf"(?![{BULLETS}]\t)[^\t]*\S\t+\S"),
}
"""How at least two lines of a paragraph begin; one alone may be meant."""
WORDS: Mapping[str, re.Pattern[str]] = {
    "no-footnotes": re.compile(r"\[\^[^\]\s]+\]|\^\[[^\]\n]+\]|\[\d{1,3}\](?!\()|(?<=[^\W\d_]{3})[.,]?[¹²³⁴-⁹⁰]+"),
    "strike-through": re.compile(
        r"~~(?=\S).+?~~|==(?=[^\s=]).+?==|\+\+(?=\S).+?\+\+|(?<=\w)~[^~\s]+~|(?<=\w)\^[^^\s]+\^"
    ),
    "citation-signs": re.compile(r"\[\s*@[^\]\n]*\]|\(@[a-z0-9-]+[^)\n]*\)"),
    "attribute-in-markdown": re.compile(
        r"\{:[^{}\n]*\}|(?<!\{)\{[ ]*[.#][\w-][^{}\n]*\}|(?<=\0)\{[ ]*(?:%|[\w-]+=)[^{}\n]*\}"
    ),
    "link-broken": re.compile(
        r"\[[^\]\n]*\][ ]?\(\s*<?(?P<address>[^)\s>]*)|\[[^\]\n]+\]\[[^\]\n]*\]"
        r"|\[[^\]\s]+\.md\](?!\()|\([^()\n]+\)\[(?:https?:|www\.|mailto:|[^\]\n]*\.md\b)[^\]\n]*\]|\[\[[^\]\n]+\]\]"
        rf"|[\[{{(][^\[\]{{}}()\n]+[\]}})][ ]?[:;,.=–-]{{0,2}}[ ]?[({{\[]\s*{_TARGET}[^(){{}}\[\]<>\n]*[)}}\]>]"
        rf"|\[[^\[\]()\n]+\({_TARGET}[^()\n]*\)|[^\W\d_]+\]\({_TARGET}[^()\n]*\)"
        r"|(?:(?<!\S)[(<]|\]:?[ ]+)(?:\.{1,2}/)*(?:[\w-]+/)*[\w-]+\.md(?:#[\w-]+)?\b[)>]?"
    ),
    "link-place-outside": re.compile(r"(?<=\0)#[a-z][\w-]*|(?:(?<=\0)|(?<=\0[ ]))[(\[]#[\w-]+[)\]]"),
    "signs-left": re.compile(r"\*\*+|__+|(?<![\w*])\*(?=\w)[^*\n]*[ ]\*(?![\w*])"),
}
"""What stands between the words of a paragraph, after everything that can be read has been."""
