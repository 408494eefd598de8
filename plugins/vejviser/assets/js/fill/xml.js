/**
 * Text as it may stand in XML, whatever somebody wrote: the same as documents/xml.py.
 */

const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
/** @type {Readonly<Record<string, string>>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": " " };

/** The text without the characters that XML 1.0 forbids: control characters, halves of pairs. @param {string} text */
export const allowed = (text) => text.replace(FORBIDDEN, "");

/** The text as it is written in an element or in a quoted attribute. @param {string} text */
export const escaped = (text) => allowed(text).replace(/[&<>"\r]/g, (sign) => ENTITIES[sign]);
