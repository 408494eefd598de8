// One form for every way to write a Danish name: København, koebenhavn, kobenhavn -> kobenhavn; Aarhus, århus -> arhus.

const LETTERS = { æ: "e", ä: "e", ø: "o", ö: "o", å: "a", é: "e", ü: "u" };
const PAIRS = { ae: "e", oe: "o", aa: "a" };

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
 */
export function fits(folded, query) {
  const begins = (word) => ` ${folded}`.includes(` ${word}`);
  const filler = (word, at) => MUNICIPALITY.some((it) => (at ? it.startsWith(word) : it === word));
  return query
    .split(" ")
    .every((word, at) => begins(word) || (word.endsWith("s") && begins(word.slice(0, -1))) || filler(word, at));
}
