import assert from "node:assert/strict";
import { test } from "node:test";
import { inWords, isDate, parseOffset, plan, shift, spans } from "../../plugins/vejviser/assets/js/dates.js";

test("an offset is months and days, counted before the start with a minus", () => {
  assert.deepEqual(parseOffset("P1M"), { months: 1, days: 0 });
  assert.deepEqual(parseOffset("P1Y6M"), { months: 18, days: 0 });
  assert.deepEqual(parseOffset("P1Y1M1W1D"), { months: 13, days: 8 });
  const { months, days } = parseOffset("-P2W");
  assert.deepEqual([months + 0, days], [0, -14]);
});

test("what is no offset is refused", () => {
  for (const text of ["", "P", "-P", "1M", "PT8H", "P1M ", "P1D1M", "p1m", "P-1M", "P1.5M"]) {
    assert.throws(() => parseOffset(text), RangeError, text);
  }
});

test("a date is a day that exists", () => {
  for (const day of ["2026-02-28", "2028-02-29", "1900-01-01", "2200-12-31"]) assert.ok(isDate(day), day);
  const none = ["", "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "1899-12-31", "2201-01-01", "28-02-2026"];
  for (const text of none) assert.ok(!isDate(text), text);
});

test("a month after the 31st is the last day of the next month", () => {
  assert.equal(shift("2026-01-31", { months: 1, days: 0 }), "2026-02-28");
  assert.equal(shift("2028-01-31", { months: 1, days: 0 }), "2028-02-29");
  assert.equal(shift("2026-03-31", { months: -1, days: 0 }), "2026-02-28");
  assert.equal(shift("2026-12-31", { months: 2, days: 1 }), "2027-03-01");
});

test("days pass over the change to summer time, and over the year", () => {
  assert.equal(shift("2026-03-28", { months: 0, days: 2 }), "2026-03-30");
  assert.equal(shift("2026-12-31", { months: 0, days: 1 }), "2027-01-01");
  assert.equal(shift("2026-01-01", { months: 0, days: -1 }), "2025-12-31");
});

test("going there and back by days leads home, from every day of four years", () => {
  for (let day = "2024-01-01"; day < "2028-01-01"; day = shift(day, { months: 0, days: 1 })) {
    assert.equal(shift(shift(day, { months: 0, days: 400 }), { months: 0, days: -400 }), day);
  }
});

test("every time of a plan is counted from the start, not from the time before it", () => {
  const monthly = { id: "a", title: "Ring", offset: "P1M", repeat: "P1M", until: "P4M" };
  const days = plan([monthly], "2026-01-31").map((it) => it.date);
  assert.deepEqual(days, ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]);
});

test("a follow-up that repeats stops at its last day or its number, and never comes more than 24 times", () => {
  const followUp = { id: "a", title: "", offset: "P1D" };
  assert.equal(spans(followUp).length, 1);
  assert.equal(spans({ ...followUp, repeat: "P1D" }).length, 1);
  assert.equal(spans({ ...followUp, repeat: "P1D", count: 5 }).length, 5);
  assert.equal(spans({ ...followUp, repeat: "P1D", count: 1000 }).length, 24);
  assert.equal(spans({ ...followUp, repeat: "P1D", until: "P1Y" }).length, 24);
});

test("a plan of several follow-ups stands in the order of its days", () => {
  const planned = plan(
    [
      { id: "late", title: "B", offset: "P3M" },
      { id: "early", title: "A", offset: "-P1W", note: "Husk nøglen" },
    ],
    "2026-05-01",
  );
  assert.deepEqual(planned, [
    { id: "early", title: "A", note: "Husk nøglen", occurrence: 1, date: "2026-04-24" },
    { id: "late", title: "B", note: undefined, occurrence: 1, date: "2026-08-01" },
  ]);
});

test("a day is written out in the reader's language, with the digits of the rest of the page", () => {
  assert.equal(inWords("2026-02-28", "da"), "lørdag den 28. februar 2026");
  assert.equal(inWords("2026-02-28", "en"), "Saturday, February 28, 2026");
  assert.match(inWords("2026-02-28", "ar"), /28.*2026/);
  assert.match(inWords("2026-02-28", "uk"), /28 лютого 2026/);
});
