import type { Results } from "@likewise/schema";
import { liveCharts } from "./live-charts.ts";
import { type LiveLibraries, liveScripts } from "./live-libraries.ts";
import { liveScript } from "./live-script.ts";
import { liveStyles } from "./live-styles.ts";

/**
 * A page whose charts are live: the same file, with the specs of its charts and what draws them inside. It asks for
 * nothing, and only the scripts named by their hashes run; without scripts it is the page it was.
 *
 * @param page      a whole page of these results
 * @param libraries texts of the files that `liveLibraryFiles` names
 * @throws RangeError when the page is not one of ours
 */
export async function livePage(page: string, results: Results, libraries: LiveLibraries): Promise<string> {
  const ids = new Set([...page.matchAll(/<figure data-chart="([a-z-]+)">/g)].map(([, id]) => id!));
  const scripts = [...liveScripts(libraries), liveScript];
  const hashes = await Promise.all(scripts.map(hashOf));
  const [head, body] = halves(page, policy);
  const [start, rest] = halves(body, "</head>");
  const end = rest.lastIndexOf("</body>");
  const data = JSON.stringify(await liveCharts(results, ids)).replaceAll("<", "\\u003c");
  return [
    `${head}${policy}script-src ${hashes.join(" ")}; ${start}`,
    `<style>${liveStyles}</style>\n</head>${rest.slice(0, end)}`,
    `<script type="application/json" id="live-charts">${data}</script>\n`,
    ...scripts.map((script) => `<script>${script}</script>\n`),
    rest.slice(end),
  ].join("");
}

const policy = `<meta http-equiv="Content-Security-Policy" content="`;

/** What stands before and after the first place of a text. */
function halves(whole: string, text: string): [before: string, after: string] {
  const at = whole.indexOf(text);
  if (at < 0) throw new RangeError(`livePage: page must hold ${text}, got one that does not`);
  return [whole.slice(0, at), whole.slice(at + text.length)];
}

/** A script's hash as a page's policy names it. */
async function hashOf(script: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(script));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
