// What the forge knows of a draft: who began it, and what its own check says, in the words of `vejviser check`.

/**
 * @typedef {object} Verdict
 * @property {"unknown" | "waiting" | "passed" | "failed"} state
 * @property {string[]} lines what is wrong, one mistake each
 * @property {string} link where more is to be read
 */
/** @typedef {(path: string) => Promise<any>} Ask the forge's answer about an address below its own */
/**
 * @typedef {object} Forge
 * @property {(branch: string) => Promise<string>} author the name of who began the draft on a branch
 * @property {(branch: string) => Promise<Verdict>} verdict
 */

const BAD = ["failure", "timed_out", "action_required", "startup_failure"];

/**
 * Return what to ask a forge.
 * @param {string} name
 * @param {string} repo
 * @param {Ask} ask
 * @returns {Forge}
 */
export function forge(name, repo, ask) {
  if (name === "github") return github(repo, ask);
  return name === "gitlab" ? gitlab(repo, ask) : gitea(repo, ask);
}

/**
 * https://docs.github.com/en/rest/checks/runs and https://docs.github.com/en/rest/pulls/pulls
 * @param {string} repo
 * @param {Ask} ask
 * @returns {Forge}
 */
function github(repo, ask) {
  const at = `/repos/${repo}`;
  return {
    async author(branch) {
      const [found] = await ask(`${at}/pulls?state=open&head=${encodeURIComponent(`${repo.split("/")[0]}:${branch}`)}`);
      return found?.user?.login ?? "";
    },
    async verdict(branch) {
      const { check_runs: runs } = await ask(`${at}/commits/${encodeURIComponent(branch)}/check-runs`);
      const failed = runs.filter((/** @type {any} */ run) => BAD.includes(run.conclusion));
      const notes = await Promise.all(failed.map((/** @type {any} */ run) => ask(`${at}/check-runs/${run.id}/annotations`)));
      const lines = notes.flat().filter((note) => note.annotation_level === "failure" && !note.path.startsWith(".github"));
      return verdict(
        runs.map((/** @type {any} */ run) => (run.status === "completed" ? (failed.includes(run) ? "failed" : "passed") : "waiting")),
        [...new Set(lines.map((note) => `${note.path}:${note.start_line}: ${note.message}`))],
        failed[0]?.html_url,
      );
    },
  };
}

/**
 * https://docs.gitlab.com/api/commits/#list-the-statuses-of-a-commit and https://docs.gitlab.com/api/merge_requests/
 * @param {string} repo
 * @param {Ask} ask
 * @returns {Forge}
 */
function gitlab(repo, ask) {
  const at = `/projects/${encodeURIComponent(repo)}`;
  return {
    async author(branch) {
      const [found] = await ask(`${at}/merge_requests?state=opened&source_branch=${encodeURIComponent(branch)}`);
      return found?.author?.username ?? "";
    },
    async verdict(branch) {
      const { id } = await ask(`${at}/repository/commits/${encodeURIComponent(branch)}`);
      const found = await ask(`${at}/repository/commits/${id}/statuses`);
      const bad = found.filter((/** @type {any} */ item) => item.status === "failed" && !item.allow_failure);
      return verdict(
        found.map((/** @type {any} */ item) => (bad.includes(item) ? "failed" : ["success", "skipped", "manual", "failed"].includes(item.status) ? "passed" : "waiting")),
        [],
        bad[0]?.target_url,
      );
    },
  };
}

/**
 * https://docs.gitea.com/api/next/#tag/repository/operation/repoGetCombinedStatusByRef
 * @param {string} repo
 * @param {Ask} ask
 * @returns {Forge}
 */
function gitea(repo, ask) {
  return {
    author: async () => "",
    async verdict(branch) {
      const { statuses } = await ask(`/repos/${repo}/commits/${encodeURIComponent(branch)}/status`);
      const found = statuses ?? [];
      const bad = found.filter((/** @type {any} */ item) => ["failure", "error"].includes(item.status));
      return verdict(
        found.map((/** @type {any} */ item) => (bad.includes(item) ? "failed" : item.status === "pending" ? "waiting" : "passed")),
        [],
        bad[0]?.target_url,
      );
    },
  };
}

/**
 * @param {Exclude<Verdict["state"], "unknown">[]} states
 * @param {string[]} lines
 * @param {string} [link]
 * @returns {Verdict}
 */
function verdict(states, lines, link = "") {
  const state = states.includes("failed") ? "failed" : states.includes("waiting") ? "waiting" : states.length ? "passed" : "unknown";
  return { state, lines, link: /^https:/.test(link) ? link : "" };
}
