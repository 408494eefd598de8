/**
 * What is read aloud of a page, in which order: as somebody would who reads it to the one beside. Pure: the pieces of a
 * page go in, passages come out. A heading, a paragraph, an item and a row of a table is a passage each.
 *
 * @typedef {object} Piece       an element or words of a page
 * @property {string} name       the element's name; "#text" for words
 * @property {readonly string[]} [marks]  its classes, and the names of its attributes
 * @property {string} [language] where it says so itself
 * @property {string} [text]     its words; of a picture what it shows, of a field what is written in it
 * @property {boolean} [ticked]  of a box to tick
 * @property {boolean} [hidden]  it is not to be seen
 * @property {readonly Piece[]} [parts]
 * @property {Node} [node]       where it stands on the page
 *
 * @typedef {{at: number, length: number, node: Node}} Run  which part of a passage's text stands in which node
 *
 * @typedef {object} Passage
 * @property {string} language
 * @property {string} text
 * @property {Run[]} runs
 * @property {Node} [place]      the element that is marked while it is read
 */

const BLOCKS = new Set(
  `address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header
  label legend li ol p pre section summary table tbody thead tfoot tr ul`.split(/\s+/),
);
/** Parts that are a passage of their own, though their elements stand inside a line. */
const BLOCK_MARKS = ["item-text", "item-source", "field-help", "beside", "data-follow-up"];
const CELLS = new Set(["td", "th"]);
/** Controls, and what only the page's own tools show. A word of the glossary is a button, and is read. */
const SILENT = new Set("button dialog nav noscript option progress script style template".split(" "));
/** Numbers of sources, words that stand there already, lists of files, and what tells about the page's tools. */
const SILENT_MARKS = `cite term-beside item-source badge-new headerlink files visually-hidden popover aria-hidden data-parallel
  data-search-ignore data-device-question`.split(/\s+/);
/** A place to write, with its name: said only where nothing else says what to write. */
const BLANK = "blank";
const SAID = /[\p{L}\p{N}]/u;

/**
 * Give the passages of a page.
 * @param {Piece} page  its article
 * @param {string} language  the article's
 * @param {object} how
 * @param {(language: string) => boolean} how.speaks  whether there is a voice; a passage without one is left out
 * @param {string} how.done  said before what is ticked: "Klaret"
 * @returns {Passage[]}
 */
export function passages(page, language, { speaks, done }) {
  /** @type {Passage[]} */
  const found = [];
  /** @type {Passage | undefined} */
  let open;
  /** What is still to be said of a box, in the page's own words. */
  let tick = "";

  /** @param {string} said @param {Passage} into @param {Node} [node] */
  function add(said, into, node) {
    if (open?.language !== into.language || open.place !== into.place) {
      open = { ...into, runs: [] };
      found.push(open);
    }
    if (tick && into.language === language && SAID.test(said)) {
      open.text += tick;
      tick = "";
    }
    if (node) open.runs.push({ at: open.text.length, length: said.length, node });
    open.text += said.replace(/\s/g, " "); // as long as it was: the places of its sentences are counted in it
  }

  /** @param {Piece} piece @param {Passage} around @param {boolean} named  whether there are words beside the places to write */
  function read(piece, around, named) {
    if (isSilent(piece) || (named && piece.marks?.includes(BLANK))) return;
    const block = isBlock(piece);
    const isNamed = block ? SAID.test(wordsOf(piece)) : named;
    const own = piece.language ?? around.language;
    // A foreign word inside a line is said by the voice of the line, unless it has one of its own.
    const spoken = block || speaks(own) ? own : around.language;
    const inside = { ...around, language: spoken, place: block ? piece.node : around.place };
    if (block) open = undefined;
    if (piece.ticked !== undefined) tick = piece.ticked ? `${done}: ` : "";
    if (piece.text) add(piece.text, inside, piece.name === "#text" ? piece.node : undefined);
    for (const part of piece.parts ?? []) read(part, inside, isNamed);
    if (CELLS.has(piece.name) && open && SAID.test(open.text)) open.text += ", ";
    if (piece.name === "br" && open) open.text += " ";
    if (block) open = undefined;
  }

  read(page, { language, text: "", runs: [] }, false);
  return found.filter(({ text, language: its }) => SAID.test(text) && speaks(its));
}

/** The words of a piece without the names of places to write. @param {Piece} piece @returns {string} */
const wordsOf = (piece) =>
  isSilent(piece) || piece.marks?.includes(BLANK) ? "" : [piece.text ?? "", ...(piece.parts ?? []).map(wordsOf)].join("");

/** @param {Piece} piece */
const isBlock = ({ name, marks = [] }) => BLOCKS.has(name) || isControl(name) || BLOCK_MARKS.some((it) => marks.includes(it));

/** @param {string} name */
const isControl = (name) => name === "textarea" || name === "select";

/** @param {Piece} piece */
function isSilent({ name, marks = [], hidden }) {
  if (hidden || SILENT_MARKS.some((it) => marks.includes(it))) return true;
  return SILENT.has(name) && !marks.includes("term");
}

/**
 * Where the sentences of a text begin and end.
 * @param {string} text
 * @param {string} language
 * @returns {{start: number, end: number}[]}
 */
export function sentences(text, language) {
  if (!("Segmenter" in Intl)) return [{ start: 0, end: text.length }]; // an older browser reads the passage as a whole
  const found = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)];
  const places = found.map(({ index, segment }) => ({ start: index, end: index + segment.trimEnd().length, segment }));
  return places.filter(({ segment }) => SAID.test(segment)).map(({ start, end }) => ({ start, end }));
}
