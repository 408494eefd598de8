"""Rules about time: texts somebody should have read again, contacts somebody should have asked again."""

from collections.abc import Iterator
from datetime import date

from vejviser.base.problems import Origin, Problem
from vejviser.content.model.base import Reviewed
from vejviser.content.model.dates import next_review, shift
from vejviser.content.model.help_lines import numbers
from vejviser.content.model.municipality import Municipality
from vejviser.content.model.portal import Portal
from vejviser.content.settings import current
from vejviser.content.text_walker import long_texts, yaml_contents

NUMBER_HOLDS = "P1Y"
"""How long a number to call is trusted after somebody read the page it stands on."""


def problems(portal: Portal, today: date) -> Iterator[Problem]:
    """Yield every review that is overdue, and every contact and number nobody has looked after for a year."""
    for content in yaml_contents(portal):
        if isinstance(content, Reviewed):
            yield from _review(content, content.origin, today)
    for text in long_texts(portal):
        if review := getattr(text.meta, "review", None):
            yield from _review(review, text.origin, today)
    for municipality in portal.municipalities:
        yield from _contacts(municipality, today)
    yield from _help_lines(portal, today)
    yield from _main_numbers(today)


def _contacts(municipality: Municipality, today: date) -> Iterator[Problem]:
    """Yield what is wrong with the contacts of a municipality, and of its services: a person is a person in both."""
    for place, contact in municipality.every_contact:
        if not contact.personal:
            continue
        if not contact.consent:
            named = next(name for name in ("name", "email", "phone") if getattr(contact, name))
            yield municipality.origin.error("contact-without-consent", *place, named, id=contact.id)
        elif contact.assured_date is None:
            yield municipality.origin.error("contact-without-date", *place, id=contact.id)
        elif contact.assured_date <= today and not contact.may_be_shown(today):
            yield municipality.origin.warning("contact-stale", *place, id=contact.id, date=contact.assured_date)


def _help_lines(portal: Portal, today: date) -> Iterator[Problem]:
    """Yield the numbers whose page was last read more than a year ago, or whose region is no more."""
    for line, index, number in numbers(portal.help_lines.values()):
        values = {"id": line.id, "number": number.number, "source": number.source}
        region = portal.regions.get(number.region or "")
        if shift(number.read, NUMBER_HOLDS) < today:
            yield line.origin.warning("help-number-stale", "numbers", index, "read", date=number.read, **values)
        if region and region.valid_to and region.valid_to < today:
            yield line.origin.warning(
                "help-number-region-ended", "numbers", index, "region", region=region.name, **values
            )


def _main_numbers(today: date) -> Iterator[Problem]:
    """Yield the organisations' main numbers whose page was last read more than a year ago."""
    settings = current()
    for key, organisation in settings.organisations.items():
        if (number := organisation.phone) and shift(number.read, NUMBER_HOLDS) < today:
            yield settings.origin.warning(
                "main-number-stale",
                *("organisations", key, "phone", "read"),
                id=key,
                number=number.number,
                date=number.read,
                source=number.source,
            )


def _review(review: Reviewed, origin: Origin, today: date) -> Iterator[Problem]:
    if (due := next_review(review)) < today:
        yield origin.warning("review-overdue", "reviewed", date=due, owner=review.owner)
