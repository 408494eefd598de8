"""What a person is told who puts files into the portal and types `vejviser check`, or looks through a finished site."""

import json
import os
from pathlib import Path

from click.testing import CliRunner

from tests.privacy.attachments import CPR, archive, bomb, docx, jpeg, pdf, pdf_saved_on_top, scanned, tape, xlsx
from vejviser.cli.main import main

FILER = "docs/da/filer"


def told(root: Path, *arguments: str) -> dict[str, set[str]]:
    """Return the errors of `vejviser check` by file."""
    result = CliRunner().invoke(
        main, ["--root", str(root), "check", "--format", "json", "--today", "2026-11-22", *arguments]
    )
    assert result.exception is None or isinstance(result.exception, SystemExit)
    errors: dict[str, set[str]] = {}
    for load in json.loads(result.stdout):
        if load["severity"] == "error":
            errors.setdefault(load["path"].rsplit("/", 1)[-1], set()).add(load["rule"])
    assert result.exit_code == (1 if errors else 0)
    return errors


def put(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def test_every_file_that_hides_something_is_told(portal_copy: Path) -> None:
    put(
        portal_copy / FILER,
        {
            "linjer.pdf": b"\n\n" + pdf(CPR),
            "gemt.pdf": pdf_saved_on_top(CPR, "Slettet"),
            "scannet.pdf": scanned("Referat"),
            "bombe.pdf": bomb(),
            "foto.jpg": jpeg(value="x", place=True) + CPR.encode(),
            "side.jpg": b"<!doctype html><p>Hej",
            "baand.zip": tape({"a.txt": CPR.encode()}),
            "note.zip": CPR.encode() + archive({"a.txt": "x"}),
            "rettet.docx": docx(
                "<w:p><w:r><w:t>0101</w:t></w:r><w:del><w:r><w:delText>90-1234</w:delText></w:r></w:del></w:p>"
            ),
            "liste.xlsx": xlsx('<row><c r="A1" s="1"><v>101901234</v></c></row>', "", ("000000-0000",)),
            "lfs.png": b"version https://git-lfs.github.com/spec/v1\noid sha256:4d\nsize 12\n",
            "tom.pdf": b"",
        },
    )
    assert told(portal_copy) == {
        "linjer.pdf": {"cpr-in-file"},
        "gemt.pdf": {"cpr-in-file"},
        "scannet.pdf": {"file-scanned"},
        "bombe.pdf": {"file-too-large"},
        "foto.jpg": {"picture-position", "cpr-in-file"},
        "side.jpg": {"file-wrong-kind"},
        "baand.zip": {"file-wrong-kind", "cpr-in-file"},
        "note.zip": {"cpr-in-file"},
        "rettet.docx": {"cpr-in-file"},
        "liste.xlsx": {"cpr-in-file"},
        "lfs.png": {"file-pointer"},
        "tom.pdf": {"file-wrong-kind"},
    }


def test_sound_files_are_told_nothing(portal_copy: Path) -> None:
    put(
        portal_copy / FILER,
        {
            "referat.pdf": pdf("Referat"),
            "rettet.pdf": pdf_saved_on_top("Mandag", "Tirsdag"),
            "foto.jpg": jpeg(value="Sommerfest"),
            "brev.docx": docx("<w:p><w:r><w:t>Hej</w:t><w:tab/><w:t>du</w:t></w:r></w:p>"),
            "liste.xlsx": xlsx('<row><c r="A1"><v>2026</v></c><c r="B1"><v>1250.5</v></c></row>'),
            "pakke.zip": archive({"mappe/": "", "mappe/a.txt": "Hej"}),
            "tom.txt": b"",
        },
    )
    assert told(portal_copy) == {}


def test_what_is_no_file_is_told_without_a_traceback(portal_copy: Path) -> None:
    put(portal_copy / FILER, {})
    (portal_copy / FILER / "ring.txt").symlink_to("ring.txt")
    (portal_copy / FILER / "ingen.pdf").symlink_to("findes-ikke.pdf")
    os.mkfifo(portal_copy / FILER / "ror.txt")
    found = told(portal_copy)
    assert set(found) == {"ring.txt", "ingen.pdf", "ror.txt"}
    assert found["ror.txt"] == {"file-link"}


def test_a_finished_site_is_looked_into_in_the_same_way(portal_copy: Path) -> None:
    put(
        portal_copy / "site",
        {
            "a.pdf": b"\xef\xbb\xbf" + pdf(CPR),
            "b.jpg": jpeg(value="x", place=True),
            "c.png": b"<html>",
            "d.zip": b"Rar!",
        },
    )
    assert told(portal_copy, "--site", str(portal_copy / "site")) == {
        "a.pdf": {"cpr-in-file"},
        "b.jpg": {"picture-position"},
        "c.png": {"file-wrong-kind"},
        "d.zip": {"file-unknown-archive", "file-wrong-kind"},
    }
