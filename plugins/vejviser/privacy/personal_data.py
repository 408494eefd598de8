"""Rules about privacy: no national number anywhere, no person's address or number outside consented contacts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from vejviser.base.problems import Problem, Severity
from vejviser.content.model.municipality import Contact, Municipality
from vejviser.content.model.privacy import Privacy
from vejviser.content.model.statistics import PUBLISHED_FILE, read_checksum
from vejviser.content.number_kinds import CPR, number_kind
from vejviser.content.settings import by_settings, current
from vejviser.privacy.finder import Finding, findings
from vejviser.privacy.masking import beginning
from vejviser.privacy.phone import phone_key
from vejviser.privacy.scan_result import Extract, Geotagged, Reason, ScanResult, Unreadable

if TYPE_CHECKING:
    from vejviser.content.model.portal import Portal

_REASONS: Mapping[Reason, str] = {
    "locked": "file-locked",
    "broken": "file-broken",
    "too-large": "file-too-large",
    "too-deep": "file-too-deep",
    "unknown-archive": "file-unknown-archive",
    "unknown-kind": "file-unknown-kind",
    "wrong-kind": "file-wrong-kind",
    "old-format": "file-old-format",
    "pointer": "file-pointer",
    "scanned": "file-scanned",
    "earlier-versions": "file-earlier-versions",
    "link": "file-link",
}
"""What cannot be looked into is an error, always: nobody can vouch for it."""
_TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".ods", ".xls")
_OF_LICENCES = frozenset({"@".join(("fonts", "gnome.org"))})
"""Whom the licences of the fonts that come with Vejviser say to ask; they go where the fonts go."""
_STATUS_FOLDER = "data/status/"
_ENOUGH_COLUMNS, _ENOUGH_LINES = 4, 3
"""So many columns' names, or so many lines of figures, and a table is a quarter's."""


@dataclass(frozen=True, slots=True)
class AllowList:
    """The keys of addresses and numbers that may stand: everywhere, or in one file only."""

    everywhere: frozenset[str] = frozenset()
    by_path: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def lets_pass(self, path: str, key: str) -> bool:
        """Return whether `key` may stand in `path`."""
        return key in self.everywhere or key in self.by_path.get(path, ())


def allowed_everywhere(known: Privacy) -> AllowList:
    """Return what belongs to nobody: main numbers and shared mailboxes."""
    numbers = (phone_key(number.value) for number in known.numbers)
    return AllowList(frozenset({*numbers, *(address.value.lower() for address in known.addresses)}))


def allowed_in_sources(portal: "Portal") -> AllowList:
    """Return what may stand in the content: a municipality's contacts in its own file (other rules ask for consent)."""
    by_path = {
        municipality.origin.path: frozenset(key for contact in _contacts(municipality) for key in _keys(contact))
        for municipality in portal.municipalities
    }
    return AllowList(_known(portal), by_path)


def allowed_in_site(portal: "Portal", today: date) -> AllowList:
    """Return what may stand in a finished site: contacts with consent, assured within a year."""
    current = (
        contact
        for municipality in portal.municipalities
        for contact in _contacts(municipality)
        if contact.may_be_shown(today)
    )
    return AllowList(_known(portal) | _OF_LICENCES | {key for contact in current for key in _keys(contact)})


def problems(found: Iterable[ScanResult], allowed: AllowList) -> Iterator[Problem]:
    """Yield everything in the files that must not be published, and every file that cannot be looked into."""
    for item in found:
        if isinstance(item, Unreadable):
            yield Problem(item.path, 1, 1, "error", _REASONS[item.reason], (("inside", item.inside or item.path),))
        elif isinstance(item, Geotagged):
            yield Problem(item.path, 1, 1, "error", "picture-position", (("inside", item.inside or item.path),))
        else:
            yield from _text(item, allowed)


def raw_status(found: Iterable[ScanResult], headings: Set[str] = frozenset()) -> Iterator[Problem]:
    """Yield every table of a quarter's figures that `vejviser status` has not written.

    It is known by its columns: their names in the file, or their `headings` in the form that coordinators fill in, in
    small letters; and by its lines, each a place's code and all the counts.
    """
    told: set[str] = set()
    for item in found:
        if not isinstance(item, Extract) or item.path in told or _is_published(item):
            continue
        is_table = item.path.lower().endswith(_TABLES) or item.path.startswith(_STATUS_FOLDER)
        if is_table and not item.path.endswith(".yml") and _is_raw_status(item.text, headings):
            told.add(item.path)
            yield Problem(item.path, 1, 1, "error", "raw-status-file")


def _is_published(extract: Extract) -> bool:
    """Return whether this is a quarter as `vejviser status` writes it, under a checksum that holds."""
    checksum = read_checksum(extract.text) if PUBLISHED_FILE.fullmatch(extract.path) else None
    return checksum is not None and checksum.holds


def _is_raw_status(text: str, headings: Set[str]) -> bool:
    beginning = text[:4000].lower()
    words = set(re.split(r"[\s,;|\"']+", beginning))
    columns = current().indicators.ids
    enough = min(_ENOUGH_COLUMNS, len(columns))
    named = len(words.intersection(columns)) >= enough or sum(heading in beginning for heading in headings) >= enough
    if len(columns) < _ENOUGH_COLUMNS:
        named = named and "code" in words
    return bool(columns) and (named or len(_raw_line().findall(text)) >= _ENOUGH_LINES)


@by_settings
def _raw_line() -> re.Pattern[str]:
    """Return what finds a line of raw figures: a place's code, which may have lost its zero, and all the counts."""
    settings = current()
    code, counts = settings.places.code.pattern, len(settings.indicators.ids)
    shorter = f"|{code[1:]}" if code.startswith("0") else ""
    count = r'[;,\t] ?"?\d{0,5}(?:[.,]0{1,2})?"?'
    return re.compile(rf'^"?(?:{code}{shorter})"?(?:{count}){{{counts}}}[;,\t\s]*$', re.MULTILINE)


def _text(extract: Extract, allowed: AllowList) -> Iterator[Problem]:
    is_name = extract.inside == extract.path
    for found in findings(extract.text, prose=extract.words or is_name):
        if found.kind == "cpr":
            if not (found.bare and allowed.lets_pass(extract.path, found.key)):
                yield _national(extract, found)
        elif not (is_name and found.kind == "phone") and not allowed.lets_pass(extract.path, found.key):
            yield _personal(extract, found)


def _national(extract: Extract, found: Finding) -> Problem:
    is_name = extract.inside == extract.path
    place = "name" if is_name else "inside" if extract.inside else "text"
    named: tuple[tuple[str, str], ...] = ()
    if found.number == CPR:
        rules = _CPR_RULES
    else:
        rules = _NATIONAL_RULES
        named = (("national", found.number), ("title", number_kind(found.number).title))
    rule, severity = rules[place, found.certain]
    return _problem(extract, found.start, severity, rule, beginning(found), named)


def _personal(extract: Extract, found: Finding) -> Problem:
    rule = _PERSONAL_RULES[bool(extract.inside), found.kind]
    return _problem(extract, found.start, "error", rule, beginning(found))


_CPR_RULES: Mapping[tuple[str, bool], tuple[str, Severity]] = {
    ("text", True): ("cpr-number", "error"),
    ("text", False): ("cpr-possible", "warning"),
    ("inside", True): ("cpr-in-file", "error"),
    ("inside", False): ("cpr-possible-in-file", "warning"),
    ("name", True): ("cpr-in-file-name", "error"),
    ("name", False): ("cpr-in-file-name", "warning"),
}
"""The rules about a number by where it stands, and whether it is certain."""
_NATIONAL_RULES: Mapping[tuple[str, bool], tuple[str, Severity]] = {
    ("text", True): ("national-number", "error"),
    ("text", False): ("national-number-possible", "warning"),
    ("inside", True): ("national-number-in-file", "error"),
    ("inside", False): ("national-number-possible-in-file", "warning"),
    ("name", True): ("national-number-in-file-name", "error"),
    ("name", False): ("national-number-in-file-name", "warning"),
}
_PERSONAL_RULES: Mapping[tuple[bool, str], str] = {
    (False, "email"): "personal-email",
    (False, "phone"): "personal-phone",
    (False, "profile"): "personal-profile",
    (True, "email"): "personal-email-in-file",
    (True, "phone"): "personal-phone-in-file",
    (True, "profile"): "personal-profile-in-file",
}


def _problem(
    extract: Extract, offset: int, severity: Severity, rule: str, shown: str, named: tuple[tuple[str, str], ...] = ()
) -> Problem:
    values = (("shown", shown), *named)
    if extract.inside or not extract.exact:
        return Problem(extract.path, 1, 1, severity, rule, (*values, ("inside", extract.inside)))
    before = extract.text[:offset]
    line, column = before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
    return Problem(extract.path, line, column, severity, rule, values)


def _contacts(municipality: Municipality) -> Iterator[Contact]:
    yield from municipality.contacts
    for service in municipality.services:
        yield from service.contacts


def _keys(contact: Contact) -> Iterator[str]:
    if contact.email:
        yield contact.email.lower()
    if contact.phone:
        yield phone_key(contact.phone)


def _known(portal: "Portal") -> frozenset[str]:
    help_lines = (phone_key(number.number) for line in portal.help_lines.values() for number in line.numbers)
    return allowed_everywhere(portal.privacy).everywhere | frozenset(help_lines)
