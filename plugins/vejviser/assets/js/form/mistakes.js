/**
 * What is wrong with a form, in words: beside each field, and all of it above the form with the way to each.
 *
 * @typedef {import("./fields.js").Field} Field
 * @typedef {import("./fields.js").Fields} Fields
 */
import { h } from "../checklist/dom.js";

export class Mistakes {
  #fields;
  #summary;
  #t;

  /** @param {FillForm} form @param {Fields} fields @param {import("../checklist/dom.js").Words} t */
  constructor(form, fields, t) {
    this.#fields = fields;
    this.#summary = form.querySelector("[data-errors]");
    this.#t = t;
  }

  /** Say what is wrong with these fields beside them. Gives whether anything is. @param {readonly Field[]} checked */
  tell(checked) {
    const found = this.#fields.mistakes(checked);
    this.#fields.tell(checked, found, ({ fault }, label) => this.#t(fault, { field: label }));
    return found.length > 0;
  }

  /**
   * Say all that is wrong, and put the reader there. Gives whether anything is.
   * @param {readonly Field[]} asked
   * @param {(field: Field) => void} goTo  what leads to a field
   */
  summarise(asked, goTo) {
    this.tell(asked);
    const wrong = asked.filter(({ error }) => error.textContent);
    this.#summary.querySelector("ul").replaceChildren(...wrong.map((field) => h("li", {}, way(field, () => goTo(field)))));
    this.#summary.hidden = !wrong.length;
    if (wrong.length) this.#summary.focus();
    return wrong.length > 0;
  }

  /** Say nothing any more. */
  clear() {
    this.#fields.tell(this.#fields.all, [], () => "");
    this.#summary.hidden = true;
  }
}

/** @param {Field} field @param {() => void} go */
function way({ control, error }, go) {
  const link = h("a", { href: `#${control.id}` }, error.textContent ?? "");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });
  return link;
}
