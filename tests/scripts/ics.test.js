import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarFile, escapeText, fold } from "../../plugins/vejviser/assets/js/ics.js";

const CALENDAR = {
  entries: [
    { uid: "ring.1@vejviser", date: "2026-12-31", title: "Opfølgning 1 af 2", note: "Hav kalender; og kaffe, klar", sequence: 0, cancelled: false },
    { uid: "ring.2@vejviser", date: "2027-01-31", title: "Opfølgning 2 af 2", sequence: 3, cancelled: false },
  ],
  name: "Opfølgning",
  url: "https://vejviser.example/tjeklister/matchmoede/",
  now: new Date("2026-11-28T21:05:09.123Z"),
};
const lines = (/** @type {string} */ text) => text.split("\r\n");

test("every line ends as RFC 5545 says, and none is longer than 75 octets", () => {
  const text = calendarFile({ ...CALENDAR, name: "Opfølgning på møder mellem frivillige og borgere, hver måned, år efter år" });
  assert.ok(text.endsWith("END:VCALENDAR\r\n"));
  assert.ok(!/[^\r]\n/.test(text));
  for (const line of lines(text)) assert.ok(Buffer.byteLength(line) <= 75, line);
});

test("an entry lasts one day, leaves it free, is private and names nobody", () => {
  const text = lines(calendarFile(CALENDAR));
  for (const line of [
    "DTSTAMP:20261128T210509Z",
    "DTSTART;VALUE=DATE:20261231",
    "DTEND;VALUE=DATE:20270101",
    "SUMMARY:Opfølgning 1 af 2",
    "DESCRIPTION:Hav kalender\\; og kaffe\\, klar",
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
  ]) {
    assert.ok(text.includes(line), line);
  }
  assert.equal(text.filter((line) => line === "BEGIN:VEVENT").length, 2);
});

test("the reminder comes the morning before the day; one that is called off reminds of nothing", () => {
  assert.deepEqual(lines(calendarFile(CALENDAR)).filter((line) => line.startsWith("TRIGGER")), ["TRIGGER:-PT16H", "TRIGGER:-PT16H"]);
  const [entry] = CALENDAR.entries;
  const off = lines(calendarFile({ ...CALENDAR, entries: [{ ...entry, cancelled: true }] }));
  assert.ok(off.includes("STATUS:CANCELLED"));
  assert.ok(!off.includes("BEGIN:VALARM"));
});

test("the file is no invitation, and says how often an entry has been changed", () => {
  const text = lines(calendarFile(CALENDAR));
  assert.ok(!text.some((line) => line.startsWith("METHOD")));
  assert.deepEqual(text.filter((line) => line.startsWith("SEQUENCE")), ["SEQUENCE:0", "SEQUENCE:3"]);
});

test("text is escaped, and line breaks become part of it", () => {
  assert.equal(escapeText("a;b,c\\d\r\ne\nf"), "a\\;b\\,c\\\\d\\ne\\nf");
});

test("a folded line, unfolded, is the line; and no letter is cut in two", () => {
  for (const line of ["", "kort", "ø".repeat(200), "🙂".repeat(60), `SUMMARY:${"أهلا ".repeat(40)}`, "x".repeat(75), "x".repeat(76)]) {
    const folded = fold(line);
    assert.equal(folded.replaceAll("\r\n ", ""), line);
    for (const part of lines(folded)) {
      assert.ok(Buffer.byteLength(part) <= 75);
      assert.ok(!part.includes("\uFFFD"));
    }
  }
  assert.equal(fold("x".repeat(75)).includes("\r\n"), false);
});
