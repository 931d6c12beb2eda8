import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { charts, renderDashboard, renderReport, renderSvg, withTexts } from "../../packages/report/src/index.ts";

/** How long both pages of a study with thirty charts take, and what they show. */
export interface PagesTiming {
  /** Charts drawn, each wide and narrow. */
  readonly charts: number;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
  /** Of both pages. */
  readonly kilobytes: number;
}

const wanted = 30;

/**
 * Dashboard and report of the large sample study, and as many views of its charts as make thirty drawings, rendered once
 * after the pages of the trial: what draws is loaded then, and none of the pictures has been drawn.
 */
export async function pagesTimings(): Promise<PagesTiming> {
  const [trial, large] = ["tarp", "perpetrator-programme"].map((study) =>
    readFileSync(fileURLToPath(new URL(`../../reports/${study}/out/results.json`, import.meta.url)), "utf8"),
  );
  await both(trial!);
  const [start, processor] = [performance.now(), process.cpuUsage()];
  const pages = await both(large!);
  const drawn = new Set([...pages.join("").matchAll(/<figure data-chart="([^"]*)"/g)].map(([, id]) => id)).size;
  const more = views(large!).slice(0, Math.max(0, wanted - drawn));
  for (const { id, content } of more)
    for (const width of ["wide", "narrow"] as const) await renderSvg(content.spec(width), `${id}-${width}`);
  const { user, system } = process.cpuUsage(processor);
  return {
    charts: drawn + more.length,
    seconds: (performance.now() - start) / 1000,
    processorSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    kilobytes: Math.round(Buffer.byteLength(pages.join("")) / 1000),
  };
}

/** Views that a reader of a live page can choose, and then the charts once more under another name, by which none is known. */
function views(text: string) {
  const results = withTexts(JSON.parse(text));
  const contents = charts.map((chart) => ({ id: chart.id, content: chart.content(results) }));
  return [
    ...contents.flatMap(({ id, content }) =>
      (content?.choice?.views ?? []).slice(1).map((view, index) => ({ id: `${id}-${index}`, content: view.content })),
    ),
    ...contents.flatMap(({ id, content }) => (content === null ? [] : [{ id: `${id}-again`, content }])),
  ];
}

async function both(text: string): Promise<string[]> {
  const results = withTexts(JSON.parse(text));
  return [await renderDashboard(results), await renderReport(results)];
}
