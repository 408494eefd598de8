import assert from "node:assert/strict";
import { test } from "node:test";
import { bestPart, isGuess } from "../../plugins/vejviser/assets/js/passages.js";

const PAGE = { url: "/a/", excerpt: "Hele siden", meta: { title: "Siden" }, content: "et to tre ~fire ~fem" };
const part = (/** @type {string} */ id, /** @type {number[]} */ locations) => ({ title: id, url: `/a/#${id}`, excerpt: id, locations });

test("the part of a page with most hits is shown", () => {
  const page = { ...PAGE, sub_results: [part("en", [0]), part("to", [1, 2]), part("tre", [])] };
  assert.equal(bestPart(page).url, "/a/#to");
});

test("of two with as many hits, the first", () => {
  assert.equal(bestPart({ ...PAGE, sub_results: [part("en", [0]), part("to", [1])] }).url, "/a/#en");
});

test("words that are searched but never shown make no part the best, and give no passage", () => {
  const page = { ...PAGE, sub_results: [part("en", [1]), part("skjult", [3, 4, 5])] };
  assert.equal(bestPart(page).url, "/a/#en");
  const hidden = bestPart({ ...PAGE, sub_results: [part("skjult", [3, 4])] });
  assert.equal(hidden.url, "/a/");
  assert.equal(hidden.excerpt, "");
});

test("a page without parts is its own best part", () => {
  assert.equal(bestPart(PAGE), PAGE);
  assert.equal(bestPart({ ...PAGE, sub_results: [] }).excerpt, "Hele siden");
});

test("a word of which only a third or less was found is a guess, and no answer", () => {
  assert.ok(isGuess("xyzzyxyzzy", "<mark>x</mark>-stråler"));
  assert.ok(!isGuess("mødested", "<mark>møde</mark>"));
  assert.ok(!isGuess("møde", "ingen mærker"));
  assert.ok(!isGuess("et", "<mark>e.t.</mark>"));
});
