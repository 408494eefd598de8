// Checklists and handbooks that have been opened once work without a network. Made by vejviser.pages.offline.
//
// Two caches: the shell (stylesheets and scripts, each under its content's hash) and the pages the reader has opened,
// with the fonts and pictures they use. A page is asked for on the network first; the kept one answers when the network
// is slow or gone. Nothing else is stored, and nothing is sent.
const BUILD = __BUILD__;
const HOME = new URL("./", self.location).pathname;
const SHELL = `vejviser-shell ${HOME}`;
const PAGES_OF_ANY = `vejviser-pages ${HOME} `;
const PAGES = PAGES_OF_ANY + BUILD.version;
const HASHES = new Map(BUILD.shell.map(([path, hash]) => [HOME + path, hash]));
const PAGE_PATIENCE = 3000;
const ASSET_PATIENCE = 1500;
/** Windows whose page came out of the cache: the files that belong to it come from there too. */
const keptWindows = new Set();

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.waitUntil(answer(event)));
self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin || !pathname.startsWith(HOME)) {
    return;
  }
  if (event.request.mode === "navigate") {
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
  await Promise.all((await older()).map((entry) => renew(pages, entry)));
  await self.skipWaiting();
}

/** A page that was kept by an older version: its text of today, or nothing when it has been taken down. */
async function renew(pages, { cache, request }) {
  if (await pages.match(request)) {
    return;
  }
  const response = await fetch(request.url, { cache: "no-cache" });
  if (isWhole(response)) {
    await pages.put(request, response);
  } else if (response.status === 404 || response.status === 410) {
    await cache.delete(request);
  }
}

/** Take over what was kept in the meantime, and throw the older versions away. */
async function activate() {
  const pages = await caches.open(PAGES);
  for (const { cache, request } of await older()) {
    if (!(await pages.match(request))) {
      await pages.put(request, await cache.match(request));
    }
  }
  await Promise.all((await olderNames()).map((name) => caches.delete(name)));
  const shell = await caches.open(SHELL);
  const wanted = new Set([...HASHES].map(([path, hash]) => named(path, hash)));
  const unwanted = (await shell.keys()).filter(({ url }) => !wanted.has(url));
  await Promise.all(unwanted.map((request) => shell.delete(request)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

/** A page: from the network, and kept if it is one to keep; else the kept one; else a page that says what works. */
async function page(event, path) {
  const network = Promise.resolve(event.preloadResponse).then((response) => response ?? fetch(event.request));
  if (!isPage(path)) {
    return network.catch(() => withoutNetwork(path));
  }
  const pages = await caches.open(PAGES);
  const keeping = network.then((response) => keep(pages, path, response.clone()));
  event.waitUntil(keeping.catch(() => {}));
  const kept = await pages.match(path);
  if (!kept) {
    return network.catch(() => withoutNetwork(path));
  }
  const response = await soon(network, PAGE_PATIENCE);
  if (response && response.status < 500) {
    return response;
  }
  keptWindows.add(event.resultingClientId);
  return kept;
}

async function keep(pages, path, response) {
  if (isWhole(response)) {
    await pages.put(path, response);
  } else if (response.status === 404 || response.status === 410) {
    await pages.delete(path);
  }
}

/** A file of a page. One whose name holds its hash never changes; another is asked for on the network first. */
async function asset(event, path) {
  const pages = await caches.open(PAGES);
  const hash = HASHES.get(path);
  const kept = hash ? await (await caches.open(SHELL)).match(named(path, hash)) : await pages.match(path);
  if (kept && (isUnchanging(path) || keptWindows.has(event.clientId))) {
    return kept;
  }
  const network = fetch(event.request);
  if (!kept) {
    if (!hash && (await belongsToPage(event.clientId))) {
      event.waitUntil(network.then((response) => keep(pages, path, response.clone())).catch(() => {}));
    }
    return network;
  }
  const response = await soon(network, ASSET_PATIENCE);
  return response?.ok ? response : kept;
}

/**
 * The page asks to be kept, with the files it has used, and is told whether it is, and whether it came out of the cache
 * just now; and the words for it.
 */
async function answer({ data, ports, source }) {
  const { pathname, origin } = new URL(data?.url ?? "", self.location);
  if (origin !== self.location.origin || !isPage(pathname)) {
    return;
  }
  let kept = true;
  try {
    const pages = await caches.open(PAGES);
    const paths = data.files.map((url) => new URL(url).pathname).filter((path) => isAsset(path) && !HASHES.has(path));
    const wanted = [pathname, ...paths].map(async (path) => {
      if (!(await pages.match(path))) {
        await keep(pages, path, await fetch(path, { cache: "no-cache" })); // a picture may be missing, the page not
      }
    });
    await Promise.all(wanted);
    kept = Boolean(await pages.match(pathname));
  } catch {
    kept = false; // no network just now, or no room
  }
  ports[0].postMessage({ kept, cached: keptWindows.has(source.id), ...BUILD.texts[languageOf(pathname)] });
}

/** Say that there is no network, and which pages work all the same. */
async function withoutNetwork(path) {
  if (await caches.match(`${path}/`, { cacheName: PAGES })) {
    return Response.redirect(`${path}/`);
  }
  const language = languageOf(path);
  const texts = BUILD.texts[language];
  const found = (await (await caches.open(PAGES)).keys()).map(({ url }) => new URL(url).pathname).filter(isPage);
  const links = await Promise.all(found.sort().map(link));
  const styles = BUILD.shell.filter(([name]) => name.endsWith(".css")).map(([name]) => HOME + name);
  const html = `<!doctype html>
<html lang="${language}" dir="${texts.direction}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${texts.title}</title>
${styles.map((style) => `<link rel="stylesheet" href="${style}">`).join("\n")}
</head><body class="kind-offline"><header class="top"><div class="bar">
<a class="brand" href="${HOME}"><img src="${HOME}${BUILD.sign}" alt="" width="40" height="40">
<span>${texts.site}</span></a>
</div></header><div class="frame"><main><article class="prose">
<h1>${texts.title}</h1><p class="lead">${texts.text}</p><p><a href="">${texts.again}</a></p>
${links.length ? `<p>${texts.kept_pages}</p><ul>${links.join("")}</ul>` : ""}
</article></main></div></body></html>`;
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

async function link(path) {
  const html = await (await caches.match(path, { cacheName: PAGES })).text();
  const [, title = path] = /<title>([^<]*?)(?: – [^–<]*)?<\/title>/.exec(html) ?? [];
  const [, language = "da", direction = "ltr"] = /<html lang="(\w+)" dir="(\w+)"/.exec(html) ?? [];
  return `<li lang="${language}" dir="${direction}"><a href="${path}">${title}</a></li>`;
}

const named = (path, hash) => new URL(`${path}?${hash}`, self.location).href;
const isWhole = (response) => response.ok && response.type === "basic" && !response.redirected;
const isAsset = (path) => path.startsWith(`${HOME}assets/`);
const isUnchanging = (path) => /\.[0-9a-f]{8}\.|\.woff2$/.test(path);
const parts = (path) => path.slice(HOME.length).split("/");
const languageOf = (path) => (BUILD.texts[parts(path)[0]] ? parts(path)[0] : BUILD.language);

function isPage(path) {
  const [first, second] = parts(path);
  const area = BUILD.texts[first] ? second : first;
  return path.startsWith(HOME) && path.endsWith("/") && BUILD.areas.includes(area);
}

async function belongsToPage(clientId) {
  const client = clientId && (await self.clients.get(clientId));
  return Boolean(client) && isPage(new URL(client.url).pathname);
}

async function fetched(path) {
  const response = await fetch(path, { cache: "no-cache" });
  if (!isWhole(response)) {
    throw new TypeError(`${response.status} ${path}`);
  }
  return response;
}

/** What a promise gives within a time; nothing when it fails or takes longer. */
function soon(promise, milliseconds) {
  const enough = new Promise((resolve) => setTimeout(resolve, milliseconds));
  return Promise.race([promise, enough]).catch(() => undefined);
}

async function olderNames() {
  return (await caches.keys()).filter((name) => name.startsWith(PAGES_OF_ANY) && name !== PAGES);
}

async function older() {
  const entries = (await olderNames()).map(async (name) => {
    const cache = await caches.open(name);
    return (await cache.keys()).map((request) => ({ cache, request }));
  });
  return (await Promise.all(entries)).flat();
}
