// Which pages answer a query, the best first: what their texts say, what they are called, and what editors have said that
// people mean or ask. Pure: tests/browser/test_questions.py asks it every question of tests/browser/questions.yml.

import { fit } from "./names.js";
import { leading, rarity, terms } from "./query.js";
import { holds, wordsOf } from "./speech.js";

const HEADED = 1.5;
const NAMED = 1.15;
/** Below this a name says nothing of the query: it has one of its many words, and by chance. */
const NAME_FITS = 0.2;
const WHOLE = 1.2;
/** What is typed, some words of it, is the beginning of a longer name. */
const NAME_BEGUN = 0.4;
/** Who types what kind of page it is wants one of those. */
const OF_THE_KIND = 1.3;
const LED = 0.3;
const LED_WHOLE = 1.1;
/** What is typed is just what an editor has written for a page. */
const LED_EXACTLY = 0.4;
/** The pages of a signpost come in its order. */
const SIGNED_LATER = 0.15;
/** How much the length of a window counts, as in BM25. */
const LENGTH = 0.35;
const BEST_WINDOW = 0.6;
/** A heading is a little name: how much of it the query has counts, and how much of the query it takes. */
const HEADING_FITS = 0.3;
/** How much of the query stands in what editors say that people ask of a window, whatever its length. */
const ASKED = 0.6;
/** Of what the best is worth by its text and its name, every result has at least so much. */
const WORTH_SHOWING = 0.22;
const LEAST = 0.16;
/** Of what a query tells, a window must have so much to be shown in the place of the page's beginning. */
const SHOWN = 0.35;
/** So much does a word that no text has tell, of what the others tell. */
const UNKNOWN = 0.5;
/** A place is meant only when its name is typed, or nothing but a part of it. */
const PLACE_ALONE = 0.75;
const WORDS_OF_A_PLACE = 3;
/** A town or a postcode stands in no text: who types it means the place. */
const NAMED_BY_TOWN = 0.4;
/** With so many other words the question is about those, and the place only stands in it. */
const OTHER_WORDS = 2;

/**
 * @param {string} query
 * @param {SearchIndex} index
 * @param {Signpost} [post]  whose pages answer first
 * @param {Map<string, Set<string>>} [places]  places that words of the query name, by their addresses
 * @returns {Ranking}
 */
export function ranked(query, index, post, places = new Map()) {
  const asked = terms(query, index);
  const worth = worthOf(asked, index);
  const total = sum(worth) || 1;
  const text = inTexts(asked, worth, index);
  const evenly = worth.map((it) => it + total / worth.length); // a name is short: a rare word must not decide alone
  /** @type {Result[]} */
  const results = [];
  /** @type {Map<number, Lead & {share: number}>} */
  const leads = new Map();
  const whole = wordsOf(query).map(index.speech.fold).join(" ");
  const allLeads = leading(query, index, asked, evenly);
  for (const lead of allLeads) {
    const before = leads.get(lead.page);
    if (!before || meantBy(lead, whole) > meantBy(before, whole)) leads.set(lead.page, lead);
  }
  for (const [page, place, share] of post ? signed(post, index) : []) leads.set(page, { page, place, phrase: [], telling: [], share });
  const joined = index.speech.joins.length > 0;
  index.pages.forEach((page, at) => {
    const exact = page.whole.includes(whole);
    const begun = !exact && asked.length > 1 && page.whole.some((it) => it.startsWith(`${whole} `));
    const name = page.isPlace ? ofPlace(page, asked, whole, joined, places.get(page.address.replace(/\/$/, ""))) : ofName(page, asked, evenly, joined);
    const lead = leads.get(at);
    const isKind = asked.length > 1 && page.kindWords.some((word) => asked.some((it) => index.speech.same(it.word, word)));
    const questions = ((ASKED * (text.questions.get(at) ?? 0)) / total) * Math.sqrt(page.weight); // who asks so may be somebody else
    const found = (isKind ? OF_THE_KIND : 1) * ((text.score.get(at) ?? 0) / (total * HEADED) + NAMED * name) * page.weight + questions;
    const meantByEditors = lead ? meantBy(lead, whole) : 0;
    const score = found + (exact ? WHOLE : begun ? NAME_BEGUN : 0) + meantByEditors;
    if (score < LEAST) return;
    const best = text.best.get(at);
    const place = lead?.place ?? "";
    const led = place ? index.windows[`${page.address}#${place}`] : undefined;
    const window = led ?? (best && best.share >= SHOWN * total ? best.window : -1);
    results.push({ page, score, found, named: page.whole[0] === whole, window, place });
  });
  results.sort((one, other) => other.score - one.score);
  const least = Math.max(0, ...results.map((it) => it.found)) * WORTH_SHOWING;
  return {
    results: results.filter((it) => it.score >= least),
    terms: asked,
    unknown: asked.filter((it) => !it.known && ![...places.values()].some((words) => words.has(it.word)) && !allLeads.some((lead) => holds(lead.phrase, [it.word], index.speech))).map((it) => it.typed),
    meant: !places.size && asked.some((it) => it.guess) ? meant(query, asked) : "",
  };
}

/** What it is worth that editors lead from a query to a page. @param {Lead & {share: number}} lead @param {string} whole  the query, folded */
const meantBy = ({ phrase, share }, whole) => LED + LED_WHOLE * share + (phrase.join(" ") === whole ? LED_EXACTLY : 0);

/**
 * The pages of a signpost, those first that the reader's language has, the place on each, and how surely they are meant.
 * @param {Signpost} post @param {SearchIndex} index
 */
function signed({ first, to }, { byAddress, pages }) {
  const found = [...first, to].flatMap((address) => {
    const [path, place = ""] = address.split("#");
    const page = byAddress.get(path.replace(/\/$/, ""));
    return page === undefined ? [] : [{ page, place }];
  });
  found.sort((one, other) => Number(pages[one.page].isForeign) - Number(pages[other.page].isForeign));
  return found.map(({ page, place }, at) => /** @type {const} */ ([page, place, 1 - SIGNED_LATER * at]));
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((all, it) => all + it, 0);

/**
 * What each word tells. One that no text has must not hide what the others tell.
 * @param {Term[]} asked @param {SearchIndex} index
 */
function worthOf(asked, index) {
  const known = asked.map((term) => (term.forms.size || term.known ? rarity(term, index) : undefined));
  const told = known.filter((it) => it !== undefined);
  const unknown = told.length ? (UNKNOWN * sum(told)) / told.length : 1;
  return known.map((it) => it ?? unknown);
}

/** The query with the words spelt as the texts have them. @param {string} query @param {Term[]} asked */
function meant(query, asked) {
  const guesses = new Map(asked.map((it) => [it.typed, it.guess]));
  return wordsOf(query).map((word) => guesses.get(word) || word).join(" ");
}

/**
 * What the texts of pages are worth, and the window of each that is worth most.
 * @param {Term[]} asked @param {number[]} worth @param {SearchIndex} index
 */
function inTexts(asked, worth, index) {
  const { places, pageOf, lengths, pages, headed } = index;
  const average = sum(lengths) / (lengths.length || 1);
  const total = sum(worth);
  const enough = SHOWN * total;
  /** @type {Map<number, number>} */
  const windows = new Map();
  /** @type {Map<number, number>} */
  const whole = new Map();
  /** @type {Map<number, {words: number, told: number}>} */
  const inHeading = new Map();
  /** @type {Map<number, number>} */
  const inQuestions = new Map();
  asked.forEach(({ forms }, at) => {
    /** @type {Map<number, number>} */
    const here = new Map();
    /** @type {Map<number, number>} */
    const named = new Map();
    /** @type {Map<number, number>} */
    const questioned = new Map();
    for (const [id, weight] of forms) {
      for (const place of index.asked[id]) questioned.set(place >> 1, Math.max(weight, questioned.get(place >> 1) ?? 0));
      for (const place of places[id]) {
        const value = weight * (place & 1 ? HEADED : 1);
        if (value > (here.get(place >> 1) ?? 0)) here.set(place >> 1, value);
        if (place & 1 && weight > (named.get(place >> 1) ?? 0)) named.set(place >> 1, weight);
      }
    }
    for (const [window, weight] of named) {
      const { words, told } = inHeading.get(window) ?? { words: 0, told: 0 };
      inHeading.set(window, { words: words + weight, told: told + weight * worth[at] });
    }
    /** @type {Map<number, number>} */
    const onPage = new Map();
    for (const [window, value] of here) {
      windows.set(window, (windows.get(window) ?? 0) + value * worth[at]);
      const page = pageOf[window];
      onPage.set(page, Math.max(value, onPage.get(page) ?? 0));
    }
    for (const [window, weight] of questioned) {
      inQuestions.set(window, (inQuestions.get(window) ?? 0) + weight * worth[at]);
      onPage.set(pageOf[window], Math.max(weight, onPage.get(pageOf[window]) ?? 0));
    }
    for (const [page, value] of onPage) whole.set(page, (whole.get(page) ?? 0) + Math.min(1, value) * worth[at]);
  });
  /** @type {Map<number, number>} */
  const score = new Map();
  /** @type {Map<number, number>} */
  const questions = new Map();
  /** @type {Map<number, {value: number, window: number, share: number}>} */
  const best = new Map();
  for (const window of new Set([...windows.keys(), ...inQuestions.keys()])) {
    const page = pageOf[window];
    const told = windows.get(window) ?? 0;
    const asking = inQuestions.get(window) ?? 0;
    const heading = inHeading.get(window);
    const fits = heading ? HEADING_FITS * heading.told * Math.min(1, heading.words / headed[window]) : 0;
    const value = told / (1 - LENGTH + LENGTH * (lengths[window] / average)) + fits;
    score.set(page, Math.max(value, score.get(page) ?? 0));
    questions.set(page, Math.max(asking, questions.get(page) ?? 0));
    const shown = value + (told >= enough ? total : asking); // best is one in which the reader sees her own words
    if (shown > (best.get(page)?.value ?? 0)) {
      best.set(page, { value: shown, window: window - pages[page].first, share: Math.max(told, asking) });
    }
  }
  for (const [page, value] of score) {
    score.set(page, BEST_WINDOW * value + (1 - BEST_WINDOW) * (whole.get(page) ?? 0));
  }
  return { score, questions, best };
}

/** @param {IndexedPage} page @param {Term[]} asked @param {number[]} worth @param {boolean} joined */
function ofName(page, asked, worth, joined) {
  const [own, ...also] = page.names.map((name) => fit(asked.map((it) => it.word), name, page.kindWords, worth, { joined }));
  const best = Math.max(own ?? 0, 0.97 * Math.max(0, ...also));
  return best >= NAME_FITS ? best : 0;
}

/** @param {IndexedPage} page @param {Term[]} asked @param {string} whole  the query, folded @param {boolean} joined @param {Set<string>} [naming]  words that name it */
function ofPlace(page, asked, whole, joined, naming) {
  const typed = whole.split(" ");
  const named = naming !== undefined || page.names.some((name) => name.every((word) => typed.some((it) => it === word || it === `${word}s`)));
  const others = asked.filter((it) => !naming?.has(it.word) && !page.names.some((name) => name.some((word) => it.word === word || it.word === `${word}s`)));
  if (named) return (others.length < OTHER_WORDS ? 1.1 : 0.5) + (naming ? NAMED_BY_TOWN : 0);
  if (asked.length > WORDS_OF_A_PLACE) return 0;
  const typedWords = asked.map((it) => it.word);
  const even = asked.map(() => 1);
  const best = Math.max(0, ...page.names.map((name) => fit(typedWords, name, page.kindWords, even, { joined, whole: true })));
  return best >= PLACE_ALONE ? best : 0;
}
