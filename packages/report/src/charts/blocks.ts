import type { Block, Results } from "@likewise/schema";
import type { TopLevelSpec } from "vega-lite";
import { cellText, intervalText, published } from "../figures.ts";
import { headlineComparison, outcomeLabel } from "../headline.ts";
import { formatCount, formatNumber, formatPer100 } from "../wording/formats.ts";
import { capital } from "../wording/sentence-case.ts";
import { type Chart, type ChartWidth, pictureWidth } from "./chart.ts";
import { type Arm, armMarks, groupKey } from "./group-key.ts";
import { lineAt, picture, type SpecPart, textAt } from "./picture.ts";
import { colours } from "./theme.ts";

/** Six-month blocks around the index date: the programme's before-and-after beside that of the comparison group. */
export const blocks: Chart = {
  id: "blocks",
  shows: "six-month blocks before and after, for both groups",
  content: (results) => {
    const shown = results.blocks.filter((block) => /^block[+-]/.test(block.window));
    if (shown.length < 4) return null;
    const label = outcomeLabel(results, shown[0]!.outcome);
    const labels = groupLabels(results);
    const name = (group: string) => capital(group === "treated" ? labels.treated : labels.comparison);
    return {
      title: "Before and after, in both groups",
      subtitle: `People with an event in each half-year, in every 100 observed. Lines are 95% intervals`,
      alternative: arms.map((arm) => journey(shown, arm, name)).join(". "),
      table: {
        caption: `Half-years before and after the start date (${label})`,
        head: [
          "Group",
          "Half-year",
          "Observed",
          "With an event",
          "In every 100",
          "95% interval",
          "Events in a year, each person",
        ],
        rows: shown.map((block) => [
          name(block.group),
          when(block.block),
          cellText(block.atRisk, formatCount),
          cellText(block.withEvent, formatCount),
          cellText(block.share, formatPer100),
          intervalText(block.interval, formatPer100),
          cellText(block.ratePerYear, (value) => formatNumber(value, 2)),
        ]),
      },
      notes: [
        ...(bandOf(results).length === 0 ? [] : [bandNote]),
        "People are chosen when things are at their worst. Their next half-year is usually better, with or without a programme. So a fall by itself is not an effect: what counts is the gap between the two groups.",
      ],
      spec: (width) => spec(shown, labels, bandOf(results), width),
    };
  },
};

const bandNote =
  "The grey bands show where people in the programme could lie afterwards through selection alone, without any programme. They are wide because much about selection is not known.";

interface Band {
  readonly block: number;
  readonly low: number;
  readonly high: number;
}

/** What selection alone leads to in each half-year after the index date, in every 100. */
function bandOf({ tables }: Results): Band[] {
  const cells = tables.find(({ id }) => id === "blocks-selection-alone")?.cells ?? [];
  return cells.flatMap(({ at, interval }) => {
    const block = /^block\+(\d+)$/.exec(at.block ?? "");
    const [low, high] = (interval ?? [null, null]).map(published);
    if (at.anchor !== "index" || block === null || low == null || high == null) return [];
    return [{ block: Number(block[1]), low: 100 * low, high: 100 * high }];
  });
}

const arms: readonly Arm[] = ["treated", "comparison"];

function groupLabels(results: Results): Readonly<Record<Arm, string>> {
  return headlineComparison(results)?.arms.labels ?? { treated: "the programme", comparison: "the comparison group" };
}

function when(block: number): string {
  const from = 6 * (Math.abs(block) - 1);
  return `${from} to ${from + 6} months ${block < 0 ? "before" : "after"}`;
}

function journey(shown: readonly Block[], arm: Arm, name: (group: string) => string): string {
  const parts = shown
    .filter((block) => armOf(block) === arm)
    .map((block) => `${when(block.block)} ${cellText(block.share, formatPer100)}`);
  return `${name(arm)}, in every 100: ${parts.join(", ")}`;
}

/** The comparison group may be called by how it was made ("matched-comparison"). */
function armOf(block: Block): Arm {
  return block.group === "treated" ? "treated" : "comparison";
}

function spec(
  shown: readonly Block[],
  labels: Readonly<Record<Arm, string>>,
  band: readonly Band[],
  width: ChartWidth,
): TopLevelSpec {
  const wide = width === "wide";
  const key = groupKey(labels, pictureWidth[width], 34);
  const margin = { left: 34, right: 10, top: key.height + 12, bottom: 62 };
  const plot = pictureWidth[width] - margin.left - margin.right;
  const numbers = [...new Set(shown.map((block) => block.block))].sort((a, b) => a - b);
  const step = plot / numbers.length;
  const place = (block: number, arm: Arm) =>
    step * (numbers.indexOf(block) + 0.5) + (arm === "treated" ? -1 : 1) * Math.min(9, step / 8);
  const y = { type: "quantitative", axis: { title: null, tickCount: 5, domain: false, ticks: false } };
  const divide = step * numbers.filter((block) => block < 0).length;
  const plotHeight = wide ? 260 : 220;
  const halves = numbers.map((block, index) =>
    textAt(step * (index + 0.5), plotHeight + 14, [months(block, wide)], { align: "center" }),
  );
  const ends = [
    ["← months before", divide - 8, "right"],
    ["months after →", divide + 8, "left"],
  ] as const;
  return picture(
    { width: pictureWidth[width], plotHeight, margin },
    {
      layer: [
        ...band.flatMap((one) => bandLayer(one, step * (numbers.indexOf(one.block) + 0.5), step, y)),
        ...arms.flatMap((arm) => armLayers(shown, arm, place, y)),
        lineAt([divide, -4], [divide, plotHeight + 48], { strokeDash: [4, 3], strokeWidth: 1.5, color: colours.text }),
        ...halves,
        ...ends.map(([text, at, align]) =>
          textAt(at, plotHeight + 40, [text], { align, color: colours.secondaryText }),
        ),
        ...key.layers,
      ],
    },
  );
}

/** "6 to 12", or its far end alone where there is little room. */
function months(block: number, wide: boolean): string {
  const far = 6 * Math.abs(block);
  return wide ? `${far - 6} to ${far}` : String(far);
}

function bandLayer({ low, high }: Band, middle: number, step: number, y: SpecPart): SpecPart {
  return {
    data: { values: [{ low, high }] },
    mark: { type: "bar", color: colours.quiet, opacity: 0.45, width: 0.7 * step },
    encoding: { x: { value: middle }, y: { field: "low", ...y }, y2: { field: "high" } },
  };
}

function armLayers(
  shown: readonly Block[],
  arm: Arm,
  place: (block: number, arm: Arm) => number,
  y: SpecPart,
): SpecPart[] {
  const values = shown
    .filter((block) => armOf(block) === arm)
    .sort((a, b) => a.block - b.block)
    .flatMap((block) => {
      const [share, low, high] = [block.share, ...(block.interval ?? [null, null])].map(published);
      if (share == null) return [];
      const value = 100 * share;
      return [
        {
          block: block.block,
          x: place(block.block, arm),
          share: value,
          low: 100 * (low ?? share),
          high: 100 * (high ?? share),
        },
      ];
    });
  const { color, dash, shape } = armMarks[arm];
  const x = { field: "x", type: "quantitative", scale: null, axis: null };
  const data = { values };
  return [
    {
      data,
      mark: { type: "line", color, strokeDash: dash, strokeWidth: 1.5 },
      encoding: { x, y: { field: "share", ...y } },
    },
    {
      data,
      mark: { type: "rule", color, strokeWidth: 2.5 },
      encoding: { x, y: { field: "low", ...y }, y2: { field: "high" } },
    },
    {
      data,
      mark: { type: "point", filled: true, opacity: 1, size: shape === "diamond" ? 130 : 90, color, shape },
      encoding: { x, y: { field: "share", ...y } },
    },
  ];
}
