"""What the small portal counts: the same as the Danish one."""

from vejviser.content.settings import current

_COUNTED = current().indicators
INDICATORS = _COUNTED.ids
FLOWS = _COUNTED.identities[0]
OUTCOME = _COUNTED.parts[0]
SUMMED = _COUNTED.summed
