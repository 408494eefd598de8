/**
 * What in a reader's note leads to a person: something like a national number, a telephone number or an address of mail.
 * It refuses nothing; the page only says what it has seen. Digits of any script count.
 *
 * @typedef {"cpr" | "phone" | "mail"} Trace
 */
import { withPlainDigits } from "../digits.js";

const PHONE = /(?<!\d)(?:\+|00)\d(?:[ .()-]*\d){7,13}(?!\d)|(?<!\d)[2-9]\d(?:[ .-]?\d{2}){3}(?!\d)|(?<!\d)[2-9]\d{3}[ -]\d{4}(?!\d)/;
/** 2026-12-31 and 31-12-2026 are days, and have eight digits as a telephone number has. */
const DAY = /(?<!\d)(?:(?:19|20)\d{2}-\d{2}-\d{2}|\d{1,2}([./-])\d{1,2}\1(?:19|20)\d{2})(?!\d)/g;
const MAIL = /[^\s@]+@[^\s@.]+\.[^\s@]+/;

/**
 * Give the first trace of a person in a text, or "".
 * @param {string} text
 * @param {RegExp | null} [numbers]  what has the shape of a national number of the portal's
 * @returns {Trace | ""}
 */
export function trace(text, numbers = null) {
  const plain = withPlainDigits(text);
  if (numbers?.test(plain)) return "cpr";
  if (PHONE.test(plain.replace(DAY, " "))) return "phone";
  return MAIL.test(plain) ? "mail" : "";
}
