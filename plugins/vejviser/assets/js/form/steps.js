/**
 * One field at a time: which one stands on the page, and the way to the next, the one before, and the files.
 *
 * @typedef {{id: string}} Step
 */

export class Steps {
  /** Whether the reader wants one at a time. */
  on = false;
  /** The field that is shown; "" when all have been passed and the files are shown. */
  #at = "";

  /** Whether the files are shown. */
  get isAtEnd() {
    return !this.on || this.#at === "";
  }

  /**
   * Begin at a field, or stop.
   * @param {boolean} on @param {string} [id]
   */
  start(on, id = "") {
    this.on = on;
    this.#at = id;
  }

  /** @param {string} id */
  goTo(id) {
    this.#at = id;
  }

  /**
   * What is shown of the fields that are asked for: one, none at the end, or all.
   * @template {Step} Asked
   * @param {readonly Asked[]} asked
   * @returns {readonly Asked[]}
   */
  shown(asked) {
    return this.on ? asked.filter(({ id }) => id === this.#at) : asked;
  }

  /** The number of the field that is shown, from 1. @param {readonly Step[]} asked */
  number(asked) {
    return asked.findIndex(({ id }) => id === this.#at) + 1;
  }

  /** Go on; after the last field come the files. @param {readonly Step[]} asked */
  next(asked) {
    this.#at = asked[this.number(asked)]?.id ?? "";
  }

  /** Go back, from the files to the last field. @param {readonly Step[]} asked */
  back(asked) {
    const number = this.#at === "" ? asked.length + 1 : this.number(asked);
    this.#at = asked[Math.max(0, number - 2)]?.id ?? "";
  }

  end() {
    this.#at = "";
  }
}
