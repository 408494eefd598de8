/** How far one is in a form: the step one is at, the files at its end, and how much is written. */

/**
 * Show it.
 * @param {FillForm} form
 * @param {import("./steps.js").Steps} steps
 * @param {import("./fields.js").Fields} fields
 * @param {import("../checklist/dom.js").Words} t
 */
export function showProgress(form, steps, { asked, count }, t) {
  const number = steps.number(asked);
  form.querySelector("[data-steps]").hidden = steps.isAtEnd;
  form.querySelector("[data-end-part]").hidden = !steps.isAtEnd;
  form.querySelector("[data-back-to-form]").hidden = !steps.on;
  form.querySelector("[data-back]").disabled = number === 1;
  form.querySelector("[data-next-step]").textContent = t(number === asked.length ? "last" : "next");
  form.querySelector("[data-step-text]").textContent = t("step", { number, all: asked.length });
  Object.assign(form.querySelector("[data-steps] progress"), { max: Math.max(1, asked.length), value: number });
  form.querySelector("[data-count]").textContent = t("written", { ...count });
}
