"""As much of CBOR (RFC 8949), the form Pagefind writes its index in, as it takes to cut an index."""

_SHORT = 24
"""A head with a number below this holds it; else the number stands in the 1, 2, 4 or 8 bytes after it."""
_NUMBER, _NEGATIVE, _BYTES, _TEXT, _ARRAY = range(5)


def head(data: bytes, at: int) -> tuple[int, int, int]:
    """Give what kind of item begins here, its number (a value, or how much follows), and where the head ends."""
    kind, number = divmod(data[at], 32)
    if number < _SHORT:
        return kind, number, at + 1
    end = at + 1 + 2 ** (number - _SHORT)
    if number > _SHORT + 3:
        raise ValueError(f"an item without a length at {at}")
    return kind, int.from_bytes(data[at + 1 : end]), end


def after(data: bytes, at: int) -> int:
    """Give where the item that begins here ends."""
    left = 1
    while left:
        left -= 1
        if data[at] < _SHORT:  # a small number, as most of an index is: a word's places
            at += 1
            continue
        kind, number, at = head(data, at)
        if kind in (_BYTES, _TEXT):
            at += number
        elif kind == _ARRAY:
            left += number
        elif kind not in (_NUMBER, _NEGATIVE):
            raise ValueError(f"an unknown kind of item at {at}")
    return at


def items(data: bytes, at: int) -> list[tuple[int, int]]:
    """Give where each item of the array that begins here begins and ends."""
    kind, count, at = head(data, at)
    if kind != _ARRAY:
        raise ValueError(f"no array at {at}")
    found = []
    for _ in range(count):
        end = after(data, at)
        found.append((at, end))
        at = end
    return found


def read_text(data: bytes, at: int) -> str:
    """Give the text that begins here."""
    kind, length, start = head(data, at)
    if kind != _TEXT:
        raise ValueError(f"no text at {at}")
    return data[start : start + length].decode()


def text(value: str) -> bytes:
    """Write a text."""
    encoded = value.encode()
    return _head(_TEXT, len(encoded)) + encoded


def array(*written: bytes) -> bytes:
    """Write an array of items that are written already."""
    return _head(_ARRAY, len(written)) + b"".join(written)


def _head(kind: int, number: int) -> bytes:
    if number < _SHORT:
        return bytes([kind * 32 + number])
    size = next(it for it in range(4) if number < 256**2**it)
    return bytes([kind * 32 + _SHORT + size]) + number.to_bytes(2**size)
