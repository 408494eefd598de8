"""Fields of an OpenDocument text: input fields, lists of answers and boxes to tick.

People meet a field by its label, programs by its bookmark, whose name is made of the field's id.
"""

from functools import partial

from vejviser.content.bidi import LEFT_TO_RIGHT_MARK, typed_pieces
from vejviser.content.days import day_in_words
from vejviser.content.languages import direction
from vejviser.documents import blocks as doc
from vejviser.documents.document import Document
from vejviser.documents.docx_fields import prompt_of
from vejviser.documents.packaging import Place
from vejviser.documents.xml import escaped


def input_field(field: doc.Field, number: int, document: Document) -> Place:
    """Return the place where one writes into `field`; `number` tells it from others of the same id."""
    if field.type == "choice":
        return Place(field.id, partial(_choice, field, _name(field.id, number), prompt_of(field, document.labels)))
    return Place(field.id, partial(_text_input, field, _name(field.id, number), document))


def box(field: doc.Field, number: int) -> str:
    """Return the box of a checkbox as it stands in the text; `control` gives the control behind it."""
    return (
        f'<draw:control draw:control="{_name(field.id, number)}" draw:style-name="Box" text:anchor-type="as-char"'
        ' svg:width="0.42cm" svg:height="0.42cm"/>'
    )


def control(field: doc.Field, number: int) -> Place:
    """Return the control of a checkbox, as it stands in the document's form."""
    return Place(field.id, partial(_control, field, _name(field.id, number)))


def _name(field: str, number: int) -> str:
    """Return a name that is an XML id: the field's own, and a number for its second place."""
    name = f"field-{field}"
    return escaped(name if number == 1 else f"{name}.{number}")


def _text_input(field: doc.Field, name: str, document: Document, value: str) -> str:
    written = day_in_words(value, document.language) if field.type == "date" else value
    lines = escaped(written or prompt_of(field, document.labels)).split("\n")
    if written and direction(document.language) == "rtl":
        lines = [_kept(line) for line in lines]
    shown = "<text:line-break/>".join(lines)
    return (
        f'<text:bookmark-start text:name="{name}"/><text:span text:style-name="{"Written" if value else "Prompt"}">'
        f'<text:text-input text:description="{escaped(field.tooltip)}">{shown}</text:text-input></text:span>'
        f'<text:bookmark-end text:name="{name}"/>'
    )


def _kept(line: str) -> str:
    """Return a line with marks around what runs from left to right, so that a number's groups stay in order."""
    mark = LEFT_TO_RIGHT_MARK
    return "".join(f"{mark}{piece}{mark}" if keep else piece for piece, keep in typed_pieces(line))


def _choice(field: doc.Field, name: str, prompt: str, value: str) -> str:
    chosen = next((choice.label for choice in field.choices if choice.id == value), "")
    answers = "".join(
        _answer(label, chosen or prompt) for label in (prompt, *(choice.label for choice in field.choices))
    )
    return (
        f'<text:bookmark-start text:name="{name}"/>'
        f'<text:span text:style-name="{"Written" if chosen else "Prompt"}"><text:drop-down'
        f' text:name="{escaped(field.tooltip)}">{answers}{escaped(chosen or prompt)}</text:drop-down></text:span>'
        f'<text:bookmark-end text:name="{name}"/>'
    )


def _answer(label: str, chosen: str) -> str:
    selected = ' text:current-selected="true"' if label == chosen else ""
    return f'<text:label text:value="{escaped(label)}"{selected}/>'


def _control(field: doc.Field, name: str, value: str) -> str:
    state = "checked" if value == "true" else "unchecked"
    return (
        f'<form:checkbox form:name="{escaped(field.id)}" xml:id="{name}" form:id="{name}" form:label=""'
        f' form:title="{escaped(field.tooltip)}" form:current-state="{state}" form:visual-effect="flat"'
        ' form:control-implementation="ooo:com.sun.star.form.component.CheckBox"/>'
    )
