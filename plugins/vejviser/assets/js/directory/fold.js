// Whether a name is the one a reader may mean, however it is typed.

import { fold as folded } from "../typing.js";

/**
 * A name in one form for every way to write it, its words apart by one space.
 * @param {string} text
 * @param {Typing} typing
 */
export function fold(text, typing) {
  return folded(text, typing)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Tell whether a name, folded, is one the reader may mean: every word of the query begins a word of it, or is one of the
 * fillers, the words for what such a place is. They are part of its full name, and nobody should find less by writing
 * more. An s may stand after a word, as in a genitive.
 * @param {string} name
 * @param {string} query
 * @param {string[]} fillers
 */
export function fits(name, query, fillers) {
  /** @param {string} word */
  const begins = (word) => ` ${name}`.includes(` ${word}`);
  /** @param {string} word @param {number} at */
  const filler = (word, at) => fillers.some((it) => (at ? it.startsWith(word) : it === word));
  return query
    .split(" ")
    .every((word, at) => begins(word) || (word.endsWith("s") && begins(word.slice(0, -1))) || filler(word, at));
}
