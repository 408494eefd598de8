"""`data/status/form.yml`: the words of the form that coordinators fill in."""

from collections.abc import Mapping

from pydantic import Field, model_validator

from vejviser.content.model.base import Content, LanguageMap
from vejviser.content.model.indicators import IndicatorId
from vejviser.content.model.value import Model
from vejviser.content.settings import current


class FormColumn(Model):
    """One figure that coordinators report."""

    name: LanguageMap = Field(description="Tallets navn, kort.")
    help: LanguageMap = Field(description="Hvad der tælles med, så alle {place.many} tæller det samme.")


class ReportForm(Content):
    """The form: what its two sheets are called and say."""

    sheet: LanguageMap = Field(description="Navnet på arket, der udfyldes.")
    help_sheet: LanguageMap = Field(description="Navnet på arket med vejledning.")
    title: LanguageMap = Field(description="Vejledningens overskrift; {period} er kvartalet.")
    steps: tuple[LanguageMap, ...] = Field(description="Vejledningen, et skridt ad gangen.")
    period: LanguageMap = Field(description="Kolonnens overskrift: kvartal.")
    code: LanguageMap = Field(description="Kolonnens overskrift: {place.the_one}s kode.")
    municipality: LanguageMap = Field(description="Kolonnens overskrift: {place.one}.")
    column: LanguageMap = Field(description="Overskrift over kolonnernes navne i vejledningen.")
    meaning: LanguageMap = Field(description="Overskrift over forklaringerne i vejledningen.")
    wrong_title: LanguageMap = Field(description="Overskrift på det, regnearket siger om et forkert tal.")
    wrong: LanguageMap = Field(description="Det regnearket siger, når man skriver andet end et helt tal.")
    columns: Mapping[IndicatorId, FormColumn] = Field(description="Tallene, der indberettes, med forklaring.")

    def headings(self) -> frozenset[str]:
        """Return what the columns of figures are called, in every language and in small letters."""
        return frozenset(text.lower() for column in self.columns.values() for text in column.name.root.values())

    @model_validator(mode="after")
    def _has_every_column(self) -> "ReportForm":
        if set(self.columns) != set(current().indicators.ids):
            raise ValueError("status-form-columns")
        return self
