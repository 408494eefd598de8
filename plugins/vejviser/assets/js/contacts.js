// A contact gives way to the municipality's main entry after the last day it may be shown, also on a page that nobody
// has built again since, and on one that has stood open over midnight. The day stands in the page; nothing is asked for.

/** The day where the reader is: "2027-05-01". */
function today() {
  const now = new Date();
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Take every contact whose day has passed out of the page, and show the way in that stays. */
function giveWay() {
  const day = today();
  for (const contact of document.querySelectorAll("[data-shown-until]")) {
    if (contact.dataset.shownUntil >= day) continue;
    const list = contact.closest("ul");
    contact.closest("[data-contacts]").querySelector("[data-main-entry]").hidden = false;
    contact.closest("li").remove();
    if (!list.children.length) list.remove();
  }
}

giveWay();
addEventListener("pageshow", giveWay);
document.addEventListener("visibilitychange", giveWay);
