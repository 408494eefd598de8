"""A made-up content type: what people can go to."""

from datetime import date, datetime

from pydantic import Field

from vejviser.content.model.base import Content, LanguageMap, Reviewed, Slug


class Event(Content, Reviewed):
    """`data/events/<id>.yml`."""

    id: Slug = Field(description="Begivenhedens id: filens navn.")
    title: LanguageMap = Field(description="Hvad begivenheden hedder.")
    summary: LanguageMap = Field(description="Hvad der sker, i én eller to sætninger.")
    place: LanguageMap = Field(description="Hvor man mødes.")
    begins: datetime = Field(description="Hvornår den begynder, fx 2027-01-12T17:00.")
    ends: datetime = Field(description="Hvornår den slutter.")

    @property
    def day(self) -> date:
        """The day it begins."""
        return self.begins.date()
