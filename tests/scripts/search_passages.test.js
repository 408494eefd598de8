import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpt } from "../../plugins/vejviser/assets/js/search/passages.js";
import { ranked } from "../../plugins/vejviser/assets/js/search/rank.js";
import { index } from "./search_file.js";

const PAGES = [{ address: "a/", title: "Siden", texts: /** @type {[string, string, string?][]} */ ([["", "Om bogen."], ["Gaver", "En lille gave er nok.", "foræring"]]) }];
/** @type {ShownPassage[]} */
const TEXT = [["", "", "", "Om bogen."], ["gaver", "Gaver", "foræring", "Først noget andet.", "En lille gave er nok."]];

/** @param {string} query @param {[string, string, string[]][]} [leads] */
function shown(query, leads = []) {
  const site = index(PAGES, { leads });
  const { results, terms } = ranked(query, site);
  return excerpt(TEXT, results[0], terms, site);
}

test("the paragraph with the words is shown, and they are marked", () => {
  const found = shown("gaver");
  assert.deepEqual([found.place, found.heading], ["gaver", "Gaver"]);
  assert.deepEqual(found.words, [
    { text: "En lille ", marked: false }, { text: "gave", marked: true }, { text: " er nok.", marked: false },
  ]);
});

test("a page found by its name is shown from its beginning", () => {
  assert.equal(shown("siden").words.map((it) => it.text).join(""), "Om bogen.");
});

test("of a window the passage is shown that people ask with the word, though it has another", () => {
  assert.equal(shown("foræring").place, "gaver");
});

test("of two passages with a word that one has as it was typed, or in its heading, is shown", () => {
  const site = index([{ address: "a/", title: "Siden", texts: [["Lån", "låne lån penge"]] }]);
  const { results, terms } = ranked("lån", site);
  /** @type {ShownPassage[]} */
  const text = [["a", "", "", "Man kan låne penge."], ["b", "", "", "Et lån er penge."], ["c", "", "", "Noget andet."]];
  assert.equal(excerpt(text, results[0], terms, site).place, "b");
  assert.equal(excerpt([...text, ["d", "Lån", "", "Om det."]], results[0], terms, site).place, "d");
});

test("where an editor's words lead to a place, that place is shown", () => {
  assert.equal(shown("julegave", [["a", "gaver", ["julegave"]]]).place, "gaver");
});

test("a long paragraph is cut around the word", () => {
  const site = index([{ address: "a/", title: "Siden", texts: [["", "gave"]] }]);
  const { results, terms } = ranked("gave", site);
  const words = excerpt([["", "", "", `${"ord ".repeat(50)}gave ${"ord ".repeat(50)}`]], results[0], terms, site).words;
  const text = words.map((it) => it.text).join("");
  assert.ok(text.startsWith("… ") && text.endsWith(" …") && text.includes("gave"));
  assert.ok(text.split(" ").length < 40);
});

test("a text that did not come leaves nothing to show", () => {
  const site = index(PAGES);
  const { results, terms } = ranked("gaver", site);
  assert.deepEqual(excerpt([], results[0], terms, site), { place: "", heading: "", words: [] });
});
