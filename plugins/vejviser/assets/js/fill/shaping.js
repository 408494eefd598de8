/**
 * Text as glyphs in the order in which they stand on paper: what HarfBuzz makes of it for documents/pdf_text.py, with
 * the fonts of the fields, which have no layout tables. Those have a glyph for every letter, and for every form of an
 * Arabic one; where a mark stands is found from the boxes around the shapes.
 *
 * tests/documents/test_browser_filling.py compares the two, glyph by glyph.
 *
 * @typedef {import("./truetype.js").Font} Font
 * @typedef {object} Glyph  and where it stands, at size 1: how far the next one is, and how far it is moved itself
 * @property {number} number
 * @property {Font} font
 * @property {number} advance
 * @property {number} right
 * @property {number} up
 *
 * @typedef {import("./arabic.js").Shape & {glyph: number, advance: number, right: number, up: number}} Placed
 */
import { joined } from "./arabic.js";
import { runs, strength } from "./bidi.js";

/** The other sign of a pair, which is shown where a text runs from right to left. */
const MIRRORED = new Map([..."()<>[]{}«»‹›"].map((sign, index, all) => [sign, all[index ^ 1]]));
/** Signs that say something about the text and have no shape. */
const IS_HIDDEN = /(?![\u115f\u1160\u3164\uffa0\u{1bca0}-\u{1bca3}])\p{Default_Ignorable_Code_Point}/u;
const IS_MARK = /\p{M}/u;
const JOINER = "\u200d";
const NO_SCRIPT = /[\p{Script=Common}\p{Script=Inherited}\p{Script=Unknown}]/u;
const IS_ARABIC = /\p{Script=Arabic}/u;
const IS_FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** In which order marks on one letter are drawn: the nearest first. Marks that are no Arabic ones come last. */
const MARK_ORDER = [..."\u0655\u0654\u0651\u064b\u064c\u064d\u064e\u064f\u0650\u0652\u0670"];
const BELOW = new Set("\u064d\u0650\u0655");
/** The room between a letter and a mark, and between marks: a sixteenth of the em. */
const GAP = 16;

/**
 * The glyphs of one line; signs that none of the fonts has are left out.
 * @param {string} text @param {readonly Font[]} fonts  the first one has it where it can @param {boolean} rtl
 * @returns {Glyph[]}
 */
export function shaped(text, fonts, rtl) {
  const found = runs(text, rtl).map((run) => {
    const parts = byFont(run.text, fonts).map((it) => shapedRun(it.text, it.font, run.rtl));
    return run.rtl ? parts.reverse() : parts;
  });
  return (rtl ? found.reverse() : found).flat(2);
}

/**
 * Split a stretch where another font has to step in. What has no letter of its own goes with what stands before it.
 * @param {string} text @param {readonly Font[]} fonts
 */
function byFont(text, fonts) {
  /** @type {{text: string, font: Font}[]} */
  const parts = [];
  for (const sign of text) {
    const last = parts.at(-1);
    const held = last?.font ?? fonts[0];
    const goesAlong = strength(sign) === null && (IS_MARK.test(sign) || IS_HIDDEN.test(sign) || held.glyphs.has(numberOf(sign)));
    const font = (!goesAlong && fonts.find((it) => it.glyphs.has(numberOf(sign)))) || held;
    if (last?.font === font) last.text += sign;
    else parts.push({ text: sign, font });
  }
  return parts;
}

/** @param {string} text @param {Font} font @param {boolean} rtl @returns {Glyph[]} */
function shapedRun(text, font, rtl) {
  const has = (/** @type {string} */ sign) => font.glyphs.has(numberOf(sign));
  const signs = [...text].map((sign) => (rtl && has(MIRRORED.get(sign) ?? "") ? MIRRORED.get(sign) ?? sign : sign));
  const script = signs.find((sign) => !NO_SCRIPT.test(sign)) ?? "";
  const isBackward = IS_FROM_RIGHT.test(script) && (rtl || /\p{L}/u.test(text) || !/\p{Nd}/u.test(text));
  const inOrder = composed(rtl === isBackward ? signs : clusters(signs, (sign) => IS_MARK.test(sign) || sign === JOINER).reverse().flat(), has);
  const shapes = IS_ARABIC.test(script) ? joined(inOrder, has) : inOrder.map((sign) => ({ sign }));
  const placed = shapes.map((shape) => ({ ...shape, ...glyphOf(shape.sign, font), right: 0, up: 0 }));
  for (const cluster of clusters(placed, (it) => IS_MARK.test(it.sign) || IS_HIDDEN.test(it.sign))) placeMarks(cluster, font, isBackward);
  return (isBackward ? placed.reverse() : placed).map((it) => finished(it, font)).filter(({ number }) => number);
}

/** @param {string} sign */
const numberOf = (sign) => sign.codePointAt(0) ?? 0;

/** @param {string} sign @param {Font} font */
function glyphOf(sign, font) {
  const glyph = font.glyphs.get(numberOf(sign)) ?? 0;
  return { glyph, advance: font.advance(glyph) };
}

/** @param {Placed} placed @param {Font} font @returns {Glyph} */
function finished({ sign, glyph, advance, right, up }, font) {
  if (IS_HIDDEN.test(sign)) return { number: font.glyphs.get(0x20) ?? 0, font, advance: 0, right: 0, up: 0 };
  return { number: glyph, font, advance: advance / font.unit, right: right / font.unit, up: up / font.unit };
}

/**
 * Signs with what goes along with each.
 * @template Item
 * @param {Item[]} items @param {(item: Item) => boolean} goesAlong
 */
function clusters(items, goesAlong) {
  /** @type {Item[][]} */
  const found = [];
  for (const item of items) {
    const last = found.at(-1);
    if (last && goesAlong(item)) last.push(item);
    else found.push([item]);
  }
  return found;
}

/**
 * The signs, put together or taken apart where the font has a glyph for the one and not for the other; marks in order.
 * @param {string[]} signs @param {(sign: string) => boolean} has @returns {string[]}
 */
function composed(signs, has) {
  return clusters(signs, (sign) => IS_MARK.test(sign)).flatMap((cluster) => {
    if (cluster.length === 1 && has(cluster[0])) return cluster;
    const found = cluster.flatMap((sign) => apart(sign, has, cluster.length === 1));
    const marks = found.splice(IS_MARK.test(found[0]) ? 0 : 1).sort((one, other) => rank(one) - rank(other));
    if (!found.length) return marks;
    for (const mark of marks) {
      const whole = (found[0] + mark).normalize("NFC");
      const isNext = found.length === 1 || rank(/** @type {string} */ (found.at(-1))) < rank(mark);
      if (isNext && [...whole].length === 1 && has(whole)) found[0] = whole;
      else found.push(mark);
    }
    return found;
  });
}

/** @param {string} mark */
function rank(mark) {
  const place = MARK_ORDER.indexOf(mark);
  return place < 0 ? MARK_ORDER.length : place;
}

/**
 * A sign as its parts, if the font has them.
 * @param {string} sign @param {(sign: string) => boolean} has @param {boolean} isAlone  no mark follows: no more than needed
 * @returns {string[]}
 */
function apart(sign, has, isAlone) {
  const parts = [...sign.normalize("NFD")];
  const mark = parts.at(-1) ?? "";
  if (parts.length < 2 || !has(mark)) return [sign];
  const base = parts.slice(0, -1).join("").normalize("NFC");
  if (isAlone && has(base)) return [base, mark];
  const further = [...base].length === 1 ? apart(base, has, isAlone) : [base];
  return further.length > 1 || has(base) ? [...further, mark] : [sign];
}

/**
 * Put the marks of a letter over it and under it.
 * @param {Placed[]} cluster @param {Font} font @param {boolean} isBackward  the letter is drawn after its marks
 */
function placeMarks(cluster, font, isBackward) {
  const [base, ...marks] = cluster.slice(cluster.findIndex(({ sign }) => !IS_MARK.test(sign)));
  if (!marks.length || IS_MARK.test(base.sign)) return;
  const gap = Math.trunc(font.unit / GAP);
  const whole = { ...font.extents(base.glyph), left: 0, width: base.advance };
  const behind = isBackward || IS_HIDDEN.test(base.sign) ? 0 : -base.advance;
  let before = "";
  let room = { ...whole };
  for (const mark of marks) {
    if (!IS_MARK.test(mark.sign)) continue;
    const where = `${BELOW.has(mark.sign) ? "below" : "above"} ${base.isPair && mark.isOnLam}`;
    if (where !== before) room = part(whole, base, mark);
    before = where;
    const shape = font.extents(mark.glyph);
    mark.advance = 0;
    mark.right = room.left + Math.trunc((room.width - shape.width) / 2) - shape.left + behind;
    mark.up = where.startsWith("below") ? under(room, shape, gap) : over(room, shape, gap);
  }
}

/**
 * The box of the letter on which a mark stands: of lam and alef together, the half of either.
 * @param {import("./truetype.js").Extents} whole @param {Placed} base @param {Placed} mark
 */
function part(whole, base, mark) {
  if (!base.isPair) return { ...whole };
  return { ...whole, left: whole.left + (mark.isOnLam ? Math.trunc(whole.width / 2) : 0), width: Math.trunc(whole.width / 2) };
}

/**
 * How far a mark under a letter is moved up; the room grows by the mark.
 * @param {import("./truetype.js").Extents} room @param {import("./truetype.js").Extents} shape @param {number} gap
 */
function under(room, shape, gap) {
  room.height -= gap;
  let up = room.top + room.height - shape.top;
  if (up > 0) {
    room.height -= up;
    up = 0;
  }
  room.height += shape.height;
  return up;
}

/**
 * How far a mark over a letter is moved up; the room grows by the mark.
 * @param {import("./truetype.js").Extents} room @param {import("./truetype.js").Extents} shape @param {number} gap
 */
function over(room, shape, gap) {
  room.top += gap;
  room.height -= gap;
  let up = room.top - (shape.top + shape.height);
  if (up <= 0) {
    const half = Math.trunc(-up / 2);
    room.top += half;
    room.height -= half;
    up += half;
  }
  room.top -= shape.height;
  room.height += shape.height;
  return up;
}
