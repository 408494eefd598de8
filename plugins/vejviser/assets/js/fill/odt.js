/**
 * An OpenDocument text with values in its fields: to the letter what documents/odt_fields.py writes for them.
 *
 * @typedef {import("./values.js").Values} Values
 * @typedef {import("./days.js").Days} Days
 * @typedef {Readonly<Record<string, readonly string[]>>} Choices  the ids of a field's answers, in their order, by field id
 */
import { withDaysInWords } from "./days.js";
import { piecesOf, withMarks } from "./bidi.js";
import { ROOM, valueOf } from "./values.js";
import { escaped } from "./xml.js";
import { partOf, withPart } from "./zip.js";

const INPUT =
  /(<text:bookmark-start text:name="field-([^".]*)(?:\.\d+)?"\/>)<text:span text:style-name="(?:Prompt|Written)">(<text:text-input text:description="[^"]*">).*?<\/text:text-input><\/text:span>/gs;
const LIST =
  /(<text:bookmark-start text:name="field-([^".]*)(?:\.\d+)?"\/>)<text:span text:style-name="(?:Prompt|Written)">(<text:drop-down text:name="[^"]*">)(.*?)<\/text:drop-down><\/text:span>/gs;
const BOX = /(<form:checkbox form:name="([^"]*)"[^>]* form:current-state=")(?:un)?checked"/g;
const RIGHT_TO_LEFT = /<style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"/;
const LABEL = /<text:label text:value="([^"]*)"/g;

/**
 * The file with `values` in its fields; a field without a value in them stays as it is, and "" empties it.
 * Throws Error when the file is no OpenDocument text, or an answer is given whose list is not in `choices`.
 * @param {Uint8Array} bytes  the file as we hand it out
 * @param {Values} values
 * @param {{choices?: Choices, days?: Days}} [known]  what the file cannot say: it has the answers' labels, not their ids
 * @returns {Uint8Array}
 */
export function fillOdt(bytes, values, { choices = {}, days } = {}) {
  const said = withDaysInWords(values, days);
  const turned = RIGHT_TO_LEFT.test(partOf(bytes, "styles.xml"));
  return withPart(bytes, "content.xml", (text) =>
    text
      .replace(INPUT, (whole, mark, id, opening) => mark + input(whole.slice(mark.length), opening, valueOf(said, id), turned))
      .replace(LIST, (whole, mark, id, opening, list) => mark + dropDown(whole.slice(mark.length), opening, list, valueOf(said, id), choices[id]))
      .replace(BOX, (whole, before, id) => {
        const value = valueOf(said, id);
        return value === undefined ? whole : `${before}${value === "true" ? "" : "un"}checked"`;
      }),
  );
}

/** @param {string} whole @param {string} opening @param {string | undefined} value @param {boolean} turned  the document */
function input(whole, opening, value, turned) {
  const isPrompt = whole.startsWith('<text:span text:style-name="Prompt">');
  if (value === undefined || (value === "" && isPrompt)) return whole;
  const text = value === "" ? ROOM : (turned ? escaped(value).split("\n").map(kept).join("\n") : escaped(value)).replaceAll("\n", "<text:line-break/>");
  return `<text:span text:style-name="${value === "" ? "Prompt" : "Written"}">${opening}${text}</text:text-input></text:span>`;
}

/** A line with marks around what runs from left to right, so that a number's groups stay in order. @param {string} line */
const kept = (line) => piecesOf(line).map((it) => (it.isKept ? withMarks(it.text) : it.text)).join("");

/**
 * @param {string} whole @param {string} opening @param {string} list
 * @param {string | undefined} value @param {readonly string[]} [ids]
 */
function dropDown(whole, opening, list, value, ids) {
  if (value === undefined) return whole;
  if (value && !ids) throw new Error(`no choices for ${opening}`);
  const [prompt, ...labels] = [...list.matchAll(LABEL)].map(([, label]) => label);
  const chosen = labels[ids?.indexOf(value) ?? -1] ?? "";
  const shown = chosen || prompt;
  const answers = [prompt, ...labels].map(
    (label) => `<text:label text:value="${label}"${label === shown ? ' text:current-selected="true"' : ""}/>`,
  );
  const style = chosen ? "Written" : "Prompt";
  return `<text:span text:style-name="${style}">${opening}${answers.join("")}${shown}</text:drop-down></text:span>`;
}
