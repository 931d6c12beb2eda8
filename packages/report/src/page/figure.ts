import type { Results } from "@likewise/schema";
import type { Chart, DataTable } from "../charts/chart.ts";
import { renderSvg } from "../charts/render-svg.ts";
import { type Html, html, raw } from "./html.ts";
import { dataTable } from "./table.ts";

/**
 * A chart as the pages show it: heading, what it measures, the picture in the form that fits the screen, notes, and a
 * table of the same numbers.
 *
 * @returns null when the results do not hold what the chart needs
 */
export async function figure(chart: Chart, results: Results): Promise<Html | null> {
  const content = chart.content(results);
  if (content === null) return null;
  const [wide, narrow] = await Promise.all(
    (["wide", "narrow"] as const).map((width) => renderSvg(content.spec(width), `${chart.id}-${width}`)),
  );
  return html`<figure>
<figcaption>${content.title}</figcaption>
<p>${content.subtitle}</p>
<div class="wide">${named(wide!, content.title, content.alternative)}</div>
<div class="narrow">${named(narrow!, content.title, content.alternative)}</div>
${content.notes.map((note) => html`<p class="note">${note}</p>\n`)}</figure>
${table(content.table)}`;
}

function table(content: DataTable): Html {
  return dataTable(content);
}

function named(svg: string, title: string, alternative: string): Html {
  const name = html`<svg role="img" aria-label="${`${title}. ${alternative}.`}" `;
  return raw(svg.replace(/^<svg /, () => name.html));
}
