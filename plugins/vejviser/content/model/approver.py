"""Those whose approval counts, by role: the organisations behind the portal, a lawyer. Never persons."""

from pydantic import Field

from vejviser.content.model.base import Content, LanguageMap, Slug

PATH = "data/approvers.yml"


class Approver(Content):
    """An entry of `data/approvers.yml`."""

    id: Slug = Field(description="Rollens id, som man skriver efter --by.")
    name: LanguageMap = Field(description="Hvad rollen hedder i en sætning, fx »Røde Kors«. Aldrig en persons navn.")
    awaited: bool = Field(
        False, description="true, når alle tekster skal igennem rollen. Indtil da står der »endnu ikke gennemgået af«."
    )
