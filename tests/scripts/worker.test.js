// The service worker, with a network and caches that are made here: what it keeps, for how long, and whom it names.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const ORIGIN = "https://vejviser.example";
const SOURCE = readFileSync(new URL("../../plugins/vejviser/pages/templates/sw.js", import.meta.url), "utf8");
const TEXTS = {
  ready: "Virker uden net", saved_until: "Gemt til {when}", unsave: "Glem", away: "Ikke nettet", direction: "ltr",
  title: "Ingen forbindelse", text: "Prøv igen", again: "Igen", kept_pages: "Gemte sider", site: "Portalen", wipe: "",
};
const BUILD = {
  version: "2",
  shell: [["assets/css/a.css", "1"]],
  later: ["assets/hashed/js/fill/pdf.bcdfghjk.js"],
  areas: ["tjeklister", "haandboeger"],
  language: "da",
  sign: "sign.svg",
  early: "early.js",
  wipe: "wipe.js",
  texts: { da: TEXTS, ar: { ...TEXTS, direction: "rtl" } },
};
const DAYS = 90;
const TODAY = Math.floor(Date.now() / 86_400_000);
const LIST = "/tjeklister/matchmoede/";
const page = (/** @type {string} */ title) => `<!doctype html><html lang="da" dir="ltr"><title>${title} – Portalen</title>`;

/** An answer as it comes from the same host. @param {string} text @param {Record<string, string>} [headers] */
function answer(text, headers) {
  const made = new Response(text, { headers });
  Object.defineProperty(made, "type", { value: "basic" });
  return made;
}

/** The caches of a browser, by name and then by address. */
class FakeCaches {
  /** @type {Map<string, Map<string, Response>>} */
  all = new Map();

  /** @param {string} name */
  async open(name) {
    const found = this.all.get(name) ?? new Map();
    this.all.set(name, found);
    const url = (/** @type {string | {url: string}} */ it) => new URL(typeof it === "string" ? it : it.url, ORIGIN).href;
    return {
      match: async (/** @type {string} */ it) => found.get(url(it))?.clone(),
      put: async (/** @type {string} */ it, /** @type {Response} */ response) => void found.set(url(it), response),
      delete: async (/** @type {string} */ it) => found.delete(url(it)),
      keys: async () => [...found.keys()].map((it) => ({ url: it })),
    };
  }

  /** @param {string} name */
  async has(name) {
    return this.all.has(name);
  }

  /** @param {string} name */
  async delete(name) {
    return this.all.delete(name);
  }

  async keys() {
    return [...this.all.keys()];
  }

  /** @param {string} path @param {{cacheName: string, ignoreSearch?: boolean}} options */
  async match(path, { cacheName, ignoreSearch }) {
    const named = [...(this.all.get(cacheName)?.keys() ?? [])].find((it) => ignoreSearch && new URL(it).pathname === path);
    return this.all.has(cacheName) ? (await this.open(cacheName)).match(named ?? path) : undefined;
  }
}

/** A worker that has begun. `network` answers what it asks for; without it there is no network. */
class Worker {
  caches = new FakeCaches();
  /** @type {Record<string, string>} */
  network = {};
  online = true;
  /** Paths whose answer never comes, or leads to another host. @type {Set<string>} */
  refused = new Set();
  /** @type {Record<string, (event: object) => void>} */
  #listeners = {};

  constructor() {
    const self = {
      location: new URL(`${ORIGIN}/sw.js`),
      registration: {},
      clients: { get: async () => undefined, claim: async () => {} },
      skipWaiting: async () => {},
      addEventListener: (/** @type {string} */ name, /** @type {() => void} */ listener) => (this.#listeners[name] = listener),
    };
    const context = { self, caches: this.caches, fetch: this.#fetch, Response, Headers, URL, setTimeout, Intl };
    vm.runInNewContext(SOURCE.replace("__BUILD__", JSON.stringify(BUILD)).replace("__DAYS__", String(DAYS)), context);
  }

  #fetch = async (/** @type {string | {url: string}} */ request) => {
    const path = new URL(typeof request === "string" ? request : request.url, ORIGIN).pathname;
    if (!this.online || this.refused.has(path)) throw new TypeError("no network");
    return path in this.network ? answer(this.network[path]) : new Response("", { status: 404 });
  };

  /** Let something happen, and wait for all that follows. @param {string} name @param {object} given */
  async happen(name, given) {
    /** @type {unknown[]} */
    const waiting = [];
    /** @type {Promise<Response> | undefined} */
    let response;
    const event = {
      ...given,
      waitUntil: (/** @type {unknown} */ it) => waiting.push(it),
      respondWith: (/** @type {Promise<Response>} */ it) => (response = it),
    };
    this.#listeners[name](event);
    const givenBack = await response;
    await Promise.all(waiting);
    return givenBack;
  }

  /** The reader opens a page. @param {string} path */
  async visit(path) {
    const request = { url: ORIGIN + path, method: "GET", mode: "navigate" };
    const response = await this.happen("fetch", { request, resultingClientId: "window" });
    return response?.text() ?? "";
  }

  /** An open page asks for another one, to show its text beside its own. @param {string} path */
  async read(path) {
    return this.happen("fetch", { request: { url: ORIGIN + path, method: "GET", mode: "cors" }, clientId: "window", resultingClientId: "" });
  }

  /** An open page asks to be kept, or dropped. @param {string} path @param {boolean} [save] @param {boolean} [drop] */
  async ask(path, save, drop) {
    /** @type {Record<string, unknown>} */
    let told = {};
    const ports = [{ postMessage: (/** @type {Record<string, unknown>} */ it) => (told = it) }];
    await this.happen("message", { data: { url: ORIGIN + path, files: [], save, drop }, ports, source: { id: "window" } });
    return told;
  }

  /** The pages that are kept, with their last days. */
  async kept() {
    const pages = this.caches.all.get("vejviser-pages / 2") ?? new Map();
    return Object.fromEntries([...pages].map(([url, it]) => [new URL(url).pathname, Number(it.headers.get("X-Vejviser-Last-Day"))]));
  }
}

/** A worker on a host with two pages. */
function worker() {
  const made = new Worker();
  made.network = { [LIST]: page("Matchmøde"), "/kilder/": page("Kilder") };
  return made;
}

test("a page is kept for 90 days when it asks for it, and is there without a network", async () => {
  const it = worker();
  assert.equal((await it.ask(LIST)).kept, true);
  assert.deepEqual(await it.kept(), { [LIST]: TODAY + DAYS });
  it.online = false;
  assert.match(await it.visit(LIST), /Matchmøde/);
});

test("only checklists and handbooks are kept, and only from this address", async () => {
  const it = worker();
  assert.deepEqual(await it.ask("/kilder/"), {});
  assert.deepEqual(await it.ask("/kommuner/odense/"), {});
  await it.happen("message", { data: { url: `https://other.example${LIST}`, files: [] }, ports: [], source: null });
  assert.deepEqual(await it.kept(), {});
});

test("a page that nobody asked to keep is not kept by being read", async () => {
  const it = worker();
  assert.match(await it.visit(LIST), /Matchmøde/);
  assert.deepEqual(await it.kept(), {});
});

test("without a network, only the pages that the reader chose to save are named", async () => {
  const it = worker();
  it.network["/haandboeger/ven/"] = page("Din håndbog");
  await it.ask(LIST);
  await it.ask("/haandboeger/ven/", true);
  it.online = false;
  const told = await it.visit("/kommuner/");
  assert.match(told, /Ingen forbindelse/);
  assert.match(told, /Din håndbog/);
  assert.doesNotMatch(told, /Matchmøde/);
});

test("the front page too says without a network what works, as every other page does", async () => {
  const made = worker();
  await made.ask(LIST, true);
  made.online = false;
  for (const path of ["/", "/kilder/", "/kilder", "/ar/", "/findes-ikke"]) assert.match(await made.visit(path), /<h1>Ingen forbindelse<\/h1>/, path);
  assert.match(await made.visit("/"), /Matchmøde/);
});

test("what was chosen holds when the page is opened again, until the reader chooses otherwise", async () => {
  const it = worker();
  assert.equal((await it.ask(LIST, true)).saved, true);
  assert.equal((await it.ask(LIST)).saved, true);
  assert.equal((await it.ask(LIST, false)).saved, false);
  it.online = false;
  assert.doesNotMatch(await it.visit("/kommuner/"), /Matchmøde/);
});

test("a page that is dropped is gone at once, and the files that only kept pages use with the last one", async () => {
  const it = worker();
  it.network["/haandboeger/ven/"] = page("Din håndbog");
  await it.ask(LIST, true);
  await it.ask("/haandboeger/ven/", true);
  await (await it.caches.open("vejviser-pages / 2")).put("/assets/fonts/a.woff2", answer(""));
  assert.equal((await it.ask(LIST, undefined, true)).kept, false);
  assert.deepEqual(Object.keys(await it.kept()), ["/haandboeger/ven/", "/assets/fonts/a.woff2"]);
  await it.ask("/haandboeger/ven/", undefined, true);
  assert.deepEqual(await it.kept(), {});
});

test("a page that has had its last day is thrown away when the next is opened", async () => {
  const it = worker();
  const pages = await it.caches.open("vejviser-pages / 2");
  await pages.put(LIST, answer(page("Matchmøde"), { "X-Vejviser-Last-Day": String(TODAY) }));
  await it.visit("/kilder/");
  assert.deepEqual(await it.kept(), {});
});

test("the other language of a kept page is there without a network for the page that shows both", async () => {
  const it = worker();
  it.network[`/ar${LIST}`] = page("لقاء التعارف");
  await it.ask(LIST);
  await it.ask(`/ar${LIST}`);
  it.online = false;
  const found = await it.read(`/ar${LIST}`);
  assert.match((await found?.text()) ?? "", /لقاء/);
  const missing = await it.read("/ar/tjeklister/borte/");
  assert.equal(missing?.status, 503);
  assert.equal((await it.ask(LIST)).cached, false); // the open page has not become one out of the cache
});

test("a new version brings the kept pages up to date with their day and choice, and drops what was taken down", async () => {
  const it = worker();
  it.network["/assets/css/a.css"] = "";
  const before = await it.caches.open("vejviser-pages / 1");
  const headers = { "X-Vejviser-Last-Day": String(TODAY + 3), "X-Vejviser-Saved": "1" };
  await before.put(LIST, answer(page("Gammel"), headers));
  await before.put("/tjeklister/borte/", answer(page("Borte"), headers));
  await it.happen("install", {});
  await it.happen("activate", {});
  assert.deepEqual(await it.kept(), { [LIST]: TODAY + 3 });
  assert.deepEqual((await it.caches.keys()).sort(), ["vejviser-pages / 2", "vejviser-shell /"]);
  it.online = false;
  const told = await it.visit("/kommuner/");
  assert.match(told, /Matchmøde/);
  assert.doesNotMatch(told, /Gammel|Borte/);
});

test("a page that cannot be renewed keeps its old text with the files it was written for, and the others are renewed", async () => {
  const it = worker();
  const other = "/haandboeger/ven/";
  it.network = { ...it.network, "/assets/css/a.css": "", [other]: page("Tavshed, rettet") };
  const before = await it.caches.open("vejviser-pages / 1");
  const shell = await it.caches.open("vejviser-shell /");
  const headers = { "X-Vejviser-Last-Day": String(TODAY + 3) };
  await before.put(LIST, answer(page("Gammel"), headers));
  await before.put(other, answer(page("Tavshed"), headers));
  await shell.put("/assets/hashed/css/old.bcdfghjk.css?0", answer("old {}"));
  it.refused.add(LIST); // it leads to another host, or breaks off
  await it.happen("install", {});
  await it.happen("activate", {});
  it.online = false;
  assert.match(await it.visit(other), /rettet/);
  assert.match(await it.visit(LIST), /Gammel/);
  const sheet = { url: `${ORIGIN}/assets/hashed/css/old.bcdfghjk.css`, method: "GET", mode: "no-cors" };
  assert.equal(await (await it.happen("fetch", { request: sheet, clientId: "window" }))?.text(), "old {}");

  it.online = true;
  it.refused.clear();
  it.caches.all.set("vejviser-pages / 1", it.caches.all.get("vejviser-pages / 2") ?? new Map());
  it.caches.all.delete("vejviser-pages / 2"); // the next version
  await it.happen("install", {});
  await it.happen("activate", {});
  assert.deepEqual((await shell.keys()).map(({ url }) => url), [`${ORIGIN}/assets/css/a.css?1`]);
});

test("a file that only pages that use it keep is kept as the new version has it, under its new name", async () => {
  const it = worker();
  it.network = { ...it.network, "/assets/css/a.css": "", "/assets/hashed/js/fill/pdf.bcdfghjk.js": "new" };
  const before = await it.caches.open("vejviser-pages / 1");
  await before.put(LIST, answer(page("Gammel"), { "X-Vejviser-Last-Day": String(TODAY + 3) }));
  await before.put("/assets/hashed/js/fill/pdf.kmnpqrst.js", answer("old"));
  await it.happen("install", {});
  await it.happen("activate", {});
  assert.deepEqual(Object.keys(await it.kept()).sort(), ["/assets/hashed/js/fill/pdf.bcdfghjk.js", LIST].sort());
});

test("a page that is gone from the host is kept no longer", async () => {
  const it = worker();
  await it.ask(LIST);
  it.network = {};
  await it.visit(LIST);
  assert.deepEqual(await it.kept(), {});
});

test("after everything was deleted, a worker that lives on writes no more and names nobody", async () => {
  const it = worker();
  await it.ask(LIST, true);
  await it.happen("message", { data: "wipe" });
  it.caches.all.clear();
  await it.visit(LIST);
  assert.deepEqual(await it.ask(LIST, true), {});
  assert.deepEqual(await it.kept(), {});
});

test("a page is spoken to in its own language, and Danish where it has none", async () => {
  const it = worker();
  it.online = false;
  assert.match(await it.visit("/ar/tjeklister/matchmoede/"), /<html lang="ar" dir="rtl"/);
  assert.match(await it.visit("/tjeklister/matchmoede/"), /<html lang="da" dir="ltr"/);
});
