/**
 * A document in a zip file, with one part written anew: packed as documents/packaging.py packs it.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "../vendor/fflate.js";

const READABLE = 0o644 << 16;
const UNIX = 3;

/** The text of one part; "" when there is none. @param {Uint8Array} bytes @param {string} name */
export function partOf(bytes, name) {
  const part = unzipSync(bytes, { filter: (it) => it.name === name })[name];
  return part ? strFromU8(part) : "";
}

/**
 * Write one part of a document anew. Throws Error when the file is no zip file or has no such part.
 * @param {Uint8Array} bytes @param {string} name  of the part @param {(text: string) => string} write
 * @returns {Uint8Array}
 */
export function withPart(bytes, name, write) {
  const parts = unzipSync(bytes);
  if (!parts[name]) throw new Error(`no ${name} in the file`);
  parts[name] = strToU8(write(strFromU8(parts[name])));
  const packed = Object.entries(parts).map(([part, data]) => [part, [data, { level: part === "mimetype" ? 0 : 6 }]]);
  return zipSync(Object.fromEntries(packed), { mtime: new Date(2020, 0, 1), os: UNIX, attrs: READABLE });
}
