// Before a draft is published: another one has seen it where the portal wants that, and the portal's check found nothing.

/** @typedef {import("./verdict.js").Forge} Forge */
/** @typedef {import("./verdict.js").Verdict} Verdict */
/** @typedef {Record<string, string>} Texts */
/**
 * @typedef {object} Notice
 * @property {string} text
 * @property {string[]} lines
 * @property {string} link
 * @property {boolean} bad
 */

/**
 * Return why a draft cannot be published now; undefined when it can.
 * @param {Forge} forge
 * @param {string} branch
 * @param {string} login who wants to publish
 * @param {boolean} second whether another one must have seen it
 * @param {Texts} texts
 * @returns {Promise<Notice | undefined>}
 */
export async function hindrance(forge, branch, login, second, texts) {
  if (second && login && (await forge.author(branch)) === login) return notice(texts["notice-second"], true);
  const found = await forge.verdict(branch);
  if (found.state === "failed") return told(found, texts);
  return found.state === "waiting" ? notice(texts["notice-wait"], true) : undefined;
}

/**
 * Return what is told of a verdict.
 * @param {Verdict} verdict
 * @param {Texts} texts
 * @returns {Notice | undefined}
 */
export function told(verdict, texts) {
  if (verdict.state === "failed") return { ...notice(texts["notice-failed"], true), lines: verdict.lines, link: verdict.link };
  if (verdict.state === "passed") return notice(texts["notice-passed"], false);
  return verdict.state === "waiting" ? notice(texts["notice-checking"], false) : undefined;
}

/**
 * @param {string | undefined} text
 * @param {boolean} bad
 * @returns {Notice}
 */
function notice(text = "", bad = false) {
  return { text, lines: [], link: "", bad };
}
