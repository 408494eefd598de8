/**
 * »Læs højt«: a voice of the device reads the page, passage by passage, and a bar below it stops and moves it. It comes
 * when a reader asks for it. Nothing is sent and nothing is kept, and leaving the page ends it.
 *
 * @typedef {Record<string, string>} Texts  see pages/reading_tools.py
 */
import { h, words } from "../checklist/dom.js";
import { stylesheet } from "../stylesheet.js";
import { language, languages, mark, pieces } from "./page.js";
import { passages } from "./passages.js";
import { Player } from "./player.js";
import { hush, speak, voice } from "./speech.js";

const SHEET = new URL("../../css/aloud.css", import.meta.url);
/** What the button in the middle says and does in each state of the player. */
const MAIN = /** @type {const} */ ({
  stopped: "again",
  reading: "pause",
  paused: "resume",
  ended: "again",
  failed: "again",
});
/** @type {Promise<() => void> | undefined} */
let starting;

/**
 * Read the page from its beginning. Rejects when the bar cannot be had.
 * @param {Texts} texts
 * @param {HTMLElement} opener  what was pressed: the bar stands behind it, and gives the focus back
 */
export async function begin(texts, opener) {
  starting ??= stylesheet(SHEET).then(() => bar(texts, opener));
  starting.catch(() => (starting = undefined)); // the next press may have it
  const start = await starting;
  start();
}

/**
 * Make the bar.
 * @param {Texts} texts @param {HTMLElement} opener
 * @returns {() => void} what begins to read
 */
function bar(texts, opener) {
  const t = words(texts);
  const player = new Player({ speak, hush }, show);
  const main = h("button", { type: "button", class: "aloud-main", onclick: press });
  const place = h("span", { class: "aloud-place" });
  const said = h("span", { role: "status" });
  const button = (/** @type {"back" | "next" | "stop"} */ name) =>
    h("button", { type: "button", onclick: () => player[name]() }, t(`aloud_${name}`));
  const box = h(
    "section",
    { class: "aloud-bar", "aria-label": t("aloud"), hidden: true },
    ...[button("back"), main, button("next"), button("stop"), place, said],
  );
  box.addEventListener("keydown", ({ key }) => key === "Escape" && player.stop());
  for (const leaving of ["pagehide", "beside", "wiped"]) addEventListener(leaving, () => player.stop());
  opener.closest("header")?.append(box);

  function start() {
    const page = pieces();
    const speaks = (/** @type {string} */ its) => voice(its) !== undefined;
    player.start(page ? passages(page, language() ?? "", { speaks, done: t("aloud_done") }) : []);
    if (player.state === "reading") said.textContent = languages().every(speaks) ? "" : t("aloud_skipped");
    main.focus();
  }

  function press() {
    const does = { pause: () => player.pause(), resume: () => player.resume(), again: start };
    does[MAIN[player.state]]();
  }

  function show() {
    const { state, passage, sentence, at, passages: all } = player;
    const isOn = state === "reading" || state === "paused";
    if (state === "stopped" && box.contains(document.activeElement)) opener.focus();
    box.hidden = state === "stopped";
    main.textContent = t(`aloud_${MAIN[state]}`);
    place.textContent = isOn ? t("aloud_place", { number: at + 1, all: all.length }) : "";
    if (!isOn) said.textContent = state === "stopped" ? "" : t(`aloud_${state}`);
    mark(isOn ? passage : undefined, sentence);
  }

  return start;
}
