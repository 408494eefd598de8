/**
 * Which of two editions is the newer: versions such as "1.10", days such as "2026-11-28".
 *
 * @typedef {"same" | "older" | "newer"} Age
 */

const KINDS = [/^\d{1,4}\.\d{1,4}$/, /^\d{4}-\d{2}-\d{2}$/];

/**
 * How an edition stands to another; undefined where they cannot be compared, such as a version with a day.
 * @param {string} edition
 * @param {string} other
 * @returns {Age | undefined}
 */
export function age(edition, other) {
  if (!KINDS.some((kind) => kind.test(edition) && kind.test(other))) return undefined;
  const [own, its] = [edition, other].map((text) => text.split(/[.-]/).map(Number));
  const at = own.findIndex((number, place) => number !== its[place]);
  if (at < 0) return "same";
  return own[at] < its[at] ? "older" : "newer";
}

/**
 * An edition in words: a version as it is, a day as the language writes it.
 * @param {string} edition
 * @param {string} language
 * @param {string} version  the word for it
 */
export function inWords(edition, language, version) {
  if (!edition.includes("-")) return `${version} ${edition}`;
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(edition));
}
