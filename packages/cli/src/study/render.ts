import {
  chartSpecs,
  fontFiles,
  renderCard,
  renderDashboard,
  renderDocuments,
  renderReport,
  renderSvg,
} from "@likewise/report";
import type { Results } from "@likewise/schema";
import { flatTexts } from "./flat-texts.ts";
import { jsonText } from "./json-text.ts";
import { asksForLive, livePages } from "./live-pages.ts";

/** Texts and bytes of files by their path below `out/`. */
export type Pages = Readonly<Record<string, string | Uint8Array>>;

/**
 * Every page, document, chart and flat table of one edition, from its results alone.
 *
 * @param interactive whether charts are live; as the plan says when left out
 */
export async function renderPages(results: Results, interactive = asksForLive(results)): Promise<Pages> {
  const still = { "dashboard.html": await renderDashboard(results), "report.html": await renderReport(results) };
  const pages: Record<string, string | Uint8Array> = interactive ? await livePages(still, results) : still;
  const card = renderCard(results);
  if (card !== null) pages["card.html"] = card;
  for (const { id, spec } of chartSpecs(results)) {
    pages[`charts/${id}.vl.json`] = jsonText(spec);
    pages[`charts/${id}.svg`] = await renderSvg(spec, `${id}-wide`);
  }
  return { ...pages, ...(await renderDocuments(results, fontFiles())), ...flatTexts(results) };
}
