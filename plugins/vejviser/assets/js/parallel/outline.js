/**
 * A page's text as an outline for pairs.js, and what of another page may stand on this one.
 *
 * @typedef {import("./pairs.js").Part} Part
 */

/** Elements that are read for what is in them; all others are words. */
const BLOCKS = new Set(
  `address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header
  label legend li ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);
const BLOCK = ".item-text, .field-help, [data-follow-up]";
/** Elements that may hold a box with all of their text in two languages. */
const ROOMY = new Set("article aside blockquote dd details div fieldset figure footer form header li section td th".split(" "));
/** What is not text of the page: controls, and what tells about it. */
const APART = `input, select, textarea, button:not(.term), progress, script, style, svg, nav, dialog, [popover], hr,
  [data-search-ignore], [data-parallel], article > .notice, .files, #filer, #filer-to-sprog`;
/** What stands beside the words in one language only. */
const ASIDE = ".cite, .term-beside, .item-source, .badge-new, .on-paper, .headerlink";
/** Of a material's page the text of the form itself; the lists of files, steps and versions are the library's. */
const OF_MATERIAL = "h1, .lead, .in-short, .use-when, #vis, .preview";
const NAMES = /** @type {const} */ (["item", "field", "section", "followUp", "checklist"]);

/**
 * Give the outline of a page's article.
 * @param {Element} article
 */
export function outline(article) {
  const parts = partsOf(article);
  const isMaterial = parts.some(({ name }) => name === "div.preview");
  return isMaterial ? parts.filter(({ nodes: [node] }) => /** @type {Element} */ (node).matches?.(OF_MATERIAL)) : parts;
}

/** @param {Element} element @returns {Part[]} */
function partsOf(element) {
  /** @type {Part[]} */
  const parts = [];
  /** @type {Node[]} */
  let run = [];
  const close = () => {
    if (run.some((node) => words(node))) parts.push({ name: "run", nodes: run });
    run = [];
  };
  for (const node of element.childNodes) {
    const child = node instanceof HTMLElement ? node : undefined;
    if (child && isBlock(child)) {
      close();
      if (isHere(child)) continue;
      const name = child.localName;
      const first = child.classList.item(0);
      const key = child.id || NAMES.map((it) => child.dataset[it]).find(Boolean);
      parts.push({ name: first ? `${name}.${first}` : name, key, whole: !ROOMY.has(name), parts: partsOf(child), nodes: [child] });
    } else if (node instanceof Element && node.matches(APART)) {
      close();
    } else {
      run.push(node);
    }
  }
  close();
  return parts;
}

/** @param {HTMLElement} element */
const isBlock = (element) => (BLOCKS.has(element.localName) || element.matches(BLOCK)) && !element.matches(APART);

/**
 * A translation that is behind shows the original instead: that stands on this page already.
 * @param {Element} element
 */
const isHere = (element) => element.getAttribute("lang") === document.documentElement.lang;

/**
 * The words of a node that both languages have.
 * @param {Node} node
 */
function words(node) {
  if (node.nodeType === Node.COMMENT_NODE || (node instanceof Element && (node.matches(ASIDE) || isHere(node)))) return "";
  return node.textContent?.trim();
}

/**
 * Give copies of another page's nodes that can stand here: words, emphasis and links that still lead where they did.
 * No name of theirs meets one of this page.
 * @param {Node[]} nodes
 * @param {string} base  the address of their page
 */
export function copied(nodes, base) {
  const made = document.createDocumentFragment();
  made.append(...nodes.map((node) => document.importNode(node, true)));
  for (const element of made.querySelectorAll(`${ASIDE}, ${APART}`)) {
    const before = element.previousSibling;
    if (before instanceof Text && element.matches(".cite")) before.data = before.data.trimEnd(); // it stood behind the word
    element.remove();
  }
  for (const note of made.querySelectorAll(".item-note")) {
    const before = note.previousElementSibling;
    if (before && isHere(before)) before.remove(); // the original, which this page is
  }
  for (const blank of made.querySelectorAll(".blank")) {
    const [name, all] = [blank, made].map((it) => (it.textContent ?? "").trim());
    if (all === `${name} ${name}`) blank.remove(); // a box to tick with its name, and the same words beside it
  }
  for (const term of made.querySelectorAll("button")) term.replaceWith(...term.childNodes);
  for (const element of made.querySelectorAll("*")) {
    for (const { name } of [...element.attributes]) {
      if (/^(id|for|name|headers|tabindex|aria-(labelledby|describedby|controls)|data-.*|on.*)$/.test(name)) element.removeAttribute(name);
    }
    for (const name of ["href", "src"]) {
      const written = element.getAttribute(name);
      if (written) element.setAttribute(name, new URL(written, base).href);
    }
  }
  return made;
}
