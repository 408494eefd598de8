// »Slet alt på denne enhed«: asks once, deletes all that this address has stored, in every open tab, and says so.

import { attempt, device, forgetAll } from "./device.js";

const dialog = document.querySelector("[data-wipe-dialog]");
/** @template {keyof WipeParts} Name @param {Name} name */
const part = (name) => dialog.querySelector(`[data-wipe-${name}]`);
const { caches, indexedDB, BroadcastChannel } = globalThis; // an address without https has no caches
const channel = BroadcastChannel && new BroadcastChannel("vejviser");

async function dropPages() {
  for (const it of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    // A worker lives on while its pages are open, and shall write no more.
    for (const worker of [it.active, it.waiting, it.installing]) worker?.postMessage("wipe");
    await it.unregister();
  }
  for (const name of (await caches?.keys()) ?? []) await caches.delete(name);
}

async function dropDatabases() {
  const found = (await indexedDB?.databases?.()) ?? [];
  /** @param {Required<IDBDatabaseInfo>} found */
  const dropped = ({ name }) =>
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = request.onblocked = reject;
    });
  await Promise.all(found.map(dropped));
}

/** Gives whether all of it is gone. */
async function wipe() {
  forgetAll();
  channel?.postMessage("wiped");
  const done = await Promise.allSettled([dropPages(), dropDatabases()]);
  forgetAll(); // another tab may have written before it heard
  return done.every(({ status }) => status === "fulfilled") && !attempt(() => localStorage.length + sessionStorage.length);
}

/** @param {boolean} done */
function show(done) {
  part("text").hidden = part("now").hidden = done;
  part("close").textContent = part("close").dataset[done ? "close" : "cancel"];
  part("said").textContent = "";
}

document.addEventListener("click", ({ target }) => {
  if (!target.closest?.("[data-wipe]")) return;
  show(false);
  dialog.showModal();
  part("close").focus();
});
part("now").addEventListener("click", async () => {
  const gone = await wipe();
  show(true);
  part("said").textContent = part("said").dataset[gone ? "done" : "failed"];
  part("said").focus();
});
channel?.addEventListener("message", forgetAll);
addEventListener("wiped", () => document.querySelectorAll("[data-kept]").forEach((it) => it.remove()));
addEventListener("storage", (event) => event.key === null && forgetAll());

// Pages are kept on the reader's own device only. An older version kept them unasked, and an answer has a last day.
if (device() !== "own" && navigator.serviceWorker?.controller) dropPages().catch(() => {});
