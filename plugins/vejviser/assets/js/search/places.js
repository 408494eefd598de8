// Places by what no text calls them: towns in them, postcodes, and their names in other letters. The file is fetched only
// where a query may mean one. Pure.

import { hasUnsure } from "./query.js";
import { heardNames, isForeign, nearest, withPairs } from "./sound.js";
import { wordsOf } from "./speech.js";

/** A name in other letters may stand in a few texts, too, as they happen to write it. */
const FEW = 3;
/** Among few words a short name is meant; in a sentence so much of one must be heard, of a town's more than of a place's own. */
const WORDS_OF_A_SENTENCE = 4;
const LEAST_HEARD = { own: 3, town: 4 };

/** Whether a query may mean a place: it has a word that no text has, a long number, or is a rare word. @param {string} query @param {SearchIndex} index */
export const mayMeanPlace = (query, index) => /\p{N}{4}/u.test(query) || hasUnsure(query, index) || isRareWord(query, index);

/** @param {string} query @param {SearchIndex} index */
function isRareWord(query, { speech, byFolded, places }) {
  const words = wordsOf(query);
  const ids = words.length === 1 && /\P{Script=Latin}/u.test(words[0]) ? (byFolded.get(speech.fold(words[0])) ?? []) : [];
  return ids.length > 0 && ids.every((id) => places[id].length > 0 && places[id].length <= FEW);
}

/**
 * The places that a query names, by their addresses, each with the words that name it.
 * @param {string} query @param {PlaceFile} file @param {SearchIndex} index
 * @returns {Map<string, Set<string>>}
 */
export function placesIn(query, { sounds, places }, { speech, pages, byFolded }) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  /** @param {string} address @param {string[]} words */
  const add = (address, words) => found.set(address, new Set([...(found.get(address) ?? []), ...words]));
  const typed = wordsOf(query).map((word) => ({ word, folded: speech.fold(word) }));
  /** @param {string} address @param {string} name */
  const tryName = (address, name) => {
    const words = wordsOf(name).map(speech.fold);
    const meant = words.map((wanted) => typed.find(({ folded }) => folded === wanted || folded === `${wanted}s`)?.folded);
    // Many a town is called as an everyday word: that is meant only where nothing else is asked.
    const isMeant = words.length === typed.length || words.some((word) => !byFolded.has(word));
    if (words.length && isMeant && meant.every((it) => it !== undefined)) add(address, meant);
  };
  for (const [address, names] of places) for (const name of names) tryName(address, name);

  const foreign = typed.filter(({ word, folded }) => isForeign(word, sounds) && (typed.length === 1 || !byFolded.has(folded)));
  if (!foreign.length) return found;
  const isSentence = typed.length >= WORDS_OF_A_SENTENCE;
  const own = pages.filter((it) => it.isPlace).flatMap((it) => it.names.map((name) => /** @type {const} */ ([it.address.replace(/\/$/, ""), name])));
  const names = heardNames(own, places, sounds).filter(({ sound, isOwn }) => !isSentence || sound.length >= (isOwn ? LEAST_HEARD.own : LEAST_HEARD.town));
  for (const { word, of } of withPairs(foreign.map((it) => it.word))) {
    for (const address of nearest(word, names, sounds)) add(address, of.map(speech.fold));
  }
  return found;
}
