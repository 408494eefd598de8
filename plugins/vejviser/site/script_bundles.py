"""Scripts written in many small modules -> few files, each named by its content.

A page asks for the file that every page shares, and for at most one more of its own kind. A module stands in a file as
a function that is called the first time somebody needs the module, and is known to all files of a page by one name, so
that it is one and the same wherever it came from. What is asked for while a page is in use (`import("…")`) comes in a
file of its own.

Only the few ways to write `import` and `export` that our own scripts use are known; another one raises ValueError.
Libraries of others stay the modules they are.

Pure: texts of modules in, texts of files out.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from posixpath import dirname, join, normpath, relpath

from rjsmin import jsmin

_IMPORT = re.compile(r'^import (?:\{([^{}"]*)\} from )?"(\.[^"]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*?|class|const) (\w+)", re.MULTILINE)
_UNKNOWN = re.compile(r"^(?:import\b(?!\()|export\b|await\b|(?:const|let) .*= await\b).*", re.MULTILINE)
_UNPLACED = re.compile(r"\bimport\.meta\b.{,40}|\bimport\((?!\"\.|\w+\().{,40}")
_ASKED_FOR = re.compile(r'\bimport\("(\.[^"]+)\.js"\)')
_ADDRESS = re.compile(r'\bnew URL\((?P<quote>["`])(?P<up>(?:\.\.?/)+)(?P<rest>[^"`]*)(?P=quote),\s*import\.meta\.url\)')
_START = """\
const known=new Map(),asked=(document.body.dataset.run??"").split(" ");
const put=(name,make)=>{let made;if(!known.has(name))known.set(name,()=>made??=make()??{})};
const use=(name)=>known.get(name)();
const run=()=>{while(known.has(asked[0]))try{use(asked.shift())}catch(error){setTimeout(()=>{throw error})}};
window.vejviser={put,use,run};
"""
"""`put` a module under a name, once; `use` what it gives; `run` what the page asks for, in its order, as far as it is
there. One script that fails stops no other."""
_GO_ON = "const{put,use,run}=window.vejviser;\n"
_END = "run();\n"


@dataclass(frozen=True, slots=True)
class Module:
    """One of our own scripts: what it imports, what it exports, and its text without both."""

    imports: Mapping[str, Mapping[str, str]]
    """By the name of the other module: the names here -> the names there."""
    exports: tuple[str, ...]
    text: str

    def asks_for(self, name: str) -> Iterator[str]:
        """Yield the names of the modules that this one, which is called `name`, imports while a page is in use."""
        return (_named(name, found[1]) for found in _ASKED_FOR.finditer(self.text))


def read_module(name: str, text: str) -> Module:
    """Read the script `name`, its path without the ending; raises ValueError for a form that is not known here."""
    imports: dict[str, dict[str, str]] = {}
    for found in _IMPORT.finditer(text):
        named = (part.split(" as ") for part in (found[1] or "").replace("\n", " ").split(",") if part.strip())
        there = imports.setdefault(_named(name, found[2]), {})
        there |= {names[-1].strip(): names[0].strip() for names in named}
    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub("", text))
    shortened = str(jsmin(body))
    if unknown := _UNKNOWN.search(body) or _UNPLACED.search(_ADDRESS.sub("", shortened)):
        raise ValueError(f"{name}.js: {unknown[0][:80]}")
    return Module(imports, tuple(found[2] for found in _EXPORT.finditer(text)), shortened)


@dataclass
class Bundles:
    """The files of the `modules`, by their names; `first` are those in the file of every page.

    `plain` gives a name the path of its script as it is written, `folder` the folder its file is published in, `place`
    a name and a content the path of the file. `files` are other files, by plain path: where each is published; the
    libraries of others among them are modules themselves.
    """

    modules: Mapping[str, Module]
    first: tuple[str, ...]
    plain: Callable[[str], str]
    folder: Callable[[str], str]
    place: Callable[[str, bytes], str]
    files: Mapping[str, str]
    made: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    """By the name of the script each was made for: where it is published, and what it holds."""

    @cached_property
    def shared(self) -> tuple[str, ...]:
        """The modules in the file of every page, each after what it needs."""
        return tuple(dict.fromkeys(name for first in self.first for name in self._needed(first)))

    def file(self, name: str) -> str:
        """Return where the script `name` is published; raises ValueError where two scripts ask for each other."""
        name = self.first[0] if name in self.shared else name
        if name not in self.made:
            self.made[name] = "", b""
            content = self._joined(name).encode()
            self.made[name] = self.place(name, content), content
        if not (found := self.made[name][0]):
            raise ValueError(f"{name}.js asks for a script that asks for it")
        return found

    def _joined(self, name: str) -> str:
        if name in self.shared:
            return "".join([_START, *(self._put(name, module, {}) for module in self.shared), _END])
        inside = [module for module in dict.fromkeys(self._needed(name)) if module not in self.shared]
        libraries = dict.fromkeys(source for module in inside for source in self.modules[module].imports)
        theirs = {source: f"v{number}" for number, source in enumerate(libraries) if source not in self.modules}
        taken = (f'import*as {v} from"{self._from(name, self.files[self.plain(it)])}";\n' for it, v in theirs.items())
        return "".join([*taken, _GO_ON, *(self._put(name, module, theirs) for module in inside), _END])

    def _needed(self, name: str, above: tuple[str, ...] = ()) -> Iterator[str]:
        """Yield a module and what it imports, each after what it needs; raises ValueError at a circle."""
        if name in above:
            raise ValueError(f"{name}.js imports itself in the end")
        for source in self.modules[name].imports:
            if source in self.modules:
                yield from self._needed(source, (*above, name))
        yield name

    def _put(self, file: str, name: str, theirs: Mapping[str, str]) -> str:
        """Return a module as it stands in a file, given the libraries of others there."""
        module = self.modules[name]
        takes = "".join(_taken(source, names, theirs.get(source)) for source, names in module.imports.items())
        text = _ASKED_FOR.sub(partial(self._asked_for, file, name), module.text)
        text = _ADDRESS.sub(partial(self._address, file, name), text)
        gives = f"\nreturn{{{','.join(module.exports)}}}" if module.exports else ""
        return f'put("{name}",()=>{{{takes}{text}{gives}}});\n'

    def _asked_for(self, file: str, name: str, found: re.Match[str]) -> str:
        """Return the words for a module that is asked for while a page is in use."""
        wanted = _named(name, found[1])
        if wanted in self.shared:
            return f'Promise.resolve().then(()=>use("{wanted}"))'
        return f'import("{self._from(file, self.file(wanted))}").then(()=>use("{wanted}"))'

    def _address(self, file: str, name: str, found: re.Match[str]) -> str:
        """Return the words for an address that a module writes as seen from itself, as seen from a file."""
        quote, rest = found["quote"], found["rest"]
        above = normpath(join(dirname(self.plain(name)), found["up"]))
        published = self.files.get(normpath(join(above, rest))) if quote == '"' else None
        written = self._from(file, published) if published else f"{self._from(file, above)}/{rest}"
        return f"new URL({quote}{written}{quote},import.meta.url)"

    def _from(self, file: str, path: str) -> str:
        """Return a path below the site's root as a file sees it."""
        found = relpath(path, self.folder(file))
        return found if found.startswith(".") else f"./{found}"


def _named(name: str, written: str) -> str:
    """Return the name of a module as another one writes it."""
    return normpath(join(dirname(name), written))


def _taken(source: str, names: Mapping[str, str], theirs: str | None) -> str:
    """Return the words by which a module takes what it imports."""
    used = theirs or f'use("{source}")'
    named = ",".join(there if here == there else f"{there}:{here}" for here, there in names.items())
    return f"const{{{named}}}={used};" if named else f"{used};"
