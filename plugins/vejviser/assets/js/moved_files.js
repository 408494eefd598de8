// A file that is filled in for a place says so in its name: <places>/aaby/aftale-aaby.da.docx (ADR 167). Before, it was
// called <places>/aaby/aftale.da.docx, and that address stands in mails and on other sites.

/**
 * Give a file's name with the place that it is filled in for; as it is when there is none.
 * @param {string} name  what the blank file is called
 * @param {string} slug  of the place
 */
export const withPlace = (name, slug) => (slug ? name.replace(/(?=\.)|$/, `-${slug}`) : name);

/**
 * Give the address of a file that is filled in for a place.
 * @param {string} places  the folder of all places, with its last slash
 * @param {string} slug    of the place
 * @param {string} name    what the blank file is called
 */
export function filledIn(places, slug, name) {
  return `${places}${slug}/${withPlace(name, slug)}`;
}

/**
 * Give the present address of a file that is asked for by its earlier one; "" for any other path.
 * @param {string} path
 * @param {string} places
 */
export function fileNow(path, places) {
  if (!path.startsWith(places)) return "";
  const [, slug = "", name = ""] = /^([\w-]+)\/([\w-]+\.[\w-]+\.(?:docx|odt|pdf|zip))$/.exec(path.slice(places.length)) ?? [];
  return slug && !name.split(".")[0].endsWith(`-${slug}`) ? filledIn(places, slug, name) : "";
}

/**
 * Give the code of the reader's language that a document's name says, the second one of two; "" for any other path.
 * @param {string} path
 */
export function languageOfFile(path) {
  return /\.(?:[a-z]{2,3}-)?([a-z]{2,3})\.\w+$/.exec(path)?.[1] ?? "";
}
