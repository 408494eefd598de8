// A long page in parts: an address with a place in a part opens it, and one button opens all.

const parts = [...document.querySelectorAll(".part")];

/** What the address leads to; nothing where somebody has written it wrong. */
function asked() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

/** Open the part that the address leads to, and go there. */
function lead() {
  const place = asked();
  const part = place && parts.find((it) => it.contains(place));
  if (!part || part.open) return;
  part.open = true;
  place.scrollIntoView();
}

for (const button of document.querySelectorAll("[data-open-all]")) {
  button.addEventListener("click", () => {
    for (const part of parts) part.open = true;
    parts[0].querySelector("summary").focus();
  });
}
addEventListener("hashchange", lead);
lead();
