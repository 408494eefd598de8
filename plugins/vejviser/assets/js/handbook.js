// A handbook remembers where the reader was: the chapter and its last heading on screen. Nobody has asked it to, so it
// does that on the reader's own device only.

import { device, keep, recall } from "./device.js";

const book = document.querySelector("[data-book]");
const name = `book:${book.dataset.book}:${document.documentElement.lang}`;

/**
 * In a chapter: keep the heading that was passed last.
 * @param {string} chapter
 */
function follow(chapter) {
  const headings = [...document.querySelectorAll(".prose > h2[id]")];
  /** @type {string | undefined} */
  let last;
  const passed = () => {
    const above = headings.filter((it) => it.getBoundingClientRect().top < innerHeight / 2).at(-1)?.id ?? "";
    if (above === last) return;
    last = above;
    if (device() === "own") keep(name, { chapter, heading: last });
  };
  passed();
  addEventListener("scroll", passed, { passive: true });
}

/** On the book's start page: a link back, when the chapter is still there. */
function offer() {
  /** @type {{chapter: string, heading: string} | undefined} */
  const place = recall(name);
  const link = book.querySelector("a");
  const listed = place && [...document.querySelectorAll(".chapters a")].find(
    (it) => it.getAttribute("href").split("/").filter(Boolean).at(-1) === place.chapter,
  );
  if (!listed) return;
  link.href = listed.getAttribute("href") + (place.heading ? `#${place.heading}` : "");
  link.textContent = listed.textContent;
  book.hidden = false;
}

if (book.dataset.chapter) follow(book.dataset.chapter);
else offer();
