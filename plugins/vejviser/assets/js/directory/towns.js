// What places are called beside their names: towns in them, postcodes, and both in other letters. The file is the search's
// own, fetched once.

import { heardNames, isForeign, nearest, withPairs } from "../search/sound.js";
import { wordsOf } from "../search/speech.js";
import { fits, fold } from "./fold.js";

/** So few letters are a beginning, even where a town is called just so. */
const BEGINNING = 3;
/** @param {string} address */
const lastPart = (address) => address.split("/").pop() ?? "";

/**
 * @param {PlaceFile} file
 * @param {Typing} typing
 * @returns {Map<string, string[]>}  what each place is also called, folded, by the last part of its address
 */
export function townsOf({ places }, typing) {
  return new Map(places.map(([address, names]) => [lastPart(address), names.map((name) => fold(name, typing))]));
}

/**
 * Tell whether one of a place's towns or postcodes is meant: a postcode is typed whole, a town may be begun.
 * @param {string[]} towns  folded
 * @param {string} query  folded
 * @param {string[]} fillers
 */
export function hasTown(towns, query, fillers) {
  if (!/\p{L}{3}/u.test(query)) return towns.includes(query);
  return towns.some((town) => fits(town, query, fillers) && query.split(" ").some((word) => ` ${town}`.includes(` ${word}`)));
}

/**
 * What finds the places that a name in other letters sounds like, by the last part of their addresses; as long as none
 * does, those whose own names may begin so.
 * @param {PlaceFile} file
 * @param {Map<string, string>} own  each place's own name, by the last part of its address
 * @returns {(query: string) => Set<string>}
 */
export function hearing({ sounds, places }, own) {
  const written = [...own].map(([slug, name]) => /** @type {const} */ ([slug, wordsOf(name)]));
  const names = heardNames(written, places, sounds).map((it) => ({ ...it, address: lastPart(it.address) }));
  return (query) => {
    const words = withPairs(wordsOf(query).filter((word) => isForeign(word, sounds)));
    /** @param {boolean} begun */
    const found = (begun) => new Set(words.flatMap(({ word }) => [...nearest(word, names, sounds, begun)]));
    const whole = found(false);
    return whole.size && words.some(({ word }) => word.length > BEGINNING) ? whole : new Set([...whole, ...found(true)]);
  };
}
