import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, spellings as tried } from "../../plugins/vejviser/assets/js/typing.js";
import { TYPING } from "./typing_rows.js";

const spellings = (/** @type {string} */ query) => tried(query, TYPING.letters);

test("a word typed without Danish letters is tried with them, the likeliest first", () => {
  assert.equal(spellings("moede")[0], "møde");
  assert.equal(spellings("laese")[0], "læse");
  assert.equal(spellings("aar")[0], "år");
  assert.ok(spellings("mode").includes("møde"));
  assert.ok(spellings("lase").includes("læse"));
});

test("a word with Danish letters is tried without them", () => {
  assert.ok(spellings("Møde").includes("moede"));
});

test("a language with no letters of its own tries no other spelling", () => {
  assert.deepEqual(tried("moede", {}), []);
});

test("letters that are often typed another way count as the same", () => {
  for (const typed of ["moede", "mode", "MØDE"]) assert.equal(fold(typed, TYPING), fold("Møde", TYPING));
  assert.equal(fold("Årsag", TYPING), fold("aarsag", TYPING));
  assert.equal(fold("A\u030Arsag", TYPING), fold("Årsag", TYPING), "an å of two signs is an å");
  assert.equal(fold("Læse", TYPING), fold("laese", TYPING));
  assert.equal(fold("القائمة", TYPING), fold("قائمه", TYPING));
  assert.equal(fold("أهلا", TYPING), fold("اهلا", TYPING));
});

test("which letters those are, the languages of the portal say", () => {
  assert.equal(fold("moede", { letters: {}, same: [] }), "moede");
  assert.equal(fold("Fräulein", { letters: { ä: ["ae", "a"] }, same: [] }), "fraulein");
});

test("the word itself is no other spelling of it, none comes twice, and a long question is not tried for ever", () => {
  for (const query of ["", "bil", "moede", "æøå", "en lang sætning om at mødes med en ven og tale om alt og ingenting hele aftenen"]) {
    const found = spellings(query);
    assert.ok(!found.includes(query.toLowerCase()));
    assert.equal(new Set(found).size, found.length);
    assert.ok(found.length <= 24);
  }
});
