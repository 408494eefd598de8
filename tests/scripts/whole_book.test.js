// A whole book kept offline: its size, and what becomes of it page by page.
import assert from "node:assert/strict";
import { test } from "node:test";

import { bytes, fetchAll, filled, size } from "../../plugins/vejviser/assets/js/whole_book/list.js";

/** @type {import("../../plugins/vejviser/assets/js/whole_book/list.js").BookList} */
const BOOK = { pages: [["/b/", 10], ["/b/one/", 20], ["/b/two/", 30]], files: [["/assets/a.woff2", 400]], shell: 5000 };

test("the size is that of every page and file, and of what every kept page needs", () => {
  assert.equal(bytes(BOOK), 5460);
});

test("a size is said in the language of the page, with the digits of the portal", () => {
  const plain = (/** @type {string} */ text) => text.replace(/[\u00a0\u202f]/g, " ");
  assert.equal(plain(size(480_300, "da")), "480 kB");
  assert.equal(plain(size(1_240_000, "da")), "1,2 MB");
  assert.equal(plain(size(996_000, "en")), "1 MB");
  assert.match(size(480_300, "ar"), /480/);
});

test("a text has its places filled, and a place nobody fills stays", () => {
  assert.equal(filled("{done} af {all}{x}", { done: 0, all: 3 }), "0 af 3{x}");
});

test("every page is asked for once, and the files with the first", async () => {
  /** @type {[string, number][]} */
  const asked = [];
  const outcome = await fetchAll(BOOK, async (page, files) => asked.push([page, files.length]) > 0, () => true);
  assert.equal(outcome, "kept");
  assert.deepEqual(asked, [["/b/", 1], ["/b/one/", 0], ["/b/two/", 0]]);
});

test("it stops where the reader or the network stops it", async () => {
  assert.equal(await fetchAll(BOOK, async () => true, (done) => done < 2), "cancelled");
  assert.equal(await fetchAll(BOOK, async () => true, (done) => done < 3), "cancelled", "also after the last page");
  assert.equal(await fetchAll(BOOK, async (page) => page !== "/b/two/", () => true), "failed");
  assert.equal(await fetchAll(BOOK, () => Promise.reject(new TypeError("no network")), () => true), "failed");
});
