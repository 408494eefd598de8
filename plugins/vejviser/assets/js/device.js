// What the portal keeps on a device: all of it goes through here, under one prefix and with a last day. It is kept where
// the reader has said that the device is their own; else it stays in the tab. docs/adr/0075-what-the-device-keeps.md

/**
 * What is kept under a name, and its last day, in days since 1970.
 * @template [Value=unknown]
 * @typedef {{until: number, value: Value}} Kept
 */
/**
 * @typedef {"" | "full" | "blocked"} Refusal   why something was not kept; "" when it was
 * @typedef {"" | "own" | "shared"} Whose       what the reader says of the device; "" before they were asked
 */

const PREFIX = "vejviser:";
const ANSWER = "device";
const DAYS = 90;
/** A last day that never comes: the reader has asked for it. */
export const NEVER = 1e6;

const own = () => localStorage;
const tab = () => sessionStorage;
/** @type {Whose} */
let said = ""; // in a browser that keeps nothing, not even the answer

/** Days since 1970. */
export const today = () => Math.floor(Date.now() / 864e5);
/** @param {() => Storage} store */
const lastDay = (store) => today() + (store === own ? DAYS : 1);

/**
 * A browser may refuse storage. Then nothing is found there.
 * @template Result
 * @param {() => Result} action
 * @returns {Result | undefined}
 */
export function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/**
 * @template Value
 * @param {() => Storage} store
 * @param {string} name
 * @returns {Kept<Value> | undefined}
 */
function read(store, name) {
  const found = attempt(() => JSON.parse(store().getItem(PREFIX + name)));
  return found?.until > today() ? found : undefined;
}

/**
 * Gives "" when it was written; else why it was not: "full" or "blocked".
 * @param {() => Storage} store
 * @param {string} name
 * @param {unknown} value
 * @param {number} [until]
 * @returns {Refusal}
 */
function write(store, name, value, until = lastDay(store)) {
  try {
    store().setItem(PREFIX + name, JSON.stringify({ until, value }));
    return "";
  } catch (error) {
    return /** @type {Error} */ (error).name === "QuotaExceededError" ? "full" : "blocked";
  }
}

/** @param {() => Storage} store */
const keys = (store) => attempt(() => Object.keys(store())) ?? [];

/**
 * Whose the reader says the device is: "own", "shared", or "" before they were asked.
 * @returns {Whose}
 */
export const device = () => (read(own, ANSWER) ?? read(tab, ANSWER))?.value ?? said;

/**
 * "blocked" where the browser keeps nothing at all.
 * @returns {Refusal}
 */
export const refused = () => (attempt(own) ? "" : "blocked");

/**
 * What is kept under a name, with its last day: `{ until, value }`.
 * @param {string} name
 */
export const kept = (name) => read(tab, name) ?? read(own, name);

/**
 * The value kept under a name. It has been used now, and is kept longer.
 * @template Value
 * @param {string} name
 * @returns {Value | undefined}
 */
export function recall(name) {
  for (const store of [tab, own]) {
    const found = read(store, name);
    if (found && found.until !== NEVER) write(store, name, found.value);
    if (found) return found.value;
  }
  return undefined;
}

/**
 * Keep a value, or nothing when it is empty; `until` may be NEVER. Gives why it was not kept, or "".
 * @param {string} name
 * @param {unknown} value
 * @param {number} [until]
 * @returns {Refusal}
 */
export function keep(name, value, until) {
  if (!value) return forget(name);
  if (until === NEVER) write(own, ANSWER, "own", NEVER); // or the device would be asked about before the copy is gone
  return device() === "own" ? write(own, name, value, until) : write(tab, name, value);
}

/**
 * Keep a value in this tab only, whoever's the device is.
 * @param {string} name @param {unknown} value
 */
export const keepInTab = (name, value) => (value ? write(tab, `tab:${name}`, value) : forget(`tab:${name}`));
/** @template Value @param {string} name @returns {Value | undefined} */
export const recallInTab = (name) => recall(`tab:${name}`);

/** A name that nothing else has. */
export const randomKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join("");

/** @param {string} name @returns {Refusal} */
export function forget(name) {
  for (const store of [own, tab]) attempt(() => store().removeItem(PREFIX + name));
  return "";
}

/**
 * The names that begin like this.
 * @param {string} start
 */
export const names = (start) =>
  [...new Set([own, tab].flatMap(keys))]
    .filter((key) => key.startsWith(PREFIX + start))
    .map((key) => key.slice(PREFIX.length));

/**
 * Remember whose the device is. What the tab has held until now is kept when it is the reader's own.
 * @param {Whose} whose
 */
export function answer(whose) {
  forget(ANSWER);
  said = whose;
  write(whose === "own" ? own : tab, ANSWER, whose);
  if (whose === "own") {
    for (const name of names("")) {
      const found = name.startsWith("tab:") ? undefined : read(tab, name);
      if (found && !write(own, name, found.value)) attempt(() => tab().removeItem(PREFIX + name));
    }
  }
  dispatchEvent(new Event("answered"));
}

/** Forget everything this address has kept, the answer too. */
export function forgetAll() {
  said = "";
  attempt(() => localStorage.clear());
  attempt(() => sessionStorage.clear());
  dispatchEvent(new Event("wiped"));
}

// On every page: throw away what has had its last day, and what older versions kept without one.
for (const store of [own, tab]) {
  for (const key of keys(store)) {
    const dated = key.startsWith(PREFIX) && read(store, key.slice(PREFIX.length));
    if (/^vejviser\b/.test(key) && !dated) attempt(() => store().removeItem(key));
  }
}
if (device() === "own") recall(ANSWER);
