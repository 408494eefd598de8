/**
 * The list as the server wrote it, with the ticks, notes and marks of the reader's copy put on it.
 *
 * @typedef {import("./copies.js").Copies} Copies
 * @typedef {import("./dom.js").Words} Words
 *
 * @typedef {{id: string, said: string[], role: string, element: ItemElement, box: HTMLInputElement}} Item
 * @typedef {{title: string, items: Item[], bar: HTMLProgressElement, text: HTMLElement, place: HTMLElement}} Section
 */
import { inWords, isDate } from "../dates.js";
import { h } from "./dom.js";

export class List {
  /**
   * @param {ChecklistElement} root
   * @param {Words} t
   * @param {string} language
   */
  constructor(root, t, language) {
    this.t = t;
    this.language = language;
    this.items = [...root.querySelectorAll("[data-item]")].map((element) => ({
      id: element.dataset.item,
      said: element.dataset.said.split(" "),
      role: element.dataset.role,
      element,
      box: element.querySelector("input[type=checkbox]"),
    }));
    this.fields = [...root.querySelectorAll("[data-field]")].map((element) => ({
      id: element.dataset.field,
      control: element.querySelector("input, textarea, select"),
      choices: [...element.querySelectorAll("[data-choice]")],
      paper: element.querySelector(".on-paper") ?? element.appendChild(h("span", { class: "on-paper", "aria-hidden": "true" })),
    }));
    this.sections = [...root.querySelectorAll("[data-section]")].map((element) => this.#section(element));
  }

  /** The marks of what the items say, by their ids. */
  get said() {
    return new Map(this.items.map(({ id, said }) => [id, said]));
  }

  /** The roles of the list, in its order, with their words. @returns {Map<string, string>} */
  get roles() {
    const special = this.items.filter((item) => item.role !== "everyone");
    return new Map(special.map((item) => [item.role, item.element.querySelector(".tag")?.textContent ?? item.role]));
  }

  /**
   * Call `tick(id, done)` and `note(id, text)` when the reader does something.
   * @param {{tick: (id: string, done: boolean) => void, note: (id: string, text: string) => void}} calls
   */
  listen({ tick, note }) {
    for (const { id, box } of this.items) {
      box.addEventListener("change", () => tick(id, box.checked));
    }
    for (const { id, control } of this.fields) {
      const text = () => (control.type === "checkbox" ? (control.checked ? "x" : "") : control.value);
      control.addEventListener("input", () => note(id, text()));
    }
  }

  /** Show the current copy. @param {Copies} copies */
  show(copies) {
    const { notes } = copies.current;
    for (const { id, box } of this.items) {
      box.checked = copies.isDone(id);
    }
    for (const { id, control } of this.fields) {
      const text = notes[id] ?? "";
      if (control.type === "checkbox") {
        control.checked = text !== "";
      } else if (control.value !== text) {
        control.value = text;
      }
    }
    this.mark(copies);
  }

  /**
   * Show what follows from the copy: marks, the chosen role, progress, and the paper's side of the fields.
   * @param {Copies} copies
   */
  mark(copies) {
    const fresh = new Set(copies.fresh);
    const changed = new Set(copies.changed);
    for (const { id, role, element } of this.items) {
      element.hidden = !this.#shown(role, copies.role);
      badge(element, (changed.has(id) && this.t("changed")) || (fresh.has(id) && this.t("new")));
    }
    for (const { control, choices, paper } of this.fields) {
      grow(control);
      for (const choice of choices) choice.classList.toggle("chosen", choice.dataset.choice === control.value);
      if (!choices.length) paper.textContent = this.#written(control);
    }
    for (const section of this.sections) {
      this.#progress(section, copies);
    }
  }

  /**
   * Count the items that are shown, and those that are done; in one section or in all.
   * @param {Copies} copies
   * @param {Item[]} [within]
   */
  count(copies, within = this.items) {
    const shown = within.filter((item) => this.#shown(item.role, copies.role));
    return { done: shown.filter((item) => copies.isDone(item.id)).length, all: shown.length };
  }

  /**
   * The section an item stands in.
   * @param {string} id
   */
  sectionOf(id) {
    return /** @type {Section} */ (this.sections.find(({ items }) => items.some((item) => item.id === id)));
  }

  /**
   * What stands in a field, as one writes it on paper.
   * @param {FieldControl} control
   */
  #written(control) {
    if (control.type === "date") {
      return isDate(control.value) ? inWords(control.value, this.language) : "";
    }
    return control.type === "checkbox" ? "" : control.value;
  }

  /** @param {string} role @param {string} wanted */
  #shown(role, wanted) {
    return !wanted || role === "everyone" || role === wanted;
  }

  /** @param {HTMLElement} element @returns {Section} */
  #section(element) {
    const items = this.items.filter((item) => element.contains(item.element));
    const heading = element.querySelector("h2");
    const title = (heading?.firstChild?.textContent ?? "").trim();
    const bar = h("progress", { max: items.length, value: 0, "aria-label": title });
    const text = h("span");
    const place = h("p", { class: "progress", hidden: !items.length }, bar, text);
    heading?.after(place);
    return { title, items, bar, text, place };
  }

  /** @param {Section} section @param {Copies} copies */
  #progress({ items, bar, text, place }, copies) {
    if (!items.length) {
      return;
    }
    const { done, all } = this.count(copies, items);
    bar.max = Math.max(all, 1);
    bar.value = done;
    bar.hidden = !all;
    text.textContent = all ? this.t("progress", { done, all }) : this.t("role_none");
    place.classList.toggle("empty", !all);
    place.classList.toggle("complete", all > 0 && done === all);
  }
}

/**
 * Put a small mark after an item's text, or take it away.
 * @param {ItemElement} element @param {string | false} text
 */
function badge(element, text) {
  const found = element.querySelector(".badge-new");
  if (!text) {
    found?.remove();
  } else if (found) {
    found.textContent = text;
  } else {
    element.querySelector(".item-text").append(" ", h("strong", { class: "badge-new" }, text));
  }
}

/**
 * Let a text box be as tall as what is written in it.
 * @param {FieldControl} control
 */
function grow(control) {
  if (control.tagName === "TEXTAREA") {
    control.style.height = "auto";
    control.style.height = `${control.scrollHeight + control.offsetHeight - control.clientHeight}px`;
  }
}
