/**
 * Days -> an iCalendar file (RFC 5545), made where the reader is. Nothing in it names a person: titles are generic, so
 * that a calendar shared with colleagues reveals nobody.
 *
 * @typedef {import("./dates.js").Planned} Planned
 * @typedef {object} Calendar
 * @property {string} list       the checklist's id
 * @property {string} copy       the copy's random key, or "" when nothing is kept: two matches may start on one day
 * @property {string} start      the day all is counted from
 * @property {Planned[]} plan    the days, earliest first
 * @property {string} name       what the calendar is called
 * @property {(number: number, of: number) => string} title   "Opfølgning 2 af 5"
 * @property {string} url        the checklist's own page
 * @property {Date} now          when the file is made
 */

const encoder = new TextEncoder();
const REMINDERS = ["PT8H", "-PT16H"]; // 8 in the morning of the day itself, and of the day before

/**
 * Write the file. The same plan gives the same UIDs, so that opening it twice does not double the entries.
 * @param {Calendar} calendar
 */
export function calendarFile(calendar) {
  const { plan, name, now } = calendar;
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Vejviser//Venner Viser Vej//DA",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(name)}`,
    "X-WR-TIMEZONE:Europe/Copenhagen",
    ...plan.flatMap((planned, index) => event(calendar, planned, index + 1, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/**
 * One all-day entry that leaves the day free, with its two reminders.
 * @param {Calendar} calendar
 * @param {Planned} planned
 * @param {number} number
 * @param {string} stamp
 */
function event({ list, copy, start, plan, title, url }, { id, occurrence, date, note }, number, stamp) {
  const summary = escapeText(title(number, plan.length));
  const uid = [list, id, occurrence, compact(start), copy].filter(Boolean).join(".");
  return [
    "BEGIN:VEVENT",
    `UID:${uid}@vejviser`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(date))}`,
    `SUMMARY:${summary}`,
    ...(note ? [`DESCRIPTION:${escapeText(note)}`] : []),
    `URL:${url}`,
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    ...REMINDERS.flatMap((trigger) => [
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${summary}`,
      `TRIGGER:${trigger}`,
      "END:VALARM",
    ]),
    "END:VEVENT",
  ];
}

/**
 * Escape a text value: backslash, semicolon, comma and line breaks.
 * @param {string} text
 */
export function escapeText(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/**
 * Break a line so that no part is longer than 75 octets and no character is cut in two.
 * @param {string} line
 */
export function fold(line) {
  const parts = [""];
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      parts.push(" ");
      octets = 1;
    }
    parts[parts.length - 1] += character;
    octets += size;
  }
  return parts.join("\r\n");
}

/** @param {string} date */
const compact = (date) => date.replaceAll("-", "");
/** @param {string} date */
const dayAfter = (date) => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
