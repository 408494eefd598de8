/**
 * Days -> an iCalendar file (RFC 5545), made where the reader is. Nothing in it names a person, so that a calendar
 * shared with colleagues reveals nobody.
 *
 * An entry is known by its UID, which holds no date: a later file with a higher SEQUENCE moves it, or calls it off.
 * There is no METHOD: it would make an invitation of a file that nobody has sent (RFC 5546).
 *
 * @typedef {object} Entry
 * @property {string} uid        the same in every file, and in no other plan
 * @property {string} date       the day, as 2026-01-31
 * @property {string} title
 * @property {string} [note]
 * @property {number} sequence   how often the entry has been changed since it was first handed out
 * @property {boolean} cancelled whether it was handed out once and is no longer in the plan
 *
 * @typedef {object} Calendar
 * @property {Entry[]} entries
 * @property {string} name       what the calendar is called
 * @property {string} url        the page the plan stands on
 * @property {Date} now          when the file is made
 */

const encoder = new TextEncoder();
const REMINDER = "-PT16H"; // 8 in the morning of the day before

/** @param {Calendar} calendar */
export function calendarFile({ entries, name, url, now }) {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Vejviser//Vejviser",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escapeText(name)}`,
    "X-WR-TIMEZONE:Europe/Copenhagen",
    ...entries.flatMap((entry) => event(entry, url, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/**
 * One all-day entry that leaves the day free, with its reminder.
 * @param {Entry} entry
 * @param {string} url
 * @param {string} stamp
 */
function event({ uid, date, title, note, sequence, cancelled }, url, stamp) {
  const summary = escapeText(title);
  const reminder = ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${summary}`, `TRIGGER:${REMINDER}`, "END:VALARM"];
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(date))}`,
    `SUMMARY:${summary}`,
    ...(note ? [`DESCRIPTION:${escapeText(note)}`] : []),
    `URL:${url}`,
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    ...(cancelled ? ["STATUS:CANCELLED"] : reminder),
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
