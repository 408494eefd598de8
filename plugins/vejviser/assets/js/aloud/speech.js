/** The voices of this device, and the one sentence that is spoken now. */
import { voiceFor } from "./voices.js";

/** What is spoken: some browsers do not say when an utterance ends that nobody holds on to. @type {SpeechSynthesisUtterance | undefined} */
let spoken;

/** The device's own voice for a language. @param {string} language */
export const voice = (language) => voiceFor(speechSynthesis.getVoices(), language, navigator.languages);

/** @type {import("./player.js").Speaker["speak"]} */
export function speak(text, language, said, failed) {
  const own = voice(language);
  if (!own) {
    failed(); // without it the browser would take any voice, one that sends the text away too
    return;
  }
  spoken = Object.assign(new SpeechSynthesisUtterance(text), { voice: own, lang: own.lang, onend: said, onerror: failed });
  speechSynthesis.speak(spoken);
}

/**
 * Make the press of a button count for all that is spoken after it: Safari lets a page speak in that very moment, and
 * what reads it is not fetched yet.
 * @param {string} language
 */
export function unlock(language) {
  const own = voice(language);
  if (own) speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(""), { voice: own, lang: own.lang }));
}

export function hush() {
  if (spoken) speechSynthesis.cancel();
  spoken = undefined;
}
