// A forge that answers as GitHub does, over a real bare repository: the part of its API that the forms at /admin/ use.
// GraphQL is answered by graphql-js over the schema that GitHub publishes, so that no answer has another form.
//   node tests/forge/github.js REPOSITORY.git -> prints its port, and ends with its input. POST /_checks sets what a branch's checks say.

import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";

const packages = createRequire(new URL("../../admin/package.json", import.meta.url));
const { buildSchema, graphql } = packages("graphql");
const schema = buildSchema(readFileSync(new URL("../../admin/node_modules/@octokit/graphql-schema/schema.graphql", import.meta.url), "utf8"), { assumeValidSDL: true });
const bare = process.argv[2] ?? "";
const OWNER = "organisation";
const NAME = "portal";
const AT = `/repos/${OWNER}/${NAME}`;

/** @type {any[]} */
const pulls = [];
/** @type {Map<string, any[]>} check runs by branch, with their annotations */
const checks = new Map();

/** @param {string[]} args @param {{ input?: string | Buffer, env?: Record<string, string> }} [options] */
function bytes(args, options = {}) {
  return execFileSync("git", ["--git-dir", bare, ...args], {
    input: options.input ?? "",
    env: { ...process.env, ...options.env },
    stdio: ["pipe", "pipe", "ignore"],
    maxBuffer: 1 << 28,
  });
}

/** @param {string[]} args @param {{ input?: string | Buffer, env?: Record<string, string> }} [options] */
const git = (args, options) => bytes(args, options).toString().trim();

/** @param {string[]} args */
function tried(args) {
  try {
    return git(args);
  } catch {
    return undefined;
  }
}

/** @param {string} login */
const person = (login) => ({ __typename: "User", login, name: login, email: `${login}@example.org`, avatarUrl: "", databaseId: login.length });

/** @param {string | undefined} sha @returns {any} */
function commit(sha) {
  if (!sha) return null;
  const [name, email, date, message] = git(["log", "-1", "--format=%an%n%ae%n%cI%n%s", sha]).split("\n");
  return {
    __typename: "Commit",
    oid: sha,
    message,
    committedDate: date,
    author: { name, email, avatarUrl: "", user: null },
    history: ({ path }) => ({ nodes: [commit(path ? git(["log", "-1", "--format=%H", sha, "--", path]) || undefined : sha)] }),
    file: ({ path }) => ({ oid: tried(["rev-parse", `${sha}:${path}`]) ?? "" }),
    status: null,
    deployments: { nodes: [] },
    checkSuites: { nodes: [] },
  };
}

/** @param {string} expression @returns {any} */
function object(expression) {
  const sha = tried(["rev-parse", "--verify", "--quiet", expression]);
  if (!sha) return null;
  if (git(["cat-file", "-t", sha]) === "commit") return commit(sha);
  const text = bytes(["cat-file", "blob", sha]);
  return { __typename: "Blob", oid: sha, byteSize: text.length, isBinary: text.includes(0), isTruncated: false, text: text.toString() };
}

/** @param {any} pull */
function node(pull) {
  const base = git(["merge-base", "main", pull.branch]);
  const files = git(["diff", "--name-status", "-M", base, pull.branch]).split("\n").filter(Boolean).map((line) => line.split("\t"));
  const types = { A: "ADDED", D: "DELETED", M: "MODIFIED", R: "RENAMED" };
  return {
    ...pull,
    id: pull.node_id,
    url: pull.html_url,
    isDraft: pull.draft,
    isCrossRepository: false,
    createdAt: pull.created_at,
    updatedAt: pull.updated_at,
    headRefName: pull.branch,
    headRefOid: git(["rev-parse", pull.branch]),
    author: person(pull.user.login),
    labels: { nodes: pull.labels.map((/** @type {string} */ name) => ({ name })) },
    files: { nodes: files.map(([kind, ...paths]) => ({ path: paths.at(-1), changeType: types[kind[0]] })) },
  };
}

const root = {
  repository: ({ owner, name }) =>
    owner !== OWNER || name !== NAME ? null : {
      id: "R_1",
      defaultBranchRef: { name: "main" },
      ref: ({ qualifiedName }) => {
        const sha = tried(["rev-parse", "--verify", "--quiet", `refs/heads/${qualifiedName.replace(/^refs\/heads\//, "")}`]);
        return sha ? { name: qualifiedName, target: commit(sha) } : null;
      },
      object: ({ oid, expression }) => object(oid ?? expression),
      pullRequests: ({ states, headRefName, labels }) => {
        const found = pulls.filter(
          (pull) => (!states || states.includes(pull.state.toUpperCase())) && (!headRefName || pull.branch === headRefName) && (!labels || pull.labels.some((/** @type {string} */ label) => labels.includes(label))),
        );
        return { totalCount: found.length, nodes: found.map(node) };
      },
    },
  createRef({ input }) {
    if (tried(["rev-parse", "--verify", "--quiet", input.name])) throw new Error(`A ref named "${input.name}" already exists in the repository.`);
    git(["update-ref", input.name, input.oid]);
    return { ref: { name: input.name } };
  },
  createCommitOnBranch({ input }, /** @type {{ login: string }} */ { login }) {
    const ref = `refs/heads/${input.branch.branchName}`;
    const head = git(["rev-parse", ref]);
    if (head !== input.expectedHeadOid) throw new Error(`Expected branch to point to "${input.expectedHeadOid}" but it did not. Pull and try again.`);
    const index = `${bare}/index-${randomUUID()}`;
    const env = { GIT_INDEX_FILE: index, GIT_AUTHOR_NAME: login, GIT_AUTHOR_EMAIL: `${login}@example.org`, GIT_COMMITTER_NAME: login, GIT_COMMITTER_EMAIL: `${login}@example.org` };
    git(["read-tree", head], { env });
    for (const { path } of input.fileChanges.deletions ?? []) git(["update-index", "--index-info"], { env, input: `0 ${"0".repeat(40)}\t${path}\n` });
    for (const { path, contents } of input.fileChanges.additions ?? []) {
      const sha = git(["hash-object", "-w", "--stdin"], { input: Buffer.from(contents, "base64") });
      git(["update-index", "--add", "--cacheinfo", `100644,${sha},${path}`], { env });
    }
    const made = git(["commit-tree", git(["write-tree"], { env }), "-p", head], { input: input.message.headline, env });
    rmSync(index);
    git(["update-ref", ref, made, head]);
    return { commit: commit(made) };
  },
  convertPullRequestToDraft: ({ input }) => draft(input.pullRequestId, true),
  markPullRequestReadyForReview: ({ input }) => draft(input.pullRequestId, false),
};

/** @param {string} id @param {boolean} isDraft */
function draft(id, isDraft) {
  const pull = pulls.find((item) => item.node_id === id);
  pull.draft = isDraft;
  return { pullRequest: node(pull) };
}

/** @param {any} pull */
function shown(pull) {
  const { branch, labels, ...rest } = pull;
  const sha = tried(["rev-parse", branch]) ?? "";
  return { ...rest, labels: labels.map((/** @type {string} */ name) => ({ name })), head: { ref: branch, sha }, base: { ref: "main" } };
}

/** @type {[string, RegExp, (match: string[], body: any, login: string, query: URLSearchParams) => any][]} */
const routes = [
  ["GET", /^\/user$/, (_m, _b, login) => ({ login, id: login.length, name: login, email: `${login}@example.org`, avatar_url: "", html_url: `https://github.com/${login}` })],
  ["GET", /^\/collaborators\/(\w+)$/, () => 204],
  ["GET", /^\/git\/trees\/(.+)$/, ([, ref]) => {
    const lines = git(["-c", "core.quotePath=false", "ls-tree", "-r", "-l", "-z", ref ?? ""]).split("\0").filter(Boolean);
    const tree = lines.map((line) => /^(\S+) (\S+) (\S+) +(\S+)\t(.*)$/s.exec(line) ?? []).map(([, mode, type, sha, size, path]) => ({ path, mode, type, sha, size: Number(size) }));
    return { sha: git(["rev-parse", `${ref}^{tree}`]), url: "", tree, truncated: false };
  }],
  ["GET", /^\/git\/blobs\/(\w+)$/, ([, sha]) => bytes(["cat-file", "blob", sha ?? ""])],
  ["GET", /^\/contents\/(.+)$/, ([, path], _b, _l, query) => (tried(["cat-file", "-e", `${query.get("ref")}:${path}`]) === undefined ? 404 : bytes(["cat-file", "blob", `${query.get("ref")}:${path}`]))],
  ["PATCH", /^\/git\/refs\/(heads\/.+)$/, ([, ref], body) => (git(["update-ref", `refs/${ref}`, body.sha]), { ref: `refs/${ref}`, node_id: "", url: "", object: { type: "commit", sha: body.sha, url: "" } })],
  ["DELETE", /^\/git\/refs\/(heads\/.+)$/, ([, ref]) => (git(["update-ref", "-d", `refs/${ref}`]), 204)],
  ["GET", /^\/pulls$/, (_m, _b, _l, query) => pulls.filter((pull) => pull.state === query.get("state") && `${OWNER}:${pull.branch}` === query.get("head")).map(shown)],
  ["POST", /^\/pulls$/, (_m, body, login) => {
    const now = new Date().toISOString();
    const number = pulls.length + 1;
    pulls.push({ id: number, number, node_id: `PR_${number}`, title: body.title, body: body.body, state: "open", draft: body.draft, user: { login }, labels: [], branch: body.head, html_url: `https://github.com/${OWNER}/${NAME}/pull/${number}`, created_at: now, updated_at: now });
    return shown(pulls.at(-1));
  }],
  ["GET", /^\/pulls\/(\d+)\/files$/, ([, number]) => node(pulls[Number(number) - 1]).files.nodes.map((/** @type {any} */ file) => ({ filename: file.path, status: file.changeType.toLowerCase() }))],
  ["PATCH", /^\/pulls\/(\d+)$/, ([, number], body) => shown(Object.assign(pulls[Number(number) - 1], body))],
  ["PUT", /^\/pulls\/(\d+)\/merge$/, ([, number]) => {
    const pull = pulls[Number(number) - 1];
    if (pull.draft) return 405;
    const tree = git(["merge-tree", "--write-tree", "main", pull.branch]).split("\n")[0] ?? "";
    const sha = git(["commit-tree", tree, "-p", "main", "-p", pull.branch], { input: pull.title, env: { GIT_AUTHOR_NAME: "forge", GIT_AUTHOR_EMAIL: "forge@example.org", GIT_COMMITTER_NAME: "forge", GIT_COMMITTER_EMAIL: "forge@example.org" } });
    git(["update-ref", "refs/heads/main", sha]);
    pull.state = "merged";
    return { sha, merged: true, message: "Pull Request successfully merged" };
  }],
  ["POST", /^\/issues\/(\d+)\/labels$/, ([, number], body) => (pulls[Number(number) - 1].labels.push(...body.labels), pulls[Number(number) - 1].labels.map((/** @type {string} */ name) => ({ name })))],
  ["GET", /^\/issues\/(\d+)$/, ([, number]) => shown(pulls[Number(number) - 1])],
  ["PATCH", /^\/issues\/(\d+)$/, ([, number], body) => shown(Object.assign(pulls[Number(number) - 1], body))],
  ["GET", /^\/commits\/(.+)\/check-runs$/, ([, ref]) => {
    const runs = (checks.get(decodeURIComponent(ref ?? "")) ?? []).map(({ annotations, ...run }) => ({ head_sha: git(["rev-parse", decodeURIComponent(ref ?? "")]), output: { annotations_count: annotations?.length ?? 0 }, ...run }));
    return { total_count: runs.length, check_runs: runs };
  }],
  ["GET", /^\/check-runs\/(\d+)\/annotations$/, ([, id]) => [...checks.values()].flat().find((run) => run.id === Number(id))?.annotations ?? []],
];

/** @param {string} method @param {URL} url @param {string} text @param {string} login */
async function answer(method, url, text, login) {
  const body = text ? JSON.parse(text) : undefined;
  if (url.pathname === "/_checks") return checks.set(body.branch, body.runs), 204;
  if (url.pathname === "/api/graphql") return graphql({ schema, source: body.query, rootValue: root, variableValues: body.variables, contextValue: { login } });
  const path = url.pathname.replace(/^\/api\/v3/, "").replace(AT, "");
  for (const [verb, pattern, made] of routes) {
    const match = verb === method && pattern.exec(decodeURI(path));
    if (match) return made([...match], body, login, url.searchParams);
  }
  return 404;
}

const server = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const headers = { "Access-Control-Allow-Origin": request.headers.origin ?? "*", "Access-Control-Allow-Headers": "authorization, content-type, accept, cache-control", "Access-Control-Allow-Methods": "GET, POST, PATCH, PUT, DELETE", "Cache-Control": "no-store", Connection: "close" };
  const login = /^(?:token|Bearer) (\w+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? "";
  try {
    const url = new URL(request.url ?? "", "http://localhost");
    const made = request.method === "OPTIONS" ? 204 : url.pathname !== "/_checks" && !login ? 401 : await answer(request.method ?? "", url, Buffer.concat(parts).toString(), login);
    const status = typeof made === "number" ? made : 200;
    const whole = Buffer.isBuffer(made);
    response.writeHead(status, { ...headers, "Content-Type": whole ? "application/vnd.github.raw+json; charset=utf-8" : "application/json" });
    response.end(whole ? made : typeof made === "number" ? (status === 204 ? undefined : JSON.stringify({ message: `${status}` })) : JSON.stringify(made));
  } catch (error) {
    response.writeHead(422, { ...headers, "Content-Type": "application/json" });
    response.end(JSON.stringify({ message: String(error) }));
  }
});
process.stdin.resume().on("end", () => process.exit()); // whoever started it is gone
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${address && typeof address === "object" ? address.port : ""}\n`);
});
