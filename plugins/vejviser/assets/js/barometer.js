// The barometer: one quarter at a time by a slider, tables sorted by any column, maps coloured by what is chosen.
// Without a script every quarter stands there, the newest first.

import { inOrder } from "./barometer/order.js";
import { startMap } from "./directory/tilemap.js";

const root = document.querySelector("[data-barometer]");
const controls = document.querySelector("[data-barometer-controls]");
const slider = controls.querySelector("input");
const chosen = controls.querySelector("[data-chosen]"); // seen only: whoever listens hears the slider's own words
const sorted = controls.querySelector("[data-sorted]"); // heard only: the mark of a column is told when one passes it
const quarters = [...root.querySelectorAll("[data-quarter]")].reverse();
const compare = inOrder(root.dataset.alphabet);

/** Every quarter's map takes the same colours, so that moving the slider compares like with like. */
const maps = quarters.map((quarter) => {
  const figure = quarter.querySelector("[data-tilemap]");
  return figure ? { live: startMap(figure), choice: figure.querySelector("[data-colour-by]") } : null;
});

/** @param {string} key */
function colour(key) {
  for (const map of maps) {
    if (!map) continue;
    map.live.colour(key);
    if (map.choice) map.choice.value = key;
  }
}

/** @param {number} at  which quarter, the oldest first */
function show(at) {
  quarters.forEach((quarter, number) => (quarter.hidden = number !== at));
  const period = quarters[at].dataset.quarter;
  chosen.textContent = period;
  slider.setAttribute("aria-valuetext", period);
}

/** @param {number} at */
function remember(at) {
  const query = new URLSearchParams(location.search);
  if (at === quarters.length - 1) query.delete("kvartal");
  else query.set("kvartal", quarters[at].dataset.quarter);
  const text = query.toString();
  history.replaceState(history.state, "", text ? `?${text}${location.hash}` : location.pathname + location.hash);
}

/** @param {HTMLTableRowElement} row @param {number} column */
function value(row, column) {
  const cell = row.cells[column];
  return cell.dataset.value === undefined ? cell.textContent.trim() : Number(cell.dataset.value);
}

/** @param {SortableTable} table */
function sortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.textContent = head.textContent;
    button.title = root.dataset.sort.replace("{column}", head.textContent);
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const numbers = body.rows[0]?.cells[column].dataset.value !== undefined;
      const was = head.getAttribute("aria-sort");
      const down = was ? was === "ascending" : numbers;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...body.rows].sort((one, other) => compare(value(one, column), value(other, column), down));
      body.append(...rows);
      sorted.textContent = root.dataset[down ? "down" : "up"].replace("{column}", button.textContent);
    });
  });
}

for (const table of root.querySelectorAll("[data-sortable]")) sortable(table);
for (const map of maps) map?.choice?.addEventListener("input", (event) => colour(event.target.value));
slider.addEventListener("input", () => {
  show(Number(slider.value));
  remember(Number(slider.value));
});

const asked = quarters.findIndex((it) => it.dataset.quarter === new URLSearchParams(location.search).get("kvartal"));
const first = asked < 0 ? quarters.length - 1 : asked;
slider.value = String(first);
controls.hidden = false;
root.classList.add("directory-ready");
show(first);
