// The forms' way to the forge: a commit takes with it what belongs to it.

import { commitIn, textOf } from "./commits.js";
import { companions } from "./companions.js";
import { origins } from "./formats.js";

/** @typedef {(input: any, init?: RequestInit) => Promise<Response>} Fetch */

/** A file is not any more what it was when the form was opened. */
export class Overtaken extends Error {}

/**
 * Return a `fetch` that adds to each commit the other files it asks for, and makes none over what somebody else wrote.
 * Then it rejects with Overtaken.
 * @param {Fetch} fetch
 * @param {import("./companions.js").Rules} rules
 * @returns {Fetch}
 */
export function withCompanions(fetch, rules) {
  /** @type {Map<string, string>} what these forms saved last, by branch and path */
  const ours = new Map();
  return async (input, init) => {
    const commit = commitIn(String(input), init?.body);
    if (!commit || !init) return fetch(input, init);
    /** @type {Map<string, Response | undefined>} */
    const answers = new Map();
    const readNow = async (/** @type {string} */ path) => {
      const where = commit.fileAddress
        .replace("{path:whole}", encodeURIComponent(path))
        .replace("{path}", path.split("/").map(encodeURIComponent).join("/"));
      const headers = new Headers(init.headers);
      headers.delete("Content-Type");
      for (const [name, value] of Object.entries(commit.accept)) headers.set(name, value);
      const answer = await fetch(where, { headers, cache: "no-store" });
      answers.set(path, answer.ok ? answer.clone() : undefined);
      if (answer.ok) return textOf(answer);
      if (answer.status === 404) return undefined;
      throw new Error(`${path}: ${answer.status}`);
    };
    for (const [path, text] of commit.change.files) {
      const opened = origins.get(text.trim());
      const now = opened === undefined ? undefined : (await readNow(path))?.trim();
      const moved = opened && commit.change.deleted.length > 0;
      if (opened !== undefined && !moved && (now ?? "") !== opened.trim() && now !== ours.get(commit.branch + path)) throw new Overtaken(path);
    }
    const others = await companions(commit.change, rules, readNow);
    const files = [...others].map(([path, text]) => /** @type {const} */ ([path, { text, now: answers.get(path) }]));
    const answer = await fetch(input, { ...init, body: await commit.withOthers(new Map(files)) });
    if (answer.ok) for (const [path, text] of [...commit.change.files, ...others]) ours.set(commit.branch + path, text.trim());
    return answer;
  };
}
