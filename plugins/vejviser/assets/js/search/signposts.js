// Whom to call now: a box above the results of what people in need type, in whichever of the portal's languages. It needs
// no index and no network, only its own small file, which a device keeps with the scripts. This half is pure.

import { holds, speechOf, wordsOf } from "./speech.js";

/**
 * Make ready the file of signposts.
 * @param {SignpostFile} file
 * @returns {Signposts}
 */
export function prepared({ typing, speech, posts }) {
  return posts.map((post) => ({
    ...post,
    phrases: Object.entries(post.words).flatMap(([language, phrases]) => {
      const row = speechOf(speech[language], typing);
      return phrases.map((it) => ({ language, speech: row, words: wordsOf(it).map(row.fold) }));
    }),
  }));
}

/**
 * The signpost for what somebody types, and the language to say it in: the one that it is typed in.
 * @param {string} query
 * @param {Signposts} posts
 * @param {string} own  the page's language, where a phrase is in several
 */
export function signpost(query, posts, own) {
  const typed = wordsOf(query);
  let best;
  let most = 0;
  for (const post of posts) {
    for (const { language, speech, words } of post.phrases) {
      const weight = words.join("").length + (language === own ? 0.5 : 0);
      if (weight > most && holds(typed.map(speech.fold), words, speech)) [best, most] = [{ ...post, language }, weight];
    }
  }
  return best;
}
