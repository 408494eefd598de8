// Names by how they sound, whatever letters they are written in. Pure.

import { slips, wordsOf } from "./speech.js";

/** Sounds that are written one for the other, or written and not heard: a double letter, a silent d, c before e and i. */
const ALIKE = /** @type {const} */ ([
  [/[æøåö]/g, "o"], [/[^a-z]/g, ""], [/^h(?![aeiouyfjv])/, "a"], [/[hjw]/g, ""], [/x/g, "ks"], [/c(?=[eiy])/g, "s"], [/[cq]/g, "k"],
  [/z/g, "s"], [/v/g, "f"], [/p/g, "b"], [/ts/g, "s"], [/dt/g, "d"], [/([nl])d/g, "$1"], [/(.)\1+/g, "$1"],
]);
/** More readings than a name has: nobody's word. */
const MOST_READINGS = 16;
const SHORTEST_SOUND = 2;
/** What is left of a name without the s of its genitive must still say which. */
const SHORTEST_WITHOUT_S = 5;

/** @typedef {{ address: string, reading: string, sound: string, isOwn: boolean }} HeardName */

/** Whether a word is written in other letters than the names. @param {string} word  in small letters @param {Record<string, string>} sounds */
export const isForeign = (word, sounds) => [...word].some((it) => it in sounds);

/**
 * Every way in which a word may be heard, in Latin letters; a letter may stand for several sounds ("g/h").
 * @param {string} word  in small letters @param {Record<string, string>} sounds
 */
function readings(word, sounds) {
  let all = [""];
  for (const letter of word.normalize("NFKD").replace(/\p{M}/gu, "")) {
    const may = (sounds[letter] ?? letter).split("/");
    all = all.flatMap((begun) => may.map((sound) => begun + sound)).slice(0, MOST_READINGS);
  }
  return [...new Set(all.map((it) => ALIKE.reduce((heard, [from, to]) => heard.replace(from, to), it)))];
}

/** What all hear of a reading: whether it begins with a vowel, and the consonants. @param {string} reading */
const soundOf = (reading) => reading.replace(/^[aeiouy]/, "A").replace(/[aeiouy]/g, "");

/** @param {string} address @param {string} name @param {Record<string, string>} sounds @returns {HeardName} */
function townName(address, name, sounds) {
  const [reading] = readings(name, sounds);
  return { address, reading, sound: soundOf(reading), isOwn: false };
}

/**
 * A place's own name, each half of it, and what is left without the s of a genitive.
 * @param {string} address @param {string[]} words  in small letters @param {Record<string, string>} sounds
 */
function ownNames(address, words, sounds) {
  return [...new Set([words.join(""), ...words])].flatMap((word) => {
    const name = { ...townName(address, word, sounds), isOwn: true };
    if (!name.sound.endsWith("s") || name.sound.length <= SHORTEST_WITHOUT_S) return [name];
    return [name, { ...name, reading: name.reading.slice(0, -1), sound: name.sound.slice(0, -1) }];
  });
}

/**
 * Every name of the places as it is heard: their own, and those of the towns in them.
 * @param {(readonly [address: string, words: string[]])[]} own  in small letters
 * @param {PlaceFile["places"]} places @param {Record<string, string>} sounds
 * @returns {HeardName[]}
 */
export const heardNames = (own, places, sounds) => [
  ...own.flatMap(([address, words]) => ownNames(address, words, sounds)),
  ...places.flatMap(([address, towns]) => towns.map((town) => townName(address, wordsOf(town).join(""), sounds))),
];

/** Words typed, and each two that may be one name of two halves. @param {string[]} words @returns {{ word: string, of: string[] }[]} */
export const withPairs = (words) => [
  ...words.map((word) => ({ word, of: [word] })),
  ...words.slice(1).map((word, at) => ({ word: words[at] + word, of: [words[at], word] })),
];

/**
 * The addresses of the names that a word in other letters sounds like: those that are most like it, and a place's own
 * name before a town's.
 * @param {string} word  in small letters @param {HeardName[]} names @param {Record<string, string>} sounds
 * @param {boolean} [begun]  the word may be the beginning of a place's own name
 */
export function nearest(word, names, sounds, begun = false) {
  let fewest = Infinity;
  /** @type {Set<string>} */
  let found = new Set();
  for (const typed of readings(word, sounds)) {
    const sound = soundOf(typed);
    if (sound.length < SHORTEST_SOUND) continue;
    for (const name of names) {
      if (begun ? !(name.isOwn && name.sound.startsWith(sound)) : name.sound !== sound) continue;
      const wrong = begun ? 0 : slips(typed, name.reading, Infinity) - Number(name.isOwn);
      if (wrong > fewest) continue;
      if (wrong < fewest) [fewest, found] = [wrong, new Set()];
      found.add(name.address);
    }
  }
  return found;
}
