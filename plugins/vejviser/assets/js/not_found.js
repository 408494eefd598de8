// An address that does not exist: the host's one page says so in every language, and the reader's own stays.

const articles = [...document.querySelectorAll("article[data-not-found]")];
const own = articles.find((it) => location.pathname.startsWith(it.dataset.notFound));
for (const it of articles) it.hidden = it !== own;
if (own) {
  const { lang, dir } = own;
  Object.assign(document.documentElement, { lang, dir });
  document.documentElement.dataset.script = own.dataset.script;
  document.title = own.querySelector("h2").textContent;
  document.querySelector("main > article:not([data-not-found])").hidden = true;
}
