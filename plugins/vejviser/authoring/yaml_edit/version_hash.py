"""Seals: the newest version of a material remembers which text it is the version of."""

from vejviser.content.model.material import Material


def with_version_hash(yaml_text: str, material: Material, text_hash: str) -> str:
    """Return the text of a `material.yml` in which the newest change holds `text_hash`.

    Only that one line is written or changed; comments, order and line breaks stay as they are.
    """
    lines = yaml_text.splitlines(keepends=True)
    if material.changes[0].text_hash:
        number = material.origin.at("changes", 0, "text_hash").line - 1
        lines[number] = lines[number].replace(material.changes[0].text_hash, text_hash)
        return "".join(lines)
    place = material.origin.at("changes", 0, "version")
    after = lines[place.line - 1]
    if "{" in after[: place.column]:
        lines[place.line - 1] = after.replace(
            f'version: "{material.changes[0].version}"',
            f'version: "{material.changes[0].version}", text_hash: "{text_hash}"',
            1,
        )
    else:
        lines.insert(place.line, " " * (place.column - 1) + f'text_hash: "{text_hash}"\n')
    return "".join(lines)
