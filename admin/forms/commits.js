// A commit on its way to the forge: what is in it, and the same with other files beside. GitHub, GitLab, Gitea and Forgejo.

/** @typedef {import("./companions.js").Change} Change */
/**
 * @typedef {object} Commit
 * @property {Change} change
 * @property {string} branch
 * @property {string} fileAddress where to read a file as it is now, with {path} in it
 * @property {Record<string, string>} accept what to ask for there
 * @property {(others: Map<string, { text: string, now: Response | undefined }>) => Promise<string>} withOthers the body with other files
 */

/**
 * Return the commit that a request makes; undefined for any other request.
 * @param {string} address
 * @param {unknown} body
 * @returns {Commit | undefined}
 */
export function commitIn(address, body) {
  if (typeof body !== "string") return undefined;
  const sent = parsed(body);
  if (/\/graphql$/.test(address) && /\bcreateCommitOnBranch\b/.test(sent?.query ?? "")) return github(address, sent);
  if (/\/projects\/[^/]+\/repository\/commits$/.test(address) && Array.isArray(sent?.actions)) return gitlab(address, sent);
  if (/\/repos\/[^/]+\/[^/]+\/contents$/.test(address) && Array.isArray(sent?.files)) return gitea(address, sent);
  return undefined;
}

/**
 * https://docs.github.com/en/graphql/reference/mutations#createcommitonbranch
 * @param {string} address
 * @param {any} sent
 * @returns {Commit}
 */
function github(address, sent) {
  const { branch, fileChanges } = sent.variables.input;
  const root = address.replace(/\/api\/graphql$/, "/api/v3").replace(/\/graphql$/, "");
  const place = `${root}/repos/${branch.repositoryNameWithOwner}/contents/{path}`;
  return {
    change: {
      files: new Map(fileChanges.additions.map((/** @type {any} */ file) => [file.path, decoded(file.contents)])),
      deleted: fileChanges.deletions.map((/** @type {any} */ file) => file.path),
    },
    branch: branch.branchName,
    fileAddress: `${place}?ref=${encodeURIComponent(branch.branchName)}`,
    accept: { Accept: "application/vnd.github.raw+json" },
    async withOthers(others) {
      for (const [path, { text }] of others) put(fileChanges.additions, "path", path, { path, contents: encoded(text) });
      return JSON.stringify(sent);
    },
  };
}

/**
 * https://docs.gitlab.com/api/commits/#create-a-commit-with-multiple-files-and-actions
 * @param {string} address
 * @param {any} sent
 * @returns {Commit}
 */
function gitlab(address, sent) {
  const written = sent.actions.filter((/** @type {any} */ item) => item.action !== "delete");
  const gone = sent.actions.filter((/** @type {any} */ item) => item.action === "delete" || item.action === "move");
  return {
    change: {
      files: new Map(written.map((/** @type {any} */ item) => [item.file_path, item.encoding === "base64" ? decoded(item.content) : item.content])),
      deleted: gone.map((/** @type {any} */ item) => item.previous_path ?? item.file_path),
    },
    branch: sent.branch,
    fileAddress: `${address.replace(/\/commits$/, "")}/files/{path:whole}/raw?ref=${encodeURIComponent(sent.start_branch ?? sent.branch)}`,
    accept: {},
    async withOthers(others) {
      for (const [path, { text, now }] of others) {
        put(sent.actions, "file_path", path, { action: now ? "update" : "create", file_path: path, content: text, encoding: "text" });
      }
      return JSON.stringify(sent);
    },
  };
}

/**
 * https://docs.gitea.com/api/next/#tag/repository/operation/repoChangeFiles
 * @param {string} address
 * @param {any} sent
 * @returns {Commit}
 */
function gitea(address, sent) {
  const written = sent.files.filter((/** @type {any} */ item) => item.operation !== "delete");
  const gone = sent.files.filter((/** @type {any} */ item) => item.operation === "delete" || item.from_path);
  return {
    change: {
      files: new Map(written.map((/** @type {any} */ item) => [item.path, decoded(item.content)])),
      deleted: gone.map((/** @type {any} */ item) => item.from_path ?? item.path),
    },
    branch: sent.branch,
    fileAddress: `${address}/{path}?ref=${encodeURIComponent(sent.branch)}`,
    accept: { Accept: "application/json" },
    async withOthers(others) {
      for (const [path, { text, now }] of others) {
        const sha = now && (await now.json()).sha;
        put(sent.files, "path", path, { operation: now ? "update" : "create", path, content: encoded(text), ...(sha ? { sha } : {}) });
      }
      return JSON.stringify(sent);
    },
  };
}

/**
 * Put a file among those that are sent: in one that is sent already, only the text becomes another.
 * @param {any[]} files
 * @param {string} key
 * @param {string} path
 * @param {any} file
 */
function put(files, key, path, file) {
  const there = files.find((item) => item[key] === path && item.action !== "delete" && item.operation !== "delete");
  if (!there) files.push(file);
  else if (file.contents) there.contents = file.contents;
  else Object.assign(there, { content: file.content }, file.encoding ? { encoding: file.encoding } : {});
}

/**
 * Return the text that a forge's answer about a file holds: the file itself, or its description with the text in base64.
 * @param {Response} answer
 * @returns {Promise<string>}
 */
export async function textOf(answer) {
  const text = await answer.text();
  const said = /json/.test(answer.headers.get("Content-Type") ?? "") ? parsed(text) : undefined;
  return said?.encoding === "base64" ? decoded(said.content) : text;
}

/**
 * @param {string} text
 * @returns {any}
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {string} base64 */
export function decoded(base64) {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
}

/** @param {string} text */
export function encoded(text) {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}
