"""What a preview puts into a page: the script that follows it, and above an old page the problems of the new one."""

from collections.abc import Mapping
from functools import cache
from html import escape
from importlib import resources
from pathlib import Path

from vejviser.base.problems import Problem
from vejviser.content.languages import direction
from vejviser.content.load.rule_explanations import addresses, load_rules
from vejviser.site.preview import Trouble

OWN = "livereload/shown/"
"""Where the preview's own script and styles are, below the site's root."""
_BODY = b"<body"
_SCRIPT = '<script src="{front}{own}follow.js" data-epoch="{epoch}" data-poll="{front}livereload/"></script>'
_STYLE = '<link rel="stylesheet" href="{front}{own}problems.css">'
_BARE = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body></body></html>"
)


class PanelTexts(dict[str, str]):
    """The preview's sentences in a `language`.

    `sentences` are those of the rules, `explained` the addresses of their explanations.
    """

    def __init__(
        self, language: str, own: Mapping[str, str], sentences: Mapping[str, str], explained: Mapping[str, str]
    ) -> None:
        super().__init__(own)
        self.language, self.sentences, self.explained = language, sentences, explained

    def panel(self, trouble: Trouble, front: str) -> str:
        """Return the panel that stands above the old page."""
        errors = [problem for problem in trouble.problems if problem.severity == "error"]
        items = "".join(f"<li>{self._item(error, front)}</li>" for error in errors)
        reason = self.reason(trouble)
        said = f"<p>{escape(self['panel-machine'])}</p><pre>{escape(reason)}</pre>" if reason else ""
        spoken = f'lang="{self.language}" dir="{direction(self.language)}"'
        return (
            f'<section class="preview-problems" role="alert" {spoken}><h2>{escape(self["panel-title"])}</h2>'
            f"<p>{escape(self['panel-text'])}</p>{said}<ol>{items}</ol></section>"
        )

    def reason(self, trouble: Trouble) -> str:
        """Return what stopped a build, when that is not the content."""
        return trouble.broken.message(self) if trouble.broken else trouble.said

    def bare(self, title: str) -> bytes:
        """Return a page with nothing on it, for what cannot be shown yet."""
        return _BARE.format(language=self.language, title=escape(title)).encode()

    def _item(self, problem: Problem, front: str) -> str:
        where = self["panel-place"].format(path=problem.path, line=problem.line)
        address = self.explained.get(problem.rule)
        why = f' <a href="{escape(front + address)}">{escape(self["panel-why"])}</a>' if address else ""
        return f'<span class="where">{escape(where)}</span>{escape(problem.message(self.sentences))}{why}'


def panel_texts(root: Path, language: str, own: Mapping[str, str], sentences: Mapping[str, str]) -> PanelTexts:
    """Return the preview's words: `own` of ui/build, and the `sentences` of ui/problems."""
    return PanelTexts(language, own, sentences, addresses(load_rules(root, [])))


def equipped(content: bytes, epoch: int, trouble: Trouble | None, front: str, words: PanelTexts) -> bytes:
    """Return a page with the script that follows the preview, and with the trouble above it.

    The page's content security policy lets neither inline scripts nor inline styles pass, and it stays as it is.
    """
    head, found, rest = content.partition(_BODY)
    attributes, _, body = rest.partition(b">")
    if not found:
        return content
    panel = words.panel(trouble, front) if trouble else ""
    style = _STYLE.format(front=front, own=OWN) if trouble else ""
    script = _SCRIPT.format(front=front, own=OWN, epoch=epoch)
    head = head.replace(b"</head>", f"{style}</head>".encode(), 1)
    body = body.replace(b"</body>", f"{script}</body>".encode(), 1)
    return b"".join((head, _BODY, attributes, b">", panel.encode(), body))


@cache
def preview_asset(name: str) -> bytes | None:
    """Return a file of the preview's own, or None."""
    folder = resources.files("vejviser.site") / "preview_assets"
    return (folder / name).read_bytes() if name in {path.name for path in folder.iterdir()} else None
