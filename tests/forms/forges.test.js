// A commit takes with it what belongs to it, at each forge; and what a forge knows of a draft is told in the check's words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { commitIn, decoded, encoded } from "../../admin/forms/commits.js";
import { companions } from "../../admin/forms/companions.js";
import { Overtaken, withCompanions } from "../../admin/forms/fetching.js";
import { bodies, format } from "../../admin/forms/formats.js";
import { hindrance, told } from "../../admin/forms/review.js";
import { forge } from "../../admin/forms/verdict.js";

const RULES = {
  begun: [{ file: "materials/{id}/material.yml", other: "materials/{id}/da.md", text: '---\ntitle: ""\n# husk\nsafety: []\n---\nUDFYLD\n', title: "" }],
  listed: [{ file: "docs/da/b/{book}/{id}.md", list: "docs/da/b/{book}/handbook.yml", key: "chapters", value: "{id}" }],
  locked: [{ file: "materials/{material}/da.md", lock: "materials/{material}/material.yml" }],
  named: ["data/checklists/{id}.yml"],
  pages: [
    { file: "docs/da/b/{book}/{id}.md", page: "b/{book}/{id}.md", above: "b/{book}/index.md" },
    { file: "data/checklists/{id}.yml", page: "lister/{id}.md", above: "lister/index.md" },
  ],
  redirects: "data/redirects.yml",
};
const NOW = {
  "docs/da/b/ven/handbook.yml": "# bogen\nchapters:\n  - et  # først\n  - to\n",
  "data/redirects.yml": "# gamle\n/x/: /lister/gammel/\n",
  "materials/brev/material.yml": 'title: {da: Brev}\nchanges:\n  - version: "1.0"\n    text_hash: "abc"\n',
  "materials/brev/da.md": "---\ntitle: Brev\n---\nOrd.\n",
};

/** @param {Record<string, string>} files @param {string[]} [deleted] */
async function others(files, deleted = []) {
  const change = { files: new Map(Object.entries(files)), deleted };
  return Object.fromEntries(await companions(change, RULES, async (path) => /** @type {Record<string, string>} */ (NOW)[path]));
}

test("a new chapter is listed as the last of its book", async () => {
  assert.deepEqual(await others({ "docs/da/b/ven/ny.md": "x" }), { "docs/da/b/ven/handbook.yml": `${NOW["docs/da/b/ven/handbook.yml"]}  - ny\n` });
  assert.deepEqual(await others({ "docs/da/b/ven/et.md": "x" }), {});
});

test("a chapter that moves keeps its place, and leaves a redirect; one that is taken away leads to its book", async () => {
  assert.deepEqual(await others({ "docs/da/b/ven/en.md": "x" }, ["docs/da/b/ven/et.md"]), {
    "docs/da/b/ven/handbook.yml": NOW["docs/da/b/ven/handbook.yml"].replace("- et ", "- en "),
    "data/redirects.yml": `${NOW["data/redirects.yml"]}/b/ven/et/: /b/ven/en/\n`,
  });
  assert.equal((await others({}, ["docs/da/b/ven/to.md"]))["data/redirects.yml"], `${NOW["data/redirects.yml"]}/b/ven/to/: /b/ven/\n`);
});

test("a list that moves is called by its new name, and old redirects follow it", async () => {
  assert.deepEqual(await others({ "data/checklists/ny.yml": "id: gammel\ntitle: T\n" }, ["data/checklists/gammel.yml"]), {
    "data/redirects.yml": "# gamle\n/x/: /lister/ny/\n/lister/gammel/: /lister/ny/\n",
    "data/checklists/ny.yml": "id: ny\ntitle: T\n",
  });
});

test("a new material has its text beside it, and a corrected text has no lock", async () => {
  const file = "title: {da: Kort}\n";
  const made = (body = "") => `---\ntitle: Kort\n# husk\nsafety: []\n---\n${body || "UDFYLD\n"}`;
  assert.deepEqual(await others({ "materials/kort/material.yml": file }), { "materials/kort/da.md": made().replace("title: Kort", 'title: "Kort"') });
  bodies.set(file.trim(), "Min tekst.");
  assert.deepEqual(await others({ "materials/kort/material.yml": file }), { "materials/kort/da.md": made("Min tekst.\n").replace("title: Kort", 'title: "Kort"') });
  assert.deepEqual(await others({ "materials/brev/da.md": "andet" }), { "materials/brev/material.yml": NOW["materials/brev/material.yml"].replace('    text_hash: "abc"\n', "") });
  assert.deepEqual(await others({ "materials/brev/da.md": NOW["materials/brev/da.md"] }), {});
});

const CHAPTER = { path: "docs/da/b/ven/ny.md", text: "Æble" };
const SENT = {
  github: ["https://api.github.com/graphql", {
    query: "mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }",
    variables: { input: { branch: { repositoryNameWithOwner: "o/p", branchName: "cms/a/b" }, expectedHeadOid: "1", fileChanges: { additions: [{ path: CHAPTER.path, contents: encoded(CHAPTER.text) }], deletions: [] }, message: { headline: "m" } } },
  }, "https://api.github.com/repos/o/p/contents/docs/da/b/ven/handbook.yml?ref=cms%2Fa%2Fb"],
  gitlab: ["https://gitlab.com/api/v4/projects/o%2Fp/repository/commits", {
    branch: "cms/a/b", start_branch: "main", commit_message: "m", actions: [{ action: "create", file_path: CHAPTER.path, content: CHAPTER.text, encoding: "text" }],
  }, "https://gitlab.com/api/v4/projects/o%2Fp/repository/files/docs%2Fda%2Fb%2Fven%2Fhandbook.yml/raw?ref=main"],
  gitea: ["https://git.example/api/v1/repos/o/p/contents", {
    branch: "main", message: "m", files: [{ operation: "create", path: CHAPTER.path, content: encoded(CHAPTER.text) }],
  }, "https://git.example/api/v1/repos/o/p/contents/docs/da/b/ven/handbook.yml?ref=main"],
};
const ADDRESS = "https://api.github.com/graphql";
const BOOK = NOW["docs/da/b/ven/handbook.yml"];

for (const [name, [address, body, file]] of /** @type {[string, [string, any, string]][]} */ (Object.entries(SENT))) {
  test(`${name}: the book goes with its new chapter in one commit`, async () => {
    /** @type {[string, any][]} */
    const asked = [];
    const answer = name === "gitea" ? Response.json({ encoding: "base64", content: encoded(BOOK), sha: "s1" }) : new Response(BOOK);
    const fetching = withCompanions(async (where, init) => {
      asked.push([String(where), init]);
      return init?.method === "POST" ? Response.json({}) : answer.clone();
    }, RULES);
    await fetching(address, { method: "POST", headers: new Headers({ Authorization: "token t", "Content-Type": "application/json" }), body: JSON.stringify(body) });
    assert.equal(asked[0]?.[0], file);
    assert.equal(asked[0]?.[1].headers.get("Authorization"), "token t");
    const commit = commitIn(address, asked[1]?.[1].body);
    assert.equal(commit?.change.files.get("docs/da/b/ven/handbook.yml"), `${BOOK}  - ny\n`);
    assert.equal(commit?.change.files.get(CHAPTER.path), CHAPTER.text);
    if (name === "gitea") assert.deepEqual(JSON.parse(asked[1]?.[1].body).files[1], { operation: "update", path: "docs/da/b/ven/handbook.yml", content: encoded(`${BOOK}  - ny\n`), sha: "s1" });
  });
}

test("any other request goes through as it is", async () => {
  const fetching = withCompanions(async (where, init) => Response.json([where, init?.body]), RULES);
  assert.deepEqual(await (await fetching("https://api.github.com/graphql", { body: '{"query": "query { x }"}' })).json(), ["https://api.github.com/graphql", '{"query": "query { x }"}']);
  assert.equal(commitIn("https://api.github.com/graphql", undefined), undefined);
});

test("when a file cannot be read the commit is not made", async () => {
  const [address, body] = SENT.github;
  const fetching = withCompanions(async () => new Response("", { status: 500 }), RULES);
  await assert.rejects(fetching(/** @type {string} */ (address), { method: "POST", body: JSON.stringify(body) }), /handbook\.yml: 500/);
});

test("nobody writes over what another one wrote meanwhile, and who saves twice is not told of herself", async () => {
  let now = "title: A\n";
  const owner = format({ kind: "yaml" }, [{ name: "title", widget: "string" }]);
  const fetching = withCompanions(async (_, init) => {
    if (init?.method === "POST") now = commitIn(ADDRESS, init.body)?.change.files.get("data/x.yml") ?? "";
    return new Response(now);
  }, RULES);
  const values = owner.fromFile(now);
  const save = (/** @type {string} */ title) => {
    const sent = structuredClone(/** @type {any} */ (SENT.github[1]));
    sent.variables.input.fileChanges.additions = [{ path: "data/x.yml", contents: encoded(owner.toFile({ ...values, title })) }];
    return fetching(ADDRESS, { method: "POST", body: JSON.stringify(sent) });
  };
  await save("B");
  await save("C");
  assert.equal(now, "title: C\n");
  now = "title: Den anden\n";
  await assert.rejects(save("D"), Overtaken);
  assert.equal(now, "title: Den anden\n");
});

test("letters of all languages go there and back", () => {
  assert.equal(decoded(encoded("Æ ї ع 😀")), "Æ ї ع 😀");
});

const TEXTS = { "notice-second": "en anden", "notice-failed": "fejl", "notice-wait": "vent", "notice-passed": "fint", "notice-checking": "ser" };

/** @param {Record<string, any>} answers */
const asking = (answers) => async (/** @type {string} */ path) => answers[path];
const RUN = { id: 7, status: "completed", conclusion: "failure", html_url: "https://github.com/o/p/runs/7" };
const NOTE = { path: "docs/da/x.md", start_line: 3, annotation_level: "failure", message: "»titel« er ikke en nøgle [unknown-key]" };
const GITHUB = {
  "/repos/o/p/pulls?state=open&head=o%3Acms%2Fa%2Fb": [{ user: { login: "anna" } }],
  "/repos/o/p/commits/cms%2Fa%2Fb/check-runs": { check_runs: [RUN, { id: 8, status: "completed", conclusion: "success" }] },
  "/repos/o/p/check-runs/7/annotations": [NOTE, NOTE, { ...NOTE, path: ".github", message: "exit code 1" }, { ...NOTE, annotation_level: "warning" }],
};

test("GitHub: who wrote a draft may not publish it where a second reader is wanted", async () => {
  const github = forge("github", "o/p", asking({ ...GITHUB, "/repos/o/p/commits/cms%2Fa%2Fb/check-runs": { check_runs: [] } }));
  assert.equal((await hindrance(github, "cms/a/b", "anna", true, TEXTS))?.text, "en anden");
  assert.equal(await hindrance(github, "cms/a/b", "bo", true, TEXTS), undefined);
  assert.equal(await hindrance(github, "cms/a/b", "anna", false, TEXTS), undefined);
});

test("GitHub: a draft with errors is not published, and they are told as the check tells them", async () => {
  const github = forge("github", "o/p", asking(GITHUB));
  assert.deepEqual(await hindrance(github, "cms/a/b", "bo", true, TEXTS), {
    text: "fejl", bad: true, link: RUN.html_url, lines: ["docs/da/x.md:3: »titel« er ikke en nøgle [unknown-key]"],
  });
});

test("GitHub: a check that is not done is waited for", async () => {
  const runs = { check_runs: [{ id: 1, status: "in_progress", conclusion: null }] };
  const github = forge("github", "o/p", asking({ ...GITHUB, "/repos/o/p/commits/cms%2Fa%2Fb/check-runs": runs }));
  assert.equal((await hindrance(github, "cms/a/b", "bo", false, TEXTS))?.text, "vent");
  assert.equal(told(await github.verdict("cms/a/b"), TEXTS)?.text, "ser");
});

test("GitLab and Forgejo: the verdict is that of the commit's statuses", async () => {
  const gitlab = forge("gitlab", "o/p", asking({
    "/projects/o%2Fp/merge_requests?state=opened&source_branch=cms%2Fa%2Fb": [{ author: { username: "anna" } }],
    "/projects/o%2Fp/repository/commits/cms%2Fa%2Fb": { id: "abc" },
    "/projects/o%2Fp/repository/commits/abc/statuses": [{ status: "success" }, { status: "failed", allow_failure: false, target_url: "https://gitlab.com/j/1" }],
  }));
  assert.equal(await gitlab.author("cms/a/b"), "anna");
  assert.deepEqual(await gitlab.verdict("cms/a/b"), { state: "failed", lines: [], link: "https://gitlab.com/j/1" });
  const forgejo = forge("gitea", "o/p", asking({ "/repos/o/p/commits/main/status": { statuses: [{ status: "pending" }] } }));
  assert.equal((await forgejo.verdict("main")).state, "waiting");
  assert.equal((await forge("gitea", "o/p", asking({ "/repos/o/p/commits/main/status": { statuses: null } })).verdict("main")).state, "unknown");
});
