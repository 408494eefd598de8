// The files of the search, each fetched once, however often it is asked for; once more when it did not come.

import { prepared } from "./index.js";
import { prepared as preparedPosts } from "./signposts.js";

/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/**
 * @template T
 * @param {URL} address
 * @param {(file: any) => T} make
 * @returns {Promise<T>}
 */
function once(address, make) {
  const { href } = address;
  if (!asked.has(href)) {
    const answer = fetch(href).then((response) => {
      if (!response.ok) throw new Error(href);
      return response.json();
    });
    asked.set(href, answer.then(make));
    answer.catch(() => asked.delete(href));
  }
  return asked.get(href) ?? Promise.reject(new Error(href));
}

/** The index of a language. @param {URL} folder @param {string} language @returns {Promise<SearchIndex>} */
export function fetchIndex(folder, language) {
  return once(new URL(`${language}.json`, folder), prepared);
}

/**
 * A window of a page's text, passage by passage; none when it cannot be had.
 * @param {URL} folder @param {string} name @param {number} window
 * @returns {Promise<ShownPassage[]>}
 */
export function fetchText(folder, name, window) {
  return name ? once(new URL(`texts/${name}p${window}.json`, folder), (it) => it).catch(() => []) : Promise.resolve([]);
}

/** What places are called beside their names; nothing when it cannot be had. @param {URL} address @returns {Promise<PlaceFile>} */
export function fetchPlaces(address) {
  return once(address, (it) => it).catch(() => ({ sounds: {}, places: [] }));
}

/** The signposts of a language; none when they cannot be had. @param {URL} address @returns {Promise<Signposts>} */
export function fetchSignposts(address) {
  return once(address, preparedPosts).catch(() => []);
}
