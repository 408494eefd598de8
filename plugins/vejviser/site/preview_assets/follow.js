/* Loads the page again when the preview has a newer one, and only then. */
const { epoch, poll } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

async function follow() {
  try {
    const answer = await fetch(`${poll}${epoch}/${Date.now()}`, { cache: "no-store" });
    if (Number(await answer.text()) > Number(epoch)) {
      location.reload();
      return;
    }
  } catch {
    await new Promise((done) => setTimeout(done, 1000)); // the preview was stopped; it may start again
  }
  follow();
}

follow();
