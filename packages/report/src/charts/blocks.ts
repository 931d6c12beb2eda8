import { type Block, isTable, type Results } from "@likewise/schema";
import type { TopLevelSpec } from "vega-lite";
import { cellText, intervalText, published } from "../figures.ts";
import { headlineComparison, outcomeLabel } from "../headline.ts";
import { formatCount, formatNumber, formatPer100 } from "../wording/formats.ts";
import { capital } from "../wording/sentence-case.ts";
import { type Chart, type ChartContent, type ChartWidth, pictureWidth } from "./chart.ts";
import { type Arm, armMarks, endLabels, groupKey } from "./group-key.ts";
import { lineAt, picture, type SpecPart, said, textAt } from "./picture.ts";
import { colours } from "./theme.ts";
import { viewsOf } from "./views-of.ts";

/** Six-month blocks around the index date: the programme's before-and-after beside that of the comparison group. */
export const blocks: Chart = {
  id: "blocks",
  shows: "six-month blocks before and after, for both groups",
  content: (results) => {
    const shown = results.blocks.filter((block) => /^block[+-]/.test(block.window));
    if (shown.length < 4) return null;
    const labels = groupLabels(results);
    const partOf = (block: Block) => ({ id: armOf(block), label: capital(labels[armOf(block)]) });
    return viewsOf("Group", shown, partOf, (some) => content(results, some, labels));
  },
};

function content(results: Results, shown: readonly Block[], labels: Readonly<Record<Arm, string>>): ChartContent {
  const there = arms.filter((arm) => shown.some((block) => armOf(block) === arm));
  // What selection leads to is worked out for the people of the programme.
  const band = there.includes("treated") ? bandOf(results) : [];
  return {
    title: there.length === 2 ? "Before and after, in both groups" : "Before and after, in one group alone",
    subtitle: "People with an event in each half-year, in every 100 observed. Lines are 95% intervals",
    alternative: there.map((arm) => journey(shown, arm, labels)).join(". "),
    table: {
      caption: `Half-years before and after the start date (${outcomeLabel(results, shown[0]!.outcome)})`,
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
        capital(labels[armOf(block)]),
        when(block.block),
        cellText(block.atRisk, formatCount),
        cellText(block.withEvent, formatCount),
        cellText(block.share, formatPer100),
        intervalText(block.interval, formatPer100),
        cellText(block.ratePerYear, (value) => formatNumber(value, 2)),
      ]),
    },
    notes: [
      ...(band.length === 0 ? [] : [bandNote]),
      "People are chosen when things are at their worst. Their next half-year is usually better, with or without a programme. So a fall by itself is not an effect: what counts is the gap between the two groups.",
    ],
    spec: (width) => spec(shown, there, labels, band, width),
  };
}

const bandNote =
  "The grey bands show where people in the programme could lie afterwards through selection alone, without any programme. A point inside its band says nothing of the programme, for or against: the headline rests on the gap between the groups. Bands are wide where much about selection is not known.";

interface Band {
  readonly block: number;
  readonly low: number;
  readonly high: number;
}

/** What selection alone leads to in each half-year after the index date, in every 100. */
function bandOf({ tables }: Results): Band[] {
  const cells = tables.find((table) => isTable(table, "blocks-selection-alone"))?.cells ?? [];
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

function journey(shown: readonly Block[], arm: Arm, labels: Readonly<Record<Arm, string>>): string {
  const parts = shown
    .filter((block) => armOf(block) === arm)
    .map((block) => `${when(block.block)} ${cellText(block.share, formatPer100)}`);
  return `${capital(labels[arm])}, in every 100: ${parts.join(", ")}`;
}

/** The comparison group may be called by how it was made ("matched-comparison"). */
function armOf(block: Block): Arm {
  return block.group === "treated" ? "treated" : "comparison";
}

function spec(
  shown: readonly Block[],
  there: readonly Arm[],
  labels: Readonly<Record<Arm, string>>,
  band: readonly Band[],
  width: ChartWidth,
): TopLevelSpec {
  const wide = width === "wide";
  const direct = wide && there.length === 2;
  const key = groupKey(labels, pictureWidth[width], 34, "lines", there);
  const margin = { left: 34, right: direct ? 180 : 10, top: direct ? 12 : key.height + 12, bottom: 62 };
  const plot = pictureWidth[width] - margin.left - margin.right;
  const numbers = [...new Set(shown.map((block) => block.block))].sort((a, b) => a - b);
  const step = plot / numbers.length;
  const place = (block: number, arm: Arm) =>
    step * (numbers.indexOf(block) + 0.5) + (arm === "treated" ? -1 : 1) * Math.min(9, step / 8);
  const most = top(shown, band);
  const y = {
    type: "quantitative",
    scale: { domain: [0, most], nice: false },
    axis: { title: null, tickCount: 5, domain: false, ticks: false },
  };
  const divide = step * numbers.filter((block) => block < 0).length;
  const plotHeight = wide ? 260 : 220;
  const halves = numbers.map((block, index) =>
    textAt(step * (index + 0.5), plotHeight + 14, [months(block, wide)], { align: "center" }),
  );
  const ends = [
    ["← months before", divide - 8, "right"],
    ["months after →", divide + 8, "left"],
  ] as const;
  const heights = lastOf(shown, (share) => plotHeight * (1 - (100 * share) / most));
  return picture(
    { width: pictureWidth[width], plotHeight, margin },
    {
      layer: [
        ...band.map((one) => bandLayer(one, step * (numbers.indexOf(one.block) + 0.5), step, y)),
        ...bandName(band, wide, (divide + plot) / 2, (high) => plotHeight * (1 - high / most)),
        ...there.flatMap((arm) => armLayers(shown, arm, labels, place, y)),
        lineAt([divide, -4], [divide, plotHeight + 48], { strokeDash: [4, 3], strokeWidth: 1.5, color: colours.text }),
        ...halves,
        ...ends.map(([text, at, align]) =>
          textAt(at, plotHeight + 40, [text], { align, color: colours.secondaryText }),
        ),
        ...(direct ? endLabels(labels, heights, plot + 8, margin.right - 12) : key.layers),
      ],
    },
  );
}

/** The end of the scale: the next ten above everything drawn, with room for the name of the bands. */
function top(shown: readonly Block[], band: readonly Band[]): number {
  const highs = shown.map((block) => 100 * (published(block.interval?.[1]) ?? published(block.share) ?? 0));
  const most = Math.max(0, ...highs, ...band.map(({ high }) => high + 8));
  return Math.max(10, Math.ceil(most / 10) * 10);
}

/** Where the line of each group ends. */
function lastOf(shown: readonly Block[], place: (share: number) => number): Record<Arm, number> {
  const end = (arm: Arm) => {
    const known = shown
      .filter((block) => armOf(block) === arm && published(block.share) !== null)
      .sort((a, b) => a.block - b.block);
    return place(published(known.at(-1)?.share) ?? 0);
  };
  return { treated: end("treated"), comparison: end("comparison") };
}

/** What the bands are, written above them. */
function bandName(band: readonly Band[], wide: boolean, x: number, place: (high: number) => number): SpecPart[] {
  if (band.length === 0) return [];
  const highest = Math.max(...band.map(({ high }) => high));
  const text = wide ? "Selection alone could lead to here" : "Selection alone";
  return [textAt(x, place(highest) - 11, [text], { align: "center", color: colours.secondaryText })];
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
  labels: Readonly<Record<Arm, string>>,
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
          says: `${capital(labels[arm])}, ${when(block.block)}: ${formatPer100(share)} in every 100 (${intervalText(block.interval, formatPer100)})`,
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
      encoding: { x, y: { field: "share", ...y }, tooltip: said },
    },
  ];
}
