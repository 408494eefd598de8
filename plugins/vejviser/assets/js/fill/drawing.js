/**
 * Written text as a PDF shows it in a field: the drawing that documents/pdf_text.py makes, operator by operator.
 *
 * @typedef {import("./truetype.js").Font} Font
 * @typedef {import("./shaping.js").Glyph} Glyph
 *
 * @typedef {object} Place  where and how a text is drawn
 * @property {readonly Font[]} fonts
 * @property {readonly string[]} names  what the PDF calls each of them, with its stroke
 * @property {number} size
 * @property {string} colour  as operators
 * @property {readonly [number, number]} box  width and height of the field
 * @property {boolean} rtl
 * @property {boolean} many  whether there may be more than one line
 */
import { shaped } from "./shaping.js";

const SMALLEST = 6;
const LINE = 1.3;
/** How far the first line is from the upper edge, and how far letters reach below the last one, at size 1. */
const FIRST_LINE = 1.15;
const BELOW = 0.2;
const STEP = 0.5;
/** The room left of the text and right of it. */
const SIDE = 4;
/** What stands between two glyphs that are not moved: both may be in one string. */
const ZERO_MOVES = /> 0\] TJ \[-?0 (?=<)/g;
/** What parts words, as Python's `str.split` has it of what may stand in XML. */
const SPACES = /[\t\n\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;

/** The drawing of a text; too wide a line is written smaller. @param {string} text @param {Place} place @returns {string} */
export function drawing(text, place) {
  const { box, rtl, many, colour, names } = place;
  const [width, height] = [box[0] - 2 * SIDE, box[1]];
  const { lines, size } = fitting(text, place, width);
  let y = many ? height - size * FIRST_LINE - 2 : (height - size) / 2 + size * 0.22;
  const drawn = lines.map((line) => {
    const x = SIDE + (rtl ? width - widthOf(line) * size : 0);
    const shown = `1 0 0 1 ${fixed(x, 2)} ${fixed(y, 2)} Tm ${operators(line, place, size)}`;
    y -= size * LINE;
    return shown;
  });
  const clip = `${SIDE / 2} 0 ${fixed(box[0] - SIDE, 2)} ${fixed(height, 2)} re W n`;
  return `/Tx BMC\nq\n${clip}\nBT\n${colour} ${names[0]} ${size} Tf\n${drawn.join("\n")}\nET\nQ\nEMC\n`;
}

/** @param {string} text @param {Place} place @param {number} width @returns {{lines: Glyph[][], size: number}} */
function fitting(text, place, width) {
  const { fonts, rtl, size, many } = place;
  if (many) return filling(text, place, width);
  const line = shaped(words(text).join(" "), fonts, rtl);
  const wide = widthOf(line);
  const fits = wide ? Math.min(size, Math.trunc((width / wide) * 10) / 10) : size;
  return { lines: [line], size: Math.max(SMALLEST, fits) };
}

/**
 * A text in lines, written as small as it takes for all of them to stand in the field; no smaller than one can read.
 * @param {string} text @param {Place} place @param {number} width
 */
function filling(text, place, width) {
  const { box, fonts, rtl } = place;
  /** @type {Map<string, number>} */
  const known = new Map();
  function wide(/** @type {string} */ word) {
    const found = known.get(word) ?? widthOf(shaped(word, fonts, rtl));
    known.set(word, found);
    return found;
  }
  function broken(/** @type {number} */ size) {
    const lines = text.split("\n").flatMap((part) => wrapped(part, wide, width / size));
    return { lines, size, fits: size * (FIRST_LINE + (lines.length - 1) * LINE + BELOW) + 2 <= box[1] };
  }
  let found = broken(place.size);
  const smallest = found.fits ? found : broken(SMALLEST);
  if (!smallest.fits) found = { ...smallest, fits: true };
  while (!found.fits) found = broken(Math.max(SMALLEST, found.size - STEP));
  return { lines: found.lines.map((line) => shaped(line, fonts, rtl)), size: found.size };
}

/**
 * The lines of a text.
 * @param {string} text @param {(word: string) => number} wide @param {number} width  of the field, at size 1
 */
function wrapped(text, wide, width) {
  const lines = [];
  /** @type {string[]} */
  let held = [];
  let used = 0;
  for (const word of words(text)) {
    if (held.length && used + wide(" ") + wide(word) > width) {
      lines.push(held.join(" "));
      held = [];
      used = 0;
    }
    used += wide(word) + (held.length ? wide(" ") : 0);
    held.push(word);
  }
  return [...lines, held.join(" ")];
}

/** @param {string} text */
const words = (text) => text.split(SPACES).filter(Boolean);

/** @param {readonly Glyph[]} line */
const widthOf = (line) => line.reduce((sum, glyph) => sum + glyph.advance, 0);

/**
 * The glyphs of a line one after the other, moved to where the font wants them.
 * @param {readonly Glyph[]} line @param {Place} place @param {number} size
 */
function operators(line, { fonts, names }, size) {
  let held = fonts[0];
  const shown = line.map(({ number, font, advance, right, up }) => {
    const other = font === held ? "" : `${names[fonts.indexOf(font)]} ${size} Tf `;
    held = font;
    const after = font.advance(number) / font.unit - advance + right;
    const raised = up ? `${fixed(up * size, 2)} Ts ` : "";
    const code = number.toString(16).padStart(4, "0");
    return `${other}${raised}[${fixed(-right * 1000, 0)} <${code}> ${fixed(after * 1000, 0)}] TJ${up ? " 0 Ts" : ""}`;
  });
  const back = held === fonts[0] ? "" : ` ${names[0]} ${size} Tf`;
  return shown.join(" ").replace(ZERO_MOVES, ">") + back;
}

/**
 * A number with so many decimals, rounded as Python rounds: a half to the even side, and nothing below nothing keeps its
 * sign.
 * @param {number} value @param {number} decimals
 */
export function fixed(value, decimals) {
  const rounded = Math.abs(value).toFixed(decimals);
  const step = 10 ** -decimals;
  const [, rest] = Math.abs(value).toFixed(60).split(".");
  const isHalf = /^50*$/.test(rest.slice(decimals));
  const isOdd = Number(rounded.at(-1)) % 2 === 1;
  const even = isHalf && isOdd ? (Number(rounded) - step).toFixed(decimals) : rounded;
  return `${value < 0 || Object.is(value, -0) ? "-" : ""}${even}`;
}
