/**
 * Add a stylesheet that only some readers need. Rejects when it does not come.
 * @param {URL} address
 * @returns {Promise<HTMLLinkElement>}
 */
export async function stylesheet({ href }) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  await new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => {
      link.remove();
      reject(new Error(`no stylesheet: ${href}`));
    });
    document.head.append(link);
  });
  return link;
}
