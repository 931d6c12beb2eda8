import { nameOfTable } from "@likewise/schema";
import { outcomeLabel } from "../headline.ts";
import { capital } from "../wording/sentence-case.ts";
import type { Chart, ChartView } from "./chart.ts";
import { pairedTable } from "./paired-table.ts";

/** How harm is spread over people in each group: many have none, and a few have most of it. */
export const harmDistribution: Chart = {
  id: "harm",
  shows: "people of each group by the harm of their offences",
  content: (results) => {
    const views = results.tables.flatMap((table): ChartView[] => {
      const id = nameOfTable(table, "harm-distribution-*");
      const paired = id === null ? null : pairedTable(table, results);
      if (id === null || paired === null) return [];
      const outcome = outcomeLabel(results, id);
      return [
        {
          id,
          label: capital(outcome),
          content: {
            title: "How harm is spread over people",
            subtitle: `${capital(outcome)}: people by ${table.dimensions[0]!.label.toLowerCase()}, in every 100 of each group, before any matching. Lines are 95% intervals`,
            ...paired,
            notes: [
              "A mean of harm is made by a few people, so it moves when one of them does. Groups are everyone in each arm: a gap between them does not tell what the programme did.",
            ],
          },
        },
      ];
    });
    const [first] = views;
    return first === undefined ? null : { ...first.content, choice: { label: "Outcome", views } };
  },
};
