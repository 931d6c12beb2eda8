import type { Cell, Results, Table } from "@likewise/schema";
import { cellText, intervalText, published } from "../figures.ts";
import { headlineComparison } from "../headline.ts";
import { levelName } from "../tables/level-names.ts";
import { formatCount, formatPer100 } from "../wording/formats.ts";
import { capital } from "../wording/sentence-case.ts";
import type { ChartContent } from "./chart.ts";
import type { Arm } from "./group-key.ts";
import { type PairedBar, type PairedRow, pairedBars } from "./paired-bars.ts";

/**
 * A table of shares by one dimension and group as paired bars.
 *
 * @param table its first dimension are the rows, its second the groups
 * @returns null where fewer than two shares are published, or one of the groups is not there
 */
export function pairedTable(
  table: Table,
  results: Results,
): Pick<ChartContent, "alternative" | "table" | "spec"> | null {
  const [dimension, arm] = table.dimensions as [Table["dimensions"][number], Table["dimensions"][number]];
  const labels = headlineComparison(results)?.arms.labels ?? {
    treated: "the programme",
    comparison: "the comparison group",
  };
  const cellOf = (level: string, group: Arm) =>
    table.cells.find(({ at }) => at[dimension.id] === level && at[arm.id] === group);
  const rows = dimension.levels.flatMap(({ id }): (PairedRow & { readonly cells: Record<Arm, Cell> })[] => {
    const [treated, comparison] = [cellOf(id, "treated"), cellOf(id, "comparison")];
    if (treated === undefined || comparison === undefined) return [];
    const bars = { treated: barOf(treated), comparison: barOf(comparison) };
    return [{ name: levelName(dimension, id, results), bars, cells: { treated, comparison } }];
  });
  const drawn = rows.flatMap(({ bars }) => [bars.treated.drawn, bars.comparison.drawn]).filter((bar) => bar !== null);
  if (drawn.length < 2) return null;
  const arms: readonly Arm[] = ["treated", "comparison"];
  return {
    alternative: arms
      .map(
        (one) =>
          `${capital(labels[one])}, in every 100: ${rows.map(({ name, bars }) => `${name} ${bars[one].written}`).join("; ")}`,
      )
      .join(". "),
    table: {
      caption: table.title,
      head: [dimension.label, "Group", "People", "Of", "In every 100", "95% interval"],
      rows: rows.flatMap(({ name, cells }) =>
        arms.map((one) => [
          name,
          capital(labels[one]),
          cellText(cells[one].numerator, formatCount),
          cellText(cells[one].denominator, formatCount),
          cellText(cells[one].value, formatPer100),
          intervalText(cells[one].interval, formatPer100),
        ]),
      ),
    },
    spec: (width) => pairedBars(rows, labels, width),
  };
}

function barOf({ value, interval }: Cell): PairedBar {
  const [share, low, high] = [value, ...(interval ?? [null, null])].map(published);
  return {
    written:
      share == null
        ? cellText(value, formatPer100)
        : `${formatPer100(share)} (${intervalText(interval, formatPer100)})`,
    drawn: share == null ? null : { low: 100 * (low ?? share), value: 100 * share, high: 100 * (high ?? share) },
  };
}
