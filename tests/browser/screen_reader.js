// guidepup's virtual screen reader in a page of ours, and what it says otherwise than a browser tells a screen reader.
// The test answers with both files beneath the page's own host: its policy lets in no other script.

import { Virtual } from "./virtual-screen-reader.js";

/** What no screen reader says by itself: that a paragraph begins, a word is bold, or that a form without a name is one. */
const SILENT = new Set("paragraph strong emphasis superscript subscript mark code generic time rowgroup form".split(" "));
const FOLDED = "details:not([open]) > :not(summary)";
const NAMED = "a[aria-label], button[aria-label], [role=img]";
const LIVE = /^(polite|assertive): ?/;
const COUNTS = /, level \d+, position (\d+), set size (\d+)$/;
const reader = new Virtual();
/** What was told of each element. */
const named = new Map();
let heard = 0;
/** What was told last of where the reader stands. */
let standing = "";

// The library reads what is folded away; no browser does.
const styles = window.getComputedStyle.bind(window);
window.getComputedStyle = (node, pseudo) =>
  node.closest(FOLDED) ? { display: "none", getPropertyValue: () => "none" } : styles(node, pseudo);

/** Begin at a part of the page. What is heard before the first line of it is nobody's. */
export async function listen(part) {
  await reader.stop();
  named.clear();
  heard = 0;
  standing = "";
  await reader.start({ container: document.querySelector(part) });
  await fresh();
}

/** Read a part of the page from beginning to end. Gives lines: what is inside something stands further in. */
export async function read({ part, longest }) {
  await listen(part);
  const first = reader.activeNode;
  const passed = [{ node: first, phrase: await reader.lastSpokenPhrase() }];
  do {
    await reader.next();
    passed.push({ node: reader.activeNode, phrase: (await fresh()).filter((it) => !LIVE.test(it)).at(-1) });
    if (passed.length > longest) return null;
  } while (reader.activeNode !== first);
  return outline(passed);
}

/** What has been heard since it was asked last: where the reader stands first, then what announced itself. */
export async function hear() {
  const said = await fresh();
  const announced = said.filter((it) => LIVE.test(it) && it.replace(LIVE, ""));
  const passed = said.filter((it) => !LIVE.test(it));
  const here = reader.activeNode;
  const now = asBrowsersTell(passed.pop() ?? named.get(here) ?? "", here);
  const isNew = now && now !== standing;
  standing = now || standing;
  return [...passed, ...(isNew ? [now] : []), ...announced];
}

/** Whether `words` have been heard since then. What has the focus is told anew when its state is another. */
export async function told(words) {
  const here = document.activeElement;
  if (reader.activeNode === here && here !== document.body) await reader.press("Shift");
  return (await reader.spokenPhraseLog()).slice(heard).some((it) => it.includes(words));
}

async function fresh() {
  const all = await reader.spokenPhraseLog();
  const said = all.slice(heard);
  heard = all.length;
  return said;
}

/** The second time that the reader is at something, it is at its end. */
function outline(all) {
  const count = new Map();
  for (const { node } of all) count.set(node, (count.get(node) ?? 0) + 1);
  const seen = new Set();
  const lines = [];
  let depth = 0;
  for (const { node, phrase } of all) {
    const inside = count.get(node) > 1 && !SILENT.has(phrase.replace(/^end of /, ""));
    if (seen.has(node)) {
      if (inside) depth -= 1;
      continue;
    }
    seen.add(node);
    const spoken = SILENT.has(phrase) || (phrase === "status" && !inside) ? "" : asBrowsersTell(phrase, node);
    if (spoken) lines.push("  ".repeat(depth) + spoken);
    if (inside) depth += 1;
  }
  return lines;
}

/** A phrase as a browser's accessibility tree has it; "" for what is heard in the name of something else. */
function asBrowsersTell(phrase, node) {
  const here = node instanceof Element ? node : node.parentElement;
  if (node === here) named.set(node, phrase);
  else if (isNamed(here, phrase)) return "";
  if (here.matches("option, label, legend") || (node !== here && here.closest("label, legend"))) return "";
  if (here.matches("tr")) return "row"; // its name is all of its cells
  const language = languageOf(node);
  const isText = node !== here || phrase.replace(COUNTS, "").includes(", ");
  return [
    isText && language !== document.documentElement.lang ? `(${language}) ` : "",
    node.matches?.("summary") ? `disclosure, ${node.parentElement.open ? "" : "not "}expanded, ` : "",
    here.matches("input[type=date]") ? "date, " : "",
    here.matches("select") ? chosen(phrase, here) : ticked(phrase.replace(COUNTS, " $1 of $2"), here),
  ].join("");
}

/** The language of a text, and of an element that is named by what is in it. */
function languageOf(node) {
  const within = [...(node.childNodes ?? [])].filter((it) => it.textContent.trim());
  const said = within.length === 1 && within[0] instanceof Element ? within[0] : node;
  return (said instanceof Element ? said : said.parentElement).closest("[lang]").lang;
}

/** Whether an element around a text has been told by this text, or by a name in its stead. */
function isNamed(element, text) {
  for (let at = element; at; at = at.parentElement) {
    if (named.get(at)?.includes(text) || at.matches(NAMED)) return true;
  }
  return false;
}

/** A select says the words that are chosen, not the value behind them. */
function chosen(phrase, select) {
  const words = select.selectedOptions[0]?.text ?? "";
  const [before, after] = phrase.split(", has popup listbox");
  const name = select.value ? before.replace(`, ${select.value}`, "") : before;
  return `${name}, ${words}, has popup listbox${after}`;
}

/** A box is ticked as it is now; the library knows how it was written. */
function ticked(phrase, box) {
  return box.matches("input[type=checkbox]") ? phrase.replace(/, (not )?checked/, `, ${box.checked ? "" : "not "}checked`) : phrase;
}
