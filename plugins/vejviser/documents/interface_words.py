"""The interface words documents are written with: nothing a reader sees stands in the code."""

from collections.abc import Mapping
from typing import get_args

from vejviser.content.model.base import Role
from vejviser.content.model.texts import Texts

LABEL_KEYS = (
    "page",  # before the page's number, in the footer
    "of",  # between the page's number and the number of pages
    "version",  # before the version's number
    "updated",  # before the date of the version
    "accessibility",  # what an e-book says of itself
    "newest",  # before the short address, beside the QR code
    "code",  # what the QR code is, for those who do not see it
    "old_title",  # "{title} – ældre version {version}"
    "old_version",  # the first words of an older version: it is old, and the newest is {newest}
    "notes",  # heading of the numbered notes
    "contents",  # heading of a book's table of contents
    "template_note",  # an agreement says so itself: a template, no legal advice
    "help_machine",  # above a text in two languages: a machine made the translation, and the original counts
    "help_title",  # title of the note that says so where people sign
    "help_signed_machine",  # the note: a machine made the translation, and people sign the original
    "help_signed",  # the same where somebody has read the translation
    "machine_translation",  # nobody who speaks the language has read this translation
    "choose",  # the answer that is no answer, in a list of choices
    "write_here",  # stands in an empty Word or ODT field until somebody writes
    "pick_date",  # the same, in a date field
    "in_short",  # heading of a chapter's summary
    "discuss",  # heading of a chapter's questions to talk about
    "item_original",  # after an item: its translation is behind, so this is the original
    "help_lines",  # heading of the numbers one may call for help
    "when",  # before the sentence about when a checklist is used
    "follow_up",  # heading of a checklist's follow-ups
    "after",  # "{period} efter {start}", when a follow-up falls
    "before",  # "{period} før {start}"
    "old_source",  # follows a source whose facts are more than five years old
    "law_by_law",  # "Efter loven (læst {day}).", after an item that a provision asks for
    "law_read",  # "Læst {day}.", follows a provision
    "law_confirmed",  # "Bekræftet {day}: {role}."
    "law_unconfirmed",  # no lawyer has confirmed what we say of it
    "publisher",  # who publishes the document
    *(f"role-{role}" for role in get_args(Role) if role != "everyone"),  # who does a checklist's item
)
"""The interface words the writers need. `Document.labels` holds every one of them, in the document's language."""


def interface_words(t: Texts) -> Mapping[str, str]:
    """Return the interface words the documents need, in the language of the texts."""

    def word(key: str) -> str:
        if key == "item_original":
            return t("translated.item_original")
        if key.startswith("law_"):
            return t(f"law.{key.removeprefix('law_')}")
        return t(f"role.{key.removeprefix('role-')}") if key.startswith("role-") else t(f"document.{key}")

    return {key: word(key) for key in LABEL_KEYS}
