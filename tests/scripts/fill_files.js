// Fills files as a reader's browser does, for tests in Python: each line in is a wish, each line out the file, in base64.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fillDocx } from "../../plugins/vejviser/assets/js/fill/docx.js";
import { fillOdt } from "../../plugins/vejviser/assets/js/fill/odt.js";

const FONTS = new URL("../../plugins/vejviser/assets/fonts/documents/", import.meta.url);

/**
 * @typedef {{format: string, data: string, values: Record<string, string | boolean>, known: Known}} Wish
 * @typedef {import("../../plugins/vejviser/assets/js/form/maker.js").Known} Known
 * @param {Wish} wish
 */
async function filled({ format, data, values, known }) {
  const bytes = Uint8Array.from(Buffer.from(data, "base64"));
  if (format === "docx") return fillDocx(bytes, values, known);
  if (format === "odt") return fillOdt(bytes, values, known);
  const { fillPdf } = await import("../../plugins/vejviser/assets/js/fill/pdf.js");
  const fonts = async (/** @type {string} */ name) => new Uint8Array(await readFile(new URL(name, FONTS)));
  return fillPdf(bytes, values, { ...known, fonts });
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await filled(JSON.parse(line)).catch((/** @type {Error} */ error) => error);
  const said = answer instanceof Error ? { error: String(answer.stack) } : { data: Buffer.from(answer).toString("base64") };
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
