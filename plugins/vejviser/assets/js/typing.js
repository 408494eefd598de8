// How people type the letters of the portal's languages: the rows of vejviser.content.typing say it, nothing here does.

import { withPlainDigits } from "./digits.js";

/**
 * One form for every way to type a text: Grøn, groen, gron -> gron; أهلا, اهلا -> اهلا.
 * @param {string} text
 * @param {Typing} typing
 */
export function fold(text, { letters, same }) {
  let folded = withPlainDigits(text.normalize("NFC").toLowerCase().replace(/['’ʼ`´]/g, ""));
  for (const [letter, typed] of Object.entries(letters)) {
    const plain = typed[typed.length - 1];
    folded = folded.replaceAll(letter, plain).replaceAll(typed[0], plain);
  }
  folded = folded.normalize("NFKD").replace(/\p{M}/gu, "");
  for (const [from, to] of same) folded = folded.replace(new RegExp(from, "gu"), to);
  return folded;
}
