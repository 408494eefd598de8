// The search dialog. Its index is fetched when it opens for the first time; the signposts need none, and come first.

import { address, data, element, folder, home } from "./dom.js";
import { mayMeanPlace, placesIn } from "./places.js";
import { isStrange } from "./query.js";
import { ranked } from "./rank.js";
import { item, signpost as signpostBox } from "./results.js";
import { signpost, typedIn } from "./signposts.js";
import { fetchIndex, fetchPlaces, fetchSignposts } from "./sources.js";
import { stylesheet } from "../stylesheet.js";

const { texts, language, main } = data;
const plural = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);
// The text of each result is a file of its own: fetch few at first, and none for a word hardly begun.
const SHOWN_AT_ONCE = 4;
const SHORTEST = 2;
const PAUSE = 120;
const SHEET = new URL("../../css/search.css", import.meta.url);
/** Below this the reader is offered the main language's pages as well. */
const FEW = 4;

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
const post = element("div", { class: "search-signpost", "aria-live": "polite" });
const status = element("p", { role: "status", class: "search-status", tabindex: "-1" });
const meant = element("p", { class: "search-meant", hidden: "" });
const kinds = element("div", { role: "group", class: "search-kinds", "aria-label": texts.kinds });
const filter = element("details", { class: "search-filter", hidden: "" }, element("summary", {}, texts.filter), kinds);
const list = element("ol", { class: "search-results" });
const more = element("button", { type: "button", class: "button search-more", hidden: "" }, texts.more);
const help = element("div", { class: "search-help" });
const body = element("div", { class: "search-body" }, hint, post, status, meant, filter, list, more, help);
const dialog = element(
  "dialog",
  { class: "search", "aria-labelledby": "search-title" },
  element("h2", { id: "search-title", class: "visually-hidden" }, texts.title),
  form,
  body,
);
document.body.append(dialog);

/** @type {Promise<unknown> | undefined} */
let drawing;
/** @type {Signposts} */
let posts = [];
let round = 0;
/** @type {Found[]} */
let found = [];
/** @type {Found[]} */
let waiting = [];
let kind = "";
let alsoOriginal = false;

/** Fetch what the dialog is drawn with; it can be read without. */
export async function drawn() {
  drawing ??= stylesheet(SHEET);
  await drawing.catch(() => (drawing = undefined));
}

/**
 * Open the dialog; with a query, search for it at once.
 * @param {string} query
 * @param {boolean} [isTyped]  the reader is typing it still
 */
export async function openSearch(query, isTyped = false) {
  if (!dialog.open) dialog.showModal();
  if (query) input.value = query;
  if (!query || !isTyped) input.select();
  fetchPosts();
  fetchIndex(folder, language).catch(() => {});
  if (query) await run();
}

/**
 * The signposts of the languages that somebody may be typing in; each shows as soon as it is there.
 * @param {boolean} [inAny]  the page's language does not have all of the words
 */
async function fetchPosts(inAny = false) {
  const wanted = typedIn(input.value, Object.keys(data.signposts), language, inAny);
  const files = wanted.map(async (of) => {
    const all = await fetchSignposts(address(data.signposts[of]));
    if (!all.length || posts.includes(all[0])) return;
    posts = of === language ? [...all, ...posts] : [...posts, ...all];
    showPost();
  });
  await Promise.all(files);
}

/** @param {string} text */
function say(text) {
  status.textContent = text;
}

function empty() {
  for (const part of [list, kinds, help, meant]) part.replaceChildren();
  for (const part of [more, meant, filter]) part.hidden = true;
}

/** Whom to call now, at once: it waits for no index. */
function showPost() {
  const query = input.value.trim();
  const wanted = query.length < SHORTEST ? undefined : signpost(query, posts, language);
  /** @type {HTMLElement | null} */
  const shown = post.querySelector("[data-signpost]");
  if (shown?.dataset.signpost === wanted?.id && shown?.lang === wanted?.language) return;
  post.replaceChildren(...(wanted ? [signpostBox(wanted)] : []));
}

async function run() {
  const mine = ++round;
  const query = input.value.trim();
  hint.hidden = query.length >= SHORTEST;
  showPost();
  if (query.length < SHORTEST) {
    empty();
    say("");
    return;
  }
  say(texts.loading);
  try {
    await fetchPosts();
    const answer = await ask(query);
    if (mine === round) await show(answer, mine);
  } catch {
    if (mine !== round) return;
    empty();
    say(texts.error);
    fetchPosts(true);
  }
}

/**
 * Ask the index of the page's language, and of the main one where the reader wants that.
 * @param {string} query
 */
async function ask(query) {
  const languages = alsoOriginal ? [language, main.lang] : [language];
  const answers = await Promise.all(languages.map(async (of) => {
    const index = await fetchIndex(folder, of);
    if (of === language && isStrange(query, index)) await fetchPosts(true);
    const places = mayMeanPlace(query, index) ? placesIn(query, await fetchPlaces(address(data.places)), index) : undefined;
    const ranking = ranked(query, index, signpost(query, posts, language), places);
    return { ranking, found: ranking.results.map((result) => ({ result, ranking, index, of })) };
  }));
  const seen = new Set();
  const all = answers.flatMap((it) => it.found).filter(({ result: { page } }) => !seen.has(page.address) && seen.add(page.address));
  return { all, ranking: answers[0].ranking };
}

/** @param {{all: Found[], ranking: Ranking}} answer @param {number} mine  the round it answers */
async function show({ all, ranking }, mine) {
  const wanted = all.filter((it) => !kind || it.result.page.kind === kind);
  const items = await Promise.all(wanted.slice(0, SHOWN_AT_ONCE).map(item));
  if (mine !== round) return;
  /** @type {HTMLAnchorElement | null} */
  const held = list.querySelector("a:focus");
  empty();
  found = wanted;
  waiting = wanted.slice(SHOWN_AT_ONCE);
  showKinds(all);
  list.append(...items);
  more.hidden = waiting.length === 0;
  const unknown = ranking.unknown.length && !post.firstChild ? texts.unknown.replace("{words}", ranking.unknown.join(", ")) : "";
  const count = (data.counts[plural.select(wanted.length)] ?? data.counts.other).replace("{number}", numbers.format(wanted.length));
  say([wanted.length ? count : texts.none, unknown].filter(Boolean).join(wanted.length ? " · " : " "));
  if (ranking.meant) showMeant(ranking.meant);
  if (!wanted.length) showHelp();
  if (wanted.length <= FEW && language !== main.lang && !alsoOriginal) offerOriginal();
  body.scrollTop = 0;
  // Somebody who has moved into the list on a slow phone must not be thrown out of it by a late answer.
  if (held) ([...list.querySelectorAll("a")].find((it) => it.href === held.href) ?? input).focus();
}

/** @param {string} query */
function showMeant(query) {
  const [before, after = ""] = texts.meant.split("{query}");
  const button = element("button", { type: "button", class: "search-again" }, query);
  button.addEventListener("click", async () => {
    input.value = query;
    await run();
    status.focus();
  });
  meant.append(before, button, after);
  meant.hidden = false;
}

/** @param {Found[]} all */
function showKinds(all) {
  /** @type {Map<string, number>} */
  const held = new Map();
  for (const { result: { page } } of all) held.set(page.kind, (held.get(page.kind) ?? 0) + 1);
  if (held.size < 2) return;
  filter.hidden = false;
  const names = [...held.keys()].sort((one, other) => (held.get(other) ?? 0) - (held.get(one) ?? 0));
  for (const name of ["", ...names]) {
    const chip = element("button", { type: "button", "aria-pressed": String(name === kind) }, name || texts.all);
    if (name) chip.append(" ", element("span", { class: "count" }, numbers.format(held.get(name) ?? 0)));
    chip.addEventListener("click", async () => {
      kind = name;
      await run();
      kinds.querySelector("[aria-pressed=true]")?.focus();
    });
    kinds.append(chip);
  }
}

function showHelp() {
  const links = data.links.map((it) => element("li", {}, element("a", { href: new URL(it.url, home).href }, it.text)));
  help.append(element("p", {}, texts.help), element("ul", {}, ...links));
}

/** Many pages are in the main language only: when the reader's language has little, look there too. */
function offerOriginal() {
  const button = element("button", { type: "button", class: "button" }, texts.original);
  button.addEventListener("click", async () => {
    alsoOriginal = true;
    await run();
    input.focus();
  });
  help.append(button);
}

/** @type {number | undefined} */
let pausing;
input.addEventListener("input", () => {
  clearTimeout(pausing);
  kind = "";
  filter.open = false;
  showPost();
  fetchPosts();
  pausing = setTimeout(run, PAUSE);
});

// Enter opens the list. A page is opened unseen only where its whole name was typed, and no other has it.
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearTimeout(pausing);
  await run();
  const named = found.filter((it) => it.result.named);
  if (named.length === 1 && named[0] === found[0] && !post.firstChild) list.querySelector("a")?.click();
  else status.focus();
});

more.addEventListener("click", async () => {
  const items = await Promise.all(waiting.splice(0, SHOWN_AT_ONCE).map(item));
  list.append(...items);
  more.hidden = waiting.length === 0;
  items[0]?.querySelector("a")?.focus();
});

close.addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});

// Up and down move through whom to call and the results, from the field and back to it.
dialog.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    event.preventDefault(); // or a browser empties the field first
    dialog.close();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const places = [input, ...post.querySelectorAll("a"), ...list.querySelectorAll("a")];
  const here = document.activeElement === status ? 0 : places.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
  if (here < 0 || !places[here + step]) return;
  event.preventDefault();
  places[here + step].focus();
});
