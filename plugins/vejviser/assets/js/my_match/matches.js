/**
 * The reader's matches, each kept by itself under a name of its own. No name of a person is asked for.
 *
 * Nothing is kept before the reader has said whose the device is; until then it is in memory only. When the browser
 * refuses, everything works until the page is closed, and `problem` says so.
 *
 * @typedef {object} Match
 * @property {string} key       random; tells matches apart
 * @property {number} made      when, in milliseconds since 1970: the order they stand in
 * @property {string} word      what the reader calls it; may be ""
 * @property {string} colour    the id of one of the page's colours
 * @property {string} course    the id of the track it follows
 * @property {string} start     the day of the meeting, or ""
 * @property {string} ended     the day it ended, or ""
 * @property {string} note
 * @property {string[]} lists   its copies of checklists, as "matchmoede:k3x9z"
 * @property {import("../given.js").Given} given   what the reader's calendar has been given
 */
import { device, forget, keep, kept, names, NEVER, randomKey, recall, refused, today } from "../device.js";
import { isGiven } from "../given.js";

export class Matches {
  /** @type {import("../device.js").Refusal} */
  problem = refused();
  /** @type {Match[]} */
  #matches = [];
  /** Those whose last change is in memory only. @type {Set<Match>} */
  #unsaved = new Set();
  #place;

  /** @param {string} portal  its path: tells portals of one host apart */
  constructor(portal) {
    this.#place = `match:${portal}`;
    this.reload();
  }

  /** In the order they were made. */
  get all() {
    return [...this.#matches];
  }

  /** Whether something is in memory only, because the reader has not said whose the device is. */
  get waiting() {
    return this.#unsaved.size > 0 && !this.problem;
  }

  /** Read what is kept: at the beginning, and when another tab has changed it. */
  reload() {
    if (this.#unsaved.size) return;
    const found = names(`${this.#place}:`).map((name) => recall(name));
    this.#matches = found.filter(isMatch).sort((one, other) => one.made - other.made);
  }

  /** Tell whether a change in the browser's storage may concern this page. @param {StorageEvent} event */
  concerns({ key }) {
    return key !== null && /^vejviser:(match|checklist):/.test(key);
  }

  /** @param {Pick<Match, "word" | "colour" | "course" | "start">} given */
  create(given) {
    /** @type {Match} */
    const match = { key: randomKey(), made: Date.now(), ended: "", note: "", lists: [], given: {}, ...given };
    this.#matches.push(match);
    this.#keep(match);
    return match;
  }

  /** @param {Match} match @param {Partial<Match>} changes */
  change(match, changes) {
    Object.assign(match, changes);
    this.#keep(match);
  }

  /** @param {Match} match */
  remove(match) {
    this.#matches = this.#matches.filter((other) => other !== match);
    this.#unsaved.delete(match);
    forget(this.#nameFor(match));
  }

  /** In how many days a match is deleted; Infinity when it stays; NaN when it is not kept. @param {Match} match */
  daysLeft(match) {
    const until = kept(this.#nameFor(match))?.until ?? NaN;
    return until === NEVER ? Infinity : until - today();
  }

  /** Keep a match until the reader deletes it, or no longer than the others. @param {Match} match @param {boolean} stay */
  stay(match, stay) {
    this.problem = keep(this.#nameFor(match), match, stay ? NEVER : undefined);
  }

  /** Keep what has waited for the reader's answer. */
  save() {
    const problems = [...this.#unsaved].map((match) => this.#write(match));
    this.problem = problems.find(Boolean) ?? refused();
  }

  /** Let go of everything, because the reader has deleted it. */
  drop() {
    this.#unsaved.clear();
    this.problem = refused();
    this.reload();
  }

  /** @param {Match} match */
  #keep(match) {
    this.#unsaved.add(match);
    if (device()) this.save();
  }

  /** @param {Match} match */
  #write(match) {
    const problem = keep(this.#nameFor(match), match, this.daysLeft(match) === Infinity ? NEVER : undefined);
    if (!problem) this.#unsaved.delete(match);
    return problem;
  }

  /** @param {Match} match */
  #nameFor({ key }) {
    return `${this.#place}:${key}`;
  }
}

/**
 * Tell whether what was stored has the shape of a match.
 * @param {Partial<Match> | undefined} found
 * @returns {found is Match}
 */
export function isMatch(found) {
  const texts = [found?.key, found?.word, found?.colour, found?.course, found?.start, found?.ended, found?.note];
  return (
    texts.every((text) => typeof text === "string") &&
    Number.isFinite(found?.made) &&
    Array.isArray(found?.lists) &&
    found.lists.every((list) => typeof list === "string") &&
    isGiven(found.given)
  );
}
