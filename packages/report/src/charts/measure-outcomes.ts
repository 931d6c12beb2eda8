import type { Cell, Results } from "@likewise/schema";
import { cellText, intervalText, published } from "../figures.ts";
import { groupName } from "../measures/group-name.ts";
import { groupsOfTable, measureLines } from "../measures/measure-lines.ts";
import { formatCount, formatPer100 } from "../wording/formats.ts";
import { capital } from "../wording/sentence-case.ts";
import type { Chart, ChartContent } from "./chart.ts";
import { type IntervalRow, rowsWithIntervals } from "./rows-with-intervals.ts";
import { viewsOf } from "./views-of.ts";

/** What became of people by a score: shares of everybody with both scores, and of those who could recover. */
export const measureOutcomes: Chart = {
  id: "measure-outcomes",
  shows: "what became of people by a score, on both denominators",
  content: (results) => viewsOf("Score and group", rowsOf(results), ({ part }) => part, content),
};

interface Row {
  readonly part: { readonly id: string; readonly label: string };
  readonly row: IntervalRow;
  readonly cell: Cell;
}

function content(shown: readonly Row[]): ChartContent | null {
  if (shown.every(({ row }) => row.drawn === null)) return null;
  return {
    title: "What became of people, by the score",
    subtitle: "In every 100 of those each row names. Lines are 95% intervals",
    alternative: shown.map(({ row }) => `${row.heading}, ${row.name}: ${row.written} in every 100`).join(". "),
    table: {
      caption: "What became of people, by the score",
      head: ["Score and group", "What became of them", "People", "Of", "In every 100", "95% interval"],
      rows: shown.map(({ part, row, cell }) => [
        part.label,
        row.name,
        cellText(cell.numerator, formatCount),
        cellText(cell.denominator, formatCount),
        cellText(cell.value, formatPer100),
        intervalText(cell.interval, formatPer100),
      ]),
    },
    notes: [
      "Reliable change is more than the questionnaire’s own error. Only people in the clinical range at first can recover, so both shares stand.",
    ],
    spec: (width) =>
      rowsWithIntervals(
        shown.map(({ row }) => row),
        { domain: [0, 100], none: null, log: false, bounded: true },
        width,
      ),
  };
}

/** Bounds for those who left have no interval: they stand in the table alone. */
function rowsOf(results: Results): Row[] {
  return measureLines(results).flatMap((line) => {
    const table = line.table("rates");
    if (table === null) return [];
    const labels = new Map(
      table.dimensions.find(({ id }) => id === "rate")?.levels.map(({ id, label }) => [id, label]),
    );
    return groupsOfTable(table).flatMap(({ id: group, cells }) => {
      const part = {
        id: `${line.measure.id}-${group ?? "all"}`,
        label: `${line.name}: ${groupName(group, results)}`,
      };
      return cells
        .filter(({ interval }) => interval !== null)
        .map((cell): Row => {
          const [value, low, high] = [cell.value, ...(cell.interval ?? [null, null])].map(published);
          const text = cellText(cell.value, formatPer100);
          return {
            part,
            cell,
            row: {
              heading: part.label,
              name: capital(labels.get(cell.at.rate ?? "") ?? ""),
              written: value == null ? text : `${text} (${intervalText(cell.interval, formatPer100)})`,
              drawn:
                value == null ? null : { low: 100 * (low ?? value), value: 100 * value, high: 100 * (high ?? value) },
            },
          };
        });
    });
  });
}
