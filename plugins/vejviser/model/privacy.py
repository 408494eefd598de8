"""What looks personal and is not: main numbers, shared mailboxes, help lines."""

from pydantic import Field

from vejviser.model.base import Content, Model, Text


class Known(Model):
    """A number or an address that belongs to no single person."""

    value: Text = Field(description='Nummeret eller adressen, som det står i teksterne, fx "00 11 22 33".')
    whose: Text = Field(description="Hvis det er, fx »Røde Kors, hovednummer«. Aldrig en persons navn.")


class Privacy(Content):
    """`data/privacy.yml`: what the privacy rules may let pass."""

    numbers: tuple[Known, ...] = Field(
        (), description="Telefonnumre og andre tal, der ikke fører til en bestemt person."
    )
    addresses: tuple[Known, ...] = Field((), description="E-mailadresser, der ikke tilhører en bestemt person.")
