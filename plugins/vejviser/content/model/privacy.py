"""What looks personal and is not: main numbers, shared mailboxes, help lines, and false alarms in git's history."""

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from vejviser.content.model.base import Content, Text
from vejviser.content.model.value import Model

PATH = "data/privacy.yml"
HistoryRule = Literal[
    "cpr-in-history",
    "national-number-in-history",
    "raw-status-in-history",
    "unreadable-in-history",
    "private-in-message",
    "private-in-author",
]
"""What may be found in a history, which nobody can change any more."""


class SharedContact(Model):
    """A number or an address that belongs to no single person."""

    value: Text = Field(description='Nummeret eller adressen, som det står i teksterne, fx "00 11 22 33".')
    whose: Text = Field(description="Hvis det er, fx »Foreningen, hovednummer«. Aldrig en persons navn.")


class FalseAlarm(Model):
    """A finding in git's history that somebody has looked at, and that is no secret: a false alarm."""

    object: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{40}([0-9a-f]{24})?$")] = Field(
        description="Gits navn for den udgave eller den commit, det står i: de 40 tegn i beskeden."
    )
    rule: HistoryRule = Field(description="Reglens navn, som det står i [klammer] i beskeden.")
    where: Text = Field(description="Filen eller commit'en, så andre kan finde den.")
    reason: Text = Field(description="Hvad det er i virkeligheden, fx »en dato og et klokkeslæt«. Aldrig selve tallet.")
    who: Text = Field(description="Hvem der har set efter: en rolle, fx »Portalens redaktør«. Aldrig et navn.")
    date: datetime.date = Field(description="Dagen, der blev set efter: ÅÅÅÅ-MM-DD.")


class Privacy(Content):
    """`data/privacy.yml`: what the privacy rules may let pass."""

    numbers: tuple[SharedContact, ...] = Field(
        (), description="Telefonnumre og andre tal, der ikke fører til en bestemt person."
    )
    addresses: tuple[SharedContact, ...] = Field((), description="E-mailadresser, der ikke tilhører en bestemt person.")
    accepted: tuple[FalseAlarm, ...] = Field(
        (),
        description="Det, git-vagten finder i gamle udgaver, og som ikke er hemmeligt: vejviser guard accept.",
    )

    def accepts(self, object_id: str, rule: str) -> bool:
        """Return whether somebody has looked at what `rule` finds in an object of git's, and let it pass."""
        return any(item.object == object_id and item.rule == rule for item in self.accepted)
