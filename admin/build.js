// Sveltia CMS -> dist/: one module, its fonts, nothing from any other host. `make admin` runs it.
import { build } from "esbuild";
import { cp, readFile, rm, writeFile } from "node:fs/promises";

const packageFolder = "node_modules/@sveltia/cms/npm";
// What the editor would otherwise fetch from a content network, and the file that comes with it.
const FONTS = {
  "https://cdn.jsdelivr.net/fontsource/fonts/source-sans-3:vf@5.3.0/latin-wght-normal.woff2": "source-sans-3-latin-wght-normal",
  "https://cdn.jsdelivr.net/fontsource/fonts/noto-mono@5.3.0/latin-400-normal.woff2": "noto-mono-latin-400-normal",
  "https://cdn.jsdelivr.net/fontsource/fonts/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2": "material-symbols-outlined-latin-wght-normal",
};

const STATUS = {
  "https://www.githubstatus.com/api/v2/status.json": { status: { indicator: "none" } },
  "https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7": { result: { status_overall: { status_code: 100 } } },
};

/** Return what Sveltia CMS says in Danish, with our words for what it says in English only. */
async function danish(/** @type {{ path: string }} */ { path }) {
  const [theirs, ours] = await Promise.all([path, "da.json"].map(async (name) => JSON.parse(await readFile(name, "utf8"))));
  return { contents: JSON.stringify(over(theirs, ours)), loader: /** @type {const} */ ("json") };
}

/** Return a tree of texts with those of another in their places. @param {any} theirs @param {any} ours @returns {any} */
function over(theirs, ours) {
  if (typeof ours !== "object") return ours;
  return Object.entries(ours).reduce((made, [key, text]) => ({ ...made, [key]: over(made[key] ?? {}, text) }), { ...theirs });
}

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: { rediger: "start.js" },
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  outdir: "dist",
  external: ["@shikijs/langs/*", "@shikijs/themes/*"], // colours for program code, which the portal has none of
  logLevel: "warning",
  plugins: [{ name: "danish", setup: (running) => running.onLoad({ filter: /@sveltia.cms.locales.da\.json$/ }, danish) }],
});
await cp(`${packageFolder}/assets`, "dist/assets", { recursive: true, filter: (name) => !name.endsWith(".map") });

let text = await readFile("dist/rediger.js", "utf8");
for (const [address, name] of Object.entries(FONTS)) {
  const file = text.match(new RegExp(`assets/${name}-[\\w-]+\\.woff2`));
  if (!file || !text.includes(address)) {
    throw new Error(`Sveltia CMS has changed: ${name} is not where build.js looks for it`);
  }
  text = text.replaceAll(address, file[0]);
}
if (text.includes("cdn.jsdelivr.net")) {
  throw new Error("Sveltia CMS asks a content network for something new");
}
// Whether the forge is well is not asked: the answer of its host for that is given here, and is always the same.
for (const [address, answer] of Object.entries(STATUS)) {
  if (!text.includes(address)) throw new Error(`Sveltia CMS has changed: it does not ask ${address}`);
  text = text.replaceAll(address, `data:application/json,${encodeURIComponent(JSON.stringify(answer))}`);
}
await writeFile("dist/rediger.js", text);
