"""Pictures as readers get them: the right way up, no larger than a screen, and holding nothing but what one sees."""

import io

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from tests.privacy.attachments import jpeg, png
from vejviser.content.load.pictures import picture
from vejviser.content.model.docs_files import Picture, file_address, file_seen

EXIF_TURNED, EXIF_CAMERA, EXIF_GPS = 0x0112, 0x0110, 0x8825


def saved(form: str, width: int = 40, height: int = 20, mode: str = "RGB", **options: object) -> bytes:
    """Make a picture whose left half is dark and whose right half is light."""
    image = Image.new(mode, (width, height))
    image.paste(
        Image.new(mode, (width - width // 2, height), "white" if mode != "CMYK" else (0, 0, 0, 0)), (width // 2, 0)
    )
    made = io.BytesIO()
    image.save(made, form, **options)
    return made.getvalue()


def made(data: bytes) -> Picture:
    found = picture(data)
    assert found is not None
    return found


def opened(found: Picture) -> Image.Image:
    return Image.open(io.BytesIO(found.data))


def camera(**turned: int) -> Image.Exif:
    exif = Image.Exif()
    exif[EXIF_CAMERA] = "Telefon 7"
    exif[EXIF_TURNED] = turned.get("turned", 1)
    exif[EXIF_GPS] = {1: "N", 2: (55.0, 24.0, 0.0), 3: "E", 4: (10.0, 23.0, 0.0)}
    return exif


@pytest.mark.parametrize(
    ("form", "options"),
    [
        ("JPEG", {"exif": camera(), "comment": b"Telefon 7", "quality": 95}),
        ("WEBP", {"exif": camera(), "xmp": b"<x>Telefon 7</x>"}),
        ("PNG", {"exif": camera()}),
    ],
)
def test_what_a_telephone_writes_is_taken_out(form: str, options: dict[str, object]) -> None:
    data = saved(form, **options)
    assert b"Telefon 7" in data
    found = made(data)
    assert b"Telefon" not in found.data
    assert not opened(found).getexif()
    assert {*opened(found).info} <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
        "loop",
        "background",
        "timestamp",
        "duration",
    }
    assert (found.width, found.height) == (40, 20)


def test_words_in_a_png_and_behind_its_end_are_taken_out() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", "Taget af en ven")
    info.add_text("Author", "En ven", zip=True)
    found = made(saved("PNG", pnginfo=info))
    assert b"ven" not in found.data
    assert b"Author" not in found.data
    plain = saved("PNG")
    assert made(plain + b"skjult").data != plain + b"skjult"
    assert b"skjult" not in made(plain + b"skjult").data
    assert b"hemmelig" not in made(png("hemmelig")).data


def test_a_picture_that_needs_nothing_is_left_as_it_is() -> None:
    plain = saved("PNG")
    assert made(plain).data == plain
    palette = saved("PNG", mode="P")
    assert made(palette).data == palette


def test_a_picture_that_lies_down_stands_up() -> None:
    found = made(saved("JPEG", exif=camera(turned=6)))
    assert (found.width, found.height) == (20, 40)
    image = opened(found).convert("L")
    assert image.getpixel((10, 5)) < 60
    assert image.getpixel((10, 35)) > 200


@pytest.mark.parametrize(
    ("size", "fits"), [((4000, 3000), (1600, 1200)), ((1000, 8000), (400, 3200)), ((1600, 3200), (1600, 3200))]
)
@pytest.mark.parametrize(("form", "mode"), [("JPEG", "RGB"), ("PNG", "P"), ("PNG", "RGBA"), ("WEBP", "RGB")])
def test_a_large_picture_is_made_smaller(form: str, mode: str, size: tuple[int, int], fits: tuple[int, int]) -> None:
    found = made(saved(form, *size, mode=mode))
    assert (found.width, found.height) == fits == opened(found).size


def test_what_can_be_seen_through_stays_so() -> None:
    found = made(saved("PNG", 2000, 100, mode="RGBA"))
    assert opened(found).mode == "RGBA"
    assert opened(found).getpixel((10, 10))[3] == 0


def test_colours_of_another_profile_are_those_of_the_web() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for data in (saved("JPEG", icc_profile=profile), saved("PNG", icc_profile=profile), saved("JPEG", mode="CMYK")):
        assert "icc_profile" not in opened(made(data)).info
        assert opened(made(data)).mode == "RGB"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n",
        jpeg()[:40],
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
    ],
)
def test_what_is_no_picture_is_none(data: bytes) -> None:
    assert picture(data) is None


def test_a_link_leads_to_the_languages_own_file_first() -> None:
    files = {
        "da/bog/filer/a.pdf",
        "en/bog/filer/a.pdf",
        "da/bog/filer/b.pdf",
        "faelles.pdf",
        "da/bog/filer/med rum.pdf",
    }
    seen = {
        (written, language): file_seen(written, "bog/kapitel.md", language, files)
        for written in ("filer/a.pdf", "filer/b.pdf#side=2", "../faelles.pdf", "filer/A.pdf", "filer/med%20rum.pdf")
        for language in ("da", "en", "ar")
    }
    assert [seen["filer/a.pdf", item] for item in ("da", "en", "ar")] == [
        "da/bog/filer/a.pdf",
        "en/bog/filer/a.pdf",
        "da/bog/filer/a.pdf",
    ]
    assert seen["filer/b.pdf#side=2", "en"] == "da/bog/filer/b.pdf"
    assert seen["../faelles.pdf", "ar"] == "faelles.pdf"
    assert seen["filer/A.pdf", "da"] is None
    assert seen["filer/med%20rum.pdf", "da"] == "da/bog/filer/med rum.pdf"
    assert [file_address(item) for item in ("da/a.pdf", "en/a.pdf", "a.pdf")] == ["a.pdf", "en/a.pdf", "a.pdf"]
