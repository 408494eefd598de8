/**
 * The reader's copies of one checklist, each kept by itself under a name of its own.
 *
 * Ticks and notes are kept under the ids of items and fields, so they survive every correction of a text. Nothing is
 * kept before the reader has done something and has said whose the device is; until then it is in memory only. When the
 * browser refuses to keep anything, everything works until the page is closed, and `problem` says so.
 *
 * @typedef {object} Copy
 * @property {string} key                     random; tells copies apart
 * @property {number} made                    when, in milliseconds since 1970: the order they stand in
 * @property {string} name                    what the reader calls it: "match 3"; "" for the first, named by the page
 * @property {string[]} ticks                 ids of the items that are done
 * @property {Record<string, string>} notes   what is written in the fields, by field id
 * @property {string[]} known                 ids of the items the reader has met in this copy
 * @property {string} start                   the day the follow-ups are counted from, or ""
 * @property {import("../given.js").Given} [given]   what the reader's calendar has been given
 */
import { device, forget, keep, kept, names, NEVER, randomKey, recall, refused, today } from "../device.js";

export class Copies {
  /** @type {"" | "blocked" | "full"} */
  problem = refused();
  /** The role whose items are shown, or "". */
  role = "";
  /** @type {Copy[]} */
  #copies = [];
  #current = "";
  /** Keys of copies whose last change is in memory only; "" stands for the choice of copy and role. */
  #unsaved = new Set();
  #place;
  #items;
  #firstName;

  /**
   * @param {{place: string, items: string[], firstName: string}} options  `place` tells lists and portals apart
   */
  constructor({ place, items, firstName }) {
    this.#place = `checklist:${place}`;
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

  /** Whether something the reader did is in memory only, because they have not said whose the device is. */
  get waiting() {
    return this.#unsaved.size > 0 && !this.problem;
  }

  /** Whether there is anything in a copy that can be deleted. @param {Copy} copy */
  isUsed(copy) {
    return this.#unsaved.has(copy.key) || Boolean(kept(this.#nameFor(copy)));
  }

  /** In how many days a copy is deleted; Infinity when the reader has asked for it to stay. @param {Copy} copy */
  daysLeft(copy) {
    const until = kept(this.#nameFor(copy))?.until ?? NaN;
    return until === NEVER ? Infinity : until - today();
  }

  /** Read what is kept: at the beginning, and when another tab has changed it. */
  reload() {
    if (this.#unsaved.size) {
      return;
    }
    const found = names(`${this.#place}:`).map((name) => kept(name)?.value);
    this.#copies = found.filter(isCopy).sort((one, other) => one.made - other.made);
    if (!this.#copies.length) {
      this.#copies.push(this.#blank(""));
    }
    const chosen = recall(this.#place);
    this.#current = chosen?.current ?? "";
    this.role = chosen?.role ?? "";
    recall(this.#nameFor(this.current)); // it is being used
  }

  /**
   * Tell whether a change in the browser's storage concerns this list. @param {StorageEvent} event
   */
  concerns(event) {
    return event.key?.includes(this.#place);
  }

  /** Keep what has waited for the reader's answer. */
  save() {
    this.#join();
    const problems = [...this.#unsaved].map((key) => this.#write(key));
    this.problem = problems.find(Boolean) ?? refused();
  }

  /** Let go of everything, because the reader has deleted it. */
  drop() {
    this.#unsaved.clear();
    this.problem = refused();
    this.reload();
  }

  /** @param {string} name */
  create(name) {
    const copy = this.#blank(name);
    this.#copies.push(copy);
    this.#keep(copy.key);
    this.use(copy.key);
  }

  /** @param {string} key */
  use(key) {
    this.#current = key;
    recall(this.#nameFor(this.current)); // it is kept longer
    this.#keep("");
  }

  /** @param {Partial<Copy>} changes */
  change(changes) {
    const { current } = this;
    Object.assign(current, changes);
    this.#keep(current.key);
  }

  /** @param {string} id @param {boolean} done */
  tick(id, done) {
    this.#reread();
    const { ticks, known } = this.current;
    const others = ticks.filter((other) => other !== id);
    this.change({ ticks: done ? [...others, id] : others, known: [...new Set([...known, id])] });
  }

  /** @param {string} id @param {string} text */
  note(id, text) {
    this.#reread();
    const notes = { ...this.current.notes, [id]: text };
    if (!text) {
      delete notes[id];
    }
    this.change({ notes });
  }

  /** Call every item of the list known. */
  meet() {
    this.#reread();
    this.change({ known: [...new Set([...this.current.known, ...this.#items])] });
  }

  /** Empty the current copy; its name stays. */
  reset() {
    this.change({ ticks: [], notes: {}, start: "", known: [...this.#items] });
  }

  /** Keep a copy until the reader deletes it, or no longer than the others. @param {Copy} copy @param {boolean} stay */
  stay(copy, stay) {
    this.problem = keep(this.#nameFor(copy), copy, stay ? NEVER : undefined);
  }

  /** Delete a copy. The last one leaves a blank list and nothing in the browser. @param {Copy} copy */
  remove(copy) {
    this.#copies = this.#copies.filter((other) => other !== copy);
    this.#unsaved.delete(copy.key);
    forget(this.#nameFor(copy));
    if (this.#copies.length) {
      this.use(this.current.key);
      return;
    }
    this.#copies = [this.#blank("")];
    this.#unsaved.clear();
    forget(this.#place);
  }

  /** @param {string} role */
  show(role) {
    this.role = role;
    this.#keep("");
  }

  /** Take over what another tab has written into the current copy: of two changes at once both stay. */
  #reread() {
    const { current } = this;
    const found = this.#unsaved.has(current.key) ? undefined : kept(this.#nameFor(current))?.value;
    if (isCopy(found)) Object.assign(current, found);
  }

  /** Two tabs that began the same blank list before the reader had answered have begun one copy, not two. */
  #join() {
    const own = this.#copies.find(({ key, name }) => !name && this.#unsaved.has(key) && !kept(this.#nameFor({ key })));
    const found = names(`${this.#place}:`).map((name) => kept(name)?.value);
    const other = own && found.filter(isCopy).find(({ name, key }) => !name && !this.#copies.some((copy) => copy.key === key));
    if (!own || !other) return;
    this.#unsaved.delete(own.key);
    this.#unsaved.add(other.key);
    if (this.#current === own.key) this.#current = other.key;
    Object.assign(own, {
      key: other.key,
      made: other.made,
      start: own.start || other.start,
      notes: { ...other.notes, ...own.notes },
      ...Object.fromEntries(/** @type {const} */ (["ticks", "known"]).map((it) => [it, [...new Set([...other[it], ...own[it]])]])),
    });
  }

  /** @param {Pick<Copy, "key">} copy */
  #nameFor({ key }) {
    return `${this.#place}:${key}`;
  }

  /** @param {string} name @returns {Copy} */
  #blank(name) {
    return { key: randomKey(), made: Date.now(), name, ticks: [], notes: {}, known: [...this.#items], start: "" };
  }

  /** @param {string} key */
  #keep(key) {
    this.#unsaved.add(key);
    if (device()) {
      this.save();
    }
  }

  /** @param {string} key */
  #write(key) {
    const copy = this.#copies.find((other) => other.key === key);
    const until = copy && this.daysLeft(copy) === Infinity ? NEVER : undefined;
    const problem = copy
      ? keep(this.#nameFor(copy), copy, until)
      : keep(this.#place, { current: this.current.key, role: this.role });
    if (!problem) {
      this.#unsaved.delete(key);
    }
    return problem;
  }
}

/**
 * Tell whether what was stored has the shape of a copy.
 * @param {Partial<Copy> | undefined} found
 * @returns {found is Copy}
 */
function isCopy(found) {
  return (
    typeof found?.notes === "object" &&
    found.notes !== null &&
    [found.key, found.name, found.start].every((text) => typeof text === "string") &&
    [found.ticks, found.known].every((ids) => Array.isArray(ids))
  );
}
