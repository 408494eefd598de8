// »Er det en fælles computer?«: asked before anything is kept. It stands at the foot of the screen and stops nobody.

import { answer, device, refused } from "./device.js";

const box = document.querySelector("[data-device-question]");
const words = box.querySelector("[role=status]");
const buttons = box.querySelector(".buttons");
/** @type {HTMLElement | null | undefined} */
let back; // where the reader was

/** Ask, unless the reader has answered, or the browser keeps nothing anyway. */
export function ask() {
  back = /** @type {HTMLElement | null} */ (document.activeElement);
  if (device() || refused() || !box.hidden) return;
  buttons.hidden = false;
  box.hidden = false;
  box.classList.add("device-asking");
  const question = document.createElement("strong");
  question.textContent = box.dataset.ask;
  words.replaceChildren(question, ` ${box.dataset.why}`); // once it is shown, or nobody hears it
}

function done() {
  buttons.hidden = true;
  box.classList.remove("device-asking");
  words.textContent = box.dataset[device()] ?? "";
  box.hidden = !words.textContent;
}

for (const button of buttons.querySelectorAll("[data-answer]")) {
  button.addEventListener("click", () => {
    answer(button.dataset.answer);
    back?.focus({ preventScroll: true });
  });
}
addEventListener("answered", done);
addEventListener("wiped", done);
addEventListener("storage", () => {
  if (device() && box.matches(".device-asking")) dispatchEvent(new Event("answered")); // in another tab
});
