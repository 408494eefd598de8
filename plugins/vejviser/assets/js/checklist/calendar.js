/**
 * From a start date to the days of the follow-up plan, on the page and as a file for a calendar.
 *
 * @typedef {import("./copies.js").Copies} Copies
 * @typedef {import("./dom.js").Words} Words
 */
import { inWords, isDate, plan } from "../dates.js";
import { h } from "./dom.js";

export class Calendar {
  /**
   * @param {FollowUpsElement} root
   * @param {{copies: Copies, t: Words, language: string, list: string, start?: string, changed: () => void}} parts
   *   `start` says what is counted from; `changed` is called when the reader has given a day
   */
  constructor(root, { copies, t, language, list, start, changed }) {
    this.copies = copies;
    this.t = t;
    this.language = language;
    this.list = list;
    this.changed = changed;
    this.followUps = [...root.querySelectorAll("[data-follow-up]")].map((element) => ({
      id: element.dataset.followUp,
      title: element.textContent,
      note: element.dataset.note,
      offset: element.dataset.offset,
      repeat: element.dataset.repeat,
      until: element.dataset.until,
      count: Number(element.dataset.count) || undefined,
      days: placed(element.parentElement, h("ol", { class: "days", hidden: true })),
    }));
    this.date = h("input", {
      id: "checklist-start",
      type: "date",
      autocomplete: "off",
      "aria-describedby": "checklist-start-hint",
      oninput: () => this.#set(),
    });
    this.button = h("button", { type: "button", class: "primary", onclick: () => this.#download() }, t("download"));
    this.said = h("p", { class: "said", role: "status" });
    root.querySelector("ul").before(
      h(
        "div",
        { class: "start" },
        h("label", { for: "checklist-start" }, start ? t("start_of", { start }) : t("start_date")),
        h("p", { class: "hint", id: "checklist-start-hint" }, t("start_hint")),
        h("div", { class: "pickers" }, this.date, this.button),
        this.said,
      ),
    );
  }

  /** Show the days of the current copy. */
  show() {
    const { start } = this.copies.current;
    if (this.date.value !== start) {
      this.date.value = start;
      this.said.textContent = "";
    }
    const planned = isDate(start) ? plan(this.followUps, start) : [];
    this.button.hidden = !planned.length;
    if (planned.length) this.#writer().catch(() => {}); // on its way while the days are read; asked for again when needed
    for (const { id, days } of this.followUps) {
      days.replaceChildren(
        ...planned.flatMap((it, index) => (it.id === id ? [this.#day(it.date, index + 1, planned.length)] : [])),
      );
      days.hidden = !days.children.length;
    }
  }

  /** @param {string} date @param {number} number @param {number} all */
  #day(date, number, all) {
    const written = inWords(date, this.language);
    return h("li", {}, h("strong", {}, this.t("event", { number, all })), " ", h("time", { datetime: date }, written));
  }

  #set() {
    const start = isDate(this.date.value) ? this.date.value : "";
    this.copies.change({ start });
    this.show();
    this.changed();
    this.said.textContent = start && this.t("planned", { number: plan(this.followUps, start).length });
  }

  /** What writes the file. Few readers need it, so it does not come with the page. */
  #writer() {
    this.writer ??= import("../given.js").catch((error) => {
      /** @type {Promise<typeof import("../given.js")> | undefined} */
      this.writer = undefined;
      throw error;
    });
    return this.writer;
  }

  /** Hand the file to the browser. It is made here and sent to nobody. */
  async #download() {
    const { t, copies } = this;
    let handOut;
    try {
      ({ handOut } = await this.#writer());
    } catch {
      this.said.textContent = t("download_failed");
      return;
    }
    const { start, key, given } = copies.current;
    const name = copies.all.length > 1 ? ` · ${copies.nameOf()}` : ""; // a calendar with two matches tells which is which
    const file = handOut(
      given,
      {
        owner: this.list,
        key,
        days: plan(this.followUps, start),
        title: (number, all) => t("event", { number, all }) + name,
        calledOff: t("event_off") + name,
        name: t("calendar_name"),
        url: `${location.origin}${location.pathname}`,
      },
      new Date(),
    );
    copies.change({ given: file.given });
    const address = URL.createObjectURL(new Blob([file.text], { type: "text/calendar;charset=utf-8" }));
    h("a", { href: address, download: `${t("file_name")}-${start}.ics` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    this.said.textContent = t("downloaded");
  }
}

/**
 * Put the days before what one asks on them.
 * @param {HTMLElement} line @param {HTMLElement} days
 */
function placed(line, days) {
  line.insertBefore(days, line.querySelector("ul"));
  return days;
}
