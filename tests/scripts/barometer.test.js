import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder } from "../../plugins/vejviser/assets/js/barometer/order.js";

const compare = inOrder("da");
const sorted = (/** @type {(string | number)[]} */ values, down = false) => [...values].sort((one, other) => compare(one, other, down));

test("names stand as in a Danish book: å last, aa with it", () => {
  assert.deepEqual(sorted(["Ærø", "Aarhus", "Odense", "Aabenraa", "Østerby"]), ["Odense", "Ærø", "Østerby", "Aabenraa", "Aarhus"]);
  assert.deepEqual(sorted(["Odense", "Ærø", "Aarhus"], true), ["Aarhus", "Ærø", "Odense"]);
});

test("figures stand by size; what is hidden or missing (-1) comes last, whichever way", () => {
  assert.deepEqual(sorted([10, -1, 5, 0, 100, -1]), [0, 5, 10, 100, -1, -1]);
  assert.deepEqual(sorted([10, -1, 5, 0, 100, -1], true), [100, 10, 5, 0, -1, -1]);
});

test("a word among figures does not stop the sorting", () => {
  assert.deepEqual(sorted(["ikke oplyst", 3]), [3, "ikke oplyst"]);
});

test("names stand as in the language of the portal", () => {
  assert.deepEqual(["Øst", "Zoo", "Orm"].sort((one, other) => inOrder("en")(one, other, false)), ["Orm", "Øst", "Zoo"]);
});
