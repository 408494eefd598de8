import assert from "node:assert/strict";
import { test } from "node:test";
import { mayMeanPlace, placesIn } from "../../plugins/vejviser/assets/js/search/places.js";
import { ranked } from "../../plugins/vejviser/assets/js/search/rank.js";
import { index } from "./search_file.js";

/** @type {PlaceFile} */
const FILE = {
  sounds: { ا: "a", ل: "l", ب: "b", و: "u", ر: "r", غ: "g", о: "o", л: "l", ь: "", а: "a", б: "b", р: "r", г: "g/h", і: "i", м: "m", т: "t", п: "p", ф: "f", ц: "s", д: "d", е: "e", н: "n", с: "s" },
  places: [["kommuner/aalborg", ["Nørresundby", "Svenstrup", "9000", "9400"]], ["kommuner/randers", ["Svenstrup", "8900"]]],
};
const SITE = index([
  { address: "kommuner/aalborg/", title: "Aalborg Kommune", kind: "Kommune" },
  { address: "kommuner/odense/", title: "Odense Kommune", kind: "Kommune" },
  { address: "kommuner/randers/", title: "Randers Kommune", kind: "Kommune" },
  { address: "penge/", title: "Penge", texts: [["Gaver", "En lille gave er nok."]] },
]);
const places = (/** @type {string} */ query) => [...placesIn(query, FILE, SITE).keys()];

test("a place is named by a town in it and by a postcode, in any letters and digits", () => {
  assert.deepEqual(places("norresundby"), ["kommuner/aalborg"]);
  assert.deepEqual(places("frivillig i Nørresundby"), ["kommuner/aalborg"]);
  assert.deepEqual(places("9400"), ["kommuner/aalborg"]);
  assert.deepEqual(places("٩٤٠٠"), ["kommuner/aalborg"]);
  assert.deepEqual(places("sund"), []);
});

test("a town that is in two places names both", () => {
  assert.deepEqual(places("svenstrup"), ["kommuner/aalborg", "kommuner/randers"]);
});

test("a town that is called as an everyday word is meant only where nothing else is asked", () => {
  /** @type {PlaceFile} */
  const file = { sounds: {}, places: [["kommuner/odense", ["Lille"]]] };
  assert.equal(placesIn("lille xylofon", file, SITE).size, 0);
  assert.equal(placesIn("lille", file, SITE).size, 1);
});

test("a name in other letters is heard", () => {
  assert.deepEqual(places("ألبورغ"), ["kommuner/aalborg"]);
  assert.deepEqual(places("ольборг"), ["kommuner/aalborg"]);
  assert.deepEqual(places("оденсе"), ["kommuner/odense"]);
});

test("a name is heard as its letters are usually written: г for h, n alone for nd, c for s", () => {
  /** @param {string[]} titles */
  const site = (titles) => index([...titles.map((title) => ({ address: `${title.toLowerCase()}/`, title, kind: "Kommune" })), { address: "penge/", title: "Penge" }]);
  const all = site(["Herning", "Randers", "Billund", "Fredericia", "Nordfyns", "Viborg"]);
  const found = (/** @type {string} */ query) => [...placesIn(query, FILE, all).keys()];
  assert.deepEqual(found("Гернінг"), ["herning"]);
  assert.deepEqual(found("Ранерс"), ["randers"]);
  assert.deepEqual(found("Білун"), ["billund"]);
  assert.deepEqual(found("Фредеріціа"), ["fredericia"]);
  assert.deepEqual(found("Нордфін"), ["nordfyns"], "without the s of the genitive");
});

test("a municipality's own name is meant before a town that sounds like it", () => {
  /** @type {PlaceFile} */
  const file = { ...FILE, places: [["kommuner/odense", ["Olbjerg"]], ["kommuner/aalborg", ["9000"]]] };
  assert.deepEqual([...placesIn("Ольборг", file, SITE).keys()], ["kommuner/aalborg"]);
});

test("in a sentence a word that only sounds a little like a town means none, and a place's own name is heard", () => {
  /** @type {PlaceFile} */
  const file = { sounds: FILE.sounds, places: [["kommuner/randers", ["Nørre"]]] };
  assert.equal(placesIn("норр", file, SITE).size, 1);
  assert.equal(placesIn("чи є тут норр", file, SITE).size, 0);
  assert.deepEqual([...placesIn("чи є друзі в оденсе", file, SITE).keys()], ["kommuner/odense"]);
});

test("the place comes first, and its words are not told as unknown", () => {
  const { results, unknown } = ranked("9400", SITE, undefined, placesIn("9400", FILE, SITE));
  assert.equal(results[0].page.address, "kommuner/aalborg/");
  assert.deepEqual(unknown, []);
});

test("the file is fetched only where a query may mean a place", () => {
  assert.ok(mayMeanPlace("9400", SITE) && mayMeanPlace("hjallerup", SITE));
  assert.ok(!mayMeanPlace("gaver", SITE));
});
