/**
 * Reads passages one after another, sentence by sentence, and says where it is. It knows no page and no voice: what
 * speaks is given to it. A pause ends the sentence and begins it again, for many devices cannot stop in the middle of one.
 *
 * @typedef {import("./passages.js").Passage} Passage
 * @typedef {{start: number, end: number}} Sentence
 * @typedef {"stopped" | "reading" | "paused" | "ended" | "failed"} State
 * @typedef {object} Speaker
 * @property {(text: string, language: string, said: () => void, failed: () => void) => void} speak
 * @property {() => void} hush
 */
import { sentences } from "./passages.js";

export class Player {
  /** @type {State} */
  state = "stopped";
  /** @type {readonly Passage[]} */
  passages = [];
  /** Which passage is read, from 0. */
  at = 0;
  /** Which of its sentences. */
  #sentence = 0;
  /** What an earlier turn still says is not heard any more. */
  #turn = 0;
  #speaker;
  #tell;

  /** @param {Speaker} speaker @param {() => void} tell  called when anything has changed */
  constructor(speaker, tell) {
    this.#speaker = speaker;
    this.#tell = tell;
  }

  get passage() {
    return this.passages[this.at];
  }

  /** The sentence that is read, as a part of its passage's text. @returns {Sentence | undefined} */
  get sentence() {
    const { passage } = this;
    return passage && sentences(passage.text, passage.language)[this.#sentence];
  }

  /** Read from the beginning. @param {readonly Passage[]} passages */
  start(passages) {
    this.passages = passages;
    this.#go(0);
  }

  pause() {
    if (this.state === "reading") this.#rest("paused");
  }

  resume() {
    if (this.state === "paused") this.#read();
  }

  /** Go on to the next passage; after the last one it is at its end. */
  next() {
    this.#go(this.at + 1);
  }

  /** Go to the beginning of the passage, or to the one before when it is there already. */
  back() {
    this.#go(this.#sentence > 0 ? this.at : Math.max(0, this.at - 1));
  }

  stop() {
    if (this.state !== "stopped") this.#rest("stopped");
  }

  /** @param {number} at */
  #go(at) {
    const paused = this.state === "paused";
    if (at >= this.passages.length) {
      this.#sentence = Infinity; // from here one goes back to the last passage
      this.#rest("ended");
      return;
    }
    this.at = at;
    this.#sentence = 0;
    if (paused) this.#rest("paused");
    else this.#read();
  }

  /** @param {State} state */
  #rest(state) {
    this.#turn++;
    this.state = state;
    this.#speaker.hush();
    this.#tell();
  }

  #read() {
    const { passage, sentence } = this;
    if (!passage || !sentence) {
      this.#go(this.at + 1);
      return;
    }
    const turn = ++this.#turn;
    const isOld = () => turn !== this.#turn;
    this.state = "reading";
    this.#speaker.hush();
    this.#tell();
    this.#speaker.speak(
      passage.text.slice(sentence.start, sentence.end),
      passage.language,
      () => {
        if (isOld()) return;
        this.#sentence++;
        this.#read();
      },
      () => {
        if (!isOld()) this.#rest("failed");
      },
    );
  }
}
