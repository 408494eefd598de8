import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openTab, openWindow, refusing } from "./device.js";

openWindow();
const device = await import("../../plugins/vejviser/assets/js/device.js");
const { Copies } = await import("../../plugins/vejviser/assets/js/checklist/copies.js");

/** The list with items that say what they said: "hils", or something else by now: "hils.2". @param {string[]} items */
const open = (items = ["hils", "kaffe", "aftal"], place = "/matchmoede") =>
  new Copies({ place, items: new Map(items.map((it) => [it.split(".")[0], it.split("|")])), firstName: "Min liste" });

beforeEach(() => {
  openWindow();
  device.forgetAll();
});

test("a list that nobody has touched leaves nothing on the device", () => {
  device.answer("own");
  const copies = open();
  assert.equal(copies.nameOf(), "Min liste");
  assert.ok(!copies.isUsed(copies.current));
  assert.deepEqual(device.names("checklist:"), []);
});

test("what the reader does before they have answered waits, and is saved with the answer", () => {
  const copies = open();
  copies.tick("hils", true);
  assert.ok(copies.waiting);
  assert.deepEqual(device.names("checklist:"), []);
  device.answer("own");
  copies.save();
  assert.ok(!copies.waiting);
  assert.deepEqual(open().current.ticks, ["hils"]);
});

test("ticks, notes and the day come back under the ids they were made under", () => {
  device.answer("own");
  const copies = open();
  copies.tick("hils", true);
  copies.tick("kaffe", true);
  copies.tick("hils", false);
  copies.note("hvor", "Biblioteket");
  copies.note("hvem", "x");
  copies.note("hvem", "");
  copies.change({ start: "2026-12-01" });
  const { ticks, notes, start } = open().current;
  assert.deepEqual({ ticks, notes, start }, { ticks: ["kaffe"], notes: { hvor: "Biblioteket" }, start: "2026-12-01" });
});

test("a tick in another tab and one here both stay", () => {
  device.answer("own");
  const [one, other] = [open(), open()];
  one.tick("hils", true);
  other.reload();
  one.tick("kaffe", true);
  other.tick("aftal", true); // before the browser has told this tab of the other one
  one.reload();
  other.note("hvor", "Biblioteket");
  one.tick("hils", false);
  const { ticks, notes } = open().current;
  assert.deepEqual({ ticks: [...ticks].sort(), notes }, { ticks: ["aftal", "kaffe"], notes: { hvor: "Biblioteket" } });
});

test("two tabs that begin a list before they are asked begin one copy", () => {
  const [one, other] = [open(), open()];
  one.tick("hils", true);
  one.note("hvor", "Biblioteket");
  other.tick("kaffe", true);
  device.answer("own");
  one.save();
  other.save();
  one.reload();
  assert.equal(one.all.length, 1);
  assert.deepEqual(one.current.ticks, ["hils", "kaffe"]);
  assert.deepEqual(other.current, one.current);
  assert.deepEqual(other.current.notes, { hvor: "Biblioteket" });
});

test("a copy with a name of its own is joined with no other", () => {
  const [one, other] = [open(), open()];
  one.create("match 3");
  other.tick("kaffe", true);
  device.answer("own");
  one.save();
  other.save();
  assert.equal(open().all.length, 2);
});

test("an item that has come to the list since is new until the reader has met it", () => {
  device.answer("own");
  open(["hils"]).tick("hils", true);
  const later = open(["hils", "kaffe"]);
  assert.deepEqual(later.fresh, ["kaffe"]);
  later.meet();
  assert.deepEqual(open(["hils", "kaffe"]).fresh, []);
});

test("an item that says something else is ticked no longer, until the reader ticks it again", () => {
  device.answer("own");
  const before = open();
  before.tick("hils", true);
  before.tick("kaffe", true);
  const after = open(["hils.2", "kaffe", "aftal"]);
  assert.deepEqual(after.changed, ["hils"]);
  assert.deepEqual([after.isDone("hils"), after.isDone("kaffe")], [false, true]);
  after.tick("hils", true);
  assert.deepEqual([after.changed, after.isDone("hils")], [[], true]);
  assert.deepEqual(open(["hils.2", "kaffe", "aftal"]).changed, []);
  assert.deepEqual(open(["hils.3", "kaffe.2", "aftal"]).changed, ["hils", "kaffe"]);
});

test("who has seen what is changed and what is gone is told no more, and the tick does not come back with the words", () => {
  device.answer("own");
  const before = open();
  before.tick("hils", true);
  const after = open(["hils.2", "kaffe"]);
  assert.deepEqual([after.changed, after.gone], [["hils"], ["aftal"]]);
  after.meet();
  assert.deepEqual([after.changed, after.gone, after.current.ticks, after.current.said], [[], [], [], {}]);
  assert.ok(!open(["hils", "kaffe"]).isDone("hils"));
});

test("a tick at another language's words, or at earlier ones that meant the same, is a tick", () => {
  device.answer("own");
  open(["hils.da|hils.en"]).tick("hils", true);
  assert.ok(open(["hils.en|hils.da"]).isDone("hils"));
  assert.ok(open(["hils.new|hils.da"]).isDone("hils"));
  assert.ok(!open(["hils.en|hils.new"]).isDone("hils"));
});

test("a tick that was kept before there were words is one at the words of the day it is met", () => {
  device.answer("own");
  const copies = open();
  copies.tick("hils", true);
  device.keep(`checklist:/matchmoede:${copies.current.key}`, { ...copies.current, said: undefined });
  assert.ok(open().isDone("hils"));
  assert.deepEqual(open(["hils.2"]).changed, ["hils"]);
});

test("each tab shows the copy that was chosen in it, and a new tab the last one", () => {
  device.answer("own");
  const first = openTab();
  const one = open();
  one.tick("hils", true);
  const second = openTab();
  open().create("Match 2");
  assert.equal(open().nameOf(), "Match 2");
  first();
  one.reload();
  assert.deepEqual([one.all.length, one.nameOf(), one.current.ticks], [2, "Min liste", ["hils"]]);
  one.tick("kaffe", true);
  one.use(one.current.key);
  second();
  assert.deepEqual([open().nameOf(), open().current.ticks], ["Match 2", []]);
  openTab();
  assert.equal(open().nameOf(), "Min liste", "a new tab shows what was chosen last");
  const gone = open();
  gone.remove(gone.current);
  first();
  assert.equal(open().nameOf(), "Match 2", "and one whose copy was deleted elsewhere shows another");
});

test("copies stand in the order they were made, and the last one used is the current one", () => {
  device.answer("own");
  const copies = open();
  copies.tick("hils", true);
  copies.create("Match 2");
  assert.deepEqual(copies.all.map((copy) => copies.nameOf(copy)), ["Min liste", "Match 2"]);
  assert.equal(open().nameOf(), "Match 2");
  copies.use(copies.all[0].key);
  assert.equal(open().nameOf(), "Min liste");
});

test("deleting the last copy leaves a blank list, and nothing on the device", () => {
  device.answer("own");
  const copies = open();
  copies.tick("hils", true);
  copies.show("frivillig");
  copies.remove(copies.current);
  assert.deepEqual(copies.current.ticks, []);
  assert.equal(copies.all.length, 1);
  assert.deepEqual(device.names("checklist:"), []);
});

test("deleting one of several leaves the others as they were", () => {
  device.answer("own");
  const copies = open();
  copies.tick("hils", true);
  copies.create("Match 2");
  copies.remove(copies.current);
  assert.deepEqual(open().current.ticks, ["hils"]);
  assert.equal(open().all.length, 1);
});

test("emptying a copy keeps its name and what it has met", () => {
  device.answer("own");
  const copies = open();
  copies.create("Match 2");
  copies.tick("hils", true);
  copies.reset();
  const { name, ticks, known } = copies.current;
  assert.deepEqual({ name, ticks, known }, { name: "Match 2", ticks: [], known: ["hils", "kaffe", "aftal"] });
});

test("a copy is deleted in 90 days, and never when the reader has asked for it to stay", () => {
  device.answer("own");
  const copies = open();
  assert.ok(Number.isNaN(copies.daysLeft(copies.current)), "nothing is kept yet");
  copies.tick("hils", true);
  assert.equal(copies.daysLeft(copies.current), 90);
  copies.stay(copies.current, true);
  assert.equal(copies.daysLeft(copies.current), Infinity);
  copies.tick("kaffe", true);
  assert.equal(copies.daysLeft(copies.current), Infinity, "also after it was changed");
  copies.stay(copies.current, false);
  assert.equal(copies.daysLeft(copies.current), 90);
});

test("what is stored but is no copy is not taken for one", () => {
  device.answer("own");
  const whole = { key: "a", made: 1, name: "", ticks: [], notes: {}, known: [], start: "" };
  const broken = [null, 7, "x", [], {}, { ...whole, key: 1 }, { ...whole, ticks: "hils" }, { ...whole, notes: null }, { ...whole, known: undefined }];
  broken.forEach((value, index) => device.keep(`checklist:/matchmoede:${index}`, value));
  device.keep("checklist:/matchmoede:a", whole);
  assert.deepEqual(open().all.map((copy) => copy.key), ["a"]);
});

test("another list's copies, and another portal's, are its own", () => {
  device.answer("own");
  open().tick("hils", true);
  const other = open(["hils"], "/andet");
  assert.deepEqual(other.current.ticks, []);
  const event = (/** @type {string | null} */ key) => /** @type {StorageEvent} */ ({ key });
  assert.ok(open().concerns(event("vejviser:checklist:/matchmoede:a")));
  assert.ok(!open().concerns(event("vejviser:checklist:/andet:a")));
});

test("where the browser refuses, the list works until the page is closed, and says why it is not kept", () => {
  openWindow({ own: refusing, tab: refusing });
  const copies = open();
  device.answer("own");
  copies.tick("hils", true);
  assert.deepEqual(copies.current.ticks, ["hils"]);
  assert.equal(copies.problem, "blocked");
});
