import { type Comparison, type Estimate, effectMeasure, type Results } from "@likewise/schema";
import type { TopLevelSpec } from "vega-lite";
import { cellText, effectFormat, intervalText, isShare, published } from "../figures.ts";
import { headlineClaim, headlineComparison, outcomeLabel, primaryEstimate } from "../headline.ts";
import { estimatorLabel, intervalName } from "../wording/labels.ts";
import { capital } from "../wording/sentence-case.ts";
import { type Chart, type ChartWidth, pictureWidth } from "./chart.ts";
import { picture, type SpecPart, textAt } from "./picture.ts";
import { wrapText } from "./text-width.ts";
import { colours, fontSize, theme } from "./theme.ts";

/** Estimates on one scale with their intervals, by outcome: the one that decides, then those beside it. */
export const forest: Chart = {
  id: "forest",
  shows: "each estimate of the difference, with its interval",
  content: (results) => {
    const comparison = headlineComparison(results);
    const lead = comparison ? leadEstimate(results, comparison) : null;
    if (!comparison || !lead) return null;
    const estimates = alike(comparison, lead);
    if (estimates.every((estimate) => drawn(estimate) === null)) return null;
    const unit = isShare(lead) ? "Difference in every 100 people" : capital(effectMeasure(lead.measure).label);
    const format = effectFormat(lead);
    return {
      title: "The estimate that decides, and those beside it",
      subtitle: `${unit}, ${comparison.arms.labels.treated} compared with ${comparison.arms.labels.comparison}. Lines are ${intervalName(lead.level)}s`,
      alternative: estimates
        .map((estimate) => `${nameOf(results, estimate)}: ${written(estimate)}${estimate.primary ? ", decides" : ""}`)
        .join(". "),
      table: {
        caption: unit,
        head: ["Estimate", "Difference", intervalName(lead.level), "Part it plays"],
        rows: estimates.map((estimate) => [
          nameOf(results, estimate),
          cellText(estimate.estimate, format),
          intervalText(estimate.interval, format),
          estimate.primary ? "decides" : "beside it",
        ]),
      },
      notes: [
        `A line that crosses ${effectMeasure(lead.measure).nullValue} fits a fall, a rise and no difference alike.`,
        ...(estimates.length > mostRows ? [`The picture shows the first ${mostRows}; the table has them all.`] : []),
      ],
      spec: (width) => spec(results, estimates.slice(0, mostRows), width),
    };
  },
};

/** More rows than this are not read. */
const mostRows = 40;

/** The headline's estimate, or where it was refused the first that decides another outcome. */
function leadEstimate(results: Results, comparison: Comparison): Estimate | null {
  const claim = headlineClaim(results);
  const headline = claim ? primaryEstimate(comparison, claim.outcome) : null;
  return headline ?? comparison.estimates.find((estimate) => estimate.primary) ?? null;
}

/** Estimates that may share an axis with this one: shares and ratios of any outcome, other units of the same only. */
function alike({ estimates }: Comparison, lead: Estimate): Estimate[] {
  const anyOutcome = isShare(lead) || effectMeasure(lead.measure).ratio;
  const shown = estimates.filter((one) => one.measure === lead.measure && (anyOutcome || one.outcome === lead.outcome));
  const outcomes = [lead.outcome, ...shown.map((one) => one.outcome).filter((outcome) => outcome !== lead.outcome)];
  return [...new Set(outcomes)].flatMap((outcome) =>
    shown.filter((one) => one.outcome === outcome).sort((a, b) => Number(b.primary) - Number(a.primary)),
  );
}

function nameOf(results: Results, estimate: Estimate): string {
  return `${capital(outcomeLabel(results, estimate.outcome))}, ${estimatorLabel(estimate)}`;
}

function written(estimate: Estimate): string {
  const format = effectFormat(estimate);
  return `${cellText(estimate.estimate, format)} (${intervalText(estimate.interval, format)})`;
}

interface Drawn {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

/** Null where a number is withheld or without limit: the row then stands in words alone. */
function drawn(estimate: Estimate): Drawn | null {
  const scale = isShare(estimate) ? 100 : 1;
  const [low, value, high] = [estimate.interval[0], estimate.estimate, estimate.interval[1]].map(published);
  if (low == null || value == null || high == null) return null;
  if (effectMeasure(estimate.measure).ratio && low <= 0) return null;
  return { low: scale * low, value: scale * value, high: scale * high };
}

const rowHeight = 26;

function spec(results: Results, estimates: readonly Estimate[], width: ChartWidth): TopLevelSpec {
  const beside = width === "wide";
  const [left, right] = beside ? [208, 186] : [10, 10];
  const plot = pictureWidth[width] - left - right;
  const lead = estimates[0]!;
  const { nullValue, ratio } = effectMeasure(lead.measure);
  const values = estimates.flatMap((estimate) => Object.values(drawn(estimate) ?? {}));
  const x = {
    type: "quantitative",
    title: null,
    scale: {
      domain: [Math.min(nullValue, ...values), Math.max(nullValue, ...values)],
      nice: true,
      ...(ratio ? { type: "log" } : { zero: false }),
    },
    axis: { tickCount: 4, grid: false, ...(ratio ? { format: "~g" } : {}) },
  };
  const layers: SpecPart[] = [];
  let top = 0;
  for (const [index, estimate] of estimates.entries()) {
    if (estimate.outcome !== estimates[index - 1]?.outcome) {
      const heading = wrapText(
        capital(outcomeLabel(results, estimate.outcome)),
        pictureWidth[width] - 20,
        fontSize * 1.07,
      );
      const block = heading.length * theme.text.lineHeight;
      top += index === 0 ? 0 : 10;
      layers.push(textAt(-left + 2, top + block / 2, heading, { fontWeight: "bold" }));
      top += block + 4;
    }
    const name = wrapText(
      `${capital(estimatorLabel(estimate))}${estimate.primary ? " (decides)" : ""}`,
      beside ? left - 12 : pictureWidth[width] - 12,
      fontSize,
    );
    const block = name.length * theme.text.lineHeight;
    if (beside) {
      top += Math.max(0, block - rowHeight) / 2;
      layers.push(
        textAt(-left + 2, top + rowHeight / 2, name),
        textAt(plot + 14, top + rowHeight / 2, [written(estimate)]),
      );
    } else {
      layers.push(textAt(-left + 2, top + block / 2, name), textAt(-left + 2, top + block + 9, [written(estimate)]));
      top += block + 15;
    }
    layers.push(...rowMarks(estimate, top + rowHeight / 2, x));
    top += rowHeight + (beside ? Math.max(0, block - rowHeight) / 2 : 6);
  }
  return picture(
    { width: pictureWidth[width], plotHeight: top + 4, margin: { left, right, top: 2, bottom: 28 } },
    { layer: layers },
  );
}

/** The interval and point of a row, and its piece of the line of no difference: a whole line would cross the words. */
function rowMarks(estimate: Estimate, y: number, x: SpecPart): SpecPart[] {
  const none = {
    data: { values: [{ none: effectMeasure(estimate.measure).nullValue }] },
    mark: { type: "rule", color: colours.text, strokeWidth: 1.5 },
    encoding: { x: { field: "none", ...x }, y: { value: y - rowHeight / 2 }, y2: { value: y + rowHeight / 2 } },
  };
  const shown = drawn(estimate);
  if (shown === null) return [none];
  const color = estimate.primary ? colours.programme : colours.secondaryText;
  const data = { values: [{ estimate: estimate.id, ...shown }] };
  return [
    none,
    {
      data,
      mark: { type: "rule", strokeWidth: 3, color },
      encoding: { x: { field: "low", ...x }, x2: { field: "high" }, y: { value: y }, y2: { value: y } },
    },
    {
      data,
      mark: {
        type: "point",
        filled: true,
        opacity: 1,
        color,
        ...(estimate.primary ? { size: 150, shape: "diamond" } : { size: 90, shape: "circle" }),
      },
      encoding: { x: { field: "value", ...x }, y: { value: y } },
    },
  ];
}
