"""The population in a municipality's file: changed in its place, and nothing else in the file."""

from vejviser.authoring.yaml_edit.edit import set_value, value_at
from vejviser.content.model.municipality import Municipality

SOURCE = "dst-folk1a"
"""The source of every number from StatBank, in data/sources.yml."""


def with_population(text: str, municipality: Municipality, value: int, period: str) -> str:
    """Return the file's text with the new population; a file without one gets it before the line of its centre.

    Raises EditError.
    """
    known = municipality.population
    ours = known is not None and known.source.key == SOURCE
    source = value_at(text, ("population", "source")) if ours else SOURCE
    return set_value(
        text, ("population",), {"value": value, "period": period, "source": source}, tuple(Municipality.model_fields)
    )
