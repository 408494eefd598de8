// Whoever comes from paper has its edition in the address. The page says whether there is a newer one, and what is new.
// It is fetched, with its words, only then; nothing is kept.

import { age, inWords } from "./editions.js";

const root = document.documentElement;

/** @param {string} edition  what stands in the address */
export async function say(edition) {
  const block = /** @type {HTMLElement | null} */ (document.querySelector(".paper-code[data-edition]"));
  const found = block && age(edition, block.dataset.edition ?? "");
  if (!found) return;
  const response = await fetch(new URL(`../../paper/${root.lang}.json`, import.meta.url));
  const words = await response.json();
  const notice = document.createElement("div");
  notice.className = "notice paper-says";
  notice.setAttribute("role", "status");
  const told = paragraph(notice, words[found]);
  if (found === "older") {
    told.classList.add("paper-older");
    paragraph(notice, `${words.paper} ${inWords(edition, root.lang, words.version)}`);
    paragraph(notice, `${words.page} ${block.querySelector("span")?.textContent ?? ""}`);
    notice.append(...changes(edition, words.changed));
  }
  document.querySelector("main")?.prepend(notice);
}

/** @param {HTMLElement} place @param {string} text */
function paragraph(place, text) {
  const made = document.createElement("p");
  made.textContent = text;
  place.append(made);
  return made;
}

/**
 * What the page's own list of versions says of those that came after an edition, and the way to the two side by side.
 * @param {string} edition @param {string} heading @returns {HTMLElement[]}
 */
function changes(edition, heading) {
  const known = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-version]")]);
  const list = document.createElement("ul");
  for (const version of known.filter((it) => age(it.dataset.version ?? "", edition) === "newer")) {
    const item = document.createElement("li");
    item.append(...[...version.childNodes].map((node) => node.cloneNode(true)));
    list.append(item);
  }
  if (!list.childElementCount) return [];
  const title = document.createElement("p");
  title.textContent = heading;
  const comparison = document.querySelector(`[data-compare="${edition}"]`)?.cloneNode(true);
  const last = document.createElement("p");
  if (comparison) last.append(comparison);
  return comparison ? [title, list, last] : [title, list];
}
