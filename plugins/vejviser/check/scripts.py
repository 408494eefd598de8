"""A rule about writing: the package has fonts for some scripts, and says so of a language in another."""

from collections.abc import Iterator

from vejviser.base.problems import Problem
from vejviser.content.languages import SCRIPTS, listed_name, locale, main_language, script_code
from vejviser.content.model.portal import Portal
from vejviser.content.settings import current


def problems(portal: Portal) -> Iterator[Problem]:  # noqa: ARG001 - as all rules
    """Yield each language of portal.yml whose script the package has no font for."""
    for number, entry in enumerate(current().languages):
        script = script_code(entry.code)
        if script not in SCRIPTS:
            name = locale(main_language()).scripts.get(script, script)
            language = listed_name(entry.code, main_language())
            yield current().origin.warning("script-without-font", "languages", number, language=language, script=name)
