// A result, and a signpost, as they stand on the page.

import { data, element, folder, home } from "./dom.js";
import { excerpt } from "./passages.js";
import { fetchText } from "./sources.js";

const { texts, language, main } = data;

/**
 * A page that was found. One in the main language is opened inside the reader's: the menu stays hers, and the page says
 * what it is.
 * @param {Found} found
 */
export async function item({ result, ranking, index, of }) {
  const { page } = result;
  const isForeign = of !== language || page.isForeign;
  /** @type {Record<string, string>} */
  const written = isForeign ? main : {};
  const passages = await fetchText(folder, page.text, Math.max(0, result.window));
  const said = excerpt(passages, result, ranking.terms, index);
  const place = result.place || (page.isPlace ? "" : said.place);
  const link = element("a", { href: home.pathname + page.address + (place ? `#${place}` : ""), ...written }, page.title);
  const facts = element("p", { class: "result-facts" }, element("span", { class: "tag" }, page.kind));
  if (page.audience) facts.append(" ", texts.readers.replace("{who}", page.audience));
  if (isForeign) facts.append(" ", element("span", { class: "tag" }, texts.in_original));
  const made = element("li", {}, link, facts);
  if (!page.isPlace && said.words.length) {
    const passage = element("p", { class: "result-passage", dir: "auto", ...written });
    if (place) passage.append(element("b", {}, said.heading), " · ");
    passage.append(...said.words.map(({ text, marked }) => (marked ? element("mark", {}, text) : text)));
    made.append(passage);
  }
  return made;
}

/**
 * Whom to call now, in the language that the query is in.
 * @param {Signpost} post
 */
export function signpost({ id, language: said, to, title, text, more, call, numbers, lines, direction }) {
  const root = said === main.lang ? "" : `${said}/`;
  /** @param {string} path */
  const page = (path) => data.base + root + path;
  const list = lines.map(([name, hours, number, leads]) => {
    const link = number
      ? element("a", { href: `tel:${leads}`, class: "help-number" }, ...around(call, element("span", { dir: "ltr" }, number)))
      : element("a", { href: page(leads), class: "help-number" }, numbers);
    return element("li", {}, element("span", { class: "signpost-who" }, element("strong", {}, written(name)), " ", written(hours)), link);
  });
  return element(
    "section",
    { class: "signpost", "aria-labelledby": "signpost-title", lang: said, dir: direction, "data-signpost": id },
    element("h3", { id: "signpost-title" }, written(title)),
    element("p", {}, written(text)),
    element("ul", {}, ...list),
    element("p", {}, element("a", { href: page(to) }, more)),
  );
}

/** A text, marked where it is in another language than the box. @param {Written} text */
const written = (text) => (typeof text === "string" ? text : element("span", { lang: text[1], dir: text[2] }, text[0]));

/** @param {string} text  with {number} in it @param {Node} number */
function around(text, number) {
  const [before, after = ""] = text.split("{number}");
  return [before, number, after];
}
