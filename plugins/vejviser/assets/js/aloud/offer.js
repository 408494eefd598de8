/** »Læs højt« among the reading tools: shown where the device has a voice of its own for what stands on the page. */
import { h } from "../checklist/dom.js";
import { languages } from "./page.js";
import { unlock, voice } from "./speech.js";

/**
 * Give the part of the panel that offers it.
 * @param {Record<string, string>} texts
 * @param {() => void} pressed
 */
export function offer(texts, pressed) {
  const onclick = () => {
    languages().filter(voice).slice(0, 1).forEach(unlock);
    pressed();
  };
  const button = h("button", { type: "button", class: "button", onclick }, texts.aloud_start);
  const about = h("span", { class: "reading-about" }, texts.aloud_about);
  const part = h("fieldset", { hidden: true }, h("legend", {}, texts.aloud), h("div", { class: "reading-row" }, button, about));
  const look = () => (part.hidden = !languages().some(voice));
  speechSynthesis.onvoiceschanged = look; // the voices come late, and may go
  addEventListener("beside", look);
  look();
  return part;
}
