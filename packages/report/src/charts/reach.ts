import { type Cell, isTable, type Results, type Table } from "@likewise/schema";
import { cellText, intervalText, published } from "../figures.ts";
import { levelName } from "../tables/level-names.ts";
import { formatCount, formatRatio } from "../wording/formats.ts";
import type { Chart, ChartContent } from "./chart.ts";
import { type IntervalRow, rowsWithIntervals } from "./rows-with-intervals.ts";
import { viewsOf } from "./views-of.ts";

/** How often each group is selected, as a ratio to everybody else: by protected characteristic. */
export const reach: Chart = {
  id: "reach",
  shows: "how often each group is selected, as a ratio to everybody else",
  content: (results) => {
    return viewsOf(
      "Characteristic",
      rowsOf(results),
      ({ table, row }) => ({ id: table, label: row.heading! }),
      content,
    );
  },
};

interface Reached {
  /** Id of its table. */
  readonly table: string;
  readonly row: IntervalRow;
  readonly cell: Cell;
}

function content(shown: readonly Reached[]): ChartContent | null {
  const drawn = shown.flatMap(({ row }) => (row.drawn === null ? [] : [row.drawn]));
  if (drawn.length < 2) return null;
  const low = Math.min(0.5, ...drawn.map((one) => one.low));
  const high = Math.max(2, ...drawn.map((one) => one.high));
  return {
    title: "How often each group is selected, beside everybody else",
    subtitle: "Selection rate of the group over that of everybody else whose answer is known. Lines are 95% intervals",
    alternative: shown.map(({ row }) => `${row.heading}, ${row.name}: ${row.written}`).join(". "),
    table: {
      caption: "Selection rate as a ratio to everybody else",
      head: ["Group", "Selected", "Considered", "Ratio", "95% interval"],
      rows: shown.map(({ row, cell }) => [
        `${row.heading}: ${row.name}`,
        cellText(cell.numerator, formatCount),
        cellText(cell.denominator, formatCount),
        cellText(cell.value, formatRatio),
        intervalText(cell.interval, formatRatio),
      ]),
    },
    notes: [
      "A line that crosses 1 fits being selected less often, more often and as often. Ratios are crude: they show where to look, not why.",
    ],
    spec: (width) =>
      rowsWithIntervals(
        // A group of whom nobody was selected has no ratio: it stands in the table.
        shown.flatMap(({ row, cell }) => (cell.value === null ? [] : [row])),
        { domain: [low, high], none: 1, log: true },
        width,
      ),
  };
}

function rowsOf(results: Results): Reached[] {
  return results.tables.flatMap((table) => {
    const [characteristic, measure] = table.dimensions;
    if (!isTable(table, "reach-ratio-*") || characteristic === undefined || measure === undefined) return [];
    return table.cells
      .filter(({ at }) => at[measure.id] === "others")
      .map((cell) => ({ table: table.id, cell, row: rowOf(table, cell, results) }));
  });
}

function rowOf({ dimensions }: Table, cell: Cell, results: Results): IntervalRow {
  const [characteristic] = dimensions as [Table["dimensions"][number]];
  const [value, low, high] = [cell.value, ...(cell.interval ?? [null, null])].map(published);
  return {
    heading: characteristic.label,
    name: levelName(characteristic, cell.at[characteristic.id]!, results),
    written:
      cell.value === null
        ? "[x]"
        : `${cellText(cell.value, formatRatio)} (${intervalText(cell.interval, formatRatio)})`,
    drawn: value == null || low == null || high == null || low <= 0 ? null : { low, value, high },
  };
}
