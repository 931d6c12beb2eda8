import { type Refusal, type Results, subjectOfTable, type Table } from "@likewise/schema";
import { type Html, html } from "../page/html.ts";
import type { Section } from "../page/page.ts";
import { dataTable } from "../page/table.ts";
import { notShownText } from "../wording/not-shown.ts";
import { warningText } from "../wording/warnings.ts";
import { levelName } from "./level-names.ts";
import { shownTable } from "./shown-table.ts";
import { groupedTables, otherTables, type TableGroup, tableGroups } from "./table-groups.ts";

/** Draws a chart by its id; null where the results do not hold what it needs. */
type DrawChart = (id: string) => Promise<Html | null>;

/** A longer table stands folded on the screen. */
const mostRows = 8;

/**
 * A still longer one is named in print and not printed: it stands on the screen and among the flat tables. Printed, the
 * half-years around stages and the pathway by area and risk alone would fill a dozen pages that nobody reads on paper.
 */
const mostPrinted = 12;

/** Every table of the results, a section for each question they answer; what is not shown has its reason there. */
export async function tableSections(results: Results, draw: DrawChart): Promise<Section[]> {
  const filled = new Map(groupedTables(results.tables).map(({ group, tables }) => [group.id, tables]));
  const groups = [...tableGroups, otherTables].filter(
    (group) => filled.has(group.id) || notShownOf(group, results).length > 0,
  );
  return Promise.all(
    groups.map(async (group: TableGroup) => ({
      id: `tables-${group.id}`,
      title: group.title,
      body: html`${await groupBody(group, filled.get(group.id) ?? [], results, draw)}${notShown(notShownOf(group, results))}`,
    })),
  );
}

/** Tables of a group that disclosure control could not publish in any form. */
function notShownOf({ subjects }: TableGroup, { refusals }: Results): Refusal[] {
  const prefix = "not-shown:";
  return refusals.filter(({ id }) => {
    if (!id.startsWith(prefix)) return false;
    const subject = subjectOfTable({ id: id.slice(prefix.length) });
    return subject === null ? subjects.length === 0 : subjects.includes(subject);
  });
}

function notShown(refused: readonly Refusal[]): Html | null {
  return refused.length === 0
    ? null
    : html`${refused.map(({ what, why }) => html`<p>${notShownText(what, why)}</p>\n`)}`;
}

async function groupBody(
  { lead, chart }: TableGroup,
  tables: readonly Table[],
  results: Results,
  draw: DrawChart,
): Promise<Html> {
  return html`${lead === "" ? null : html`<p>${lead}</p>\n`}${chart === undefined ? null : await draw(chart)}${warnings(tables, results)}${tables.map((table) => oneTable(table, results))}`;
}

function oneTable(table: Table, results: Results): Html {
  const shown = shownTable(table, results);
  if (shown.rows.length <= mostRows) return dataTable(shown);
  const kind = shown.rows.length > mostPrinted ? html` class="long"` : null;
  return html`<details${kind}><summary>${shown.caption}: ${String(shown.rows.length)} rows</summary>
${dataTable(shown)}</details>
`;
}

/** What these tables cannot be read without, each once, with the stages it is about. */
function warnings(tables: readonly Table[], results: Results): Html | null {
  const ids = new Set(tables.map(({ id }) => id));
  const own = (results.warnings ?? []).filter((warning) => warning.tables.some((id) => ids.has(id)));
  const codes = [...new Set(own.map(({ code }) => code))];
  if (codes.length === 0) return null;
  const anchor = { id: "anchor", label: "Stage", levels: [], total: null };
  const stages = (code: string) => [
    ...new Set(own.filter((one) => one.code === code).map(({ about }) => levelName(anchor, about, results))),
  ];
  return html`<h3>Read these figures with care</h3>
<ul>${codes.map((code) => html`<li>${warningText(code)} (${stages(code).join(", ")})</li>`)}</ul>
`;
}
