/**
 * The page as passages.js wants it, and the marks on it: which passage is read, and which of its sentences.
 *
 * @typedef {import("./passages.js").Piece} Piece
 * @typedef {import("./passages.js").Passage} Passage
 */

const NOW = "aloud-now";
const SENTENCE = "aloud"; // see css/aloud.css
const WRITTEN = new Set(["text", "date"]);
const article = () => document.querySelector("article.prose");

/** The language of the page's text; nothing when it has none. */
export const language = () => article()?.closest("[lang]")?.getAttribute("lang") ?? undefined;

/** The languages that stand on the page, its own first. */
export function languages() {
  const others = [...document.querySelectorAll(".beside[lang]")].map((it) => it.getAttribute("lang"));
  return [...new Set([language(), ...others])].flatMap((it) => it ?? []);
}

/** The page's text as pieces; nothing when it has none. @returns {Piece | undefined} */
export function pieces() {
  const text = article();
  return text ? piece(text) : undefined;
}

/** @param {Element} element @returns {Piece} */
function piece(element) {
  const marks = [...element.classList, ...element.getAttributeNames()];
  const parts = [...element.childNodes].flatMap((node) => {
    if (node instanceof Text) return [{ name: "#text", text: node.data, node }];
    return node instanceof Element ? [piece(node)] : [];
  });
  const own = element.getAttribute("lang") ?? undefined;
  return { name: element.localName, marks, language: own, hidden: !element.checkVisibility(), node: element, ...said(element, parts) };
}

/** What an element says that has no words in it. @param {Element} element @param {Piece[]} parts @returns {Partial<Piece>} */
function said(element, parts) {
  if (element instanceof HTMLImageElement) return { text: element.alt };
  if (element instanceof SVGElement) return { text: element.getAttribute("aria-label") ?? "" };
  if (element instanceof HTMLSelectElement) return { text: element.value && element.selectedOptions[0].text };
  if (element instanceof HTMLTextAreaElement) return { text: element.value };
  if (!(element instanceof HTMLInputElement)) return { parts };
  if (element.type === "checkbox") return { ticked: element.checked };
  return { text: WRITTEN.has(element.type) ? written(element) : "" };
}

/** @param {HTMLInputElement} input */
const written = ({ type, value, lang, ownerDocument }) =>
  type === "date" && value
    ? new Date(`${value}T00:00`).toLocaleDateString(lang || ownerDocument.documentElement.lang, { dateStyle: "long" })
    : value;

/**
 * Mark what is read, and bring it where it can be seen; without a passage nothing is marked.
 * @param {Passage} [passage]
 * @param {{start: number, end: number}} [sentence]
 */
export function mark(passage, sentence) {
  const place = passage?.place instanceof Element ? passage.place : undefined;
  for (const old of document.querySelectorAll(`.${NOW}`)) if (old !== place) old.classList.remove(NOW);
  if (place && !place.classList.contains(NOW)) {
    place.classList.add(NOW);
    show(place);
  }
  if (!("highlights" in CSS)) return; // an older browser marks the passage alone
  const ranges = passage && sentence ? rangesOf(passage, sentence) : [];
  if (ranges.length) CSS.highlights.set(SENTENCE, new Highlight(...ranges));
  else CSS.highlights.delete(SENTENCE);
}

/** Where a sentence stands on the page. @param {Passage} passage @param {{start: number, end: number}} sentence */
function rangesOf({ runs }, { start, end }) {
  return runs.flatMap(({ at, length, node }) => {
    const [from, to] = [Math.max(start, at) - at, Math.min(end, at + length) - at];
    if (from >= to || to > (node.nodeValue?.length ?? 0)) return [];
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return [range];
  });
}

/** @param {Element} place */
function show(place) {
  const { top, bottom, height } = place.getBoundingClientRect();
  const bar = document.querySelector(".aloud-bar")?.getBoundingClientRect().height ?? 0;
  const room = innerHeight - bar;
  if (top >= 0 && bottom <= room) return;
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  place.scrollIntoView({ behavior, block: height < room / 2 ? "center" : "start" });
}
