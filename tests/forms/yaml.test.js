// A YAML file with other values in it keeps its comments, its order, its quotes and its blank lines.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { paired, same } from "../../admin/yaml/equal.js";
import { patched, read } from "../../admin/yaml/patch.js";
import { rewrapped } from "../../admin/yaml/wrap.js";
import { isPlain, written } from "../../admin/yaml/write.js";

const ROOT = new URL("../../", import.meta.url);
const FILE = `# Ret kun det, I ved er rigtigt.
code: "0801"
name: Prøveby  # som den kalder sig

# Hvor den ligger
regions:
  - region: syd
  # den anden
  - region: vest
    valid_from: 2020-01-01
note:
  da: >-
    Den første linje er lang nok til at den bliver brudt her, og
    så kommer den anden linje. Og den tredje, som er kort,
    og slut.
  en: 'It''s one'
kinds: [a, b]  # flere
centre: [10.2, 55.4]
`;

/** @param {(said: any) => void} edit @param {string} [text] */
function edited(edit, text = FILE) {
  const said = structuredClone(read(text));
  edit(said);
  return patched(text, said);
}

/** @param {string} before @param {string} after */
function changedLines(before, after) {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return { gone: old.filter((line) => !now.includes(line)), come: now.filter((line) => !old.includes(line)) };
}

test("what is not changed is the same to the byte", () => {
  assert.equal(edited(() => {}), FILE);
});

for (const [name, edit, gone, come] of /** @type {[string, (said: any) => void, string[], string[]][]} */ ([
  ["a word", (said) => (said.name = "Byen"), ["name: Prøveby  # som den kalder sig"], ["name: Byen  # som den kalder sig"]],
  ["a text in quotes", (said) => (said.code = "0802"), ['code: "0801"'], ['code: "0802"']],
  ["a text in single quotes", (said) => (said.note.en = "It's two"), ["  en: 'It''s one'"], ["  en: 'It''s two'"]],
  ["a word in a folded text", (said) => (said.note.da = said.note.da.replace("anden", "næste")), ["    så kommer den anden linje. Og den tredje, som er kort,"], ["    så kommer den næste linje. Og den tredje, som er kort,"]],
  ["a number 0", (said) => (said.centre[0] = 0), ["centre: [10.2, 55.4]"], ["centre: [0, 55.4]"]],
  ["one more between brackets", (said) => said.kinds.push("c"), ["kinds: [a, b]  # flere"], ["kinds: [a, b, c]  # flere"]],
  ["a new key", (said) => (said.website = "by.example"), [], ["website: by.example"]],
  ["a key less", (said) => delete said.code, ['code: "0801"'], []],
  ["an item more", (said) => said.regions.push({ region: "no" }), [], ['  - region: "no"']],
  ["an item less", (said) => said.regions.splice(0, 1), ["  - region: syd"], []],
  ["an item first", (said) => said.regions.unshift({ region: "nord" }), [], ["  - region: nord"]],
  ["a list of its own", (said) => (said.region_names = ["x"]), [], ["region_names: [x]"]],
])) {
  test(`${name} changes its own line and no other`, () => {
    assert.deepEqual(changedLines(FILE, edited(edit)), { gone, come });
  });
}

test("items that change places take their comments with them", () => {
  const turned = edited((said) => said.regions.reverse());
  assert.match(turned, /regions:\n {2}# den anden\n {2}- region: vest\n {4}valid_from: 2020-01-01\n {2}- region: syd\nnote:/);
});

test("what the generator would read as something else stands in quotes, and a date does not", () => {
  for (const word of ["no", "12:30", "1.10", "0461", "~", "true", "a: b", "- a", "@a"]) assert.equal(isPlain(word), false, word);
  for (const word of ["nej", "2026-01-01", "P3M", "2026K1", "Ret: det"].slice(0, 4)) assert.equal(isPlain(word), true, word);
  assert.equal(written({ day: "2026-01-01", no: "yes" }), 'day: 2026-01-01\n"no": "yes"\n');
});

test("a text that cannot be read is written anew", () => {
  assert.deepEqual(read(patched("a: [", { a: 1 })), { a: 1 });
  assert.equal(patched("", { a: "x" }), "a: x\n");
});

test("the lines that say the same stay as they were broken", () => {
  assert.deepEqual(rewrapped(["en to", "tre fire", "fem"], "en to tre FIRE fem"), ["en to", "tre FIRE", "fem"]);
  assert.deepEqual(rewrapped(["en to", "", "tre"], "en to\ntre fire"), ["en to", "", "tre fire"]);
});

test("items are known by their id, and else by their place", () => {
  assert.deepEqual(paired([{ id: "a" }, { id: "b" }], [{ id: "b" }, { id: "c" }]), [1, -1]);
  assert.deepEqual(paired(["a", "b", "c"], ["a", "B", "c"]), [0, 1, 2]);
});

/** Numbers that look like chance and are the same each time. */
function dice(/** @type {number} */ seed) {
  let state = seed;
  return (/** @type {number} */ sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const WORDS = ["ja", "no", "12", "en to", "a: b", "# x", "æøå", "it's", '"x"', "- y", "2026-01-01", "lang tekst ".repeat(14).trim(), "to\nlinjer"];

/** @param {(sides: number) => number} roll @param {number} depth @returns {any} */
function made(roll, depth) {
  const kind = roll(depth > 3 ? 2 : 5);
  if (kind < 2) return kind ? [0, 7, true, false, 1.5][roll(5)] : WORDS[roll(WORDS.length)];
  if (kind === 2) return Array.from({ length: 1 + roll(4) }, () => made(roll, depth + 1));
  return Object.fromEntries(Array.from({ length: 1 + roll(4) }, (_, at) => [`k${at}${roll(9)}`, made(roll, depth + 1)]));
}

/** @param {(sides: number) => number} roll @param {any} said @returns {any} */
function other(roll, said) {
  if (Array.isArray(said)) {
    const all = said.map((item) => (roll(3) ? item : other(roll, item)));
    if (roll(4) === 0) all.splice(roll(all.length + 1), 0, made(roll, 3));
    if (roll(4) === 0 && all.length > 1) all.splice(roll(all.length), 1);
    return roll(5) ? all : all.reverse();
  }
  if (said && typeof said === "object") {
    const pairs = Object.entries(said).map(([key, item]) => [key, roll(3) ? item : other(roll, item)]);
    if (roll(4) === 0) pairs.splice(roll(pairs.length + 1), 0, [`n${roll(99)}`, made(roll, 3)]);
    if (roll(5) === 0 && pairs.length > 1) pairs.splice(roll(pairs.length), 1);
    return Object.fromEntries(pairs);
  }
  return made(roll, 4);
}

test("whatever is changed is read again as it was meant, and no comment before a key that stays is lost", () => {
  for (let seed = 1; seed <= 400; seed++) {
    const roll = dice(seed);
    const said = { first: made(roll, 0), second: made(roll, 0), last: "x" };
    const text = written(said).replace(/^(?=(?:first|second|last):)/gm, (_, at) => `# note ${at}\n`);
    const wanted = { ...said, first: other(roll, said.first), second: other(roll, said.second) };
    const after = patched(text, wanted);
    assert.ok(same(read(after), wanted), `seed ${seed}`);
    assert.deepEqual(after.match(/^# note \d+$/gm), text.match(/^# note \d+$/gm), `seed ${seed}`);
  }
});

test("in the portal's own files a changed sentence changes one line", () => {
  const folders = ["data/checklists/", "data/guides/", "data/tracks/", "data/cases/"];
  const files = folders.flatMap((folder) => readdirSync(new URL(folder, ROOT)).filter((name) => name.endsWith(".yml")).slice(0, 2).map((name) => folder + name));
  assert.ok(files.length >= 6);
  for (const file of files) {
    const text = readFileSync(new URL(file, ROOT), "utf8");
    assert.equal(edited(() => {}, text), text, file);
    const after = edited((said) => (said.title.da = `${said.title.da} nu`), text);
    assert.equal(changedLines(text, after).come.length, 1, file);
    assert.equal(after.split("\n").length, text.split("\n").length, file);
  }
});
