// How well a page's name fits what somebody typed. Pure: no page, no network.
//
// Letters that are often typed another way count as the same (typing.js). A word may be cut short, joined with its
// neighbour, part of a longer word, or misspelt by a letter or two. What the letters and the little words of the portal's
// languages are stands in the search's file.

import { slips, slipsAllowed, wordsOf } from "./speech.js";

/** Below this a page's name says nothing about the query. */
export const FITS = 0.4;

/**
 * The words of a text that say something; all of them when none does.
 * @param {string} text
 * @param {Speech} speech
 */
export function words(text, { fold, little }) {
  const all = wordsOf(text).map(fold);
  const strong = all.filter((word) => !little.has(word));
  return strong.length ? strong : all;
}

/**
 * How alike two words are, from 0 to 1.
 * @param {string} typed @param {string} known
 * @param {boolean} [joined]  the language joins words, so that a word may be the second half of another
 */
export function alike(typed, known, joined = true) {
  if (typed === known) return 1;
  const [short, long] = typed.length < known.length ? [typed, known] : [known, typed];
  const share = short.length / long.length;
  if (short.length >= 3 && long.startsWith(short)) return 0.5 + 0.45 * share;
  const most = slipsAllowed(long.length);
  const wrong = most ? slips(typed, known, most) : 1;
  if (wrong <= most) return 0.9 - 0.1 * wrong;
  if (joined && short.length >= 5 && long.endsWith(short)) return 0.2 + 0.6 * share;
  let common = 0;
  while (common < short.length && short[common] === long[common]) common++;
  return common >= 5 && common / long.length >= 0.6 ? 0.7 * (common / long.length) : 0;
}

/**
 * How well one name fits: how much of what was typed it covers, and a little for how much of the name was typed.
 * @param {string[]} typed
 * @param {string[]} name
 * @param {string[]} kind
 * @param {number[]} worth  what each word typed tells
 * @param {{joined: boolean, whole?: boolean}} how  whether words may be halves of others, and whether the name must be meant
 */
export function fit(typed, name, kind, worth, { joined, whole = false }) {
  const used = new Set();
  let covered = 0;
  for (let i = 0; i < typed.length; i++) {
    const two = i + 1 < typed.length ? typed[i] + typed[i + 1] : "";
    let best = whole ? 0 : Math.max(0, ...kind.map((word) => (alike(typed[i], word, joined) >= 0.7 ? 0.8 : 0)));
    let at = -1;
    let both = false;
    name.forEach((word, place) => {
      const score = alike(typed[i], word, joined);
      if (score > best) [best, at, both] = [score, place, false];
      const pair = two ? alike(two, word, joined) : 0;
      if (pair > best && pair >= 0.7) [best, at, both] = [pair, place, true];
      const next = name[place + 1] ? alike(typed[i], word + name[place + 1], joined) : 0;
      if (next > best && next >= 0.8) {
        [best, at, both] = [next, place, false];
        used.add(place + 1);
      }
    });
    if (at >= 0 && best >= FITS) used.add(at);
    covered += best * worth[i] + (both ? best * worth[i + 1] : 0);
    if (both) i++;
  }
  const all = worth.reduce((sum, it) => sum + it, 0) || 1;
  return (covered / all) * (0.65 + 0.35 * (used.size / name.length));
}
