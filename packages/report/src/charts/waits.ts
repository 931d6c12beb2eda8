import { type Cell, isTable, type Results, type Table } from "@likewise/schema";
import { cellText, intervalText, published } from "../figures.ts";
import { formatCount, formatPer100 } from "../wording/formats.ts";
import { capital } from "../wording/sentence-case.ts";
import type { Chart, ChartContent } from "./chart.ts";
import { type IntervalRow, rowsWithIntervals } from "./rows-with-intervals.ts";
import { viewsOf } from "./views-of.ts";

/** Of everyone who began to wait, how many had arrived within so many days. */
export const waits: Chart = {
  id: "waits",
  shows: "people who had reached a stage within so many days",
  content: (results) => {
    return viewsOf("Wait", waitsOf(results), ({ table, row }) => ({ id: table, label: row.heading! }), content);
  },
};

interface Wait {
  /** Id of its table. */
  readonly table: string;
  readonly row: IntervalRow;
  readonly cell: Cell;
}

function content(shown: readonly Wait[]): ChartContent | null {
  if (shown.every(({ row }) => row.drawn === null)) return null;
  return {
    title: "How many had got there within so many days",
    subtitle: "Of everyone who began to wait, in every 100. Lines are 95% intervals",
    alternative: shown.map(({ row }) => `${row.heading}, ${row.name}: ${row.written} in every 100`).join(". "),
    table: {
      caption: "People who had got there within so many days",
      head: ["Wait", "Began to wait", "In every 100", "95% interval"],
      rows: shown.map(({ row, cell }) => [
        `${row.heading}: ${row.name.toLowerCase()}`,
        cellText(cell.denominator, formatCount),
        cellText(cell.value, formatPer100),
        intervalText(cell.interval, formatPer100),
      ]),
    },
    notes: [
      "People who left stay in the share: they will not arrive. Open cases wait up to the day of the extract. Kaplan–Meier estimates.",
    ],
    spec: (width) =>
      rowsWithIntervals(
        shown.map(({ row }) => row),
        { domain: [0, 100], none: null, log: false, bounded: true },
        width,
      ),
  };
}

function waitsOf({ tables }: Results): Wait[] {
  return tables
    .filter((table) => isTable(table, "waiting-*-within") && table.dimensions.length === 1)
    .flatMap((table) => table.cells.map((cell) => ({ table: table.id, cell, row: rowOf(table, cell) })));
}

function rowOf({ title }: Table, cell: Cell): IntervalRow {
  const [value, low, high] = [cell.value, ...(cell.interval ?? [null, null])].map(published);
  return {
    heading: capital(title.split(":")[0]!),
    name: `Within ${cell.at.days} days`,
    written:
      cell.value === null
        ? "[x]"
        : `${cellText(cell.value, formatPer100)} (${intervalText(cell.interval, formatPer100)})`,
    drawn: value == null ? null : { low: 100 * (low ?? value), value: 100 * value, high: 100 * (high ?? value) },
  };
}
