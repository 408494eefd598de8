import assert from "node:assert/strict";
import { test } from "node:test";
import { spellings } from "../../plugins/vejviser/assets/js/spellings.js";

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

test("the word itself is no other spelling of it, none comes twice, and a long question is not tried for ever", () => {
  for (const query of ["", "bil", "moede", "æøå", "en lang sætning om at mødes med en ven og tale om alt og ingenting hele aftenen"]) {
    const found = spellings(query);
    assert.ok(!found.includes(query.toLowerCase()));
    assert.equal(new Set(found).size, found.length);
    assert.ok(found.length <= 24);
  }
});
