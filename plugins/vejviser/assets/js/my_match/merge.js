/**
 * Two states of what is kept under a name, made into one that loses nothing: what is here, and what a file brings.
 *
 * Ticks and other lists are put together. Of two notes that differ both stay; of a name, a colour, a day or a choice the
 * one that is here holds. Of what a calendar was given the later word holds.
 *
 * @typedef {import("./backup.js").Everything} Everything
 */
import { NEVER } from "../device.js";

/** Texts of the reader's own, of which both are kept. */
const WRITTEN = new Set(["note", "notes"]);
/** A day, a tick or a choice in a list's field: it has one value. */
const CHOSEN = /^[a-z0-9-]*$/;

/**
 * Give what is kept when a file has been put together with what was here.
 * @param {Everything} here
 * @param {Everything} there
 * @returns {Everything}
 */
export function together(here, there) {
  /** @type {Everything} */
  const all = { ...here };
  for (const [name, kept] of Object.entries(there)) {
    const before = Object.hasOwn(here, name) ? here[name] : undefined;
    const until = Math.max(kept.until, before?.until ?? 0) >= NEVER ? NEVER : Math.max(kept.until, before?.until ?? 0);
    all[name] = { until, value: before ? joined(before.value, kept.value, false) : kept.value };
  }
  return all;
}

/**
 * @param {unknown} here
 * @param {unknown} there
 * @param {boolean} both  whether of two texts both are kept
 * @returns {unknown}
 */
function joined(here, there, both) {
  if (Array.isArray(here) && Array.isArray(there)) return [...new Set([...here, ...there])];
  if (isObject(here) && isObject(there)) {
    if (Number.isInteger(here.sequence) && Number.isInteger(there.sequence)) {
      return Number(there.sequence) > Number(here.sequence) ? there : here;
    }
    const names = [...new Set([...Object.keys(here), ...Object.keys(there)])];
    return Object.fromEntries(
      names.map((name) => {
        const one = Object.hasOwn(here, name) ? here[name] : undefined;
        const other = Object.hasOwn(there, name) ? there[name] : undefined;
        return [name, joined(one, other, both || WRITTEN.has(name))];
      }),
    );
  }
  if (here === undefined || here === "" || here === null) return there ?? here;
  if (!both || typeof here !== "string" || typeof there !== "string" || here.includes(there)) return here;
  if (CHOSEN.test(here) && CHOSEN.test(there)) return here;
  return there.includes(here) ? there : `${here}\n${there}`;
}

/** @param {unknown} it @returns {it is Record<string, unknown>} */
const isObject = (it) => typeof it === "object" && it !== null && !Array.isArray(it);
