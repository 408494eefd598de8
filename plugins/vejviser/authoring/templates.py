"""The starts that `vejviser new` writes: short, commented, ready to build.

The templates lie in starts/, in the portal's main language or else in English.
"""

import json
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined

from vejviser.content.addresses import at
from vejviser.content.content_type import resource
from vejviser.content.languages import SECOND_LANGUAGE, main_language, other_languages
from vejviser.content.place_words import filled, words_in
from vejviser.content.settings import by_settings


def fill_template(name: str, /, **values: str) -> str:
    """Return the text of a start such as "chapter.md", with its values written in."""
    return _environment().get_template(f"{name}.jinja").render(values)


@by_settings
def _environment() -> Environment:
    environment = Environment(  # noqa: S701 - YAML and Markdown, where HTML's escapes would be letters
        loader=FunctionLoader(_template),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        variable_start_string="[[",  # the starts hold {{ field }} and {#id} of their own
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        trim_blocks=True,
        comment_start_string="[[#",
        comment_end_string="#]]",
    )
    environment.filters["quoted"] = _quoted
    main = main_language()
    environment.globals |= {"at": at, "main": main, "in_main": f"[{main}]", "others": other_languages()}
    return environment


def _quoted(text: str) -> str:
    """Return a text in the quotation marks of YAML, whatever is in it."""
    return json.dumps(text, ensure_ascii=False)


def _template(name: str) -> str:
    folder, language = "vejviser.authoring/starts", main_language()
    there = (Path(__file__).with_name("starts") / language / name).is_file()
    found = f"{folder}/{language if there else SECOND_LANGUAGE}"
    return filled(resource(name, found), words_in(main_language()))


def translation_template(original: str, language_name: str) -> str:
    """Return the start of a translation: the original, with what a translator needs to know at its top.

    The passages stay as they are until somebody translates them; until then readers get a link to the original.
    """
    lines = original.removeprefix("\ufeff").replace("\r\n", "\n").splitlines(keepends=True)
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == "---")
    top = fill_template("translation.yml", language=language_name)
    started = "".join([lines[0], top, *lines[1:end], "translation:\n  status: machine\n", *lines[end:]])
    return started.replace("\n", "\r\n") if "\r\n" in original else started
