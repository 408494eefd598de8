/**
 * The reader's copies of checklists on this device, and which match they belong to.
 *
 * @typedef {import("../checklist/copies.js").Copy} Copy
 * @typedef {import("../checklist/dom.js").Words} Words
 * @typedef {import("./matches.js").Match} Match
 * @typedef {import("./matches.js").Matches} Matches
 * @typedef {import("./page.js").WrittenList} WrittenList
 * @typedef {{list: string, copies: Copies, copy: Copy}} Found
 */
import { Copies } from "../checklist/copies.js";
import { h } from "../checklist/dom.js";

export class Lists {
  /** @type {Map<string, Copies>} */
  #opened = new Map();

  /**
   * @param {{portal: string, lists: Map<string, WrittenList>, matches: Matches, t: Words, changed: () => void}} parts
   */
  constructor({ portal, lists, matches, t, changed }) {
    this.portal = portal;
    this.lists = lists;
    this.matches = matches;
    this.t = t;
    this.changed = changed;
  }

  /** Read what is kept, because another tab has changed it. */
  reload() {
    for (const copies of this.#opened.values()) copies.reload();
  }

  /** Keep what has waited for the reader's answer. */
  save() {
    for (const copies of this.#opened.values()) copies.save();
  }

  /** Let go of everything, because the reader has deleted it. */
  drop() {
    for (const copies of this.#opened.values()) copies.drop();
  }

  /** Every copy that the reader has begun. @returns {Found[]} */
  get all() {
    return [...this.lists.keys()].flatMap((list) => {
      const copies = this.#copies(list);
      return copies.all.filter((copy) => copies.isUsed(copy)).map((copy) => ({ list, copies, copy }));
    });
  }

  /**
   * The lists of a match: its copies, and the lists of what is now that it has no copy of.
   * @param {Match} match
   * @param {string[]} wanted  the ids of the lists of what is now
   */
  of(match, wanted) {
    const own = this.all.filter(({ list, copy }) => match.lists.includes(`${list}:${copy.key}`));
    const have = new Set(own.map(({ list }) => list));
    const missing = [...new Set(wanted)].filter((list) => this.lists.has(list) && !have.has(list));
    const rows = [...own.map((found) => this.row(found)), ...missing.map((list) => this.#begin(match, list))];
    return rows.length ? [h("h3", {}, this.t("lists")), h("ul", { class: "match-copies" }, ...rows)] : [];
  }

  /** Copies that belong to no match. @returns {Found[]} */
  get loose() {
    const taken = new Set(this.matches.all.flatMap((match) => match.lists));
    return this.all.filter(({ list, copy }) => !taken.has(`${list}:${copy.key}`));
  }

  /**
   * One copy: a link to it, and how far it has come.
   * @param {Found} found
   * @param {...HTMLElement} more
   */
  row({ list, copies, copy }, ...more) {
    const items = Object.keys(this.#written(list).items);
    const done = items.filter((item) => copies.isDone(item, copy)).length;
    const link = this.#link(list, () => copies.use(copy.key));
    const name = copy.name ? [" · ", h("bdi", {}, copy.name)] : [];
    return h("li", {}, link, ...name, ` · ${this.t("progress", { done, all: items.length })}`, ...more);
  }

  /** Let the reader say which match a copy belongs to. @param {Found} found @param {(match: Match) => string} nameOf */
  choice(found, nameOf) {
    const id = `belongs-${found.list}-${found.copy.key}`;
    /** @type {HTMLSelectElement} */
    const select = h("select", { id, autocomplete: "off", onchange: () => this.#give(found, select.value) });
    select.append(
      h("option", { value: "" }, this.t("belongs_none")),
      ...this.matches.all.map((match) => h("option", { value: match.key }, nameOf(match))),
    );
    return h("span", { class: "belongs" }, h("label", { for: id }, this.t("belongs")), " ", select);
  }

  /**
   * The day of a match has moved: so has that of its lists, where they were counted from the same day.
   * @param {Match} match @param {string} start
   */
  move(match, start) {
    for (const { list, copies, copy } of this.all) {
      if (!match.lists.includes(`${list}:${copy.key}`) || copy.start !== match.start || start === match.start) continue;
      this.#in(copies, copy, () => copies.change({ start }));
    }
  }

  /** @param {Match} match @param {string} list */
  #begin(match, list) {
    const begin = () => {
      const copies = this.#copies(list);
      copies.create(this.#nameFor(match, copies));
      if (match.start) copies.change({ start: match.start });
      this.matches.change(match, { lists: [...match.lists, `${list}:${copies.current.key}`] });
      this.changed();
    };
    const title = this.#written(list).title;
    const button = h("button", { type: "button", "aria-label": this.t("begin_named", { title }), onclick: begin }, this.t("begin"));
    return h("li", {}, this.#link(list), " ", button);
  }

  /** A name that no copy of the list has: the match's word, or its colour. @param {Match} match @param {Copies} copies */
  #nameFor({ word, colour }, copies) {
    const name = word || this.t(`colour_${colour}`);
    const taken = new Set(copies.all.map((copy) => copy.name));
    const names = [name, ...copies.all.map((_, index) => `${name} ${index + 2}`)];
    return names.find((it) => !taken.has(it)) ?? name;
  }

  /** @param {Found} found @param {string} key */
  #give({ list, copy }, key) {
    const match = this.matches.all.find((it) => it.key === key);
    if (match) this.matches.change(match, { lists: [...match.lists, `${list}:${copy.key}`] });
    this.changed();
  }

  /** @param {string} list @param {() => void} [onclick] */
  #link(list, onclick) {
    const { title, language, direction, url } = this.#written(list);
    return h("a", { href: url, lang: language, dir: direction, onclick }, title);
  }

  /** @param {string} list */
  #written(list) {
    return /** @type {WrittenList} */ (this.lists.get(list));
  }

  /** @param {string} list */
  #copies(list) {
    const known = this.#opened.get(list);
    const items = new Map(Object.entries(this.#written(list).items).map(([id, said]) => [id, said.split(" ")]));
    const copies = known ?? new Copies({ place: this.portal + list, items, firstName: "" });
    this.#opened.set(list, copies);
    return copies;
  }

  /** Do something to a copy, and leave the one that the reader uses as it is. @param {Copies} copies @param {Copy} copy @param {() => void} action */
  #in(copies, copy, action) {
    const { key } = copies.current;
    copies.use(copy.key);
    action();
    copies.use(key);
  }
}
