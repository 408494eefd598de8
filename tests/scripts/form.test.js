import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openWindow, refusing } from "./device.js";

openWindow();
const device = await import("../../plugins/vejviser/assets/js/device.js");
const { Memory } = await import("../../plugins/vejviser/assets/js/form/memory.js");
const { numbersLike } = await import("../../plugins/vejviser/assets/js/digits.js");
const { askedFor, mistakes, withFacts, written } = await import("../../plugins/vejviser/assets/js/form/rules.js");
const { Steps } = await import("../../plugins/vejviser/assets/js/form/steps.js");

/** @typedef {import("../../plugins/vejviser/assets/js/form/rules.js").Field} Field */
/** @param {string} id @param {Partial<Field>} [more] @returns {Field} */
const field = (id, more = {}) => ({ id, type: "text", required: false, ...more });
const ids = (/** @type {readonly {id: string}[]} */ fields) => fields.map(({ id }) => id);

const FIELDS = [
  field("kommune", { required: true }),
  field("hvem", { type: "choice", required: true }),
  field("boern", { needs: "hvem", answer: "familie" }),
  field("boernenes-sprog", { needs: "boern" }),
  field("samtykke", { type: "checkbox", required: true }),
  field("samtykke-dato", { type: "date", needs: "samtykke" }),
];

beforeEach(() => {
  openWindow();
  device.forgetAll();
});

test("a field is asked for when the one it depends on is answered as it should be", () => {
  assert.deepEqual(ids(askedFor(FIELDS, {})), ["kommune", "hvem", "samtykke"]);
  assert.deepEqual(ids(askedFor(FIELDS, { hvem: "voksen", samtykke: true })), ["kommune", "hvem", "samtykke", "samtykke-dato"]);
  assert.deepEqual(ids(askedFor(FIELDS, { hvem: "familie" })), ["kommune", "hvem", "boern", "samtykke"]);
});

test("what depends on a field that is not asked for is not asked for either, whatever once stood in it", () => {
  const values = { hvem: "voksen", boern: "to", "boernenes-sprog": "dansk" };
  assert.deepEqual(ids(askedFor(FIELDS, values)), ["kommune", "hvem", "samtykke"]);
  assert.deepEqual(written(askedFor(FIELDS, values), values), { hvem: "voksen" });
});

test("fields in a circle are never asked for, and nothing hangs", () => {
  assert.deepEqual(askedFor([field("a", { needs: "b" }), field("b", { needs: "a" })], { a: "x", b: "y" }), []);
});

test("what is missing is told in the order of the fields, each as its kind is filled in", () => {
  assert.deepEqual(mistakes(FIELDS.slice(0, 5), { kommune: "  " }), [
    { id: "kommune", fault: "missing" },
    { id: "hvem", fault: "missing_choice" },
    { id: "samtykke", fault: "missing_tick" },
  ]);
});

for (const day of ["2026-02-30", "26-11-29", "0026-11-29"]) {
  test(`${day} is no day`, () => {
    assert.deepEqual(mistakes([field("dag", { type: "date" })], { dag: day }), [{ id: "dag", fault: "wrong_date" }]);
  });
}

test("half a date is wrong, though the browser gives it as nothing", () => {
  const half = [field("dag", { type: "date", required: true })];
  assert.deepEqual(mistakes(half, { dag: "" }, new Set(["dag"])), [{ id: "dag", fault: "wrong_date" }]);
});

test("what is written has no empty fields, no ticks that are not there, and no spaces around it", () => {
  const values = { kommune: " Odense Kommune \n", hvem: "", samtykke: false };
  assert.deepEqual(written(FIELDS, values), { kommune: "Odense Kommune" });
});

test("another municipality's facts take the place of the one's before, and of nothing the reader wrote", () => {
  const odense = { navn: "Odense Kommune", region: "Syddanmark", web: "odense.dk" };
  const values = withFacts({ navn: "", web: "", region: "", dato: "2026-11-29" }, {}, odense);
  assert.deepEqual(values, { ...odense, dato: "2026-11-29" });
  const changed = { ...values, region: "Min region" };
  assert.deepEqual(withFacts(changed, odense, { navn: "Ærø Kommune" }), {
    navn: "Ærø Kommune",
    web: "",
    region: "Min region",
    dato: "2026-11-29",
  });
});

test("one field at a time goes through those that are asked for, to the files and back", () => {
  const steps = new Steps();
  const asked = [field("a"), field("b")];
  assert.deepEqual(ids(steps.shown(asked)), ["a", "b"]);
  steps.start(true, "a");
  assert.deepEqual([ids(steps.shown(asked)), steps.number(asked), steps.isAtEnd], [["a"], 1, false]);
  steps.next(asked);
  assert.deepEqual(ids(steps.shown([...asked, field("c")])), ["b"]);
  steps.next(asked);
  assert.deepEqual([ids(steps.shown(asked)), steps.isAtEnd], [[], true]);
  steps.back(asked);
  assert.deepEqual(ids(steps.shown(asked)), ["b"]);
  steps.end();
  assert.ok(steps.isAtEnd);
  steps.start(false);
  assert.deepEqual(ids(steps.shown(asked)), ["a", "b"]);
});

const DRAFT = { values: { kommune: "Odense Kommune" }, municipality: "odense" };

test("a form is remembered only when that is asked for", () => {
  device.answer("own");
  const memory = new Memory("/henvisning");
  assert.equal(memory.keep(DRAFT), "");
  assert.deepEqual(device.names("form:"), []);
  memory.wanted = true;
  assert.equal(memory.keep(DRAFT), "kept");
  assert.deepEqual(new Memory("/henvisning").recall(), DRAFT);
  assert.equal(new Memory("/aftale").recall(), undefined);
  memory.forget();
  assert.deepEqual(device.names("form:"), []);
});

test("on a shared computer nothing of a form is kept, not in the tab either", () => {
  device.answer("shared");
  const memory = new Memory("/henvisning");
  memory.wanted = true;
  assert.equal(memory.keep(DRAFT), "shared");
  assert.ok(!memory.wanted);
  assert.deepEqual(device.names("form:"), []);
});

test("before the reader has said whose the device is nothing is kept, and with the answer it is", () => {
  const memory = new Memory("/henvisning");
  memory.wanted = true;
  assert.equal(memory.keep(DRAFT), "");
  assert.ok(memory.waits);
  assert.deepEqual(device.names("form:"), []);
  device.answer("own");
  assert.equal(memory.keep(DRAFT), "kept");
  assert.ok(!memory.waits);
});

test("a browser that keeps nothing is told of", () => {
  openWindow({ own: refusing, tab: refusing });
  const memory = new Memory("/henvisning");
  memory.wanted = true;
  assert.equal(memory.keep(DRAFT), "refused");
});

test("what something else has kept under the name is no form", () => {
  device.answer("own");
  device.keep("form:/henvisning", { notes: {} });
  assert.equal(new Memory("/henvisning").recall(), undefined);
});

test("what has the shape of a national number is refused in texts, in digits of any script; dates and phones are not", () => {
  const fields = [field("navn"), field("mere", { type: "multiline" }), field("dag", { type: "date" })];
  const numbers = numbersLike("\\d{6}[ ./-]?\\d{5}|\\d{6}[-+ABC]\\d{3}[0-9A-Z]");
  for (const text of ["Ali, 150190 12345", "15019012345", "١٥٠١٩٠ ١٢٣٤٥", "131052-308t"]) {
    assert.deepEqual(mistakes(fields, { navn: text, mere: text }, new Set(), numbers), [
      { id: "navn", fault: "national_number" },
      { id: "mere", fault: "national_number" },
    ]);
  }
  for (const text of ["", "+4715019012345", "15.01.1990", "150190123456", "ring 22 33 44 55"]) {
    assert.deepEqual(mistakes(fields, { navn: text }, new Set(), numbers), [], text);
  }
  assert.deepEqual(mistakes(fields, { navn: "15019012345" }, new Set(), numbersLike("")), [], "where none is looked for");
});
