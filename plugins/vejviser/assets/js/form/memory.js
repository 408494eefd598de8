/**
 * What is written in a form, kept on the device only where the reader has asked for it and has said that the device is
 * their own. On a shared one nothing is kept, not in the tab either: docs/adr/0075-what-the-device-keeps.md
 *
 * @typedef {import("./rules.js").Values} Values
 * @typedef {{values: Values, municipality: string}} Draft
 * @typedef {"" | "kept" | "shared" | "refused"} State  what became of the reader's wish; "" while there is none
 */
import { device, forget, keep, recall, refused } from "../device.js";

export class Memory {
  /** Whether the reader wants the form to be remembered. */
  wanted = false;
  #name;

  /** @param {string} place  tells forms and portals apart */
  constructor(place) {
    this.#name = `form:${place}`;
  }

  /** What was kept, which the reader still wants; undefined when nothing was. @returns {Draft | undefined} */
  recall() {
    const found = device() === "own" ? recall(this.#name) : undefined;
    this.wanted = isDraft(found);
    return this.wanted ? found : undefined;
  }

  /**
   * Keep the form as it is now, if that is wanted and the device is the reader's own.
   * @param {Draft} draft
   * @returns {State}
   */
  keep(draft) {
    if (!this.wanted) return "";
    if (refused()) return "refused";
    if (device() === "own") return keep(this.#name, draft) ? "refused" : "kept";
    this.wanted = device() === ""; // else it is shared; before an answer it waits
    return this.wanted ? "" : "shared";
  }

  /** Whether the reader must be asked whose the device is. */
  get waits() {
    return this.wanted && device() === "";
  }

  /** Keep nothing any more, and throw away what was kept. */
  forget() {
    this.wanted = false;
    forget(this.#name);
  }
}

/** @param {Partial<Draft> | undefined} found @returns {found is Draft} */
const isDraft = (found) =>
  typeof found?.values === "object" && found.values !== null && typeof found.municipality === "string";
