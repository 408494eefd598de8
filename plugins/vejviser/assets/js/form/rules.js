/**
 * What a form asks for, and what is wrong with what was written: the rules of material.yml, without a page.
 *
 * @typedef {"text" | "multiline" | "date" | "choice" | "checkbox"} FieldKind
 * @typedef {object} Field
 * @property {string} id
 * @property {FieldKind} type
 * @property {boolean} required
 * @property {string} [needs]   the field that must be filled in before this one is asked for
 * @property {string} [answer]  the answer it must have; without one any will do
 *
 * @typedef {Readonly<Record<string, string | boolean>>} Values  by field id; days as "2026-11-29", answers by their ids
 * @typedef {"missing" | "missing_choice" | "missing_tick" | "wrong_date" | "national_number"} Fault
 * @typedef {{id: string, fault: Fault}} Mistake
 */
import { isDate } from "../dates.js";
import { withPlainDigits } from "../digits.js";

/** @type {Partial<Record<FieldKind, Fault>>} */
const MISSING = { choice: "missing_choice", checkbox: "missing_tick" };

/**
 * Tell whether there is anything in a field.
 * @param {string | boolean | undefined} value
 */
export const isFilled = (value) => (typeof value === "string" ? value.trim() !== "" : value === true);

/**
 * The fields that are asked for now: those whose condition holds, and whose condition's field is itself asked for.
 * @template {Field} Asked
 * @param {readonly Asked[]} fields
 * @param {Values} values
 * @returns {Asked[]}
 */
export function askedFor(fields, values) {
  const byId = new Map(fields.map((field) => [field.id, field]));
  /** @param {Field | undefined} field @param {readonly Field[]} before @returns {boolean} */
  const holds = (field, before) => {
    if (!field || before.includes(field)) return false;
    const { needs, answer } = field;
    if (!needs) return true;
    return isFilled(values[needs]) && (!answer || values[needs] === answer) && holds(byId.get(needs), [...before, field]);
  };
  return fields.filter((field) => holds(field, []));
}

/**
 * What keeps the file from being made, in the order of the fields.
 * @param {readonly Field[]} fields     those that are asked for
 * @param {Values} values
 * @param {ReadonlySet<string>} [unread] fields with something in them that the browser cannot read: half a date
 * @param {RegExp | null} [numbers]  what has the shape of a national number, which nobody is to write here
 * @returns {Mistake[]}
 */
export function mistakes(fields, values, unread = new Set(), numbers = null) {
  return fields.flatMap(({ id, type, required }) => {
    const value = values[id];
    const isWrong = unread.has(id) || (type === "date" && isFilled(value) && !isDate(String(value)));
    if (isWrong) return [{ id, fault: /** @type {Fault} */ ("wrong_date") }];
    const isText = type === "text" || type === "multiline";
    if (isText && numbers?.test(withPlainDigits(String(value ?? "")))) return [{ id, fault: /** @type {Fault} */ ("national_number") }];
    return required && !isFilled(value) ? [{ id, fault: MISSING[type] ?? "missing" }] : [];
  });
}

/**
 * What is written into the file: every field that is asked for and filled in, without the spaces around it.
 * @param {readonly Field[]} fields  those that are asked for
 * @param {Values} values
 * @returns {Record<string, string | boolean>}
 */
export function written(fields, values) {
  const found = fields.filter(({ id }) => isFilled(values[id])).map(({ id }) => [id, values[id]]);
  return Object.fromEntries(found.map(([id, value]) => [id, typeof value === "string" ? value.trim() : value]));
}

/**
 * The values with another municipality's facts in place of the one's before; what the reader has changed stays.
 * @param {Values} values
 * @param {Readonly<Record<string, string>>} before  the facts that were put in last
 * @param {Readonly<Record<string, string>>} facts
 * @returns {Values}
 */
export function withFacts(values, before, facts) {
  const untouched = (/** @type {string} */ id) => !isFilled(values[id]) || values[id] === before[id];
  const changed = [...Object.keys(before), ...Object.keys(facts)].filter(untouched).map((id) => [id, facts[id] ?? ""]);
  return { ...values, ...Object.fromEntries(changed) };
}
