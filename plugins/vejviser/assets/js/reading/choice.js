// What a reader has chosen about the text: its size and the room in it, as the one word list that early.js puts on the
// page before it is drawn and the stylesheet asks for. What is as the page is from the start stands not in it.

/** @typedef {{size: "" | "large" | "largest", spacing: "" | "wide"}} Choice */

/** What can be chosen, in the order it is offered; "" is the page as it is. */
export const CHOICES = /** @type {const} */ ({ size: ["", "large", "largest"], spacing: ["", "wide"] });

/**
 * Read a word list; a word that no longer means anything is left out.
 * @param {string} [words]
 * @returns {Choice}
 */
export function read(words = "") {
  const said = words.split(" ");
  return {
    size: CHOICES.size.find((it) => it && said.includes(it)) ?? "",
    spacing: CHOICES.spacing.find((it) => it && said.includes(it)) ?? "",
  };
}

/**
 * The word list of a choice: "" when everything is as the page is.
 * @param {Choice} choice
 */
export const words = ({ size, spacing }) => [size, spacing].filter(Boolean).join(" ");
