// What page.d.ts promises the scripts is what the templates write; no compiler sees both.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const ROOT = new URL("../../", import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, ROOT), "utf8");

/** The texts of all files below a folder whose names end like this. @param {string} folder @param {RegExp} ending */
function below(folder, ending) {
  const files = /** @type {string[]} */ (readdirSync(new URL(folder, ROOT), { recursive: true, encoding: "utf8" }));
  return files.filter((name) => ending.test(name)).map((name) => read(`${folder}/${name}`));
}

const types = read("plugins/vejviser/assets/types/page.d.ts");
const written = [...below("plugins/vejviser", /\.(jinja|html|py)$/), ...below("overrides", /\.html$/)].join("\n");
const scripts = below("plugins/vejviser/assets/js", /\.js$/).join("\n");
const dashed = (/** @type {string} */ name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** What a script puts on the page itself, and what a browser calls by another name. */
const OWN = new Set(["badge-new", "blank"]);

test("every attribute and class of a selector stands in a template", () => {
  const selectors = [...types.matchAll(/^ {2,}"([^"]+)"\??:|[{;] "([^"]+)": /gm)].map((it) => it[1] ?? it[2]);
  assert.ok(selectors.length > 50);
  const names = selectors.flatMap((it) => [...it.matchAll(/\[(data-[\w-]+)|\.([a-z][\w-]+)/g)].map((found) => found[1] ?? found[2]));
  const missing = names.filter((name) => !OWN.has(name) && !written.includes(name));
  assert.deepEqual(missing, []);
});

test("every data attribute of an element stands in a template", () => {
  const names = [...types.matchAll(/Data<([^,>]+)[,>]/g)].flatMap((it) => [...it[1].matchAll(/"(\w+)"/g)].map((name) => name[1]));
  assert.ok(names.length > 30);
  const missing = names.filter((name) => !OWN.has(name) && !written.includes(`data-${dashed(name)}`));
  assert.deepEqual(missing, []);
});

test("every selector that is promised is asked for by a script", () => {
  const promised = [...types.matchAll(/"(\[data-[\w-]+\])"\??:/g)].map((it) => it[1]);
  assert.deepEqual(promised.filter((it) => !scripts.includes(it)), []);
});
