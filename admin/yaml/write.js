// New YAML, in the hand that the files are written in.

import { Document, isScalar, parseDocument, visit } from "yaml";

const LONG = 100;
const WIDTH = 120;
const DAY = /^\d{4}-\d\d-\d\d$/;
const QUOTED_DAY = /"(\d{4}-\d\d-\d\d)"/g;

/**
 * Return `value` as YAML of whole lines, without the indent of its first.
 * @param {unknown} value
 * @param {number} indent columns that the following lines begin in
 * @returns {string}
 */
export function written(value, indent = 0) {
  const document = new Document(value, { compat: "yaml-1.1" });
  visit(document, {
    Scalar(key, node) {
      if (key === "key" || typeof node.value !== "string") return;
      if (node.value.includes("\n")) node.type = "BLOCK_LITERAL";
      else if (node.value.length > LONG) node.type = "BLOCK_FOLDED";
    },
    Seq(_key, node) {
      node.flow = node.items.length > 0 && node.items.every((/** @type {any} */ item) => isScalar(item) && String(item.value).length < 40);
    },
  });
  const text = document.toString({ lineWidth: WIDTH - indent, flowCollectionPadding: false, minContentWidth: 0 });
  const lines = text.replace(QUOTED_DAY, "$1").trimEnd().split("\n");
  return `${lines.map((line, at) => (at === 0 || line === "" ? line : " ".repeat(indent) + line)).join("\n")}\n`;
}

/**
 * Return `value` as YAML between brackets, or as a text of one line.
 * @param {unknown} value
 * @returns {string}
 */
export function inFlow(value) {
  const document = new Document([value], { compat: "yaml-1.1" });
  visit(document, { Collection(_key, node) { node.flow = true; } });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trim().slice(1, -1).replace(QUOTED_DAY, "$1");
}

/**
 * Return whether a text needs no quotes: also where `no` is a word and 12:30 a number, as for the generator.
 * @param {string} text
 * @returns {boolean}
 */
export function isPlain(text) {
  if (DAY.test(text)) return true;
  const document = parseDocument(text, { version: "1.1", logLevel: "silent" });
  return document.errors.length === 0 && document.toJS() === text && !text.includes("\n");
}
