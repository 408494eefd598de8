// Whom to call now: a box above the results of what people in need type, in whichever of the portal's languages. It needs
// no index and no network, only its own small file, which a device keeps with the scripts. This half is pure.

import { lettersHeld, slotsOf, speechOf, wordsOf } from "./speech.js";

/**
 * Make ready the file of signposts in one language.
 * @param {SignpostFile} file
 * @returns {Signposts}
 */
export function prepared({ language, typing, speech, posts }) {
  const row = speechOf(speech, typing);
  /** @param {string[]} words */
  const slots = (words) => words.map((it) => slotsOf(it, row.fold));
  return posts.map((post) => ({ ...post, language, speech: row, phrases: slots(post.words), harmless: slots(post.unless) }));
}

/** @param {string} language */
const scriptOf = (language) => new Intl.Locale(language).maximize().script ?? "";

/**
 * The languages that somebody may be typing in: the page's own, and those in whose letters the query is. One with the
 * letters of the page's own only where the query has a word that is not of that language.
 * @param {string} query @param {string[]} languages @param {string} own @param {boolean} isStrange
 */
export function typedIn(query, languages, own, isStrange) {
  return languages.filter((language) => {
    const script = scriptOf(language);
    if (language === own || !script || (script === scriptOf(own) && !isStrange)) return language === own;
    return new RegExp(`\\p{Script=${script}}`, "u").test(query);
  });
}

/**
 * The signpost for what somebody types, and the language to say it in: the one that it is typed in. The longest phrase
 * is meant; where what is harmless says as much of the query, the signpost is not.
 * @param {string} query
 * @param {Signposts} posts
 * @param {string} own  the page's language, where a phrase is in several
 */
export function signpost(query, posts, own) {
  const typed = wordsOf(query);
  /** @type {Map<Speech, string[]>} */
  const folded = new Map();
  let best;
  let most = 0;
  /** @param {Speech} speech @param {string[][][]} of */
  const longest = (speech, of) => {
    const words = folded.get(speech) ?? typed.map(speech.fold);
    folded.set(speech, words);
    return Math.max(0, ...of.map((slots) => lettersHeld(words, slots, speech)));
  };
  for (const post of posts) {
    const letters = longest(post.speech, post.phrases);
    const told = letters + (post.language === own ? 0.5 : 0);
    if (!letters || told <= most) continue;
    // A word of one language may be a harmless one of another.
    const harmless = posts.filter((it) => it.id === post.id).map((it) => longest(it.speech, it.harmless));
    if (letters > Math.max(...harmless)) [best, most] = [post, told];
  }
  return best;
}
