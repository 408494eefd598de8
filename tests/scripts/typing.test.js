import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../../plugins/vejviser/assets/js/typing.js";
import { TYPING } from "./typing_rows.js";

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
