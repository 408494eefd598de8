/**
 * The files of a form, made where the reader is: the blank file that we hand out, filled in. What makes them is large,
 * so it comes when somebody begins to write, and is then there without a network too.
 *
 * @typedef {import("./rules.js").Values} Values
 * @typedef {"docx" | "odt" | "pdf"} Format
 * @typedef {{format: Format, address: string}} Blank  a file that we hand out
 * @typedef {{choices: Record<string, string[]>, days: import("../fill/days.js").Days}} Known  what a file cannot say of itself
 * @typedef {(bytes: Uint8Array, values: Values, known: Known) => Uint8Array | Promise<Uint8Array>} Fill
 */

/** What makes each format. @type {Record<Format, () => Promise<Fill>>} */
const MAKERS = {
  docx: async () => (await import("../fill/docx.js")).fillDocx,
  odt: async () => (await import("../fill/odt.js")).fillOdt,
  pdf: async () => {
    const { fillPdf } = await import("../fill/pdf.js");
    return (bytes, values, { days }) => fillPdf(bytes, values, { days });
  },
};
/** @type {Record<Format, string>} */
const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  pdf: "application/pdf",
};

export class Maker {
  /** By the address of the blank file. @type {Map<string, Promise<{fill: Fill, blank: Uint8Array}>>} */
  #parts = new Map();

  /**
   * Get what these files need, so that it is there when the network goes; what does not come is asked for again.
   * @param {readonly Blank[]} files
   */
  async prepare(files) {
    await Promise.allSettled(files.map((file) => this.#part(file)));
  }

  /** Get the fonts of the fields as well, for letters that a PDF's own font does not have. @param {readonly Blank[]} files */
  async prepareWhole(files) {
    await this.prepare(files);
    if (!files.some(({ format }) => format === "pdf")) return;
    const { FIELD_FONTS, fetched } = await import("../fill/pdf.js");
    await Promise.allSettled(FIELD_FONTS.map(fetched));
  }

  /**
   * Make a file. Rejects when something that is needed is not to be had.
   * @param {Blank} file @param {Values} values @param {Known} known
   */
  async make(file, values, known) {
    const { fill, blank } = await this.#part(file);
    const bytes = await fill(blank, values, known);
    return new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)], { type: TYPES[file.format] });
  }

  /** @param {Blank} file */
  #part({ format, address }) {
    const found = this.#parts.get(address) ?? partOf(format, address);
    this.#parts.set(address, found);
    found.catch(() => this.#parts.delete(address)); // the next try asks again
    return found;
  }
}

/** @param {Format} format @param {string} address */
async function partOf(format, address) {
  const [fill, blank] = await Promise.all([MAKERS[format](), bytesOf(address)]);
  return { fill, blank };
}

/** @param {string} address */
async function bytesOf(address) {
  const response = await fetch(address);
  if (!response.ok) throw new TypeError(`${response.status} ${address}`);
  return new Uint8Array(await response.arrayBuffer());
}
