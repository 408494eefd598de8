// A handbook remembers where the reader was: the chapter and its last heading on screen, in this browser only.

const book = document.querySelector("[data-book]");
const key = `vejviser-book-${book.dataset.book}-${document.documentElement.lang}`;

function recall() {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function remember(place) {
  try {
    localStorage.setItem(key, JSON.stringify(place));
  } catch {
    // A browser may refuse storage. Then the book opens where it begins.
  }
}

/** In a chapter: keep the heading that was passed last. */
function follow(chapter) {
  const headings = [...document.querySelectorAll(".prose > h2[id]")];
  let last;
  const passed = () => {
    const above = headings.filter((it) => it.getBoundingClientRect().top < innerHeight / 2).at(-1)?.id ?? "";
    if (above === last) return;
    last = above;
    remember({ chapter, heading: last });
  };
  passed();
  addEventListener("scroll", passed, { passive: true });
}

/** On the book's start page: a link back, when the chapter is still there. */
function offer() {
  const place = recall();
  const link = book.querySelector("a");
  const listed = [...document.querySelectorAll(".chapters a")].find(
    (it) => place && it.getAttribute("href").split("/").filter(Boolean).at(-1) === place.chapter,
  );
  if (!listed) return;
  link.href = listed.getAttribute("href") + (place.heading ? `#${place.heading}` : "");
  link.textContent = listed.textContent;
  book.hidden = false;
}

if (book.dataset.chapter) follow(book.dataset.chapter);
else offer();
