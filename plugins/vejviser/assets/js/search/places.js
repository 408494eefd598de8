// Places by what no text calls them: towns in them, postcodes, and their names in other letters. The file is fetched only
// where a query may mean one. Pure.

import { hasUnsure } from "./query.js";
import { wordsOf } from "./speech.js";

const SHORTEST_SOUND = 2;
/** Sounds that are heard and written in so many ways that they say nothing, and those that are written one for the other. */
const UNSURE = /[^a-z]|[aeiouyhjw]/g;
const ALIKE = /** @type {const} */ ([["x", "ks"], ["c", "k"], ["q", "k"], ["z", "s"], ["v", "f"], ["p", "b"]]);

/** Whether a query may mean a place: it has a word that no text has, or a long number. @param {string} query @param {SearchIndex} index */
export const mayMeanPlace = (query, index) => /\p{N}{4}/u.test(query) || hasUnsure(query, index);

/**
 * How a name sounds, whatever letters it is written in: the consonants that all hear.
 * @param {string} word  in small letters @param {Record<string, string>} sounds
 */
export function soundOf(word, sounds) {
  let heard = [...word].map((letter) => sounds[letter] ?? letter).join("").normalize("NFKD");
  for (const [from, to] of ALIKE) heard = heard.replaceAll(from, to);
  return heard.replace(UNSURE, "").replace(/(.)\1+/g, "$1");
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
  const typed = wordsOf(query).map((word) => ({ word: speech.fold(word), sound: [...word].some((it) => it in sounds) ? soundOf(word, sounds) : "" }));
  const heard = typed.filter(({ sound }) => sound.length >= SHORTEST_SOUND);
  /** @param {string} address @param {string} name */
  const tryName = (address, name) => {
    const words = wordsOf(name).map(speech.fold);
    const meant = words.map((wanted) => typed.find(({ word }) => word === wanted || word === `${wanted}s`)?.word);
    // Many a town is called as an everyday word: that is meant only where nothing else is asked.
    const isMeant = words.length === typed.length || words.some((word) => !byFolded.has(word));
    if (words.length && isMeant && meant.every((it) => it !== undefined)) add(address, meant);
    const sound = heard.length ? soundOf(wordsOf(name).join(""), sounds) : "";
    for (const it of heard) if (it.sound === sound) add(address, [it.word]);
  };
  for (const [address, names] of places) for (const name of names) tryName(address, name);
  for (const page of pages) if (page.isPlace && heard.length) for (const name of page.names) tryName(page.address.replace(/\/$/, ""), name.join(" "));
  return found;
}
