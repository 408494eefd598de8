// A small search's file for the tests of the search: what vejviser.site.search would write of some passages.

import { prepared } from "../../plugins/vejviser/assets/js/search/index.js";
import { wordsOf } from "../../plugins/vejviser/assets/js/search/speech.js";
import { TYPING } from "./typing_rows.js";

const SIGNS = Array.from({ length: 93 }, (_, at) => String.fromCharCode(33 + at)).filter((it) => !'"\\~@0123456789'.includes(it));
const HALF = SIGNS.length / 2;

/** @type {Record<string, SpeechRow>} */
export const ROWS = {
  da: { endings: ["erne", "ets", "ene", "er", "et", "en", "e", "s", "t", "r", "n"], particles: [], doubled: "nt", joins: ["", "s", "e"] },
  en: { endings: ["s", "ing", "ed"], particles: [], doubled: "n", joins: [] },
  ar: { endings: ["ات", "ه", "ي"], particles: ["وال", "ال", "و", "ب"], doubled: "", joins: [] },
};
export const LITTLE = ["hvad", "er", "det", "gør", "jeg", "med", "hvordan", "får", "et", "en", "han", "hvem", "til", "kommune"];

/** @param {number} value */
function number(value) {
  let signs = "";
  for (; value >= HALF; value = Math.floor(value / HALF)) signs += SIGNS[HALF + (value % HALF)];
  return signs + SIGNS[value];
}

/**
 * @param {{address: string, title: string, kind?: string, weight?: number, also?: string[], texts?: [heading: string, text: string, asked?: string][]}[]} pages
 * @param {{language?: string, alike?: string[][], leads?: [string, string, string[]][], led?: Record<string, number>}} [more]
 */
export function index(pages, { language = "da", alike = [], leads = [], led = {} } = {}) {
  const kinds = [...new Set(pages.map((it) => it.kind ?? "Kapitel"))];
  const passages = pages.flatMap((it) => it.texts ?? []);
  /** @type {Map<string, number[]>} */
  const places = new Map();
  /** @type {Map<number, Set<string>>} */
  const asked = new Map();
  passages.forEach(([heading, text, questions = ""], at) => {
    asked.set(at, new Set(wordsOf(questions)));
    const headed = new Set(wordsOf(heading));
    for (const word of new Set([...headed, ...wordsOf(text)])) {
      places.set(word, [...(places.get(word) ?? []), 2 * at + Number(headed.has(word))]);
    }
  });
  const words = [...new Set([...places.keys(), ...[...asked.values()].flatMap((of) => [...of])])].sort();
  /** @param {number[]} of */
  const packed = (of) => {
    let last = 0;
    return `${of.map((it) => {
      const told = number(2 * ((it >> 1) - last) + (it & 1));
      last = it >> 1;
      return told;
    }).join("")}~`;
  };
  return prepared({
    speech: { ...ROWS[language], typing: TYPING, little: LITTLE },
    kinds,
    place: kinds.indexOf("Kommune"),
    pages: pages.map((it) => [
      it.address, it.title, kinds.indexOf(it.kind ?? "Kapitel"), "", it.weight ?? 10, "", it.texts?.length ?? 0, it.also ?? [],
    ]),
    alike,
    leads,
    windows: led,
    words: words.map((it) => `A${it}`).join(" "),
    places: words.map((word) => packed(places.get(word) ?? [])).join(""),
    asked: words.map((word) => packed([...asked].flatMap(([at, of]) => (of.has(word) ? [2 * at] : [])))).join(""),
    lengths: passages.map(() => SIGNS[3]).join(""),
  });
}
