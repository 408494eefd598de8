// The forms at /admin/: what they ask for and how they write it stands in forms.json, made of the portal's schemas.

import CMS from "@sveltia/cms";
import { Overtaken, withCompanions } from "./forms/fetching.js";
import { format } from "./forms/formats.js";
import { show } from "./forms/notice.js";
import { hindrance, told } from "./forms/review.js";
import { forge } from "./forms/verdict.js";

/** How long a saved draft is asked about: a build takes a few minutes. */
const ASKS = 40;
const PAUSE = 15_000;

const { cms, formats, companions, second, texts } = await (await fetch("forms.json", { cache: "no-cache" })).json();
const plain = window.fetch.bind(window);
/** @type {{ authorization: string, root: string }} */
const access = { authorization: "", root: "" };

const fetching = withCompanions(async (input, init) => {
  const headers = new Headers(init?.headers);
  const root = /^(https?:\/\/.*?)\/(?:repos|projects|user)\b/.exec(String(input))?.[1];
  if (root && headers.has("Authorization")) Object.assign(access, { authorization: headers.get("Authorization"), root });
  return plain(input, init);
}, companions);
window.fetch = (input, init) =>
  fetching(input, init).catch((problem) => {
    throw problem instanceof Overtaken ? new Error(texts["notice-overtaken"].replace("{path}", problem.message)) : problem;
  });

for (const collection of cms.collections) {
  for (const one of collection.files ?? [collection]) {
    const kind = formats[one.format];
    if (kind) CMS.registerCustomFormat(one.format, kind.kind === "text" ? "md" : "yml", format(kind, one.fields));
  }
}

const asked = forge(cms.backend.name, cms.backend.repo, async (path) => {
  const answer = await plain(access.root + path, { headers: { Authorization: access.authorization, Accept: "application/json" }, cache: "no-store" });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
});
const inDrafts = cms.publish_mode === "editorial_workflow";
/** @type {Map<string, string>} the names of the files that stand alone, by path */
const alone = new Map(cms.collections.flatMap((/** @type {any} */ item) => item.files ?? []).map((/** @type {any} */ file) => [file.file, file.name]));
const branchOf = (/** @type {{ get(name: string): string }} */ entry) =>
  inDrafts ? `cms/${entry.get("collection")}/${alone.get(entry.get("path")) ?? entry.get("slug")}` : cms.backend.branch;

for (const name of ["prePublish", "preUnpublish"]) {
  CMS.registerEventListener({
    name,
    async handler({ author, entry }) {
      const found = await hindrance(asked, branchOf(entry), author.login ?? "", second, texts);
      if (!found) return;
      show(found, texts);
      throw new Error(found.text);
    },
  });
}

let latest = 0;
CMS.registerEventListener({
  name: "postSave",
  handler({ entry }) {
    if (access.root) void follow(branchOf(entry), ++latest);
  },
});

/**
 * Tell what the portal's check says of what was just saved, as soon as it does.
 * @param {string} branch
 * @param {number} save
 */
async function follow(branch, save) {
  for (let asks = 0; asks < ASKS && save === latest; asks++) {
    await new Promise((done) => setTimeout(done, asks === 0 ? 1_000 : PAUSE));
    const verdict = await asked.verdict(branch).catch(() => undefined);
    if (save !== latest || !verdict) return;
    show(told(verdict, texts), texts);
    if (verdict.state === "passed" || verdict.state === "failed") return;
  }
}

CMS.init({ config: { ...cms, load_config_file: false } });
