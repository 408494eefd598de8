/**
 * What was written into a form, by the ids of its fields, as the documents' templates take it.
 *
 * @typedef {Readonly<Record<string, string | boolean>>} Values  days as "2026-11-29", answers by their ids, ticks as true
 */

import { allowed } from "./xml.js";

/** What stands in an empty field of which nobody knows the prompt: room to click, and nothing to see in print. */
export const ROOM = "\u00a0".repeat(24);

/**
 * The value of a field; undefined where none is given, and what stands in the field is left alone.
 * @param {Values} values @param {string} id @returns {string | undefined}
 */
export function valueOf(values, id) {
  if (!Object.hasOwn(values, id)) return undefined;
  const value = values[id];
  return typeof value === "boolean" ? (value ? "true" : "") : allowed(value);
}
