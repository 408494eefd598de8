"""Write one thing more into a YAML file that people wrote, and leave every other letter as it is."""

import re

_ITEM = re.compile(r"^(?P<indent>\s*)- ")


def add_to_list(text: str, key: str, item: str) -> str:
    """Return the text in which the list below the top-level `key` ends with `item`.

    `key: [a, b]` or one item a line.
    """
    lines = _lines(text)
    first, last = _span(lines, key)
    if "[" in lines[first]:
        closing = next(number for number in range(first, last) if "]" in lines[number])
        before, bracket, after = lines[closing].rpartition("]")
        empty = "".join(lines[first : closing + 1]).partition("[")[2].strip().startswith("]")
        lines[closing] = f"{before}{'' if empty else ', '}{item}{bracket}{after}"
        return "".join(lines)
    items = [number for number in range(first + 1, last) if _ITEM.match(lines[number])]
    indent = " " * 2
    if items and (match := _ITEM.match(lines[items[-1]])):
        indent = match["indent"]
    lines.insert(items[-1] + 1 if items else first + 1, f"{indent}- {item}\n")
    return "".join(lines)


def add_block(text: str, key: str, block: str) -> str:
    """Return the text in which the list below the top-level `key` ends with `block`, which begins with "  - ".

    A file without the key gets it, at its end.
    """
    lines = _lines(text)
    try:
        first, last = _span(lines, key)
    except KeyError:
        return f"{''.join(lines)}{key}:\n{block}"
    if lines[first].partition(":")[2].strip() in ("[]", ""):
        lines[first] = f"{key}:\n"
    lines.insert(last, _like(lines[first + 1 : last], block))
    return "".join(lines)


def add_entry(text: str, entry: str) -> str:
    """Return the text of a file of entries, with `entry` at its end."""
    lines = _lines(text)
    gap = "\n" if lines and lines[-1].strip() else ""
    return f"{''.join(lines)}{gap}{entry}"


def has_key(text: str, key: str) -> bool:
    """Return whether the file has the top-level `key`."""
    return any(re.match(rf"{re.escape(key)}\s*:", line) for line in text.splitlines())


def _lines(text: str) -> list[str]:
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return lines


def _span(lines: list[str], key: str) -> tuple[int, int]:
    """Return the line of a top-level key, and the line after its value; raises KeyError when it is not there."""
    first = next((number for number, line in enumerate(lines) if re.match(rf"{re.escape(key)}\s*:", line)), None)
    if first is None:
        raise KeyError(key)
    own = (" ", "-", "]", "}")
    last = first + 1
    while last < len(lines) and (lines[last].startswith(own) or not lines[last].strip()):
        last += 1
    while last > first + 1 and not lines[last - 1].strip():
        last -= 1
    return first, last


def _like(others: list[str], block: str) -> str:
    """Return the block as far to the right as the blocks that stand there already."""
    match = next((match for line in others if (match := _ITEM.match(line))), None)
    if match is None or match["indent"] == "  ":
        return block
    return "".join(match["indent"] + line[2:] for line in block.splitlines(keepends=True))
