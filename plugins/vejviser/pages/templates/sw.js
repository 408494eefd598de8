// Checklists and handbooks that have been opened on the reader's own device work without a network. Made by
// vejviser.pages.offline.
//
// Two caches: the shell (stylesheets and scripts, each under its content's hash) and the pages that have asked to be
// kept, with the fonts and pictures they use. A page asks only where the reader has said that the device is their own.
// Each page has a last day, and a mark when the reader has chosen to save it: only those are named to anybody. A page is
// asked for on the network first; the kept one answers when the network is slow or gone. Nothing is sent.
const BUILD = __BUILD__;
const HOME = new URL("./", self.location.href).pathname;
const SHELL = `vejviser-shell ${HOME}`;
const PAGES_OF_ANY = `vejviser-pages ${HOME} `;
const PAGES = PAGES_OF_ANY + BUILD.version;
/** Where what is kept only by pages that use it lies now: fonts, pictures, what fills in files. */
const NOW = new Map(BUILD.later.map((path) => [unhashed(path), HOME + path]));
const HASHES = new Map(BUILD.shell.map(([path, hash]) => [HOME + path, hash]));
const PAGE_PATIENCE = 3000; // milliseconds
const ASSET_PATIENCE = 1500;
/** What a form is filled in with: the blank files, and what is known about the municipalities. */
const FORM_FILES = new RegExp(BUILD.form_files);
/** Days a page is kept after it was last opened, and the headers that say its last day and that it was chosen. */
const DAYS = __DAYS__;
const LAST_DAY = "X-Vejviser-Last-Day";
const SAVED = "X-Vejviser-Saved";
/** Windows whose page came out of the cache: the files that belong to it come from there too. */
const keptWindows = new Set();
/** Everything has been deleted. This worker lives on while its pages are open, and writes no more. */
let wiped = false;
/** @type {Promise<void> | undefined} */
let cleaned;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.waitUntil(answer(event)));
self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin || !pathname.startsWith(HOME)) {
    return;
  }
  if (event.request.mode === "navigate" || isPage(pathname)) {
    cleaned ??= clean();
    event.waitUntil(cleaned);
    event.respondWith(page(event, pathname));
  } else if (isAsset(pathname)) {
    event.respondWith(asset(event, pathname));
  }
});

/** Get what is new in the shell and all kept pages as they are now; not before all is here does this version begin. */
async function install() {
  const shell = await caches.open(SHELL);
  const wanted = [...HASHES].map(async ([path, hash]) => {
    if (!(await shell.match(named(path, hash)))) {
      await shell.put(named(path, hash), await fetched(path));
    }
  });
  await Promise.all(wanted);
  const pages = await caches.open(PAGES);
  // One that cannot be had just now keeps its old text, and the others are renewed all the same.
  await Promise.all((await older()).map((entry) => renew(pages, entry).catch(() => {})));
  await self.skipWaiting();
}

/**
 * A page that was kept by an older version: its text of today, or nothing when it has been taken down.
 * @param {Cache} pages @param {Entry} entry
 */
async function renew(pages, { cache, request }) {
  const now = new URL(newest(pathOf(request)), self.location.href).href;
  if (wiped || (await pages.match(now))) {
    return;
  }
  const response = await fetch(now, { cache: "no-cache" });
  if (isWhole(response)) {
    const before = await cache.match(request);
    await pages.put(now, isPage(pathOf(request)) ? dated(response, isSaved(before), lastDay(before)) : response);
  } else if (response.status === 404 || response.status === 410) {
    await cache.delete(request);
  }
}

/**
 * Take over what was kept in the meantime or could not be renewed, and throw the older versions away. Where a page has its
 * old text, the files that it was written for stay.
 */
async function activate() {
  const pages = await caches.open(PAGES);
  const entries = await older();
  let behind = false;
  for (const { request } of entries) {
    behind ||= isPage(pathOf(request)) && !(await pages.match(request));
  }
  for (const { cache, request } of entries) {
    const kept = await cache.match(request);
    const path = pathOf(request);
    if (kept && (behind || newest(path) === path) && !(await pages.match(request))) {
      await pages.put(request, kept);
    }
  }
  await Promise.all((await olderNames()).map((name) => caches.delete(name)));
  const shell = await caches.open(SHELL);
  const wanted = new Set([...HASHES].map(([path, hash]) => named(path, hash)));
  const unwanted = behind ? [] : (await shell.keys()).filter(({ url }) => !wanted.has(url));
  await Promise.all(unwanted.map((request) => shell.delete(request)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

/** Throw away the pages that have had their last day; with the last of them the files they used. */
async function clean() {
  if (!(await caches.has(PAGES))) {
    return;
  }
  const pages = await caches.open(PAGES);
  const found = (await pages.keys()).filter((request) => isPage(pathOf(request)));
  const old = [];
  for (const request of found) {
    if (!(lastDay(await pages.match(request)) > today())) {
      old.push(pages.delete(request));
    }
  }
  await Promise.all(old);
  if (old.length === found.length) {
    await caches.delete(PAGES);
  }
}

/** Throw a page away; with the last of them the files they used. @param {string} path */
async function drop(path) {
  await (await caches.open(PAGES)).delete(path);
  await clean();
}

/**
 * A page, opened or asked for by one that shows it beside its own text: from the network, and what is kept of it with
 * it; else the kept one; else a page that says what works.
 * @param {FetchEvent} event @param {string} path
 */
async function page(event, path) {
  const network = Promise.resolve(event.preloadResponse).then((response) => response ?? fetch(event.request));
  await cleaned;
  const kept = isPage(path) ? await caches.match(path, { cacheName: PAGES }) : undefined;
  if (!kept) {
    return network.catch(() => withoutNetwork(path));
  }
  event.waitUntil(network.then((response) => keep(path, response.clone(), kept)).catch(() => {}));
  const response = await soon(network, PAGE_PATIENCE);
  if (response && response.status < 500) {
    return response;
  }
  if (event.resultingClientId) {
    keptWindows.add(event.resultingClientId); // an open page that asks for its other language is no new window
  }
  return kept;
}

/**
 * Keep what the network gave. A page gets a new last day; what the reader has chosen about it holds.
 * @param {string} path
 * @param {Response} response
 * @param {Response} [before]
 */
async function keep(path, response, before) {
  if (wiped) {
    return;
  }
  const pages = await caches.open(PAGES);
  if (isWhole(response)) {
    await pages.put(path, isPage(path) ? dated(response, isSaved(before)) : response);
  } else if (response.status === 404 || response.status === 410) {
    await pages.delete(path);
  }
}

/** @param {Response} response @param {boolean} saved @param {number} [until]  days since 1970 */
function dated(response, saved, until = today() + DAYS) {
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length", SAVED]) headers.delete(name); // the body has been unpacked
  headers.set(LAST_DAY, String(until));
  if (saved) headers.set(SAVED, "1");
  return new Response(response.body, { status: response.status, headers });
}

/**
 * A file of a page. One whose name holds its hash never changes; another is asked for on the network first.
 * @param {FetchEvent} event @param {string} path
 */
async function asset(event, path) {
  const hash = HASHES.get(path);
  const kept = hash
    ? await caches.match(named(path, hash), { cacheName: SHELL })
    : ((await caches.match(path, { cacheName: PAGES })) ?? (await inOlderShell(path)));
  if (kept && (isUnchanging(path) || keptWindows.has(event.clientId))) {
    return kept;
  }
  const network = fetch(event.request);
  if (!kept) {
    if (!hash && (await belongsToKept(event.clientId))) {
      event.waitUntil(network.then((response) => keep(path, response.clone())).catch(() => {}));
    }
    return network;
  }
  const response = await soon(network, ASSET_PATIENCE);
  return response?.ok ? response : kept;
}

/**
 * The page asks to be kept, with the files it has used, and is told whether it is, and whether it came out of the cache
 * just now; and the words for it.
 * @param {{data?: "wipe" | Wish, ports: readonly MessagePort[], source: ExtendableMessageEvent["source"]}} event
 */
async function answer({ data, ports, source }) {
  if (data === "wipe") {
    wiped = true;
    return;
  }
  const { pathname, origin } = new URL(data?.url ?? "", self.location.href);
  if (!data || wiped || origin !== self.location.origin || !isPage(pathname)) {
    return;
  }
  if (data.drop) {
    await drop(pathname);
    ports[0].postMessage({ kept: false, saved: false });
    return;
  }
  let held;
  try {
    const pages = await caches.open(PAGES);
    const paths = data.files.map((url) => new URL(url).pathname).filter((path) => isAsset(path) && !HASHES.has(path));
    const wanted = [pathname, ...paths].map(async (path) => {
      if (!(await pages.match(path))) {
        await keep(path, await fetch(path, { cache: "no-cache" })); // a picture may be missing, the page not
      }
    });
    await Promise.all(wanted);
    held = await pages.match(pathname);
    if (held) {
      await pages.put(pathname, dated(held, data.save ?? isSaved(held))); // it is open now
      held = await pages.match(pathname);
    }
  } catch {
    held = undefined; // no network just now, or no room
  }
  const texts = BUILD.texts[languageOf(pathname)];
  const inDays = new Intl.RelativeTimeFormat(languageOf(pathname), { numeric: "auto" });
  const saved_until = texts.saved_until.replace("{when}", inDays.format(held ? lastDay(held) - today() : 0, "day"));
  const cached = source !== null && "id" in source && keptWindows.has(source.id);
  ports[0].postMessage({ ...texts, saved_until, kept: Boolean(held), saved: isSaved(held), cached });
}

/**
 * Say that there is no network, and which pages the reader has chosen to save.
 * @param {string} path
 */
async function withoutNetwork(path) {
  // "//" is no address: asked for the front page of a host, the browser would fail instead of answering.
  if (!path.endsWith("/") && (await caches.match(`${path}/`, { cacheName: PAGES }))) {
    return Response.redirect(`${path}/`);
  }
  const language = languageOf(path);
  const texts = BUILD.texts[language];
  const links = wiped ? [] : await Promise.all((await savedPaths()).map(link));
  const listed = `<div data-kept><p>${texts.kept_pages}</p><ul>${links.join("")}</ul></div>`;
  const html = `<!doctype html>
<html lang="${language}" dir="${texts.direction}" class="no-js"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${texts.title}</title>
<link rel="stylesheet" href="${HOME}${BUILD.sheet}">
</head><body class="kind-offline" data-run="wipe"><header class="top"><div class="bar">
<a class="brand" href="${HOME}"><img src="${HOME}${BUILD.sign}" alt="" width="40" height="40">
<span>${texts.site}</span></a>
</div></header><div class="frame"><main><article class="prose">
<h1>${texts.title}</h1><p class="lead">${texts.text}</p><p><a href="">${texts.again}</a></p>
${links.length ? listed : ""}
</article></main></div><footer class="bottom"><div class="bottom-inner"><div>${texts.wipe}</div></div></footer>
<script src="${HOME}${BUILD.early}"></script><script type="module" src="${HOME}${BUILD.wipe}"></script></body></html>`;
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** @param {string} path */
async function link(path) {
  const html = (await (await caches.match(path, { cacheName: PAGES }))?.text()) ?? "";
  const [, title = path] = /<title>([^<]*?)(?: – [^–<]*)?<\/title>/.exec(html) ?? [];
  const [, language = BUILD.language, direction = "ltr"] = /<html lang="([\w-]+)" dir="(\w+)"/.exec(html) ?? [];
  return `<li lang="${language}" dir="${direction}"><a href="${path}">${title}</a></li>`;
}

/** The pages the reader has chosen to save, in the order of their addresses. */
async function savedPaths() {
  const found = [];
  if (await caches.has(PAGES)) {
    const pages = await caches.open(PAGES);
    for (const request of await pages.keys()) {
      const path = pathOf(request);
      if (isPage(path) && isSaved(await pages.match(request))) {
        found.push(path);
      }
    }
  }
  return found.sort();
}

/** @param {Request} request */
const pathOf = ({ url }) => new URL(url).pathname;
const today = () => Math.floor(Date.now() / 86_400_000);
/** @param {Response | undefined} response */
const lastDay = (response) => Number(response?.headers.get(LAST_DAY));
/** @param {Response | undefined} response */
const isSaved = (response) => Boolean(response?.headers.has(SAVED));
/** @param {string} path @param {string} hash */
const named = (path, hash) => new URL(`${path}?${hash}`, self.location.href).href;
/** @param {Response} response */
const isWhole = (response) => response.ok && response.type === "basic" && !response.redirected;
/** @param {string} path */
const newest = (path) => (isUnchanging(path) && NOW.get(unhashed(path.slice(HOME.length)))) || path;
/** @param {string} path */
const inOlderShell = async (path) =>
  isUnchanging(path) ? caches.match(path, { cacheName: SHELL, ignoreSearch: true }) : undefined;
/** @param {string} path */
const isAsset = (path) => path.startsWith(`${HOME}assets/`) || FORM_FILES.test(path.slice(HOME.length));
/** @param {string} path */
const isUnchanging = (path) => path.startsWith(`${HOME}assets/hashed/`);
/** @param {string} path */
const parts = (path) => path.slice(HOME.length).split("/");
/** @param {string} path */
const languageOf = (path) => (BUILD.texts[parts(path)[0]] ? parts(path)[0] : BUILD.language);

/** The path of a file without its hash. @param {string} path */
function unhashed(path) {
  return path.replace(/\.[b-v]{8}(?=\.\w+$)/, "");
}

/** @param {string} path */
function isPage(path) {
  const [first, second] = parts(path);
  const area = BUILD.texts[first] ? second : first;
  return path.startsWith(HOME) && path.endsWith("/") && BUILD.areas.includes(area);
}

/** @param {string} clientId */
async function belongsToKept(clientId) {
  const client = clientId && (await self.clients.get(clientId));
  return Boolean(client && (await caches.match(new URL(client.url).pathname, { cacheName: PAGES })));
}

/** @param {string} path */
async function fetched(path) {
  const response = await fetch(path, { cache: "no-cache" });
  if (!isWhole(response)) {
    throw new TypeError(`${response.status} ${path}`);
  }
  return response;
}

/**
 * What a promise gives within a time; nothing when it fails or takes longer.
 * @template Result
 * @param {Promise<Result>} promise
 * @param {number} milliseconds
 * @returns {Promise<Result | undefined>}
 */
function soon(promise, milliseconds) {
  /** @type {Promise<undefined>} */
  const enough = new Promise((resolve) => setTimeout(resolve, milliseconds));
  return Promise.race([promise, enough]).catch(() => undefined);
}

async function olderNames() {
  return (await caches.keys()).filter((name) => name.startsWith(PAGES_OF_ANY) && name !== PAGES);
}

/** @returns {Promise<Entry[]>} */
async function older() {
  const entries = [];
  for (const name of await olderNames()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const path = pathOf(request);
      if (!isPage(path) || lastDay(await cache.match(request)) > today()) {
        entries.push({ cache, request });
      }
    }
  }
  return entries;
}
