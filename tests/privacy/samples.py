r"""What people write, and whether it may stand: one sample a line, with \n, \r and \t for what they stand for.

`stop-….txt` holds what leads to one person, `pass-….txt` what only looks like it. All numbers, addresses and names are
invented.
"""

from pathlib import Path


def samples(name: str) -> list[str]:
    """The samples of a file beside this one."""
    lines = (Path(__file__).parent / f"{name}.txt").read_text("utf-8").removesuffix("\n").split("\n")
    return [line.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t") for line in lines]
