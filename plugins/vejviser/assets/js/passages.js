// What a search result shows of its page. Words that only help the search stand last in the index, each behind a sign;
// they are found, but never shown, and a part of the page is not the best one because they happen to stand below it.

/** Before every word that is searched but not shown; site/frame/partials/article.html writes it. */
const SIGN = "~";
const UNSHOWN = new RegExp(`(^|\\s)(?:<mark>)?${SIGN}.*$`, "s");

/**
 * Where the words begin that nobody shall read.
 * @param {PagefindPage} page
 */
function end(page) {
  const at = (page.content ?? "").split(/\s+/).findIndex((word) => word.startsWith(SIGN));
  return at < 0 ? Infinity : at;
}

/**
 * The part of the page with most hits: the page itself, or what stands under one of its headings.
 * @param {PagefindPage} page
 * @returns {PagefindPart}
 */
export function bestPart(page) {
  if (!page.sub_results?.length) return page;
  const last = end(page);
  /** @param {PagefindPart} part */
  const hits = (part) => (part.locations ?? []).filter((it) => it < last).length;
  const best = page.sub_results.reduce((one, other) => (hits(other) > hits(one) ? other : one));
  return hits(best) ? best : { ...page, excerpt: "" };
}

/**
 * Pagefind's excerpt as text and marks; nothing else it holds becomes part of the page.
 * @param {string} excerpt
 */
export function passage(excerpt) {
  const shown = excerpt.replace(UNSHOWN, "");
  const parsed = new DOMParser().parseFromString(shown, "text/html").body;
  return [...parsed.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return new Text(node.textContent ?? "");
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}

/**
 * Pagefind shortens a word that it does not know until it knows it: xyzzy finds every x. That is no answer.
 * @param {string} word @param {string} excerpt
 */
export function isGuess(word, excerpt) {
  const marks = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map((it) => it[1].match(/[\p{L}\p{N}]/gu)?.length ?? 0);
  return marks.length > 0 && Math.max(...marks) * 3 < word.length;
}
