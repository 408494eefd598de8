// »Gem hele bogen på enheden«: on a book's start page. Its size is told before anything is fetched; the service worker
// keeps the pages one by one, and drops them with the same button. Only on a device that is the reader's own.

import { device } from "./device.js";
import { bytes, fetchAll, filled, size } from "./whole_book/list.js";

const WORKER = new URL("../../../sw.js", import.meta.url);
const SAVED = "X-Vejviser-Saved"; // as in the worker
const language = document.documentElement.lang;
const box = document.querySelector("[data-whole-book]");
const button = box.querySelector("button");
const bar = box.querySelector("progress");
const said = box.querySelector("[role=status]");
/** @type {"none" | "fetching" | "kept"} */
let state = "none";
let wanted = false; // the reader has pressed, and is asked whose the device is

if (navigator.serviceWorker && globalThis.caches) begin().catch(() => {});

/** Without the list there is nothing to offer: the box stays hidden. */
async function begin() {
  /** @type {import("./whole_book/list.js").BookList} */
  const list = await fetch(box.dataset.wholeBook).then((response) => response.json());
  button.addEventListener("click", () => press(list));
  addEventListener("answered", () => {
    if (wanted && device() === "own") save(list);
    wanted = false;
    box.hidden = device() === "shared";
  });
  addEventListener("wiped", () => show(list, "none"));
  show(list, (await isKept(list)) ? "kept" : "none");
  if (state === "kept") said.textContent = filled(box.dataset.keptText, { size: size(await held(list), language) });
  box.hidden = device() === "shared";
}

/** @param {import("./whole_book/list.js").BookList} list */
async function press(list) {
  if (state === "fetching") {
    state = "none"; // the page that is under way is the last
  } else if (state === "kept") {
    await drop(list);
    show(list, "none", box.dataset.removed);
  } else if (device() === "own") {
    save(list);
  } else {
    wanted = true;
    const { ask } = await import("./question.js");
    ask();
  }
}

/** @param {import("./whole_book/list.js").BookList} list */
async function save(list) {
  show(list, "fetching");
  const worker = await registered().catch(() => undefined);
  const outcome = worker
    ? await fetchAll(
        list,
        async (page, files) => (await told(worker, { url: location.origin + page, save: true, files: files.map(whole) })).kept,
        (done) => {
          bar.value = done;
          said.textContent = filled(box.dataset.progress, { done, all: list.pages.length });
          return state === "fetching" && device() === "own";
        },
      )
    : "failed";
  if (outcome !== "kept") {
    await drop(list);
    show(list, "none", outcome === "failed" ? box.dataset.failed : "");
    return;
  }
  show(list, "kept", filled(box.dataset.keptText, { size: size(await held(list), language) }));
  dispatchEvent(new Event("fetched")); // this page is saved too: offline.js says so
}

/**
 * @param {import("./whole_book/list.js").BookList} list
 * @param {"none" | "fetching" | "kept"} now
 * @param {string} [text]
 */
function show(list, now, text = "") {
  state = now;
  const words = { none: filled(box.dataset.save, { size: size(bytes(list), language) }), fetching: box.dataset.cancel, kept: box.dataset.remove };
  button.textContent = words[now];
  bar.hidden = now !== "fetching";
  bar.max = list.pages.length;
  said.textContent = text;
}

/** @param {import("./whole_book/list.js").BookList} list */
async function drop({ pages }) {
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  for (const [page] of registration?.active ? pages : []) {
    await told(/** @type {ServiceWorker} */ (registration?.active), { url: location.origin + page, drop: true, files: [] });
  }
  dispatchEvent(new Event("fetched"));
}

/** Every page is there, and chosen. @param {import("./whole_book/list.js").BookList} list */
async function isKept({ pages }) {
  const found = await Promise.all(pages.map(([page]) => caches.match(page)));
  return found.every((response) => response?.headers.has(SAVED));
}

/** The bytes that are kept of the book now. @param {import("./whole_book/list.js").BookList} list */
async function held({ pages, files, shell }) {
  const found = await Promise.all([...pages, ...files].map(([path]) => caches.match(path)));
  const blobs = await Promise.all(found.map((response) => response?.blob()));
  return blobs.reduce((sum, blob) => sum + (blob?.size ?? 0), shell);
}

async function registered() {
  await navigator.serviceWorker.register(WORKER, { updateViaCache: "none" });
  return /** @type {ServiceWorker} */ ((await navigator.serviceWorker.ready).active);
}

/** @param {string} path */
const whole = (path) => location.origin + path;

/**
 * @param {ServiceWorker} worker @param {{url: string, files: string[], save?: boolean, drop?: boolean}} wish
 * @returns {Promise<{kept: boolean}>}
 */
function told(worker, wish) {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  worker.postMessage(wish, [port2]);
  return answer;
}
