"""A CPR number hidden in a file is found, wherever in the file it lies."""

import gzip

import pytest

from tests.privacy.attachments import CPR, archive, docx, jpeg, odt, pdf, png, saved, scanned, xlsx
from vejviser.privacy.extract.look_inside import look_inside
from vejviser.privacy.finder import findings
from vejviser.privacy.scan_result import Extract, Geotagged, Unreadable


def places(data: bytes, name: str = "fil") -> list[str]:
    """Return the parts of a file in which a CPR number stands."""
    found = (item for item in look_inside(name, data) if isinstance(item, Extract))
    return list(dict.fromkeys(item.inside for item in found if _has_cpr(item)))


def _has_cpr(extract: Extract) -> bool:
    found = findings(extract.text, prose=extract.words)
    return any(number.certain for number in found if number.kind == "cpr")


def reasons(data: bytes, name: str = "fil") -> list[tuple[str, str]]:
    return [(item.inside, item.reason) for item in look_inside(name, data) if isinstance(item, Unreadable)]


SPLIT = "<w:p><w:r><w:t>0101</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>90-1234</w:t></w:r></w:p>"
WORD_HYPHEN = "<w:p><w:r><w:t>010190</w:t><w:noBreakHyphen/><w:t>1234</w:t></w:r></w:p>"
SHEET = '<row><c r="A1"><v>707614285</v></c></row>'
CUSTOM = f'<property name="nr"><vt:lpwstr>{CPR}</vt:lpwstr></property>'


@pytest.mark.parametrize(
    ("data", "place"),
    [
        pytest.param(docx(f"<w:p><w:r><w:t>{CPR}</w:t></w:r></w:p>"), "word/document.xml", id="word"),
        pytest.param(docx(SPLIT), "word/document.xml", id="word, half of it bold"),
        pytest.param(docx(WORD_HYPHEN), "word/document.xml", id="word's own hyphen"),
        pytest.param(
            docx("", word__comments=f"<w:comment><w:t>{CPR}</w:t></w:comment>"), "word/comments", id="comment"
        ),
        pytest.param(
            docx("", word__header=f"<w:del><w:delText>{CPR}</w:delText></w:del>"), "word/header", id="deleted"
        ),
        pytest.param(docx(f'<w:drawing descr="{CPR}"/>'), "word/document.xml", id="a picture's description"),
        pytest.param(docx("", docProps__custom=CUSTOM), "docProps/custom", id="a property"),
        pytest.param(
            docx("", word__media__foto=jpeg(value=CPR)), "word/media/foto › metadata", id="a picture in a document"
        ),
        pytest.param(odt(f"<text:p>{CPR}</text:p>"), "content.xml", id="odt"),
        pytest.param(odt("<text:p>010190<text:s/>1234</text:p>"), "content.xml", id="odt's own space"),
        pytest.param(xlsx(SHEET), "xl/worksheets/sheet1.xml", id="excel, the zero lost"),
        pytest.param(pdf(CPR), "#1", id="pdf"),
        pytest.param(pdf(title=CPR), "metadata", id="pdf's title"),
        pytest.param(pdf(files={"a.txt": CPR.encode()}), "a.txt", id="a file inside a pdf"),
        pytest.param(jpeg(value=CPR), "metadata", id="exif"),
        pytest.param(jpeg(0x9C9C, (CPR + "\0").encode("utf-16-le")), "metadata", id="windows' comment"),
        pytest.param(saved("JPEG", comment=CPR.encode()), "metadata", id="jpeg comment"),
        pytest.param(png(CPR), "metadata", id="png text"),
        pytest.param(saved("WEBP", xmp=f"<x:xmpmeta>{CPR}</x:xmpmeta>".encode()), "metadata", id="xmp"),
        pytest.param(saved("GIF", comment=CPR.encode()), "metadata", id="gif comment"),
        pytest.param(archive({"a/b.txt": CPR}), "a/b.txt", id="zip"),
        pytest.param(
            archive({"indre.zip": archive({"b.docx": docx(SPLIT)})}),
            "indre.zip › b.docx › word/document.xml",
            id="zip in zip",
        ),
        pytest.param(archive({f"{CPR}.txt": ""}), f"{CPR}.txt", id="a name in a zip"),
        pytest.param(gzip.compress(CPR.encode()), "", id="gzip"),
        pytest.param(b"<html><p>0101<b>90</b>-1234", "", id="html"),
        pytest.param(b"<!doctype html><p>010190&#45;1234", "", id="html reference"),
        pytest.param(b'<!doctype html><img alt="010190-1234">', "", id="html attribute"),
        pytest.param(b"<!doctype html><!-- 010190-1234 -->", "", id="html comment"),
        pytest.param(b"<!doctype html><script>let a='010190-1234'</script>", "", id="html script"),
        pytest.param(f"{CPR}".encode("utf-16"), "", id="utf-16"),
        pytest.param(b"\xe6\xf8\xe5 010190-1234", "", id="windows' old letters"),
        pytest.param(b"\xd0\xcf\x11\xe0\0\0" + CPR.encode("utf-16-le"), "", id="an old word file"),
    ],
)
def test_a_number_is_found_wherever_it_lies(data: bytes, place: str) -> None:
    assert places(data) == [place]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(pdf(CPR, key="hemmelig"), [("", "locked")], id="a locked pdf"),
        pytest.param(
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), [("", "locked")], id="a locked word file"
        ),
        pytest.param(b"PK\x03\x04 not a zip", [("", "broken")], id="a broken zip"),
        pytest.param(b"%PDF-1.7 not a pdf", [("", "broken")], id="a broken pdf"),
        pytest.param(scanned(), [("#1", "scanned")], id="a pdf without text"),
        pytest.param(b"7z\xbc\xaf\x27\x1c", [("", "unknown-archive")], id="7z"),
        pytest.param(b"Rar!\x1a\x07", [("", "unknown-archive")], id="rar"),
    ],
)
def test_what_cannot_be_looked_into_is_said(data: bytes, reason: list[tuple[str, str]]) -> None:
    assert reasons(data) == reason


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    assert reasons(archive({"nuller": b"\0" * 61_000_000})) == [("nuller", "too-large")]


def test_archives_inside_archives_come_to_an_end() -> None:
    data = b"x"
    for level in range(8):
        data = archive({str(level): data})
    assert [reason for _, reason in reasons(data)] == ["too-deep"]


def test_a_picture_that_says_where_it_was_taken_is_told() -> None:
    assert [item for item in look_inside("a.jpg", jpeg(value="x", place=True)) if isinstance(item, Geotagged)] == [
        Geotagged("a.jpg", "")
    ]


def test_a_file_that_only_begins_like_a_picture_is_read_as_bytes() -> None:
    assert places(b"\xff\xd8\xff\xe0 010190-1234 \0\0") == [""]


def test_words_and_what_nobody_reads_are_kept_apart() -> None:
    page = b'<!doctype html><p>Ring 20 30 40 50</p><svg><path d="M20 30 40 50"/></svg><a href="mailto:a@b.dk">skriv</a>'
    texts = [item.text for item in look_inside("a.html", page) if isinstance(item, Extract) and item.words]
    assert "20 30 40 50" in texts[0]
    assert "M20" not in texts[0]
    assert "mailto:a@b.dk" in texts[0]


def test_the_numbers_that_word_gives_its_parts_are_nobodys() -> None:
    assert places(docx('<w:sdt><w:sdtPr><w:id w:val="0707614285"/></w:sdtPr></w:sdt>')) == []


def test_what_lies_in_two_files_is_looked_into_once() -> None:
    seen: set[bytes] = set()
    first, pack = docx(SPLIT), archive({"a.docx": docx(SPLIT)})
    assert [
        item.inside for item in look_inside("a.docx", first, seen) if isinstance(item, Extract) and CPR in item.text
    ]
    assert [item.inside for item in look_inside("pakke.zip", pack, seen) if isinstance(item, Extract)] == ["a.docx"]


def test_a_long_office_file_is_read_in_a_moment() -> None:
    data = archive({"styles.xml": "<office:styles>" + "<style:style a='x'>tekst</style:style>" * 20_000})
    assert places(data) == []
