"""Word's content controls: one for every field, with the field's id as tag and its label as title."""

from collections.abc import Callable, Mapping
from functools import partial
from zlib import crc32

from vejviser.content.bidi import LEFT_TO_RIGHT_MARK, typed_pieces
from vejviser.content.days import day_in_words, is_day
from vejviser.content.languages import row, tag
from vejviser.documents import blocks as doc
from vejviser.documents.document import Document
from vejviser.documents.packaging import Place
from vejviser.documents.xml import escaped

EMPTY_BOX, TICKED_BOX = "\u2610", "\u2612"
_BOX_FONT = (
    '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:cs="MS Gothic" w:hint="eastAsia"/>'
)
_RIGHT_TO_LEFT = "<w:rtl/>"
_LONGEST_NAME = 64
_BETWEEN_ANSWERS = "\u2003"
SIGN_HERE = "\u00a0" * 24
"""What stands where one signs: room to click, and nothing to see in print."""


def content_control(field: doc.Field, number: int, language: str, document: Document, run: str) -> Place:
    """Return the place of `field`, where one writes in `language`.

    `number` tells it from others of the same id, `run` are the properties of its text.
    """
    labels = document.labels
    writers: Mapping[str, Callable[[str], tuple[str, str]]] = {
        "checkbox": _checkbox,
        "date": partial(_date, language, document, run),
        "choice": partial(_choice, field, prompt_of(field, labels), run),
    }
    write = writers.get(field.type) or partial(_plain_text, field.type, prompt_of(field, labels), run)
    head = (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escaped(field.label[:_LONGEST_NAME])}"/>'
        f'<w:tag w:val="{escaped(field.id)}"/><w:id w:val="{_identity(field.id, number)}"/>'
    )

    def content_control_with(value: str) -> str:
        properties, content = write(value)
        return f"{head}{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    return Place(field.id, content_control_with)


def prompt_of(field: doc.Field, labels: Mapping[str, str]) -> str:
    """Return what stands in an empty field: its answers, each with a box, for nobody can open a list on paper.

    A place for a signature is empty on paper too.
    """
    if field.type == "choice":
        return _BETWEEN_ANSWERS.join(f"{EMPTY_BOX}\u00a0{choice.label}" for choice in field.choices)
    return SIGN_HERE if field.type == "signature" else labels["pick_date" if field.type == "date" else "write_here"]


def _identity(name: str, number: int) -> int:
    """Return a positive number for a content control: the same for the same field, different for its second place."""
    return crc32(f"{name}#{number}".encode()) % 0x7FFFFFFE + 1


def _plain_text(kind: str, prompt: str, run: str, value: str) -> tuple[str, str]:
    lines = ' w:multiLine="1"' if kind == "multiline" else ""
    if not value:
        return f"<w:showingPlcHdr/><w:text{lines}/>", _prompt(prompt, run)
    return f"<w:text{lines}/>", _run(value, run)


def _date(language: str, document: Document, run: str, value: str) -> tuple[str, str]:
    day = f' w:fullDate="{value}T00:00:00Z"' if is_day(value) else ""
    properties = (
        f'<w:date{day}><w:dateFormat w:val="{row(language).word_date}"/>'
        f'<w:lid w:val="{tag(language)}"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )
    if not value:
        return f"<w:showingPlcHdr/>{properties}", _prompt(document.labels["pick_date"], run)
    return properties, _run(day_in_words(value, document.language), run)


def _choice(field: doc.Field, prompt: str, run: str, value: str) -> tuple[str, str]:
    answers = "".join(
        f'<w:listItem w:displayText="{escaped(choice.label)}" w:value="{escaped(choice.id)}"/>'
        for choice in field.choices
    )
    properties = f"<w:dropDownList>{answers}</w:dropDownList>"
    label = next((choice.label for choice in field.choices if choice.id == value), "")
    return (properties, _run(label, run)) if label else (f"<w:showingPlcHdr/>{properties}", _prompt(prompt, run))


def _checkbox(value: str) -> tuple[str, str]:
    ticked = value == "true"
    properties = (
        f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
    )
    return properties, f"<w:r><w:rPr>{_BOX_FONT}</w:rPr><w:t>{TICKED_BOX if ticked else EMPTY_BOX}</w:t></w:r>"


def _prompt(text: str, run: str) -> str:
    look = f'<w:rPr><w:rStyle w:val="PlaceholderText"/>{run}</w:rPr>'
    return f'<w:r>{look}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def _run(text: str, run: str) -> str:
    """Return a run with what is written. A telephone number is no run from right to left, nor part of one.

    Word would turn its groups around in one, and LibreOffice would without the marks.
    """
    if not run.startswith(_RIGHT_TO_LEFT):
        return _one_run(escaped(text), run)
    own = run.removeprefix(_RIGHT_TO_LEFT)
    mark = LEFT_TO_RIGHT_MARK
    return "".join(
        _one_run(f"{mark}{piece}{mark}", own) if keep else _one_run(piece, run)
        for piece, keep in typed_pieces(escaped(text))  # as the browser does it, which has it so
    )


def _one_run(text: str, run: str) -> str:
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in text.split("\n"))
    return f"<w:r><w:rPr>{run}</w:rPr>{lines}</w:r>"
