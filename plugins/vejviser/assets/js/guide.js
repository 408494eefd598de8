// A guide and its plan: the tasks of one role, and every deadline as a date. Both are read without this script.
//
// The role is remembered for all guides. The date stays in this tab only.

import { device, keep, keepInTab, randomKey, recall, recallInTab } from "./device.js";
import { inWords, isDate, parseOffset, shift } from "./dates.js";

const form = document.querySelector("[data-guide]");
const language = document.documentElement.lang;
const guide = form.dataset.guide;
const tasks = [...document.querySelectorAll(".prose [data-step]")].filter((it) => !it.closest("svg"));
const dots = [...document.querySelectorAll(".timeline [data-step]")];
const dateField = form.elements.dato;
const ROLE = "role";
const DATE = `start:${guide}`;
const CALENDAR = `calendar:${guide}`; // what a calendar has been given of this plan; a date that is deleted ends the plan

const role = () => form.elements.rolle.value;
const start = () => (dateField && isDate(dateField.value) ? dateField.value : "");
/** @param {Task | Dot} element */
const concerns = (element) => !role() || element.dataset.roles.split(" ").includes(role());

function showRole() {
  for (const task of tasks) task.hidden = !concerns(task);
  for (const dot of dots) dot.classList.toggle("timeline-other", !concerns(dot));
  for (const phase of document.querySelectorAll("[data-phase]")) {
    const empty = [...phase.querySelectorAll("[data-step]")].every((task) => task.hidden);
    const note = phase.querySelector("[data-empty]");
    if (note) note.hidden = !empty;
    else phase.hidden = empty;
    if (phase instanceof HTMLDetailsElement && role()) phase.open = !empty; // few are left: all of them are seen at once
  }
  const shown = tasks.filter((task) => !task.hidden).length;
  form.querySelector("[data-shown]").textContent = form.dataset.count
    .replace("{shown}", shown)
    .replace("{all}", tasks.length);
}

/** @typedef {import("./dates.js").Planned & {task: Task}} Deadline */

/** The visible tasks with a deadline, as days, earliest first. @returns {Deadline[]} */
function deadlines() {
  return tasks
    .filter((task) => !task.hidden && task.dataset.offset)
    .map((task) => ({ id: task.dataset.step, title: task.dataset.title, note: task.dataset.note, occurrence: 1, date: due(task), task }))
    .sort((one, other) => one.date.localeCompare(other.date));
}

/** @param {Task} task */
const due = (task) => shift(start(), parseOffset(task.dataset.offset ?? ""));

/** @param {string} date */
function time(date) {
  const element = document.createElement("time");
  element.dateTime = date;
  element.textContent = inWords(date, language);
  return element;
}

function showDates() {
  const place = form.querySelector("[data-deadlines]");
  if (!place) return;
  const day = start();
  place.hidden = !day;
  for (const task of tasks) {
    task.querySelector("[data-due]").replaceChildren(...(day && task.dataset.offset ? [time(due(task))] : []));
  }
  for (const blank of document.querySelectorAll("[data-start-day]")) blank.textContent = day ? inWords(day, language) : "";
  if (day) place.querySelector("ol").replaceChildren(...deadlines().map(line));
  if (day) writer().catch(() => {}); // on its way while the days are read; asked for again when needed
}

/** @param {Deadline} deadline */
function line({ date, title, task }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = task.matches("tr") ? task.querySelector("a").href : `#${task.dataset.step}`;
  link.textContent = title;
  item.append(time(date), " ", link);
  return item;
}

/** @type {Promise<typeof import("./given.js")> | undefined} */
let writing;

/** What writes a calendar file. Few readers need it, so it does not come with the page. */
function writer() {
  writing ??= import("./given.js").catch((error) => {
    writing = undefined;
    throw error;
  });
  return writing;
}

async function download() {
  const said = form.querySelector("[data-ics-failed]");
  said.textContent = "";
  let handOut;
  try {
    ({ handOut } = await writer());
  } catch {
    said.textContent = said.dataset.icsFailed;
    return;
  }
  const plan = deadlines();
  const { key, given } = recallInTab(CALENDAR) ?? { key: randomKey(), given: {} };
  const shown = new Set(plan.map(({ id, occurrence }) => `${id}.${occurrence}`));
  const before = Object.fromEntries(Object.entries(given).filter(([name]) => shown.has(name))); // another role calls nothing off
  const file = handOut(
    before,
    {
      owner: guide,
      key,
      days: plan,
      title: (number) => plan[number - 1].title,
      calledOff: "", // the steps of a guide stay
      name: form.dataset.calendar,
      url: location.href.split(/[?#]/)[0],
    },
    new Date(),
  );
  keepInTab(CALENDAR, { key, given: { ...given, ...file.given } });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([file.text], { type: "text/calendar" }));
  link.download = `${guide}-${start()}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function show() {
  showRole();
  showDates();
}

function remember() {
  keep(ROLE, role());
  if (!device()) import("./question.js").then(({ ask }) => ask()).catch(() => {}); // until then it stays in the tab
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", ({ target }) => {
  if (target === dateField) keepInTab(DATE, start());
  else remember();
  show();
});
form.querySelector("[data-ics]")?.addEventListener("click", download);
addEventListener("wiped", () => {
  form.reset();
  history.replaceState(null, "", location.pathname);
  show();
});
document.querySelector("[data-print]")?.addEventListener("click", () => print());
for (const dot of dots) {
  dot.addEventListener("click", () => {
    const step = document.getElementById(dot.dataset.step);
    if (tasks.find((task) => task.contains(step))?.hidden) return;
    const phase = step.closest("details");
    if (phase) phase.open = true;
    step.scrollIntoView();
  });
}

const asked = new URLSearchParams(location.search).get("rolle") ?? recall(ROLE);
for (const option of form.elements.rolle) if (option.value === asked) option.checked = true;
if (dateField) {
  dateField.value = recallInTab(DATE) ?? "";
  form.querySelector("[data-clear]")?.addEventListener("click", () => {
    dateField.value = "";
    keepInTab(DATE, "");
    keepInTab(CALENDAR, "");
    show();
    dateField.focus();
  });
}
const mine = form.closest("details");
if (mine) mine.open = Boolean(role() || start());
show();
