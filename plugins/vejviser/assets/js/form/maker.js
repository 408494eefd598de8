/**
 * The files of a form, made where the reader is: the blank file that we hand out, filled in. What makes them is large,
 * so it comes when somebody begins to write, and is then there without a network too.
 *
 * @typedef {import("./rules.js").Values} Values
 * @typedef {"docx" | "odt" | "pdf"} Format
 * @typedef {{choices: Record<string, string[]>}} Known  what a file cannot say of itself
 * @typedef {(bytes: Uint8Array, values: Values, known: Known) => Uint8Array | Promise<Uint8Array>} Fill
 */

/** What makes each format. @type {Record<Format, () => Promise<Fill>>} */
const MAKERS = {
  docx: async () => (await import("../fill/docx.js")).fillDocx,
  odt: async () => (await import("../fill/odt.js")).fillOdt,
  pdf: async () => {
    const { fillPdf } = await import("../fill/pdf.js");
    return (bytes, values) => fillPdf(bytes, values);
  },
};
/** @type {Record<Format, string>} */
const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  pdf: "application/pdf",
};

export class Maker {
  /** @type {Map<Format, Promise<{fill: Fill, blank: Uint8Array}>>} */
  #parts = new Map();
  #blanks;

  /** @param {Map<Format, string>} blanks  the address of each format's blank file */
  constructor(blanks) {
    this.#blanks = blanks;
  }

  /** Get everything that is needed, so that it is there when the network goes; what does not come is asked for again. */
  async prepare() {
    await Promise.allSettled([...this.#blanks.keys()].map((format) => this.#part(format)));
  }

  /** Get the fonts of the fields as well, for letters that a file's own font does not have. */
  async prepareWhole() {
    await this.prepare();
    if (!this.#blanks.has("pdf")) return;
    const { FIELD_FONTS, fetched } = await import("../fill/pdf.js");
    await Promise.allSettled(FIELD_FONTS.map(fetched));
  }

  /**
   * Make a file. Rejects when something that is needed is not to be had.
   * @param {Format} format @param {Values} values @param {Known} known
   */
  async make(format, values, known) {
    const { fill, blank } = await this.#part(format);
    const bytes = await fill(blank, values, known);
    return new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)], { type: TYPES[format] });
  }

  /** @param {Format} format */
  #part(format) {
    const found = this.#parts.get(format) ?? this.#get(format);
    this.#parts.set(format, found);
    found.catch(() => this.#parts.delete(format)); // the next try asks again
    return found;
  }

  /** @param {Format} format */
  async #get(format) {
    const [fill, blank] = await Promise.all([MAKERS[format](), bytesOf(this.#blanks.get(format) ?? "")]);
    return { fill, blank };
  }
}

/** @param {string} address */
async function bytesOf(address) {
  const response = await fetch(address);
  if (!response.ok) throw new TypeError(`${response.status} ${address}`);
  return new Uint8Array(await response.arrayBuffer());
}
