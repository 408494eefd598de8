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

/** Tell whether a name, folded, is one the reader may mean: every word of the query begins or stands in it. */
export function fits(folded, query) {
  return query.split(" ").every((word) => folded.includes(word));
}
