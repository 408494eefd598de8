// An address that does not exist: the host's one page says so in every language, and the reader's own stays. A file that has
// got its municipality's name leads on, on hosts that cannot do it themselves.
import { fileNow, languageOfFile } from "./moved_files.js";

const now = fileNow(location.pathname, document.querySelector("[data-places]")?.dataset.places ?? "/");
if (now) location.replace(now);

const articles = [...document.querySelectorAll("article[data-not-found]")];
const own =
  articles.find((it) => location.pathname.startsWith(it.dataset.notFound)) ??
  articles.find((it) => it.lang === languageOfFile(location.pathname));
for (const it of articles) it.hidden = it !== own;
if (own) {
  const title = document.createElement("h1");
  const heading = own.querySelector("h2");
  title.textContent = heading.textContent;
  heading.replaceWith(title);
  document.title = title.textContent;
  document.querySelector("main > article:not([data-not-found])").hidden = true; // what is around it stays as the host has it
}
