import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { renderDashboard, renderReport, withTexts } from "../../packages/report/src/index.ts";

/** How long both pages of a study take, and what they show. */
export interface PagesTiming {
  /** Pictures shown, wide and narrow. */
  readonly pictures: number;
  readonly milliseconds: number;
  readonly kilobytes: number;
}

/**
 * Dashboard and report of the large sample study, rendered once after those of the trial: what draws is loaded then, and
 * none of the pictures has been drawn.
 */
export async function pagesTimings(): Promise<PagesTiming> {
  const [trial, large] = ["tarp", "perpetrator-programme"].map((study) =>
    readFileSync(fileURLToPath(new URL(`../../reports/${study}/out/results.json`, import.meta.url)), "utf8"),
  );
  await both(trial!);
  const start = performance.now();
  const pages = await both(large!);
  const milliseconds = performance.now() - start;
  return {
    pictures: pages.join("").match(/<svg role="img"/g)?.length ?? 0,
    milliseconds,
    kilobytes: Math.round(Buffer.byteLength(pages.join("")) / 1000),
  };
}

async function both(text: string): Promise<string[]> {
  const results = withTexts(JSON.parse(text));
  return [await renderDashboard(results), await renderReport(results)];
}
