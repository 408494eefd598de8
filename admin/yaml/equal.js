// When two plain values say the same.

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Return whether two plain values say the same; the order of keys says nothing.
 * @param {unknown} one
 * @param {unknown} other
 * @returns {boolean}
 */
export function same(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => same(item, other[at]));
  }
  if (isObject(one) && isObject(other)) {
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => key in other && same(one[key], other[key]));
  }
  return Object.is(one, other);
}

/**
 * Return for each wanted item which of the present ones it is, by their places; -1 for a new one.
 * Items are known by what they are called, or by all they say; a changed one by its place after its neighbour.
 * @param {readonly unknown[]} present
 * @param {readonly unknown[]} wanted
 * @returns {number[]}
 */
export function paired(present, wanted) {
  const free = new Set(present.keys());
  const found = wanted.map((item) => {
    const name = named(item);
    const at = [...free].find((place) => (name ? named(present[place]) === name : same(present[place], item))) ?? -1;
    free.delete(at);
    return at;
  });
  for (const [place, at] of found.entries()) {
    const next = place === 0 ? 0 : (found[place - 1] ?? -1) + 1;
    if (at !== -1 || !free.has(next) || named(present[next]) || named(wanted[place])) continue;
    free.delete(next);
    found[place] = next;
  }
  return found;
}

/**
 * @param {unknown} item
 * @returns {string | undefined}
 */
function named(item) {
  return isObject(item) && typeof item.id === "string" && item.id ? item.id : undefined;
}
