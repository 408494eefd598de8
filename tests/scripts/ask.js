// Asks the search of a finished site without a browser: questions by language come in as JSON, and out go the first
// addresses of each, the signposts, and what was not known. Run by tests/browser/test_questions.py.

import { readdirSync, readFileSync } from "node:fs";
import { prepared } from "../../plugins/vejviser/assets/js/search/index.js";
import { mayMeanPlace, placesIn } from "../../plugins/vejviser/assets/js/search/places.js";
import { isStrange } from "../../plugins/vejviser/assets/js/search/query.js";
import { ranked } from "../../plugins/vejviser/assets/js/search/rank.js";
import { prepared as preparedPosts, signpost, typedIn } from "../../plugins/vejviser/assets/js/search/signposts.js";

const SHOWN = 6;
const site = process.argv[2];
/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(`${site}/${path}`, "utf-8"));
/** @type {Record<string, string[]>} */
const asked = JSON.parse(readFileSync(0, "utf-8"));
const LANGUAGES = readdirSync(`${site}/search`).filter((it) => it.endsWith(".json")).map((it) => it.slice(0, -".json".length));
const PLACES = read("assets/vejviser/search/places.json");
const POSTS = new Map(LANGUAGES.map((it) => [it, preparedPosts(read(`assets/vejviser/search/signposts.${it}.json`))]));

const answers = Object.entries(asked).map(([language, questions]) => {
  const index = prepared(read(`search/${language}.json`));
  const found = questions.map((query) => {
    const may = typedIn(query, LANGUAGES, language, isStrange(query, index));
    const post = signpost(query, may.flatMap((it) => POSTS.get(it) ?? []), language);
    const places = mayMeanPlace(query, index) ? placesIn(query, PLACES, index) : undefined;
    const { results, unknown, meant } = ranked(query, index, post, places);
    return {
      first: results.slice(0, SHOWN).map((it) => [it.page.address, it.place, it.score]),
      count: results.length,
      places: results.filter((it) => it.page.isPlace).length,
      unknown,
      meant,
      post: post?.id ?? "",
    };
  });
  return [language, found];
});
process.stdout.write(JSON.stringify(Object.fromEntries(answers)));
