"""What stands at the top of a Markdown file, changed as any other YAML."""

from collections.abc import Callable

from vejviser.authoring.yaml_edit.edit import BOM, EditError


def in_front_matter(text: str, change: Callable[[str], str]) -> str:
    """Return a Markdown file with its front matter changed; raises EditError where it has none."""
    lines = text.splitlines(keepends=True)
    fences = [number for number, line in enumerate(lines) if line.removeprefix(BOM).strip() == "---"]
    if fences[:1] != [0] or len(fences) == 1:
        raise EditError("")
    first, last = len(lines[0]), len("".join(lines[: fences[1]]))
    return text[:first] + change(text[first:last]) + text[last:]
