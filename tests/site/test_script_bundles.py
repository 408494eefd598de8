"""Our scripts, written in modules, in few files: what asks for what, and what is refused; run by Node as a page would."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from vejviser.content.load.settings import Settings
from vejviser.site.assets import Assets, assets_of, hashed, own_assets, script_path
from vejviser.site.script_bundles import Bundles, read_module

SCRIPTS = {
    "frame": 'import { note } from "./parts/notes.js";\nnote("frame");\n'
    'globalThis.later = () => import("./parts/late.js").then((it) => it.late());\n'
    'globalThis.small = () => import("./small.js").then(({ small: it }) => it());\n',
    "parts/notes": "// what was done\nexport const notes = [];\n/** @param {string} text */\n"
    "export function note(text) {\n  notes.push(text);\n}\n",
    "page": 'import { note as say, notes } from "./parts/notes.js";\nimport { twice } from "./both.js";\nimport "./frame.js";\n'
    "say(`page ${twice}`);\nexport class Page {}\nglobalThis.notes = notes;\n",
    "both": 'import { note } from "./parts/notes.js";\nnote("both");\nexport const twice = 2;\n',
    "parts/late": 'import { note } from "./notes.js";\nimport { twice } from "../both.js";\n'
    'import { zip } from "../vendor/zip.js";\n'
    "export async function late() {\n  note(`late ${twice} ${zip()}`);\n"
    '  return [new URL("../../css/late.css", import.meta.url).pathname, new URL("../../../", import.meta.url).pathname,\n'
    "    new URL(`../../texts/${twice}.json`, import.meta.url).pathname];\n}\n",
    "small": 'import { note } from "./parts/notes.js";\nexport const small = () => note("small");\n',
    "broken": 'throw new Error("one fails");\n',
}
LIBRARY = b"const zip = () => 3;\nexport { zip };\n"
FILES = {
    script_path("vendor/zip"): "assets/hashed/js/vendor/zip.bcdf.js",
    "assets/vejviser/css/late.css": "assets/hashed/css/late.bcdf.css",
}


def bundles(scripts: Mapping[str, str], first: tuple[str, ...] = ("frame", "small", "broken")) -> Bundles:
    return Bundles(
        {name: read_module(name, text) for name, text in scripts.items()},
        first,
        script_path,
        lambda name: hashed(script_path(name), b"").rpartition("/")[0],
        lambda name, content: hashed(script_path(name), content),
        FILES,
    )


@pytest.mark.node
def test_a_page_runs_what_it_asks_for_in_its_order_and_every_module_once(tmp_path: Path) -> None:
    """»both« stands in two files, and is one module all the same; the script that fails stops no other."""
    made = bundles(SCRIPTS)
    page, frame = made.file("page"), made.file("frame")
    files = {**dict(made.made.values()), FILES[script_path("vendor/zip")]: LIBRARY}
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    (tmp_path / "package.json").write_text('{"type": "module"}', "utf-8")
    (tmp_path / "page.js").write_text(
        "globalThis.window = globalThis;\nconst failed = [];\n"
        'globalThis.document = { body: { dataset: { run: "frame broken page" } } };\n'
        'process.on("uncaughtException", ({ message }) => failed.push(message));\n'
        f'await import("./{frame}");\nawait import("./{page}");\n'
        "const urls = await later();\nawait small();\nawait new Promise((resolve) => setTimeout(resolve, 5));\n"
        "console.log(JSON.stringify({ notes, failed, urls }));\n",
        "utf-8",
    )
    done = subprocess.run(["node", "page.js"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    told = json.loads(done.stdout)
    assert told["notes"] == ["frame", "both", "page 2", "late 2 3", "small"]
    assert told["failed"] == ["one fails"]
    assert [Path(url).relative_to(tmp_path).as_posix() for url in told["urls"]] == [
        "assets/hashed/css/late.bcdf.css",
        "assets",
        "assets/vejviser/texts/2.json",
    ]


def test_the_name_of_a_file_is_another_when_what_it_asks_for_is() -> None:
    before = bundles(SCRIPTS).file("frame")
    changed = SCRIPTS | {"both": SCRIPTS["both"].replace("= 2", "= 3")}
    assert bundles(changed).file("frame") != before  # it asks for parts/late.js, which holds »both«
    assert bundles(SCRIPTS | {"unused": "let a;\n"}).file("frame") == before


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ('import page from "./page.js";\n', "import page"),
        ('import * as page from "./page.js";\n', r"import \*"),
        ("export default 3;\n", "export default"),
        ("export let a = 3;\n", "export let"),
        ('export { a } from "./page.js";\n', "export {"),
        ("const a = await fetch('x');\n", "const a = await"),
        ("const a = import.meta.url;\n", "import.meta"),
        ('import { a } from "./own.js";\n', "imports itself"),
        ('const a = () => import("./own.js");\n', "asks for it"),
    ],
)
def test_a_form_that_is_not_known_is_refused(script: str, told: str) -> None:
    with pytest.raises(ValueError, match=rf"own\.js.*{told}"):
        bundles(SCRIPTS | {"own": script}).file("own")


@pytest.fixture(scope="module")
def assets(tmp_path_factory: pytest.TempPathFactory) -> Assets:
    return assets_of(Settings(tmp_path_factory.mktemp("portal"), stylesheets=("assets/vejviser/css/vejviser.css",)))


def test_every_file_that_is_asked_for_is_there_and_named_by_what_it_holds(assets: Assets) -> None:
    for path in assets.names.values():
        stem, letters, ending = path.rsplit(".", 2)
        plain = f"{stem}.{ending}".replace("assets/hashed/", "assets/vejviser/")
        assert hashed(plain, assets.files[path]).rsplit(".", 2)[1] == letters, path
        assert re.fullmatch("[bcdfghjkmnpqrstv]{8}", letters), "no telephone number, and no word"


def test_no_script_or_stylesheet_is_published_but_by_its_hash(assets: Assets) -> None:
    plain = [path for path in assets.files if path.endswith((".css", ".js")) and "/hashed/" not in path]
    assert plain == []
    assert {path for path, _ in own_assets() if path.endswith(".woff2")} <= assets.names.keys()


def test_each_page_asks_for_one_stylesheet_and_two_scripts_at_most(assets: Assets) -> None:
    assert len(assets.stylesheets) == 1
    assert assets.page_scripts(("offline", "handbook", "parallel")) == ()
    assert len(assets.page_scripts(("checklist", "offline", "parallel"))) == 1
