import type { Chart } from "../charts/chart.ts";
import { type ContractTable, contractTables, namedWithUnit } from "./contract-rows.ts";
import { performanceSpec } from "./performance-spec.ts";

/** What was delivered in each quarter, beside what the contract asked. */
export const performance: Chart = {
  id: "performance",
  shows: "what was delivered in each quarter, beside what the contract asked",
  content: (results) => {
    const tables = contractTables(results).filter(({ rows }) => rows.length > 0);
    if (tables.length === 0) return null;
    return {
      title: "What was delivered, and what was asked",
      subtitle: "Each target by itself, by period of the contract. Lines are 95% intervals",
      alternative: tables.map(inWords).join(". "),
      table: {
        caption: "What was delivered, and what was asked",
        head: ["Target", "Delivered", "Counts", "95% interval", "Asked", "How it stands"],
        rows: tables.flatMap(({ label, indicator, rows }) =>
          rows.map((row) => [
            `${namedWithUnit(label, indicator)}: ${row.period}`,
            row.delivered,
            row.of,
            row.interval,
            row.askedFor,
            row.verdict,
          ]),
        ),
      },
      notes: notesOf(tables),
      spec: (width) => performanceSpec(tables, width),
    };
  },
};

/** Of each target the last row, which is all complete periods where there are several; the table has the others. */
function inWords({ label, indicator, rows }: ContractTable): string {
  const { period, delivered, askedFor } = rows.at(-1)!;
  return `${namedWithUnit(label, indicator)}, ${period}: delivered ${delivered}, asked ${askedFor}`;
}

/** Only what these rows need. */
function notesOf(tables: readonly ContractTable[]): string[] {
  const rows = tables.flatMap((table) => table.rows);
  const some = (verdict: RegExp) =>
    rows.some(({ asked }) => typeof asked.verdict === "string" && verdict.test(asked.verdict));
  return [
    ...(some(/-within-chance$/)
      ? [
          "Within chance: the 95% interval holds numbers on both sides of what was asked, so this period alone does not tell which side the service is on.",
        ]
      : []),
    ...(some(/^provisional$/)
      ? ["Provisional: at the data cut the period was not over, or not everyone in it had been watched long enough."]
      : []),
    ...(some(/^cannot-say$/)
      ? ["Cannot say: there was nobody to count, or records that are missing could decide it."]
      : []),
    ...(rows.some(({ asked }) => asked.proRata)
      ? ["By days: a target for a longer time is asked of a shorter one by its share of the days."]
      : []),
    ...(tables.some((table) => table.rows.length > 6)
      ? ["A narrow screen shows the last periods alone. The table has all of them."]
      : []),
  ];
}
