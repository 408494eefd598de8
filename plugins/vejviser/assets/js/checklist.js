/**
 * A checklist that remembers. The page is written by the server and can be read, ticked and printed without this
 * script; with it the list keeps copies, notes and dates, and tells how far the reader has come.
 */
import { Calendar } from "./checklist/calendar.js";
import { Copies } from "./checklist/copies.js";
import { h, words } from "./checklist/dom.js";
import { List } from "./checklist/list.js";
import { Tools } from "./checklist/tools.js";
import { inWords } from "./dates.js";
import { keepInTab, recallInTab } from "./device.js";
import { ask } from "./question.js";

const root = document.querySelector("[data-checklist]");
const given = document.getElementById("checklist-texts");

if (root && given) {
  begin(root, JSON.parse(given.textContent));
}

/**
 * @param {ChecklistElement} element
 * @param {Record<string, string>} texts
 */
function begin(element, texts) {
  const t = words(texts);
  const name = element.dataset.checklist;
  const portal = new URL("../../../", import.meta.url).pathname;
  const language = element.closest("[lang]").lang; // a page that falls back to the main language says its days in it
  const list = new List(element, t, language);
  const copies = new Copies({ place: portal + name, items: list.said, firstName: t("name_next", { number: 1 }) });
  const tools = new Tools({ list, copies, t, language, changed: show });
  const plan = document.querySelector("[data-follow-ups]");
  const calendar = plan && new Calendar(plan, { copies, t, language, list: name, start: plan.dataset.start, changed });
  const printed = h("p", { class: "on-paper printed" });
  element.prepend(tools.element, printed);
  element.append(tools.kept);

  function show() {
    copies.role = list.roles.has(copies.role) ? copies.role : ""; // the list may have lost a role since
    list.show(copies);
    calendar?.show();
    tools.show();
    changed();
  }

  /** What the reader did waits for their answer. */
  function changed() {
    tools.showCopies();
    if (copies.waiting) {
      ask();
    }
  }

  /** @param {string} id @param {boolean} done */
  function tick(id, done) {
    copies.tick(id, done);
    list.mark(copies);
    tools.show();
    changed();
    const { title, items } = list.sectionOf(id);
    const part = list.count(copies, items);
    const whole = list.count(copies);
    const key = whole.done === whole.all ? "all_done" : "told";
    tools.tell(t(key, { section: title, done: part.done, all: part.all, total_done: whole.done, total: whole.all }));
  }

  /** @param {string} id @param {string} text */
  function note(id, text) {
    copies.note(id, text);
    list.mark(copies);
    tools.show();
    changed();
  }

  list.listen({ tick, note });
  show();

  function reread() {
    copies.reload();
    show();
  }

  function forget() {
    copies.drop();
    show();
    tools.say(t("was_wiped"));
  }

  // A page that is put away with notes in its memory may come back after everything was deleted: then its mark is gone.
  addEventListener("pagehide", () => copies.waiting && keepInTab("waiting", 1));
  addEventListener("pageshow", (event) => event.persisted && (recallInTab("waiting") || !copies.waiting ? reread() : forget()));
  addEventListener("answered", () => {
    copies.save();
    show();
  });
  addEventListener("wiped", forget);
  addEventListener("storage", (event) => copies.concerns(event) && reread());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && reread());
  addEventListener("beforeprint", () => {
    const day = inWords(new Date().toLocaleDateString("sv"), language); // "sv" writes 2026-11-22
    printed.textContent = t("printed", { name: copies.nameOf(), day, ...list.count(copies) });
  });
}
