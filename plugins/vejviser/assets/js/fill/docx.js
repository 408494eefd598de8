/**
 * A Word file with values in its content controls: to the letter what documents/docx_fields.py writes for them.
 *
 * Each field is one control that carries its id as tag. The file itself says what kind it is, and in which style and
 * language one writes in it.
 *
 * @typedef {import("./values.js").Values} Values
 * @typedef {import("./days.js").Days} Days
 */
import { piecesOf, withMarks } from "./bidi.js";
import { dayInWords, isDay } from "./days.js";
import { ROOM, valueOf } from "./values.js";
import { escaped } from "./xml.js";
import { withPart } from "./zip.js";

const CONTROL =
  /(<w:sdt><w:sdtPr><w:alias w:val="[^"]*"\/><w:tag w:val="([^"]*)"\/><w:id w:val="\d+"\/>)(.*?)<\/w:sdtPr><w:sdtContent>(.*?)<\/w:sdtContent><\/w:sdt>/gs;
const RUN = /^<w:r><w:rPr>(<w:rStyle w:val="PlaceholderText"\/>)?(.*?)<\/w:rPr>/s;
const RIGHT_TO_LEFT = "<w:rtl/>";
const NEW_LINE = '</w:t><w:br/><w:t xml:space="preserve">';
const IS_EMPTY = "<w:showingPlcHdr/>";
const EMPTY_BOX = "\u2610";
const TICKED_BOX = "\u2612";

/**
 * The file with `values` in its fields; a field without a value in them stays as it is, and "" empties it.
 * Throws Error when the file is no Word file.
 * @param {Uint8Array} bytes  the file as we hand it out
 * @param {Values} values
 * @param {{days?: Days}} [known]
 * @returns {Uint8Array}
 */
export function fillDocx(bytes, values, { days } = {}) {
  return withPart(bytes, "word/document.xml", (text) =>
    text.replace(CONTROL, (whole, head, id, properties, content) => {
      const value = valueOf(values, id);
      if (value === undefined) return whole;
      const [asked, written] = control(properties.replace(IS_EMPTY, ""), content, value, days);
      return `${head}${asked}</w:sdtPr><w:sdtContent>${written}</w:sdtContent></w:sdt>`;
    }),
  );
}

/**
 * The properties and the content of a control that holds `value`.
 * @param {string} properties @param {string} content @param {string} value @param {Days} [days] @returns {[string, string]}
 */
function control(properties, content, value, days) {
  if (properties.startsWith("<w14:checkbox>")) return box(properties, content, value === "true");
  const [, isPrompt, look = ""] = RUN.exec(content) ?? [];
  const isDate = properties.startsWith("<w:date");
  const shown = properties.startsWith("<w:dropDownList>") ? labelOf(properties, value) : escaped(isDate ? dayInWords(value, days) : value);
  const asked = isDate ? dated(properties, value) : properties;
  if (shown) return [asked, directed(look, shown).map(([own, text]) => run(own, text)).join("")];
  const prompt = isPrompt ? content : run(`<w:rStyle w:val="PlaceholderText"/>${directed(look, ROOM)[0][0]}`, ROOM);
  return [`${IS_EMPTY}${asked}`, prompt];
}

/**
 * Runs, each as its properties and what it says: a telephone number is no run from right to left, nor part of one. Word
 * would turn its groups around in one, and LibreOffice would without the marks.
 * @param {string} look @param {string} text @returns {[string, string][]}
 */
function directed(look, text) {
  const own = look.replace(RIGHT_TO_LEFT, "");
  const turned = own !== look || own.includes("w:bidi=");
  if (!turned) return [[own, text]];
  return piecesOf(text).map((it) => (it.isKept ? [own, withMarks(it.text)] : [RIGHT_TO_LEFT + own, it.text]));
}

/** @param {string} look  the properties of the run @param {string} text  as XML */
const run = (look, text) => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text.replaceAll("\n", NEW_LINE)}</w:t></w:r>`;

/** The label of an answer, as XML; "" when there is no such answer. @param {string} properties @param {string} value */
function labelOf(properties, value) {
  const answers = [...properties.matchAll(/<w:listItem w:displayText="([^"]*)" w:value="([^"]*)"\/>/g)];
  return answers.find(([, , id]) => id === escaped(value))?.[1] ?? "";
}

/** @param {string} properties @param {string} value */
function dated(properties, value) {
  const day = isDay(value) ? ` w:fullDate="${value}T00:00:00Z"` : "";
  return properties.replace(/^<w:date[^>]*>/, `<w:date${day}>`);
}

/** @param {string} properties @param {string} content @param {boolean} ticked @returns {[string, string]} */
const box = (properties, content, ticked) => [
  properties.replace(/<w14:checked w14:val="\d"/, `<w14:checked w14:val="${Number(ticked)}"`),
  content.replace(/[\u2610\u2612]/, ticked ? TICKED_BOX : EMPTY_BOX),
];
