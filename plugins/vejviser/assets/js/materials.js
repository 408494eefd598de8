/**
 * The materials library: filters that work without loading a page, with their state in the address, and the reader's
 * municipality, remembered for all of them. Without this script the whole list and all blank files are there.
 */

import { device, keep, recall } from "./device.js";
import { filledIn } from "./moved_files.js";

const SHORT = "(max-width: 63.99rem)"; // there the list is seen before the filters
const REMEMBERED = "municipality";

/** The slug of the remembered municipality, or "". @returns {string} */
const remembered = () => recall(REMEMBERED) ?? "";

/** @param {string} slug the municipality to remember; "" forgets */
function remember(slug) {
  keep(REMEMBERED, slug);
  if (slug && !device()) import("./question.js").then(({ ask }) => ask()).catch(() => {}); // until then it stays in the tab
}

/**
 * Choose what the control had before, if it still offers it.
 * @param {HTMLSelectElement} select @param {string} value
 */
function set(select, value) {
  const offered = [...select.options].some((option) => option.value === value);
  select.value = offered ? value : "";
}

/**
 * Lead a card's files to the municipality's own, or back to the blank ones.
 * @param {MaterialCard} card
 * @param {string} places  the way to the folder of the municipalities
 * @param {string} slug  of the municipality, or ""
 */
function lead(card, places, slug) {
  for (const link of card.querySelectorAll(".card-files a")) {
    const blank = (link.dataset.blank ??= link.getAttribute("href"));
    const name = blank.split("/").pop() ?? "";
    link.setAttribute("href", slug && "prefill" in card.dataset ? filledIn(places, slug, name) : blank);
  }
  card.classList.toggle("is-prefilled", Boolean(slug) && "prefill" in card.dataset);
}

/** @param {MaterialForm} form @param {MaterialList} list */
function library(form, list) {
  const municipality = form.querySelector(".filter-municipality select");
  const filters = [...form.querySelectorAll("select")].filter((it) => it !== municipality);
  const count = form.querySelector("[data-count]");
  const clear = form.querySelector("[type=reset]");
  const note = form.querySelector("[data-prefilled-note]");
  const cards = [...list.querySelectorAll(".material-card")];

  function show() {
    let shown = 0;
    for (const card of cards) {
      const fits = filters.every((it) => !it.value || (card.dataset[it.name] ?? "").split(" ").includes(it.value));
      card.hidden = !fits;
      shown += Number(fits);
      lead(card, list.dataset.places, municipality.value);
    }
    const chosen = municipality.value ? municipality.selectedOptions[0].textContent : "";
    clear.hidden = !filters.some((it) => it.value);
    note.textContent = chosen && note.dataset.text.replace("{municipality}", chosen);
    const words = shown === 0 ? count.dataset.none : shown === 1 ? count.dataset.one : count.dataset.other;
    count.textContent = words.replace("{number}", String(shown));
  }

  function tell() {
    const state = new URLSearchParams();
    for (const it of [...filters, municipality]) if (it.value) state.set(it.name, it.value);
    const query = state.toString();
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
  }

  const more = form.querySelector("[data-more-filters]");
  const asked = new URLSearchParams(location.search);
  for (const it of filters) set(it, asked.get(it.name) ?? "");
  set(municipality, asked.get(municipality.name) ?? remembered());
  form.hidden = false;
  more.open = !matchMedia(SHORT).matches || filters.some((it) => it.value);
  show();

  form.addEventListener("change", (event) => {
    if (event.target === municipality) remember(municipality.value);
    show();
    tell();
  });
  form.addEventListener("reset", () => {
    const kept = municipality.value;
    queueMicrotask(() => {
      for (const it of filters) it.value = "";
      municipality.value = kept;
      show();
      tell();
    });
  });
  addEventListener("wiped", () => {
    for (const it of [...filters, municipality]) it.value = "";
    show();
    tell();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}

/** @param {MunicipalityChooser} box */
function chooser(box) {
  const select = box.querySelector("select");
  const files = box.querySelector("[data-prefilled]");

  function show() {
    const slug = select.value;
    files.hidden = !slug;
    for (const link of files.querySelectorAll("a")) {
      link.setAttribute("href", filledIn(box.dataset.places, slug, link.dataset.name));
      link.querySelector("[data-municipality-name]").textContent = select.selectedOptions[0].textContent;
    }
  }

  set(select, remembered());
  box.hidden = false;
  show();
  select.addEventListener("change", () => {
    remember(select.value);
    show();
  });
  addEventListener("wiped", () => {
    select.value = "";
    show();
  });
}

const form = document.querySelector("[data-material-filter]");
const list = document.querySelector("[data-materials]");
if (form && list) library(form, list);
for (const box of document.querySelectorAll("[data-choose-municipality]")) chooser(box);
