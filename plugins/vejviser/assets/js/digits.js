/** Digits of any script as a regular expression knows them, and what has the shape of a national number. */

/** Where other scripts than ours have their digits: Arabic, Persian, Devanagari, full width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xff10];

/**
 * Give a text with its digits written 0 to 9.
 * @param {string} text
 */
export const withPlainDigits = (text) =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - Math.max(...ZEROS.filter((zero) => zero <= code)));
  });

/**
 * What the page says that national numbers look like, as what finds one; null where it says nothing.
 * @param {string | undefined} pattern
 */
export const numbersLike = (pattern) => (pattern ? new RegExp(`(?<![\\p{L}\\d+])(?:${pattern})(?![\\p{L}\\d])`, "iu") : null);
