// Tells editors when the portal is no longer built at night. Each publishing writes down its day beside the pages, also
// one that changes nothing; a draft is not built at night. Nothing is kept.

const DAY = 86_400_000;

/** @type {NodeListOf<HTMLElement>} */
const notices = document.querySelectorAll("[data-built]");
for (const notice of document.querySelector(".draft") ? [] : notices) {
  fetch(notice.dataset.built ?? "", { cache: "no-store" })
    .then((answer) => answer.json())
    .then(({ day }) => {
      notice.hidden = !(Date.now() - Date.parse(day) > Number(notice.dataset.patience) * DAY);
    })
    .catch(() => {}); // not published: on an editor's own machine there is no such day
}
