// The shape of a copy of a checklist, as it is kept.

/** @typedef {import("./copies.js").Copy} Copy */

/**
 * What was said of the other items.
 * @param {Record<string, string> | undefined} said @param {string[]} ids
 */
export const without = (said, ids) => Object.fromEntries(Object.entries(said ?? {}).filter(([id]) => !ids.includes(id)));

/**
 * Tell whether what was stored has the shape of a copy.
 * @param {Partial<Copy> | undefined} found
 * @returns {found is Copy}
 */
export function isCopy(found) {
  return (
    typeof found?.notes === "object" &&
    found.notes !== null &&
    typeof (found.said ?? {}) === "object" &&
    [found.key, found.name, found.start].every((text) => typeof text === "string") &&
    [found.ticks, found.known].every((ids) => Array.isArray(ids))
  );
}
