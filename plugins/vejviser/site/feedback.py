"""»Hjalp siden?« without a server: a text with the page's address and version, to copy or to send as a mail."""

from dataclasses import dataclass
from urllib.parse import quote

from vejviser.content.model.text_hash import hash_text
from vejviser.content.model.texts import Texts

ANSWERS = ("did_help", "did_not_help")
VERSION_LENGTH = 7


@dataclass(frozen=True, slots=True)
class Reply:
    """One of the two answers. `mail` is empty while mkdocs.yml names no address to write to."""

    answer: str
    text: str
    mail: str


def replies(t: Texts, title: str, address: str, words: str, mailbox: str) -> tuple[Reply, ...]:
    """Return both answers about a page; `words` is its whole text, from which its version follows."""
    about = (
        t("feedback.page", title=title),
        t("feedback.address", address=address),
        t("feedback.version", version=hash_text(words)[:VERSION_LENGTH]),
        t("feedback.comment"),
    )
    found = []
    for key in ANSWERS:
        answer = t(f"feedback.{key}")
        text = "\n".join((t("feedback.helped", answer=answer), *about))
        mail = f"mailto:{quote(mailbox, safe='@')}?subject={quote(title)}&body={quote(text + ' ')}" if mailbox else ""
        found.append(Reply(answer, text, mail))
    return tuple(found)
