/**
 * A PDF with values in its fields, and drawn there as documents/pdf_forms.py does it: for viewers that do not draw what
 * a field holds, and for those that cannot shape Arabic.
 *
 * The font is the file's own: every PDF of ours carries the one in which its fields are written. A letter that it does
 * not have is drawn with another of our field fonts, which is fetched then.
 *
 * @typedef {import("./values.js").Values} Values
 * @typedef {import("./truetype.js").Font} Font
 * @typedef {(name: string) => Promise<Uint8Array>} FontSource  the bytes of a field font by its file name
 */
import {
  decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFString,
} from "../vendor/pdf-lib.js";
import { withDaysInWords } from "./days.js";
import { drawing, fixed } from "./drawing.js";
import { embedded } from "./embedding.js";
import { readFont } from "./truetype.js";
import { valueOf } from "./values.js";

const STYLE = /([\d.]+ [\d.]+ [\d.]+ rg) \/\w+ ([\d.]+) Tf/;
const MANY_LINES = 1 << 12;
const RIGHT = 2;
/** What a PDF of ours calls the font of its fields where it is drawn; others get a number after it. */
const DRAWN = "Drawn";
/** The field fonts by what is written in them: documents/fontmaking.py says which letters each has. */
/** @type {readonly [RegExp, string][]} */
const FONTS = [
  [/\p{scx=Latin}/u, "FieldsLatin.ttf"],
  [/\p{scx=Cyrillic}/u, "FieldsCyrillic.ttf"],
  [/\p{scx=Arabic}/u, "FieldsArabic.ttf"],
];
/** The files of all field fonts: a page that shall work without a network fetches them beforehand. */
export const FIELD_FONTS = FONTS.map(([, file]) => file);
const name = PDFName.of;
const TICKED = name("on");

/** @type {FontSource} */
export async function fetched(file) {
  const response = await fetch(new URL(`../../fonts/documents/${file}`, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} ${file}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * The file with `values` in its fields; a field without a value in them stays as it is, and "" empties it.
 * Throws Error when the file is no PDF. A font that cannot be fetched is done without: what was written is in the field,
 * and viewers draw it when one clicks there.
 * @param {Uint8Array} bytes  the file as we hand it out
 * @param {Values} values
 * @param {{fonts?: FontSource, days?: import("./days.js").Days}} [sources]
 * @returns {Promise<Uint8Array>}
 */
export async function fillPdf(bytes, values, { fonts = fetched, days } = {}) {
  const said = withDaysInWords(values, days);
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const form = pdf.catalog.lookupMaybe(name("AcroForm"), PDFDict);
  if (form) {
    const wanted = [...dictionaries(form.lookup(name("Fields"), PDFArray))].flatMap((field) => {
      const value = valueOf(said, textOf(field, "T"));
      return value === undefined || (value === "" && isEmpty(field)) ? [] : [{ field, value }];
    });
    const known = await fontsFor(pdf, form, wanted.map(({ value }) => value).join(""), fonts);
    for (const { field, value } of wanted) fill(pdf, field, value, known);
  }
  return pdf.save({ addDefaultPage: false, updateFieldAppearances: false });
}

/** @param {PDFArray} array @returns {Generator<PDFDict>} */
function* dictionaries(array) {
  for (let index = 0; index < array.size(); index++) yield array.lookup(index, PDFDict);
}

/** @param {PDFDict} field @param {string} key */
function textOf(field, key) {
  const text = field.lookup(name(key));
  return text instanceof PDFString || text instanceof PDFHexString ? text.decodeText() : "";
}

/** @param {PDFDict} field @param {string} key */
const numberOf = (field, key) => field.lookupMaybe(name(key), PDFNumber)?.asNumber() ?? 0;

/** @param {PDFDict} field */
const kindOf = (field) => field.lookup(name("FT"), PDFName).decodeText();

/** @param {PDFDict} field */
const isEmpty = (field) => (kindOf(field) === "Btn" ? field.lookup(name("V")) !== TICKED : textOf(field, "V") === "");

/**
 * The file's own font, and those that have letters which it does not have; with what the file calls them.
 * @param {PDFDocument} pdf @param {PDFDict} form @param {string} text @param {FontSource} source
 */
async function fontsFor(pdf, form, text, source) {
  const resources = form.lookupMaybe(name("DR"), PDFDict)?.lookupMaybe(name("Font"), PDFDict);
  const own = resources?.get(name(DRAWN));
  if (!(own instanceof PDFRef)) return { fonts: [], references: [] };
  const fonts = [readFont(fileOf(pdf.context.lookup(own, PDFDict)))];
  const references = [own];
  for (const [script, file] of FONTS) {
    const missing = [...text].filter((sign) => script.test(sign) && !fonts.some((font) => hasSign(font, sign)));
    const font = missing.length ? await source(file).then(readFont).catch(() => undefined) : undefined;
    if (font && missing.some((sign) => hasSign(font, sign))) {
      fonts.push(font);
      references.push(embedded(pdf, font, file.replace(/\.ttf$/, "")));
    }
  }
  return { fonts, references };
}

/** @param {Font} font @param {string} sign */
const hasSign = (font, sign) => font.glyphs.has(sign.codePointAt(0) ?? 0);

/** @param {PDFDict} font  of type 0 */
function fileOf(font) {
  const [descendant] = dictionaries(font.lookup(name("DescendantFonts"), PDFArray));
  const file = descendant.lookup(name("FontDescriptor"), PDFDict).lookup(name("FontFile2"));
  if (!(file instanceof PDFRawStream)) throw new Error("no TrueType font in the file");
  return decodePDFRawStream(file).decode();
}

/** @typedef {{fonts: Font[], references: PDFRef[]}} Known */

/** @param {PDFDocument} pdf @param {PDFDict} field @param {string} value @param {Known} known */
function fill(pdf, field, value, known) {
  const kids = field.lookupMaybe(name("Kids"), PDFArray);
  const widgets = kids ? [...dictionaries(kids)] : [field];
  const kind = kindOf(field);
  if (kind === "Btn") {
    const state = value === "true" ? TICKED : name("Off");
    field.set(name("V"), state);
    for (const widget of widgets) widget.set(name("AS"), state);
    return;
  }
  const shown = kind === "Ch" && value ? labelOf(field, value) : value;
  if (shown === undefined) return;
  field.set(name("V"), value ? PDFHexString.fromText(value) : PDFString.of(""));
  for (const widget of widgets) widget.set(name("AP"), pdf.context.obj({ N: appearance(pdf, field, widget, shown, known) }));
}

/** What a list shows for an answer's id; undefined when there is no such answer. @param {PDFDict} field @param {string} id */
function labelOf(field, id) {
  const answers = field.lookup(name("Opt"), PDFArray);
  for (let index = 0; index < answers.size(); index++) {
    const [key, label] = answers.lookup(index, PDFArray).asArray().map((it) => (it instanceof PDFString || it instanceof PDFHexString ? it.decodeText() : ""));
    if (key === id) return label;
  }
  return undefined;
}

/**
 * @param {PDFDocument} pdf @param {PDFDict} field @param {PDFDict} widget
 * @param {string} text @param {Known} known @returns {PDFRef}
 */
function appearance(pdf, field, widget, text, { fonts, references }) {
  const [x1, y1, x2, y2] = widget.lookup(name("Rect"), PDFArray).asArray().map((side) => (side instanceof PDFNumber ? side.asNumber() : 0));
  const [, colour, size] = STYLE.exec(textOf(widget, "DA")) ?? [];
  const names = fonts.map((_, index) => `/${DRAWN}${index || ""}`);
  const many = kindOf(field) === "Tx" && Boolean(numberOf(field, "Ff") & MANY_LINES);
  const rtl = numberOf(widget.has(name("Q")) ? widget : field, "Q") === RIGHT;
  const box = /** @type {const} */ ([x2 - x1, y2 - y1]);
  const drawn = text && colour && fonts.length ? drawing(text, { fonts, names, size: Number(size), colour, box, rtl, many }) : "";
  const used = Object.fromEntries(references.map((it, index) => [`${DRAWN}${index || ""}`, it]).filter(([key]) => drawn.includes(`/${key} `)));
  const look = pdf.context.flateStream(drawn, {
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, ...box.map((side) => Number(fixed(side, 2)))],
    Resources: drawn ? { Font: used } : {},
  });
  return pdf.context.register(look);
}
