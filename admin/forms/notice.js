// A box above the forms, read aloud when it comes: what the portal says of what was saved.

/** @typedef {import("./review.js").Notice} Notice */

/**
 * Show a notice in place of the one before; without one, show none.
 * @param {Notice | undefined} notice
 * @param {Record<string, string>} texts
 */
export function show(notice, texts) {
  const box = document.getElementById("notice");
  if (!box) return;
  box.replaceChildren();
  box.hidden = !notice;
  if (!notice) return;
  box.className = notice.bad ? "bad" : "";
  box.append(element("p", notice.text));
  if (notice.lines.length > 0) {
    const list = document.createElement("ul");
    list.append(...notice.lines.map((line) => element("li", line)));
    box.append(list);
  }
  if (notice.link) {
    const link = element("a", texts["notice-link"] ?? notice.link);
    link.setAttribute("href", notice.link);
    link.setAttribute("target", "_blank");
    box.append(link);
  }
  const button = element("button", texts["notice-close"] ?? "×");
  button.addEventListener("click", () => show(undefined, texts));
  box.append(button);
}

/**
 * @param {string} name
 * @param {string} text
 */
function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
