// The search dialog. Pagefind's index of the page's language is fetched when the dialog opens for the first time.

import { bestPart, isGuess, passage } from "./passages.js";
import { fitting, NOTHING, prepared, telling } from "./ranking.js";
import { spellings } from "./typing.js";

/** @type {SearchData} */
const data = JSON.parse(document.getElementById("search-data").textContent);
const { texts, language, main } = data;
const plural = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);
// Each result is a file of its own: fetch few at first, and none for a word hardly begun.
const SHOWN_AT_ONCE = 4;
const SHORTEST = 2;
const PAUSE = 180;
/** A word as it was typed counts for more than a longer word that begins with it. */
const RANKING = { termSimilarity: 6 };

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** @param {string} path */
const address = (path) => new URL(path, document.baseURI);
const home = address(data.home);
/** The part of an address that is the same in every language. */
const commonRoot = language === main.lang ? home.pathname : home.pathname.slice(0, -`${language}/`.length);

const input = element("input", {
  type: "search",
  id: "search-input",
  autocomplete: "off",
  spellcheck: "false",
  enterkeyhint: "search",
  placeholder: texts.placeholder,
  "aria-describedby": "search-hint",
});
const close = element("button", { type: "button", class: "search-close", "aria-label": texts.close }, "×");
const form = element(
  "form",
  { role: "search", class: "search-form" },
  element("label", { class: "visually-hidden", for: "search-input" }, texts.label),
  input,
  close,
);
const hint = element("p", { id: "search-hint", class: "search-hint" }, texts.hint);
const status = element("p", { role: "status", class: "search-status" });
const kinds = element("div", { role: "group", class: "search-kinds", "aria-label": texts.kinds });
const list = element("ol", { class: "search-results" });
const more = element("button", { type: "button", class: "button search-more", hidden: "" }, texts.more);
const help = element("div", { class: "search-help" });
const body = element("div", { class: "search-body" }, hint, status, kinds, list, more, help);
const dialog = element(
  "dialog",
  { class: "search", "aria-labelledby": "search-title" },
  element("h2", { id: "search-title", class: "visually-hidden" }, texts.title),
  form,
  body,
);
document.body.append(dialog);

/** @type {Promise<Pagefind> | undefined} */
let loading;
/** @type {Pagefind | undefined} */
let pagefind;
let round = 0;
/** @type {PagefindResult[]} */
let found = [];
let kind = "";
let alsoOriginal = false;

/** Pagefind, fetched once, however often it is asked for while it is on its way; once more when it did not come. */
function ready() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load() {
  const loaded = await import(address(`${data.index}pagefind.js`).href);
  await loaded.options({ excerptLength: 24, ranking: RANKING, noWorker: true }); // a worker is 12 kB more to fetch
  await loaded.init();
  await loaded.filters(); // or no answer says how many of each kind it holds
  pagefind = loaded;
  return loaded;
}

/** Open the dialog; with a query, search for it at once. */
export async function openSearch(query = "") {
  if (!dialog.open) dialog.showModal();
  if (query) input.value = query;
  input.select();
  ready().catch(() => say(texts.error));
  if (query) await run();
}

/** @param {string} text */
function say(text) {
  status.textContent = text;
}

function empty() {
  list.replaceChildren();
  kinds.replaceChildren();
  help.replaceChildren();
  more.hidden = true;
}

async function run() {
  const mine = ++round;
  const query = input.value.trim();
  hint.hidden = query.length >= SHORTEST;
  if (query.length < SHORTEST) {
    empty();
    say("");
    return;
  }
  if (!pagefind) say(texts.loading);
  try {
    const answer = await ask(query);
    if (mine === round) await show(answer, mine);
  } catch {
    empty();
    say(texts.error);
  }
}

/** What the catalogue of titles knows is worth this much against what the index says, which falls from `INDEX` on. */
const INDEX = 0.45;
const FALL = 0.35;
/** Pages whose name fits, but whose text has not all the words: so many are fetched by their name. */
const BY_NAME = 3;

/** @type {Promise<Catalogue> | undefined} */
let titles;
async function catalogue() {
  titles ??= fetch(address(`${data.index}titles.${language}.json`))
    .then((answer) => answer.json())
    .then(prepared)
    .catch(() => NOTHING);
  return titles;
}

/**
 * Ask the index and the catalogue; the best page of both is first.
 * @param {string} query
 * @returns {Promise<PagefindAnswer>}
 */
export async function ask(query) {
  const [index, known] = await Promise.all([ready(), catalogue()]);
  const options = kind ? { filters: { kind } } : {};
  const { results, filters } = await inText(index, query, options, known.speech);
  const named = fitting(query, known).filter((it) => !kind || it.page.kind === kind);
  const scores = new Map(named.map((it) => [it.page.id, it.score]));
  const there = new Set(results.map((it) => it.id));
  const missing = named.filter((it) => !there.has(it.page.id)).slice(0, BY_NAME);
  const added = await Promise.all(missing.map((it) => byName(index, it.page, options)));
  const ranked = results.map((it, rank) => ({ it, score: (scores.get(it.id) ?? 0) + INDEX / (1 + FALL * rank) }));
  ranked.push(...added.flatMap((it) => (it ? [{ it, score: scores.get(it.id) ?? 0 }] : [])));
  ranked.sort((one, other) => other.score - one.score);
  return { results: ranked.map((it) => it.it), filters };
}

/**
 * The pages with the words that say something; else as written; else with other letters; else with any word.
 * @param {Pagefind} index
 * @param {string} query
 * @param {PagefindOptions} options
 * @param {Speech} speech
 * @returns {Promise<PagefindAnswer>}
 */
async function inText(index, query, options, speech) {
  const short = telling(query, speech);
  /** @type {PagefindResult[]} */
  let all = [];
  /** @type {PagefindAnswer["filters"]} */
  let filters = {};
  /** @param {string} written */
  const take = async (written) => {
    const answer = await index.search(written, options);
    if (answer.results.length && isGuess(written, (await answer.results[0].data()).excerpt)) return;
    const seen = new Set(all.map((it) => it.id));
    all = all.concat(answer.results.filter((it) => !seen.has(it.id)));
    if (answer.results.length && !Object.keys(filters).length) filters = await counts(index, written, answer);
  };
  await take(short || query); // each little word would cost a piece of the index
  if (!all.length && short && short !== query) await take(query);
  for (const written of all.length ? [] : spellings(query, speech.typing.letters)) if (!all.length) await take(written);
  const single = short.split(" ");
  if (!all.length && single.length > 1) for (const word of single) await take(word);
  return { results: all, filters };
}

/**
 * How many of each kind there are, whichever kind is shown.
 * @param {Pagefind} index
 * @param {string} written
 * @param {PagefindAnswer} answer
 */
async function counts(index, written, answer) {
  return kind ? (await index.search(written)).filters : answer.filters;
}

/**
 * A page that is found by its name: its own file says what it holds, without the pieces of the index its words are in.
 * @param {Pagefind} index
 * @param {CataloguePage} page
 * @param {PagefindOptions} options
 * @returns {Promise<PagefindResult | undefined>}
 */
async function byName(index, page, options) {
  if (typeof DecompressionStream === "undefined") {
    const answer = await index.search(page.title, options);
    return answer.results.find((it) => it.id === page.id);
  }
  return { id: page.id, data: () => fragment(page.id) };
}

/** @param {string} id @returns {Promise<PagefindPage>} */
async function fragment(id) {
  const packed = await fetch(address(`${data.index}fragment/${id}.pf_fragment`));
  const text = await new Response(packed.body?.pipeThrough(new DecompressionStream("gzip"))).text();
  const page = JSON.parse(text.slice(text.indexOf("{")));
  return { ...page, url: commonRoot + page.url.slice(1) };
}

/** @param {PagefindAnswer} answer @param {number} mine  the round it answers */
async function show(answer, mine) {
  const first = await Promise.all(answer.results.slice(0, SHOWN_AT_ONCE).map((it) => it.data()));
  if (mine !== round) return;
  /** @type {HTMLAnchorElement | null} */
  const held = list.querySelector("a:focus");
  empty();
  found = answer.results.slice(SHOWN_AT_ONCE);
  const count = answer.results.length;
  showKinds(answer.filters.kind ?? {});
  list.append(...once(first).map(result));
  more.hidden = found.length === 0;
  if (count) say((data.counts[plural.select(count)] ?? data.counts.other).replace("{number}", numbers.format(count)));
  else showHelp();
  if (count <= SHOWN_AT_ONCE && language !== main.lang && !alsoOriginal) offerOriginal();
  body.scrollTop = 0;
  // Somebody who has moved into the list on a slow phone must not be thrown out of it by a late answer.
  if (held) ([...list.querySelectorAll("a")].find((it) => it.href === held.href) ?? input).focus();
}

/** @param {Record<string, number>} held */
function showKinds(held) {
  const names = Object.keys(held).filter((name) => held[name]);
  if (kind && !names.includes(kind)) names.push(kind);
  if (names.length < 2 && !kind) return;
  names.sort((one, other) => (held[other] ?? 0) - (held[one] ?? 0));
  for (const name of ["", ...names]) {
    const chip = element("button", { type: "button", "aria-pressed": String(name === kind) }, name || texts.all);
    if (name) chip.append(" ", element("span", { class: "count" }, numbers.format(held[name] ?? 0)));
    chip.addEventListener("click", async () => {
      kind = name;
      await run();
      kinds.querySelector("[aria-pressed=true]")?.focus();
    });
    kinds.append(chip);
  }
}

function showHelp() {
  say(texts.none);
  const links = data.links.map((it) => element("li", {}, element("a", { href: new URL(it.url, home).href }, it.text)));
  help.append(element("p", {}, texts.help), element("ul", {}, ...links));
}

/** Many pages are in the main language only: when the reader's language has little, look there too. */
function offerOriginal() {
  const button = element("button", { type: "button", class: "button" }, texts.original);
  button.addEventListener("click", async () => {
    alsoOriginal = true;
    await pagefind?.mergeIndex(address(data.index).href, { language: main.lang.toLowerCase() });
    await run();
    input.focus();
  });
  help.append(button);
}

/**
 * A page found in both languages is shown once, in the reader's own.
 * @param {PagefindPage[]} pages
 */
function once(pages) {
  /** @param {PagefindPage} page */
  const path = (page) => new URL(ownAddress(page.url), location.origin).pathname;
  const seen = new Set([...list.querySelectorAll("a")].map((link) => new URL(link.href).pathname));
  const own = new Set(pages.filter((page) => !isOriginal(page.url)).map(path));
  return pages.filter((page) => {
    if (seen.has(path(page)) || (isOriginal(page.url) && own.has(path(page)))) return false;
    seen.add(path(page));
    return true;
  });
}

/** @param {string} url */
const isOriginal = (url) => language !== main.lang && !url.startsWith(home.pathname);

/**
 * A page in the main language is opened inside the reader's language: the menu stays hers, and the page says what it is.
 * @param {string} url
 */
function ownAddress(url) {
  return isOriginal(url) ? home.pathname + url.slice(commonRoot.length) : url;
}

/** @param {PagefindPage} page */
function result(page) {
  const best = bestPart(page);
  /** @type {Record<string, string>} */
  const foreign = isOriginal(page.url) ? main : {};
  const link = element("a", { href: ownAddress(best.url), ...foreign }, page.meta.title ?? page.url);
  const facts = element("p", { class: "result-facts" });
  if (page.meta.kind) facts.append(element("span", { class: "tag" }, page.meta.kind));
  if (page.meta.audience) facts.append(" ", page.meta.audience);
  if (isOriginal(page.url)) facts.append(" ", element("span", { class: "tag" }, texts.in_original));
  const text = element("p", { class: "result-passage", dir: "auto", ...foreign });
  const ofPart = best.url.includes("#");
  if (ofPart) text.append(element("b", {}, best.title ?? ""), " · ");
  const words = passage(best.excerpt ?? page.excerpt ?? "");
  const said = words.map((it) => it.textContent).join("");
  const repeated = !ofPart && (!said || said.startsWith(page.meta.title));
  text.append(...(repeated && page.meta.summary ? [page.meta.summary] : words));
  return element("li", {}, link, facts, text);
}

/** @type {number | undefined} */
let waiting;
input.addEventListener("input", () => {
  clearTimeout(waiting);
  kind = "";
  waiting = setTimeout(run, PAUSE);
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  await run();
  list.querySelector("a")?.click();
});

more.addEventListener("click", async () => {
  const next = found.splice(0, SHOWN_AT_ONCE);
  const pages = once(await Promise.all(next.map((it) => it.data())));
  const items = pages.map(result);
  list.append(...items);
  more.hidden = found.length === 0;
  items[0]?.querySelector("a")?.focus();
});

close.addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});

// Up and down move through the results, from the field and back to it.
dialog.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    event.preventDefault(); // or a browser empties the field first
    dialog.close();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const places = [input, ...list.querySelectorAll("a")];
  const here = places.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
  if (here < 0 || !places[here + step]) return;
  event.preventDefault();
  places[here + step].focus();
});
