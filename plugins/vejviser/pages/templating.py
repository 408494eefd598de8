"""Our own templates, filled. What they are given is escaped unless it is markup already."""

from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from vejviser.content.addresses import at
from vejviser.content.content_type import resource
from vejviser.content.languages import direction, main_language
from vejviser.content.settings import by_settings
from vejviser.pages.escape import plain
from vejviser.pages.speech import place_key


def render_template(template: str, **context: Any) -> Markup:
    """Fill one of the templates beside this module, or "package:file" of a content type.

    A name that the context lacks raises jinja2.UndefinedError.
    """
    return Markup(_environment().get_template(template).render(**context))  # noqa: S704 - the environment escapes


@by_settings
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["plain"] = plain
    environment.globals |= {
        "at": at,
        "main_language": main_language(),
        "main_direction": direction(main_language()),
        "place_key": place_key(),
    }
    return environment


def _template(name: str) -> str:
    return resource(name, "vejviser.pages/templates")
