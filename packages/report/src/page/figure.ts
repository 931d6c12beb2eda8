import type { Results } from "@likewise/schema";
import type { Chart } from "../charts/chart.ts";
import { renderSvg } from "../charts/render-svg.ts";
import { type Html, html, raw } from "./html.ts";
import { dataTable } from "./table.ts";

/**
 * A chart as the pages show it: heading, what it measures, the picture in the form that fits the screen, notes, and a
 * table of the same numbers that opens on demand and stands open in print.
 *
 * @returns null when the results do not hold what the chart needs
 */
export async function figure(chart: Chart, results: Results): Promise<Html | null> {
  const content = chart.content(results);
  if (content === null) return null;
  return html`<figure>
<figcaption>${content.title}</figcaption>
<p>${content.subtitle}</p>
${await pictures(chart, results)}${content.notes.map((note) => html`<p class="note">${note}</p>\n`)}</figure>
<details><summary>Table of these numbers<span class="unseen">: ${content.title}</span></summary>
${dataTable(content.table)}</details>
`;
}

/** The picture alone, wide and narrow: of the two a screen hides one, which then is not read out either. */
export async function pictures(chart: Chart, results: Results): Promise<Html | null> {
  const content = chart.content(results);
  if (content === null) return null;
  const [wide, narrow] = await Promise.all(
    (["wide", "narrow"] as const).map((width) => renderSvg(content.spec(width), `${chart.id}-${width}`)),
  );
  const name = `${content.title}. ${content.alternative}.`;
  return html`<div class="wide">${named(wide!, name)}</div>
<div class="narrow">${named(narrow!, name)}</div>
`;
}

function named(svg: string, name: string): Html {
  const attributes = html`<svg role="img" aria-label="${name}" `;
  return raw(svg.replace(/^<svg /, () => attributes.html));
}
