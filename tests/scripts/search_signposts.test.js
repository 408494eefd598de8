import assert from "node:assert/strict";
import { test } from "node:test";
import { prepared, signpost, typedIn } from "../../plugins/vejviser/assets/js/search/signposts.js";
import { ROWS } from "./search_file.js";
import { TYPING } from "./typing_rows.js";

/** @type {(id: string, words: string[], unless?: string[]) => PostRow} */
const post = (id, words, unless = []) => ({
  id, words, unless, to: "hjaelp/", first: [], title: "", text: "", more: "", call: "", numbers: "", direction: "ltr", lines: [],
});
const of = (/** @type {string} */ language, /** @type {PostRow[]} */ posts) => prepared({ language, typing: TYPING, speech: ROWS[language], posts });
const POSTS = [
  ...of("da", [post("vold", ["slår", "bange for mand/kæreste", "cutter"], ["slår op i", "bange for hunde"]), post("barn", ["slår barn/søn"])]),
  ...of("en", [post("vold", ["hits"], ["cut my hair"]), post("barn", ["hits child"])]),
  ...of("ar", [post("vold", ["يضربني"])]),
];
const found = (/** @type {string} */ query, language = "da") => signpost(query, POSTS, language);

test("what people in need type finds whom to call, in any form and order", () => {
  assert.equal(found("min mand slår mig")?.id, "vold");
  assert.equal(found("han slaar")?.id, "vold");
  assert.equal(found("hvad gør jeg"), undefined);
  assert.equal(found(""), undefined);
});

test("the most that fits is meant", () => {
  assert.equal(found("hun slår sit barn")?.id, "barn");
});

test("one of the words with a slash between them is enough, and one is needed", () => {
  assert.equal(found("han slår sin søn")?.id, "barn");
  assert.equal(found("bange for min kæreste")?.id, "vold");
  assert.equal(found("jeg er bange for eksamen"), undefined);
});

test("what is harmless has no signpost, unless the query says more than that", () => {
  assert.equal(found("jeg slår op i ordlisten"), undefined);
  assert.equal(found("bange for hunde"), undefined);
  assert.equal(found("bange for min kæreste og for hunde")?.id, "vold");
  assert.equal(found("han slår op i bogen og slår sit barn")?.id, "barn");
});

test("a word of one language may be a harmless one of another", () => {
  assert.equal(found("hun cutter")?.id, "vold");
  assert.equal(found("who can cut my hair", "en"), undefined);
});

test("it answers in the language it is asked in, whatever the page is in", () => {
  assert.equal(found("زوجي يضربني", "da")?.language, "ar");
  assert.equal(found("my husband hits me", "ar")?.language, "en");
});

test("other languages are asked where a query has their letters, and those with the same letters where it is strange", () => {
  const all = ["da", "en", "uk", "ar"];
  assert.deepEqual(typedIn("min mand", all, "da", false), ["da"]);
  assert.deepEqual(typedIn("my husband", all, "da", true), ["da", "en"]);
  assert.deepEqual(typedIn("زوجي", all, "da", false), ["da", "ar"]);
  assert.deepEqual(typedIn("чоловік б'є", all, "ar", true), ["uk", "ar"]);
  assert.deepEqual(typedIn("husband", all, "ar", false), ["da", "en", "ar"]);
});
