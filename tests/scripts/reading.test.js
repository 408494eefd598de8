// What a reader chooses about the text, as the words the page is drawn by.
import assert from "node:assert/strict";
import { test } from "node:test";

import { CHOICES, read, words } from "../../plugins/vejviser/assets/js/reading/choice.js";

test("every choice is read back as it was written", () => {
  for (const size of CHOICES.size) {
    for (const spacing of CHOICES.spacing) assert.deepEqual(read(words({ size, spacing })), { size, spacing });
  }
});

test("the page as it is has no words", () => {
  assert.equal(words({ size: "", spacing: "" }), "");
  assert.deepEqual(read(undefined), { size: "", spacing: "" });
});

test("words that no longer mean anything are left out", () => {
  assert.deepEqual(read("huge wide"), { size: "", spacing: "wide" });
  assert.deepEqual(read("largest-of-all"), { size: "", spacing: "" });
});

test("early.js lets every word through, and the stylesheet knows it", async () => {
  const { readFileSync } = await import("node:fs");
  const file = (/** @type {string} */ name) => readFileSync(new URL(`../../plugins/vejviser/assets/${name}`, import.meta.url), "utf8");
  const allowed = new RegExp(/reading: \/(.+?)\/ \}/.exec(file("js/early.js"))?.[1] ?? "never");
  for (const word of [...CHOICES.size, ...CHOICES.spacing].filter(Boolean)) {
    assert.match(word, allowed);
    assert.ok(file("css/vejviser.css").includes(`[data-reading~="${word}"]`), word);
  }
});
