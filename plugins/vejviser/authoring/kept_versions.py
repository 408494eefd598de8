"""Keep what a version of a material says, so that older versions can be compared with the newest, and fetched."""

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from pathlib import Path

from vejviser.base.files import remove_unlisted, write_if_changed
from vejviser.base.git import GitError, run_git
from vejviser.content.languages import main_language
from vejviser.content.load import parse
from vejviser.content.load.files import TextFile
from vejviser.content.load.kept_versions import FOLDER
from vejviser.content.model.material import Material, version_hash
from vejviser.content.types import type_named

Files = Mapping[str, bytes]
"""The files of a material by their names in its folder."""
_SETTINGS = "material.yml"


def keep_versions(root: Path, material: Material) -> list[str]:
    """Keep the version that the material is now, and older ones that git still remembers; return what was written.

    Kept files have line ends of one kind, so that nothing differs but the words. An older text is only taken from git
    when it is, to the word, what its version was locked with: nothing is made up.
    """
    kept = _keep(root, material, material.changes[0].version, _files(root, material))
    for version, files in _remembered(root, material):
        kept += _keep(root, material, version, files)
    return kept


def _keep(root: Path, material: Material, version: str, files: Files) -> list[str]:
    folder = _folder(material, version)
    remove_unlisted(root / folder, files, "*")
    plain = {name: content.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n") for name, content in files.items()}
    return [f"{folder}/{name}" for name, content in plain.items() if write_if_changed(root / folder / name, content)]


def _folder(material: Material, version: str) -> str:
    return FOLDER.format(material=material.id, version=version)


def _files(root: Path, material: Material) -> Files:
    names = [_SETTINGS, *(f"{language}.md" for language in material.languages)]
    folder = (root / material.origin.path).parent
    return {name: (folder / name).read_bytes() for name in names if (folder / name).is_file()}


def _remembered(root: Path, material: Material) -> Iterator[tuple[str, Files]]:
    """Yield the locked versions that are not kept, as far as git remembers them."""
    wanted = {
        change.text_hash: change.version
        for change in material.changes[1:]
        if change.text_hash and not (root / _folder(material, change.version) / _SETTINGS).is_file()
    }
    history = _history(root, Path(material.origin.path).parent.as_posix()) if wanted else iter(())
    for files in history:
        if version := wanted.pop(_hash_of(material.id, files), ""):
            yield version, files


def _history(root: Path, folder: str) -> Iterator[Files]:
    """Yield what stood in a folder after each of its changes, the newest first; nothing where there is no git."""
    try:
        for commit in run_git(root, "log", "--format=%H", "--", folder).decode().split():
            names = run_git(root, "ls-tree", "--name-only", f"{commit}:./{folder}").decode().split()
            wanted = (name for name in names if name == _SETTINGS or name.endswith(".md"))
            yield {name: run_git(root, "show", f"{commit}:./{folder}/{name}") for name in wanted}
    except GitError:
        return


def _hash_of(name: str, files: Files) -> str:
    """Return the fingerprint of a material as it once stood in its files; "" where that cannot be read any more."""
    text_name = f"{main_language()}.md"
    if not {_SETTINGS, text_name} <= files.keys():
        return ""
    kind, text_kind = type_named("material"), type_named("material-text")
    settings, text = (
        TextFile(f"materials/{name}/{file}", files[file].decode("utf-8", "replace")) for file in (_SETTINGS, text_name)
    )
    materials, _ = parse.one_value(Material, kind, settings)
    texts, _ = parse.text(text_kind, main_language(), text)
    return version_hash(materials[0], texts[0]) if materials and texts else ""
