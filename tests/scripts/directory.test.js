import assert from "node:assert/strict";
import { test } from "node:test";
import { fits as fitting, fold as folded } from "../../plugins/vejviser/assets/js/directory/fold.js";
import { next } from "../../plugins/vejviser/assets/js/directory/tilemap.js";
import { hasTown, hearing, townsOf } from "../../plugins/vejviser/assets/js/directory/towns.js";
import { TYPING } from "./typing_rows.js";

const fold = (/** @type {string} */ text) => folded(text, TYPING);
const fits = (/** @type {string} */ name, /** @type {string} */ query) => fitting(name, query, ["kommune", "kommunen"]);

test("every way to write a Danish name becomes the same", () => {
  for (const name of ["København", "koebenhavn", "kobenhavn", "KØBENHAVN", "Kobenhavn "]) assert.equal(fold(name), "kobenhavn".replace("oe", "o"));
  assert.equal(fold("Århus"), fold("Aarhus"));
  assert.equal(fold("Ærø"), fold("aeroe"));
  assert.equal(fold("Lyngby-Taarbæk"), "lyngby tarbek");
  assert.equal(fold("A\u030Arhus"), fold("Århus"), "an å of two signs is an å");
});

test("a municipality is found by the beginning of any word of its name, and by what it is called in full", () => {
  const name = fold("Lyngby-Taarbæk 0173");
  for (const query of ["", "lyn", "taarb", "tårbæk", "taarbæk lyngby", "Lyngby-Taarbæk Kommune", "Lyngbys kommune", "0173"]) {
    assert.ok(fits(name, fold(query)), query);
  }
  for (const query of ["ngby", "lyngby x", "odense"]) assert.ok(!fits(name, fold(query)), query);
});

test("a filler word alone is not a name that begins with it", () => {
  assert.ok(fits(fold("Odense"), "kommune"));
  assert.ok(!fits(fold("Odense"), "kom"));
  assert.ok(fits(fold("Odense"), "odense kom"), "somebody is on the way to writing the whole of it");
});

/** A tile as far as `next` knows it. @param {number} column @param {number} row */
const tile = (column, row) => /** @type {Tile} */ (/** @type {unknown} */ ({ dataset: { column, row } }));

test("an arrow leads to the nearest tile that way: straight ahead before aside, never back", () => {
  const [here, right, far, above, corner] = [tile(3, 3), tile(5, 3), tile(9, 3), tile(3, 1), tile(4, 2)];
  const all = [here, right, far, above, corner];
  assert.equal(next(all, here, [1, 0]), right);
  assert.equal(next(all, right, [1, 0]), far);
  assert.equal(next(all, here, [0, -1]), above);
  assert.equal(next([here, corner], here, [0, -1]), corner, "aside, when nothing lies ahead");
  assert.equal(next(all, here, [-1, 0]), null);
  assert.equal(next(all, here, [0, 1]), null);
});

test("a place is found by a town that is begun, and by a postcode that is whole", () => {
  const towns = townsOf({ sounds: {}, places: [["kommuner/hjoerring", ["Hirtshals", "Nørre Tranders", "9800"]]] }, TYPING).get("hjoerring") ?? [];
  const found = (/** @type {string} */ typed) => hasTown(towns, fold(typed), ["kommune", "kommunen"]);
  for (const typed of ["Hirtshals", "hirts", "HIRTSHALS KOMMUNE", "norre tranders", "9800"]) assert.equal(found(typed), true, typed);
  for (const typed of ["", "hi", "980", "98", "kommune", "hirtshals 9800", "dense"]) assert.equal(found(typed), false, typed);
});

test("a municipality is found by its name in other letters, from the first syllables on", () => {
  const latin = { г: "g/h", е: "e", р: "r", н: "n", і: "i", о: "o", д: "d", с: "s", х: "h", ا: "a", و: "u", د: "d", ن: "n", س: "s", ه: "h" };
  const own = new Map([["herning", "Herning"], ["odense", "Odense"], ["odder", "Odder"]]);
  const heard = hearing({ sounds: latin, places: [["kommuner/odder", ["Saksild", "Hern", "8300"]]] }, own);
  const found = (/** @type {string} */ typed) => [...heard(typed)];
  for (const typed of ["Оденсе", "أودنسه", "Одн"]) assert.deepEqual(found(typed), ["odense"], typed);
  for (const typed of ["Гернінг", "Хернінг", "Гернін"]) assert.deepEqual(found(typed), ["herning"], typed);
  assert.deepEqual(found("Од"), ["odense", "odder"]);
  assert.deepEqual(found("Грн"), ["odder", "herning"], "a town is called so, but three letters may be a beginning");
  for (const typed of ["odense", "о", "8300", ""]) assert.deepEqual(found(typed), [], typed);
});
