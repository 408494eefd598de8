// The list beside a book's start page: what is kept of it, and how many bytes that is. vejviser/pages/whole_book.py

/**
 * Addresses with their bytes; `shell` is what every kept page needs, in bytes.
 * @typedef {{pages: [string, number][], files: [string, number][], shell: number}} BookList
 */

/**
 * All bytes of a book.
 * @param {BookList} list
 */
export const bytes = ({ pages, files, shell }) => [...pages, ...files].reduce((sum, [, each]) => sum + each, shell);

/**
 * Bytes as people read them: "480 kB", "1,2 MB". As on the other pages of the portal, 1 kB is 1000 bytes.
 * @param {number} all @param {string} language
 */
export function size(all, language) {
  const [unit, one] = all < 995_000 ? ["kilobyte", 1000] : ["megabyte", 1_000_000];
  const format = new Intl.NumberFormat(`${language}-u-nu-latn`, { style: "unit", unit, maximumFractionDigits: one > 1000 ? 1 : 0 });
  return format.format(all / one).replaceAll(" ", "\u00a0"); // a number and its unit stay on one line
}

/**
 * Fill the {places} of a text.
 * @param {string} text @param {Record<string, string | number>} values
 */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));

/**
 * Ask for page after page; `keep` answers whether one is kept, `go` whether to go on. Files are asked for with the first.
 * Gives what became of it; what was kept before it stopped is for the caller to throw away.
 * @param {BookList} list
 * @param {(page: string, files: string[]) => Promise<boolean>} keep
 * @param {(done: number) => boolean} go
 * @returns {Promise<"kept" | "cancelled" | "failed">}
 */
export async function fetchAll({ pages, files }, keep, go) {
  for (const [done, [page]] of pages.entries()) {
    if (!go(done)) return "cancelled";
    const kept = await keep(page, done ? [] : files.map(([path]) => path)).catch(() => false);
    if (!kept) return "failed";
  }
  return go(pages.length) ? "kept" : "cancelled";
}
