import assert from "node:assert/strict";
import { test } from "node:test";
import { openWindow } from "./device.js";

/** A contact as the script sees it, and what became of it and of the way in beside it. @param {string} day */
function shownUntil(day) {
  const state = { contact: true, list: true, mainEntry: false };
  const list = { children: [0], remove: () => (state.list = false) };
  const item = {
    remove: () => {
      state.contact = false;
      list.children.pop();
    },
  };
  const mainEntry = {
    set hidden(/** @type {boolean} */ hidden) {
      state.mainEntry = !hidden;
    },
  };
  const entry = { querySelector: () => mainEntry };
  const around = { ul: list, li: item, "[data-contacts]": entry };
  return { state, element: { dataset: { shownUntil: day }, closest: (/** @type {keyof typeof around} */ name) => around[name] } };
}

/** @type {{dataset: {shownUntil: string}}[]} */
let page = [];
openWindow();
Reflect.set(globalThis, "document", { querySelectorAll: () => page, addEventListener: () => {} });
let opened = 0;

/** Open the page. */
async function open(/** @type {string[]} */ ...days) {
  const contacts = days.map(shownUntil);
  page = contacts.map((it) => it.element);
  opened += 1;
  await import(`${new URL("../../plugins/vejviser/assets/js/contacts.js", import.meta.url)}?${opened}`);
  return contacts.map((it) => it.state);
}

const day = (/** @type {number} */ ahead) => {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead).toLocaleDateString("sv");
};

test("a contact whose last day has passed gives way to the municipality's main entry", async () => {
  const [gone] = await open(day(-2));
  assert.deepEqual(gone, { contact: false, list: false, mainEntry: true });
});

test("a contact is shown until its last day has passed", async () => {
  for (const ahead of [2, 400]) {
    const [there] = await open(day(ahead));
    assert.deepEqual(there, { contact: true, list: true, mainEntry: false });
  }
});

test("each contact has a last day of its own", async () => {
  const [gone, there] = await open("1999-12-31", "2999-01-01");
  assert.ok(!gone.contact);
  assert.ok(there.contact);
});
