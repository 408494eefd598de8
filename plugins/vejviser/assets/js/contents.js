// On a wide screen the list of contents stands beside the text: it marks the place one reads, and keeps it in sight.

/** A heading in a part that is closed stands nowhere. @param {Element} place */
const passed = (place) =>
  !place.closest("details:not([open]) > :not(summary)") && place.getBoundingClientRect().top < innerHeight / 3;

/** @param {Element} box  the list, which scrolls inside itself */
export function follow(box) {
  /** @type {Map<Element | null | undefined, HTMLAnchorElement>} */
  const links = new Map();
  for (const link of box.querySelectorAll("a")) {
    links.set(document.getElementById(decodeURIComponent(link.hash.slice(1))), link);
  }
  links.delete(null); // other pages have no place here
  const places = /** @type {Element[]} */ ([...links.keys()]);
  const mark = () => {
    const link = links.get(places.filter(passed).at(-1));
    for (const it of links.values()) {
      if (it === link) it.setAttribute("aria-current", "location");
      else it.removeAttribute("aria-current");
    }
    show(box, link ?? box.querySelector("[aria-current]"));
  };
  // All that has been passed counts as seen, so that a leap over many headings is told as well.
  const seen = new IntersectionObserver(mark, { rootMargin: "999999px 0px -66.6%" });
  for (const place of places) seen.observe(place);
  mark();
}

/** Only the list itself moves. @param {Element} box @param {HTMLElement | null} link */
function show(box, link) {
  if (!link) box.scrollTop = 0;
  else if (link.offsetTop < box.scrollTop || link.offsetTop + link.offsetHeight > box.scrollTop + box.clientHeight) {
    box.scrollTop = link.offsetTop - box.clientHeight / 2;
  }
}
