/**
 * »Udfyld her«: a material's fields as a form, and the file made of it in the browser. Nothing is sent, and nothing is
 * kept unless the reader asks for it. Without this script the page leads to the blank file.
 */
import { confirmed } from "./checklist/dialogs.js";
import { h, words } from "./checklist/dom.js";
import { device } from "./device.js";
import { Fields } from "./form/fields.js";
import { Maker } from "./form/maker.js";
import { Memory } from "./form/memory.js";
import { Mistakes } from "./form/mistakes.js";
import { Municipality } from "./form/municipality.js";
import { showProgress } from "./form/progress.js";
import { withFacts, written } from "./form/rules.js";
import { Steps } from "./form/steps.js";
import { withPlace } from "./moved_files.js";
import { ask } from "./question.js";

/** @typedef {import("./form/fields.js").Field} Field */

class Form {
  #form;
  #texts;
  #t;
  #months;
  #fields;
  #memory;
  #mistakes;
  #municipality;
  #said;
  #remember;
  #steps = new Steps();
  #maker = new Maker();
  /** Whether something stands in the form that would be lost with the page. */
  #unsaved = false;

  /**
   * @param {FillForm} form
   * @param {Record<string, string>} texts
   * @param {Record<string, string[]>} months  how a day of each month is written, by language
   */
  constructor(form, texts, months) {
    this.#form = form;
    this.#texts = texts;
    this.#months = months;
    this.#t = words(texts);
    this.#fields = new Fields(form);
    this.#memory = new Memory(new URL("../../../", import.meta.url).pathname + form.dataset.fill);
    this.#mistakes = new Mistakes(form, this.#fields, this.#t);
    this.#municipality = new Municipality(form);
    this.#said = form.querySelector("[data-said]");
    this.#remember = form.querySelector("[data-remember]");
  }

  /** Show the form as it was kept, and listen. */
  begin() {
    const draft = this.#memory.recall();
    this.#municipality.begin(draft?.municipality);
    if (draft) this.#fields.write(draft.values);
    this.#listenToForm();
    this.#listenToSteps();
    this.#listenToPage();
    this.#show();
    this.#learn();
    this.#readyOffline();
  }

  #listenToForm() {
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.#steps.isAtEnd) this.#next();
    });
    this.#form.addEventListener("input", ({ target }) => this.#typed(this.#fields.of(target)));
    this.#remember.addEventListener("change", () => this.#wish());
    this.#municipality.onChange(() => this.#learn());
    for (const button of this.#buttons) button.addEventListener("click", () => this.#make(button));
    this.#form.querySelector("[data-clear-form]").addEventListener("click", () => this.#clear());
  }

  #listenToSteps() {
    const one = this.#form.querySelector("[data-single]");
    one.addEventListener("change", () => {
      this.#steps.start(one.checked, this.#fields.asked[0]?.id);
      this.#show();
      this.#current?.element.scrollIntoView({ block: this.#steps.on ? "center" : "nearest" });
    });
    for (const [selector, action] of /** @type {const} */ ([
      ["[data-back]", () => this.#steps.back(this.#fields.asked)],
      ["[data-back-to-form]", () => this.#steps.back(this.#fields.asked)],
      ["[data-end]", () => this.#steps.end()],
    ])) {
      this.#form.querySelector(selector).addEventListener("click", () => {
        action();
        this.#turned();
      });
    }
  }

  #listenToPage() {
    addEventListener("answered", () => {
      this.#keep();
      this.#readyOffline();
    });
    addEventListener("wiped", () => this.#forget());
    addEventListener("beforeunload", (event) => this.#unsaved && event.preventDefault());
    // A page that comes back out of the browser's memory shows what its last reader wrote: only where that is the same one.
    addEventListener("pageshow", (event) => event.persisted && device() !== "own" && this.#forget());
  }

  get #buttons() {
    return [...this.#form.querySelectorAll("[data-make]")];
  }

  /** The field that is shown, the first one where all are. */
  get #current() {
    return this.#steps.shown(this.#fields.asked)[0];
  }

  #show() {
    const { asked } = this.#fields;
    if (!this.#steps.isAtEnd && !this.#steps.number(asked)) this.#steps.goTo(asked[0]?.id ?? "");
    this.#fields.show(this.#steps.shown(asked));
    showProgress(this.#form, this.#steps, this.#fields, this.#t);
  }

  /** @param {Field} [field] */
  #typed(field) {
    if (!field) return;
    this.#unsaved = true;
    this.#maker.prepare(this.#files.filter(({ isPair }) => !isPair));
    if (field.control.hasAttribute("aria-invalid")) this.#mistakes.tell([field]);
    this.#show();
    this.#keep();
  }

  // Files.

  get #files() {
    return this.#buttons.map(({ dataset }) => ({ format: dataset.make, address: dataset.blank, isPair: "pair" in dataset }));
  }

  /** @param {FillButton} button */
  async #make({ dataset }) {
    this.#said.textContent = "";
    if (this.#mistakes.summarise(this.#fields.asked, (field) => this.#goTo(field))) return;
    this.#said.textContent = this.#t("making");
    try {
      const name = withPlace(dataset.name, this.#municipality.slug);
      save(await this.#file(dataset), name);
      this.#said.textContent = this.#t("made", { name });
      this.#unsaved = false;
    } catch {
      this.#said.textContent = this.#t("failed");
    }
  }

  /** @param {FillButton["dataset"]} dataset */
  #file({ make: format, blank: address, written: language }) {
    const { asked, values, choices, dates: ids } = this.#fields;
    return this.#maker.make({ format, address }, written(asked, values), { choices, days: { ids, months: this.#months[language] } });
  }

  /** On the reader's own device the page works without a network, so what makes the files is there from the beginning. */
  #readyOffline() {
    if (device() === "own") this.#maker.prepareWhole(this.#files).then(() => dispatchEvent(new Event("fetched")), () => {});
  }

  // The way through the fields.

  /** @param {Field} field */
  #goTo(field) {
    if (this.#steps.on) this.#steps.goTo(field.id);
    this.#show();
    field.control.focus();
  }

  #next() {
    const field = this.#current;
    if (!field || this.#mistakes.tell([field])) {
      field?.control.focus();
      return;
    }
    this.#steps.next(this.#fields.asked);
    this.#turned();
  }

  /** Put the reader at what is shown now. */
  #turned() {
    this.#show();
    if (this.#steps.isAtEnd) this.#form.querySelector("[data-end-part] h2").focus();
    else this.#current?.control.focus();
  }

  // What is known, kept and thrown away.

  async #learn() {
    const known = await this.#municipality.learn(this.#t);
    if (known) this.#fields.write(withFacts(this.#fields.values, known.before, known.facts));
    if (known) this.#show();
    this.#keep();
  }

  #keep() {
    const state = this.#memory.keep({ values: this.#fields.values, municipality: this.#municipality.slug });
    this.#remember.checked = this.#memory.wanted;
    this.#form.querySelector("[data-remembered]").textContent = state && this.#t(state);
    if (this.#memory.waits) ask();
    else if (state === "kept") this.#unsaved = false;
  }

  /** The reader wants the form to be remembered, or no longer. */
  #wish() {
    if (this.#remember.checked) this.#memory.wanted = true;
    else this.#memory.forget();
    this.#unsaved = this.#fields.count.done > 0;
    this.#keep();
  }

  async #clear() {
    const { clear_title: title, clear_text: text, clear_yes: yes, cancel: no } = this.#texts;
    if (!(await confirmed({ title, text, yes, no }))) return;
    this.#memory.forget();
    this.#keep();
    this.#empty();
    this.#said.textContent = this.#t("cleared");
  }

  #forget() {
    this.#memory.forget();
    this.#keep();
    this.#municipality.forget();
    this.#empty();
  }

  /** Leave nothing in the fields but what is known of the municipality. */
  #empty() {
    this.#fields.write(this.#municipality.facts);
    this.#mistakes.clear();
    this.#said.textContent = "";
    this.#unsaved = false;
    if (this.#steps.on) this.#steps.goTo(this.#fields.asked[0]?.id ?? "");
    this.#show();
  }
}

/** Give the reader a file. @param {Blob} file @param {string} name */
function save(file, name) {
  const href = URL.createObjectURL(file);
  h("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

const root = document.querySelector("[data-fill]");
const [texts, days] = ["form-texts", "form-days"].map((id) => document.getElementById(id)?.textContent);
if (root && texts && days) new Form(root, JSON.parse(texts), JSON.parse(days)).begin();
