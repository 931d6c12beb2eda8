import type { Balance, Comparison, Results } from "@likewise/schema";
import type { TopLevelSpec } from "vega-lite";
import { cellText, published } from "../figures.ts";
import { headlineComparison } from "../headline.ts";
import { covariateName } from "../wording/covariate-labels.ts";
import { formatMeasured, formatNumber } from "../wording/formats.ts";
import { capital } from "../wording/sentence-case.ts";
import { type Chart, type ChartWidth, type DataTable, pictureWidth } from "./chart.ts";
import { picture, type SpecPart, said, textAt } from "./picture.ts";
import { wrapText } from "./text-width.ts";
import { colours, fontSize, theme } from "./theme.ts";

/** How alike the groups are on each characteristic, before and after matching or weighting. */
export const lovePlot: Chart = {
  id: "balance",
  shows: "how alike the groups are on what was measured",
  content: (results) => {
    const comparison = headlineComparison(results);
    const rows = comparison ? drawable(comparison.balance) : [];
    if (!comparison || rows.length === 0) return null;
    const made = madeBy(comparison);
    return {
      title: "How alike the two groups were at the start",
      subtitle: `Standardised mean difference on each characteristic${made === null ? "" : `, before and after ${made}`}. Between the dashed lines counts as alike`,
      alternative: alternative(rows, results),
      table: balanceTable(comparison, results),
      notes: [
        "The difference is in standard deviations of the programme group before any matching. The dashed lines are 0.1 either side of 0.",
        ...(rows.length === mostRows
          ? [`The picture shows the ${mostRows} that differ most; the table has them all.`]
          : []),
      ],
      spec: (width) => spec(rows, made, width, results),
    };
  },
};

/** More rows than this are not read. */
const mostRows = 40;

/** Characteristics with a number to draw, in their order; of very many, those that differ most to begin with. */
function drawable(balance: readonly Balance[]): readonly Balance[] {
  const size = (row: Balance) => Math.abs(published(row.before.standardisedMeanDifference) ?? 0);
  const rows = balance.filter((row) => published(row.before.standardisedMeanDifference) !== null);
  if (rows.length <= mostRows) return rows;
  const kept = new Set([...rows].sort((a, b) => size(b) - size(a)).slice(0, mostRows));
  return rows.filter((row) => kept.has(row));
}

/** What made the groups alike, if anything did. */
type Made = "matching" | "weighting" | null;

function alternative(rows: readonly Balance[], results: Results): string {
  const over = rows.filter(
    (row) => Math.abs(published((row.after ?? row.before).standardisedMeanDifference) ?? 0) > 0.1,
  );
  const names = over.map((row) => covariateName(row, results)).join(", ");
  return over.length === 0 ? "Every characteristic is within 0.1 either side of 0" : `More than 0.1 apart: ${names}`;
}

function madeBy({ balance, weighting }: Comparison): Made {
  if (!balance.some((row) => row.after !== null)) return null;
  return weighting ? "weighting" : "matching";
}

/** Every characteristic of a comparison in both groups, with its standardised difference before and after. */
export function balanceTable(comparison: Comparison, results: Results): DataTable {
  const { arms, balance } = comparison;
  const made = madeBy(comparison);
  const two = (value: number) => formatNumber(value, 2);
  const { labels } = arms;
  const sides = (summary: Balance["after"]) =>
    summary === null
      ? ["[z]", "[z]", "[z]"]
      : [
          cellText(summary.treated, formatMeasured),
          cellText(summary.comparison, formatMeasured),
          cellText(summary.standardisedMeanDifference, two),
        ];
  return {
    caption: "Characteristics of the two groups: means, or shares from 0 to 1",
    head: [
      "Characteristic",
      labels.treated,
      labels.comparison,
      "Standardised difference",
      ...(made === null
        ? []
        : [
            `After ${made}: ${labels.treated}`,
            `After ${made}: ${labels.comparison}`,
            `Standardised difference after ${made}`,
          ]),
    ],
    rows: balance.map((row) => [
      capital(covariateName(row, results)),
      ...sides(row.before),
      ...(made === null ? [] : sides(row.after)),
    ]),
  };
}

/** Orange is the comparison group in every chart, so what was before is grey. */
const before = { color: colours.secondaryText, shape: "circle", filled: false } as const;
const after = { color: colours.programme, shape: "diamond", filled: true } as const;

function spec(rows: readonly Balance[], made: Made, width: ChartWidth, results: Results): TopLevelSpec {
  const beside = width === "wide";
  const [left, right] = beside ? [230, 20] : [16, 16];
  const plot = pictureWidth[width] - left - right;
  const keyHeight = made === null ? 0 : 26;
  const x = {
    type: "quantitative",
    scale: { domain: limits(rows), nice: true },
    // On a narrow screen names stand in the plot, where lines would cross them.
    axis: { title: "Standardised mean difference", tickCount: beside ? 5 : 4, grid: beside },
  };
  const layers: SpecPart[] = [];
  const pieces: [number, number][] = [];
  let top = 0;
  for (const row of rows) {
    const name = capital(covariateName(row, results));
    const lines = wrapText(name, beside ? left - 16 : plot, fontSize);
    const block = lines.length * theme.text.lineHeight;
    const height = beside ? Math.max(24, block + 4) : 20;
    if (!beside) top += block + 2;
    const middle = top + height / 2;
    pieces.push([top, top + height]);
    layers.push(
      textAt(beside ? -12 : -left + 2, beside ? middle : top - block / 2, lines, { align: beside ? "right" : "left" }),
      point(row.before, `${name}${made === null ? "" : ", before"}`, middle, made === null ? after : before, x),
      ...(row.after === null ? [] : [point(row.after, `${name}, after ${made}`, middle, after, x)]),
    );
    top += height + (beside ? 0 : 4);
  }
  const px = { type: "quantitative", scale: null, axis: null };
  const lines = [-0.1, 0, 0.1].map((datum) => ({
    data: { values: (beside ? [[0, top]] : pieces).map(([from, to]) => ({ datum, from, to })) },
    mark: {
      type: "rule",
      ...(datum === 0
        ? { color: colours.text, strokeWidth: 1 }
        : { strokeDash: [5, 4], color: colours.secondaryText, strokeWidth: 1.5 }),
    },
    encoding: { x: { field: "datum", ...x }, y: { field: "from", ...px }, y2: { field: "to" } },
  }));
  return picture(
    { width: pictureWidth[width], plotHeight: top, margin: { left, right, top: keyHeight + 2, bottom: 46 } },
    { layer: [...lines, ...layers, ...(made === null ? [] : key(made, beside ? 0 : -left + 2))] },
  );
}

function limits(rows: readonly Balance[]): [number, number] {
  const values = rows
    .flatMap((row) => [row.before, row.after])
    .map((summary) => published(summary?.standardisedMeanDifference) ?? 0);
  return [Math.min(-0.15, ...values), Math.max(0.15, ...values)];
}

type Look = typeof before | typeof after;

function point(
  summary: Balance["before"],
  name: string,
  y: number,
  { color, shape, filled }: Look,
  x: SpecPart,
): SpecPart {
  const difference = published(summary.standardisedMeanDifference);
  return {
    data: { values: difference === null ? [] : [{ difference, says: `${name}: ${formatNumber(difference, 2)}` }] },
    mark: { type: "point", opacity: 1, size: 100, strokeWidth: 2, color, shape, fill: filled ? color : colours.ground },
    encoding: { x: { field: "difference", ...x }, y: { value: y }, tooltip: said },
  };
}

/** "○ before  ◆ after matching" above the plot. */
function key(made: Exclude<Made, null>, left: number): SpecPart[] {
  const places = [
    [left + 6, "before", before],
    [left + 90, `after ${made}`, after],
  ] as const;
  return places.flatMap(([x, text, { color, shape, filled }]) => [
    {
      data: { values: [{}] },
      mark: {
        type: "point",
        opacity: 1,
        size: 100,
        strokeWidth: 2,
        color,
        shape,
        fill: filled ? color : colours.ground,
      },
      encoding: { x: { value: x }, y: { value: -16 } },
    },
    textAt(x + 12, -16, [text]),
  ]);
}
