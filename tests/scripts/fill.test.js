// Values in, the XML of a field out; that whole files are the generator's own is tests/documents/test_browser_filling.py's.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { joined } from "../../plugins/vejviser/assets/js/fill/arabic.js";
import { runs, strength } from "../../plugins/vejviser/assets/js/fill/bidi.js";
import { withDaysInWords } from "../../plugins/vejviser/assets/js/fill/days.js";
import { fillDocx } from "../../plugins/vejviser/assets/js/fill/docx.js";
import { fixed } from "../../plugins/vejviser/assets/js/fill/drawing.js";
import { fillOdt } from "../../plugins/vejviser/assets/js/fill/odt.js";
import { allowed, escaped } from "../../plugins/vejviser/assets/js/fill/xml.js";
import { shaped } from "../../plugins/vejviser/assets/js/fill/shaping.js";
import { readFont } from "../../plugins/vejviser/assets/js/fill/truetype.js";
import { valueOf } from "../../plugins/vejviser/assets/js/fill/values.js";
import { strFromU8, strToU8, unzipSync, zipSync } from "../../plugins/vejviser/assets/js/vendor/fflate.js";

/**
 * What a part says once it has been filled.
 * @param {(bytes: Uint8Array) => Uint8Array} fill @param {string} name @param {string} xml
 */
function part(fill, name, xml) {
  return strFromU8(unzipSync(fill(zipSync({ [name]: strToU8(xml) })))[name]);
}

const WORD = "word/document.xml";
/** @param {string} id @param {string} properties @param {string} content */
const control = (id, properties, content) =>
  `<w:p><w:sdt><w:sdtPr><w:alias w:val="A"/><w:tag w:val="${id}"/><w:id w:val="7"/>${properties}</w:sdtPr>` +
  `<w:sdtContent>${content}</w:sdtContent></w:sdt></w:p>`;
const prompt = (/** @type {string} */ text) =>
  `<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/><w:rtl/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const plain = (/** @type {string} */ text) => run(`\u200e${text}\u200e`).replace("<w:rtl/>", "");
const run = (/** @type {string} */ text) => `<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

test("text loses what XML forbids, and nothing else", () => {
  assert.equal(allowed("a\x00b\x1b\ufffe\ud800c\t\n😀"), "abc\t\n😀");
  assert.equal(escaped("<a href=\"b\">&'\r"), "&lt;a href=&quot;b&quot;&gt;&amp;' ");
});

test("a value is text; a tick is the word true, none is nothing, and a field nobody speaks of is left alone", () => {
  const values = { a: true, b: false, c: "x\x00", d: "" };
  assert.deepEqual(["a", "b", "c", "d", "e", "toString"].map((id) => valueOf(values, id)), ["true", "", "x", "", undefined, undefined]);
});

test("a written text takes the place of the prompt, in its language and direction", () => {
  const xml = control("navn", "<w:showingPlcHdr/><w:text/>", prompt("Skriv her"));
  const filled = part((bytes) => fillDocx(bytes, { navn: "A & $&\nB" }), WORD, xml);
  assert.equal(filled, control("navn", "<w:text/>", plain('A &amp; $&amp;</w:t><w:br/><w:t xml:space="preserve">B')));
});

test("in a text from right to left a telephone number is in a run of its own direction, and Arabic letters are not", () => {
  const look = '<w:rtl/><w:lang w:bidi="ar-SA"/>';
  const arabic = (/** @type {string} */ text) => run(text).replace("<w:rtl/>", look);
  const fill = (/** @type {string} */ xml, /** @type {string} */ navn) => part((bytes) => fillDocx(bytes, { navn }), WORD, xml);
  const number = fill(control("navn", "<w:text/>", arabic("اسم")), "20 12 34 56");
  assert.equal(number, control("navn", "<w:text/>", arabic("\u200e20 12 34 56\u200e").replace("<w:rtl/>", "")));
  assert.equal(fill(number, "اسم"), control("navn", "<w:text/>", arabic("اسم")));
  const among = [arabic("هاتفي "), arabic("\u200e+45 20 12 34 56\u200e").replace("<w:rtl/>", ""), arabic(" بعد 5")];
  assert.equal(fill(number, "هاتفي +45 20 12 34 56 بعد 5"), control("navn", "<w:text/>", among.join("")));
});

test("in an OpenDocument text from right to left marks keep a telephone number in order", () => {
  const field = '<text:bookmark-start text:name="field-tlf.2"/><text:span text:style-name="Prompt"><text:text-input text:description="Telefon">…</text:text-input></text:span>';
  const styles = '<style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="MODE"/></style:default-style>';
  const filled = (/** @type {string} */ mode, tlf = "20 12 34 56") => {
    const file = zipSync({ "content.xml": strToU8(field), "styles.xml": strToU8(styles.replace("MODE", mode)) });
    return strFromU8(unzipSync(fillOdt(file, { tlf }))["content.xml"]);
  };
  assert.match(filled("rl-tb", "هاتفي 20 12 34 56 بعد 5"), />هاتفي \u200e20 12 34 56\u200e بعد 5</);
  assert.match(filled("rl-tb"), />\u200e20 12 34 56\u200e</);
  assert.match(filled("lr-tb"), />20 12 34 56</);
});

test("a day that there is becomes a date for Word; another stays words", () => {
  const date = (/** @type {string} */ day) => `<w:date${day}><w:lid w:val="da-DK"/></w:date>`;
  const xml = control("dag", `<w:showingPlcHdr/>${date("")}`, prompt("Vælg"));
  const days = { ids: ["dag"], months: Array(12).fill("den {day}. i en måned {year}") };
  const filled = (/** @type {string} */ dag) => part((bytes) => fillDocx(bytes, { dag }, { days }), WORD, xml);
  assert.equal(filled("2026-12-01"), control("dag", date(' w:fullDate="2026-12-01T00:00:00Z"'), plain("den 1. i en måned 2026")));
  assert.equal(filled("2026-02-30"), control("dag", date(""), plain("2026-02-30")));
});

test("a day is written in the words of its month, and only where a day is asked for", () => {
  const days = { ids: ["dag", "slut"], months: ["{day}. januar {year}", "{day}. februar {year}"] };
  assert.deepEqual(withDaysInWords({ dag: "2026-02-09", slut: "i morgen", navn: "2026-02-09", ja: true }, days), {
    dag: "9. februar 2026",
    slut: "i morgen",
    navn: "2026-02-09",
    ja: true,
  });
  assert.deepEqual(withDaysInWords({ dag: "2026-02-09" }), { dag: "2026-02-09" });
});

test("a field can be emptied, and keeps room to write in", () => {
  const xml = control("navn", "<w:text/>", run("Odense"));
  const filled = part((bytes) => fillDocx(bytes, { navn: "" }), WORD, xml);
  assert.equal(filled, control("navn", "<w:showingPlcHdr/><w:text/>", prompt("\u00a0".repeat(24))));
});

test("an OpenDocument list needs the ids of its answers: the file has their words only", () => {
  const list = '<text:bookmark-start text:name="field-valg"/><text:span text:style-name="Prompt"><text:drop-down text:name="Et valg"><text:label text:value="Vælg"' +
    ' text:current-selected="true"/><text:label text:value="Ja"/>Vælg</text:drop-down></text:span>';
  const chosen = list.replace("Prompt", "Written").replace(' text:current-selected="true"', "")
    .replace('"Ja"', '"Ja" text:current-selected="true"').replace("Vælg</", "Ja</");
  const fill = (/** @type {Record<string, string[]>} */ choices) =>
    part((bytes) => fillOdt(bytes, { valg: "ja" }, { choices }), "content.xml", list);
  assert.equal(fill({ valg: ["ja"] }), chosen);
  assert.equal(fill({ valg: ["nej"] }), list);
  assert.throws(() => fill({}), /no choices/);
});

test("another file is refused", () => {
  assert.throws(() => fillDocx(strToU8("hej"), {}));
  assert.throws(() => fillDocx(zipSync({ "content.xml": strToU8("<a/>") }), {}), /no word\/document.xml/);
});

const font = (/** @type {string} */ name) =>
  readFont(new Uint8Array(readFileSync(new URL(`../../plugins/vejviser/assets/fonts/documents/${name}.ttf`, import.meta.url))));

test("a line is split where its direction turns; signs go with both neighbours, or with the line", () => {
  assert.deepEqual(["a", "1", "ب", "٣", "(", "\u200f"].map(strength), [false, false, true, false, null, true]);
  assert.deepEqual(runs("بلدية Odense (12)", true), [
    { text: "بلدية ", rtl: true },
    { text: "Odense (12", rtl: false },
    { text: ")", rtl: true },
  ]);
  assert.deepEqual(runs("Hej Ærø", false), [{ text: "Hej Ærø", rtl: false }]);
});

test("Arabic letters join; lam and alef are drawn together, with the marks on either", () => {
  const shapes = (/** @type {string} */ text) => joined([...text], () => true);
  assert.deepEqual(shapes("ببب").map(({ sign }) => sign), ["\ufe91", "\ufe92", "\ufe90"]);
  assert.deepEqual(shapes("دار").map(({ sign }) => sign), ["\ufea9", "\ufe8d", "\ufead"]);
  assert.deepEqual(shapes("لَا"), [{ sign: "\ufefb", isPair: true }, { sign: "\u064e", isOnLam: true }]);
  assert.deepEqual(shapes("ب\u200cب").map(({ sign }) => sign), ["\ufe8f", "\u200c", "\ufe8f"]);
  assert.deepEqual(joined([..."بب"], () => false).map(({ sign }) => sign), ["ب", "ب"]);
});

test("a letter of another font is drawn with that font, and one that none has is left out", () => {
  const [latin, cyrillic] = [font("FieldsLatin"), font("FieldsCyrillic")];
  const used = shaped("Hej Їжак 漢", [latin, cyrillic], false).map((glyph) => (glyph.font === latin ? "l" : "c")).join("");
  assert.match(used, /^l{4}c{4}[lc]$/);
});

test("a font that is none is refused", () => {
  assert.throws(() => readFont(new Uint8Array(40)), /no table/);
});

test("numbers are rounded as Python rounds them", () => {
  const cases = /** @type {[number, number, string][]} */ ([
    [0.125, 2, "0.12"], [0.375, 2, "0.38"], [2.5, 0, "2"], [3.5, 0, "4"], [-0, 0, "-0"], [-0.001, 2, "-0.00"], [1.005, 2, "1.00"], [6, 2, "6.00"],
  ]);
  for (const [value, decimals, text] of cases) assert.equal(fixed(value, decimals), text);
});
