/**
 * The forms in which Arabic letters join, by the presentation forms that a font without layout tables has for them.
 *
 * Unicode says itself which letters a presentation form stands for (NFKC), and gives the forms of a letter in the order
 * alone, last, first, in the middle. HarfBuzz does the same with such a font, and so do PDF viewers.
 */

const FORMS = [[0xfb50, 0xfbff], [0xfe70, 0xfefc]];
const [ALONE, LAST, FIRST, MIDDLE] = [0, 1, 2, 3];
/** Letters that join on both sides, or to the one before, though few or no forms of them are in Unicode. */
const BOTH_SIDES = new Set(["\u0640", "\u0649", "\u200d"]);
const BEFORE_ONLY = new Set(["\u06d5"]);
const IS_TRANSPARENT = /[\p{Mn}\p{Me}\p{Cf}]/u;
const JOINER = "\u200d";
const NO_JOINER = "\u200c";
const LAM = "\u0644";

/** @type {Map<string, string[]>} the forms of a letter, or of lam and alef together */
const forms = new Map();
for (const [first, last] of FORMS) {
  for (let number = first; number <= last; number++) {
    const form = String.fromCharCode(number);
    const letters = form.normalize("NFKC");
    if (letters !== form && /^(?:\p{L}|\u0644[\u0622\u0623\u0625\u0627])$/u.test(letters) && !(number >= 0xfbe8 && number <= 0xfbe9)) {
      forms.set(letters, [...(forms.get(letters) ?? []), form]);
    }
  }
}

/** @param {string} sign @returns {"both" | "before" | "none" | "transparent"} */
function joining(sign) {
  const count = forms.get(sign)?.length ?? 0;
  if (BOTH_SIDES.has(sign) || count === 4) return "both";
  if (BEFORE_ONLY.has(sign) || count === 2) return "before";
  return IS_TRANSPARENT.test(sign) && sign !== NO_JOINER ? "transparent" : "none";
}

/**
 * A sign as it is drawn. Lam and alef may be drawn together (`isPair`); a mark then stands on lam, or else on alef.
 *
 * @typedef {{sign: string, isPair?: boolean, isOnLam?: boolean}} Shape
 */

/**
 * The signs of a word in the forms in which they join; lam and alef become one, with what stood between them after it.
 * A form that the font does not have is left as the letter itself.
 * @param {readonly string[]} signs  in the order in which they are read
 * @param {(sign: string) => boolean} has  whether the font has a sign
 */
export function joined(signs, has) {
  const kinds = signs.map(joining);
  const solid = [...signs.keys()].filter((index) => kinds[index] !== "transparent");
  const shapes = [...signs];
  for (const [order, index] of solid.entries()) {
    const isAfter = order > 0 && kinds[solid[order - 1]] === "both" && kinds[index] !== "none";
    const isBefore = kinds[index] === "both" && order + 1 < solid.length && kinds[solid[order + 1]] !== "none";
    const form = kinds[index] !== "none" && forms.get(signs[index])?.[isAfter ? (isBefore ? MIDDLE : LAST) : isBefore ? FIRST : ALONE];
    if (form && has(signs[index]) && has(form)) shapes[index] = form;
  }
  return paired(signs, shapes, has);
}

/** @param {readonly string[]} signs @param {readonly string[]} shapes @param {(sign: string) => boolean} has */
function paired(signs, shapes, has) {
  /** @type {Shape[]} */
  const found = [];
  let lam = -1; // where the last letter stands, when it is a lam that joins what comes
  for (const [index, shape] of shapes.entries()) {
    const pair = lam < 0 ? undefined : forms.get(LAM + signs[index])?.[found[lam].sign === forms.get(LAM)?.[FIRST] ? ALONE : LAST];
    if (pair && has(pair) && shape !== signs[index]) {
      for (const mark of found.slice(lam + 1)) mark.isOnLam = true;
      found[lam] = { sign: pair, isPair: true };
      lam = -1;
      continue;
    }
    found.push({ sign: shape });
    if (signs[index] !== JOINER && joining(signs[index]) !== "transparent") lam = signs[index] === LAM && shape !== LAM ? found.length - 1 : -1;
  }
  return found;
}
