import type { FunnelStep, Results } from "@likewise/schema";
import { cellText, published } from "../figures.ts";
import { formatCount, formatPer100 } from "../wording/formats.ts";
import { type Chart, type ChartWidth, type DataTable, plotWidth } from "./chart.ts";
import { rowLabels } from "./row-labels.ts";
import { completeSpec } from "./spec.ts";
import { colours } from "./theme.ts";

/** How many people reached each step, from referral on. */
export const attrition: Chart = {
  id: "attrition",
  shows: "people who reached each step of the programme",
  content: (results) => {
    const steps = results.funnel;
    if (steps.length < 2) return null;
    return {
      title: "How many people reached each step",
      subtitle: `People, from ${steps[0]!.label.toLowerCase()} on. Shares are of everyone referred whose case is not still open`,
      alternative: alternative(steps),
      table: table(results),
      notes: ["People whose case is still open at a step are counted neither as lost nor as having reached it."],
      spec: (width) => spec(steps, width),
    };
  },
};

function alternative(steps: readonly FunnelStep[]): string {
  const [first, last] = [steps[0]!, steps.at(-1)!];
  return `Bars that shorten from ${cellText(first.count, formatCount)} people (${first.label.toLowerCase()}) to ${cellText(last.count, formatCount)} (${last.label.toLowerCase()}).`;
}

function table({ funnel }: Results): DataTable {
  return {
    caption: "People who reached each step",
    head: ["Step", "People", "Still open", "In every 100 referred", "95% interval", "Median days from the step before"],
    rows: funnel.map((step) => [
      step.label,
      cellText(step.count, formatCount),
      cellText(step.open, formatCount),
      cellText(step.shareOfReferrals, formatPer100),
      step.interval
        ? `${cellText(step.interval[0], formatPer100)} to ${cellText(step.interval[1], formatPer100)}`
        : "[x]",
      cellText(step.medianDays, formatCount),
    ]),
  };
}

function spec(steps: readonly FunnelStep[], width: ChartWidth) {
  const values = steps.map((step) => ({
    step: step.label,
    people: published(step.count) ?? 0,
    label: cellText(step.count, formatCount),
  }));
  const labels = rowLabels(
    width,
    "step",
    values.map((value) => value.step),
    30,
  );
  const { y } = labels;
  return completeSpec({
    width: plotWidth[width],
    height: { step: labels.step },
    data: { values },
    layer: [
      {
        mark: { type: "bar", color: colours.programme, height: 20 },
        encoding: { y, x: { field: "people", type: "quantitative", title: "People", axis: { tickCount: 4 } } },
      },
      {
        mark: { type: "text", align: "left", dx: 6, fontWeight: "bold" },
        encoding: { y, x: { field: "people", type: "quantitative" }, text: { field: "label" } },
      },
      ...labels.layers,
    ],
  });
}
