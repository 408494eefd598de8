// Reading aloud: which voice, which passages in which order, and the way through them.
import assert from "node:assert/strict";
import { test } from "node:test";

import { passages, sentences } from "../../plugins/vejviser/assets/js/aloud/passages.js";
import { Player } from "../../plugins/vejviser/assets/js/aloud/player.js";
import { voiceFor } from "../../plugins/vejviser/assets/js/aloud/voices.js";

// Voices.

/** @param {string} lang @param {Partial<import("../../plugins/vejviser/assets/js/aloud/voices.js").Voice>} [more] */
const voice = (lang, more = {}) => ({ lang, localService: true, default: false, voiceURI: lang, ...more });

test("a voice that sends the text away is none, though it is the only one", () => {
  assert.equal(voiceFor([voice("da-DK", { localService: false })], "da"), undefined);
});

for (const [said, language] of [
  ["da_DK", "da"],
  ["dan-DNK", "da"],
  ["ar-EG", "ar"],
  ["uk", "uk"],
  ["fa-IR", "fa-AF"],
]) {
  test(`a device's ${said} reads ${language}`, () => assert.equal(voiceFor([voice("sv-SE"), voice(said)], language)?.lang, said));
}

test("a language without a voice has none, and a broken tag harms nobody", () => {
  assert.equal(voiceFor([voice("de-DE"), voice(""), voice("x")], "da"), undefined);
  assert.equal(voiceFor([], "da"), undefined);
});

test("the device's own choice comes first, then the reader's country, and Apple's jokes last", () => {
  const joke = voice("en-US", { voiceURI: "com.apple.speech.synthesis.voice.Bells" });
  const all = [joke, voice("en-US"), voice("en-GB"), voice("en-IE")];
  assert.equal(voiceFor(all, "en", ["da-DK", "en-IE", "en-GB"])?.lang, "en-IE");
  assert.equal(voiceFor([...all, voice("en-ZA", { default: true })], "en", ["en-GB"])?.lang, "en-ZA");
  assert.equal(voiceFor([joke], "en"), joke);
});

// Passages.

/** @typedef {import("../../plugins/vejviser/assets/js/aloud/passages.js").Piece} Piece */
/** @param {string} name @param {...(Piece | string)} parts @returns {Piece} */
const e = (name, ...parts) => {
  const [first, ...marks] = name.split(".");
  return { name: first, marks, parts: parts.map((it) => (typeof it === "string" ? { name: "#text", text: it } : it)) };
};
/** @param {Piece[]} parts @param {(language: string) => boolean} [speaks] */
const heard = (parts, speaks = () => true) =>
  passages(e("article", ...parts), "da", { speaks, done: "Klaret" }).map(({ text, language }) => [language, text.trim().replace(/ +/g, " ")]);
const texts = (/** @type {Piece[]} */ ...parts) => heard(parts).map(([, text]) => text);

test("headings, paragraphs and items are a passage each, in their order", () => {
  const list = e("ul", "\n", e("li", "dig"), "\n", e("li", e("p", "din ven"), e("ol", e("li", "måske"))));
  assert.deepEqual(texts(e("h1", "Det første møde"), e("p", "Her er\n", e("strong", "med"), ":"), list), [
    "Det første møde",
    "Her er med:",
    "dig",
    "din ven",
    "måske",
  ]);
});

test("a word of the glossary is read; its box, other buttons and numbers of sources are not", () => {
  const term = e("button.term.popovertarget", "tolk");
  const line = e("p", "En ", term, " er med", e("sup.cite", e("a", "1")), ".");
  const beside = e("button.term.term-beside", "tolk");
  const source = e("span.item-source", "Kilde: ", e("sup.cite", "2"));
  assert.deepEqual(texts(line, e("button", "Gem"), e("div.popover", "Den, der oversætter"), e("p", "Bestil tolk", beside, source)), [
    "En tolk er med.",
    "Bestil tolk",
  ]);
});

test("what is not to be seen is not heard", () => {
  assert.deepEqual(texts({ ...e("p", "skjult"), hidden: true }, e("p.aria-hidden", "→"), e("script", "let a"), e("nav", "Næste")), []);
});

test("a box says when it is ticked, and a field what is written in it", () => {
  const item = (/** @type {boolean} */ ticked) =>
    e("li.item", e("label", { name: "input", ticked }, " ", e("span.item-text", "Hils på hinanden")), e("span.tag", "Alle"), e("p.item-why", "Fordi."));
  const field = e("p.field", e("label", "Vi taler"), e("span.field-help", "Skriv kort."), { name: "textarea", text: "dansk" });
  assert.deepEqual(texts(item(false), item(true), field), [
    ...["Hils på hinanden", "Alle", "Fordi."],
    ...["Klaret: Hils på hinanden", "Alle", "Fordi."],
    ...["Vi taler", "Skriv kort.", "dansk"],
  ]);
});

test("a place to write says its name where nothing else does", () => {
  const blank = (/** @type {string} */ name) => e("span.blank", name);
  assert.deepEqual(texts(e("li", blank("Musik"), " Musik"), e("p", blank("Andet")), e("p", "Gælder til: ", blank("Dato")), e("p", blank("A"), " / ", blank("B"))), [
    "Musik",
    "Andet",
    "Gælder til:",
    "A / B",
  ]);
});

test("a table is read row by row", () => {
  const row = (/** @type {string[]} */ ...cells) => e("tr", ...cells.map((it) => e("td", it)));
  assert.deepEqual(texts(e("table", e("tbody", row("Telefon", "20 30"), row("", "")))), ["Telefon, 20 30,"]);
});

const both = [
  e("div.both", e("div", e("p", "I taler sammen.")), { ...e("div.beside", e("p", "تتحدثون معًا.")), language: "ar" }),
  e("label", e("span.item-text", e("span.both", e("span", "Hej."), " ", { ...e("span.beside", "مرحبًا."), language: "ar" }))),
];

test("two languages are read in turn, each by its own voice", () => {
  assert.deepEqual(heard(both), [
    ["da", "I taler sammen."],
    ["ar", "تتحدثون معًا."],
    ["da", "Hej."],
    ["ar", "مرحبًا."],
  ]);
});

test("a language without a voice is left out, in both its places", () => {
  assert.deepEqual(heard(both, (it) => it === "da").map(([, text]) => text), ["I taler sammen.", "Hej."]);
  assert.deepEqual(heard(both, (it) => it === "ar").map(([, text]) => text), ["تتحدثون معًا.", "مرحبًا."]);
});

test("a foreign word in a line has its own voice, or else that of the line", () => {
  const line = [e("p", "Det hedder ", { ...e("span", "tavshedspligt"), language: "uk" }, " her.")];
  assert.deepEqual(heard(line), [["da", "Det hedder"], ["uk", "tavshedspligt"], ["da", "her."]]);
  assert.deepEqual(heard(line, (it) => it === "da"), [["da", "Det hedder tavshedspligt her."]]);
});

test("every sentence is found again in the words of the page", () => {
  const node = /** @type {Node} */ (/** @type {unknown} */ ({}));
  const page = e("article", e("p", "Hvad nu?\nGå ", { name: "em", parts: [{ name: "#text", text: "hjem. Ring.", node }] }));
  const [{ text, runs, language }] = passages(page, "da", { speaks: () => true, done: "" });
  assert.deepEqual(sentences(text, language).map(({ start, end }) => text.slice(start, end)), ["Hvad nu?", "Gå hjem.", "Ring."]);
  assert.deepEqual(runs, [{ at: 12, length: 11, node }]);
  assert.equal(text.slice(12, 23), "hjem. Ring.");
});

test("an Arabic question is a sentence", () => {
  const text = "هل تريدون مترجمًا؟ قولوا ذلك.";
  assert.equal(sentences(text, "ar").length, 2);
});

// The way through them.

/** A speaker that speaks until it is told to end. */
function reader() {
  /** @type {{text: string, said: () => void, failed: () => void}[]} */
  const spoken = [];
  let hushed = 0;
  const speaker = {
    speak: (/** @type {string} */ text, /** @type {string} */ _l, /** @type {() => void} */ said, /** @type {() => void} */ failed) =>
      void spoken.push({ text, said, failed }),
    hush: () => void hushed++,
  };
  const player = new Player(speaker, () => {});
  player.start(["Et. To.", "Tre."].map((text) => ({ text, language: "da", runs: [] })));
  return { player, spoken, last: () => /** @type {typeof spoken[0]} */ (spoken.at(-1)), hushes: () => hushed };
}
const said = (/** @type {ReturnType<typeof reader>} */ { spoken }) => spoken.map(({ text }) => text).join(" ");

test("it reads sentence by sentence to the end", () => {
  const it = reader();
  for (let count = 0; count < 3; count++) it.last().said();
  assert.equal(said(it), "Et. To. Tre.");
  assert.equal(it.player.state, "ended");
});

test("a pause begins the sentence again, and what an ended sentence says late is not heard", () => {
  const it = reader();
  it.last().said();
  const old = it.last();
  it.player.pause();
  assert.equal(it.player.state, "paused");
  old.failed();
  old.said();
  assert.equal(it.player.state, "paused");
  it.player.resume();
  assert.equal(said(it), "Et. To. To.");
});

test("next and back go by passages; back goes to the beginning of one that has begun", () => {
  const it = reader();
  it.player.next();
  it.player.back();
  it.last().said();
  it.player.back();
  assert.equal(said(it), "Et. Tre. Et. To. Et.");
  it.player.next();
  it.player.next();
  assert.equal(it.player.state, "ended");
  it.player.back();
  assert.equal(it.last().text, "Tre.");
});

test("while it pauses one goes on without a sound", () => {
  const it = reader();
  it.player.pause();
  it.player.next();
  assert.deepEqual([it.player.state, it.player.at, said(it)], ["paused", 1, "Et."]);
});

test("it stops, and tells when the device cannot speak", () => {
  const it = reader();
  it.player.stop();
  assert.equal(it.player.state, "stopped");
  it.player.start(it.player.passages);
  it.last().failed();
  assert.equal(it.player.state, "failed");
});

test("a page without a word that can be read is at its end at once", () => {
  const it = reader();
  it.player.start([]);
  assert.equal(it.player.state, "ended");
});
