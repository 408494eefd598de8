/**
 * Puts the other language's passages beside this page's own, each with its own language and direction, and takes them
 * away again. Boxes to tick and fields to write in stay as they are: there is one of each.
 */
import { stylesheet } from "../stylesheet.js";
import { copied, outline } from "./outline.js";
import { paired } from "./pairs.js";

/** @typedef {{language: string, direction: string, address: string}} Version */

const SHEET = new URL("../../css/parallel.css", import.meta.url);
const article = () => /** @type {HTMLElement} */ (document.querySelector("article.prose"));
/** @type {HTMLLinkElement | undefined} */
let sheet;

/**
 * Fetch a page's version in another language. Throws when it cannot be had, or is written in this page's language.
 * @param {Version} version
 */
export async function fetched({ language, address }) {
  const [response] = await Promise.all([fetch(address), stylesheetOfTwo()]);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const text = page.querySelector("article.prose");
  if (!text || page.documentElement.lang !== language || text.hasAttribute("lang")) throw new Error(`not written in ${language}`);
  return text;
}

async function stylesheetOfTwo() {
  sheet ??= await stylesheet(SHEET);
}

/**
 * Show the other version's passages.
 * @param {Element} text  its article
 * @param {Version} version
 */
export function show(text, version) {
  hide();
  const base = new URL(version.address, location.href).href;
  const found = paired(outline(article()), outline(text));
  for (const { own, other, after } of found) {
    const copy = copied(other.flatMap(({ nodes }) => nodes), base);
    const said = copy.textContent?.trim();
    if (!said || isSaid(said, own, version.language)) continue;
    const inline = [...own, ...other].every(({ name }) => name === "run");
    const mine = own.flatMap(({ nodes }) => nodes);
    const place = document.createComment("");
    const before = after?.nodes.at(-1);
    if (mine.length) mine[0].parentNode?.insertBefore(place, mine[0]);
    else before?.parentNode?.insertBefore(place, before.nextSibling);
    place.replaceWith(box(inline ? "span" : "div", mine, copy, version));
  }
  choices(text);
  notices(text, base, version);
  if (sheet) sheet.disabled = false;
  document.documentElement.dataset.both = version.language;
}

/**
 * Whether a passage that is behind in this page's language shows the other language's words already.
 * @param {string} said @param {import("./pairs.js").Part[]} own @param {string} language
 */
const isSaid = (said, own, language) =>
  own.some(({ nodes }) =>
    nodes.some((node) => {
      const elements = node instanceof Element ? [node, ...node.querySelectorAll("[lang]")] : [];
      return elements.some((it) => it.getAttribute("lang") === language && it.textContent?.trim() === said);
    }),
  );

/**
 * The words of this page and those of the other in one box.
 * @param {"span" | "div"} kind @param {Node[]} own @param {Node} other @param {Version} version
 */
function box(kind, own, other, { language, direction }) {
  const [both, first, second] = [0, 1, 2].map(() => document.createElement(kind));
  first.append(...own);
  second.append(other);
  Object.assign(second, { lang: language, dir: direction, className: "beside" });
  both.className = "both";
  both.append(first, " ", second);
  return both;
}

/** A choice is one choice, with the words of both. @param {Element} text */
function choices(text) {
  for (const field of article().querySelectorAll("[data-field]")) {
    const other = text.querySelector(`[data-field="${CSS.escape(field.dataset.field)}"]`);
    for (const option of field.querySelectorAll("option")) {
      const words = other?.querySelector(`option[value="${CSS.escape(option.value)}"]`)?.textContent;
      if (!option.value || !words || words === option.textContent) continue;
      option.dataset.own = option.textContent;
      option.textContent = `${option.textContent} / ${words}`;
    }
  }
}

/**
 * What the other page says about itself: that a machine has translated it, what one signs.
 * @param {Element} text @param {string} base @param {Version} version
 */
function notices(text, base, { language, direction }) {
  const above = [...article().querySelectorAll(":scope > :is(h1, .notice)")].at(-1);
  const made = [...text.querySelectorAll(":scope > .notice")].map((notice) => {
    const copy = Object.assign(document.createElement("p"), { lang: language, dir: direction, role: "note" });
    copy.className = `${notice.className} notice-beside`;
    copy.append(copied([...notice.childNodes], base));
    return copy;
  });
  above?.after(...made);
}

/** Take the other version's passages away. */
export function hide() {
  for (const both of document.querySelectorAll(".both")) both.replaceWith(.../** @type {Element} */ (both.firstElementChild).childNodes);
  for (const notice of document.querySelectorAll(".notice-beside")) notice.remove();
  for (const option of document.querySelectorAll("option[data-own]")) {
    option.textContent = option.dataset.own ?? "";
    delete option.dataset.own;
  }
  if (sheet) sheet.disabled = true;
  delete document.documentElement.dataset.both;
}
