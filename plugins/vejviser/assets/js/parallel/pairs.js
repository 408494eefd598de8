/**
 * Which passages of two language versions of a page say the same. Pure: outlines go in, pairs come out.
 *
 * A part with a key (the id of a heading, an item, a field) is paired with the one that has the same key, wherever it
 * stands among its neighbours. Parts without one are paired by their places between two keys, when both versions have
 * parts of the same kinds there; else all of them stand beside all of the others. So nothing is left out, and no
 * passage stands beside one that says something else.
 *
 * @typedef {object} Part      a piece of a page
 * @property {string} name     its kind: "run" for words, else the element's name and first class: "p", "li.item"
 * @property {string} [key]    what it is called in every language
 * @property {boolean} [whole] its own parts are paired one by one, or it stands beside the other as a whole: a list, a table
 * @property {Part[]} [parts]  what it is made of; a run has none
 * @property {Node[]} nodes    where it stands on the page
 *
 * @typedef {object} Pair
 * @property {Part[]} own
 * @property {Part[]} other
 * @property {Part} [after]    what the pair stands behind when it holds nothing of the page itself
 */

/**
 * Give the pairs of two outlines, in the order of the first.
 * @param {Part[]} own
 * @param {Part[]} other
 * @returns {Pair[]}
 */
export const paired = (own, other) => aligned(own, other, false) ?? [];

/**
 * Pair neighbours; nothing when `strictly` and they cannot be paired one by one.
 * @param {Part[]} own @param {Part[]} other @param {boolean} strictly
 * @returns {Pair[] | undefined}
 */
function aligned(own, other, strictly) {
  /** @type {Pair[]} */
  const found = [];
  let last = { own: -1, other: -1 };
  for (const next of [...anchors(own, other), { own: own.length, other: other.length }]) {
    const mine = own.slice(last.own + 1, next.own);
    const theirs = other.slice(last.other + 1, next.other);
    const before = own[last.own];
    const steps = evenly(mine, theirs) ?? [{ own: without(mine, theirs), other: theirs, after: before }];
    if (next.own < own.length) steps.push({ own: [own[next.own]], other: [other[next.other]] });
    for (const step of steps) {
      const single = step.own.length === 1 && step.other.length === 1;
      const inner = single ? inside(step.own[0], step.other[0]) : undefined;
      if (!inner && (strictly || (!step.own.length && !step.after))) return undefined;
      found.push(...(inner ?? [step]));
    }
    last = next;
  }
  return found;
}

/**
 * The pairs inside a pair of parts; nothing when they stand beside each other as a whole.
 * @param {Part} own @param {Part} other @returns {Pair[] | undefined}
 */
function inside(own, other) {
  if (own.parts && other.parts) return aligned(own.parts, other.parts, own.whole ?? false);
  return own.parts || other.parts ? undefined : [{ own: [own], other: [other] }];
}

/**
 * The places of the keys that both have, in the order of both.
 * @param {Part[]} own @param {Part[]} other
 */
function anchors(own, other) {
  const places = new Map(other.flatMap((part, at) => (part.key ? [[part.key, at]] : [])));
  let last = -1;
  return own.flatMap(({ key }, at) => {
    const place = places.get(key ?? "") ?? -1;
    if (place <= last) return [];
    last = place;
    return [{ own: at, other: place }];
  });
}

/**
 * One and one, when both have parts of the same kinds in the same order; nothing to pair gives no pairs.
 * @param {Part[]} own @param {Part[]} other @returns {Pair[] | undefined}
 */
function evenly(own, other) {
  if (!other.length) return [];
  const mine = alike(own, other) ? own : without(own, other);
  return alike(mine, other) ? mine.map((part, at) => ({ own: [part], other: [other[at]] })) : undefined;
}

/** @param {Part[]} own @param {Part[]} other */
const alike = (own, other) => own.length === other.length && own.every(({ name }, at) => name === other[at].name);

/**
 * What is left when that is taken out which a script has put there: a kind with a class, which the other has none of.
 * @param {Part[]} own @param {Part[]} other
 */
function without(own, other) {
  const known = new Set(other.map(({ name }) => name));
  return own.filter(({ name }) => !name.includes(".") || known.has(name));
}
