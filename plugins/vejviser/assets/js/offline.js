/**
 * Lets a checklist or a handbook page work without a network once it has been opened, and says so beside its heading.
 * The words come from the service worker, in the language of the page.
 */

if ("serviceWorker" in navigator) {
  begin().catch(() => {}); // no network yet, or a browser that stores nothing: the page is as good as before
}

async function begin() {
  await navigator.serviceWorker.register(new URL("../../../sw.js", import.meta.url), { updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  const { kept, cached, ready, away } = await keptBy(active);
  const place = document.querySelector(".chapter-place, .eyebrow");
  if (!kept || !place) {
    return;
  }
  const separator = document.createElement("span");
  separator.setAttribute("aria-hidden", "true");
  separator.textContent = " · ";
  const state = document.createElement("span");
  state.className = "offline-state";
  state.setAttribute("role", "status");
  const show = (online) => {
    state.dataset.state = online ? "ready" : "away";
    state.textContent = online ? ready : away;
  };
  show(navigator.onLine && !cached); // a phone with one bar believes that it is online
  place.append(separator, state);
  addEventListener("online", () => show(true));
  addEventListener("offline", () => show(false));
}

/**
 * Ask the worker to keep this page, with the fonts and pictures it has used.
 * @param {ServiceWorker} worker
 * @returns {Promise<{kept: boolean, cached: boolean, ready: string, away: string}>}
 */
async function keptBy(worker) {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  }
  await document.fonts.ready;
  const files = performance.getEntriesByType("resource").map((entry) => entry.name);
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  const url = location.origin + location.pathname;
  worker.postMessage({ url, files: files.filter((name) => name.startsWith(location.origin)) }, [port2]);
  return answer;
}
