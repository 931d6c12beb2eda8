import type { Results } from "@likewise/schema";
import { charts } from "../../charts/index.ts";
import { type Html, html } from "../../page/html.ts";
import { dataTable } from "../../page/table.ts";

/** The numbers each picture draws, in the order of the report. */
export function pictureTables(results: Results): Html {
  return html`${charts.map((chart) => {
    const content = chart.content(results);
    return content === null
      ? null
      : html`<h3 id="${tableOfPicture(chart.id)}">${content.title}</h3>\n${dataTable(content.table)}`;
  })}`;
}

/** Id of the table behind a picture. */
export function tableOfPicture(chart: string): string {
  return `numbers-of-${chart}`;
}
