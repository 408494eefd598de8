// What places are called beside their names: towns in them and postcodes. The file is the search's own, fetched once.

import { fits, fold } from "./fold.js";

/**
 * @param {PlaceFile} file
 * @param {Typing} typing
 * @returns {Map<string, string[]>}  what each place is also called, folded, by the last part of its address
 */
export function townsOf({ places }, typing) {
  return new Map(places.map(([address, names]) => [address.split("/").pop() ?? "", names.map((name) => fold(name, typing))]));
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
