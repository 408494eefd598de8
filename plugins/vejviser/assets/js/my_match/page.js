/**
 * What the page of one's own matches was written with: the courses, the lists, and the words.
 *
 * @typedef {import("../checklist/dom.js").Words} Words
 * @typedef {import("./course.js").Course} Course
 * @typedef {object} Written
 * @property {string} id
 * @property {string} title
 * @property {string} language                 the title's
 * @property {string} start                    what is counted from, in words
 * @property {string} startLanguage
 * @property {Map<string, HTMLElement>} lines  the titles of steps and follow-ups as they stand on the page, by their days' ids
 * @property {Map<string, string[]>} used      the ids of the checklists that a step uses, by the step's id
 * @typedef {Course & Written} WrittenCourse
 * @typedef {{title: string, language: string, direction: string, url: string, items: Record<string, string>}} WrittenList
 */
import { words } from "../checklist/dom.js";
import { isCourse } from "./course.js";

/**
 * @param {Document} page
 * @returns {{courses: WrittenCourse[], lists: Map<string, WrittenList>, t: Words}}
 */
export function read(page) {
  const { texts, lists } = JSON.parse(page.getElementById("my-match-data")?.textContent ?? "{}");
  return {
    t: words(texts),
    courses: [...page.querySelectorAll("[data-course]")].map(course).filter(isCourse),
    lists: new Map(Object.entries(lists)),
  };
}

/** @param {CourseElement} element @returns {WrittenCourse} */
function course(element) {
  const steps = [...element.querySelectorAll("[data-step]")];
  const followUps = [...element.querySelectorAll("[data-follow-up]")];
  return {
    id: element.dataset.course,
    title: element.dataset.title,
    language: element.dataset.language,
    start: element.dataset.start,
    startLanguage: element.dataset.startLanguage,
    steps: steps.map((it) => ({ id: it.dataset.step, title: it.textContent ?? "", offset: it.dataset.offset })),
    followUps: followUps.map((it) => ({
      id: it.dataset.followUp,
      title: it.textContent ?? "",
      offset: it.dataset.offset,
      repeat: it.dataset.repeat,
      until: it.dataset.until,
      count: Number(it.dataset.count) || undefined,
    })),
    lines: new Map([...steps.map((it) => line(`step.${it.dataset.step}`, it)), ...followUps.map((it) => line(it.dataset.followUp, it))]),
    used: new Map(steps.map((it) => [it.dataset.step, [...it.closest("li").querySelectorAll("[data-list]")].map(({ dataset }) => dataset.list)])),
  };
}

/** @param {string} id @param {HTMLElement} element @returns {[string, HTMLElement]} */
const line = (id, element) => [id, element];
