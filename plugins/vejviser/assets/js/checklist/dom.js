/**
 * Make an element: `h("button", { type: "button", onclick }, "Slet")`. Properties that are no function become
 * attributes; `true` gives an empty attribute, `false` and `undefined` none. Text is always text, never HTML.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, (() => void) | string | number | boolean | undefined>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== undefined) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children);
  return element;
}

/** @typedef {(key: string, values?: Record<string, unknown>) => string} Words */

/**
 * Give the page's own words: `t("progress", { done: 3, all: 12 })`.
 * @param {Record<string, string>} texts
 * @returns {Words}
 */
export const words = (texts) => (key, values = {}) =>
  (texts[key] ?? key).replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
