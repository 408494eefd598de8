// How well a page's name fits what somebody typed. Pure: no page, no network; tests/browser/test_questions.py asks it.
//
// Letters that are often typed another way count as the same (typing.js). A word may be cut short, joined with its
// neighbour, part of a longer word, or misspelt by a letter or two. What the letters and the little words of the portal's
// languages are stands in the catalogue.

import { fold } from "./typing.js";

/** The whole name as it was typed, little words and all, counts for this much more. */
const WHOLE = 0.3;
/** Below this a page's name says nothing about the query. */
export const FITS = 0.4;

/**
 * The words of a text, in one form for every way to type them.
 * @param {string} text
 * @param {Typing} typing
 */
const parts = (text, typing) => fold(text, typing).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The words of a text that say something; all of them when none does.
 * @param {string} text
 * @param {Speech} speech
 */
export function words(text, { typing, little }) {
  const all = parts(text, typing);
  const strong = all.filter((word) => !little.has(word));
  return strong.length ? strong : all;
}

/**
 * A query without its little words, spelt as it was typed.
 * @param {string} query
 * @param {Speech} speech
 */
export function telling(query, { typing, little }) {
  const all = query.match(/[\p{L}\p{N}]+/gu) ?? [];
  return all.filter((word) => !little.has(fold(word, typing))).join(" ");
}

/**
 * How many letters must be added, left out, changed or swapped; no more than `most` is counted.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
function slips(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, changed);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}

/**
 * How alike two words are, from 0 to 1.
 * @param {string} typed @param {string} known
 */
export function alike(typed, known) {
  if (typed === known) return 1;
  const [short, long] = typed.length < known.length ? [typed, known] : [known, typed];
  const share = short.length / long.length;
  if (short.length >= 3 && long.startsWith(short)) return 0.5 + 0.45 * share;
  const most = long.length >= 9 ? 2 : long.length >= 5 ? 1 : 0;
  const wrong = most ? slips(typed, known, most) : 1;
  if (wrong <= most) return 0.9 - 0.1 * wrong;
  if (short.length >= 5 && long.endsWith(short)) return 0.2 + 0.6 * share;
  let common = 0;
  while (common < short.length && short[common] === long[common]) common++;
  return common >= 5 && common / long.length >= 0.6 ? 0.7 * (common / long.length) : 0;
}

/**
 * How well one name fits: how much of what was typed it covers, and a little for how much of the name was typed.
 * @param {string[]} typed
 * @param {string[]} name
 * @param {string[]} kind
 */
function fit(typed, name, kind) {
  const used = new Set();
  let covered = 0;
  for (let i = 0; i < typed.length; i++) {
    const joined = i + 1 < typed.length ? typed[i] + typed[i + 1] : "";
    let best = Math.max(0, ...kind.map((word) => (alike(typed[i], word) >= 0.7 ? 0.8 : 0)));
    let at = -1;
    let both = false;
    name.forEach((word, place) => {
      const score = alike(typed[i], word);
      if (score > best) [best, at, both] = [score, place, false];
      const pair = joined ? alike(joined, word) : 0;
      if (pair > best && pair >= 0.7) [best, at, both] = [pair, place, true];
      const next = name[place + 1] ? alike(typed[i], word + name[place + 1]) : 0;
      if (next > best && next >= 0.8) {
        [best, at, both] = [next, place, false];
        used.add(place + 1);
      }
    });
    if (at >= 0 && best >= FITS) used.add(at);
    covered += both ? 2 * best : best;
    if (both) i++;
  }
  return (covered / typed.length) * (0.65 + 0.35 * (used.size / name.length));
}

/**
 * Make ready a catalogue: how its languages are typed, their little words, and rows of name in the index, title, kind,
 * and what else the page is called.
 * @param {Titles} titles
 * @returns {Catalogue}
 */
export function prepared({ typing, little, pages }) {
  const speech = { typing, little: new Set(little.map((word) => fold(word, typing))) };
  return {
    speech,
    pages: pages.map(([id, title, kind, also]) => ({
      id,
      title,
      kind,
      kindWords: words(kind, speech),
      whole: [title, ...also].map((name) => parts(name, typing).join(" ")),
      names: [title, ...also].map((name) => words(name, speech)).filter((it) => it.length),
    })),
  };
}

/** What there is to go by when the catalogue did not come. */
export const NOTHING = prepared({ typing: { letters: {}, same: [] }, little: [], pages: [] });

/**
 * The pages whose names fit, with how well, the best first.
 * @param {string} query
 * @param {Catalogue} catalogue
 */
export function fitting(query, { speech, pages }) {
  const typed = words(query, speech);
  if (!typed.length) return [];
  return pages
    .map((page) => {
      const [own, ...also] = page.names.map((name) => fit(typed, name, page.kindWords));
      const whole = page.whole.includes(parts(query, speech.typing).join(" ")) ? WHOLE : 0;
      return { page, score: Math.max(own ?? 0, 0.97 * Math.max(0, ...also)) + whole };
    })
    .filter((it) => it.score >= FITS)
    .sort((one, other) => other.score - one.score);
}
