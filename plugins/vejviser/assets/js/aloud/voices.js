/**
 * Which of the device's voices reads a language. Only a voice that lives on the device: any other sends the text away.
 *
 * @typedef {Pick<SpeechSynthesisVoice, "lang" | "localService" | "default" | "voiceURI">} Voice
 */

/** Apple's joke voices and old synthesisers stand among the others, and first in the alphabet. */
const LAST = /^com\.apple\.(?:speech\.synthesis|eloquence)\./;

/**
 * The voice for a language; undefined when the device has none of its own.
 * @template {Voice} V
 * @param {readonly V[]} voices
 * @param {string} language  as the page says it: "da", "fa-AF"
 * @param {readonly string[]} [preferred]  the reader's own languages, the first one first: "en-GB"
 * @returns {V | undefined}
 */
export function voiceFor(voices, language, preferred = []) {
  const wanted = [language, ...preferred].map(written);
  const rank = (/** @type {V} */ voice) => [
    LAST.test(voice.voiceURI) ? 1 : 0,
    voice.default ? 0 : 1,
    (wanted.indexOf(written(voice.lang)) + wanted.length + 1) % (wanted.length + 1), // one that is not wanted comes last
  ];
  const own = voices.filter(({ lang, localService }) => localService && primary(lang) === primary(language));
  const ranked = own.map((voice) => ({ voice, order: rank(voice) }));
  ranked.sort((one, other) => one.order.map((it, at) => it - other.order[at]).find(Boolean) ?? 0);
  return ranked[0]?.voice;
}

/** The tag as the standard writes it; Android says "da_DK". @param {string} tag */
const written = (tag) => tag.replaceAll("_", "-").toLowerCase();

/** The language of a tag. Some devices say it in three letters: "dan-DNK". @param {string} tag */
function primary(tag) {
  const [language] = written(tag).split("-");
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return language; // no language at all
  }
}
