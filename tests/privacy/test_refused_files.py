"""What nobody can look into is an error; what is sound is told nothing."""

import gzip

import pytest

from tests.privacy.attachments import (
    archive,
    bomb,
    data_address,
    jpeg,
    odt,
    pdf,
    pdf_plain,
    pdf_saved_on_top,
    pdf_with_picture,
    pdf_with_value,
    png,
    saved,
    scanned,
    tape,
    xlsx,
)
from tests.privacy.makers import (
    SVG,
    deleted,
    epub,
    inserted,
    linearized,
    locked_zip,
    many_versions,
    overlapping,
    pdf_with_marks,
    pdf_without_letters,
    png_of_size,
    rules,
    run,
    word,
)
from vejviser.privacy.extract import limits
from vejviser.privacy.extract.look_inside import look_inside
from vejviser.privacy.personal_data import AllowList, problems

FOUND, PLACE = ["cpr-in-file"], ["picture-position"]


REFUSED = {
    "a tar named zip": ("a.zip", tape({"a.txt": b"x"}), ["file-wrong-kind"]),
    "a word file named txt": ("a.txt", word(run("x")), ["file-wrong-kind"]),
    "a page named jpg": ("a.jpg", b"<!doctype html><p>x", ["file-wrong-kind"]),
    "a page named docx": ("a.docx", b"<html><p>x", ["file-wrong-kind"]),
    "a jpeg named png": ("a.png", saved("JPEG"), ["file-wrong-kind"]),
    "an archive named docx": ("a.docx", archive({"a.txt": "x"}), ["file-wrong-kind"]),
    "nothing named pdf": ("a.pdf", b"", ["file-wrong-kind"]),
    "in an archive": ("a.zip", archive({"b.pdf": "x"}), ["file-wrong-kind"]),
    "a pointer": ("a.png", b"version https://git-lfs.github.com/spec/v1\noid sha256:4d\nsize 12\n", ["file-pointer"]),
    "a pointer in docs": (
        "a.md",
        b"version https://git-lfs.github.com/spec/v1\noid sha256:4d\nsize 12\n",
        ["file-pointer"],
    ),
    "a picture behind a pdf": ("a.pdf", pdf("x") + bytes(range(1, 30)) * 9, ["file-unknown-kind"]),
    "a video": ("a.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", ["file-unknown-kind"]),
    "a heic": ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", ["file-unknown-kind"]),
    "an old word file": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ["file-old-format"]),
    "rich text": ("a.rtf", b"{\\rtf1 Hej}", ["file-old-format"]),
    "an object in a word file": (
        "a.docx",
        word("", word__embeddings__o_bin=b"\xd0\xcf\x11\xe0" + b"\0" * 90),
        ["file-old-format"],
    ),
    "half a jpeg": ("a.jpg", b"\xff\xd8\xff\xe0 \0\0", ["file-broken"]),
    "a huge picture": ("a.png", png_of_size(60_000), ["file-too-large"]),
    "a scanned page": ("a.pdf", scanned(), ["file-scanned"]),
    "a scanned page among typed ones": ("a.pdf", scanned("Referat", "Side to"), ["file-scanned"]),
    "a scanned page with a number": ("a.pdf", scanned("Referat", letters="Side 2"), ["file-scanned"]),
    "a pdf whose letters nobody knows": ("a.pdf", pdf_without_letters(), ["file-scanned"]),
    "what no page shows": (
        "a.pdf",
        pdf_plain("x", b"4 0 obj\n<< /Length 1 >>\nstream\nx\nendstream\nendobj\n"),
        ["file-earlier-versions"],
    ),
    "too many versions": ("a.pdf", many_versions(), ["file-earlier-versions"]),
    "a bomb in a pdf": ("a.pdf", bomb(), ["file-too-large"]),
    "a bomb in gzip": ("a.gz", gzip.compress(b"\0" * (limits.MAX_PART + 1)), ["file-too-large"]),
    "too many files": (
        "a.zip",
        archive({f"{number}.txt": str(number) for number in range(limits.MAX_PARTS + 1)}),
        ["file-too-large"],
    ),
    "a locked file": ("a.zip", locked_zip(), ["file-locked"]),
    "a locked e-book": ("a.epub", epub(lock="http://www.w3.org/2001/04/xmlenc#aes128-cbc"), ["file-locked"]),
    "two files in the same bytes": ("a.zip", overlapping(), ["file-broken"]),
}


@pytest.mark.parametrize(("name", "data", "told"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_looked_into_is_an_error(name: str, data: bytes, told: list[str]) -> None:
    assert rules(name, data) == told
    assert all(problem.severity == "error" for problem in problems(look_inside(name, data), AllowList()))


SOUND = {
    "a.docx": word(f"<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{run('Hej')}<w:r><w:tab/></w:r>{run('du')}"),
    "b.docx": word("", word__media__image1_jpg=saved("PNG"), word__fonts__f_odttf=bytes(range(200))),
    "d.docx": word(
        '<wp:x xmlns:wp="x"><w14:id xmlns:w14="x" w14:val="0707614285"/><a:off x="0707614285" xmlns:a="x"/></wp:x>'
    ),
    "c.docx": word(deleted("Mandag") + inserted("Tirsdag") + run(" klokken 18")),
    "a.jpg": jpeg(value="Et møde"),
    "b.jpg": jpeg(0x927C, bytes(range(256))),
    "a.png": png("Et møde"),
    "a.pdf": pdf("Et møde"),
    "b.pdf": pdf(),
    "c.pdf": pdf_with_value("Svend"),
    "d.pdf": pdf_saved_on_top("Mandag", "Tirsdag"),
    "e.pdf": pdf_with_picture(jpeg(value="Et møde")),
    "f.pdf": scanned("Referat", light=90, letters="En forside"),
    "h.pdf": pdf_with_marks(),
    "g.pdf": linearized(pdf("Et møde")),
    "a.xlsx": xlsx('<row><c r="A1" s="1"><v>1234</v></c><c r="B1"><v>46000.5</v></c></row>', "", ("#,##0.00",)),
    "a.odt": odt("<text:p>Hej<text:tab/>du</text:p>"),
    "a.zip": archive({"mappe/": "", "mappe/a.txt": "Hej", "tom.txt": ""}),
    "a.epub": epub(lock="http://www.idpf.org/2008/embedding"),
    "a.svg": SVG.format(f'<image href="{data_address("image/png", saved("PNG"))}"/><text>Hej</text>').encode(),
    "b.svg": b"<!-- en tegning -->\n" + SVG.format("<path d='M1 2'/>").encode(),
    "a.html": SVG.format("<p>Hej</p>").encode().join([b"<!doctype html><head>", b"</head>"]),
    "a.md": "# Hej\n\n<div>Æblé</div>\n".encode(),
    "a.csv": "navn;antal\r\nÆblé;3\r\n".encode("utf-16"),
    "a.ics": b"BEGIN:VCALENDAR\r\nDTSTART:20261201T180000Z\r\nEND:VCALENDAR\r\n",
    "a.txt": b"",
    "a.gif": saved("GIF"),
    "a.webp": saved("WEBP"),
    "a.avif": saved("AVIF"),
    "a.tif": saved("TIFF"),
}


@pytest.mark.parametrize("name", SOUND)
def test_what_is_sound_is_told_nothing(name: str) -> None:
    assert rules(name, SOUND[name]) == []


def test_texts_are_counted_too() -> None:
    budget = limits.Budget(set(), text=100)
    with pytest.raises(limits.TooMuchError):
        budget.read("x" * 101)
