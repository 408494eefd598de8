/**
 * »Udfyld her«: a material's fields as a form, and the file made of it in the browser. Nothing is sent, and nothing is
 * kept unless the reader asks for it. Without this script the page leads to the blank file.
 */
import { confirmed } from "./checklist/dialogs.js";
import { h, words } from "./checklist/dom.js";
import { device, recall } from "./device.js";
import { Fields } from "./form/fields.js";
import { Maker } from "./form/maker.js";
import { Memory } from "./form/memory.js";
import { withFacts, written } from "./form/rules.js";
import { Steps } from "./form/steps.js";
import { ask } from "./question.js";

/** @typedef {import("./form/fields.js").Field} Field */

const root = document.querySelector("[data-fill]");
const given = document.getElementById("form-texts");

if (root && given) {
  begin(root, JSON.parse(given.textContent));
}

/**
 * @param {FillForm} form
 * @param {Record<string, string>} texts
 */
function begin(form, texts) {
  const t = words(texts);
  const { fill: material, language, facts: place } = form.dataset;
  const fields = new Fields(form);
  const steps = new Steps();
  const memory = new Memory(new URL("../../../", import.meta.url).pathname + material);
  const buttons = [...form.querySelectorAll("[data-make]")];
  const maker = new Maker();
  const files = buttons.map(({ dataset }) => ({ format: dataset.make, address: dataset.blank, isPair: "pair" in dataset }));
  const municipality = form.querySelector("[data-municipality]");
  const one = form.querySelector("[data-single]");
  const remember = form.querySelector("[data-remember]");
  const summary = form.querySelector("[data-errors]");
  const said = form.querySelector("[data-said]");
  /** What was put in for the municipality; what differs from it is the reader's own. @type {Record<string, string>} */
  let facts = {};
  /** Whether something stands in the form that would be lost with the page. */
  let unsaved = false;

  function show() {
    const { asked, count } = fields;
    if (!steps.isAtEnd && !steps.number(asked)) steps.goTo(asked[0]?.id ?? "");
    fields.show(steps.shown(asked));
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

  function keep() {
    const state = memory.keep({ values: fields.values, municipality: municipality?.value ?? "" });
    remember.checked = memory.wanted;
    form.querySelector("[data-remembered]").textContent = state && t(state);
    if (memory.waits) ask();
    else if (state === "kept") unsaved = false;
  }

  /** Say what is wrong with these fields, and put the reader there. Gives whether anything is. @param {readonly Field[]} checked */
  function refuse(checked) {
    const found = fields.mistakes(checked);
    fields.tell(checked, found, ({ fault }, label) => t(fault, { field: label }));
    return found;
  }

  /** @param {Field} field */
  function goTo(field) {
    if (steps.on) steps.goTo(field.id);
    show();
    field.control.focus();
  }

  function summarise() {
    const { asked } = fields;
    const found = refuse(asked);
    const wrong = asked.filter(({ id }) => found.some((mistake) => mistake.id === id));
    const links = wrong.map((field) => {
      const link = h("a", { href: `#${field.control.id}` }, field.error.textContent);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        goTo(field);
      });
      return h("li", {}, link);
    });
    summary.querySelector("ul").replaceChildren(...links);
    summary.hidden = !links.length;
    if (links.length) summary.focus();
    return !links.length;
  }

  /** @param {FillButton} button */
  async function make({ dataset }) {
    said.textContent = "";
    if (!summarise()) return;
    said.textContent = t("making");
    try {
      const file = await maker.make({ format: dataset.make, address: dataset.blank }, written(fields.asked, fields.values), { choices: fields.choices });
      const href = URL.createObjectURL(file);
      h("a", { href, download: dataset.name }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
      said.textContent = t("made", { name: dataset.name });
      unsaved = false;
    } catch {
      said.textContent = t("failed");
    }
  }

  function next() {
    const [field] = steps.shown(fields.asked);
    if (!field || refuse([field]).length) {
      field?.control.focus();
      return;
    }
    steps.next(fields.asked);
    turned();
  }

  /** Put the reader at what is shown now. */
  function turned() {
    show();
    const [field] = steps.shown(fields.asked);
    if (steps.isAtEnd) form.querySelector("[data-end-part] h2").focus();
    else field?.control.focus();
  }

  async function know() {
    const told = form.querySelector("[data-told]");
    const slug = municipality?.value ?? "";
    let found = {};
    try {
      if (slug) found = await factsAbout(place.replace("*", slug), material, language);
    } catch {
      told.textContent = t("unknown");
      return;
    }
    if (slug !== municipality?.value) return; // another one was chosen in the meantime
    fields.write(withFacts(fields.values, facts, found));
    facts = found;
    told.textContent = slug && t("known", { municipality: municipality.selectedOptions[0].textContent });
    show();
  }

  /** @param {import("./form/rules.js").Values} [values] */
  function empty(values = facts) {
    fields.write(values);
    fields.tell(fields.all, [], () => "");
    summary.hidden = true;
    said.textContent = "";
    unsaved = false;
    if (steps.on) steps.goTo(fields.asked[0]?.id ?? "");
    show();
  }

  function forget() {
    memory.forget();
    keep();
    if (municipality) municipality.value = "";
    form.querySelectorAll("[data-told]").forEach((it) => it.replaceChildren());
    facts = {};
    empty();
  }

  async function clear() {
    const { clear_title: title, clear_text: text, clear_yes: yes, cancel: no } = texts;
    if (!(await confirmed({ title, text, yes, no }))) return;
    memory.forget();
    keep();
    empty();
    said.textContent = t("cleared");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!steps.isAtEnd) next();
  });
  form.addEventListener("input", ({ target }) => {
    const field = fields.of(target);
    if (!field) return;
    unsaved = true;
    maker.prepare(files.filter(({ isPair }) => !isPair));
    if (field.control.hasAttribute("aria-invalid")) refuse([field]);
    show();
    keep();
  });
  one.addEventListener("change", () => {
    steps.start(one.checked, fields.asked[0]?.id);
    show();
    steps.shown(fields.asked)[0]?.element.scrollIntoView({ block: steps.on ? "center" : "nearest" });
  });
  remember.addEventListener("change", () => {
    if (remember.checked) memory.wanted = true;
    else memory.forget();
    unsaved = fields.count.done > 0;
    keep();
  });
  municipality?.addEventListener("change", () => know().then(keep));
  for (const button of buttons) button.addEventListener("click", () => make(button));
  for (const [selector, action] of /** @type {const} */ ([
    ["[data-back]", () => steps.back(fields.asked)],
    ["[data-back-to-form]", () => steps.back(fields.asked)],
    ["[data-end]", () => steps.end()],
  ])) {
    form.querySelector(selector).addEventListener("click", () => {
      action();
      turned();
    });
  }
  form.querySelector("[data-clear-form]").addEventListener("click", clear);
  addEventListener("answered", () => {
    keep();
    readyOffline();
  });
  addEventListener("wiped", forget);
  addEventListener("beforeunload", (event) => unsaved && event.preventDefault());
  // A page that comes back out of the browser's memory shows what its last reader wrote: only where that is the same one.
  addEventListener("pageshow", (event) => event.persisted && device() !== "own" && forget());

  /** On the reader's own device the page works without a network, so what makes the files is there from the beginning. */
  function readyOffline() {
    if (device() === "own") maker.prepareWhole(files).then(() => dispatchEvent(new Event("fetched")), () => {});
  }

  const draft = memory.recall();
  if (municipality) choose(municipality, draft?.municipality);
  remember.checked = memory.wanted;
  if (draft) fields.write(draft.values);
  show();
  know().then(keep);
  readyOffline();
}

/**
 * Choose the municipality that the address names, or that was kept, or that the reader has chosen among the materials.
 * @param {HTMLSelectElement} select @param {string} [kept]
 */
function choose(select, kept) {
  const known = new Set([...select.options].map(({ value }) => value));
  const asked = [...new URLSearchParams(location.search).values()].find((it) => known.has(it));
  const wanted = asked ?? kept ?? recall("municipality") ?? "";
  if (known.has(wanted)) select.value = wanted;
}

/**
 * What a municipality's own files have in the fields of a material.
 * @param {string} address @param {string} material @param {string} language
 * @returns {Promise<Record<string, string>>}
 */
async function factsAbout(address, material, language) {
  const response = await fetch(address);
  if (!response.ok) throw new TypeError(`${response.status} ${address}`);
  return (await response.json())[material]?.[language] ?? {};
}
