/**
 * Calendar dates without a clock or a time zone: "2026-01-31" in, "2026-02-28" out.
 *
 * The same arithmetic as `vejviser.content.model.follow_ups`: every time of a plan is counted from the start, never from the
 * time before it; months come first and are kept within the month they reach, then the days.
 *
 * @typedef {{months: number, days: number}} Span  A stretch of calendar time; negative before the start.
 * @typedef {{id: string, title: string, offset: string, repeat?: string, until?: string, count?: number, note?: string}} FollowUp
 * @typedef {{id: string, title: string, occurrence: number, date: string, note?: string}} Planned
 */

const OFFSET = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;
const MOST_TIMES = 24;
const DAY = 86_400_000;

/**
 * Read an ISO 8601 offset such as P1M, P1Y6M or -P2W.
 * @param {string} text
 * @returns {Span}
 */
export function parseOffset(text) {
  const parts = OFFSET.exec(text);
  if (!parts || parts.slice(2).every((part) => part === undefined)) {
    throw new RangeError(text);
  }
  const sign = parts[1] ? -1 : 1;
  const [years, months, weeks, days] = parts.slice(2).map((part) => Number(part ?? 0));
  return { months: sign * (12 * years + months), days: sign * (7 * weeks + days) };
}

/**
 * Tell whether a text is a day that exists, between the years 1900 and 2200.
 * @param {string} text
 */
export function isDate(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const [year, month, day] = text.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * Give the day a span after `start`: 31 January and one month is the last of February.
 * @param {string} start
 * @param {Span} span
 */
export function shift(start, { months, days }) {
  const [year, month, day] = start.split("-").map(Number);
  const reached = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(reached.getUTCFullYear(), reached.getUTCMonth() + 1, 0)).getUTCDate();
  reached.setUTCDate(Math.min(day, last));
  return new Date(reached.getTime() + days * DAY).toISOString().slice(0, 10);
}

/**
 * Give every time a follow-up falls, as spans from the start.
 * @param {FollowUp} followUp
 * @returns {Span[]}
 */
export function spans({ offset, repeat, until, count }) {
  const times = [parseOffset(offset)];
  if (!repeat) {
    return times;
  }
  const step = parseOffset(repeat);
  const last = until ? length(parseOffset(until)) : Infinity;
  const wanted = until ? MOST_TIMES : Math.min(count ?? 1, MOST_TIMES);
  for (let next = plus(times[0], step); times.length < wanted && length(next) <= last; next = plus(next, step)) {
    times.push(next);
  }
  return times;
}

/**
 * Give all follow-ups of a checklist as days, earliest first.
 * @param {FollowUp[]} followUps
 * @param {string} start
 * @returns {Planned[]}
 */
export function plan(followUps, start) {
  return followUps
    .flatMap((followUp) =>
      spans(followUp).map((span, index) => ({
        id: followUp.id,
        title: followUp.title,
        note: followUp.note,
        occurrence: index + 1,
        date: shift(start, span),
      })),
    )
    .sort((one, other) => one.date.localeCompare(other.date));
}

/**
 * Write a day out in a language: "onsdag den 28. februar 2026". Western digits and calendar in every language, as on
 * the rest of the page.
 * @param {string} date
 * @param {string} language
 */
export function inWords(date, language) {
  const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { dateStyle: "full", timeZone: "UTC" });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** @param {Span} one @param {Span} other @returns {Span} */
const plus = (one, other) => ({ months: one.months + other.months, days: one.days + other.days });
/** @param {Span} span */
const length = ({ months, days }) => months * 30.4375 + days;
