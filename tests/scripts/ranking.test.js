import assert from "node:assert/strict";
import { test } from "node:test";
import { alike, FITS, fitting, NOTHING, prepared, telling, words } from "../../plugins/vejviser/assets/js/ranking.js";
import { TYPING } from "./typing_rows.js";

const LITTLE = ["hvad", "er", "det", "gør", "jeg", "med", "hvordan", "får", "et", "kommune"];
const CATALOGUE = prepared({ typing: TYPING, little: LITTLE, pages: [
  ["a", "Matchmøde", "Tjekliste", ["første møde"]],
  ["b", "Tavshedspligt", "Kapitel", []],
  ["c", "København", "Kommune", []],
  ["d", "Samtykke til deling", "Materiale", ["samtykkeerklæring"]],
  ["e", "موعدك الأول", "قائمة", []],
] });
const { speech } = CATALOGUE;
const found = (/** @type {string} */ query) => fitting(query, CATALOGUE).map((it) => it.page.title);

test("little words say nothing, unless there are no others", () => {
  assert.deepEqual(words("Hvad gør jeg med tavshedspligt?", speech), ["tavshedspligt"]);
  assert.deepEqual(words("hvad er det", speech), ["hvad", "er", "det"]);
  assert.equal(telling("Hvordan får jeg et Møde?", speech), "Møde");
  assert.equal(telling("hvad er det", speech), "");
});

test("two words are alike from 0 to 1, and as alike the one way as the other", () => {
  assert.equal(alike("møde", "møde"), 1);
  const pairs = [["tavshed", "tavshedspligt"], ["tavshedspligt", "tavsedspligt"], ["pligt", "tavshedspligt"], ["x", "møde"]];
  for (const [one, other] of pairs) {
    const score = alike(one, other);
    assert.ok(score >= 0 && score < 1, `${one} ${other}`);
    assert.equal(score, alike(other, one));
  }
  assert.equal(alike("hus", "bil"), 0);
  assert.ok(alike("tavsehdspligt", "tavshedspligt") > alike("pligt", "tavshedspligt"), "two letters swapped is one slip");
  assert.equal(alike("bord", "jord"), 0, "a short word may not be misspelt");
});

test("the page that is asked for comes first", () => {
  assert.equal(found("matchmøde")[0], "Matchmøde");
  assert.equal(found("match møde")[0], "Matchmøde");
  assert.equal(found("matchmoede")[0], "Matchmøde");
  assert.equal(found("hvad er tavshedsplikten")[0], "Tavshedspligt");
  assert.equal(found("kobenhavn kommune")[0], "København");
  assert.equal(found("samtykkeerklæringen")[0], "Samtykke til deling");
  assert.equal(found("موعدك الاول")[0], "موعدك الأول");
  assert.equal(found("الموعد الاول")[0], "موعدك الأول");
});

test("what fits no name finds none, and nothing finds nothing", () => {
  assert.deepEqual(found("xyzzy"), []);
  assert.deepEqual(found(""), []);
  assert.deepEqual(found("?!"), []);
});

test("without a catalogue nothing is found by its name, and a query is taken as it is", () => {
  assert.deepEqual(fitting("møde", NOTHING), []);
  assert.equal(telling("hvad er det", NOTHING.speech), "hvad er det");
});

test("the best is first, and nothing is shown that hardly fits", () => {
  for (const query of ["møde", "samtykke", "tavshed", "deling af samtykke", "kommune"]) {
    const scores = fitting(query, CATALOGUE).map((it) => it.score);
    assert.deepEqual(scores, [...scores].sort((one, other) => other - one));
    for (const score of scores) assert.ok(score >= FITS);
  }
});
