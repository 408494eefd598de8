/**
 * What in a reader's note leads to a person: something like a CPR number, a telephone number or an address of mail.
 * It refuses nothing; the page only says what it has seen. Digits of any script count.
 *
 * @typedef {"cpr" | "phone" | "mail"} Trace
 */
import { withPlainDigits } from "../digits.js";

// A date and four digits, written together or apart: 010203-1234. Day 61 to 91 is how a replacement number is written.
const CPR = /(?<!\d)(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[ ./-]?(?:0[1-9]|1[0-2])[ ./-]?\d{2}[ ./–-]?\d{4}(?!\d)/;
const PHONE = /(?<!\d)(?:\+|00)\d(?:[ .()-]*\d){7,13}(?!\d)|(?<!\d)[2-9]\d(?:[ .-]?\d{2}){3}(?!\d)|(?<!\d)[2-9]\d{3}[ -]\d{4}(?!\d)/;
/** 2026-12-31 and 31-12-2026 are days, and have eight digits as a telephone number has. */
const DAY = /(?<!\d)(?:(?:19|20)\d{2}-\d{2}-\d{2}|\d{1,2}([./-])\d{1,2}\1(?:19|20)\d{2})(?!\d)/g;
const MAIL = /[^\s@]+@[^\s@.]+\.[^\s@]+/;

/**
 * Give the first trace of a person in a text, or "".
 * @param {string} text
 * @returns {Trace | ""}
 */
export function trace(text) {
  const plain = withPlainDigits(text);
  if (CPR.test(plain)) return "cpr";
  if (PHONE.test(plain.replace(DAY, " "))) return "phone";
  return MAIL.test(plain) ? "mail" : "";
}
