// What a result shows of its page: the paragraph that says most of what was asked, with the words marked. Pure.

import { rarity } from "./query.js";
import { wordsOf } from "./speech.js";

const MOST_WORDS = 30;
const BEFORE = 8;
/** A word that stands for what was typed only as a part of another is not marked. */
const MARKED = 0.45;
/** So much tells a word that stands only in what people ask of a passage. */
const UNSEEN = 0.8;
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
 * The terms that words of a text stand for.
 * @param {string} text @param {(word: string) => number | undefined} termOf
 */
const termsIn = (text, termOf) => new Set((text.match(PIECE) ?? []).map(termOf).filter((it) => it !== undefined));

/**
 * The passage that has most of what was asked: best is one in which the reader sees it.
 * @param {ShownPassage[]} passages
 * @param {Term[]} terms
 * @param {(word: string) => number | undefined} termOf
 * @param {SearchIndex} index
 */
function mostTelling(passages, terms, termOf, index) {
  const worth = terms.map((term) => rarity(term, index));
  const told = passages.map(([, heading, asked, ...blocks]) => {
    const seen = termsIn([heading, ...blocks].join("\n"), termOf);
    const unseen = termsIn(asked, termOf);
    return worth.reduce((sum, it, at) => sum + (seen.has(at) ? it : unseen.has(at) ? UNSEEN * it : 0), 0);
  });
  return passages[told.indexOf(Math.max(...told))];
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
