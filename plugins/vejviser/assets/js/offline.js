/**
 * On the reader's own device: lets a checklist or a handbook page work without a network once it has been opened, and
 * says so beside its heading. Only pages the reader has chosen to save are shown to whoever holds the device next.
 * The words come from the service worker, in the language of the page; those before it is there stand in the page.
 */
import { device } from "./device.js";

const SCRIPT = new URL("../../../sw.js", import.meta.url);
const place = document.querySelector(".chapter-place, .eyebrow");
const box = document.querySelector("[data-device-question]");
const state = element("span", { class: "offline-state", role: "status" });
const button =
  document.querySelector("[data-offline-save]") ??
  element("button", { class: "offline-save", type: "button", "data-offline-save": "" });
let saved = false;
let wanted = false; // the reader has pressed, and is asked whose the device is

if (navigator.serviceWorker) {
  if (!button.isConnected) place?.append(" · ", button);
  button.before(state, " ");
  button.addEventListener("click", press);
  addEventListener("answered", begin);
  addEventListener("beside", begin);
  addEventListener("fetched", begin); // there is more to keep now
  addEventListener("wiped", unsaved);
  addEventListener("online", () => tell("ready"));
  addEventListener("offline", () => tell("away"));
  unsaved();
  begin();
} else {
  button.hidden = true;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function element(tag, attributes) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function unsaved() {
  saved = false;
  state.textContent = "";
  delete state.dataset.state;
  button.textContent = box.dataset.save;
  button.hidden = device() === "shared";
}

/** With an answer, ask the worker to keep the page. No network yet, or no room: the page is as good as before. */
function begin() {
  if (device() === "own") keep(wanted || undefined).catch(() => {});
  else unsaved();
  wanted = false;
}

async function press() {
  if (device() === "own") {
    await keep(!saved).catch(() => {});
    return;
  }
  wanted = true;
  const { ask } = await import("./question.js");
  ask();
}

/** @param {boolean} [save]  whether the reader wants the page to be saved; undefined leaves that as it was */
async function keep(save) {
  await navigator.serviceWorker.register(SCRIPT, { updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  const worker = /** @type {ServiceWorker} */ (active); // it is what `ready` waits for
  for (const page of kin()) keptBy(worker, save, page).catch(() => {});
  const answer = await keptBy(worker, save, location.pathname);
  if (!answer.kept || device() !== "own") return;
  ({ saved } = answer);
  Object.assign(state.dataset, { ready: saved ? answer.saved_until : answer.ready, away: answer.away });
  button.textContent = saved ? answer.unsave : box.dataset.save;
  tell(navigator.onLine && !answer.cached ? "ready" : "away"); // a phone with one bar believes that it is online
}

/** The pages that are kept with this one: its text in another language, and that of a form's material. */
function kin() {
  const beside = document.querySelector("[data-parallel]")?.dataset.shown;
  const material = document.querySelector("[data-keep]")?.dataset.keep;
  return [beside, material].flatMap((it) => it || []);
}

/** @param {string} which */
function tell(which) {
  if (!state.dataset[which]) return;
  state.dataset.state = which;
  state.textContent = state.dataset[which];
}

/**
 * Ask the worker to keep a page, with the fonts and pictures this one has used.
 * @param {ServiceWorker} worker
 * @param {boolean | undefined} save
 * @param {string} path
 * @returns {Promise<{kept: boolean, saved: boolean, cached: boolean} & Record<string, string>>}
 */
async function keptBy(worker, save, path) {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  }
  await document.fonts.ready;
  const files = performance.getEntriesByType("resource").map((entry) => entry.name);
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  const url = location.origin + path;
  worker.postMessage({ url, save, files: files.filter((name) => name.startsWith(location.origin)) }, [port2]);
  return answer;
}
