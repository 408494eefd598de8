// What counts as one word: how words are typed, bent and joined in a language. The rows of vejviser.content.languages
// say it, nothing here does. Pure: no page, no network.

import { fold } from "../typing.js";

const SHORTEST_STEM = 3;
const WORD = /[\p{L}\p{N}]+(?:['’ʼ`´][\p{L}\p{N}]+)*/gu;

/**
 * The words of a text in small letters, without marks above and below them: as site/search/word_index.py has them.
 * @param {string} text
 */
export const wordsOf = (text) => text.normalize("NFC").toLowerCase().replace(/\p{Mn}/gu, "").match(WORD) ?? [];

/**
 * Make ready what a language's row says.
 * @param {SpeechRow} row
 * @param {Typing} typing
 * @returns {Speech}
 */
export function speechOf(row, typing) {
  /** @param {string[]} parts */
  const longest = (parts) => parts.map((it) => fold(it, typing)).sort((one, other) => other.length - one.length);
  const endings = longest(row.endings);
  const particles = longest(row.particles);
  /** @type {Map<string, string[]>} */
  const known = new Map();

  /** @param {string} word */
  function undoubled(word) {
    const last = word[word.length - 1];
    const isDoubled = word.length > SHORTEST_STEM && last === word[word.length - 2] && row.doubled.includes(last);
    return isDoubled ? word.slice(0, -1) : word;
  }

  /**
   * What a word may be a form of: itself, and what is left of it without what may stand before and after a word.
   * @param {string} word  folded
   */
  function roots(word) {
    const before = known.get(word);
    if (before) return before;
    const found = new Set([word]);
    const bare = particles.filter((it) => word.startsWith(it) && word.length - it.length >= SHORTEST_STEM);
    for (const begun of [word, ...bare.map((it) => word.slice(it.length))]) {
      found.add(begun);
      for (const it of endings) {
        const least = it.length > 1 ? SHORTEST_STEM : SHORTEST_STEM + 1; // a letter alone may well be the word's own
        if (begun.endsWith(it) && begun.length - it.length >= least) found.add(undoubled(begun.slice(0, -it.length)));
      }
    }
    const all = [...found];
    known.set(word, all);
    return all;
  }

  /** Whether two words are forms of one. @param {string} one @param {string} other  folded */
  const same = (one, other) => one === other || roots(one).some((it) => roots(other).includes(it));

  /** The shortest that a word may be a form of. @param {string} word  folded */
  const stem = (word) => roots(word).reduce((short, it) => (it.length < short.length ? it : short));

  return { fold: (text) => fold(text, typing), roots, same, stem, joins: row.joins, little: new Set() };
}

/**
 * How many letters must be added, left out, changed or swapped; no more than `most` is counted.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export function slips(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      least = Math.min(least, row[j]);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}

/** How many slips a word of a length may have. @param {number} length */
export const slipsAllowed = (length) => (length >= 9 ? 2 : length >= 5 ? 1 : 0);

/**
 * What an editor wrote of a phrase: for each word, those that may stand there. "min/sin mand" is two, the first of two.
 * @param {string} text
 * @param {(text: string) => string} folded
 */
export function slotsOf(text, folded) {
  return text.split(/\s+/).flatMap((part) => {
    const words = wordsOf(part).map(folded);
    return part.includes("/") ? [words] : words.map((it) => [it]);
  });
}

/** Every phrase that an editor wrote at once. @param {string[][]} slots @returns {string[][]} */
export const phrasesOf = (slots) => {
  return slots.reduce((/** @type {string[][]} */ all, words) => all.flatMap((begun) => words.map((it) => [...begun, it])), [[]]);
};

/**
 * Whether a word that was typed is one that is wanted, bent or with a slip in it.
 * @param {string} word @param {string} wanted  folded @param {Speech} speech
 */
function means(word, wanted, speech) {
  if (speech.same(word, wanted)) return true;
  const most = Math.min(1, slipsAllowed(wanted.length - 1));
  return most > 0 && slips(word, wanted, most) <= most;
}

/**
 * Whether a query has every word of a phrase, bent or with a slip in it.
 * @param {string[]} query  folded
 * @param {string[]} phrase  folded
 * @param {Speech} speech
 */
export function holds(query, phrase, speech) {
  return phrase.length > 0 && phrase.every((wanted) => query.some((word) => means(word, wanted, speech)));
}

/**
 * How many letters of a phrase a query has; none where it lacks one of its words.
 * @param {string[]} query  folded
 * @param {string[][]} slots
 * @param {Speech} speech
 */
export function lettersHeld(query, slots, speech) {
  let letters = 0;
  for (const words of slots) {
    const found = words.filter((wanted) => query.some((word) => means(word, wanted, speech)));
    if (!found.length) return 0;
    letters += Math.max(...found.map((it) => it.length));
  }
  return letters;
}
