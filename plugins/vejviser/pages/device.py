"""What every page says about the reader's device: how to delete all that is kept there, and whose it is.

The words are ui/'s; assets/js/wipe.js and assets/js/question.js do what they say (docs/adr/0075).
"""

from collections.abc import Sequence

from markupsafe import Markup

from vejviser.content.model.texts import Texts
from vejviser.pages.templating import render_template

ASKING = frozenset({"checklist", "form", "guide", "materials", "my_match", "offline", "parallel", "whole_book"})
"""The scripts that keep something the reader has written or chosen, and so ask whose the device is."""


def wipe_control(texts: Texts) -> Markup:
    """Return the button that deletes everything, and the question it asks first, as HTML."""
    return render_template("wipe.html.jinja", t=texts)


def question(texts: Texts, scripts: Sequence[str]) -> Markup:
    """Return »Er det en fælles computer?« as HTML, hidden until a script asks; nothing for a page that never does."""
    return render_template("device_question.html.jinja", t=texts) if ASKING.intersection(scripts) else Markup()
