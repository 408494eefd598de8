/**
 * Questions to the reader, as dialogs of the page itself: they keep the focus while they are open, close with Escape,
 * and give the focus back to where it was.
 */
import { h } from "./dom.js";

/**
 * Ask whether something that cannot be undone should be done.
 * @param {{title: string, text: string, yes: string, no: string}} question
 * @returns {Promise<boolean>}
 */
export async function confirmed({ title, text, yes, no }) {
  const answer = await opened("alertdialog", title, [h("p", { id: "dialog-text" }, text)], { yes, no, danger: true });
  return answer === "yes";
}

/**
 * Ask for a name. Gives "" when the reader thinks better of it.
 * @param {{title: string, label: string, hint: string, value: string, taken: string[], twice: string,
 *   yes: string, no: string}} question
 * @returns {Promise<string>}
 */
export async function named({ title, label, hint, value, taken, twice, yes, no }) {
  /** @type {HTMLInputElement} */
  const input = h("input", {
    id: "dialog-name",
    type: "text",
    required: true,
    maxlength: 40,
    autocomplete: "off",
    autofocus: true,
    "aria-describedby": "dialog-text",
    oninput: () => input.setCustomValidity(taken.includes(input.value.trim()) ? twice : ""),
  });
  input.value = value;
  const parts = [h("label", { for: "dialog-name" }, label), h("p", { id: "dialog-text", class: "hint" }, hint), input];
  const answer = await opened("dialog", title, parts, { yes, no, danger: false });
  return answer === "yes" ? input.value.trim() : "";
}

/**
 * Show a dialog and give the value of the button it was closed with; "" for Escape and for no.
 * @param {string} role
 * @param {string} title
 * @param {HTMLElement[]} parts
 * @param {{yes: string, no: string, danger: boolean}} choices
 * @returns {Promise<string>}
 */
function opened(role, title, parts, { yes, no, danger }) {
  const refuse = h("button", { type: "button", onclick: () => dialog.close("") }, no);
  const accept = h("button", { type: "submit", value: "yes", class: danger ? "danger" : "primary" }, yes);
  const heading = h("h2", { id: "dialog-title" }, title);
  const buttons = h("div", { class: "buttons" }, refuse, accept);
  /** @type {HTMLDialogElement} */
  const dialog = h(
    "dialog",
    { class: "question", role, "aria-labelledby": "dialog-title", "aria-describedby": "dialog-text" },
    h("form", { method: "dialog" }, heading, ...parts, buttons),
  );
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue);
      dialog.remove();
    });
    (document.querySelector(".vejviser") ?? document.body).append(dialog); // in another's site, ours stands in a part of it
    dialog.showModal();
    dialog.querySelector("input")?.select();
  });
}
