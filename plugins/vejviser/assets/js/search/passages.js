// What a result shows of its page: the paragraph that says most of what was asked, with the words marked. Pure.

import { rarity } from "./query.js";
import { wordsOf } from "./speech.js";

const MOST_WORDS = 30;
const BEFORE = 8;
/** A word that stands for what was typed only as a part of another is not marked. */
const MARKED = 0.45;
/** So much tells a word that stands only in what people ask of a passage. */
const UNSEEN = 0.8;
const HEADED = 1.2;
const PIECE = /[\p{L}\p{N}\p{M}]+(?:['’ʼ`´][\p{L}\p{N}\p{M}]+)*/gu;

/**
 * The words, folded, that stand for what was typed, each with the number of the term it stands for and how surely.
 * @param {Term[]} terms @param {SearchIndex} index
 */
function meant(terms, { folded }) {
  /** @type {Map<string, {at: number, weight: number}>} */
  const found = new Map();
  terms.forEach(({ forms, word }, at) => {
    for (const [id, weight] of forms) if (weight >= MARKED) found.set(folded[id], { at, weight });
    found.set(word, { at, weight: 1 });
  });
  return found;
}

/**
 * The passage a result shows, the part of the page it leads to, and the words in it, those that were asked for marked.
 * @param {ShownPassage[]} passages  those of its window
 * @param {{place: string, window: number}} result  the place an editor's words lead to, and whether a window says it
 * @param {Term[]} terms
 * @param {SearchIndex} index
 * @returns {{place: string, heading: string, words: {text: string, marked: boolean}[]}}
 */
export function excerpt(passages, { window, place }, terms, index) {
  const known = meant(terms, index);
  /** @param {string} word */
  const termOf = (word) => known.get(index.speech.fold(wordsOf(word)[0] ?? ""));
  const led = place ? passages.find(([id]) => id === place) : undefined;
  const said = led ?? (window < 0 ? passages[0] : mostTelling(passages, terms, termOf, index));
  const [id, heading, , ...blocks] = said ?? ["", "", ""];
  const told = blocks.map((block) => termsIn(block, termOf).size);
  const best = told.indexOf(Math.max(0, ...told));
  return { place: id, heading, words: cut(blocks[best < 0 ? 0 : best] ?? "", termOf) };
}

/**
 * The terms that words of a text stand for, each with how surely.
 * @param {string} text @param {(word: string) => {at: number, weight: number} | undefined} termOf
 */
function termsIn(text, termOf) {
  /** @type {Map<number, number>} */
  const found = new Map();
  for (const word of text.match(PIECE) ?? []) {
    const term = termOf(word);
    if (term && term.weight > (found.get(term.at) ?? 0)) found.set(term.at, term.weight);
  }
  return found;
}

/**
 * The passage that has most of what was asked: best in its heading, and best in words that the reader sees.
 * @param {ShownPassage[]} passages
 * @param {Term[]} terms
 * @param {(word: string) => {at: number, weight: number} | undefined} termOf
 * @param {SearchIndex} index
 */
function mostTelling(passages, terms, termOf, index) {
  const worth = terms.map((term) => rarity(term, index));
  const told = passages.map(([, heading, asked, ...blocks]) => {
    const headed = termsIn(heading, termOf);
    const seen = termsIn(blocks.join("\n"), termOf);
    const unseen = termsIn(asked, termOf);
    /** @param {number} at */
    const best = (at) => Math.max(HEADED * (headed.get(at) ?? 0), seen.get(at) ?? 0, UNSEEN * (unseen.get(at) ?? 0));
    return worth.reduce((sum, it, at) => sum + it * best(at), 0);
  });
  return passages[told.indexOf(Math.max(...told))];
}

/**
 * A paragraph in pieces, around the first word that was asked for.
 * @param {string} block
 * @param {(word: string) => unknown} termOf
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
