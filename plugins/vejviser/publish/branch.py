"""Publishing into a git branch, for hosts that show one (GitHub Pages, Codeberg Pages).

Each release is one commit without a parent, so the history of the branch does not grow; the earlier ones are kept as
refs/vejviser/releases/<stamp> on the same remote. Nothing is checked out, no index of the project is touched, and what
is stored lies in .cache/pages: the next push then sends only what is new. What a host writes into the branch itself,
such as the name of a domain, stays; a branch that holds something else than a site is left alone.
"""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from vejviser.base.engine import KEPT, Engine
from vejviser.base.git import GitError, run_git
from vejviser.base.problems import PublishError
from vejviser.content.addresses import PUBLISHED_ON
from vejviser.publish import older
from vejviser.publish.headers import has_forms, headers_file
from vejviser.publish.known_files import FileFacts
from vejviser.publish.manifest import HEADERS, NAME, published_on, whole_site
from vejviser.publish.older import day_of
from vejviser.publish.prepare import Prepared
from vejviser.publish.releases import Published, Release, chosen
from vejviser.publish.remembered import remember, remembered

RELEASES = "refs/vejviser/releases/"
STORE = f"{KEPT}/pages"
TRIES = 3
HOSTS_OWN = ("CNAME", ".domains")
"""Where GitHub Pages and Codeberg Pages keep the names of the domains a site is shown under."""
_BLOBS = "git-blob"
AUTHOR = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Vejviser"), ("EMAIL", "vejviser@invalid"))
}


@dataclass(frozen=True, slots=True)
class _Tip:
    """What a branch shows: its commit, its tree, and the host's own files in it, name -> blob. Nothing yet: empty."""

    commit: str = ""
    tree: str = ""
    hosts_own: Mapping[str, str] = field(default_factory=dict)
    lasting: older.Lastings = field(default_factory=dict)
    """Which of its files last."""
    blobs: Mapping[str, str] = field(default_factory=dict)
    """The blobs of those files, by name."""
    told: str = ""
    """The blob of its build.json."""


@dataclass(frozen=True, slots=True)
class BranchTarget:
    """The branch `branch` of `remote`, a name or an address, seen from the repository `root`."""

    root: Path
    remote: str
    branch: str
    keep: int = 5
    engine: Engine = field(default_factory=Engine, compare=False)
    """What is remembered from one publishing to the next."""

    def publish(self, site: Path, stamp: str, *, preview: bool = False) -> Published:
        """Push the finished `site` as the newest commit of the branch; raises PublishError and changes nothing."""
        files = whole_site(site, self.engine, preview=preview)
        dates = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), _git_date(stamp))
        fresh = 0
        for tries_left in reversed(range(TRIES)):
            seen = self._seen()
            tip = self._tip(seen)
            tree, stored = self._tree(site, files, tip, day_of(stamp), preview=preview)
            fresh = max(fresh, stored)
            shown = next((item for item in _releases(seen, self._ref) if item.current and tree == tip.tree), None)
            dated = self._with_day(tree, stamp)
            name = shown.stamp if shown else stamp
            if shown and dated == tip.tree:
                return Published(name, Prepared(len(files) + 1, 0), unchanged=True)
            commit = self._git(["commit-tree", dated, "-m", f"Site {name}"], environment=AUTHOR | dates)
            if shown:  # nothing but the day: the same release
                new = {self._ref: commit, f"{RELEASES}{name}": commit}
                if self._pushed(new, seen, last=not tries_left, there=tip.commit):
                    return Published(name, Prepared(len(files) + 1, 0), unchanged=True)
                continue
            old = sorted(name for name in seen if name.startswith(RELEASES))[: -self.keep]
            new = {self._ref: commit, f"{RELEASES}{stamp}": commit, **dict.fromkeys(old, "")}
            if self._pushed(new, seen, last=not tries_left, there=tip.commit):
                break
        return Published(stamp, Prepared(len(files) + 1, fresh))

    def roll_back(self, to: str | None = None) -> str:
        """Show the release before this one again, or the release `to`; return its stamp. Raises PublishError."""
        seen = self._seen()
        known = _releases(seen, self._ref, {} if to else self._trees(seen))
        stamp = chosen(known, to, self.branch)
        current = next((item.stamp for item in known if item.current), "")
        self._fetch([f"{RELEASES}{stamp}"], seen)
        later = {f"{RELEASES}{item.stamp}": "" for item in known if stamp < item.stamp <= current}
        commit = self._with_older(stamp, day_of(current or stamp), seen)
        self._pushed({self._ref: commit, f"{RELEASES}{stamp}": commit, **later}, seen, last=True)
        return stamp

    def forget(self) -> int:
        """Remove every release but the one shown from the remote's list; return how many. Raises PublishError."""
        seen = self._seen()
        known = _releases(seen, self._ref)
        old = [f"{RELEASES}{release.stamp}" for release in known if not release.current]
        tip, new = self._tip(seen), dict.fromkeys(old, "")
        if older.older(tip.lasting):
            own = {name: it for name, it in tip.lasting.items() if not it.until}
            changes = {**dict.fromkeys(older.older(tip.lasting), ""), older.NAME: self._blob(older.as_text(own))}
            shown = next((release.stamp for release in known if release.current), "")
            commit = self._changed(tip.tree, changes, shown)
            new |= {self._ref: commit} | ({f"{RELEASES}{shown}": commit} if shown else {})
        if new:
            self._pushed(new, seen, last=True)
        return len(old)

    def releases(self) -> tuple[Release, ...]:
        """Return every release the remote still has, the oldest first."""
        return _releases(self._seen(), self._ref)

    @property
    def _ref(self) -> str:
        return f"refs/heads/{self.branch}"

    def _tip(self, seen: Mapping[str, str]) -> _Tip:
        """Return what the branch shows; raises PublishError when that is no site of ours."""
        if not (commit := seen.get(self._ref)):
            return _Tip()
        self._fetch([self._ref], seen)
        listed = self._git(["ls-tree", "-z", commit]).split("\0")
        there = {name: facts.split()[2] for facts, _, name in (line.partition("\t") for line in listed) if name}
        if others := sorted(there.keys() - {*HOSTS_OWN, ".nojekyll"} if NAME not in there else ()):
            raise PublishError("publish-branch-not-ours", target=self.branch, name=others[0])
        own = {name: blob for name, blob in there.items() if name in (*HOSTS_OWN, PUBLISHED_ON)}
        lasting, blobs = self._lasting(commit)
        tree = self._git(["rev-parse", f"{commit}^{{tree}}"])
        return _Tip(commit, tree, own, lasting, blobs, there.get(NAME, ""))

    def _lasting(self, commit: str) -> tuple[older.Lastings, Mapping[str, str]]:
        """Return which files of a release last, and their blobs."""
        try:
            told = older.as_lastings(self._git(["cat-file", "blob", f"{commit}:{older.NAME}"]).encode())
        except PublishError:  # published before there was such a list
            return {}, {}
        listed = self._git(["ls-tree", "-r", "-z", commit]).split("\0")
        blobs = {name: facts.split()[2] for facts, _, name in (line.partition("\t") for line in listed) if name in told}
        return {name: it for name, it in told.items() if name in blobs}, blobs

    def _with_older(self, stamp: str, day: date, seen: Mapping[str, str]) -> str:
        """Return the commit of a release with what pages of the one shown still need."""
        commit, tip = seen[f"{RELEASES}{stamp}"], self._tip(seen)
        there, _ = self._lasting(commit)
        own = {name: it for name, it in there.items() if not it.until}
        lasting = own | older.left(tip.lasting, own, day)
        if lasting == there:
            return commit
        changes = {name: tip.blobs[name] for name in older.older(lasting)}
        changes |= dict.fromkeys(older.older(there) - lasting.keys(), "")
        changes[older.NAME] = self._blob(older.as_text(lasting))
        return self._changed(self._git(["rev-parse", f"{commit}^{{tree}}"]), changes, stamp)

    def _blob(self, text: bytes) -> str:
        return self._git(["hash-object", "-w", "--stdin"], given=text.decode())

    def _changed(self, tree: str, changes: Mapping[str, str], stamp: str) -> str:
        """Return the commit of a tree in which some files have other blobs; no blob: the file is gone."""
        lines = (f"{'100644' if blob else '0'} {blob or '0' * len(tree)}\t{name}\0" for name, blob in changes.items())
        with tempfile.TemporaryDirectory() as folder:
            environment = {"GIT_INDEX_FILE": f"{folder}/index"}
            self._git(["read-tree", tree], environment=environment)
            self._git(["update-index", "-z", "--add", "--index-info"], given="".join(lines), environment=environment)
            made = self._git(["write-tree"], environment=environment)
        dates = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), _git_date(stamp))
        return self._git(["commit-tree", made, "-m", f"Site {stamp}"], environment=AUTHOR | dates)

    def _trees(self, seen: Mapping[str, str]) -> Mapping[str, str]:
        """Return what tells the site of every release, by its ref: what is kept from before is no part of it."""
        refs = [name for name in seen if name.startswith(RELEASES)]
        self._fetch(refs, seen)
        return {ref: self._git(["rev-parse", f"{seen[ref]}:{NAME}"]) for ref in refs}

    def _fetch(self, refs: Sequence[str], seen: Mapping[str, str]) -> None:
        """Get the commits of refs that are not here yet, with all that is in them."""
        if missing := [ref for ref in refs if not self._has(f"{seen[ref]}^{{tree}}")]:
            self._git(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", self.remote, *missing])

    def _has(self, identity: str) -> bool:
        try:
            self._git(["cat-file", "-e", identity])
        except PublishError:
            return False
        return True

    def _tree(
        self, site: Path, files: Mapping[str, FileFacts], tip: _Tip, day: date, *, preview: bool
    ) -> tuple[str, int]:
        """Store the files as they are, byte for byte; return the tree, and how many of them git had not seen before."""
        known = remembered(_BLOBS, self.engine)
        try:
            return self._stored(site, files, known, tip, day, preview=preview)
        except PublishError:  # somebody has removed objects that git had
            return self._stored(site, files, {}, tip, day, preview=preview)

    def _stored(
        self,
        site: Path,
        files: Mapping[str, FileFacts],
        known: Mapping[str, str],
        tip: _Tip,
        day: date,
        *,
        preview: bool,
    ) -> tuple[str, int]:
        names = [*(name for name, facts in files.items() if facts.sha256 not in known), NAME]
        paths = "\n".join(str(site.resolve() / name) for name in names)
        ids = self._git(["hash-object", "-w", "--no-filters", "--stdin-paths"], given=paths).split()
        new = dict(zip(names, ids, strict=True))
        blobs = {name: new.get(name) or known[files[name].sha256] for name in (*files, NAME)}
        lasting = tip.lasting if blobs[NAME] == tip.told else older.lasting(files, tip.lasting, day)
        kept = {name: tip.blobs[name] for name in older.older(lasting)}
        headers = headers_file(preview=preview, admin=has_forms(blobs))
        extra = {HEADERS: headers, ".nojekyll": b"", older.NAME: older.as_text(lasting)}
        stored = {name: self._blob(text) for name, text in extra.items()}
        all_blobs = {**tip.hosts_own, **kept, **blobs, **stored}
        index = "".join(f"100644 {identity}\t{name}\0" for name, identity in all_blobs.items())
        with tempfile.TemporaryDirectory() as folder:
            environment = {"GIT_INDEX_FILE": f"{folder}/index"}
            self._git(["update-index", "-z", "--add", "--index-info"], given=index, environment=environment)
            tree = self._git(["write-tree"], environment=environment)  # fails where an object is missing
        remember(_BLOBS, {facts.sha256: blobs[name] for name, facts in files.items()}, self.engine)
        return tree, len(names)

    def _with_day(self, tree: str, stamp: str) -> str:
        """Return a tree with the day of a publishing in it, in the place of another's."""
        day = self._git(["hash-object", "-w", "--stdin"], given=published_on(stamp).decode())
        others = [line for line in self._git(["ls-tree", tree]).splitlines() if not line.endswith(f"\t{PUBLISHED_ON}")]
        lines = [*others, f"100644 blob {day}\t{PUBLISHED_ON}"]
        return self._git(["mktree"], given="\n".join(lines) + "\n")

    def _seen(self) -> dict[str, str]:
        lines = self._git(["ls-remote", self.remote, self._ref, f"{RELEASES}*"]).splitlines()
        return {name: identity for identity, name in (line.split("\t") for line in lines)}

    def _pushed(self, new: Mapping[str, str], seen: Mapping[str, str], *, last: bool, there: str = "") -> bool:
        """Move all refs or none, and only if the branch is as it was `seen`; return whether it went well.

        Nothing is sent that is in the commit `there`, which the remote has.
        """
        lease = f"--force-with-lease={self._ref}:{seen.get(self._ref, '')}"
        refs = [f"{identity}:{ref}" for ref, identity in new.items()]
        try:
            command = ["push", "--quiet", "--atomic", "--no-verify", lease, self.remote, *_forced(refs, self._ref)]
            with _known_to_end_at(there) as environment:
                self._git(command, environment=environment)
        except PublishError:
            if last:
                raise
            return False
        return True

    def _git(self, arguments: list[str], given: str = "", environment: Mapping[str, str] | None = None) -> str:
        return _run(self.root, arguments, given, {**_store(self.root), **(environment or {})})


@cache
def _store(root: Path) -> Mapping[str, str]:
    """Return the variables that let git write into our own store, and read the repository's as well."""
    objects = root / _run(root, ["rev-parse", "--git-path", "objects"])
    store = root.resolve() / STORE
    store.mkdir(parents=True, exist_ok=True)
    return {"GIT_OBJECT_DIRECTORY": str(store), "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(objects.resolve())}


def _run(root: Path, arguments: list[str], given: str = "", environment: Mapping[str, str] | None = None) -> str:
    try:
        return run_git(root, *arguments, given=given.encode(), environment=environment or {}).decode().strip()
    except GitError as error:
        if not error.printed:
            raise
        raise PublishError("publish-git", command=arguments[0], reason=error.printed) from error


@contextmanager
def _known_to_end_at(commit: str) -> Iterator[Mapping[str, str]]:
    """Give the variables by which git looks into the tree of a commit for what need not be sent.

    It does so of itself only where the new commit has that one for a parent; ours have none. In a repository whose
    history is cut off it looks into every commit that the remote has: so this one is said to be cut off at `commit`.
    """
    with tempfile.TemporaryDirectory() as folder:
        shallow = Path(folder, "shallow")
        shallow.write_text(f"{commit}\n" if commit else "", "ascii")
        yield {"GIT_SHALLOW_FILE": str(shallow)} if commit else {}


def _releases(seen: Mapping[str, str], branch: str, trees: Mapping[str, str] | None = None) -> tuple[Release, ...]:
    names = sorted(name for name in seen if name.startswith(RELEASES))
    return tuple(
        Release(
            name.removeprefix(RELEASES),
            seen[name] == seen.get(branch),
            withdrawn=False,
            content=(trees or {}).get(name, ""),
        )
        for name in names
    )


def _forced(refs: Iterable[str], branch: str) -> list[str]:
    """Mark the refs beside the branch as ones that may be replaced; the branch has its lease."""
    return [ref if ref.endswith(f":{branch}") or ref.startswith(":") else f"+{ref}" for ref in refs]


def _git_date(stamp: str) -> str:
    """Return the date of a stamp such as 20261122T115100Z in a form that git reads."""
    day, _, time = stamp.partition("T")
    return f"{day[:4]}-{day[4:6]}-{day[6:8]}T{time[:2]}:{time[2:4]}:{time[4:6]}Z"
