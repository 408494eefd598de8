// One form for every way to write a Danish name: København, koebenhavn, kobenhavn -> kobenhavn; Aarhus, århus -> arhus.

/** @type {Record<string, string>} */
const LETTERS = { æ: "e", ä: "e", ø: "o", ö: "o", å: "a", é: "e", ü: "u" };
/** @type {Record<string, string>} */
const PAIRS = { ae: "e", oe: "o", aa: "a" };

/** @param {string} text */
export function fold(text) {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[æäøöåéü]/g, (letter) => LETTERS[letter])
    .replace(/ae|oe|aa/g, (pair) => PAIRS[pair])
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const MUNICIPALITY = ["kommune", "kommunen", "municipality"];

/**
 * Tell whether a name, folded, is one the reader may mean: every word of the query begins a word of it. "Københavns
 * Kommune" is what a municipality is called in full, and nobody should find less by writing more.
 * @param {string} folded
 * @param {string} query
 */
export function fits(folded, query) {
  /** @param {string} word */
  const begins = (word) => ` ${folded}`.includes(` ${word}`);
  /** @param {string} word @param {number} at */
  const filler = (word, at) => MUNICIPALITY.some((it) => (at ? it.startsWith(word) : it === word));
  return query
    .split(" ")
    .every((word, at) => begins(word) || (word.endsWith("s") && begins(word.slice(0, -1))) || filler(word, at));
}
