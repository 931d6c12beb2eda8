import type { Results } from "@likewise/schema";
import type { Chart, ChartContent } from "../charts/chart.ts";
import { renderSvg } from "../charts/render-svg.ts";
import { type Html, html, raw } from "./html.ts";
import { dataTable } from "./table.ts";

/**
 * A chart as the pages show it: heading, what it measures, the picture in the form that fits the screen, notes, and a
 * table of the same numbers that opens on demand and stands open in print.
 *
 * @param tableAt id of the table where the page has it elsewhere, which then is linked to
 * @returns null when the results do not hold what the chart needs
 */
export async function figure(chart: Chart, results: Results, tableAt?: string): Promise<Html | null> {
  const content = chart.content(results);
  if (content === null) return null;
  return html`<figure data-chart="${chart.id}">
<figcaption>${content.title}</figcaption>
<p>${content.subtitle}</p>
${await pictures(chart, results)}${content.notes.map((note) => html`<p class="note">${note}</p>\n`)}</figure>
${
  tableAt === undefined
    ? ownTable(content)
    : html`<p class="note to-table"><a href="#${tableAt}">Table of these numbers<span class="unseen">: ${content.title}</span></a></p>
`
}`;
}

function ownTable(content: ChartContent): Html {
  return html`<details><summary>Table of these numbers<span class="unseen">: ${content.title}</span></summary>
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
  const name = pictureName(content);
  return html`<div class="wide">${named(wide!, name)}</div>
<div class="narrow">${named(narrow!, name)}</div>
`;
}

/** What a picture is called where it cannot be seen. */
export function pictureName({ title, alternative }: Pick<ChartContent, "title" | "alternative">): string {
  return `${title}. ${alternative}.`;
}

function named(svg: string, name: string): Html {
  const attributes = html`<svg role="img" aria-label="${name}" `;
  return raw(svg.replace(/^<svg /, () => attributes.html));
}
