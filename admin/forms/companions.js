// What one form's change asks of other files, so that nobody has to know of them: a new chapter is listed in its book, a
// new material gets its text, a corrected text loses its lock, and a moved page leaves a redirect.

import { isObject } from "../yaml/equal.js";
import { patched, read } from "../yaml/patch.js";
import { bodies, unlockedFile } from "./formats.js";

/** @typedef {Record<string, string>} Places */
/**
 * Patterns of paths have places in braces: materials/{id}/material.yml
 * @typedef {object} Rules
 * @property {{ file: string, list: string, key: string, value: string }[]} listed a file that another one lists
 * @property {{ file: string, other: string, text: string, title: string }[]} begun a file that a new one needs beside it
 * @property {{ file: string, lock: string }[]} locked a text whose version is locked elsewhere
 * @property {{ file: string, page: string, above: string }[]} pages the address of a file's page, and the one above it
 * @property {string[]} named the files whose `id` is their own name
 * @property {string} redirects the file of redirects
 */
/**
 * @typedef {object} Change
 * @property {Map<string, string>} files the texts that are written, by path
 * @property {string[]} deleted the paths that are deleted
 */
/** @typedef {(path: string) => Promise<string | undefined>} Reader the text of a file as it is now */

/**
 * Return the other files that must change with a change, by path.
 * @param {Change} change
 * @param {Rules} rules
 * @param {Reader} readNow
 * @returns {Promise<Map<string, string>>}
 */
export async function companions(change, rules, readNow) {
  /** @type {Map<string, string>} */
  const made = new Map();
  const now = async (/** @type {string} */ path) => made.get(path) ?? change.files.get(path) ?? (await readNow(path));
  /** @type {(path: string, edited: (text: string) => string) => Promise<void>} */
  const edit = async (path, edited) => {
    const text = await now(path);
    const after = text === undefined ? undefined : edited(text);
    if (after !== undefined && after !== text) made.set(path, after);
  };
  for (const path of change.deleted) {
    const next = [...change.files.keys()];
    for (const rule of rules.listed) {
      const places = placesIn(rule.file, path);
      const other = next.map((file) => placesIn(rule.file, file)).find((item) => item && places && filled(rule.list, item) === filled(rule.list, places));
      if (places) await edit(filled(rule.list, places), (list) => relisted(list, rule.key, filled(rule.value, places), other && filled(rule.value, other)));
    }
    const redirect = moved(path, change, rules);
    if (redirect) made.set(rules.redirects, withRedirect((await now(rules.redirects)) ?? "", redirect));
  }
  for (const [path, text] of change.files) {
    for (const pattern of rules.named) {
      const places = placesIn(pattern, path);
      if (places) await edit(path, (own) => withName(own, places.id ?? ""));
    }
    for (const rule of rules.begun) {
      const places = placesIn(rule.file, path);
      const other = places && filled(rule.other, { ...places, first: firstOf(text) });
      if (other && (await now(other)) === undefined) made.set(other, begun(text, { ...rule, text: filled(rule.text, places) }));
    }
    for (const rule of rules.listed) {
      const places = placesIn(rule.file, path);
      if (places) await edit(filled(rule.list, places), (list) => relisted(list, rule.key, undefined, filled(rule.value, places)));
    }
    for (const rule of rules.locked) {
      const places = placesIn(rule.file, path);
      const before = places && (await readNow(path));
      if (places && before !== undefined && before !== text) await edit(filled(rule.lock, places), unlockedFile);
    }
  }
  return made;
}

/**
 * Return a file whose `id` is `name`, where it has one.
 * @param {string} text
 * @param {string} name
 */
function withName(text, name) {
  const said = read(text);
  return isObject(said) && "id" in said && said.id !== name ? patched(text, { ...said, id: name }) : text;
}

/**
 * @param {string} text
 * @returns {string}
 */
function firstOf(text) {
  const said = read(text);
  return isObject(said) && Array.isArray(said.chapters) ? String(said.chapters[0]) : "";
}

/**
 * @param {string} text
 * @param {{ text: string, title: string }} rule
 */
function begun(text, rule) {
  const asked = read(text);
  const title = isObject(asked) ? asked.title : "";
  const shown = isObject(title) ? String(Object.values(title)[0]) : String(title);
  const parts = /^---\n(?<head>[^]*?\n)---\n(?<body>[^]*)$/.exec(rule.text)?.groups ?? {};
  const said = read(parts.head ?? "");
  const front = patched(parts.head ?? "", { ...(isObject(said) ? said : {}), title: shown });
  return `---\n${front}---\n${bodies.has(text.trim()) ? `${bodies.get(text.trim())}\n` : parts.body}`;
}

/**
 * Return a file whose list has one name in the place of another, or no longer, or as its last.
 * @param {string} text
 * @param {string} key
 * @param {string | undefined} old
 * @param {string | undefined} name
 */
function relisted(text, key, old, name) {
  const said = read(text);
  if (!isObject(said)) return text;
  const list = Array.isArray(said[key]) ? said[key] : [];
  const after = list.flatMap((item) => (item === old ? (name ? [name] : []) : [item]));
  const all = name && !after.includes(name) ? [...after, name] : after;
  return patched(text, { ...said, [key]: all });
}

/**
 * Return where a deleted file's page was, and where its readers shall go; undefined for one that has no page.
 * @param {string} path
 * @param {Change} change
 * @param {Rules} rules
 * @returns {[string, string] | undefined}
 */
function moved(path, change, rules) {
  for (const rule of rules.pages) {
    const places = placesIn(rule.file, path);
    if (!places) continue;
    const next = [...change.files.keys()].map((file) => placesIn(rule.file, file)).find((item) => item);
    return [address(filled(rule.page, places)), next ? address(filled(rule.page, next)) : address(filled(rule.above, places))];
  }
  return undefined;
}

/**
 * @param {string} text
 * @param {[string, string]} redirect
 */
function withRedirect(text, [from, to]) {
  const said = read(text);
  const known = isObject(said) ? said : {};
  const followed = Object.entries(known).filter(([old]) => old !== to).map(([old, now]) => [old, now === from ? to : now]);
  return patched(text, { ...Object.fromEntries(followed), [from]: to });
}

/** @param {string} page */
function address(page) {
  return `/${page.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, "/")}`;
}

/**
 * @param {string} pattern
 * @param {string} path
 * @returns {Places | undefined}
 */
function placesIn(pattern, path) {
  const parts = pattern.split(/(\{\w+\})/).map((part) => (/^\{\w+\}$/.test(part) ? `(?<${part.slice(1, -1)}>[^/]+)` : escaped(part)));
  const found = new RegExp(`^${parts.join("")}$`).exec(path);
  return found ? { ...found.groups } : undefined;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/**
 * @param {string} pattern
 * @param {Places} places
 */
function filled(pattern, places) {
  return pattern.replace(/\{(\w+)\}/g, (_, name) => places[name] ?? "");
}
