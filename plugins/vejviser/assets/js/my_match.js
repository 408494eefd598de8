/**
 * »Mit match«: the reader's own matches, where each is in its course, its lists, notes and calendar. All of it lives on
 * the device only. The course itself stands on the page and is read without this script.
 *
 * @typedef {import("./my_match/matches.js").Match} Match
 */
import { h } from "./checklist/dom.js";
import { keepInTab, recallInTab } from "./device.js";
import { numbersLike } from "./digits.js";
import { Card } from "./my_match/card.js";
import { CopyPanel } from "./my_match/copy_panel.js";
import { COLOURS, fields } from "./my_match/fields.js";
import { Lists } from "./my_match/lists.js";
import { Matches } from "./my_match/matches.js";
import { read } from "./my_match/page.js";
import { saveForOffline, savedPages } from "./my_match/saved_pages.js";
import { ask } from "./question.js";

const root = document.querySelector("[data-my-match]");
const numbers = numbersLike(root.dataset.numbers);
const portal = new URL("../../../", import.meta.url).pathname;
const language = document.documentElement.lang;
const { courses, lists: written, t } = read(document);

const matches = new Matches(portal);
const lists = new Lists({ portal, lists: written, matches, t, changed: () => show() });
const panel = new CopyPanel({ portal, t, language, changed: reread });
/** The cards on the page, by the keys of their matches. @type {Map<string, Card>} */
const cards = new Map();
const trouble = h("p", { class: "trouble", role: "alert", hidden: true });
const said = h("p", { class: "said", role: "status" });
const shown = h("div", { class: "matches" });
const loose = h("section", { class: "match-loose", "aria-labelledby": "match-loose", hidden: true });
const pages = h("section", { class: "match-pages", "aria-labelledby": "match-pages", hidden: true });
const starting = h("details", { class: "match-new" });

/** Show the state of things; `words` are said to the reader. @param {string} [words] */
function show(words) {
  const all = matches.all;
  for (const [key, card] of cards) {
    if (all.some((match) => match.key === key)) continue;
    card.element.remove();
    cards.delete(key);
  }
  for (const match of all) {
    const card = cards.get(match.key) ?? new Card(match, { matches, lists, courses, t, language, numbers, changed: show, stay });
    if (!cards.has(match.key)) shown.append(card.element);
    cards.set(match.key, card);
    card.show(match);
  }
  showLoose();
  trouble.hidden = !matches.problem;
  trouble.textContent = matches.problem && t(matches.problem);
  if (words !== undefined) said.textContent = words;
  if (matches.waiting) ask();
}

function showLoose() {
  const nameOf = (/** @type {Match} */ match) => cards.get(match.key)?.name ?? "";
  const found = lists.loose;
  loose.hidden = !found.length;
  const rows = found.map((it) => lists.row(it, ...(matches.all.length ? [lists.choice(it, nameOf)] : [])));
  loose.replaceChildren(h("h2", { id: "match-loose" }, t("loose")), h("ul", { class: "match-copies" }, ...rows));
}

async function showPages() {
  const found = await savedPages().catch(() => []);
  const days = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const rows = found.map(({ path, title, language: lang, direction, days: left }) => {
    const remove = h(
      "button",
      { type: "button", "aria-label": t("page_remove_named", { title }), onclick: () => saveForOffline(path, false).finally(showPages) },
      t("page_remove"),
    );
    return h("li", {}, h("a", { href: path, lang, dir: direction }, title), ` · ${t("expires", { when: days.format(left, "day") })} `, remove);
  });
  pages.hidden = !rows.length;
  pages.replaceChildren(h("h2", { id: "match-pages" }, t("pages")), h("ul", { class: "match-copies" }, ...rows));
}

/** Give the form for a new match, with a colour that no other has. */
function begin() {
  const used = new Set(matches.all.map(({ colour }) => colour));
  const colour = COLOURS.find((it) => !used.has(it)) ?? COLOURS[0];
  const given = fields({ word: "", colour, course: courses[0].id, start: "" }, { t, courses, numbers });
  const create = h("button", { type: "submit", class: "primary" }, t("create"));
  const form = h("form", { autocomplete: "off" }, given.element, h("p", { class: "buttons" }, create));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const match = matches.create(given.value());
    starting.open = false;
    begin();
    show(t("created", { name: match.word || t(`colour_${match.colour}`) }));
    cards.get(match.key)?.element.scrollIntoView({ block: "nearest" });
  });
  starting.replaceChildren(h("summary", {}, t("new")), form);
  starting.open = !matches.all.length;
}

/**
 * Keep a match for good, or no longer than the others. The browser may still delete it when there is no room, or in some
 * browsers after a week without a visit; so it is asked to leave it alone, and what it answers is told.
 * @param {Match} match @param {boolean} wanted
 */
async function stay(match, wanted) {
  matches.stay(match, wanted);
  show(wanted ? "" : t("stays_no_more"));
  if (wanted) show(t((await navigator.storage?.persist?.().catch(() => false)) ? "persist_yes" : "persist_no"));
}

function reread() {
  matches.reload();
  lists.reload();
  show();
  showPages();
}

function forget() {
  matches.drop();
  lists.drop();
  panel.drop();
  show(t("was_wiped"));
  begin();
  showPages();
}

root.replaceChildren(trouble, shown, starting, said, loose, panel.element, pages);
show();
begin();
showPages();

addEventListener("answered", () => {
  matches.save();
  lists.save();
  show();
});
addEventListener("wiped", forget);
addEventListener("storage", (event) => matches.concerns(event) && reread());
// A page that is put away with a match in its memory may come back after everything was deleted: then its mark is gone.
addEventListener("pagehide", () => matches.waiting && keepInTab("waiting", 1));
addEventListener("pageshow", (event) => event.persisted && (recallInTab("waiting") || !matches.waiting ? reread() : forget()));
