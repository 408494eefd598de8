"""A language in `portal.yml`: its code, and what the Unicode CLDR does not know of it or says in another way."""

from collections.abc import Mapping
from typing import Annotated, Any

from babel.core import Locale, UnknownLocaleError
from pydantic import AfterValidator, Field, StringConstraints, model_validator

from vejviser.content.model.value import Model

_CODE = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
LanguageCode = Annotated[str, StringConstraints(pattern=_CODE)]
"""A code of BCP 47 as it is written best: "da", "fa-AF", "sr-Latn-RS"."""


def _known_to_cldr(value: str) -> str:
    try:
        found = Locale.parse(value, sep="-").language
    except (UnknownLocaleError, ValueError):
        raise ValueError("portal-language-cldr") from None
    if len(found) < len(value.partition("-")[0]):
        raise ValueError("portal-language-cldr")  # its longer code: "ukr"
    return value


class LanguageEntry(Model):
    """One of the portal's languages."""

    code: LanguageCode = Field(description="Sprogets kode efter BCP 47: da, en, uk, fa-AF.")
    cldr: Annotated[str, AfterValidator(_known_to_cldr)] = Field(
        "", description="Det sprog, hvis datoer og tal det låner, når CLDR ikke kender det selv: fa."
    )
    region: str = Field(
        "",
        pattern=r"^([A-Z]{2})?$",
        description="Landet, hvis skik det følger: GB. Udelades: det mest brugte.",
    )
    script: str = Field(
        "", pattern=r"^([A-Z][a-z]{3})?$", description="Skriften efter ISO 15924: Latn. Udelades: sprogets mest brugte."
    )
    own_name: str = Field("", description="Hvad sproget kalder sig selv. Udelades: som CLDR har det.")
    names: Mapping[LanguageCode, str] = Field(
        default_factory=dict, description="Hvad andre sprog kalder det, efter deres kode, hvor CLDR ikke ved det."
    )
    authority: str = Field(
        "", pattern=r"^([A-Z]{3})?$", description="EU's kode for sproget i åbne data: DAN. Udelades: efter ISO 639-3."
    )
    typed: tuple[str, ...] = Field((), description="Ord, som redaktører skriver i stedet for koden.")

    @model_validator(mode="before")
    @classmethod
    def _code_alone(cls, value: Any) -> Any:
        if value is False:  # the code of Norwegian, which YAML takes for a no
            return {"code": "no"}
        return {"code": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> dict[str, Any]:
        """Return the schema of what is written: a text alone, or more."""
        return {"anyOf": [{"type": "string"}, handler.resolve_ref_schema(handler(core_schema))]}

    @property
    def said(self) -> dict[str, Any]:
        """What is written of it, beside its code."""
        return {name: value for name in self.model_fields_set - {"code"} if (value := getattr(self, name))}

    @model_validator(mode="after")
    def _known(self) -> "LanguageEntry":
        if not self.cldr:
            _known_to_cldr(self.code)
        return self
