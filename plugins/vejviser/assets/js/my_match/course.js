/**
 * Where a match is in its course, and what comes next. Pure: days in, days out; today is an argument.
 *
 * The course is a track that editors have written. A step with an offset falls on a day counted from the meeting. A step
 * without one stands with the step before it; the steps without a day at the very end are for when the match ends.
 *
 * @typedef {import("../dates.js").FollowUp} FollowUp
 * @typedef {{id: string, title: string, offset?: string}} Step
 * @typedef {{steps: Step[], followUps: FollowUp[]}} Course  `followUps` are those of the lists that the steps use
 * @typedef {{start: string, ended: string}} Dates           the day of the meeting and of the end; "" when there is none yet
 * @typedef {import("../dates.js").Planned & {step?: string}} Day   `step` is the id of the step that begins
 */
import { isDate, parseOffset, plan, shift, spans } from "../dates.js";

/**
 * Give all days of a match, earliest first: its steps, and the follow-ups that fall on no step's day.
 * @param {Course} course
 * @param {Dates} dates
 * @returns {Day[]}
 */
export function days({ steps, followUps }, { start, ended }) {
  if (!isDate(start)) return [];
  /** @type {Day[]} */
  const ofSteps = steps
    .filter((step) => step.offset)
    .map(({ id, title, offset = "" }) => ({ id: `step.${id}`, step: id, title, occurrence: 1, date: shift(start, parseOffset(offset)) }));
  const taken = new Set(ofSteps.map(({ date }) => date));
  const ofLists = plan(followUps, start).filter(({ date }) => !taken.has(date) && taken.add(date));
  const all = [...ofSteps, ...ofLists].sort((one, other) => one.date.localeCompare(other.date));
  return isDate(ended) ? all.filter(({ date }) => date <= ended) : all;
}

/**
 * Give the steps that are for now, by their place in the course: at least one.
 * @param {Step[]} steps
 * @param {Dates} dates
 * @param {string} today
 * @returns {number[]}
 */
export function now(steps, { start, ended }, today) {
  const timed = steps.flatMap(({ offset }, index) => (offset ? [index] : []));
  const end = steps.map((_, index) => index).filter((index) => index > (timed.at(-1) ?? steps.length - 2));
  if (isDate(ended) && ended <= today) return end.length ? end : [steps.length - 1];
  const begun = isDate(start) ? timed.filter((index) => shift(start, parseOffset(steps[index].offset ?? "")) <= today) : [];
  const first = begun.at(-1) ?? 0;
  const next = timed.find((index) => index > first) ?? end[0] ?? steps.length;
  return steps.map((_, index) => index).slice(first, Math.max(next, first + 1));
}

/**
 * Give the day that comes next, or that is today; nothing when none is left.
 * @param {Day[]} all  as `days` has them
 * @param {string} today
 */
export const next = (all, today) => all.find(({ date }) => date >= today);

/**
 * Give how many days lie between two days.
 * @param {string} from @param {string} to
 */
export const between = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 864e5);

/**
 * Tell whether a course counts its days from the meeting in a way that can be read.
 * @param {Course} course
 */
export function isCourse({ steps, followUps }) {
  try {
    steps.forEach(({ offset }) => offset && parseOffset(offset));
    followUps.forEach(spans);
    return steps.length > 0;
  } catch {
    return false;
  }
}
