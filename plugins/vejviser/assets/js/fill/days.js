/**
 * Days in words, as content/days.py writes them: how a language does it comes with the page.
 *
 * @typedef {import("./values.js").Values} Values
 * @typedef {object} Days
 * @property {readonly string[]} ids     the fields in which a day stands
 * @property {readonly string[]} months  a day of each month in the file's language: "{day}. januar {year}"
 */

const DAY = /^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whether the text is a day that there is: "2026-02-30" is none. @param {string} text */
export function isDay(text) {
  const last = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
  return DAY.test(text) && Number(text.slice(8)) <= last;
}

/**
 * A day ("2026-12-01") in words ("1. december 2026"); any other text as it is.
 * @param {string} value @param {Days} [days]
 */
export function dayInWords(value, days) {
  if (!days || !isDay(value)) return value;
  const [year, month, day] = value.split("-").map(Number);
  return days.months[month - 1].replace("{day}", String(day)).replace("{year}", String(year));
}

/**
 * The values with their days in words.
 * @param {Values} values @param {Days} [days]
 * @returns {Values}
 */
export function withDaysInWords(values, days) {
  const said = Object.entries(values).map(([id, value]) => [id, typeof value === "string" && days?.ids.includes(id) ? dayInWords(value, days) : value]);
  return Object.fromEntries(said);
}
