// The page at a short address leads on to the living page, and hands on which edition somebody holds in their hand.

const link = document.querySelector("a");
if (link) {
  const there = new URL(link.href);
  there.search = location.search;
  location.replace(there);
}
