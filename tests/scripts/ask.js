// Asks the search of a finished site without a browser: questions by language come in as JSON, and out go the first
// addresses of each, the signposts, and what was not known. Run by tests/browser/test_questions.py.

import { readFileSync } from "node:fs";
import { prepared } from "../../plugins/vejviser/assets/js/search/index.js";
import { ranked } from "../../plugins/vejviser/assets/js/search/rank.js";
import { prepared as preparedPosts, signpost } from "../../plugins/vejviser/assets/js/search/signposts.js";

const SHOWN = 6;
const site = process.argv[2];
/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(`${site}/${path}`, "utf-8"));
/** @type {Record<string, string[]>} */
const asked = JSON.parse(readFileSync(0, "utf-8"));
const posts = preparedPosts(read("assets/vejviser/search/signposts.json"));

const answers = Object.entries(asked).map(([language, questions]) => {
  const index = prepared(read(`search/${language}.json`));
  const found = questions.map((query) => {
    const { results, unknown, meant } = ranked(query, index);
    return {
      first: results.slice(0, SHOWN).map((it) => [it.page.address, it.place, it.score]),
      count: results.length,
      places: results.filter((it) => it.page.isPlace).length,
      unknown,
      meant,
      post: signpost(query, posts, language)?.id ?? "",
    };
  });
  return [language, found];
});
process.stdout.write(JSON.stringify(Object.fromEntries(answers)));
