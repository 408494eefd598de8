/**
 * The reader's copies of one checklist, in this browser and nowhere else.
 *
 * Ticks and notes are kept under the ids of items and fields, so they survive every correction of a text. Nothing is
 * stored before the reader has done something. When the browser refuses to store, everything works until the page
 * is closed, and `problem` says so.
 *
 * @typedef {object} Copy
 * @property {string} key                     random; tells copies apart
 * @property {string} name                    what the reader calls it: "match 3"; "" for the first, named by the page
 * @property {string[]} ticks                 ids of the items that are done
 * @property {Record<string, string>} notes   what is written in the fields, by field id
 * @property {string[]} known                 ids of the items the reader has met in this copy
 * @property {string} start                   the day the follow-ups are counted from, or ""
 */

/** Raise it when the shape changes; what an older version stored is then left alone. */
const VERSION = 1;

export class Copies {
  /** @type {"" | "blocked" | "full"} */
  problem = "";
  /** The role whose items are shown, or "". */
  role = "";
  /** @type {Copy[]} */
  #copies = [];
  #current = "";
  /** Something the browser would not store is in memory only. */
  #unsaved = false;
  #place;
  #items;
  #firstName;

  /**
   * @param {{place: string, items: string[], firstName: string}} options  `place` tells lists and portals apart
   */
  constructor({ place, items, firstName }) {
    this.#place = `vejviser:checklist:${VERSION}:${place}`;
    this.#items = items;
    this.#firstName = firstName;
    this.reload();
  }

  get all() {
    return [...this.#copies];
  }

  /** @returns {Copy} */
  get current() {
    return this.#copies.find((copy) => copy.key === this.#current) ?? this.#copies[0];
  }

  /** What a copy is called in the language of the page. @param {Copy} copy */
  nameOf(copy = this.current) {
    return copy.name || this.#firstName;
  }

  /** The ids of items that have come since the reader last met this copy. */
  get fresh() {
    return this.#items.filter((id) => !this.current.known.includes(id));
  }

  /** Read what is stored: at the beginning, and when another tab has changed it. */
  reload() {
    if (this.#unsaved) {
      return;
    }
    const stored = this.#read();
    this.#copies = stored?.copies ?? [this.#blank("")];
    this.#current = stored?.current ?? "";
    this.role = stored?.role ?? "";
  }

  /** Tell whether a change in the browser's storage concerns this list. @param {StorageEvent} event */
  concerns(event) {
    return event.key === this.#place || event.key === null;
  }

  /** @param {string} name */
  create(name) {
    const copy = this.#blank(name);
    this.#copies.push(copy);
    this.use(copy.key);
  }

  /** @param {string} key */
  use(key) {
    this.#current = key;
    this.#save();
  }

  /** @param {Partial<Copy>} changes */
  change(changes) {
    Object.assign(this.current, changes);
    this.#save();
  }

  /** @param {string} id @param {boolean} done */
  tick(id, done) {
    const { ticks, known } = this.current;
    const others = ticks.filter((other) => other !== id);
    this.change({ ticks: done ? [...others, id] : others, known: [...new Set([...known, id])] });
  }

  /** @param {string} id @param {string} text */
  note(id, text) {
    const notes = { ...this.current.notes, [id]: text };
    if (!text) {
      delete notes[id];
    }
    this.change({ notes });
  }

  /** Call every item of the list known. */
  meet() {
    this.change({ known: [...new Set([...this.current.known, ...this.#items])] });
  }

  /** Empty the current copy; its name stays. */
  reset() {
    this.change({ ticks: [], notes: {}, start: "", known: [...this.#items] });
  }

  /** Delete the current copy. The last one leaves a blank list and nothing in the browser. */
  remove() {
    this.#copies = this.#copies.filter((copy) => copy !== this.current);
    if (this.#copies.length) {
      this.use(this.#copies[0].key);
      return;
    }
    this.#copies = [this.#blank("")];
    this.#try((storage) => storage.removeItem(this.#place));
  }

  /** @param {string} role */
  show(role) {
    this.role = role;
    this.#save();
  }

  /** @returns {Copy} */
  #blank(name) {
    const key = Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) => (byte % 36).toString(36)).join("");
    return { key, name, ticks: [], notes: {}, known: [...this.#items], start: "" };
  }

  #read() {
    try {
      const stored = JSON.parse(this.#try((storage) => storage.getItem(this.#place)) ?? "null");
      const copies = stored?.copies?.filter(isCopy);
      return copies?.length ? { ...stored, copies } : null;
    } catch {
      return null; // somebody else wrote something there
    }
  }

  #save() {
    const text = JSON.stringify({ current: this.current.key, role: this.role, copies: this.#copies });
    this.#try((storage) => storage.setItem(this.#place, text));
    this.#unsaved = this.problem !== "";
  }

  /** Use the browser's storage, which may be switched off or full. */
  #try(use) {
    try {
      const result = use(localStorage);
      this.problem = "";
      return result;
    } catch (error) {
      this.problem = error?.name === "QuotaExceededError" ? "full" : "blocked";
      return null;
    }
  }
}

/** Tell whether what was stored has the shape of a copy. */
function isCopy(found) {
  return (
    typeof found?.key === "string" &&
    typeof found.name === "string" &&
    typeof found.start === "string" &&
    [found.ticks, found.known].every((ids) => Array.isArray(ids)) &&
    typeof found.notes === "object" &&
    found.notes !== null
  );
}
