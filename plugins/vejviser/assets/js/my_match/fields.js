/**
 * What the reader says of a match: a word and a colour of their own, the course, and the day of the meeting.
 *
 * @typedef {import("../checklist/dom.js").Words} Words
 * @typedef {import("./matches.js").Match} Match
 * @typedef {import("./page.js").WrittenCourse} WrittenCourse
 * @typedef {Pick<Match, "word" | "colour" | "course" | "start">} Said
 */
import { h } from "../checklist/dom.js";
import { isDate } from "../dates.js";
import { trace } from "./private_words.js";

export const COLOURS = ["green", "blue", "yellow", "red", "purple", "grey"];
let number = 0;

/**
 * Give the fields, and what stands in them.
 * @param {Said} said
 * @param {{t: Words, courses: WrittenCourse[], numbers: RegExp | null, changed?: (said: Said) => void}} options
 */
export function fields(said, { t, courses, numbers, changed }) {
  number += 1;
  const id = (/** @type {string} */ name) => `match-${name}-${number}`;
  const tell = () => changed?.(value());
  const warning = h("p", { class: "trouble", role: "status", hidden: true });
  const word = h("input", {
    id: id("word"),
    type: "text",
    maxlength: 40,
    dir: "auto",
    autocomplete: "off",
    "aria-describedby": id("word-hint"),
    oninput: () => {
      warn(warning, word.value, t, numbers);
      tell();
    },
  });
  word.value = said.word;
  const start = h("input", { id: id("start"), type: "date", autocomplete: "off", "aria-describedby": id("start-hint"), oninput: tell });
  start.value = said.start;
  const startLabel = h("label", { for: id("start") });
  const course = h("select", {
    id: id("course"),
    autocomplete: "off",
    onchange: () => {
      showStart();
      tell();
    },
  });
  course.append(...courses.map((it) => h("option", { value: it.id, lang: it.language, dir: "auto" }, it.title)));
  course.value = courses.some((it) => it.id === said.course) ? said.course : (courses[0]?.id ?? "");
  const radios = COLOURS.map((colour) => {
    const radio = h("input", { type: "radio", name: id("colour"), value: colour, autocomplete: "off", onchange: tell });
    radio.checked = colour === said.colour;
    return radio;
  });
  const colours = radios.map((radio) => h("label", { class: "colour" }, radio, mark(radio.value), " ", t(`colour_${radio.value}`)));

  function showStart() {
    const chosen = courses.find((it) => it.id === course.value);
    startLabel.replaceChildren(t("start"), " ", h("span", { lang: chosen?.startLanguage, dir: "auto" }, chosen?.start ?? ""));
  }

  /** Show what is kept now, but for what the reader is writing. @param {Said} kept */
  function show(kept) {
    if (word !== document.activeElement) word.value = kept.word;
    if (start !== document.activeElement) start.value = kept.start;
    if (courses.some((it) => it.id === kept.course)) course.value = kept.course;
    for (const radio of radios) radio.checked = radio.value === kept.colour;
    showStart();
  }

  /** @returns {Said} */
  function value() {
    const colour = radios.find((radio) => radio.checked)?.value ?? said.colour;
    return { word: word.value.trim(), colour, course: course.value, start: isDate(start.value) ? start.value : "" };
  }

  showStart();
  const element = h(
    "div",
    { class: "match-fields" },
    h("label", { for: id("word") }, t("word")),
    h("p", { class: "hint", id: id("word-hint") }, t("word_hint")),
    word,
    warning,
    h("fieldset", { class: "colours-of-match" }, h("legend", {}, t("colour")), ...colours),
    ...(courses.length > 1 ? [h("label", { for: id("course") }, t("course")), course] : []),
    startLabel,
    h("p", { class: "hint", id: id("start-hint") }, t("start_hint")),
    start,
  );
  return { element, value, show };
}

/** A match's colour, for the eye only: its name always stands beside it. @param {string} colour */
export const mark = (colour) => h("span", { class: "match-mark", "data-colour": colour, "aria-hidden": "true" });

/**
 * Say what in a text leads to a person. Nothing is refused.
 * @param {HTMLElement} place @param {string} text @param {Words} t
 * @param {RegExp | null} numbers  what has the shape of a national number
 */
export function warn(place, text, t, numbers) {
  const found = trace(text, numbers);
  const said = found && t(`trace_${found}`);
  if (place.textContent !== said) place.textContent = said;
  place.hidden = !said;
}
