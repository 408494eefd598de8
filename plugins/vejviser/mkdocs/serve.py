"""`vejviser serve`: MkDocs' live server, showing a preview and the mistakes that keep a newer one away."""

import logging
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from html import escape
from importlib import resources
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from vejviser.content.languages import MAIN_LANGUAGE, direction
from vejviser.load.rules import addresses, load_rules
from vejviser.mkdocs.preview import Preview, Trouble
from vejviser.problems import Problem

WATCHED = ("data", "docs", "materials", "overrides", "mkdocs.yml")
OWN = "livereload/shown/"
"""Where the server's own script and styles are, beside MkDocs' address that tells of new pages."""
_LOOKED_AT_EVERY = 0.2
"""Seconds; looking at the few hundred files of a portal takes some milliseconds, and works on every kind of disk."""
_BODY = b"<body"
_SCRIPT = '<script src="{front}{own}follow.js" data-epoch="{epoch}" data-poll="{front}livereload/"></script>'
_STYLE = '<link rel="stylesheet" href="{front}{own}problems.css">'
_BARE = (
    f'<!doctype html><html lang="{MAIN_LANGUAGE}"><head><meta charset="utf-8"><title>{{title}}</title></head>'
    "<body></body></html>"
)
_SPOKEN = f'lang="{MAIN_LANGUAGE}" dir="{direction(MAIN_LANGUAGE)}"'
_START = list[tuple[str, str]]


class PreviewServer(LiveReloadServer):
    """Shows the pages of `preview` below `mount_path`; calls `built` after every build."""

    def __init__(
        self, preview: Preview, host: str, port: int, mount_path: str, words: "Words", built: Callable[[], None]
    ) -> None:
        super().__init__(self._rebuild, host, port, str(preview.current), mount_path, polling_interval=_LOOKED_AT_EVERY)
        self.preview, self.words, self._built = preview, words, built
        self.error_handler = self._missing
        for name in WATCHED:
            if (preview.root / name).exists():
                self.watch(str(preview.root / name))

    def start(self, ready: Callable[[], None]) -> None:
        """Build once, call `ready`, then answer browsers and build again on every change until interrupted.

        Raises OSError when the port is taken, before anything is built.
        """
        self.server_bind()
        self.server_activate()
        self._rebuild()
        self.observer.start()
        self.serve_thread.start()
        ready()
        self._build_loop()

    def stop(self) -> None:
        """Stop answering and watching, however far the start has come."""
        if self.serve_thread.is_alive():
            self.shutdown(wait=True)
        else:
            self.server_close()

    def _rebuild(self) -> None:
        """Build while readers go on with the pages there are: MkDocs' own server would let them wait."""
        wanted, self._wanted_epoch = self._wanted_epoch, self._visible_epoch
        late = self.preview.rebuild()
        self._built()
        self._wanted_epoch = wanted
        if late:
            with self._rebuild_cond:
                self._want_rebuild = True

    def _serve_request(
        self, environ: dict[str, Any], start_response: Callable[[str, _START], Any]
    ) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore").removeprefix(self.mount_path)
        own = "sw.js" if path == "sw.js" else path.removeprefix(OWN) if path.startswith(OWN) else ""
        content = _shown(own) if own else None
        if content is None and (found := super()._serve_request(environ, start_response)) is not None:
            return found
        if content is None and self.preview.edition and not path.startswith("livereload/"):
            content = self.preview.edition.file(path)
        if content is None:
            return None
        start_response("200 OK", [("Content-Type", self._guess_type(path)), ("Content-Length", str(len(content)))])
        return [content]

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Put the script that follows the preview into a page, and the trouble above it, in place of MkDocs' own.

        The page's content security policy lets neither inline scripts nor inline styles pass, and it stays as it is.
        """
        head, found, rest = content.partition(_BODY)
        attributes, _, body = rest.partition(b">")
        if not found:
            return content
        front, trouble = self.mount_path, self.preview.trouble
        panel = self.words.panel(trouble, front) if trouble else ""
        style = _STYLE.format(front=front, own=OWN) if trouble else ""
        script = _SCRIPT.format(front=front, own=OWN, epoch=epoch)
        head = head.replace(b"</head>", f"{style}</head>".encode(), 1)
        body = body.replace(b"</body>", f"{script}</body>".encode(), 1)
        return b"".join((head, _BODY, attributes, b">", panel.encode(), body))

    def _missing(self, code: int) -> bytes | None:
        edition, trouble = self.preview.edition, self.preview.trouble
        page = edition.site / "404.html" if edition else None
        if page and page.is_file() and not trouble:
            content = page.read_bytes()
        else:
            content = _BARE.format(title=escape(self.words["panel-title"]) if trouble else code).encode()
        return self._inject_js_into_html(content, self._visible_epoch)


class Words(dict[str, str]):
    """The preview's sentences; `sentences` are those of the rules, `explained` the addresses of their explanations."""

    def __init__(self, own: Mapping[str, str], sentences: Mapping[str, str], explained: Mapping[str, str]) -> None:
        super().__init__(own)
        self.sentences, self.explained = sentences, explained

    def panel(self, trouble: Trouble, front: str) -> str:
        """Give the panel that stands above the old page."""
        errors = [it for it in trouble.problems if it.severity == "error"]
        items = "".join(f"<li>{self._item(it, front)}</li>" for it in errors)
        said = f"<p>{escape(self['panel-machine'])}</p><pre>{escape(trouble.said)}</pre>" if trouble.said else ""
        return (
            f'<section class="preview-problems" role="alert" {_SPOKEN}><h2>{escape(self["panel-title"])}</h2>'
            f"<p>{escape(self['panel-text'])}</p>{said}<ol>{items}</ol></section>"
        )

    def _item(self, problem: Problem, front: str) -> str:
        where = self["panel-place"].format(path=problem.path, line=problem.line)
        address = self.explained.get(problem.rule)
        why = f' <a href="{escape(front + address)}">{escape(self["panel-why"])}</a>' if address else ""
        return f'<span class="where">{escape(where)}</span>{escape(problem.message(self.sentences))}{why}'


def words_of(root: Path, own: Mapping[str, str], sentences: Mapping[str, str]) -> Words:
    """Give the preview's words: `own` of data/ui/build, and the `sentences` of data/ui/problems."""
    return Words(own, sentences, addresses(load_rules(root, [])))


def quiet() -> None:
    """Keep MkDocs' server from telling what the editor need not know."""
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)


@cache
def _shown(name: str) -> bytes | None:
    folder = resources.files("vejviser.mkdocs") / "shown"
    return (folder / name).read_bytes() if name in {it.name for it in folder.iterdir()} else None
