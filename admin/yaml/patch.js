// A YAML file with other values in it: only what differs is written anew. Comments, order, quotes and blank lines stay.

import { CST, Composer, Parser, isMap, isScalar, isSeq, parseDocument } from "yaml";
import { isObject, paired, same } from "./equal.js";
import { rewrapped } from "./wrap.js";
import { inFlow, isPlain, written } from "./write.js";

/** @typedef {any} Token a token of the library, or one of ours that is nothing but its source */
/** @typedef {any} Node */

/**
 * Return the text of a YAML file that reads as `wanted`, with as little of `text` changed as can be.
 * A text that cannot be changed piece by piece is written anew as a whole.
 * @param {string} text
 * @param {unknown} wanted
 * @returns {string}
 */
export function patched(text, wanted) {
  const whole = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  if (same(read(whole), wanted)) return whole;
  const made = piecewise(whole, wanted);
  return made !== undefined && same(read(made), wanted) ? made : written(wanted);
}

/**
 * Return what a YAML file says, as plain values; undefined for what cannot be read.
 * @param {string} text
 * @returns {unknown}
 */
export function read(text) {
  const document = parseDocument(text, { logLevel: "silent" });
  return document.errors.length === 0 ? document.toJS() : undefined;
}

/**
 * @param {string} text
 * @param {unknown} wanted
 */
function piecewise(text, wanted) {
  const tokens = [...new Parser().parse(text)];
  const [document] = new Composer({ keepSourceTokens: true, logLevel: "silent" }).compose(tokens, true, text.length);
  const token = tokens.find((item) => item.type === "document");
  if (!document?.contents || document.errors.length > 0 || token?.type !== "document" || !token.value) return undefined;
  const made = changed(document.contents, token.value, wanted, (node) => node.toJS(document));
  if (!made) return undefined;
  token.value = made;
  return tokens.map((item) => CST.stringify(item)).join("");
}

/**
 * Return the token of `node` so that it reads as `wanted`; undefined where it cannot stay one of its kind.
 * @param {Node} node
 * @param {Token} token
 * @param {unknown} wanted
 * @param {(node: Node) => unknown} value
 * @returns {Token | undefined}
 */
function changed(node, token, wanted, value) {
  if (same(value(node), wanted)) return token;
  if (isScalar(node) && !isObject(wanted) && !Array.isArray(wanted)) return scalar(token, wanted);
  if (isMap(node) && isObject(wanted) && Object.keys(wanted).length > 0) {
    return token.type === "block-map" ? blockMap(node, token, wanted, value) : flowMap(node, token, wanted, value);
  }
  if (isSeq(node) && Array.isArray(wanted) && wanted.length > 0) {
    return token.type === "block-seq" ? blockSeq(node, token, wanted, value) : flowSeq(node, token, wanted, value);
  }
  return undefined;
}

/**
 * @param {Node} node
 * @param {Token} token
 * @param {Record<string, unknown>} wanted
 * @param {(node: Node) => unknown} value
 */
function blockMap(node, token, wanted, value) {
  const known = new Map(node.items.map((/** @type {Node} */ pair) => [String(value(pair.key)), pair]));
  const line = (/** @type {string} */ key) => written({ [key]: wanted[key] }, token.indent);
  const items = token.items.filter((/** @type {Token} */ item) => {
    const pair = node.items.find((/** @type {Node} */ one) => one.srcToken === item);
    return !pair || String(value(pair.key)) in wanted;
  });
  let place = 0;
  for (const key of Object.keys(wanted)) {
    const pair = known.get(key);
    if (!pair) items.splice(place++, 0, plain(line(key)));
    else {
      place = items.indexOf(pair.srcToken) + 1;
      items[place - 1] = withValue(pair.value, pair.srcToken, wanted[key], value) ?? plain(line(key), pair.srcToken.start);
    }
  }
  return { ...token, items: inPlace(items, token.indent) };
}

/**
 * @param {Node} node
 * @param {Token} token
 * @param {readonly unknown[]} wanted
 * @param {(node: Node) => unknown} value
 */
function blockSeq(node, token, wanted, value) {
  const places = paired(node.items.map(value), wanted);
  const items = places.map((at, place) => {
    const item = at === -1 ? undefined : token.items[at];
    const kept = item && withValue(node.items[at], item, wanted[place], value);
    return kept ?? plain(`- ${written(wanted[place], token.indent + 2)}`);
  });
  const rest = token.items.slice(node.items.length);
  return { ...token, items: inPlace([...items, ...rest], token.indent) };
}

/**
 * @param {Node} node
 * @param {Token} token
 * @param {Record<string, unknown>} wanted
 * @param {(node: Node) => unknown} value
 */
function flowMap(node, token, wanted, value) {
  const known = new Map(node.items.map((/** @type {Node} */ pair) => [String(value(pair.key)), pair]));
  const parts = Object.entries(wanted).map(([key, item]) => {
    const made = within(known.get(key)?.value, item, value);
    return made === undefined ? inFlow({ [key]: item }).slice(1, -1) : `${CST.stringify(known.get(key).srcToken.key)}: ${made}`;
  });
  return bracketed(token, `{${parts.join(", ")}}`);
}

/**
 * @param {Node} node
 * @param {Token} token
 * @param {readonly unknown[]} wanted
 * @param {(node: Node) => unknown} value
 */
function flowSeq(node, token, wanted, value) {
  const places = paired(node.items.map(value), wanted);
  const parts = wanted.map((item, place) => within(node.items[places[place] ?? -1], item, value) ?? inFlow(item));
  return bracketed(token, `[${parts.join(", ")}]`);
}

/**
 * Return the source of a value between brackets so that it reads as `wanted`.
 * @param {Node | undefined} node
 * @param {unknown} wanted
 * @param {(node: Node) => unknown} value
 */
function within(node, wanted, value) {
  if (!node?.srcToken) return undefined;
  if (isScalar(node) && !same(value(node), wanted)) return inFlow(wanted);
  const made = changed(node, node.srcToken, wanted, value);
  return made && CST.stringify(made).trim();
}

/**
 * @param {Token} token
 * @param {string} source
 */
function bracketed(token, source) {
  return { type: "scalar", source, end: token.end.slice(1) };
}

/**
 * Return an item of a collection with another value in it.
 * @param {Node} node
 * @param {Token} item
 * @param {unknown} wanted
 * @param {(node: Node) => unknown} value
 */
function withValue(node, item, wanted, value) {
  if (!node?.srcToken || !item.value) return node && same(value(node), wanted) ? item : undefined;
  const made = changed(node, item.value, wanted, value);
  return made && { ...item, value: made };
}

/**
 * Return an item that is nothing but whole lines, after what stood before the old one.
 * @param {string} source
 * @param {readonly Token[]} [before]
 */
function plain(source, before = []) {
  return { start: [...before, { type: "source", source }] };
}

/**
 * Return the items of a collection, indented by where they stand now: the first stands where the collection begins.
 * @param {readonly Token[]} items
 * @param {number} indent
 */
function inPlace(items, indent) {
  return items.map((item, place) => {
    const first = item.start.findIndex((/** @type {Token} */ part) => part.type !== "newline" && part.type !== "space");
    if (place === 0) return { ...item, start: first === -1 ? [] : item.start.slice(first) };
    const lead = item.start[0]?.type;
    if (lead === "newline" || lead === "space" || indent === 0) return item;
    return { ...item, start: [{ type: "space", source: " ".repeat(indent) }, ...item.start] };
  });
}

/**
 * @param {Token} token
 * @param {unknown} wanted
 * @returns {Token | undefined}
 */
function scalar(token, wanted) {
  const text = typeof wanted === "string" ? wanted : undefined;
  if (token.type === "block-scalar") return text === undefined ? undefined : block(token, text);
  if (text?.includes("\n")) return undefined;
  if (text === undefined) return { ...token, type: "scalar", source: String(wanted) };
  const quoted = token.type === "double-quoted-scalar" || token.type === "single-quoted-scalar";
  const copy = { ...token };
  CST.setScalarValue(copy, text, quoted ? {} : { type: isPlain(text) ? "PLAIN" : "QUOTE_DOUBLE" });
  return copy;
}

/**
 * Return a text over several lines, broken where it was: > joins its lines, | keeps them.
 * @param {Token} token
 * @param {string} text
 */
function block(token, text) {
  const header = token.props.find((/** @type {Token} */ part) => part.type === "block-scalar-header").source;
  const before = token.source.replace(/\n+$/, "").split("\n");
  const indent = /^ */.exec(before.find((/** @type {string} */ line) => line.trim()) ?? "")?.[0] ?? "";
  const body = before.map((/** @type {string} */ line) => line.slice(indent.length));
  const said = text.replace(/\n$/, "");
  const lines = header.startsWith(">") ? rewrapped(body, said) : said.split("\n");
  const after = /\n*$/.exec(token.source)?.[0] ?? "\n";
  return { ...token, source: lines.map((line) => (line ? indent + line : "")).join("\n") + after };
}
