/**
 * »Gem en kopi« and »Læs en kopi ind«: all that is kept on the device as one file, and back again.
 *
 * @typedef {import("../checklist/dom.js").Words} Words
 * @typedef {import("./backup.js").Content} Content
 * @typedef {import("./backup.js").File} File
 */
import { confirmed } from "../checklist/dialogs.js";
import { h } from "../checklist/dom.js";
import { inWords, isDate } from "../dates.js";
import { device } from "../device.js";
import { ask } from "../question.js";
import { content, CopyError, LARGEST, opened, written } from "./backup.js";
import { offer } from "./calendar.js";
import { todayHere } from "./card.js";
import { everything, replaceAll } from "./everything.js";
import { together } from "./merge.js";
import { saveForOffline, savedPages } from "./saved_pages.js";

/** What is said of a file that cannot be read in. @type {Record<string, string>} */
const TROUBLES = {
  "not-ours": "copy_not_ours",
  newer: "copy_newer",
  damaged: "copy_damaged",
  password: "copy_password_wrong",
  "other-portal": "copy_other_portal",
};

export class CopyPanel {
  /**
   * @param {{portal: string, t: Words, language: string, changed: () => void}} parts  `changed` reads all anew
   */
  constructor({ portal, t, language, changed }) {
    this.portal = portal;
    this.t = t;
    this.language = language;
    this.changed = changed;
    this.said = h("p", { class: "said", role: "status" });
    this.password = this.#passwordField("copy-password", () => this.#save());
    this.unlock = this.#passwordField("copy-unlock", () => this.#unlock());
    this.file = h("input", { id: "copy-file", type: "file", accept: ".json,application/json", onchange: () => this.#choose() });
    this.locked = h(
      "div",
      { class: "match-fields", hidden: true },
      h("label", { for: this.unlock.id }, t("copy_unlock")),
      this.unlock,
      h("p", { class: "buttons" }, this.#button("copy_open", () => this.#unlock())),
    );
    this.found = h("div", { class: "copy-found", tabindex: -1, hidden: true });
    this.element = h(
      "section",
      { class: "match-copy", "aria-labelledby": "match-copy" },
      h("h2", { id: "match-copy" }, t("copy_title")),
      h("p", {}, t("copy_text")),
      h(
        "div",
        { class: "match-fields" },
        h("label", { for: this.password.id }, t("copy_password")),
        h("p", { class: "hint", id: "copy-password-hint" }, t("copy_password_hint")),
        this.password,
        h("p", { class: "buttons" }, this.#button("copy_save", () => this.#save(), "primary")),
      ),
      h(
        "div",
        { class: "match-fields" },
        h("label", { for: this.file.id }, t("copy_read")),
        h("p", { class: "hint", id: "copy-file-hint" }, t("copy_read_hint")),
        this.file,
        this.locked,
        this.found,
      ),
      this.said,
      h("p", { class: "buttons" }, h("button", { type: "button", "data-wipe": true }, document.querySelector("[data-wipe]").textContent)),
    );
    this.password.setAttribute("aria-describedby", "copy-password-hint");
    this.file.setAttribute("aria-describedby", "copy-file-hint");
  }

  /** Let go of what has been typed and chosen, because the reader has deleted everything. */
  drop() {
    this.password.value = "";
    this.said.textContent = "";
    this.#close();
  }

  async #save() {
    const { t, portal } = this;
    this.said.textContent = t("copy_working");
    try {
      const saved = (await savedPages()).map(({ path }) => path);
      const text = await written({ kept: everything(), saved }, { portal, made: todayHere(), password: this.password.value });
      offer(text, "application/json", `${t("copy_file")}-${todayHere()}.json`);
      this.said.textContent = t(this.password.value ? "copy_saved_locked" : "copy_saved");
      this.password.value = "";
    } catch {
      this.said.textContent = t("copy_impossible");
    }
  }

  async #choose() {
    const [file] = this.file.files ?? [];
    this.locked.hidden = this.found.hidden = true;
    this.said.textContent = "";
    if (!file) return;
    await this.#trying(async () => {
      if (file.size > LARGEST) throw new CopyError("not-ours");
      this.opened = await opened(await file.text(), this.portal);
      if (this.opened.lock) {
        this.locked.hidden = false;
        this.unlock.focus();
        this.said.textContent = this.t("copy_is_locked");
      } else {
        this.#show(await content(this.opened));
      }
    });
  }

  async #unlock() {
    const { opened: file } = this;
    if (!file) return;
    this.said.textContent = this.t("copy_working");
    await this.#trying(async () => {
      const found = await content(file, this.unlock.value);
      this.locked.hidden = true;
      this.unlock.value = "";
      this.#show(found);
    });
  }

  /** Say in words why a file cannot be read. Nothing has been changed then. @param {() => Promise<void>} action */
  async #trying(action) {
    try {
      await action();
    } catch (error) {
      const trouble = error instanceof CopyError ? error.message : "impossible";
      this.said.textContent = this.t(TROUBLES[trouble] ?? "copy_impossible");
      if (trouble === "password") this.unlock.select();
    }
  }

  /** Say what is in the file, and ask what is to be done with it. @param {Content} found */
  #show(found) {
    const { t, language } = this;
    const made = this.opened?.made ?? "";
    const count = (/** @type {string} */ start) => Object.keys(found.kept).filter((name) => name.startsWith(start)).length;
    const lists = Object.keys(found.kept).filter((name) => /^checklist:.*:/.test(name)).length;
    const numbers = { matches: count("match:"), lists, pages: found.saved.length };
    const empty = !Object.keys(everything()).length;
    const buttons = empty
      ? [this.#button("copy_take", () => this.#take(found, false), "primary")]
      : [
          this.#button("copy_merge", () => this.#take(found, true), "primary"),
          this.#button("copy_replace", () => this.#replace(found)),
        ];
    this.said.textContent = "";
    this.found.hidden = false;
    this.found.replaceChildren(
      h("p", {}, h("strong", {}, t("copy_from", { day: isDate(made) ? inWords(made, language) : made })), " ", t("copy_holds", numbers)),
      ...(empty ? [] : [h("p", {}, t("copy_choose"))]),
      h("p", { class: "buttons" }, ...buttons, this.#button("cancel", () => this.#close())),
    );
    this.found.focus();
  }

  /** @param {Content} found */
  async #replace(found) {
    const { t } = this;
    const sure = { title: t("copy_replace_title"), text: t("copy_replace_text"), yes: t("copy_replace_yes"), no: t("cancel") };
    if (await confirmed(sure)) await this.#take(found, false);
  }

  /** @param {Content} found @param {boolean} merge */
  async #take({ kept, saved }, merge) {
    if (!device()) {
      this.said.textContent = this.t("copy_answer_first");
      addEventListener("answered", () => this.#take({ kept, saved }, merge), { once: true });
      ask();
      return;
    }
    const problem = replaceAll(merge ? together(everything(), kept) : kept);
    this.#close();
    this.changed();
    this.said.textContent = this.t(problem ? "copy_full" : "copy_taken");
    if (!problem && saved.length && device() === "own") await this.#fetch(saved);
  }

  /** Save the pages again that were saved. @param {string[]} paths */
  async #fetch(paths) {
    const done = await Promise.all(paths.map((path) => saveForOffline(path, true).catch(() => false)));
    this.changed();
    if (done.includes(false)) this.said.textContent = `${this.t("copy_taken")} ${this.t("copy_pages_missing")}`;
  }

  #close() {
    this.file.value = "";
    this.unlock.value = "";
    this.opened = undefined;
    this.locked.hidden = this.found.hidden = true;
    this.found.replaceChildren();
  }

  /** @param {string} key @param {() => void} onclick @param {string} [kind] */
  #button(key, onclick, kind) {
    return h("button", { type: "button", class: kind, onclick }, this.t(key));
  }

  /** @param {string} id @param {() => void} entered */
  #passwordField(id, entered) {
    const field = h("input", { id, type: "password", autocomplete: "off" });
    field.addEventListener("keydown", ({ key }) => key === "Enter" && entered());
    return field;
  }
}
