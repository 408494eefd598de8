import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { FakeStorage, openWindow, refusing } from "./device.js";

let opened = 0;

/** Open a page: a fresh reading of the script, over what the window keeps. @returns {Promise<typeof import("../../plugins/vejviser/assets/js/device.js")>} */
async function open() {
  opened += 1;
  return import(`${new URL("../../plugins/vejviser/assets/js/device.js", import.meta.url)}?${opened}`);
}

const DAY = 86_400_000;
const inDays = (/** @type {number} */ days) => Math.floor(Date.now() / DAY) + days;
const stored = (/** @type {FakeStorage | Storage} */ store, /** @type {string} */ name) => JSON.parse(store.getItem(`vejviser:${name}`) ?? "null");

beforeEach(() => openWindow());

test("before the reader has said whose the device is, everything stays in the tab", async () => {
  const device = await open();
  assert.equal(device.device(), "");
  assert.equal(device.keep("role", "frivillig"), "");
  assert.equal(localStorage.length, 0);
  assert.deepEqual(stored(sessionStorage, "role").value, "frivillig");
  assert.equal(device.recall("role"), "frivillig");
});

test("on the reader's own device it is kept, for 90 days after it was last used", async () => {
  const device = await open();
  device.keep("role", "frivillig");
  device.answer("own");
  assert.equal(stored(localStorage, "role").until, inDays(90));
  assert.equal(sessionStorage.length, 0, "what had waited in the tab has moved");
  localStorage.setItem("vejviser:role", JSON.stringify({ until: inDays(3), value: "frivillig" }));
  assert.equal(device.recall("role"), "frivillig");
  assert.equal(stored(localStorage, "role").until, inDays(90));
});

test("on a shared device nothing is kept but in the tab, the answer too", async () => {
  const device = await open();
  device.answer("shared");
  device.keep("role", "frivillig");
  assert.equal(localStorage.length, 0);
  assert.equal(device.device(), "shared");
});

test("what has had its last day is not found, and the next page throws it away", async () => {
  localStorage.setItem("vejviser:role", JSON.stringify({ until: inDays(0), value: "frivillig" }));
  const device = await open();
  assert.equal(device.recall("role"), undefined);
  assert.equal(localStorage.length, 0);
});

test("what an older version kept without a last day is thrown away; what belongs to others is left alone", async () => {
  localStorage.setItem("vejviser:role", '"frivillig"');
  localStorage.setItem("vejviser.old", "1");
  localStorage.setItem("vejvisere", "somebody else's");
  await open();
  assert.deepEqual(Object.keys(localStorage), ["vejvisere"]);
});

test("what the reader has asked to stay, stays; and the answer with it", async () => {
  const device = await open();
  device.keep("copy", "match 3", device.NEVER);
  assert.equal(device.device(), "own");
  assert.equal(device.recall("copy"), "match 3");
  assert.equal(stored(localStorage, "copy").until, device.NEVER);
});

test("keeping nothing forgets what was kept", async () => {
  const device = await open();
  device.keep("role", "frivillig");
  device.keep("role", "");
  assert.deepEqual(device.names(""), []);
});

test("what belongs to the tab stays there when the device turns out to be the reader's own", async () => {
  const device = await open();
  device.keepInTab("start:guide", "2026-12-01");
  device.answer("own");
  assert.equal(device.recallInTab("start:guide"), "2026-12-01");
  assert.ok(!Object.keys(localStorage).some((name) => name.includes("start:")));
});

test("names are found by their beginning, wherever they are kept, each once", async () => {
  const device = await open();
  device.answer("own");
  device.keep("checklist:a:1", "x");
  device.keep("checklist:a:2", "x");
  device.keep("checklist:b:1", "x");
  sessionStorage.setItem("vejviser:checklist:a:1", JSON.stringify({ until: inDays(1), value: "y" }));
  assert.deepEqual(device.names("checklist:a:").sort(), ["checklist:a:1", "checklist:a:2"]);
});

test("a browser that refuses keeps nothing, says so, and breaks nothing", async () => {
  openWindow({ own: refusing, tab: refusing });
  const device = await open();
  assert.equal(device.refused(), "blocked");
  assert.equal(device.keep("role", "frivillig"), "blocked");
  assert.equal(device.recall("role"), undefined);
  device.answer("own");
  assert.equal(device.device(), "own", "the answer holds until the page is closed");
  device.forgetAll();
  assert.equal(device.device(), "");
});

test("a full store says that it is full", async () => {
  const full = new FakeStorage();
  openWindow({ own: () => full });
  const device = await open();
  device.answer("own");
  Object.defineProperty(full, "setItem", {
    value: () => {
      throw new DOMException("", "QuotaExceededError");
    },
  });
  assert.equal(device.keep("role", "frivillig"), "full");
});

test("forgetting all leaves nothing, and tells the page", async () => {
  const device = await open();
  let told = 0;
  addEventListener("wiped", () => (told += 1));
  device.answer("own");
  device.keep("role", "frivillig");
  device.keepInTab("waiting", 1);
  device.forgetAll();
  assert.equal(localStorage.length + sessionStorage.length, 0);
  assert.equal(told, 1);
});
