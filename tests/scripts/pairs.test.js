import assert from "node:assert/strict";
import { test } from "node:test";
import { paired } from "../../plugins/vejviser/assets/js/parallel/pairs.js";

/** @typedef {import("../../plugins/vejviser/assets/js/parallel/pairs.js").Part} Part */

/** Words on a page; a test knows them by their text. @param {string} text */
const run = (text) => /** @type {any} */ ({ name: "run", nodes: [text] });
/** @param {string} name @param {string | Part[]} content @param {Partial<Part>} [more] @returns {Part} */
const element = (name, content, more) => {
  const parts = typeof content === "string" ? [run(content)] : content;
  return { name, parts, nodes: parts.flatMap(({ nodes }) => nodes), ...more };
};
const p = (/** @type {string} */ text) => element("p", text, { whole: true });
const h2 = (/** @type {string} */ key, /** @type {string} */ text) => element("h2", text, { key, whole: true });
const list = (/** @type {string[]} */ ...texts) => element("ul", texts.map((text) => element("li", text)), { whole: true });

/** What stands beside what, in words. @param {Part[]} own @param {Part[]} other */
const read = (own, other) =>
  paired(own, other).map((pair) => [pair.own, pair.other].map((parts) => parts.flatMap(({ nodes }) => nodes).join(" + ")).join(" = "));

test("passages of the same kinds between two headings are paired one by one", () => {
  const danish = [p("Hej"), h2("hvem", "Hvem?"), p("Du"), list("dig", "din ven"), p("Slut")];
  const english = [p("Hi"), h2("hvem", "Who?"), p("You"), list("you", "your friend"), p("End")];
  assert.deepEqual(read(danish, english), ["Hej = Hi", "Hvem? = Who?", "Du = You", "dig = you", "din ven = your friend", "Slut = End"]);
});

test("where one of them has a passage more, all between two headings stands beside all", () => {
  const danish = [h2("a", "A"), p("et"), p("to"), h2("b", "B"), p("tre")];
  const english = [h2("a", "A!"), p("one and two"), h2("b", "B!"), p("three")];
  assert.deepEqual(read(danish, english), ["A = A!", "et + to = one and two", "B = B!", "tre = three"]);
});

test("a list with another number of points stands beside the other as a whole", () => {
  assert.deepEqual(read([p("Hej"), list("a", "b", "c")], [p("Hi"), list("1", "2")]), ["Hej = Hi", "a + b + c = 1 + 2"]);
});

test("so does a table with another number of cells, and not a row of it", () => {
  const table = (/** @type {string[][]} */ ...rows) =>
    element("table", [element("tbody", rows.map((cells) => element("tr", cells.map((text) => element("td", text)), { whole: true })), { whole: true })], { whole: true });
  assert.deepEqual(read([table(["a", "b"], ["c", "d"])], [table(["1", "2"], ["3", "4"])]), ["a = 1", "b = 2", "c = 3", "d = 4"]);
  assert.deepEqual(read([table(["a", "b"], ["c", "d"])], [table(["1", "2"], ["3"])]), ["a + b + c + d = 1 + 2 + 3"]);
});

test("a section that only one of them has stands alone, or behind the one before it; nothing is lost", () => {
  const danish = [h2("a", "A"), p("et"), h2("ny", "Ny"), p("nyt"), h2("b", "B")];
  const english = [h2("a", "A!"), p("one"), h2("old", "Old"), p("gone"), p("too"), h2("b", "B!")];
  assert.deepEqual(read(danish, [h2("a", "A!"), p("one"), h2("b", "B!")]).at(-1), "B = B!");
  assert.deepEqual(read(danish, english), ["A = A!", "et + Ny + nyt = one + Old + gone + too", "B = B!"]);
  const [, added] = paired([h2("a", "A"), h2("b", "B")], [h2("a", "A!"), p("only here"), h2("b", "B!")]);
  assert.deepEqual([added.own, added.after?.key], [[], "a"]);
});

test("points with ids are paired by them, also when one page is newer than the other", () => {
  const item = (/** @type {string} */ key, /** @type {string} */ text) => element("li.item", text, { key });
  const own = [element("ul.items", [item("hils", "Hils"), item("kaffe", "Kaffe"), item("aftal", "Aftal")], { whole: true })];
  const other = [element("ul.items", [item("hils", "Greet"), item("aftal", "Agree")], { whole: true })];
  assert.deepEqual(read(own, other), ["Hils = Greet", "Aftal = Agree"]);
});

test("what a script has put on the page pairs with nothing and takes nothing apart", () => {
  const own = [h2("a", "A"), element("p.progress", "0 af 4"), p("et"), list("b")];
  assert.deepEqual(read(own, [h2("a", "A!"), p("one"), list("2")]), ["A = A!", "et = one", "b = 2"]);
});

test("a paragraph beside a list is a passage beside a passage", () => {
  assert.deepEqual(read([h2("a", "A"), p("et og to")], [h2("a", "A!"), list("one", "two")]), ["A = A!", "et og to = one + two"]);
});

test("every word of the other version is shown once, in its order, whatever the two look like", () => {
  const words = "abcdefghijkl";
  let seed = 7;
  const random = (/** @type {number} */ below) => (seed = (seed * 48271) % 2147483647) % below;
  const made = () => [
    h2("start", "#"),
    ...Array.from({ length: random(6) }, (_, at) => {
      const text = words[at] + random(100);
      return [p(text), h2(`k${random(4)}${at}`, text), list(...Array.from({ length: 1 + random(3) }, (__, n) => `${text}${n}`))][random(3)];
    }),
  ];
  for (let round = 0; round < 500; round += 1) {
    const [own, other] = [made(), made()];
    const shown = paired(own, other).flatMap((pair) => pair.other.flatMap(({ nodes }) => nodes));
    assert.deepEqual(shown, other.flatMap(({ nodes }) => nodes));
  }
});
