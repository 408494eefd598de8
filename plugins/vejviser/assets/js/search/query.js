// What a reader may mean by each word of a query: the words of the texts it stands for, and how surely. Pure.

import { holds, slips, slipsAllowed, wordsOf } from "./speech.js";

const BENT = 0.85;
const ALIKE = 0.75;
const MISSPELT = 0.7;
const BEGUN = 0.6;
const PART = 0.5;
const OTHER_PART = 0.25;
/** A shorter word is in too many others by chance. */
const SHORTEST_PART = 4;
const SHORTEST_BEGINNING = 3;
/** Who misspells a short word has its first letter right; with another it is another word. */
const FIRST_MAY_DIFFER = 8;
/** A word that is typed in full counts as known from here on. */
const SURE = 0.7;
/** A phrase of the words file of which the query has only what says something, or a word only as a part of a longer one. */
const LED_NEARLY = 0.6;
const SHORTEST_LED_PART = 5;

/**
 * The words of a query that say something, with what each may mean.
 * @param {string} query
 * @param {SearchIndex} index
 * @returns {Term[]}
 */
export function terms(query, index) {
  const all = wordsOf(query);
  const { speech } = index;
  const telling = all.filter((word) => !speech.little.has(speech.fold(word)));
  const wanted = [...new Set(telling.length ? telling : all)];
  const found = wanted.map((word) => term(word, index, word === all[all.length - 1]));
  if (speech.joins.length) wanted.slice(1).forEach((word, at) => joinPair(found[at], found[at + 1], wanted[at] + word, index));
  return found;
}

/**
 * What is one word in the texts may be typed as two: each of them stands for it.
 * @param {Term} one @param {Term} other @param {string} typed @param {SearchIndex} index
 */
function joinPair(one, other, typed, { speech, byFolded, byRoot }) {
  const word = speech.fold(typed);
  const ids = [...(byFolded.get(word) ?? []), ...speech.roots(word).flatMap((root) => byRoot.get(root) ?? [])];
  for (const id of ids) for (const { forms } of [one, other]) forms.set(id, Math.max(BENT, forms.get(id) ?? 0));
}

/** Whether a query has a word that no text has: at most a part of one, or one nearly. @param {string} query @param {SearchIndex} index */
export const hasUnsure = (query, index) => terms(query, index).some(({ forms }) => Math.max(0, ...forms.values()) < ALIKE);

/** Whether a query has a word that the language does not. @param {string} query @param {SearchIndex} index */
export const isStrange = (query, index) => terms(query, index).some((it) => !it.known || it.guess !== "");

/**
 * @param {string} typed
 * @param {SearchIndex} index
 * @param {boolean} last  the reader may be typing it still
 * @returns {Term}
 */
function term(typed, index, last) {
  const { speech, folded, byFolded, byRoot } = index;
  const word = speech.fold(typed);
  const stem = speech.stem(word);
  /** @type {Map<number, number>} */
  const forms = new Map();
  /** @param {number[] | undefined} ids @param {number} weight */
  const add = (ids, weight) => ids?.forEach((id) => forms.set(id, Math.max(weight, forms.get(id) ?? 0)));
  /** @param {string} one @param {number} weight */
  const addForms = (one, weight) => {
    add(byFolded.get(one), weight);
    for (const root of speech.roots(one)) add(byRoot.get(root), weight * BENT);
  };
  addForms(word, 1);
  let known = forms.size > 0 || speech.roots(word).some((it) => index.called.has(it));
  for (const group of index.alike) {
    if (!group.some((it) => it.length === 1 && speech.same(it[0], word))) continue;
    for (const other of group) for (const one of other) {
      addForms(one, other.length > 1 ? ALIKE / 2 : ALIKE);
    }
    known = true;
  }
  let guess = "";
  if (!known) {
    const near = nearest(word, index);
    guess = near === undefined ? "" : index.vocabulary[near];
    if (near !== undefined) addForms(folded[near], MISSPELT);
  }
  if (speech.joins.length) addParts(word, stem, index, add);
  if (last && word.length >= SHORTEST_BEGINNING) {
    folded.forEach((it, id) => it.length > word.length && it.startsWith(word) && add([id], BEGUN));
  }
  return { typed, word, stem, forms, guess, known: known || forms.size > 0 };
}

/**
 * What a compound is made of, and what it is a part of: attest, straffeattest.
 * @param {string} word @param {string} stem @param {SearchIndex} index
 * @param {(ids: number[], weight: number) => void} add
 */
function addParts(word, stem, { folded, stems, speech }, add) {
  stems.forEach((it, id) => {
    if (it === stem) return;
    if (stem.length >= SHORTEST_PART && it.length > stem.length) {
      if (it.endsWith(stem) || folded[id].endsWith(word)) add([id], PART);
      else if (speech.joins.some((join) => it.startsWith(stem + join) && it.length >= stem.length + join.length + 3)) add([id], PART);
    }
    if (it.length >= SHORTEST_PART && stem.length > it.length) {
      if (stem.endsWith(it) || word.endsWith(it) || word.endsWith(folded[id])) add([id], PART);
      else if (speech.joins.some((join) => stem.startsWith(it + join) && stem.length >= it.length + join.length + 3)) add([id], OTHER_PART);
    }
  });
}

/**
 * The word of the texts that a misspelt one is nearest to.
 * @param {string} word @param {SearchIndex} index
 */
function nearest(word, { folded, places }) {
  let best;
  let fewest = slipsAllowed(word.length) + 0.5;
  folded.forEach((it, id) => {
    if (fewest < 1 || Math.abs(it.length - word.length) > fewest) return;
    if (it[0] !== word[0] && word.length < FIRST_MAY_DIFFER) return;
    const wrong = slips(word, it, Math.floor(fewest)) - (it[0] === word[0] ? 0.2 : 0) - Math.min(0.1, places[id].length / 1000);
    if (wrong < fewest) [best, fewest] = [id, wrong];
  });
  return best;
}

/**
 * What a word tells of a window: the rarer it is, the more. One that nobody wrote tells as much as one in a window.
 * @param {Term} term @param {SearchIndex} index
 */
export function rarity({ forms }, { places, asked, pageOf }) {
  const standing = new Set();
  let everywhere = false;
  for (const [id, weight] of forms) {
    if (weight < SURE) continue;
    if (!places[id].length && !asked[id].length) everywhere = true; // it stands in so many that its places are left out
    for (const place of [...places[id], ...asked[id]]) standing.add(place >> 1);
  }
  if (everywhere) return 0.5;
  return Math.log(1 + pageOf.length / Math.max(1, standing.size));
}

/**
 * The entries of the words file that a query fits, with how much of it they take.
 * @param {string} query @param {SearchIndex} index @param {Term[]} asked @param {number[]} worth  what each word tells
 */
export function leading(query, { speech, leads }, asked, worth) {
  const typed = wordsOf(query).map(speech.fold);
  const words = speech.joins.length ? [...typed, ...pairs(typed)] : typed;
  const all = worth.reduce((sum, it) => sum + it, 0) || 1;
  /** @param {string[]} phrase */
  const share = (phrase) => {
    if (typed.length <= phrase.length) return 1;
    const taken = asked.reduce((sum, { word }, at) => sum + (isIn(word, phrase, words, speech) ? worth[at] : 0), 0);
    return Math.min(1, Math.max(taken / all, phrase.length / typed.length / 2));
  };
  return leads.flatMap((lead) => {
    const { phrase, telling } = lead;
    if (holds(words, phrase, speech)) return [{ ...lead, share: share(phrase) }];
    const isEnough = telling.length < phrase.length && (telling.length > 1 || asked.length === 1);
    const nearly = isEnough ? holds(words, telling, speech) : isPart(phrase, typed, speech);
    return nearly ? [{ ...lead, share: LED_NEARLY * share(telling) }] : [];
  });
}

/** Words that stand beside each other, joined: what is one word in a language is often typed as two. @param {string[]} words */
const pairs = (words) => words.slice(1).map((word, at) => words[at] + word);

/** Whether a word of the query is one that a phrase has. @param {string} word @param {string[]} phrase @param {string[]} words @param {Speech} speech */
function isIn(word, phrase, words, speech) {
  return holds(phrase, [word], speech) || words.some((it) => it !== word && (it.startsWith(word) || it.endsWith(word)) && phrase.some((wanted) => speech.same(it, wanted)));
}

/** Whether a phrase of one word is a half of a longer one that was typed. @param {string[]} phrase @param {string[]} typed @param {Speech} speech */
function isPart([word, ...others], typed, speech) {
  if (others.length || !speech.joins.length || word.length < SHORTEST_LED_PART) return false;
  return typed.some((it) => it.length >= word.length + SHORTEST_BEGINNING && (it.endsWith(word) || speech.joins.some((join) => it.startsWith(word + join))));
}
