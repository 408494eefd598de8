"""Files filled in a real browser, by the scripts as a site publishes them and under the policy it publishes them with."""

import base64
import functools
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Handler, serving
from tests.documents.samples import VALUES, blank, filled, form
from vejviser.content.days import months
from vejviser.publish.headers import SECURITY
from vejviser.site.assets import own_assets

pytestmark = pytest.mark.browser

FILL = """async ([format, values, known]) => {
  const bytes = new Uint8Array(await (await fetch(`blank.${format}`)).arrayBuffer());
  const module = await import(`/assets/vejviser/js/fill/${format}.js`);
  const fill = module[{docx: "fillDocx", odt: "fillOdt", pdf: "fillPdf"}[format]];
  const made = await fill(bytes, values, known);
  return btoa(Array.from(made, (it) => String.fromCharCode(it)).join(""));
}"""


class GuardedHandler(Handler):
    """Serves a folder with the headers that every host of a site sends."""

    def end_headers(self) -> None:
        for name, value in SECURITY.items():
            self.send_header(name, value)
        super().end_headers()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, reader: Browser) -> Iterator[Page]:
    """A page with nothing on it but blank files within reach."""
    folder: Path = tmp_path_factory.mktemp("desk")
    for path, content in own_assets():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    (folder / "404.html").write_text("<!doctype html><title>404</title>", "utf-8")
    for language in ("da", "ar"):
        (folder / language).mkdir()
        (folder / language / "index.html").write_text(
            f'<!doctype html><html lang="{language}"><link rel="icon" href="data:,"><title>x</title>', "utf-8"
        )
        for format_ in ("docx", "odt", "pdf"):
            (folder / language / f"blank.{format_}").write_bytes(blank(language, format_))  # type: ignore[arg-type]
    with serving("127.0.0.1", functools.partial(GuardedHandler, directory=str(folder))) as port:
        page = reader.new_page()
        page.goto(f"http://127.0.0.1:{port}/da/")
        yield page
        page.close()


def fill(desk: Page, language: str, format_: str, values: dict[str, Any]) -> bytes:
    desk.goto(desk.url.replace("/da/", "/").replace("/ar/", "/") + f"{language}/")
    choices = {field.id: [choice.id for choice in field.choices] for field in form(language).fields}
    ids = [field.id for field in form(language).fields if field.type == "date"]
    known = {"choices": choices, "days": {"ids": ids, "months": months(language)}}
    return base64.b64decode(desk.evaluate(FILL, [format_, values, known]))


@pytest.mark.parametrize("format_", ["docx", "odt", "pdf"])
@pytest.mark.parametrize("language", ["da", "ar"])
def test_a_file_is_filled_under_the_policy(language: str, format_: str, desk: Page) -> None:
    said: list[str] = []
    desk.on("console", lambda message: said.append(message.text))
    made = fill(desk, language, format_, VALUES[language])
    assert said == []
    expected = filled(language, format_)  # type: ignore[arg-type]
    read = fields if format_ == "pdf" else parts
    assert read(made) == read(expected)


def parts(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def fields(data: bytes) -> list[tuple[str, str]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [(str(field.T), str(field.get("/V", ""))) for field in pdf.Root.AcroForm.Fields]


def test_another_font_is_fetched_when_a_letter_asks_for_it(desk: Page) -> None:
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    fill(desk, "da", "pdf", {"kontakt": "Hansen € 5"})
    assert [name for name in asked if name.endswith(".ttf")] == []
    made = fill(desk, "da", "pdf", {"kontakt": "Ганна Шевченко"})
    assert [name for name in asked if name.endswith(".ttf")] == ["FieldsCyrillic.ttf"]
    assert b"/Drawn1" in look(made, "kontakt")


def look(data: bytes, name: str) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (found,) = [field.AP.N.read_bytes() for field in pdf.Root.AcroForm.Fields if str(field.T) == name]
        return bytes(found)


def test_without_its_font_a_letter_is_in_the_field_all_the_same(desk: Page) -> None:
    desk.route("**/*.ttf", lambda route: route.abort())
    made = fill(desk, "da", "pdf", {"kontakt": "Ганна"})
    desk.unroute("**/*.ttf")
    assert dict(fields(made))["kontakt"] == "Ганна"
