import { type Results, type Table, tableId } from "@likewise/schema";
import { headlineComparison } from "../headline.ts";
import type { Chart } from "./chart.ts";
import { pairedTable } from "./paired-table.ts";

/** Where the groups have people of the same propensity score: who is in a part that only one group reaches has no counterpart. */
export const overlap: Chart = {
  id: "overlap",
  shows: "people of each group by their propensity score, before matching or weighting",
  content: (results) => {
    const comparison = headlineComparison(results);
    const table = comparison === null ? undefined : scores(results, comparison.id);
    const paired = table === undefined ? null : pairedTable(table, results);
    if (paired === null) return null;
    return {
      title: "Where the two groups overlap",
      subtitle:
        "People of each group by propensity score: the chance of being in the programme as their characteristics tell it. In every 100 of the group, before matching or weighting; lines are 95% intervals",
      ...paired,
      notes: [
        "Where only one group has people, nobody there has a counterpart. A score says nothing of what was not measured.",
      ],
    };
  },
};

function scores({ tables }: Results, comparison: string): Table | undefined {
  return tables.find(({ id }) => id === tableId("overlap-*", comparison));
}
