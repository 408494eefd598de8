/**
 * What drawing text asks of a font file: glyphs, their widths, and the boxes around their shapes.
 *
 * For the fonts of the documents' fields only, which documents/fontmaking.py makes: TrueType outlines, a character map
 * of format 4, and no layout tables.
 *
 * @typedef {{left: number, top: number, width: number, height: number}} Extents
 *   of a shape, in font units; `height` is negative, for it is counted downwards from the top
 * @typedef {object} Font
 * @property {Uint8Array} bytes
 * @property {number} unit  font units an em
 * @property {ReadonlyMap<number, number>} glyphs  by the letter's number in Unicode
 * @property {(glyph: number) => number} advance  how far the next glyph is, in font units
 * @property {(glyph: number) => Extents} extents
 */

/** Read a font file. Throws Error when it is none, or one of another kind. @param {Uint8Array} bytes @returns {Font} */
export function readFont(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map(
    Array.from({ length: view.getUint16(4) }, (_, index) => 12 + index * 16).map((at) => [
      String.fromCharCode(...bytes.subarray(at, at + 4)),
      view.getUint32(at + 8),
    ]),
  );
  const table = (/** @type {string} */ name) => {
    const start = tables.get(name);
    if (start === undefined) throw new Error(`no table ${name} in the font`);
    return start;
  };
  const [head, hmtx, loca, glyf] = ["head", "hmtx", "loca", "glyf"].map(table);
  const isLong = view.getInt16(head + 50) === 1;
  const measured = view.getUint16(table("hhea") + 34);
  const count = view.getUint16(table("maxp") + 4);
  const place = (/** @type {number} */ glyph) =>
    glyf + (isLong ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2);

  function advance(/** @type {number} */ glyph) {
    return view.getUint16(hmtx + Math.min(glyph, measured - 1) * 4);
  }

  function bearing(/** @type {number} */ glyph) {
    return view.getInt16(glyph < measured ? hmtx + glyph * 4 + 2 : hmtx + measured * 4 + (glyph - measured) * 2);
  }

  function extents(/** @type {number} */ glyph) {
    const at = place(glyph);
    if (glyph >= count || at === place(glyph + 1)) return { left: 0, top: 0, width: 0, height: 0 };
    const [xMin, yMin, xMax, yMax] = [2, 4, 6, 8].map((offset) => view.getInt16(at + offset));
    return { left: bearing(glyph), top: yMax, width: xMax - xMin, height: yMin - yMax };
  }

  return { bytes, unit: view.getUint16(head + 18), glyphs: new Map(letters(view, table("cmap"))), advance, extents };
}

/**
 * Every letter of the character map with its glyph.
 * @param {DataView} view @param {number} cmap @returns {Generator<[number, number]>}
 */
function* letters(view, cmap) {
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => cmap + view.getUint32(cmap + 8 + index * 8));
  const start = subtables.find((at) => view.getUint16(at) === 4);
  if (start === undefined) throw new Error("no character map of format 4 in the font");
  const twice = view.getUint16(start + 6);
  for (let segment = 0; segment < twice; segment += 2) {
    const last = view.getUint16(start + 14 + segment);
    const first = view.getUint16(start + 16 + twice + segment);
    const delta = view.getUint16(start + 16 + 2 * twice + segment);
    const offsetAt = start + 16 + 3 * twice + segment;
    const offset = view.getUint16(offsetAt);
    for (let letter = first; letter <= last && letter !== 0xffff; letter++) {
      const found = offset ? view.getUint16(offsetAt + offset + (letter - first) * 2) : letter;
      const glyph = found && (found + delta) % 0x10000;
      if (glyph) yield [letter, glyph];
    }
  }
}
