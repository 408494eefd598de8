/**
 * The municipality that a form is filled in for, and what its own files have in the fields.
 *
 * @typedef {Readonly<Record<string, string>>} Facts  by field id
 */
import { recall } from "../device.js";

export class Municipality {
  /** What was put in for it; what differs from that is the reader's own. @type {Facts} */
  facts = {};
  #select;
  #told;
  #place;

  /** @param {FillForm} form */
  constructor(form) {
    const { fill, language, facts } = form.dataset;
    this.#select = form.querySelector("[data-municipality]");
    this.#told = form.querySelector("[data-told]");
    this.#place = { material: fill, language, facts };
  }

  /** Its name in addresses; "" while none is chosen, or where the form does not ask. */
  get slug() {
    return this.#select?.value ?? "";
  }

  /** Choose the one that the address names, or that was kept, or that the reader has chosen among the materials. @param {string} [kept] */
  begin(kept) {
    const known = new Set([...(this.#select?.options ?? [])].map(({ value }) => value));
    const asked = [...new URLSearchParams(location.search).values()].find((it) => known.has(it));
    const wanted = asked ?? kept ?? recall("municipality") ?? "";
    if (this.#select && known.has(wanted)) this.#select.value = wanted;
  }

  /** @param {() => void} chosen */
  onChange(chosen) {
    this.#select?.addEventListener("change", chosen);
  }

  /**
   * Get the facts about the one that is chosen, and say so. Gives nothing when they are not to be had, or another was
   * chosen in the meantime.
   * @param {import("../checklist/dom.js").Words} t
   * @returns {Promise<{before: Facts, facts: Facts} | undefined>}
   */
  async learn(t) {
    const { slug } = this;
    const { material, language, facts: address } = this.#place;
    let facts;
    try {
      facts = slug ? await factsAbout(address.replace("*", slug), material, language) : {};
    } catch {
      this.#told.textContent = t("unknown");
      return undefined;
    }
    if (slug !== this.slug) return undefined;
    const before = this.facts;
    this.facts = facts;
    if (this.#told) this.#told.textContent = slug && t("known", { municipality: this.#select?.selectedOptions[0].textContent });
    return { before, facts };
  }

  forget() {
    if (this.#select) this.#select.value = "";
    this.#told?.replaceChildren();
    this.facts = {};
  }
}

/**
 * What a municipality's own files have in the fields of a material.
 * @param {string} address @param {string} material @param {string} language
 * @returns {Promise<Facts>}
 */
async function factsAbout(address, material, language) {
  const response = await fetch(address);
  if (!response.ok) throw new TypeError(`${response.status} ${address}`);
  return (await response.json())[material]?.[language] ?? {};
}
