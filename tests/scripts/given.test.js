import assert from "node:assert/strict";
import { test } from "node:test";
import { handOut, isGiven, revised } from "../../plugins/vejviser/assets/js/given.js";

const day = (/** @type {string} */ id, /** @type {string} */ date, occurrence = 1) => ({ id, title: "", occurrence, date });
const PLAN = {
  owner: "matchmoede",
  key: "k3x9z",
  days: [day("ring", "2026-12-31"), day("ring", "2027-01-31", 2)],
  title: (/** @type {number} */ number, /** @type {number} */ all) => `Opfølgning ${number} af ${all}`,
  calledOff: "Aflyst opfølgning",
  name: "Opfølgning",
  url: "https://vejviser.example/tjeklister/matchmoede/",
};
const NOW = new Date("2026-11-28T21:05:09Z");
/** The values of a property in the file, in its order. @param {string} text @param {string} name */
const values = (text, name) => text.split("\r\n").filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));

test("what is handed out the first time has sequence 0, and the same plan gives the same file", () => {
  const first = handOut(undefined, PLAN, NOW);
  assert.deepEqual(values(first.text, "SEQUENCE"), ["0", "0"]);
  assert.deepEqual(handOut(first.given, PLAN, NOW), first);
});

test("an entry keeps its name when its day moves, and its sequence is raised", () => {
  const first = handOut(undefined, PLAN, NOW);
  const moved = handOut(first.given, { ...PLAN, days: [day("ring", "2027-01-07"), day("ring", "2027-02-07", 2)] }, NOW);
  assert.deepEqual(values(moved.text, "UID"), values(first.text, "UID"));
  assert.deepEqual(values(moved.text, "UID"), ["matchmoede.ring.1.k3x9z@vejviser", "matchmoede.ring.2.k3x9z@vejviser"]);
  assert.deepEqual(values(moved.text, "SEQUENCE"), ["1", "1"]);
  assert.deepEqual(values(moved.text, "DTSTART;VALUE=DATE"), ["20270107", "20270207"]);
});

test("only the entry whose day has moved is changed", () => {
  const first = revised({}, PLAN.days);
  const [one, other] = PLAN.days;
  assert.deepEqual(revised(first, [one, { ...other, date: "2027-02-01" }]), {
    "ring.1": { date: "2026-12-31", sequence: 0 },
    "ring.2": { date: "2027-02-01", sequence: 1 },
  });
});

test("an entry that has left the plan is called off, once, and can come back", () => {
  const first = handOut(undefined, PLAN, NOW);
  const off = handOut(first.given, { ...PLAN, days: [day("ring", "2026-12-31")] }, NOW);
  assert.deepEqual(values(off.text, "STATUS"), ["CANCELLED"]);
  assert.deepEqual(values(off.text, "SUMMARY"), ["Opfølgning 1 af 1", "Aflyst opfølgning"]);
  assert.deepEqual(off.given["ring.2"], { date: "2027-01-31", sequence: 1, cancelled: true });
  assert.deepEqual(revised(off.given, [day("ring", "2026-12-31")]), off.given);
  assert.deepEqual(revised(off.given, PLAN.days)["ring.2"], { date: "2027-01-31", sequence: 2 });
});

test("a sequence never goes back, wherever the days go", () => {
  const dates = ["2026-12-31", "2027-01-01", "2026-12-31", "2026-12-31", "2027-03-01"];
  let given = {};
  const raised = dates.map((date) => {
    given = revised(given, [day("ring", date)]);
    return Object.values(given)[0].sequence;
  });
  assert.deepEqual(raised, [0, 1, 2, 2, 3]);
});

test("another plan of the same list has other entries", () => {
  const uids = new Set([PLAN, { ...PLAN, key: "other" }].flatMap((plan) => values(handOut({}, plan, NOW).text, "UID")));
  assert.equal(uids.size, 4);
});

test("what has another shape is not taken for what a calendar was given", () => {
  assert.ok(isGiven({}) && isGiven({ "ring.1": { date: "2026-12-31", sequence: 2 } }));
  for (const other of [null, 7, "x", { "ring.1": null }, { "ring.1": { date: 1, sequence: 1 } }, { "ring.1": { date: "", sequence: 0.5 } }]) {
    assert.ok(!isGiven(other), JSON.stringify(other));
  }
});
