/**
 * »På to sprog«: a page in two of its languages at once, for two people at one table. The second one is asked for with
 * the buttons, by the address (`?og=ar`), or by what the reader chose last; what shows it comes only then.
 */
import { forget, keep, recall } from "./device.js";

const NAME = "two-languages"; // keeps both languages, for the reader may come from either of them
const IN_ADDRESS = "og";
const own = document.documentElement.lang;

const box = document.querySelector("[data-parallel]");
if (box) begin(box);

/** @param {ParallelBox} place */
function begin(place) {
  const buttons = [...place.querySelectorAll("[data-beside]")];
  const said = place.querySelector("[role=status]");
  let turn = 0;

  /**
   * Show the page in one more language, or in its own alone.
   * @param {ParallelButton} [button]
   * @returns {Promise<boolean>} whether the page is as it was asked to be
   */
  async function show(button) {
    const now = ++turn;
    try {
      const { fetched, hide, show: put } = await import("./parallel/page.js");
      const version = button && { language: button.lang, direction: button.dir, address: button.dataset.beside };
      const text = version && (await fetched(version));
      if (now !== turn) return false; // another one has been asked for since
      if (text) put(text, version);
      else hide();
    } catch {
      if (now === turn) said.textContent = place.dataset.failed;
      return false;
    }
    for (const it of buttons) it.setAttribute("aria-pressed", String(it === button));
    tell(button);
    return true;
  }

  /** Say in the address, to the language menu and to what keeps pages which language stands beside this one's. @param {ParallelButton} [button] */
  function tell(button) {
    place.dataset.shown = button?.dataset.beside ?? "";
    const address = new URL(location.href);
    if (button) address.searchParams.set(IN_ADDRESS, button.lang);
    else address.searchParams.delete(IN_ADDRESS);
    if (address.href !== location.href) history.replaceState(history.state, "", address);
    for (const link of document.querySelectorAll(".languages a")) {
      link.search = button?.lang === link.lang ? `?${IN_ADDRESS}=${own}` : "";
    }
    dispatchEvent(new Event("beside"));
  }

  /** @param {ParallelButton} button */
  async function press(button) {
    const wanted = button.getAttribute("aria-pressed") !== "true";
    const { top } = button.getBoundingClientRect();
    if (!(await show(wanted ? button : undefined))) return;
    scrollBy(0, button.getBoundingClientRect().top - top); // it stays under the finger
    said.textContent = wanted ? place.dataset.two : place.dataset.one;
    if (wanted) keep(NAME, `${own} ${button.lang}`);
    else forget(NAME);
    if (wanted) import("./question.js").then(({ ask }) => ask()).catch(() => {}); // until it is answered it stays in the tab
  }

  for (const button of buttons) button.addEventListener("click", () => press(button));
  addEventListener("wiped", () => place.dataset.shown && show());

  const asked = new URLSearchParams(location.search).get(IN_ADDRESS);
  /** @type {string | undefined} */
  const kept = recall(NAME);
  const last = kept?.split(" ") ?? [];
  const second = asked ?? (last.includes(own) ? last.find((it) => it !== own) : undefined);
  const button = buttons.find((it) => it.lang === second);
  if (button) {
    show(button).then((done) => {
      if (done && location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    });
  }
}
