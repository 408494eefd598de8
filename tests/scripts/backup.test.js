import assert from "node:assert/strict";
import { before, test } from "node:test";
import { openWindow } from "./device.js";

openWindow();
const { content, CopyError, opened, ROUNDS, written } = await import("../../plugins/vejviser/assets/js/my_match/backup.js");

const CONTENT = { kept: { "match:/:a": { until: 20500, value: { word: "kaffe ☕", note: "أهلا, øl" } } }, saved: ["/tjeklister/matchmoede/"] };
const PLACE = { portal: "/", made: "2026-11-29" };
const PASSWORD = "æbler og pærer";
let open = "";
let locked = "";

before(async () => {
  open = await written(CONTENT, PLACE);
  locked = await written(CONTENT, { ...PLACE, password: PASSWORD });
});

/** What a file is refused for, with the password that was given. @param {string} text @param {string} [password] @param {string} [portal] */
async function refusal(text, password, portal = "/") {
  try {
    await content(await opened(text, portal), password);
  } catch (error) {
    assert.ok(error instanceof CopyError, String(error));
    return error.message;
  }
  return "";
}
/** The file with something else in it. @param {string} text @param {Record<string, unknown>} changes */
const changed = (text, changes) => JSON.stringify({ ...JSON.parse(text), ...changes });

test("what was written is what is read, open and locked", async () => {
  assert.deepEqual(await content(await opened(open, "/")), CONTENT);
  assert.deepEqual(await content(await opened(locked, "/"), PASSWORD), CONTENT);
  assert.equal((await opened(open, "/")).made, "2026-11-29");
  assert.ok(!(await opened(open, "/")).lock);
  assert.deepEqual(await content(await opened(`\uFEFF${open.replaceAll("\n", "\r\n")}`, "/")), CONTENT, "also after a mail program");
});

test("a locked file shows nothing of what is in it, and no two are alike", async () => {
  for (const word of ["kaffe", "match:", "tjeklister"]) assert.ok(!locked.includes(word), word);
  const { lock, kept } = JSON.parse(locked);
  const other = JSON.parse(await written(CONTENT, { ...PLACE, password: PASSWORD }));
  assert.ok(lock.rounds >= 600_000);
  assert.equal(ROUNDS, lock.rounds);
  assert.equal(Buffer.from(lock.salt, "base64").length, 16);
  assert.equal(Buffer.from(lock.iv, "base64").length, 12);
  assert.notEqual(kept, other.kept);
  assert.notEqual(lock.salt, other.lock.salt);
});

test("another password is told from a damaged file", async () => {
  assert.equal(await refusal(locked, "forkert"), "password");
  assert.equal(await refusal(locked, ""), "password");
  const { kept } = JSON.parse(locked);
  assert.equal(await refusal(changed(locked, { kept: `A${kept.slice(1)}`.replace(/^AA/, "BA") }), PASSWORD), "damaged");
  assert.equal(await refusal(locked.slice(0, -40), PASSWORD), "damaged");
});

test("the same password typed with letters and marks apart opens it", async () => {
  const text = await written(CONTENT, { ...PLACE, password: "Zoë" });
  assert.equal(await refusal(text, "Zoe\u0308"), "");
});

test("fewer rounds than were written are not believed, whatever the file says", async () => {
  const { lock } = JSON.parse(locked);
  assert.equal(await refusal(changed(locked, { lock: { ...lock, rounds: 1000 } }), PASSWORD), "damaged");
  assert.equal(await refusal(changed(locked, { lock: { ...lock, rounds: 1e9 } }), PASSWORD), "damaged");
  assert.equal(await refusal(changed(locked, { lock: { ...lock, rounds: 600_001 } }), PASSWORD), "password");
});

test("a letter changed anywhere in an open file is noticed", async () => {
  assert.equal(await refusal(open.replace("kaffe", "kaffi")), "damaged");
  assert.equal(await refusal(open.slice(0, -20)), "damaged");
  assert.equal(await refusal(changed(open, { check: "" })), "damaged");
});

test("what is no copy, of a newer portal or of another one is told by its name", async () => {
  for (const text of ["", "hej", "[]", "null", "7", '{"format": "noget andet"}', "BEGIN:VCALENDAR"]) assert.equal(await refusal(text), "not-ours", text);
  assert.equal(await refusal(changed(open, { version: 2 })), "newer");
  assert.equal(await refusal(changed(open, { version: "1" })), "damaged");
  assert.equal(await refusal(open, "", "/andet/"), "other-portal");
});

test("what has another shape inside is refused, and what may not be kept is left out", async () => {
  const wrong = [{}, { kept: 1, saved: [] }, { kept: { a: 1 }, saved: [] }, { kept: { a: { until: "x", value: 1 } }, saved: [] }, { kept: {}, saved: 1 }];
  for (const it of wrong) assert.equal(await refusal(await written(/** @type {any} */ (it), PLACE)), "damaged", JSON.stringify(it));
  const kept = JSON.parse('{"device": {"until": 1, "value": "own"}, "tab:x": {"until": 1, "value": 1}, "form:/x": {"until": 1, "value": 1}, "__proto__": {"until": 1, "value": 1}, "role": {"until": 1, "value": "volunteer"}}');
  const found = await content(await opened(await written({ kept, saved: [/** @type {any} */ (7), "/a/"] }, PLACE), "/"));
  assert.deepEqual(found, { kept: { role: { until: 1, value: "volunteer" } }, saved: ["/a/"] });
});
