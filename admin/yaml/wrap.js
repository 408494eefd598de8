// Texts over several lines: the lines that say what they said stay as they were broken.

const BREAK = "\n";

/**
 * Return the lines of a folded text that reads as `text`, as many of the lines before as can be kept.
 * @param {readonly string[]} before
 * @param {string} text
 * @returns {string[]}
 */
export function rewrapped(before, text) {
  const width = Math.max(80, ...before.map((line) => line.length));
  const words = wordsOf(text.split("\n").flatMap((line, at) => (at === 0 ? [line] : ["", line])));
  const kept = before.map((line, at) => wordsOf([line], at > 0 && line === ""));
  let head = 0;
  let from = 0;
  while (head < kept.length && startsWith(words, from, kept[head] ?? [])) from += (kept[head++] ?? []).length;
  let tail = kept.length;
  let to = words.length;
  while (tail > head && to - (kept[tail - 1] ?? []).length >= from && startsWith(words, to - (kept[tail - 1] ?? []).length, kept[tail - 1] ?? [])) {
    to -= (kept[--tail] ?? []).length;
  }
  if (head === tail && from < to && head > 0 && before[head - 1] !== "") from -= (kept[--head] ?? []).length; // more words on the line before
  return [...before.slice(0, head), ...wrapped(words.slice(from, to), width), ...before.slice(tail)];
}

/**
 * @param {readonly string[]} lines
 * @param {boolean} [blank]
 * @returns {string[]}
 */
function wordsOf(lines, blank = false) {
  if (blank) return [BREAK];
  return lines.flatMap((line) => (line === "" ? [BREAK] : line.split(" ")));
}

/**
 * @param {readonly string[]} words
 * @param {number} from
 * @param {readonly string[]} start
 */
function startsWith(words, from, start) {
  return start.length > 0 && start.every((word, at) => words[from + at] === word);
}

/**
 * @param {readonly string[]} words
 * @param {number} width
 * @returns {string[]}
 */
export function wrapped(words, width) {
  /** @type {string[]} */
  const lines = [];
  /** @type {string | undefined} */
  let line;
  for (const word of words) {
    if (word === BREAK) {
      if (line !== undefined) lines.push(line);
      lines.push("");
      line = undefined;
    } else if (line !== undefined && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === undefined ? word : `${line} ${word}`;
  }
  return line === undefined ? lines : [...lines, line];
}
