// What a result shows of its page: the paragraph that says most of what was asked, with the words marked. Pure.

import { wordsOf } from "./speech.js";

const MOST_WORDS = 30;
const BEFORE = 8;
/** A word that stands for what was typed only as a part of another is not marked. */
const MARKED = 0.45;
const PIECE = /[\p{L}\p{N}\p{M}]+(?:['’ʼ`´][\p{L}\p{N}\p{M}]+)*/gu;

/**
 * The words, folded, that stand for what was typed, each with the number of the term it stands for.
 * @param {Term[]} terms @param {SearchIndex} index
 */
function meant(terms, { folded }) {
  /** @type {Map<string, number>} */
  const found = new Map();
  terms.forEach(({ forms, word }, at) => {
    found.set(word, at);
    for (const [id, weight] of forms) if (weight >= MARKED) found.set(folded[id], at);
  });
  return found;
}

/**
 * The passage a result shows, the part of the page it leads to, and the words in it, those that were asked for marked.
 * @param {ShownPassage[]} passages  those beside it, too
 * @param {{place: string, passage: number}} result  the place on the page, or the number in `passages`
 * @param {Term[]} terms
 * @param {SearchIndex} index
 * @returns {{place: string, heading: string, words: {text: string, marked: boolean}[]}}
 */
export function excerpt(passages, { passage, place }, terms, index) {
  const led = place ? passages.find(([id]) => id === place) : undefined;
  const [id, heading, ...blocks] = led ?? passages[passage] ?? passages[0] ?? ["", ""];
  const known = meant(terms, index);
  /** @param {string} word */
  const termOf = (word) => known.get(index.speech.fold(wordsOf(word)[0] ?? ""));
  const told = blocks.map((block) => new Set((block.match(PIECE) ?? []).map(termOf).filter((it) => it !== undefined)).size);
  const best = told.indexOf(Math.max(0, ...told));
  return { place: id, heading, words: cut(blocks[best < 0 ? 0 : best] ?? "", termOf) };
}

/**
 * A paragraph in pieces, around the first word that was asked for.
 * @param {string} block
 * @param {(word: string) => number | undefined} termOf
 */
function cut(block, termOf) {
  const pieces = [...block.matchAll(PIECE)].map((it) => ({ at: it.index, end: it.index + it[0].length, marked: termOf(it[0]) !== undefined }));
  const first = Math.max(0, pieces.findIndex((it) => it.marked) - BEFORE);
  const from = pieces.length > MOST_WORDS ? first : 0;
  const shown = pieces.slice(from, from + MOST_WORDS);
  const end = from + MOST_WORDS < pieces.length ? shown[shown.length - 1].end : block.length;
  /** @type {{text: string, marked: boolean}[]} */
  const words = from ? [{ text: "… ", marked: false }] : [];
  let done = from ? shown[0].at : 0;
  for (const piece of shown.filter((it) => it.marked)) {
    if (piece.at > done) words.push({ text: block.slice(done, piece.at), marked: false });
    words.push({ text: block.slice(piece.at, piece.end), marked: true });
    done = piece.end;
  }
  if (end > done) words.push({ text: block.slice(done, end), marked: false });
  if (end < block.length) words.push({ text: " …", marked: false });
  return words;
}
