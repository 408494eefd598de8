import assert from "node:assert/strict";
import { test } from "node:test";
import { alike, fit, words } from "../../plugins/vejviser/assets/js/search/names.js";
import { speechOf } from "../../plugins/vejviser/assets/js/search/speech.js";
import { LITTLE, ROWS } from "./search_file.js";
import { TYPING } from "./typing_rows.js";

const speech = { ...speechOf(ROWS.da, TYPING), little: new Set(LITTLE.map((it) => speechOf(ROWS.da, TYPING).fold(it))) };
const fits = (/** @type {string} */ query, /** @type {string} */ name) => {
  const typed = words(query, speech);
  return fit(typed, words(name, speech), ["tjekliste"], typed.map(() => 1), { joined: true });
};

test("little words say nothing, unless there are no others", () => {
  assert.deepEqual(words("Hvad gør jeg med tavshedspligt?", speech), ["tavshedspligt"]);
  assert.deepEqual(words("hvad er det", speech), ["hvad", "er", "det"]);
});

test("two words are alike from 0 to 1, and as alike the one way as the other", () => {
  assert.equal(alike("møde", "møde"), 1);
  for (const [one, other] of [["tavshed", "tavshedspligt"], ["tavshedspligt", "tavsedspligt"], ["pligt", "tavshedspligt"], ["x", "møde"]]) {
    const score = alike(one, other);
    assert.ok(score >= 0 && score < 1, `${one} ${other}`);
    assert.equal(score, alike(other, one));
  }
  assert.equal(alike("hus", "bil"), 0);
  assert.ok(alike("tavsehdspligt", "tavshedspligt") > alike("pligt", "tavshedspligt"), "two letters swapped is one slip");
  assert.equal(alike("bord", "jord"), 0, "a short word may not be misspelt");
  assert.equal(alike("phone", "xylophone", false), 0, "a language that does not join words has no halves");
});

test("a name fits better, the more of it and of the query is in both", () => {
  assert.ok(fits("matchmøde", "Matchmødet") > fits("matchmøde", "Før matchmødet"));
  assert.ok(fits("match møde", "Matchmøde") > 0.8);
  assert.ok(fits("tavshedsplikt", "Tavshedspligt") > 0.6);
  assert.ok(fits("tjekliste matchmøde", "Matchmøde") > fits("tjekliste matchmøde", "Midtvejs"));
  assert.equal(fits("xyzzy", "Matchmøde"), 0);
});
