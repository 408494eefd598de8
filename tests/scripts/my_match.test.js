import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openWindow, refusing } from "./device.js";

openWindow();
const device = await import("../../plugins/vejviser/assets/js/device.js");
const { between, days, isCourse, next, now } = await import("../../plugins/vejviser/assets/js/my_match/course.js");
const { everything, replaceAll } = await import("../../plugins/vejviser/assets/js/my_match/everything.js");
const { isMatch, Matches } = await import("../../plugins/vejviser/assets/js/my_match/matches.js");
const { together } = await import("../../plugins/vejviser/assets/js/my_match/merge.js");
const { numbersLike } = await import("../../plugins/vejviser/assets/js/digits.js");
const { trace } = await import("../../plugins/vejviser/assets/js/my_match/private_words.js");

beforeEach(() => {
  openWindow();
  device.forgetAll();
});

const STEPS = [
  { id: "begynd", title: "Bliv frivillig" },
  { id: "foer", title: "Før mødet", offset: "-P1W" },
  { id: "moed", title: "Mød hinanden", offset: "P0D" },
  { id: "laer", title: "Lær hinanden at kende" },
  { id: "maaned", title: "En måned", offset: "P1M" },
  { id: "aar", title: "Et år", offset: "P1Y" },
  { id: "slut", title: "Sig farvel" },
];
const COURSE = {
  steps: STEPS,
  followUps: [
    { id: "moede.dagen-efter", title: "Dagen efter", offset: "P1D" },
    { id: "moede.maaned", title: "Efter en måned", offset: "P1M", repeat: "P1M", count: 2 },
  ],
};
const at = (/** @type {string} */ today, start = "2027-01-31", ended = "") => now(STEPS, { start, ended }, today).map((index) => STEPS[index].id);

test("a match without a day is at the beginning of its course", () => {
  assert.deepEqual(at("2027-01-01", ""), ["begynd"]);
  assert.deepEqual(at("2027-01-01"), ["begynd"]);
});

test("a step begins on its day, and a step without a day stands with the one before it", () => {
  assert.deepEqual(at("2027-01-24"), ["foer"]);
  assert.deepEqual(at("2027-01-30"), ["foer"]);
  assert.deepEqual(at("2027-01-31"), ["moed", "laer"]);
  assert.deepEqual(at("2027-02-27"), ["moed", "laer"]);
  assert.deepEqual(at("2027-02-28"), ["maaned"], "a month after the 31st is the last of February");
  assert.deepEqual(at("2030-01-01"), ["aar"], "the end comes when the reader says so, and not with time");
});

test("a match that has ended is at the end, from the day it ended", () => {
  assert.deepEqual(at("2027-06-01", "2027-01-31", "2027-06-01"), ["slut"]);
  assert.deepEqual(at("2027-05-31", "2027-01-31", "2027-06-01"), ["maaned"]);
  assert.deepEqual(at("2027-06-01", "", "2027-05-01"), ["slut"]);
});

test("there is always something to do now, in every course and on every day", () => {
  const courses = [STEPS, STEPS.slice(0, 1), STEPS.slice(0, 3), STEPS.slice(6), STEPS.filter(({ offset }) => offset)];
  for (const steps of courses) {
    for (const day of ["2026-01-01", "2027-01-31", "2027-07-01", "2031-01-01"]) {
      for (const [start, ended] of [["", ""], ["2027-01-31", ""], ["2027-01-31", "2027-03-01"], ["", "2027-03-01"]]) {
        const found = now(steps, { start, ended }, day);
        assert.ok(found.length > 0 && found.every((index) => steps[index]), `${day} ${start} ${ended}`);
      }
    }
  }
});

test("the days are those of the steps, and the follow-ups on other days", () => {
  const found = days(COURSE, { start: "2027-01-31", ended: "" });
  assert.deepEqual(found.map(({ id, date }) => `${date} ${id}`), [
    "2027-01-24 step.foer",
    "2027-01-31 step.moed",
    "2027-02-01 moede.dagen-efter",
    "2027-02-28 step.maaned",
    "2027-03-31 moede.maaned",
    "2028-01-31 step.aar",
  ]);
  assert.deepEqual(days(COURSE, { start: "", ended: "" }), []);
});

test("nothing comes after the end", () => {
  const found = days(COURSE, { start: "2027-01-31", ended: "2027-03-01" });
  assert.equal(found.at(-1)?.date, "2027-02-28");
});

test("what comes next may be today", () => {
  const all = days(COURSE, { start: "2027-01-31", ended: "" });
  assert.equal(next(all, "2027-01-31")?.id, "step.moed");
  assert.equal(next(all, "2027-02-02")?.id, "step.maaned");
  assert.equal(next(all, "2028-02-01"), undefined);
  assert.equal(between("2027-02-02", "2027-02-28"), 26);
});

test("a course with an offset that is none is no course", () => {
  assert.ok(isCourse(COURSE));
  assert.ok(!isCourse({ steps: [], followUps: [] }));
  assert.ok(!isCourse({ ...COURSE, steps: [{ id: "a", title: "", offset: "1M" }] }));
  assert.ok(!isCourse({ ...COURSE, followUps: [{ id: "a", title: "", offset: "" }] }));
});

// What the page of the Danish portal says that national numbers look like.
const NUMBERS = numbersLike("(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])[ .–/-]?(?:0[1-9]|1[0-2])[ .–/-]?\\d\\d[ .–/-]?\\d{4}");

// What leads to a person. The numbers are put together here, so that none stands in the text of this file.
const join = (/** @type {string[]} */ ...parts) => parts.join("");

test("a CPR-like number, a telephone number and an address of mail are noticed, in digits of any script", () => {
  for (const text of [join("0101", "80", "-", "1234"), join("3112991", "234"), join("01 01 80", " 1234"), join("٠١٠١", "٨٠-", "١٢٣٤"), join("6101", "80-1234")]) {
    assert.equal(trace(`Husk ${text}.`, NUMBERS), "cpr", text);
  }
  for (const text of [join("20 30", " 40 50"), join("2030", "4050"), join("+45 ", "20304050"), join("0045", "20304050"), join("+380 ", "44 123 45 67"), join("٢٠٣٠", "٤٠٥٠")]) {
    assert.equal(trace(`Ring ${text}`, NUMBERS), "phone", text);
  }
  assert.equal(trace(join("skriv til a", "@", "b.example")), "mail");
});

test("days, times, amounts and words are left in peace", () => {
  for (const text of ["", "Kaffe på biblioteket kl. 14.30", "12. december 2026", "2026-12-31", "31-12-2026", "3 gange om ugen", "Bus 150S, 24 kr.", "112", "Match 2", "1234"]) {
    assert.equal(trace(text, NUMBERS), "", text);
  }
});

const SAID = { word: "kaffe", colour: "green", course: "frivillig", start: "2027-01-31" };

test("a match waits for the reader's answer, and is kept with it", () => {
  const matches = new Matches("/");
  matches.create(SAID);
  assert.ok(matches.waiting);
  assert.deepEqual(device.names("match:"), []);
  device.answer("own");
  matches.save();
  assert.ok(!matches.waiting);
  assert.deepEqual(new Matches("/").all.map(({ word }) => word), ["kaffe"]);
});

test("a match is changed, kept for good, and deleted without a trace", () => {
  device.answer("own");
  const matches = new Matches("/");
  const match = matches.create(SAID);
  assert.equal(matches.daysLeft(match), 90);
  matches.stay(match, true);
  matches.change(match, { note: "Vi ses tirsdag" });
  assert.equal(matches.daysLeft(match), Infinity, "also after it was changed");
  const [again] = new Matches("/").all;
  assert.deepEqual(again, { ...match, note: "Vi ses tirsdag" });
  matches.remove(match);
  assert.deepEqual(device.names("match:"), []);
});

test("on a shared computer a match stays in the tab", () => {
  device.answer("shared");
  new Matches("/").create(SAID);
  assert.deepEqual(Object.keys(localStorage), []);
  assert.equal(new Matches("/").all.length, 1);
});

test("another portal's matches are its own, and what is no match is not taken for one", () => {
  device.answer("own");
  new Matches("/andet/").create(SAID);
  for (const other of [null, 7, {}, { key: "a" }, { ...SAID, key: "a", made: 1, ended: "", note: "", lists: [1], given: {} }]) {
    assert.ok(!isMatch(/** @type {any} */ (other)));
  }
  device.keep("match:/:x", { key: "x" });
  assert.deepEqual(new Matches("/").all, []);
});

test("where the browser refuses, matches work until the page is closed, and say why", () => {
  openWindow({ own: refusing, tab: refusing });
  const matches = new Matches("/");
  device.answer("own");
  matches.create(SAID);
  assert.equal(matches.all.length, 1);
  assert.equal(matches.problem, "blocked");
});

test("everything is all that is kept, but whose the device is, what is of the tab, and half-filled forms", () => {
  device.answer("own");
  device.keep("match:/:a", { word: "kaffe" });
  device.keep("role", "volunteer", device.NEVER);
  device.keepInTab("start:modtagelse", "2027-01-31");
  device.keep("form:/venskabsskema", { values: {} });
  assert.deepEqual(Object.keys(everything()).sort(), ["match:/:a", "role"]);
  assert.equal(everything().role.until, device.NEVER);
});

test("to replace everything keeps what is given and nothing else", () => {
  device.answer("own");
  device.keep("role", "volunteer");
  assert.equal(replaceAll({ "match:/:a": { until: device.NEVER, value: { word: "kaffe" } } }), "");
  assert.deepEqual(everything(), { "match:/:a": { until: device.NEVER, value: { word: "kaffe" } } });
  assert.equal(device.device(), "own");
});

test("a half-filled form stays where it was written, whatever is read in", () => {
  device.answer("own");
  device.keep("form:/venskabsskema", { values: { hvor: "Havnen" } });
  replaceAll({});
  assert.deepEqual(device.recall("form:/venskabsskema"), { values: { hvor: "Havnen" } });
});

test("on a shared computer a copy that is read in stays in the tab, and makes it nobody's own", () => {
  device.answer("shared");
  replaceAll({ "match:/:a": { until: device.NEVER, value: 1 } });
  assert.deepEqual(Object.keys(localStorage), []);
  assert.equal(device.device(), "shared");
});

test("where there is no room for a copy, all is as it was before", () => {
  device.answer("own");
  device.keep("role", "volunteer");
  const { setItem } = Object.getPrototypeOf(localStorage);
  Object.getPrototypeOf(localStorage).setItem = function set(/** @type {string} */ key, /** @type {string} */ value) {
    if (value.length > 200) throw new DOMException("full", "QuotaExceededError");
    setItem.call(this, key, value);
  };
  const problem = replaceAll({ a: { until: 1e5, value: "lille" }, b: { until: 1e5, value: "x".repeat(300) } });
  Object.getPrototypeOf(localStorage).setItem = setItem;
  assert.equal(problem, "full");
  assert.deepEqual(Object.entries(everything()).map(([name, { value }]) => [name, value]), [["role", "volunteer"]]);
});

const merged = (/** @type {unknown} */ here, /** @type {unknown} */ there) => together({ a: { until: 10, value: here } }, { a: { until: 20, value: there } }).a;

test("put together, nothing that was written is lost", () => {
  assert.deepEqual(together({ a: { until: 10, value: 1 } }, { b: { until: 20, value: 2 } }), {
    a: { until: 10, value: 1 },
    b: { until: 20, value: 2 },
  });
  assert.deepEqual(merged({ ticks: ["hils"] }, { ticks: ["kaffe", "hils"] }), { until: 20, value: { ticks: ["hils", "kaffe"] } });
  const here = { word: "kaffe", note: "Vi ses tirsdag", notes: { hvor: "Biblioteket", status: "godt" }, start: "" };
  const there = { word: "te", note: "Ring først", notes: { hvor: "Havnen ved kajen", status: "svaert", hvem: "x" }, start: "2027-01-31" };
  assert.deepEqual(merged(here, there).value, {
    word: "kaffe",
    note: "Vi ses tirsdag\nRing først",
    notes: { hvor: "Biblioteket\nHavnen ved kajen", status: "godt", hvem: "x" },
    start: "2027-01-31",
  });
});

test("put together twice is put together once; with itself nothing changes", () => {
  const values = [{ note: "a b", ticks: ["x"] }, { note: "c d", ticks: ["y"] }, { note: "a b og mere" }, "tekst", ["x"], { given: { a: { date: "2027-01-01", sequence: 2 } } }];
  for (const one of values) {
    assert.deepEqual(merged(one, one).value, one);
    for (const other of values) {
      const once = merged(one, other).value;
      assert.deepEqual(merged(once, other).value, once);
    }
  }
});

test("of what a calendar was given the later word holds, and what stays for good goes on staying", () => {
  const early = { given: { "ring.1": { date: "2027-01-01", sequence: 1 } } };
  const late = { given: { "ring.1": { date: "2027-02-01", sequence: 2 }, "ring.2": { date: "2027-03-01", sequence: 0 } } };
  assert.deepEqual(merged(early, late).value, late);
  assert.deepEqual(merged(late, early).value, late);
  assert.equal(together({ a: { until: device.NEVER, value: 1 } }, { a: { until: 5, value: 1 } }).a.until, device.NEVER);
});
