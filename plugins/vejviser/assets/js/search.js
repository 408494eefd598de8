// The search dialog. Pagefind's index of the page's language is fetched when the dialog opens for the first time.

import { spellings } from "./spellings.js";

const data = JSON.parse(document.getElementById("search-data").textContent);
const { texts, language } = data;
const plural = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);
// Each result is a file of its own: fetch few at first, and none for a word hardly begun.
const SHOWN_AT_ONCE = 5;
const SHORTEST = 2;
const PAUSE = 180;
/** A word as it was typed counts for more than a longer word that begins with it. */
const RANKING = { termSimilarity: 6 };

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in made && typeof value !== "string") made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

const address = (path) => new URL(path, document.baseURI);
const home = address(data.home);
/** The part of an address that is the same in every language. */
const danishRoot = language === "da" ? home.pathname : home.pathname.slice(0, -`${language}/`.length);

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
const more = element("button", { type: "button", class: "button search-more", hidden: true }, texts.more);
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

let pagefind;
let round = 0;
let found = [];
let kind = "";
let alsoDanish = false;

async function ready() {
  if (pagefind) return pagefind;
  const loaded = await import(address(`${data.index}pagefind.js`));
  await loaded.options({ excerptLength: 24, ranking: RANKING, noWorker: true }); // a worker is 12 kB more to fetch
  await loaded.init();
  await loaded.filters(); // or no answer says how many of each kind it holds
  pagefind = loaded;
  return pagefind;
}

/** Open the dialog; with a query, search for it at once. */
export async function openSearch(query = "") {
  if (!dialog.open) dialog.showModal();
  if (query) input.value = query;
  input.select();
  ready().catch(() => say(texts.error));
  if (query) await run();
}

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

/** Ask for the words as written; if no page has them, for each way the Danish letters could have been meant. */
async function ask(query) {
  const index = await ready();
  let answer;
  for (const words of [query, ...spellings(query)]) {
    answer = await index.search(words);
    if (answer.results.length) {
      return kind ? { ...(await index.search(words, { filters: { kind } })), filters: answer.filters } : answer;
    }
  }
  return answer;
}

async function show(answer, mine) {
  const first = await Promise.all(answer.results.slice(0, SHOWN_AT_ONCE).map((it) => it.data()));
  if (mine !== round) return;
  empty();
  found = answer.results.slice(SHOWN_AT_ONCE);
  const count = answer.results.length;
  showKinds(answer.filters.kind ?? {});
  list.append(...once(first).map(result));
  more.hidden = found.length === 0;
  if (count) say((data.counts[plural.select(count)] ?? data.counts.other).replace("{number}", numbers.format(count)));
  else showHelp();
  if (count <= SHOWN_AT_ONCE && language !== "da" && !alsoDanish) offerDanish();
  body.scrollTop = 0;
}

function showKinds(counts) {
  const names = Object.keys(counts).filter((name) => counts[name]);
  if (kind && !names.includes(kind)) names.push(kind);
  if (names.length < 2 && !kind) return;
  names.sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0));
  for (const name of ["", ...names]) {
    const chip = element("button", { type: "button", "aria-pressed": String(name === kind) }, name || texts.all);
    if (name) chip.append(" ", element("span", { class: "count" }, numbers.format(counts[name] ?? 0)));
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

/** Most pages are in Danish only: when the reader's language has little, look there too. */
function offerDanish() {
  const button = element("button", { type: "button", class: "button" }, texts.danish);
  button.addEventListener("click", async () => {
    alsoDanish = true;
    await pagefind.mergeIndex(address(data.index).href, { language: "da" });
    await run();
    input.focus();
  });
  help.append(button);
}

/** A page found in both languages is shown once, in the reader's own. */
function once(pages) {
  const path = (page) => new URL(ownAddress(page.url), location.origin).pathname;
  const seen = new Set([...list.querySelectorAll("a")].map((link) => new URL(link.href).pathname));
  const own = new Set(pages.filter((page) => !isDanish(page.url)).map(path));
  return pages.filter((page) => {
    if (seen.has(path(page)) || (isDanish(page.url) && own.has(path(page)))) return false;
    seen.add(path(page));
    return true;
  });
}

const isDanish = (url) => language !== "da" && !url.startsWith(home.pathname);

/** A Danish page is opened inside the reader's language: the menu stays hers, and the page says what it is. */
function ownAddress(url) {
  return isDanish(url) ? home.pathname + url.slice(danishRoot.length) : url;
}

function result(page) {
  const best = page.sub_results?.length ? bestPart(page) : page;
  const foreign = isDanish(page.url) ? { lang: "da", dir: "ltr" } : {};
  const link = element("a", { href: ownAddress(best.url), ...foreign }, page.meta.title ?? page.url);
  const facts = element("p", { class: "result-facts" });
  if (page.meta.kind) facts.append(element("span", { class: "tag" }, page.meta.kind));
  if (page.meta.audience) facts.append(" ", page.meta.audience);
  if (isDanish(page.url)) facts.append(" ", element("span", { class: "tag" }, texts.in_danish));
  const text = element("p", { class: "result-passage", ...foreign });
  const ofPart = best.url.includes("#");
  if (ofPart) text.append(element("b", {}, best.title), " · ");
  const passage = marked(best.excerpt ?? page.excerpt ?? "");
  const repeated = !ofPart && passage.map((it) => it.textContent).join("").startsWith(page.meta.title);
  text.append(...(repeated && page.meta.summary ? [page.meta.summary] : passage));
  return element("li", {}, link, facts, text);
}

/** The part of the page with most hits: the page itself, or what stands under one of its headings. */
function bestPart(page) {
  const hits = (part) => part.locations?.length ?? 0;
  return page.sub_results.reduce((best, part) => (hits(part) > hits(best) ? part : best));
}

/** Pagefind's excerpt as text and marks; nothing else it holds becomes part of the page. */
function marked(excerpt) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
  return [...parsed.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", {}, node.textContent) : new Text(node.textContent),
  );
}

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
  items[0]?.querySelector("a").focus();
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
  const here = places.indexOf(document.activeElement);
  if (here < 0 || !places[here + step]) return;
  event.preventDefault();
  places[here + step].focus();
});
