import assert from "node:assert/strict";
import { test } from "node:test";
import { alike, FITS, fitting, fold, prepared, telling, words } from "../../plugins/vejviser/assets/js/ranking.js";

const CATALOGUE = prepared([
  ["a", "Matchmøde", "Tjekliste", ["første møde"]],
  ["b", "Tavshedspligt", "Kapitel", []],
  ["c", "København", "Kommune", []],
  ["d", "Samtykke til deling", "Materiale", ["samtykkeerklæring"]],
  ["e", "موعدك الأول", "قائمة", []],
]);
const found = (/** @type {string} */ query) => fitting(query, CATALOGUE).map((it) => it.page.title);

test("letters that are often typed another way count as the same", () => {
  assert.equal(fold("Møde"), fold("moede"));
  assert.equal(fold("Møde"), fold("mode"));
  assert.equal(fold("Årsag"), fold("aarsag"));
  assert.equal(fold("Læse"), fold("laese"));
  assert.equal(fold("القائمة"), fold("قائمه"));
  assert.equal(fold("أهلا"), fold("اهلا"));
});

test("little words say nothing, unless there are no others", () => {
  assert.deepEqual(words("Hvad gør jeg med tavshedspligt?"), ["tavshedspligt"]);
  assert.deepEqual(words("hvad er det"), ["hvad", "er", "det"]);
  assert.equal(telling("Hvordan får jeg et Møde?"), "Møde");
  assert.equal(telling("hvad er det"), "");
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

test("the best is first, and nothing is shown that hardly fits", () => {
  for (const query of ["møde", "samtykke", "tavshed", "deling af samtykke", "kommune"]) {
    const scores = fitting(query, CATALOGUE).map((it) => it.score);
    assert.deepEqual(scores, [...scores].sort((one, other) => other - one));
    for (const score of scores) assert.ok(score >= FITS);
  }
});
