import { readFile } from "node:fs/promises";
import { liveLibraryFiles, livePage } from "@likewise/report";
import type { Results } from "@likewise/schema";

/** Whether the plan asks for live charts. */
export function asksForLive({ options }: Results): boolean {
  const { report } = options as { readonly report?: { readonly interactive?: boolean } };
  return report?.interactive === true;
}

/** These pages with live charts inside them; what draws the charts is read from the libraries installed. */
export async function livePages<Names extends string>(
  pages: Readonly<Record<Names, string>>,
  results: Results,
): Promise<Record<Names, string>> {
  const files = liveLibraryFiles();
  const [vega, interpreter] = await Promise.all([readFile(files.vega, "utf8"), readFile(files.interpreter, "utf8")]);
  const live: [string, string][] = [];
  for (const [name, page] of Object.entries<string>(pages)) {
    live.push([name, await livePage(page, results, { vega, interpreter })]);
  }
  return Object.fromEntries(live) as Record<Names, string>;
}
