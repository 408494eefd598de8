import assert from "node:assert/strict";
import { test } from "node:test";
import { prepared, signpost } from "../../plugins/vejviser/assets/js/search/signposts.js";
import { ROWS } from "./search_file.js";
import { TYPING } from "./typing_rows.js";

const post = (/** @type {string} */ id, /** @type {Record<string, string[]>} */ words) => ({ id, words, to: "hjaelp/", said: {} });
const POSTS = prepared({ typing: TYPING, speech: ROWS, posts: [
  post("vold", { da: ["slår"], en: ["hits"], ar: ["يضربني"] }),
  post("barn", { da: ["slår barn"], en: ["hits child"] }),
] });
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

test("it answers in the language it is asked in, whatever the page is in", () => {
  assert.equal(found("زوجي يضربني", "da")?.language, "ar");
  assert.equal(found("my husband hits me", "ar")?.language, "en");
});
