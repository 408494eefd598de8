// Menu, colours, reading tools, search, feedback and wide tables. The pages can be read and every file fetched without it.

import { keep, recall } from "./device.js";
import "./feedback.js";
import { warn } from "./in_app.js";

const root = document.documentElement;

/**
 * Few pages are left by a search: its scripts come when somebody asks for one. What is typed until they are there is kept.
 * @param {string} [query]
 */
async function openSearch(query = "") {
  let typed = "";
  /** Not the key that opens the search, which comes by here as well. @param {KeyboardEvent} event */
  const note = (event) => {
    if (event.defaultPrevented || event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    typed += event.key;
  };
  addEventListener("keydown", note);
  try {
    const dialog = await import("./search/dialog.js");
    await dialog.drawn();
    removeEventListener("keydown", note);
    await dialog.openSearch(query || typed, !query);
  } catch {
    removeEventListener("keydown", note);
  }
}

/** @param {HTMLButtonElement} button @param {boolean} [open] */
function toggle(button, open = button.getAttribute("aria-expanded") !== "true") {
  button.setAttribute("aria-expanded", String(open));
}

for (const button of document.querySelectorAll("[data-toggle]")) {
  button.addEventListener("click", () => toggle(button));
  const part = document.getElementById(button.dataset.toggle);
  for (const place of /** @type {HTMLElement[]} */ ([button, part])) {
    place.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
      toggle(button, false);
      button.focus();
    });
  }
  part.addEventListener("click", (event) => {
    if (event.target.closest("a")) toggle(button, false);
  });
}

document.querySelector("[data-colours]").addEventListener("click", () => {
  const dark = root.dataset.colours ? root.dataset.colours === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.colours = dark ? "light" : "dark";
  keep("colours", root.dataset.colours);
});
recall("colours"); // used by early.js

const reading = document.querySelector("[data-reading]");
reading.addEventListener("click", () => import("./reading/panel.js").then(({ open }) => open(reading)).catch(() => {}));
recall("reading"); // used by early.js
addEventListener("wiped", () => delete root.dataset.reading);

for (const button of document.querySelectorAll("[data-search-open]")) button.addEventListener("click", () => openSearch());

for (const form of document.querySelectorAll("[data-search-box]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    openSearch(new FormData(form).get("q"));
  });
}

document.addEventListener("keydown", (event) => {
  const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  openSearch();
});

const query = new URLSearchParams(location.search);
const asked = query.get("q");
if (asked) openSearch(asked);
const onPaper = query.get("v"); // see content/model/short_address.py
if (onPaper) import("./paper/said.js").then(({ say }) => say(onPaper)).catch(() => {});

// A table or an example wider than the screen scrolls inside itself; the keyboard must be able to do it too, and whoever
// comes to it hears which one it is: by its own caption, or the heading it stands under.
function reachable() {
  const headings = [...document.querySelectorAll(".prose :is(h1, h2, h3, h4)")];
  for (const wide of document.querySelectorAll(".prose :is(table, pre:not(.feedback-text))")) {
    if (wide.scrollWidth <= wide.clientWidth) {
      wide.removeAttribute("tabindex");
      continue;
    }
    wide.tabIndex = 0;
    if (wide.matches("pre")) wide.setAttribute("role", "group");
    if (wide.querySelector("caption")) continue;
    const above = headings.filter((it) => it.compareDocumentPosition(wide) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
    wide.setAttribute("aria-label", above?.textContent.trim() ?? document.title);
  }
}
// What is folded on the screen stands on paper. Styles see to it without scripts, in browsers that know ::details-content.
/** @type {HTMLDetailsElement[]} */
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details")].filter((it) => !it.open);
  for (const it of folded) it.open = true;
});
addEventListener("afterprint", () => {
  for (const it of folded) it.open = false;
});

reachable();
warn();
const contents = document.querySelector(".contents-inner");
if (contents && matchMedia("(min-width: 64rem)").matches) {
  import("./contents.js").then(({ follow }) => follow(contents)).catch(() => {});
}
addEventListener("resize", reachable, { passive: true });
