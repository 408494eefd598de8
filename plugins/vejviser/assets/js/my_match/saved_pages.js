/**
 * The pages that the reader has saved for use without a network, as the service worker keeps them (sw.js).
 *
 * @typedef {{path: string, title: string, language: string, direction: string, days: number}} SavedPage
 *   `days` is in how many days it is deleted
 */
import { today } from "../device.js";

const { caches } = globalThis; // an address without https has none
const SCRIPT = new URL("../../../../sw.js", import.meta.url);
const HOME = new URL("./", SCRIPT).pathname;

/** @returns {Promise<SavedPage[]>} */
export async function savedPages() {
  const found = [];
  for (const name of (await caches?.keys()) ?? []) {
    if (!name.startsWith(`vejviser-pages ${HOME} `)) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      if (response?.headers.has("X-Vejviser-Saved")) found.push(await described(request, response));
    }
  }
  const byPath = new Map(found.map((page) => [page.path, page])); // while a new worker begins there are two caches
  return [...byPath.values()].sort((one, other) => one.path.localeCompare(other.path));
}

/** @param {Request} request @param {Response} response @returns {Promise<SavedPage>} */
async function described({ url }, response) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const { lang, dir } = page.documentElement;
  const path = new URL(url).pathname;
  const title = page.querySelector("h1")?.textContent?.trim() || path;
  return { path, title, language: lang, direction: dir, days: Number(response.headers.get("X-Vejviser-Last-Day")) - today() };
}

/**
 * Save a page, or keep it no longer than the others. Gives whether it is as the reader wanted it.
 * @param {string} path @param {boolean} save
 */
export async function saveForOffline(path, save) {
  if (!navigator.serviceWorker) return false;
  await navigator.serviceWorker.register(SCRIPT, { updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  /** @type {Promise<{kept: boolean, saved: boolean}>} */
  const answer = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve({ kept: false, saved: false }), 20_000); // an address that no worker answers for
  });
  active?.postMessage({ url: location.origin + path, save, files: [] }, [port2]);
  const { kept, saved } = await answer;
  return save ? kept && saved : !saved;
}
