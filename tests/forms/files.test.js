// How files become the values of a form, and those values files again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENTRIES, ORIGINAL, bodies, format } from "../../admin/forms/formats.js";
import { merged, shown } from "../../admin/forms/values.js";

const TITLE = { name: "title", widget: "object", fields: [{ name: "da", widget: "string", required: true }, { name: "en", widget: "string", required: false }] };
const FIELDS = [
  TITLE,
  { name: "count", widget: "number" },
  { name: "safety", widget: "boolean" },
  { name: "complete", widget: "boolean", default: true },
  { name: "kinds", widget: "select", multiple: true },
  { name: "items", widget: "list", fields: [{ name: "id", widget: "string" }, { name: "text", widget: "string" }] },
];
const EMPTY = { title: { da: "", en: "" }, count: null, safety: false, complete: true, kinds: [], items: [] };

test("a form that is saved unchanged writes nothing, whatever it leaves empty", () => {
  const said = { title: { da: "T" }, count: 0, kinds: [], left: { alone: 1 }, items: [{ id: "a", text: "x", law: "b" }] };
  const answered = { ...EMPTY, ...shown(said, FIELDS), title: { da: "T", en: "" } };
  assert.deepEqual(merged(said, answered, FIELDS), said);
});

test("0 and no are answers; nothing is none", () => {
  assert.deepEqual(merged({ count: 3, safety: true }, { ...EMPTY, count: 0, safety: false }, FIELDS), { count: 0, safety: false });
  assert.deepEqual(merged({ count: 3 }, { ...EMPTY, count: null }, FIELDS), {});
  assert.deepEqual(merged({}, { ...EMPTY, complete: false, count: 0 }, FIELDS), { count: 0, complete: false });
});

test("what a form does not ask for stays with its item, wherever that goes", () => {
  const said = { items: [{ id: "a", text: "x", law: "l" }, { id: "b", text: "y" }] };
  const answered = { ...EMPTY, items: [{ id: "b", text: "y" }, { id: "c", text: "z" }, { id: "a", text: "X" }] };
  assert.deepEqual(merged(said, answered, FIELDS).items, [{ id: "b", text: "y" }, { id: "c", text: "z" }, { id: "a", text: "X", law: "l" }]);
});

test("a number that a form shows as text is the same number", () => {
  const fields = [{ name: "code", widget: "string" }];
  assert.deepEqual(merged({ code: 461 }, { code: "461" }, fields), { code: 461 });
  assert.deepEqual(merged({ code: "x\n" }, { code: "y" }, fields), { code: "y\n" });
});

const PAGE = "---\ntitle: 'En side'  # kort\n# vigtigt\nsafety: [a]\n---\n\n## Et {#a}\n\nTekst.\n";
const TEXT = format({ kind: "text" }, [{ name: "title", widget: "string" }, { name: "body", widget: "markdown" }]);

test("a page keeps its comments and its text; only what was changed is another", () => {
  const values = TEXT.fromFile(PAGE.trim());
  assert.equal(`${TEXT.toFile(values).trim()}\n`, PAGE);
  assert.equal(TEXT.toFile({ ...values, title: "Ny" }).trim(), PAGE.replace("En side", "Ny").trim());
  assert.equal(TEXT.toFile({ ...values, body: String(values.body).replace("Tekst", "Ord") }).trim(), PAGE.replace("Tekst", "Ord").trim());
});

test("a new page begins with its dashes", () => {
  assert.equal(TEXT.toFile({ title: "Ny: side", body: "Ord." }), '---\ntitle: "Ny: side"\n---\nOrd.\n');
});

test("a page without dashes is all text", () => {
  assert.equal(TEXT.fromFile("Ord.").body, "Ord.");
});

test("a map of entries is a list in the form, and a map in the file", () => {
  const sources = format({ kind: "entries" }, [{ name: ENTRIES, widget: "list", fields: [{ name: "id", widget: "string" }, { name: "title", widget: "string" }] }]);
  const file = "# Kilderne\na-1:\n  title: A  # et\n  year: 2020\n\nb-2:\n  title: B\n";
  const values = sources.fromFile(file);
  assert.deepEqual(values[ENTRIES], [{ id: "a-1", title: "A" }, { id: "b-2", title: "B" }]);
  const more = { ...values, [ENTRIES]: [...(/** @type {any[]} */ (values[ENTRIES])), { id: "c-3", title: "C" }] };
  assert.equal(sources.toFile(more), `${file}c-3:\n  title: C\n`);
});

test("old addresses and new ones are pairs", () => {
  const redirects = format({ kind: "pairs" }, [{ name: ENTRIES, widget: "list", fields: [{ name: "from", widget: "string" }, { name: "to", widget: "string" }] }]);
  const values = redirects.fromFile("# Adresser\n/a/: /b/  # kort\n");
  assert.deepEqual(values[ENTRIES], [{ from: "/a/", to: "/b/" }]);
  assert.equal(redirects.toFile({ ...values, [ENTRIES]: [{ from: "/a/", to: "/c/" }] }), "# Adresser\n/a/: /c/  # kort\n");
});

const MATERIAL = format({ kind: "yaml", body: "body", locked: ["purpose"] }, [
  { name: "purpose", widget: "string" },
  { name: "owner", widget: "string" },
  { name: "changes", widget: "list", fields: [{ name: "version", widget: "string" }] },
  { name: "body", widget: "markdown" },
]);
const LOCKED = 'purpose: P\nowner: O\nchanges:\n  - version: "1.1"\n    text_hash: "abc"\n  - version: "1.0"\n    text_hash: "def"\n';

test("a material whose words are changed is not locked any more, until somebody locks it again", () => {
  const values = MATERIAL.fromFile(LOCKED);
  assert.equal(MATERIAL.toFile({ ...values, owner: "X" }), LOCKED.replace("owner: O", "owner: X"));
  assert.equal(MATERIAL.toFile({ ...values, purpose: "X" }), LOCKED.replace("purpose: P", "purpose: X").replace('    text_hash: "abc"\n', ""));
  const raised = [{ version: "1.2" }, ...(/** @type {any[]} */ (values.changes))];
  assert.equal(MATERIAL.toFile({ ...values, purpose: "X", changes: raised }).match(/text_hash/g)?.length, 2);
});

test("the text of a new material waits for the file that it becomes", () => {
  const text = MATERIAL.toFile({ purpose: "P", body: "Teksten." });
  assert.equal(bodies.get(text.trim()), "Teksten.");
  assert.ok(!text.includes("Teksten"));
  assert.ok(!(ORIGINAL in MATERIAL.fromFile(text)) || MATERIAL.fromFile(text)[ORIGINAL] === text);
});
