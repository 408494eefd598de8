/**
 * One match on the page: where it is, what comes next, its lists, its note, and what can be done with it.
 *
 * @typedef {import("../checklist/dom.js").Words} Words
 * @typedef {import("./matches.js").Match} Match
 * @typedef {import("./matches.js").Matches} Matches
 * @typedef {import("./lists.js").Lists} Lists
 * @typedef {import("./page.js").WrittenCourse} WrittenCourse
 * @typedef {object} Parts
 * @property {Matches} matches
 * @property {Lists} lists
 * @property {WrittenCourse[]} courses
 * @property {Words} t
 * @property {string} language
 * @property {RegExp | null} numbers   what has the shape of a national number
 * @property {(words?: string) => void} changed   show the page again, and say something
 * @property {(match: Match, stay: boolean) => void} stay
 */
import { confirmed } from "../checklist/dialogs.js";
import { h } from "../checklist/dom.js";
import { inWords, isDate } from "../dates.js";
import { device } from "../device.js";
import { between, days, next, now } from "./course.js";
import { fields, mark, warn } from "./fields.js";

/** The day it is where the reader is: "2026-11-29". */
export const todayHere = () => new Date().toLocaleDateString("sv");

export class Card {
  /** @param {Match} match @param {Parts} parts */
  constructor(match, parts) {
    this.match = match;
    this.parts = parts;
    const { t } = parts;
    this.inDays = new Intl.RelativeTimeFormat(parts.language, { numeric: "auto" });
    this.heading = h("h2", { id: `match-${match.key}` });
    this.now = h("div", { class: "match-now" });
    this.next = h("p", { class: "match-next" });
    this.listed = h("div", { class: "match-lists" });
    this.days = h("ol", { class: "match-days" });
    this.allDays = h("details", {}, h("summary", {}, t("all_days")), this.days);
    this.download = h("button", { type: "button", class: "primary", onclick: () => this.#calendar() }, t("download"));
    this.said = h("p", { class: "said", role: "status" });
    this.until = h("p", { class: "hint" });
    this.stay = h("button", { type: "button", onclick: () => this.#stay() }, t("stay"));
    this.fields = fields(match, { t, courses: parts.courses, numbers: parts.numbers, changed: (said) => this.#change(said) });
    /** @type {HTMLTextAreaElement} */
    this.note = h("textarea", {
      id: `note-${match.key}`,
      rows: 3,
      dir: "auto",
      autocomplete: "off",
      "aria-describedby": `note-hint-${match.key}`,
      oninput: () => this.#change({ note: this.note.value }),
    });
    this.warning = h("p", { class: "trouble", role: "status", hidden: true });
    /** @type {HTMLInputElement} */
    this.ended = h("input", {
      id: `ended-${match.key}`,
      type: "date",
      autocomplete: "off",
      "aria-describedby": `ended-hint-${match.key}`,
      oninput: () => this.#change({ ended: isDate(this.ended.value) ? this.ended.value : "" }),
    });
    this.element = h(
      "section",
      { class: "match", "aria-labelledby": this.heading.id, "data-match": match.key },
      this.heading,
      this.now,
      this.next,
      h("p", { class: "buttons" }, this.download),
      this.said,
      this.allDays,
      this.listed,
      this.#note(),
      this.#manage(),
    );
  }

  get course() {
    const { courses } = this.parts;
    return courses.find(({ id }) => id === this.match.course) ?? courses[0];
  }

  /** What the match is called where only its colour may be told. */
  get colour() {
    return this.parts.t(`colour_${this.match.colour}`);
  }

  /** What the reader calls it. */
  get name() {
    return this.match.word || this.colour;
  }

  /** Show the state of things. @param {Match} match  as it is kept now */
  show(match) {
    this.match = match;
    const { course, parts } = this;
    const { t, lists } = parts;
    const today = todayHere();
    const name = h("bdi", {}, this.name); // in the reader's own letters
    const heading = match.word ? [mark(match.colour), " ", name, h("span", { class: "visually-hidden" }, ` (${this.colour})`)] : [mark(match.colour), " ", name];
    this.heading.replaceChildren(...heading);
    const all = days(course, match);
    this.#showNow(today);
    this.#showNext(all, today);
    this.days.replaceChildren(...all.map((day) => this.#day(day, today)));
    this.allDays.hidden = !all.length;
    this.download.hidden = !all.length && !Object.keys(match.given).length;
    if (!this.download.hidden) this.#writer().catch(() => {}); // on its way while the days are read
    this.listed.replaceChildren(...lists.of(match, now(course.steps, match, today).flatMap((index) => course.used.get(course.steps[index].id) ?? [])));
    this.#showKept();
    this.fields.show(match);
    if (this.note !== document.activeElement) this.note.value = match.note;
    if (this.ended !== document.activeElement) this.ended.value = match.ended;
    warn(this.warning, match.note, t, this.parts.numbers);
  }

  /** @param {string} today */
  #showNow(today) {
    const { match, course } = this;
    const { t } = this.parts;
    const steps = now(course.steps, match, today).map((index) => course.steps[index]);
    const lines = steps.map((step) => copied(course.lines.get(`step.${step.id}`)));
    const when = isDate(match.start) && !(match.ended && match.ended <= today) ? this.#since(match.start, today) : "";
    this.now.replaceChildren(
      h("p", { class: "match-label" }, t(match.ended && match.ended <= today ? "now_ended" : "now")),
      h("ul", { class: "match-steps" }, ...lines.map((line) => h("li", {}, line))),
      ...(when ? [h("p", { class: "hint" }, when)] : []),
      ...(match.start || match.ended ? [] : [h("p", { class: "hint" }, t("no_start"))]),
    );
  }

  /** @param {string} start @param {string} today */
  #since(start, today) {
    const when = this.inDays.format(between(today, start), "day");
    return this.parts.t("since", { day: inWords(start, this.parts.language), when });
  }

  /** @param {import("./course.js").Day[]} all @param {string} today */
  #showNext(all, today) {
    const { t, language } = this.parts;
    const coming = next(all, today);
    this.next.hidden = !coming;
    if (!coming) return;
    const line = copied(this.course.lines.get(coming.id));
    const when = h("time", { datetime: coming.date }, inWords(coming.date, language));
    const left = this.inDays.format(between(today, coming.date), "day");
    this.next.replaceChildren(h("span", { class: "match-label" }, t("next")), " ", line, " · ", when, ` (${left})`);
  }

  /** @param {import("./course.js").Day} day @param {string} today */
  #day({ id, date }, today) {
    const when = h("time", { datetime: date }, inWords(date, this.parts.language));
    return h("li", { class: date < today ? "past" : undefined }, when, " ", copied(this.course.lines.get(id)));
  }

  #showKept() {
    const { t, matches } = this.parts;
    const left = matches.daysLeft(this.match);
    const own = device() === "own" && !Number.isNaN(left);
    const when = left === Infinity ? t("stays") : own ? t("expires", { when: this.inDays.format(left, "day") }) : "";
    this.until.textContent = own ? when : t(device() === "shared" ? "in_tab" : "not_kept");
    this.stay.hidden = !own;
    this.stay.setAttribute("aria-pressed", String(left === Infinity));
    this.stay.setAttribute("aria-label", t("stay_named", { name: this.name }));
  }

  /** @param {Partial<Match>} said */
  #change(said) {
    const { lists, matches, changed } = this.parts;
    if (said.start !== undefined) lists.move(this.match, said.start);
    matches.change(this.match, said);
    changed();
  }

  #note() {
    const { t } = this.parts;
    const hint = h("p", { class: "hint", id: `note-hint-${this.match.key}` }, t("note_hint"));
    return h("div", { class: "match-fields" }, h("label", { for: this.note.id }, t("note")), hint, this.note, this.warning);
  }

  #manage() {
    const { t } = this.parts;
    const hint = h("p", { class: "hint", id: `ended-hint-${this.match.key}` }, t("ended_hint"));
    const end = h("div", { class: "match-fields" }, h("label", { for: this.ended.id }, t("ended")), hint, this.ended);
    const remove = h("button", { type: "button", onclick: () => this.#remove() }, t("delete"));
    const buttons = h("p", { class: "buttons" }, this.stay, remove);
    return h("details", { class: "match-manage" }, h("summary", {}, t("manage")), this.fields.element, end, this.until, buttons);
  }

  #stay() {
    this.parts.stay(this.match, this.stay.getAttribute("aria-pressed") !== "true");
  }

  async #remove() {
    const { t, matches, changed } = this.parts;
    const { name } = this;
    const sure = { title: t("delete_title", { name }), text: t("delete_text"), yes: t("delete_yes"), no: t("cancel") };
    if (!(await confirmed(sure))) return;
    matches.remove(this.match);
    changed(t("was_deleted", { name }));
  }

  /** What writes the calendar file. Few readers need it, so it does not come with the page. */
  #writer() {
    this.writer ??= import("./calendar.js").catch((error) => {
      /** @type {Promise<typeof import("./calendar.js")> | undefined} */
      this.writer = undefined;
      throw error;
    });
    return this.writer;
  }

  async #calendar() {
    const { t, matches } = this.parts;
    try {
      const { download } = await this.#writer();
      matches.change(this.match, { given: download(this.match, this.course, { t, colour: this.colour }) });
      this.said.textContent = t("downloaded");
    } catch {
      this.said.textContent = t("download_failed");
    }
  }
}

/** A line of the course as it was written, in its own language. @param {HTMLElement | undefined} line */
function copied(line) {
  const copy = h("span");
  copy.append(...[...(line?.childNodes ?? [])].map((node) => node.cloneNode(true)));
  return copy;
}
