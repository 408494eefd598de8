/**
 * All that is kept on the device, as a copy of it is made and read in. Whose the device is is not part of it, nor what
 * is of one tab, nor a form that is half filled in: that may name people, and stays where it was written.
 *
 * @typedef {import("./backup.js").Everything} Everything
 * @typedef {import("../device.js").Refusal} Refusal
 */
import { device, forget, keep, kept, names, NEVER } from "../device.js";
import { MAY_MOVE } from "./backup.js";

const ours = () => names("").filter((name) => MAY_MOVE.test(name));

/** @returns {Everything} */
export function everything() {
  const found = ours().map((name) => [name, kept(name)]);
  return Object.fromEntries(found.filter(([, it]) => it));
}

/**
 * Keep this, and nothing else. When there is no room, all is as it was before, and the reason is given.
 * @param {Everything} wanted
 * @returns {Refusal}
 */
export function replaceAll(wanted) {
  const before = everything();
  ours().forEach(forget);
  const problem = put(wanted);
  if (problem) {
    ours().forEach(forget);
    put(before);
  }
  return problem;
}

/** @param {Everything} all */
function put(all) {
  const own = device() === "own"; // on a shared computer nothing is kept for good
  /** @type {Refusal} */
  let problem = "";
  for (const [name, { until, value }] of Object.entries(all)) {
    problem ||= keep(name, value, own && until >= NEVER ? NEVER : undefined);
  }
  return problem;
}
