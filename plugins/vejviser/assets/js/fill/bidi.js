/**
 * Which way text runs, as documents/pdf_text.py has it: stretches of one direction; spaces and signs go with both
 * neighbours, or with the line.
 *
 * @typedef {{text: string, rtl: boolean}} Run
 */

export const LEFT_TO_RIGHT_MARK = "\u200e";
const NUMBERS = /[0-9²³¹\u0600-\u0605\u0660-\u0669\u066b\u066c\u06dd\u06f0-\u06f9\u2070\u2074-\u2079\u2080-\u2089]/u;
const RIGHT_TO_LEFT =
  /[\u05be\u05c0\u05c3\u05c6\u05d0-\u05ff\u0608\u060b\u060d\u061b-\u064a\u066d-\u066f\u0671-\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u0710\u0712-\u072f\u074d-\u07a5\u07b1-\u07ea\u07f4\u07f5\u07fa-\u0815\u081a\u0824\u0828\u0830-\u0858\u085e-\u088f\u08a0-\u08c9\u200f\ufb1d\ufb1f-\ufb28\ufb2a-\ufd3d\ufd50-\ufdc7\ufdf0-\ufdfc\ufe70-\ufefc]/u;
const LEFT_TO_RIGHT = /[\p{L}\p{Mc}\p{Nl}\u200e]/u;

/**
 * Whether a sign runs from right to left (true), from left to right (false), or has no direction of its own.
 * @param {string} sign
 */
export function strength(sign) {
  if (NUMBERS.test(sign)) return false;
  if (RIGHT_TO_LEFT.test(sign)) return true;
  return LEFT_TO_RIGHT.test(sign) ? false : null;
}

/**
 * Whether a text has letters or figures that run from left to right, and none that run the other way: by blocks, as
 * content/bidi.py has them.
 * @param {string} text
 */
export const isLeftToRight = (text) =>
  /[0-9A-Za-z\u00c0-\u024f\u0370-\u052f]/u.test(text) &&
  !/[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(text);

/** A number in groups, or with a sign in front, which words from right to left would turn around; as content/bidi.py has it. */
const NUMBER = /(\+?(?:\(\+?\d+\) ?)?\d+(?:[ \u00a0./:-]\d+)+|\+\d+)/;

/**
 * The pieces of a text that is typed into a page from right to left, with whether each must be kept from left to right.
 * @param {string} text
 * @returns {{text: string, isKept: boolean}[]}
 */
export function piecesOf(text) {
  if (isLeftToRight(text)) return [{ text, isKept: true }];
  return text.split(NUMBER).flatMap((piece, at) => (piece ? [{ text: piece, isKept: at % 2 === 1 }] : []));
}

/** @param {string} text */
export const withMarks = (text) => LEFT_TO_RIGHT_MARK + text + LEFT_TO_RIGHT_MARK;

/** Split a line into stretches of one direction. @param {string} text @param {boolean} rtl  the line @returns {Run[]} */
export function runs(text, rtl) {
  const signs = [...text];
  const strong = signs.map(strength);
  const before = neighbours(strong, rtl);
  const after = neighbours([...strong].reverse(), rtl).reverse();
  /** @type {Run[]} */
  const found = [];
  for (const [index, sign] of signs.entries()) {
    const side = strong[index] ?? (before[index] === after[index] ? before[index] : rtl);
    const last = found.at(-1);
    if (last?.rtl === side) last.text += sign;
    else found.push({ text: sign, rtl: side });
  }
  return found;
}

/** The direction of the last sign before each that has one. @param {(boolean | null)[]} strong @param {boolean} rtl */
function neighbours(strong, rtl) {
  let held = rtl;
  return strong.map((side) => {
    const before = held;
    held = side ?? held;
    return before;
  });
}
