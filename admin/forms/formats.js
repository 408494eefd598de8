// How each kind of file becomes the values of a form, and the values of a form that file again.

import { isObject } from "../yaml/equal.js";
import { patched, read } from "../yaml/patch.js";
import { written } from "../yaml/write.js";
import { merged, shown } from "./values.js";

/** @typedef {import("./values.js").Field} Field */
/** @typedef {Record<string, unknown>} Values */
/**
 * @typedef {object} Format
 * @property {(text: string) => Values} fromFile
 * @property {(values: Values) => string} toFile
 */
/**
 * What our configuration says of a file's format, beside its fields.
 * yaml: keys; text: keys between dashes and a text; entries: a map of ids to values; pairs: a map of texts to texts.
 * @typedef {object} Kind
 * @property {"yaml" | "text" | "entries" | "pairs"} kind
 * @property {string} [body] the field that only a new file asks for: it becomes a file of its own
 * @property {string[]} [locked] the keys whose words a version of a material is locked with
 */

/** The key under which a form carries its file as it was read. */
export const ORIGINAL = "vejviser:file";
/** The field with all entries of a file that is one map. */
export const ENTRIES = "entries";
const FRONT = /^---\n(?<head>[^]*?\n)?---(?:\n(?<body>[^]*))?$/;

/** @type {Map<string, string>} what was written for a new file of its own, by the file it was asked for in */
export const bodies = new Map();
/** @type {Map<string, string>} what a file said that a form was opened with, by what it says now; "" for a new file */
export const origins = new Map();

/**
 * Return the format of the files of one form.
 * @param {Kind} kind
 * @param {readonly Field[]} fields
 * @returns {Format}
 */
export function format(kind, fields) {
  const own = fields.filter((field) => field.name !== kind.body);
  const { open, close } = kind.kind === "text" ? texts(own) : { open: opened(kind, own), close: closed(kind, own) };
  return {
    fromFile: (text) => ({ ...open(text), [ORIGINAL]: text }),
    toFile(values) {
      const original = String(values[ORIGINAL] ?? "");
      const text = close(original, values).trim();
      const body = kind.body ? values[kind.body] : undefined;
      if (typeof body === "string" && body) bodies.set(text, body);
      origins.set(text, original);
      return `${text}\n`;
    },
  };
}

/**
 * @param {Kind} kind
 * @param {readonly Field[]} fields
 */
function opened(kind, fields) {
  return (/** @type {string} */ text) => {
    const said = read(text);
    return shown(kind.kind === "yaml" ? said : { [ENTRIES]: listed(kind, said) }, fields);
  };
}

/**
 * @param {Kind} kind
 * @param {readonly Field[]} fields
 */
function closed(kind, fields) {
  return (/** @type {string} */ original, /** @type {Values} */ values) => {
    const said = read(original);
    if (kind.kind === "yaml") return patched(original, unlocked(kind, said, merged(said, values, fields)));
    const made = merged({ [ENTRIES]: listed(kind, said) }, values, fields);
    return patched(original, mapped(kind, made[ENTRIES]));
  };
}

/** @param {readonly Field[]} fields */
function texts(fields) {
  const head = fields.filter((field) => field.name !== "body");
  return {
    open(/** @type {string} */ text) {
      const parts = FRONT.exec(text)?.groups;
      return { ...shown(read(parts?.head ?? ""), head), body: (parts ? parts.body ?? "" : text).trim() };
    },
    close(/** @type {string} */ original, /** @type {Values} */ values) {
      const parts = FRONT.exec(original)?.groups;
      const before = parts?.head ?? "";
      const said = read(before);
      const wanted = merged(said, values, head);
      const front = before ? patched(before, wanted) : written(wanted);
      const old = parts ? parts.body ?? "" : original;
      const body = typeof values.body === "string" ? values.body.trim() : "";
      const gap = old.trim() ? /^\n*/.exec(old)?.[0] ?? "" : "";
      return `---\n${front}---\n${old.trim() === body ? old : `${gap}${body}`}`;
    },
  };
}

/**
 * Return the entries of a map as a list, each with its key.
 * @param {Kind} kind
 * @param {unknown} said
 */
function listed(kind, said) {
  const entries = isObject(said) ? Object.entries(said) : [];
  if (kind.kind === "pairs") return entries.map(([from, to]) => ({ from, to }));
  return entries.map(([id, value]) => ({ id, ...(isObject(value) ? value : {}) }));
}

/**
 * @param {Kind} kind
 * @param {unknown} entries
 * @returns {Values}
 */
function mapped(kind, entries) {
  const items = Array.isArray(entries) ? entries.filter(isObject) : [];
  if (kind.kind === "pairs") return Object.fromEntries(items.map((item) => [String(item.from), item.to]));
  return Object.fromEntries(items.map(({ id, ...value }) => [String(id), value]));
}

/**
 * Return a material without the lock of its newest version when the words changed that were locked: the next one who
 * locks versions reads them anew. A new version has none yet.
 * @param {Kind} kind
 * @param {unknown} before
 * @param {Values} after
 * @returns {Values}
 */
function unlocked(kind, before, after) {
  const words = (/** @type {unknown} */ said) => JSON.stringify(kind.locked?.map((key) => (isObject(said) ? said[key] : "")));
  return !kind.locked || !isObject(before) || words(before) === words(after) ? after : withoutLock(after);
}

/**
 * @param {Values} said
 * @returns {Values}
 */
function withoutLock(said) {
  const [newest, ...older] = Array.isArray(said.changes) ? said.changes : [];
  if (!isObject(newest) || !("text_hash" in newest)) return said;
  const rest = Object.fromEntries(Object.entries(newest).filter(([key]) => key !== "text_hash"));
  return { ...said, changes: [rest, ...older] };
}

/**
 * Return a `material.yml` whose newest version is not locked.
 * @param {string} text
 */
export function unlockedFile(text) {
  const said = read(text);
  return isObject(said) ? patched(text, withoutLock(said)) : text;
}
