// The order of the rows of a table of figures.

/**
 * Give what compares two cells of a column. Hidden and missing figures (-1) come last, whichever way it is sorted.
 * @param {string} alphabet  the language whose alphabet names stand in
 * @returns {(one: string | number, other: string | number, down: boolean) => number}
 */
export function inOrder(alphabet) {
  const collator = new Intl.Collator(alphabet);
  return (one, other, down) => {
    if (typeof one === "string" || typeof other === "string") return down ? collator.compare(other, one) : collator.compare(one, other);
    if (one < 0 || other < 0) return Number(one < 0) - Number(other < 0);
    return down ? other - one : one - other;
  };
}
