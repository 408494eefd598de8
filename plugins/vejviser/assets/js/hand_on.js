// A page that only leads on: to the living page, with the place on it and the edition that somebody holds in their hand.
// Where the new address names a place, that one counts (RFC 9110, 10.2.2).

const link = document.querySelector("a");
if (link) {
  const there = new URL(link.href);
  there.search = location.search;
  there.hash ||= location.hash;
  location.replace(there);
}
