// A browser's memory for tests of scripts that have no page: two stores, and the events of a window.
import { webcrypto } from "node:crypto";

/** A store as a browser has it: its names are properties of its own. */
export class FakeStorage {
  /** @param {string} key */
  getItem(key) {
    return Object.hasOwn(this, key) ? Reflect.get(this, key) : null;
  }

  /** @param {string} key @param {string} value */
  setItem(key, value) {
    Reflect.set(this, key, String(value));
  }

  /** @param {string} key */
  removeItem(key) {
    Reflect.deleteProperty(this, key);
  }

  clear() {
    for (const key of Object.keys(this)) this.removeItem(key);
  }

  get length() {
    return Object.keys(this).length;
  }
}

/** A browser that refuses to keep anything. */
export const refusing = () => {
  throw new DOMException("The operation is insecure.", "SecurityError");
};

const listeners = new EventTarget();

/**
 * Give this process what a window has, with nothing kept in it yet.
 * @param {{own?: () => FakeStorage, tab?: () => FakeStorage}} [stores]
 */
export function openWindow({ own, tab } = {}) {
  const [ownStore, tabStore] = [new FakeStorage(), new FakeStorage()];
  define("localStorage", own ?? (() => ownStore));
  define("sessionStorage", tab ?? (() => tabStore));
  define("dispatchEvent", () => listeners.dispatchEvent.bind(listeners));
  define("addEventListener", () => listeners.addEventListener.bind(listeners));
  if (!globalThis.crypto) define("crypto", () => webcrypto); // Node 18
}

/** Open a new tab of the window; gives what goes back to it from another. */
export function openTab() {
  const store = new FakeStorage();
  const show = () => define("sessionStorage", () => store);
  show();
  return show;
}

/** @param {string} name @param {() => unknown} get */
function define(name, get) {
  Object.defineProperty(globalThis, name, { configurable: true, get });
}
