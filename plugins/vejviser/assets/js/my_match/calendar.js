/**
 * The days of a match as a file for a calendar. It tells the colour and never the reader's own word: a calendar may be
 * shared with colleagues.
 *
 * @typedef {import("./matches.js").Match} Match
 * @typedef {import("./page.js").WrittenCourse} WrittenCourse
 */
import { h } from "../checklist/dom.js";
import { handOut } from "../given.js";
import { days } from "./course.js";

/**
 * Hand the file to the browser; gives what is to be remembered of it. It is made here and sent to nobody.
 * @param {Match} match
 * @param {WrittenCourse} course
 * @param {{t: import("../checklist/dom.js").Words, colour: string}} words
 */
export function download(match, course, { t, colour }) {
  const plan = {
    owner: "mit-match",
    key: match.key,
    days: days(course, match),
    title: (/** @type {number} */ number, /** @type {number} */ all) => t("event", { number, all, colour }),
    calledOff: t("event_off", { colour }),
    name: t("calendar_name"),
    url: location.origin + location.pathname,
  };
  const { text, given } = handOut(match.given, plan, new Date());
  offer(text, "text/calendar;charset=utf-8", `${t("file_calendar")}-${match.colour}.ics`);
  return given;
}

/**
 * Offer a text as a file to save.
 * @param {string} text @param {string} type @param {string} name
 */
export function offer(text, type, name) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
