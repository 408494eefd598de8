// The municipality directory: search, filters, order and map. The address remembers them; without a script the whole
// list stands there.

import { fits, fold } from "./directory/fold.js";
import { startMap } from "./directory/tilemap.js";
import { hasTown, hearing, townsOf } from "./directory/towns.js";
import { address, data } from "./search/dom.js";

const SHORT = "(max-width: 63.99rem)";
const root = document.querySelector("[data-directory]");
const form = root.querySelector("[data-form]");
const list = root.querySelector("[data-rows]");
const counted = root.querySelector("[data-count]");
const nothing = root.querySelector("[data-nothing]");
const figure = root.querySelector("[data-tilemap]");
const colours = root.querySelector("[data-colour-by]");
const map = figure && startMap(figure);
const controls = [...form.querySelectorAll("input, select")];
const filters = controls.filter((it) => it.tagName === "SELECT" && it.name !== "sort").map((it) => it.name);

const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const figures = new Intl.NumberFormat(language);
/** @type {Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }} */
const found = JSON.parse(root.dataset.found);
/** @type {{ typing: Typing, fillers: string[] }} */
const { typing, fillers } = JSON.parse(root.dataset.speech);

const rows = [...list.rows].map((row, order) => ({
  row,
  order,
  code: row.dataset.code,
  slug: (row.querySelector("a")?.getAttribute("href") ?? "").replace(/\/$/, ""),
  name: `${fold(row.dataset.name, typing)} ${row.dataset.code} ${Number(row.dataset.code)}`,
  values: Object.fromEntries(filters.map((key) => [key, row.dataset[key].split(" ")])),
  numbers: { indbyggere: Number(row.dataset.indbyggere), erfaringer: Number(row.dataset.erfaringer) },
  region: [...(form.elements.region?.options ?? [])].findIndex((it) => it.value === row.dataset.region),
}));

/** @typedef {(typeof rows)[number]} Row */

/** @type {Record<string, (one: Row, other: Row) => number>} */
const ORDERS = {
  navn: (one, other) => one.order - other.order,
  region: (one, other) => one.region - other.region || one.order - other.order,
  indbyggere: (one, other) => other.numbers.indbyggere - one.numbers.indbyggere || one.order - other.order,
  erfaringer: (one, other) => other.numbers.erfaringer - one.numbers.erfaringer || one.order - other.order,
};

/**
 * What the reader has chosen, by the names in the address.
 * @returns {Record<string, string>}
 */
function chosen() {
  const values = Object.fromEntries(controls.map((it) => [it.name, it.value.trim()]));
  return colours ? { ...values, farve: colours.value } : values;
}

/** @param {DirectoryField} control */
function first(control) {
  return "options" in control ? control.options[0].value : "";
}

/** @param {Record<string, string>} state */
function remember(state) {
  const query = new URLSearchParams(location.search);
  for (const control of [...controls, ...(colours ? [colours] : [])]) {
    const key = control === colours ? "farve" : control.name;
    query.delete(key);
    if (state[key] !== first(control)) query.append(key, state[key]);
  }
  const text = query.toString();
  history.replaceState(history.state, "", text ? `?${text}${location.hash}` : location.pathname + location.hash);
}

function recall() {
  const query = new URLSearchParams(location.search);
  for (const control of controls) set(control, query.get(control.name));
  if (colours) set(colours, query.get("farve"));
}

/** @param {DirectoryField} control @param {string | null} value */
function set(control, value) {
  const known = !("options" in control) || [...control.options].some((it) => it.value === value);
  control.value = value !== null && known ? value : first(control);
}

/** @type {Map<string, string[]> | null} */
let towns = null;
/** @type {(query: string) => Set<string>} */
let heard = () => new Set();

/** Fetch what places are also called, once, when somebody types; without it names are found all the same. */
async function fetchTowns() {
  if (towns) return;
  towns = new Map();
  try {
    const answer = await fetch(address(data.places));
    if (answer.ok) {
      /** @type {PlaceFile} */
      const file = await answer.json();
      towns = townsOf(file, typing);
      heard = hearing(file, new Map(rows.map((it) => [it.slug, it.row.dataset.name])));
    }
    show();
  } catch {
    towns = null; // asked again with the next letter
  }
}

/** @param {Record<string, string>} state */
function shown(state) {
  const query = fold(state.navn, typing);
  const sounding = heard(state.navn);
  return rows.filter(
    (it) =>
      (fits(it.name, query, fillers) || hasTown(towns?.get(it.slug) ?? [], query, fillers) || sounding.has(it.slug)) &&
      filters.every((key) => !state[key] || it.values[key].includes(state[key])),
  );
}

let sorted = "navn";

/** @param {string} key */
function sort(key) {
  if (key === sorted) return;
  sorted = key;
  list.append(...[...rows].sort(ORDERS[key] ?? ORDERS.navn).map((it) => it.row));
}

/** @param {number} number */
function count(number) {
  const text = found[plural.select(number)] ?? found.other;
  counted.textContent = text.replace("{number}", figures.format(number));
}

function show() {
  const state = chosen();
  if (state.navn) fetchTowns();
  const left = shown(state);
  const codes = new Set(left.map((it) => it.code));
  for (const it of rows) it.row.hidden = !codes.has(it.code);
  sort(state.sort);
  count(left.length);
  nothing.hidden = left.length > 0;
  list.parentElement.hidden = left.length === 0;
  form.querySelector("[data-clear]").hidden = left.length === 0 || left.length === rows.length; // the empty list has its own
  map?.only(codes);
  remember(state);
}

let waiting = 0;

/** Letters typed fast are answered once a frame. */
function soon() {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(show);
}

function clear() {
  for (const control of controls) if (control.name !== "sort") control.value = first(control);
  show();
}

form.addEventListener("input", soon);
form.addEventListener("submit", (event) => event.preventDefault());
for (const button of root.querySelectorAll("[data-clear]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    clear();
    form.elements.navn.focus();
  });
}
addEventListener("wiped", clear); // by device.js, maybe in another tab
colours?.addEventListener("input", () => {
  map?.colour(colours.value);
  remember(chosen());
});
addEventListener("popstate", () => {
  recall();
  show();
});

// On a phone the list comes first; the map unfolds when asked for.
const mapFold = root.querySelector("[data-map-fold]");
if (mapFold && matchMedia(SHORT).matches) mapFold.open = false;

const more = form.querySelector("[data-more-filters]");
recall();
if (more) more.open = !matchMedia(SHORT).matches || controls.some((it) => "options" in it && it.value !== first(it));
if (colours) map?.colour(colours.value);
show();
root.classList.add("directory-ready");
