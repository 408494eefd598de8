// Elements of the search, made from their names.

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** @type {SearchData} */
export const data = JSON.parse(document.getElementById("search-data")?.textContent ?? "{}");
/** @param {string} path */
export const address = (path) => new URL(path, document.baseURI);
export const home = address(data.home);
export const folder = address(data.index);
