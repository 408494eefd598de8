/**
 * What stands above the list: in one line how far, and which copy where there are several; opened, the choices. Below the
 * list: what is kept, and how to delete it, which needs no fold.
 *
 * @typedef {import("./copies.js").Copies} Copies
 * @typedef {import("./copies.js").Copy} Copy
 * @typedef {import("./dom.js").Words} Words
 * @typedef {import("./list.js").List} List
 */
import { answer, device } from "../device.js";
import { confirmed, named } from "./dialogs.js";
import { h } from "./dom.js";

export class Tools {
  /**
   * @param {{list: List, copies: Copies, t: Words, language: string, changed: () => void}} parts  `changed` shows
   *   the copy again
   */
  constructor({ list, copies, t, language, changed }) {
    this.list = list;
    this.copies = copies;
    this.t = t;
    this.changed = changed;
    this.inDays = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
    this.rows = h("ul", { class: "copies", "aria-label": t("copies"), hidden: true });
    this.shared = h("div", { class: "own-device" });
    this.copy = h("select", { id: "checklist-copy", autocomplete: "off", onchange: () => this.#switch() });
    this.role = h("select", { id: "checklist-role", autocomplete: "off", onchange: () => this.#choose() });
    this.bar = h("progress", { "aria-hidden": "true", max: 1, value: 0 }); // the words beside it say the same, once
    this.text = h("span");
    this.name = h("span", { class: "copy-name", hidden: true });
    this.fresh = h("p", { class: "fresh", hidden: true });
    this.trouble = h("p", { class: "trouble", role: "alert", hidden: true });
    this.said = h("p", { class: "said", role: "status" });
    this.heard = h("p", { class: "visually-hidden", role: "status" });
    this.fold = this.#fold();
    this.element = h("div", { class: "checklist-tools", role: "group", "aria-label": t("tools") });
    this.element.append(this.fold, this.trouble, this.fresh, this.said, this.heard);
    this.kept = this.#kept();
  }

  /** Show the state of things. */
  show() {
    const { copies, t } = this;
    this.copy.replaceChildren(...copies.all.map((copy) => h("option", { value: copy.key }, copies.nameOf(copy))));
    this.copy.value = copies.current.key;
    this.role.value = copies.role;
    const { done, all } = this.list.count(copies);
    this.bar.max = Math.max(all, 1);
    this.bar.value = done;
    this.text.textContent = t("progress", { done, all });
    this.name.textContent = copies.nameOf();
    this.name.hidden = copies.all.length < 2;
    this.#showFresh();
    this.trouble.hidden = !copies.problem;
    this.trouble.textContent = copies.problem && t(copies.problem);
  }

  /** Show which copies there are, until when, and how to delete them. */
  showCopies() {
    const { copies, t } = this;
    const at = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.copy; // a row is made anew; the focus stays where it was
    this.rows.replaceChildren(...copies.all.filter((copy) => copies.isUsed(copy)).map((copy) => this.#row(copy)));
    this.rows.hidden = !this.rows.children.length;
    /** @type {HTMLElement | null} */ (this.rows.querySelector(`[data-copy="${at}"]`))?.focus({ preventScroll: true });
    this.shared.hidden = device() !== "shared";
    if (!this.shared.hidden) {
      const own = h("button", { type: "button", onclick: () => answer("own") }, t("is_own"));
      this.shared.replaceChildren(h("p", { class: "hint" }, t("shared")), own);
    } else {
      this.shared.replaceChildren();
    }
  }

  /** @param {Copy} copy */
  #row(copy) {
    const { t, copies } = this;
    const name = copies.nameOf(copy);
    const days = copies.daysLeft(copy);
    const stays = days === Infinity;
    const dated = device() === "own" && !Number.isNaN(days);
    const when = stays ? t("stays") : t("expires", { when: dated && this.inDays.format(days, "day") });
    const toggle = h(
      "button",
      {
        type: "button",
        "aria-pressed": String(stays),
        "aria-label": t("stay_named", { name }),
        "data-copy": `${copy.key} stay`,
        onclick: () => {
          copies.stay(copy, !stays);
          this.changed();
        },
      },
      t("stay"),
    );
    const remove = h(
      "button",
      { type: "button", "aria-label": t("delete_named", { name }), onclick: () => this.#remove(copy) },
      t("delete"),
    );
    const state = dated ? when : t(device() === "shared" ? "in_tab" : "not_kept");
    return h(
      "li",
      {},
      h("span", { class: "copy-name" }, name),
      h("span", { class: "copy-until" }, state),
      h("span", { class: "copy-buttons" }, ...(dated ? [toggle] : []), remove),
    );
  }

  /**
   * Tell the reader, also the one who listens, what has happened.
   * @param {string} text
   */
  say(text) {
    this.said.textContent = text;
  }

  /**
   * Tell the one who listens what the others see: how far the list has come. Nothing on the page moves.
   * @param {string} text
   */
  tell(text) {
    this.heard.textContent = text;
  }

  /** The line that opens, and the choices in it. */
  #fold() {
    const { t, list } = this;
    const roles = list.roles;
    const choices = [["", t("role_all")], ...roles];
    this.role.append(...choices.map(([id, name]) => h("option", { value: id }, name)));
    /** @param {string} key @param {() => void} action */
    const button = (key, action) => h("button", { type: "button", onclick: action }, t(key));
    const progress = h("span", { class: "progress" }, this.bar, this.text);
    return h(
      "details",
      { class: "manage" },
      h("summary", {}, progress, " ", this.name, " ", h("span", { class: "manage-open" }, t("manage"))),
      h(
        "div",
        { class: "pickers" },
        h("div", { class: "picker" }, h("label", { for: "checklist-copy" }, t("copy")), this.copy),
        button("new_copy", () => this.#create()),
        h("div", { class: "picker", hidden: !roles.size }, h("label", { for: "checklist-role" }, t("role")), this.role),
      ),
      h(
        "div",
        { class: "buttons" },
        button("rename", () => this.#rename()),
        button("reset", () => this.#reset()),
        button("print", () => print()),
      ),
    );
  }

  /** What is kept, and how to delete it. */
  #kept() {
    const { t } = this;
    const wipe = h("button", { type: "button", "data-wipe": true }, document.querySelector("[data-wipe]").textContent);
    return h(
      "div",
      { class: "checklist-kept", role: "group", "aria-label": t("copies") },
      this.rows,
      this.shared,
      h("div", { class: "kept" }, h("p", { class: "hint" }, t("kept")), wipe),
    );
  }

  #showFresh() {
    const { fresh, changed, gone } = this.copies;
    const told = Object.entries({ fresh, changed_items: changed, gone }).filter(([, ids]) => ids.length);
    this.fresh.hidden = !told.length;
    if (told.length) {
      const seen = h("button", { type: "button", onclick: () => this.#meet() }, this.t("fresh_seen"));
      const words = told.map(([key, { length }]) => this.t(key, { number: length })).join(" ");
      this.fresh.replaceChildren(h("span", {}, words), " ", seen);
    }
  }

  #switch() {
    this.copies.use(this.copy.value);
    this.#done("switched");
  }

  #choose() {
    const { copies, list, t } = this;
    copies.show(this.role.value);
    this.changed();
    this.say(t("role_shown", { shown: list.count(copies).all, all: list.items.length }));
  }

  #meet() {
    this.copies.meet();
    this.changed();
    /** @type {HTMLElement | null} */ (this.fold.querySelector("summary"))?.focus();
  }

  /** Go to the choice of copy, which must be open for it. */
  #focus() {
    this.fold.open = true;
    this.copy.focus();
  }

  async #create() {
    const name = await this.#name("new_copy", this.#nextName(), "create", this.copies.all);
    if (name) {
      this.copies.create(name);
      this.#done("created");
    }
  }

  async #rename() {
    const { copies } = this;
    const others = copies.all.filter((copy) => copy !== copies.current);
    const name = await this.#name("rename", copies.nameOf(), "save", others);
    if (name) {
      copies.change({ name });
      this.#done("renamed");
    }
  }

  async #reset() {
    if (await this.#sure("reset")) {
      this.copies.reset();
      this.#done("was_reset");
    }
  }

  /** @param {Copy} copy */
  async #remove(copy) {
    const name = this.copies.nameOf(copy);
    if (await this.#sure("delete", name)) {
      this.copies.remove(copy);
      this.#done("was_deleted", name);
      this.#focus();
    }
  }

  /** @param {string} title @param {string} value @param {string} yes @param {Copy[]} others */
  #name(title, value, yes, others) {
    const { t } = this;
    return named({
      title: t(title),
      label: t("name"),
      hint: t("name_hint"),
      value,
      taken: others.map((copy) => this.copies.nameOf(copy)),
      twice: t("name_taken"),
      yes: t(yes),
      no: t("cancel"),
    });
  }

  /** @param {string} what @param {string} [name] */
  #sure(what, name = this.copies.nameOf()) {
    const { t } = this;
    const title = t(`${what}_title`, { name });
    return confirmed({ title, text: t(`${what}_text`), yes: t(`${what}_yes`), no: t("cancel") });
  }

  #nextName() {
    const taken = new Set(this.copies.all.map((copy) => this.copies.nameOf(copy)));
    const names = [...taken, ""].map((_, index) => this.t("name_next", { number: index + 1 }));
    return names.find((name) => !taken.has(name)) ?? "";
  }

  /** @param {string} key @param {string} [name] */
  #done(key, name = this.copies.nameOf()) {
    this.changed();
    this.say(this.t(key, { name }));
  }
}
