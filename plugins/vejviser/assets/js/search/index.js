// The search's file of one language, as vejviser.site.search writes it, made ready to be asked. Pure.

import { words } from "./names.js";
import { phrasesOf, slotsOf, speechOf, wordsOf } from "./speech.js";

const FIRST = 33;
const LEFT_OUT = new Set('"\\~@0123456789');
const SHARED = "A".charCodeAt(0);
/** The signs that numbers are written with: the first half for a last sign, the second for one that is followed. */
const SIGNS = Array.from({ length: 93 }, (_, at) => String.fromCharCode(FIRST + at)).filter((it) => !LEFT_OUT.has(it));
const VALUES = new Map(SIGNS.map((sign, value) => [sign, value]));
const HALF = SIGNS.length / 2;
const END = "~";

/** @param {string} packed  each word as a sign for how much it shares with the one before, and the rest */
export function unpackedWords(packed) {
  let last = "";
  return (packed ? packed.split(" ") : []).map((it) => (last = last.slice(0, it.charCodeAt(0) - SHARED) + it.slice(1)));
}

/**
 * The windows each word stands in: twice their number, and one more where it stands in a heading.
 * @param {string} packed
 */
export function unpackedPlaces(packed) {
  /** @type {number[][]} */
  const found = [];
  /** @type {number[]} */
  let places = [];
  let [number, scale, last] = [0, 1, 0];
  for (const sign of packed) {
    if (sign === END) {
      found.push(places);
      [places, last] = [[], 0];
      continue;
    }
    const value = VALUES.get(sign) ?? 0;
    number += (value % HALF) * scale;
    scale *= HALF;
    if (value >= HALF) continue;
    last += number >> 1;
    places.push(2 * last + (number & 1));
    [number, scale] = [0, 1];
  }
  return found;
}

/**
 * Make ready a search's file.
 * @param {SearchFile} file
 * @returns {SearchIndex}
 */
export function prepared(file) {
  const { typing, little, ...row } = file.speech;
  const speech = speechOf(row, typing);
  for (const word of little) speech.little.add(speech.fold(word));
  const vocabulary = unpackedWords(file.words);
  const folded = vocabulary.length ? speech.fold(vocabulary.join("\n")).split("\n") : [];
  const stems = folded.map(speech.stem);
  let first = 0;
  const pages = file.pages.map(([address, title, kind, audience, weight, text, windows, also, foreign]) => {
    const page = {
      address, title, kind: file.kinds[kind], audience, weight: weight / 10, text, first, windows,
      isForeign: Boolean(foreign),
      isPlace: kind === file.place,
      kindWords: words(file.kinds[kind], speech),
      whole: [title, ...also].map((name) => wordsOf(name).map(speech.fold).join(" ")),
      names: [title, ...also].map((name) => words(name, speech)).filter((it) => it.length),
    };
    first += windows;
    return page;
  });
  const pageOf = new Uint16Array(first);
  pages.forEach((page, at) => pageOf.fill(at, page.first, page.first + page.windows));
  const called = new Set(pages.flatMap((page) => [...page.names.flat(), ...page.kindWords]).flatMap(speech.roots));
  const byAddress = new Map(pages.map((page, at) => [page.address.replace(/\/$/, ""), at]));
  /** @param {string} text */
  const phrase = (text) => wordsOf(text).map(speech.fold);
  const places = unpackedPlaces(file.places);
  const headed = new Uint8Array(first);
  for (const of of places) for (const place of of) headed[place >> 1] += place & 1;
  return {
    speech, vocabulary, folded, stems, pages, pageOf, called,
    places, headed,
    asked: unpackedPlaces(file.asked),
    lengths: [...file.lengths].map((sign) => (VALUES.get(sign) ?? 0) + 1),
    byFolded: grouped(folded.map((it) => [it])),
    byRoot: grouped(folded.map(speech.roots)),
    byAddress,
    windows: file.windows,
    alike: file.alike.map((group) => group.map(phrase)),
    leads: file.leads.flatMap(([address, place, phrases]) => {
      const page = byAddress.get(address);
      if (page === undefined) return [];
      return phrases.flatMap((it) => phrasesOf(slotsOf(it, speech.fold))).map((written) => {
        return { page, place, phrase: written, telling: written.filter((it) => !speech.little.has(it)) };
      });
    }),
  };
}

/** The numbers of the words that have a key. @param {string[][]} keys */
function grouped(keys) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  keys.forEach((of, at) => of.forEach((key) => (found.has(key) ? found.get(key)?.push(at) : found.set(key, [at]))));
  return found;
}
