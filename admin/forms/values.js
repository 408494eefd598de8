// What a file says, what a form shows of it, and what the file shall say when the form is saved.

import { isObject, paired, same } from "../yaml/equal.js";

/**
 * A field of a form, as the configuration of Sveltia CMS describes it.
 * @typedef {object} Field
 * @property {string} name
 * @property {string} widget
 * @property {boolean} [required]
 * @property {unknown} [default]
 * @property {Field[]} [fields] the fields of an object, or of each item of a list
 */

/**
 * Return what a form asks for of what a file says. The rest is not shown, and stays as it is.
 * @param {unknown} said
 * @param {readonly Field[]} fields
 * @returns {Record<string, unknown>}
 */
export function shown(said, fields) {
  /** @type {Record<string, unknown>} */
  const made = {};
  for (const field of fields) {
    const value = isObject(said) ? said[field.name] : undefined;
    const whole = field.fields;
    if (value === undefined || value === null) continue;
    if (!whole) made[field.name] = value;
    else if (Array.isArray(value)) made[field.name] = value.map((item) => shown(item, whole));
    else if (isObject(value)) made[field.name] = shown(value, whole);
  }
  return made;
}

/**
 * Return what a file that said `before` shall say: what the form asks for as it was answered, the rest as it was.
 * What was left empty is not written; a number 0 and a choice of nothing that stood there are kept.
 * @param {unknown} before
 * @param {unknown} answered
 * @param {readonly Field[]} fields
 * @returns {Record<string, unknown>}
 */
export function merged(before, answered, fields) {
  const old = isObject(before) ? before : {};
  const given = isObject(answered) ? answered : {};
  const asked = new Map(fields.map((field) => [field.name, field]));
  /** @type {[string, unknown][]} */
  const entries = Object.entries(old).map(([key, value]) => {
    const field = asked.get(key);
    return [key, field ? answer(value, given[key], field) : value];
  });
  let place = 0;
  for (const field of fields) {
    const at = entries.findIndex(([key]) => key === field.name);
    if (at !== -1) place = at + 1;
    else entries.splice(place++, 0, [field.name, answer(undefined, given[field.name], field)]);
  }
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/**
 * @param {unknown} before
 * @param {unknown} given
 * @param {Field} field
 * @returns {unknown}
 */
function answer(before, given, field) {
  if (isEmpty(given)) return isEmpty(before) ? before : undefined;
  if (field.widget === "boolean") return before === undefined && !field.required && given === (field.default ?? false) ? undefined : given;
  const inner = field.fields;
  if (inner && Array.isArray(given)) {
    const old = Array.isArray(before) ? before : [];
    const places = paired(old.map((item) => shown(item, inner)), given.map((item) => tidied(item, inner)));
    return given.map((item, place) => merged(old[places[place] ?? -1], item, inner));
  }
  if (inner) {
    const made = before === undefined || isObject(before) ? merged(before, given, inner) : before;
    return before === undefined && isEmpty(made) ? undefined : made;
  }
  if (Array.isArray(given)) {
    const full = given.filter((item) => !isEmpty(item));
    return same(before, full) ? before : full;
  }
  return scalar(before, given);
}

/**
 * Return what an item says without what was left empty, to be compared with what stood there.
 * @param {unknown} item
 * @param {readonly Field[]} fields
 */
function tidied(item, fields) {
  return merged({}, item, fields);
}

/**
 * Return an answer as it is to be written: the same number or text as before when it only looks different in a form.
 * @param {unknown} before
 * @param {unknown} given
 */
function scalar(before, given) {
  if (typeof given === "string" && typeof before === "string") {
    if (before.trim() === given.trim()) return before;
    return before.endsWith("\n") ? `${given.trimEnd()}\n` : given;
  }
  const plain = before !== undefined && before !== null && typeof before !== "object" && typeof before !== typeof given;
  return plain && String(before) === String(given) ? before : given;
}

/**
 * @param {unknown} value
 * @returns {boolean}
 */
function isEmpty(value) {
  if (Array.isArray(value)) return value.length === 0;
  if (isObject(value)) return Object.values(value).every((item) => isEmpty(item) || item === false);
  return value === undefined || value === null || value === "";
}
