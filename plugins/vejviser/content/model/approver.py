"""Those whose approval counts, by role: the organisations behind the portal, a lawyer. Never persons."""

from pydantic import Field

from vejviser.content.languages import languages, main_language
from vejviser.content.model.base import Content, LanguageMap, Slug
from vejviser.content.model.settings import Organisation
from vejviser.content.model.value import TrueOrFalse

PATH = "data/approvers.yml"


class Approver(Content):
    """An entry of `data/approvers.yml`."""

    id: Slug = Field(description="Rollens id, som man skriver efter --by.")
    name: LanguageMap = Field(description="Hvad rollen hedder i en sætning, fx »Foreningen«. Aldrig en persons navn.")
    awaited: TrueOrFalse = Field(
        False, description="true, når alle tekster skal igennem rollen. Indtil da står der »endnu ikke gennemgået af«."
    )


def approver_of(key: str, organisation: Organisation) -> Approver:
    """Return an organisation of portal.yml as one whose approval counts."""
    said = {language: organisation.own_sentence_name(language) for language in languages()}
    name = {**{language: text for language, text in said.items() if text}}
    name.setdefault(main_language(), organisation.sentence_name(main_language()))
    return Approver(id=key, name=LanguageMap(name), awaited=organisation.awaited)
