/**
 * »En kopi«: what the portal keeps on a device as the text of one file, open or locked with a password.
 *
 * Locked: PBKDF2 over SHA-256 makes the key (rounds as OWASP advises), AES-GCM locks what is kept. `check` is the
 * SHA-256 of what stands in `kept`: it tells a damaged file from a wrong password, and protects against no one.
 *
 * @typedef {Record<string, import("../device.js").Kept>} Everything   by the names in device.js
 * @typedef {{kept: Everything, saved: string[]}} Content              and the addresses of saved pages
 * @typedef {"not-ours" | "newer" | "damaged" | "password" | "other-portal"} Trouble
 * @typedef {{salt: string, iv: string, rounds: number}} Lock
 * @typedef {{made: string, portal: string, kept: string, check: string, lock?: Lock}} File
 */

const FORMAT = "vejviser-copy";
const VERSION = 1;
export const ROUNDS = 600_000;
/** More than this would hold a phone up for minutes: nobody's copy has it. */
const MOST_ROUNDS = 10_000_000;
/** Characters. Nobody's ticks and notes fill so much; a browser keeps about five million. */
export const LARGEST = 20_000_000;

/** The names of what a copy may hold: never whose the device is, what is of one tab, or a form that is half filled in. */
export const MAY_MOVE = /^(?!device$|tab:|form:|__proto__$)\S{1,300}$/;

/** Why a file cannot be read in; `message` is a `Trouble`. */
export class CopyError extends Error {
  /** @param {Trouble} message */
  constructor(message) {
    super(message);
    /** @type {Trouble} */
    this.message = message;
  }
}

/**
 * Give the text of the file.
 * @param {Content} everything
 * @param {{portal: string, made: string, password?: string}} options  `portal` is its path; `made` a day
 */
export async function written(everything, { portal, made, password }) {
  const plain = JSON.stringify(everything);
  /** @type {Lock | undefined} */
  const lock = password ? { salt: random(16), iv: random(12), rounds: ROUNDS } : undefined;
  const kept = lock && password ? await locked(plain, lock, password) : plain;
  const check = await digest(kept);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, made, portal, ...(lock && { lock }), check, kept }, null, 1)}\n`;
}

/**
 * Read the outside of a file: what it is, when it was made, and whether it is locked. Throws a CopyError.
 * @param {string} text
 * @param {string} portal  the path of the portal that is open
 * @returns {Promise<File>}
 */
export async function opened(text, portal) {
  const file = text.length <= LARGEST && parsed(text.replace(/^\uFEFF/, ""));
  if (!file || typeof file !== "object") throw new CopyError(text.includes(`"${FORMAT}"`) ? "damaged" : "not-ours");
  if (file.format !== FORMAT) throw new CopyError("not-ours");
  if (!Number.isInteger(file.version)) throw new CopyError("damaged");
  if (file.version > VERSION) throw new CopyError("newer");
  const whole = [file.made, file.portal, file.kept, file.check].every((it) => typeof it === "string");
  if (!whole || !isLock(file.lock) || file.check !== (await digest(file.kept))) throw new CopyError("damaged");
  if (file.portal !== portal) throw new CopyError("other-portal");
  return file;
}

/**
 * Give what is in a file. Throws a CopyError: "password" when it is locked and the password is another.
 * @param {File} file
 * @param {string} [password]
 * @returns {Promise<Content>}
 */
export async function content(file, password = "") {
  const found = parsed(file.lock ? await unlocked(file.kept, file.lock, password) : file.kept);
  const shaped = typeof found?.kept === "object" && found.kept !== null && Array.isArray(found.saved);
  if (!shaped) throw new CopyError("damaged");
  const entries = Object.entries(found.kept).filter(([name]) => MAY_MOVE.test(name));
  const kept = entries.every(([, it]) => typeof it === "object" && it !== null && Number.isFinite(it.until) && "value" in it);
  if (!kept) throw new CopyError("damaged");
  return { kept: Object.fromEntries(entries), saved: found.saved.filter((/** @type {unknown} */ path) => typeof path === "string") };
}

/** @param {string} plain @param {Lock} lock @param {string} password */
async function locked(plain, lock, password) {
  const bytes = new TextEncoder().encode(plain);
  return toText(new Uint8Array(await crypto.subtle.encrypt(cipher(lock), await keyOf(lock, password), bytes)));
}

/** @param {string} kept @param {Lock} lock @param {string} password */
async function unlocked(kept, lock, password) {
  const key = await keyOf(lock, password);
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(cipher(lock), key, fromText(kept)));
  } catch {
    throw new CopyError("password");
  }
}

/** @param {Lock} lock */
const cipher = ({ iv, rounds }) => ({
  name: "AES-GCM",
  iv: fromText(iv),
  additionalData: new TextEncoder().encode(`${FORMAT} ${VERSION} ${rounds}`),
});

/**
 * The same letters typed on two keyboards are the same password.
 * @param {Lock} lock @param {string} password
 */
async function keyOf({ salt, rounds }, password) {
  const bytes = new TextEncoder().encode(password.normalize("NFC"));
  const secret = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: fromText(salt), iterations: rounds };
  return crypto.subtle.deriveKey(how, secret, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** @param {unknown} lock @returns {lock is Lock | undefined} */
function isLock(lock) {
  if (lock === undefined) return true;
  const { salt, iv, rounds } = /** @type {Lock} */ (lock ?? {});
  const texts = [salt, iv].every((it) => typeof it === "string" && /^[\w+/]+=*$/.test(it) && it.length % 4 === 0);
  return texts && Number.isInteger(rounds) && rounds >= ROUNDS && rounds <= MOST_ROUNDS;
}

/** @param {string} text */
async function digest(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {number} size  in bytes */
const random = (size) => toText(crypto.getRandomValues(new Uint8Array(size)));
/** @param {Uint8Array} bytes */
const toText = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
/** @param {string} text */
const fromText = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
