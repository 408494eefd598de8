/**
 * The reader's copies of one checklist, each kept by itself under a name of its own.
 *
 * Ticks and notes are kept under the ids of items and fields, a tick with the mark of the words that it was made at: an
 * item that says something else by now is not done (ADR 166). Nothing is kept before the reader has done something and
 * has said whose the device is. When the browser refuses to keep anything, everything works until the page is closed, and
 * `problem` says so.
 *
 * @typedef {object} Copy
 * @property {string} key                     random; tells copies apart
 * @property {number} made                    when, in milliseconds since 1970: the order they stand in
 * @property {string} name                    what the reader calls it: "match 3"; "" for the first, named by the page
 * @property {string[]} ticks                 ids of the items that have been ticked
 * @property {Record<string, string>} [said]  the mark of the words each was ticked at, by item id
 * @property {Record<string, string>} notes   what is written in the fields, by field id
 * @property {string[]} known                 ids of the items the reader has met in this copy
 * @property {string} start                   the day the follow-ups are counted from, or ""
 * @property {import("../given.js").Given} [given]   what the reader's calendar has been given
 */
import { device, forget, keep, keepInTab, kept, names, NEVER, randomKey, recall, recallInTab, refused, today } from "../device.js";
import { isCopy, without } from "./copy.js";

/** The marks of an item's words, by its id: first those of the page's language. @typedef {Map<string, string[]>} Items */

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
   * @param {{place: string, items: Items, firstName: string}} options  `place` tells lists and portals apart
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
    return this.#ids.filter((id) => !this.current.known.includes(id));
  }

  /** The ids of items that were ticked when they said something else. */
  get changed() {
    return this.#ids.filter((id) => this.current.ticks.includes(id) && !this.isDone(id));
  }

  /** The ids of items the reader has met that have been taken out of the list since. */
  get gone() {
    return this.current.known.filter((id) => !this.#items.has(id));
  }

  /** Whether an item was ticked, and says the same today. @param {string} id @param {Copy} copy */
  isDone(id, copy = this.current) {
    const said = copy.said?.[id];
    return copy.ticks.includes(id) && (said === undefined || Boolean(this.#items.get(id)?.includes(said)));
  }

  get #ids() {
    return [...this.#items.keys()];
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
    if (this.#unsaved.size) return;
    const found = names(`${this.#place}:`).map((name) => kept(name)?.value);
    this.#copies = found.filter(isCopy).sort((one, other) => one.made - other.made);
    if (!this.#copies.length) {
      this.#copies.push(this.#blank(""));
    }
    const chosen = recall(this.#place);
    this.role = chosen?.role ?? "";
    this.#current ||= recallInTab(this.#place) ?? chosen?.current ?? this.current.key; // another tab's choice is not this one's
    this.#stayInTab();
    recall(this.#nameFor(this.current)); // it is being used
    this.#say();
  }

  /** Where there are several copies, this tab goes on showing this one. */
  #stayInTab() {
    if (this.#copies.length > 1 && device()) keepInTab(this.#place, this.current.key);
  }

  /** Ticks from the time before they were kept with words are ticks at the words of today. */
  #say() {
    const { ticks, said = {}, key } = this.current;
    const silent = ticks.filter((id) => !Object.hasOwn(said, id) && this.#items.has(id));
    if (!silent.length) return;
    this.current.said = { ...said, ...Object.fromEntries(silent.map((id) => [id, this.#mark(id)])) };
    this.#keep(key);
  }

  /** The mark of what an item says on this page. @param {string} id */
  #mark(id) {
    return this.#items.get(id)?.[0] ?? "";
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
    this.#current = "";
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
    const { ticks, known, said } = this.current;
    const others = ticks.filter((other) => other !== id);
    this.change({
      ticks: done ? [...others, id] : others,
      said: { ...without(said, [id]), ...(done && { [id]: this.#mark(id) }) },
      known: [...new Set([...known, id])],
    });
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

  /** Call every item of the list known, and no other; what says something else is no longer ticked. */
  meet() {
    this.#reread();
    const { changed, current } = this;
    const ticks = current.ticks.filter((id) => !changed.includes(id));
    this.change({ known: this.#ids, ticks, said: without(current.said, changed) });
  }

  /** Empty the current copy; its name stays. */
  reset() {
    this.change({ ticks: [], said: {}, notes: {}, start: "", known: this.#ids });
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
    keepInTab(this.#place, undefined);
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
      said: { ...other.said, ...own.said },
      ...Object.fromEntries(/** @type {const} */ (["ticks", "known"]).map((it) => [it, [...new Set([...other[it], ...own[it]])]])),
    });
  }

  /** @param {Pick<Copy, "key">} copy */
  #nameFor({ key }) {
    return `${this.#place}:${key}`;
  }

  /** @param {string} name @returns {Copy} */
  #blank(name) {
    return { key: randomKey(), made: Date.now(), name, ticks: [], said: {}, notes: {}, known: this.#ids, start: "" };
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
    const chosen = { current: this.current.key, role: this.role };
    this.#stayInTab();
    const problem = copy ? keep(this.#nameFor(copy), copy, until) : keep(this.#place, chosen);
    if (!problem) this.#unsaved.delete(key);
    return problem;
  }
}
