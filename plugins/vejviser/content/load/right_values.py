"""The right value of a key, made of the wrong one: an address, a mail, a point on the map, a quarter, a version."""

import re
from collections.abc import Callable, Mapping

from vejviser.content.languages import languages
from vejviser.content.model.base import slugify

_AT = re.compile(r"@+|\(at\)|\[at\]", re.IGNORECASE)
_QUARTER = re.compile(r"(?P<year>\d{4})\D*(?P<number>[1-4])|(?P<first>[1-4])\D+(?P<of>\d{4})")


def right_value(key: str, written: str) -> str:
    """Return what was meant by `written` under `key`, as YAML, or nothing where that cannot be told."""
    return _MAKERS[key](written) if key in _MAKERS else ""


def right_address(written: str) -> str:
    """Return the address that was probably meant: without host, folder, language and file name, in small letters.

    Nothing where no word is left.
    """
    path = re.sub(r"^(?:\w+://[^/]*|/?docs(?=/))", "", written.strip())
    path, mark, place = re.sub(r"\?[^#]*", "", path).partition("#")
    *folders, last = re.sub(r"(?:index)?\.(?:md|html?)$", "", path).split("/")
    stem, dot, ending = last.rpartition(".")
    name = f"{slugify(stem)}.{ending.lower()}" if dot else slugify(last)
    parts = [part for part in (*map(slugify, folders), name) if part]
    parts = parts[1:] if parts[:1] and parts[0] in languages() else parts
    return f"/{'/'.join(parts)}{'' if dot else '/'}{mark}{place}" if parts else ""


def _host(written: str) -> str:
    return re.sub(r"^\s*\w+:/*|[/\s]+$", "", written).replace(",", ".").replace(" ", "")


def _mail(written: str) -> str:
    parts = _AT.split(re.sub(r".*<|>.*|\s", "", written).replace(",", "."))
    right = len(parts) == 2 and parts[0] and "." in parts[1]
    return f'"{"@".join(parts)}"' if right else '"frivillig@eksempelby.example"'


def _phone(_written: str) -> str:
    return '"00 00 00 00"'


def _point(written: str) -> str:
    """Return two numbers whose decimal commas were read as four numbers."""
    numbers = re.findall(r"\d+", written)
    return "[{}.{}, {}.{}]".format(*numbers) if len(numbers) == 4 and "." not in written else ""


def _quarter(written: str) -> str:
    found = _QUARTER.search(written)
    return f"{found['year'] or found['of']}K{found['number'] or found['first']}" if found else ""


def _web(written: str) -> str:
    """Return an address on the web with what it lacks in front."""
    return f"https://{written}" if re.match(r"(?:www\.|[\w-]+\.)[\w.-]+(?:/|$)", written) else ""


def _source(written: str) -> str:
    if re.match(r"www\.|[\w-]+(?:\.[\w-]+)+/", written):
        return f'"{_web(written)}"'
    return '"rapport-2024, afsnit 3.2"'


def _version(written: str) -> str:
    found = re.search(r"\d+(?:\.\d+)?", written)
    return f'"{found[0] if "." in found[0] else f"{found[0]}.0"}"' if found else ""


_MAKERS: Mapping[str, Callable[[str], str]] = {
    "website": _host,
    "email": _mail,
    "mail": _mail,
    "phone": _phone,
    "centre": _point,
    "period": _quarter,
    "eli": _web,
    "source": _source,
    "sources": _source,
    "url": _web,
    "version": _version,
}
