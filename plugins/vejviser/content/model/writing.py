"""What the editors' handbook says about what may be written in Markdown."""

from pydantic import Field

from vejviser.content.model.base import Content, Slug, Text
from vejviser.content.model.value import TrueOrFalse


class Writing(Content):
    """One thing that may be written: an entry of the page `/redaktoer/skriv/`."""

    id: Slug = Field(description="Navnet på listen i programmet.")
    title: Text = Field(description="Hvad det er.")
    about: Text = Field(description="Hvordan man gør.")
    text: Text = Field(description="Et eksempel, som man skriver det.")
    shown: TrueOrFalse = Field(True, description="Om eksemplet også bliver vist, som læserne ser det.")
