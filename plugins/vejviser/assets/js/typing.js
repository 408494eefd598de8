// How people type the letters of the portal's languages: the rows of vejviser.content.typing say it, nothing here does.

/**
 * One form for every way to type a text: Grøn, groen, gron -> gron; أهلا, اهلا -> اهلا.
 * @param {string} text
 * @param {Typing} typing
 */
export function fold(text, { letters, same }) {
  let folded = text.normalize("NFC").toLowerCase();
  for (const [letter, typed] of Object.entries(letters)) {
    const plain = typed[typed.length - 1];
    folded = folded.replaceAll(letter, plain).replaceAll(typed[0], plain);
  }
  folded = folded.normalize("NFKD").replace(/\p{M}/gu, "");
  for (const [from, to] of same) folded = folded.replace(new RegExp(from, "gu"), to);
  return folded;
}

const MOST = 24;

/**
 * The spellings to try when a query finds nothing, the likeliest first: with the letters of the language in the place of
 * what is typed for them, without any of them, and with one of them at each place. The index itself takes a letter and
 * the same letter with a mark on it (å, a) for the same.
 * @param {string} query
 * @param {Typing["letters"]} letters
 */
export function spellings(query, letters) {
  const lower = query.toLowerCase();
  const pairs = Object.entries(letters).map(([letter, [pair]]) => ({ letter, pair }));
  let meant = lower;
  let without = lower;
  for (const { letter, pair } of pairs) {
    meant = meant.replaceAll(pair, letter);
    without = without.replaceAll(letter, pair);
  }
  const found = new Set([meant, without]);
  for (const [letter, [, ...single]] of Object.entries(letters)) {
    if (letter.normalize("NFD") !== letter) continue;
    for (const [at, sign] of [...lower].entries()) {
      if (single.includes(sign)) found.add(lower.slice(0, at) + letter + lower.slice(at + 1));
    }
  }
  found.delete(lower);
  return [...found].slice(0, MOST);
}
