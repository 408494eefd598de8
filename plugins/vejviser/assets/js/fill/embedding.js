/**
 * A field font as part of a PDF: whole, so that every letter can be copied and searched.
 *
 * @typedef {import("./truetype.js").Font} Font
 */
import { PDFHexString, PDFName } from "../vendor/pdf-lib.js";

/** Signs that say which form of a letter is drawn; who copies it wants the letter. */
const IS_FORM = /[\ufb50-\ufdff\ufe70-\ufefc]/;
const MOST_ENTRIES = 100;
const CMAP_HEAD =
  "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
  "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
  "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n";
const CMAP_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
const SYMBOLIC = 4;

/**
 * Put a font into a PDF, and return what leads to it.
 * @param {import("../vendor/pdf-lib.js").PDFDocument} pdf @param {Font} font
 * @param {string} called  the name of the font, in letters and digits
 */
export function embedded({ context }, font, called) {
  const { bytes, unit, glyphs, advance } = font;
  const last = Math.max(...glyphs.values());
  const widths = Array.from({ length: last + 1 }, (_, glyph) => Math.round((advance(glyph) * 1000) / unit));
  const descriptor = context.register(
    context.obj({
      Type: "FontDescriptor",
      FontName: called,
      Flags: SYMBOLIC,
      FontBBox: [-1021, -463, 1793, 1232],
      ItalicAngle: 0,
      Ascent: 928,
      Descent: -236,
      CapHeight: 729,
      StemV: 80,
      FontFile2: context.register(context.flateStream(bytes, { Length1: bytes.length })),
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: "Font",
      Subtype: "CIDFontType2",
      BaseFont: called,
      CIDSystemInfo: { Registry: PDFHexString.fromText("Adobe"), Ordering: PDFHexString.fromText("Identity"), Supplement: 0 },
      CIDToGIDMap: PDFName.of("Identity"),
      FontDescriptor: descriptor,
      DW: 1000,
      W: [0, widths],
    }),
  );
  return context.register(
    context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: called,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: context.register(context.flateStream(lettersOf(glyphs))),
    }),
  );
}

/** Which letters the glyphs stand for. @param {ReadonlyMap<number, number>} glyphs */
function lettersOf(glyphs) {
  const entries = new Map([...glyphs].reverse().map(([letter, glyph]) => [glyph, `<${hex(glyph)}> <${code(letter)}>\n`]));
  const lines = [...entries].sort(([one], [other]) => one - other).map(([, line]) => line);
  const groups = Array.from({ length: Math.ceil(lines.length / MOST_ENTRIES) }, (_, index) => lines.slice(index * MOST_ENTRIES, (index + 1) * MOST_ENTRIES));
  return CMAP_HEAD + groups.map((group) => `${group.length} beginbfchar\n${group.join("")}endbfchar\n`).join("") + CMAP_FOOT;
}

/** @param {number} number */
const hex = (number) => number.toString(16).padStart(4, "0");

/** @param {number} letter */
function code(letter) {
  const sign = String.fromCharCode(letter);
  const plain = IS_FORM.test(sign) ? sign.normalize("NFKC").trim() : sign;
  return [...(plain || sign)].map((it) => hex(it.charCodeAt(0))).join("");
}
