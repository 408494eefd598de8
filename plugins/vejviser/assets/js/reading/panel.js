// »Læs på din måde«: a panel below the strip with the reader's own text size and room. It is fetched, with its
// stylesheet and its words, the first time somebody opens it.

import { device, forget, keep } from "../device.js";
import { stylesheet } from "../stylesheet.js";
import { CHOICES, read, words } from "./choice.js";

const SHEET = new URL("../../css/reading.css", import.meta.url);
const root = document.documentElement;
const TEXTS = new URL(`../../reading/${root.lang}.json`, import.meta.url);
const NAME = "reading";
/** @type {Promise<Panel> | undefined} */
let made;

/** @typedef {{box: HTMLElement, close: () => void, begin: () => void}} Panel */

/**
 * Open the panel, or close it where it is open.
 * @param {HTMLButtonElement} button  the one that was pressed
 */
export async function open(button) {
  const first = !made;
  made ??= make(button).catch((error) => {
    made = undefined; // no network: the next press may have it
    throw error;
  });
  const { box, close, begin } = await made;
  if (!first && !box.hidden) {
    close();
    return;
  }
  box.hidden = false;
  button.setAttribute("aria-expanded", "true");
  begin();
}

/** @param {HTMLButtonElement} button @returns {Promise<Panel>} */
async function make(button) {
  const [texts] = await Promise.all([fetch(TEXTS).then((response) => response.json()), stylesheet(SHEET)]);
  const box = document.createElement("section");
  const inner = part(box, "div", { class: "reading-inner" });
  const close = part(inner, "button", { type: "button", class: "reading-close" });
  const said = document.createElement("p");
  box.id = "reading-tools";
  box.className = "reading-tools";
  box.hidden = true;
  box.setAttribute("aria-label", texts.title);
  said.className = "reading-said";
  said.setAttribute("role", "status");
  close.setAttribute("aria-label", texts.close);
  close.textContent = "×";
  for (const what of /** @type {("size" | "spacing")[]} */ (Object.keys(CHOICES))) inner.append(choosing(what, texts, said));
  inner.append(said);

  const shut = () => {
    box.hidden = true;
    button.setAttribute("aria-expanded", "false");
  };
  const done = () => {
    shut();
    button.focus();
  };
  const begun = () => import("../aloud/bar.js").then((bar) => bar.begin(texts, button)).then(shut);
  const failed = () => (said.textContent = texts.aloud_failed);
  if ("speechSynthesis" in window) said.before(...(await aloud(texts, () => begun().catch(failed))));
  close.addEventListener("click", done);
  box.addEventListener("keydown", (event) => event.key === "Escape" && done());
  addEventListener("answered", () => said.textContent && tell(texts, said));
  addEventListener("wiped", () => {
    said.textContent = "";
    for (const input of inner.querySelectorAll("input")) input.checked = !input.value;
  });
  button.closest("header")?.querySelector(".strip")?.after(box);
  button.setAttribute("aria-controls", box.id);
  const begin = () => inner.querySelector("input")?.focus();
  return { box, close: done, begin };
}

/**
 * Offer to read the page aloud. What cannot be fetched is not offered; the other choices stand there all the same.
 * @param {Record<string, string>} texts @param {() => void} pressed
 */
async function aloud(texts, pressed) {
  const { offer } = await import("../aloud/offer.js").catch(() => ({ offer: undefined }));
  return offer ? [offer(texts, pressed)] : [];
}

/**
 * The choices about one thing.
 * @param {"size" | "spacing"} what @param {Record<string, string>} texts @param {HTMLElement} said
 */
function choosing(what, texts, said) {
  const group = document.createElement("fieldset");
  part(group, "legend").textContent = texts[what];
  const row = part(group, "div", { class: "reading-row" });
  for (const value of CHOICES[what]) {
    const label = part(row, "label", { class: value ? `reading-${value}` : "" });
    const input = part(label, "input", { type: "radio", name: `reading-${what}`, value, autocomplete: "off" });
    input.checked = read(root.dataset.reading)[what] === value;
    part(label, "span").textContent = texts[`${what}_${value || "normal"}`];
    input.addEventListener("change", () => {
      choose({ ...read(root.dataset.reading), [what]: value });
      tell(texts, said);
    });
  }
  return group;
}

/** Say how long the choice is remembered. @param {Record<string, string>} texts @param {HTMLElement} said */
const tell = (texts, said) => (said.textContent = texts[device() === "own" ? "own" : "tab"]);

/** Ask whose the device is, where the page has the question; until it is answered the choice stays in the tab. */
const ask = () => document.querySelector("[data-device-question]") && import("../question.js").then((it) => it.ask());

/** @param {import("./choice.js").Choice} choice */
function choose(choice) {
  const chosen = words(choice);
  if (chosen) root.dataset.reading = chosen;
  else delete root.dataset.reading;
  if (!chosen) {
    forget(NAME);
    return;
  }
  keep(NAME, chosen);
  ask()?.catch(() => {});
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Element} into @param {Tag} tag @param {Record<string, string>} [attributes]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function part(into, tag, attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  into.append(element);
  return element;
}
