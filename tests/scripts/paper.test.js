// Which of two editions is the newer, and how an edition is called.
import assert from "node:assert/strict";
import { test } from "node:test";

import { age, inWords } from "../../plugins/vejviser/assets/js/paper/editions.js";

test("versions are compared number by number", () => {
  assert.equal(age("1.0", "2.1"), "older");
  assert.equal(age("1.9", "1.10"), "older");
  assert.equal(age("2.1", "2.1"), "same");
  assert.equal(age("10.0", "9.9"), "newer");
});

test("days are compared as days", () => {
  assert.equal(age("2026-11-22", "2026-11-28"), "older");
  assert.equal(age("2027-01-01", "2026-12-31"), "newer");
  assert.equal(age("2026-11-28", "2026-11-28"), "same");
});

test("what cannot be compared is not", () => {
  for (const [edition, other] of [["1.0", "2026-11-28"], ["2026-11-28", "1.0"], ["", "1.0"], ["1", "1.0"], ["<b>", "1.0"], ["1.0.0", "1.0"]]) {
    assert.equal(age(edition, other), undefined, `${edition} ${other}`);
  }
});

test("of two editions one is older and the other newer", () => {
  const editions = ["0.1", "0.10", "1.0", "1.1", "11.0", "2.0"];
  for (const one of editions) {
    for (const other of editions) {
      const back = { older: "newer", newer: "older", same: "same" };
      assert.equal(age(other, one), back[age(one, other) ?? "same"]);
    }
  }
});

test("a day is written as the language does, a version as it is", () => {
  assert.equal(inWords("2026-11-28", "da", "Version"), "28. november 2026");
  assert.equal(inWords("2026-11-28", "en", "Version"), "November 28, 2026");
  assert.equal(inWords("1.10", "ar", "النسخة"), "النسخة 1.10");
});
