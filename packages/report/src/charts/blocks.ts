import type { Block, Results } from "@likewise/schema";
import { cellText, published } from "../figures.ts";
import { headlineComparison, outcomeLabel } from "../headline.ts";
import { formatCount, formatNumber, formatPer100 } from "../wording/formats.ts";
import { type Chart, type ChartWidth, plotWidth } from "./chart.ts";
import { completeSpec } from "./spec.ts";
import { colours } from "./theme.ts";

/** Six-month blocks around the index date: the programme's before-and-after beside what people like them did. */
export const blocks: Chart = {
  id: "blocks",
  shows: "six-month blocks before and after, for the programme and for people like them",
  content: (results) => {
    const shown = results.blocks.filter((block) => /^block[+-]/.test(block.window));
    if (shown.length < 4) return null;
    const label = outcomeLabel(results, shown[0]!.outcome);
    const name = groupNames(results);
    return {
      title: "A fall by itself is not an effect",
      subtitle: "People with any such event in each half-year, in every 100 observed. Lines are 95% intervals",
      alternative: ["treated", "comparison"].map((group) => journey(shown, group, name)).join(". "),
      table: {
        caption: `Half-years around the index date (${label})`,
        head: [
          "Group",
          "Half-year",
          "Observed",
          "With an event",
          "In every 100",
          "95% interval",
          "Events per person-year",
        ],
        rows: shown.map((block) => [
          name(block.group),
          when(block.block),
          cellText(block.atRisk, formatCount),
          cellText(block.withEvent, formatCount),
          cellText(block.share, formatPer100),
          block.interval
            ? `${cellText(block.interval[0], formatPer100)} to ${cellText(block.interval[1], formatPer100)}`
            : "[x]",
          cellText(block.ratePerYear, (value) => formatNumber(value, 2)),
        ]),
      },
      notes: [
        "People are chosen when things are at their worst. Their next half-year is usually better, with or without a programme. The comparison group shows how much better.",
      ],
      spec: (width) => spec(shown, name, width),
    };
  },
};

function groupNames(results: Results): (group: string) => string {
  const labels = headlineComparison(results)?.arms.labels;
  return (group) => (group === "treated" ? (labels?.treated ?? group) : (labels?.comparison ?? group));
}

function when(block: number): string {
  const size = Math.abs(block);
  const from = 6 * (size - 1);
  return block < 0 ? `${from} to ${from + 6} months before` : `${from} to ${from + 6} months after`;
}

function journey(shown: readonly Block[], group: string, name: (group: string) => string): string {
  const parts = shown
    .filter((block) => block.group === group)
    .map((block) => `${when(block.block)} ${cellText(block.share, formatPer100)}`);
  return `${name(group)}: ${parts.join(", ")} in every 100`;
}

function spec(shown: readonly Block[], name: (group: string) => string, width: ChartWidth) {
  const values = shown.flatMap((block) => {
    const [share, low, high] = [block.share, ...(block.interval ?? [null, null])].map(published);
    if (share == null) return [];
    return [
      {
        group: name(block.group),
        block: blockTick(block.block),
        order: block.block,
        share: 100 * share,
        low: 100 * (low ?? share),
        high: 100 * (high ?? share),
      },
    ];
  });
  const groups = [name("treated"), name("comparison")];
  const ticks = [...new Set(shown.map((block) => block.block))].sort((a, b) => a - b).map(blockTick);
  const colour = {
    field: "group",
    type: "nominal",
    scale: { domain: groups, range: [colours.programme, colours.comparison] },
    legend: { orient: "top", direction: "vertical", symbolType: "stroke", symbolStrokeWidth: 4, labelLimit: 0 },
  };
  const x = {
    field: "block",
    type: "ordinal",
    sort: ticks,
    title: "Months from the index date",
    axis: { labelAngle: 0, grid: false },
  };
  const xOffset = { field: "group", type: "nominal", sort: groups, scale: { paddingOuter: 0.42 } };
  const y = (field: string) => ({
    field,
    type: "quantitative",
    title: "In every 100 people",
    scale: { domainMin: 0 },
    axis: { tickCount: 5 },
  });
  return completeSpec({
    width: plotWidth[width] + (width === "wide" ? 120 : 90),
    height: 260,
    data: { values },
    layer: [
      {
        mark: { type: "rule", strokeWidth: 3 },
        encoding: { x, xOffset, y: y("low"), y2: { field: "high" }, color: colour },
      },
      {
        mark: { type: "point", filled: true, opacity: 1, size: 110 },
        encoding: {
          x,
          xOffset,
          y: y("share"),
          color: colour,
          shape: {
            field: "group",
            type: "nominal",
            scale: { domain: groups, range: ["circle", "diamond"] },
            legend: null,
          },
        },
      },
      {
        mark: { type: "text", dy: -12, align: "left", dx: 8, baseline: "middle", fontSize: 13 },
        encoding: { x, xOffset, y: y("share"), text: { field: "share", type: "quantitative", format: ".0f" } },
      },
    ],
  });
}

function blockTick(block: number): string {
  const size = Math.abs(block);
  return block < 0 ? `−${6 * size} to ${size === 1 ? "0" : `−${6 * (size - 1)}`}` : `${6 * (size - 1)} to ${6 * size}`;
}
