// Danish words typed without Danish letters: "moede" or "mode" for "møde", "laese" for "læse". (The index itself
// takes å and a for the same.)

/** @type {Record<string, string>} */
const PAIRS = { ae: "æ", oe: "ø", aa: "å" };
const SINGLE = [
  ["o", "ø"],
  ["a", "æ"],
  ["e", "æ"],
];
const MOST = 24;

/**
 * The spellings to try when a query finds nothing, the likeliest first.
 * @param {string} query
 */
export function spellings(query) {
  const lower = query.toLowerCase();
  const found = new Set([
    lower.replace(/ae|oe|aa/g, (pair) => PAIRS[pair]),
    lower.replace(/ø/g, "oe").replace(/æ/g, "ae").replace(/å/g, "aa"),
  ]);
  for (const [typed, meant] of SINGLE) {
    for (const [at, letter] of [...lower].entries()) {
      if (letter === typed) found.add(lower.slice(0, at) + meant + lower.slice(at + 1));
    }
  }
  found.delete(lower);
  return [...found].slice(0, MOST);
}
