import { type Results, subjectOfTable, type TableSubject } from "@likewise/schema";
import { type Html, html } from "../../page/html.ts";
import { dataTable } from "../../page/table.ts";
import { shownTable } from "../../tables/shown-table.ts";
import type { Draw } from "../render-report.ts";
import { flow } from "./flow.ts";

/** What tables short enough to stand in the body are about, in order; the rest stand in an annex. */
const brief: readonly TableSubject[] = ["completion", "couple-completion", "dose", "spend", "support"];

/** Who came, stayed and was lost, how long they waited, what they got and what was spent. */
export async function implementation(results: Results, draw: Draw): Promise<Html> {
  const shown = brief.flatMap((about) => results.tables.filter((table) => subjectOfTable(table) === about));
  return html`${await draw("attrition", "These data hold no steps from referral to completion.")}${await draw("waits", "")}${flow(results)}${shown.map((table) => dataTable(shownTable(table, results)))}`;
}
