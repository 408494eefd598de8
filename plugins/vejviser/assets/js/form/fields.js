/**
 * The fields of a form as they stand on the page.
 *
 * @typedef {import("./rules.js").Field} Rule
 * @typedef {import("./rules.js").Values} Values
 * @typedef {import("./rules.js").Mistake} Mistake
 * @typedef {Rule & {element: FillField, control: FillControl, label: string, error: HTMLElement}} Field
 */
import { numbersLike } from "../digits.js";
import { askedFor, isFilled, mistakes } from "./rules.js";

export class Fields {
  /** @type {readonly Field[]} */
  all;
  #groups;
  #numbers;

  /** @param {FillForm} form */
  constructor(form) {
    this.#numbers = numbersLike(form.dataset.numbers);
    this.#groups = [...form.querySelectorAll("[data-group]")];
    this.all = [...form.querySelectorAll("[data-field]")].map((element) => ({
      id: element.dataset.field,
      type: element.dataset.type,
      required: "required" in element.dataset,
      needs: element.dataset.needs,
      answer: element.dataset.answer,
      element,
      control: element.querySelector("input, textarea, select"),
      label: element.querySelector("[data-label]").textContent.trim(),
      error: element.querySelector("[data-error]"),
    }));
  }

  /** What is written now. @returns {Values} */
  get values() {
    const found = this.all.map(({ id, control }) => [id, control.type === "checkbox" ? control.checked : control.value]);
    return Object.fromEntries(found);
  }

  /** The fields whose condition holds. */
  get asked() {
    return askedFor(this.all, this.values);
  }

  /** The answers of every choice, in their order, as an OpenDocument file wants them: it knows only their words. */
  get choices() {
    const lists = this.all.filter(({ type }) => type === "choice");
    return Object.fromEntries(
      lists.map(({ id, control }) => [id, [...(control.options ?? [])].map(({ value }) => value).filter(Boolean)]),
    );
  }

  /** The ids of the fields in which a day stands. */
  get dates() {
    return this.all.filter(({ type }) => type === "date").map(({ id }) => id);
  }

  /** How many of the fields that are asked for are filled in. */
  get count() {
    const { asked, values } = this;
    return { done: asked.filter(({ id }) => isFilled(values[id])).length, all: asked.length };
  }

  /** Write into the fields; one that the form does not have is left out. @param {Values} values */
  write(values) {
    for (const { id, control } of this.all) {
      const value = values[id] ?? "";
      if (control.type === "checkbox") control.checked = value === true;
      else if (control.value !== String(value)) control.value = String(value);
    }
  }

  /** What is wrong with these fields. @param {readonly Field[]} [fields] @returns {Mistake[]} */
  mistakes(fields = this.asked) {
    const unread = fields.filter(({ control }) => control.validity.badInput).map(({ id }) => id);
    return mistakes(fields, this.values, new Set(unread), this.#numbers);
  }

  /**
   * Say beside each of `fields` what is wrong with it, and nothing beside what is right.
   * @param {readonly Field[]} fields
   * @param {readonly Mistake[]} found
   * @param {(mistake: Mistake, label: string) => string} say
   */
  tell(fields, found, say) {
    for (const field of fields) {
      const mistake = found.find(({ id }) => id === field.id);
      field.error.textContent = mistake ? say(mistake, field.label) : "";
      if (mistake) field.control.setAttribute("aria-invalid", "true");
      else field.control.removeAttribute("aria-invalid");
    }
  }

  /** Show these fields and the headings above them, and no others. @param {readonly Field[]} shown */
  show(shown) {
    for (const field of this.all) field.element.hidden = !shown.includes(field);
    for (const group of this.#groups) {
      group.hidden = !this.all.some(({ element }) => !element.hidden && group.contains(element));
    }
  }

  /** @param {EventTarget | null} target */
  of(target) {
    return this.all.find(({ control }) => control === target);
  }
}
