/**
 * What a calendar has been given of a plan, and the file it is given now: an entry whose day has moved has a higher
 * sequence than before (RFC 5545, 3.8.7.4), and one that has left the plan is called off, or it would stand for ever.
 *
 * @typedef {import("./dates.js").Planned} Planned
 * @typedef {import("./ics.js").Entry} Entry
 * @typedef {{date: string, sequence: number, cancelled?: boolean}} Handed  an entry as it was in the last file
 * @typedef {Record<string, Handed>} Given                                  by follow-up and occurrence: "ring.2"
 *
 * @typedef {object} Plan
 * @property {string} owner       whose plan it is: the id of a checklist or a guide
 * @property {string} key         random; tells two plans of one owner apart
 * @property {Planned[]} days     earliest first; empty when all of it is called off
 * @property {(number: number, all: number) => string} title   what the entry of a day is called
 * @property {string} calledOff   what an entry is called that has left the plan
 * @property {string} name        what the calendar is called
 * @property {string} url         the page the plan stands on
 */
import { calendarFile } from "./ics.js";

/**
 * Give the text of the file, and what is to be remembered of it.
 * @param {Given | undefined} before  what was remembered of the last file
 * @param {Plan} plan
 * @param {Date} now
 */
export function handOut(before, plan, now) {
  const given = revised(before ?? {}, plan.days);
  return { given, text: calendarFile({ entries: entries(given, plan), name: plan.name, url: plan.url, now }) };
}

/**
 * @param {Given} before
 * @param {Planned[]} days
 * @returns {Given}
 */
export function revised(before, days) {
  /** @type {Given} */
  const now = {};
  for (const [name, handed] of Object.entries(before)) {
    now[name] = handed.cancelled ? handed : { date: handed.date, sequence: handed.sequence + 1, cancelled: true };
  }
  for (const { id, occurrence, date } of days) {
    const name = `${id}.${occurrence}`;
    const handed = before[name];
    const same = handed && handed.date === date && !handed.cancelled;
    now[name] = same ? handed : { date, sequence: handed ? handed.sequence + 1 : 0 };
  }
  return now;
}

/**
 * @param {Given} given
 * @param {Plan} plan
 * @returns {Entry[]}
 */
function entries(given, { owner, key, days, title, calledOff }) {
  const planned = new Map(
    days.map(({ id, occurrence, note }, index) => [`${id}.${occurrence}`, { title: title(index + 1, days.length), note }]),
  );
  return Object.entries(given)
    .map(([name, { date, sequence, cancelled = false }]) => ({
      uid: `${owner}.${name}.${key}@vejviser`,
      date,
      sequence,
      cancelled,
      ...(planned.get(name) ?? { title: calledOff }),
    }))
    .sort((one, other) => one.date.localeCompare(other.date));
}

/**
 * Tell whether what was stored has the shape of `Given`.
 * @param {unknown} found
 * @returns {found is Given}
 */
export const isGiven = (found) =>
  typeof found === "object" &&
  found !== null &&
  Object.values(found).every((it) => typeof it?.date === "string" && Number.isInteger(it.sequence));
