import type { Results } from "@likewise/schema";
import { chartNamed } from "../charts/index.ts";
import { figure } from "../page/figure.ts";
import { type Html, html } from "../page/html.ts";
import type { Section } from "../page/page.ts";
import { dataTable } from "../page/table.ts";
import { shownTable } from "../tables/shown-table.ts";
import { capital } from "../wording/sentence-case.ts";
import { type MeasureLine, type MeasureTable, measureLines } from "./measure-lines.ts";
import { scoringRows } from "./scoring-rows.ts";

const pictures = ["measure-outcomes", "measure-bins", "measure-waves"];

/** Tables a reader of one score needs first; the others stand in an annex. */
const leading: readonly MeasureTable[] = ["rates", "indicators", "bands", "difference", "responders", "tipping"];

/**
 * Scores of instruments, a part for each and for each account of it; none where the study has no instruments.
 *
 * @param tableAt id of the table behind a picture
 */
export async function measuresSections(results: Results, tableAt: (chart: string) => string): Promise<Section[]> {
  const lines = measureLines(results);
  const unsaid = results.refusals.filter(({ id }) => id.startsWith("measure-"));
  if (lines.length === 0 && unsaid.length === 0) return [];
  const drawn = await Promise.all(pictures.map((id) => figure(chartNamed(id), results, tableAt(id))));
  const body = html`<p>Each instrument stands by itself, by whose account it is. What different people say is never pooled. The text of the questions is not held here.</p>
${drawn}${lines.map((line) => part(line, results))}${notSaid(unsaid)}`;
  return [{ id: "measures", title: "Scores of instruments", body }];
}

function part(line: MeasureLine, results: Results): Html {
  const { measure, name } = line;
  const groups = line.table("seen")?.dimensions.find(({ id }) => id === "group")?.levels ?? [];
  return html`<h3>${capital(name)}</h3>
<dl>${scoringRows(measure).map(([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl>
${groups.length === 1 ? html`<p>Nobody is compared with these people. So a change from before to after is a description, and not an effect of the programme.</p>\n` : null}${leading.map(
  (kind) => {
    const table = line.table(kind);
    return table === null || (kind === "bands" && line.table("rates") !== null)
      ? null
      : dataTable(shownTable(table, results));
  },
)}`;
}

function notSaid(unsaid: Results["refusals"]): Html | null {
  if (unsaid.length === 0) return null;
  return html`<h3>What these scores cannot say</h3>
<ul>${unsaid.map(({ what, why, unlocks }) => html`<li><b>${capital(what)}:</b> ${why}. What would make it possible: ${unlocks}.</li>`)}</ul>
`;
}
