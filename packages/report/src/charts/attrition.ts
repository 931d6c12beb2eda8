import type { FunnelStep, Results } from "@likewise/schema";
import { cellText, intervalText, published } from "../figures.ts";
import { formatCount, formatPer100 } from "../wording/formats.ts";
import { type Chart, type ChartWidth, type DataTable, pictureWidth } from "./chart.ts";
import { lineAt, picture, type SpecPart, said, textAt } from "./picture.ts";
import { wrapText } from "./text-width.ts";
import { colours, fontSize, theme } from "./theme.ts";

/** How many people reached each step, from referral on. */
export const attrition: Chart = {
  id: "attrition",
  shows: "people who reached each step of the programme",
  content: (results) => {
    const steps = results.funnel;
    if (steps.length < 2) return null;
    return {
      title: "How many people reached each step",
      subtitle: `People, and how many that is in every 100 referred with its 95% interval. Cases still open are left out of the shares`,
      alternative: alternative(steps),
      table: table(results),
      notes: [],
      spec: (width) => spec(steps, width),
    };
  },
};

function alternative(steps: readonly FunnelStep[]): string {
  const [first, last] = [steps[0]!, steps.at(-1)!];
  return `Bars from ${cellText(first.count, formatCount)} people (${first.label.toLowerCase()}) to ${cellText(last.count, formatCount)} (${last.label.toLowerCase()})`;
}

function table({ funnel }: Results): DataTable {
  return {
    caption: "People who reached each step",
    head: [
      "Step",
      "People",
      "Still open",
      "In every 100 referred",
      "95% interval",
      "Median days since the step before",
    ],
    rows: funnel.map((step) => [
      step.label,
      cellText(step.count, formatCount),
      cellText(step.open, formatCount),
      cellText(step.shareOfReferrals, formatPer100),
      intervalText(step.interval, formatPer100),
      cellText(step.medianDays, formatCount),
    ]),
  };
}

const barHeight = 22;
const lineHeight = theme.text.lineHeight;

function spec(steps: readonly FunnelStep[], width: ChartWidth) {
  const beside = width === "wide";
  const nameColumn = 222;
  const left = beside ? nameColumn + 12 : 2;
  const plot = pictureWidth[width] - left - 1;
  // Beside the bar stand people and share; on a narrow screen both stand above it.
  const room = beside ? plot - 210 : plot;
  const most = Math.max(1, ...steps.map((step) => published(step.count) ?? 0));
  const x = { field: "people", type: "quantitative", scale: { domain: [0, most], range: [0, room] }, axis: null };
  const layers: SpecPart[] = [];
  let top = 0;
  for (const step of steps) {
    const lines = [
      ...wrapText(step.label, beside ? nameColumn : plot, fontSize),
      ...(beside ? [] : wrapText(stepText(step), plot, fontSize)),
    ];
    const block = lines.length * lineHeight;
    const height = beside ? Math.max(barHeight, block) : block + 3 + barHeight;
    const middle = beside ? top + height / 2 : top + block + 3 + barHeight / 2;
    const people = published(step.count);
    layers.push(
      textAt(beside ? -12 : 0, beside ? middle : top + block / 2, lines, { align: beside ? "right" : "left" }),
      lineAt([0, middle - barHeight / 2 - 3], [0, middle + barHeight / 2 + 3], { strokeWidth: 1 }),
      ...(beside ? [textAt(((people ?? 0) / most) * room + 7, middle, [stepText(step)])] : []),
    );
    if (people !== null)
      layers.push({
        data: { values: [{ step: step.label, people, says: `${step.label}: ${stepText(step)}` }] },
        mark: { type: "bar", height: barHeight, color: colours.programme },
        encoding: { x, y: { value: middle }, tooltip: said },
      });
    top += height + (beside ? 9 : 12);
  }
  return picture(
    { width: pictureWidth[width], plotHeight: top, margin: { left, right: 1, top: 2, bottom: 0 } },
    { layer: layers },
  );
}

/** "412: 66.5 in 100 (62.7 to 70.1)"; the first step is itself what the shares are of. */
function stepText({ count, shareOfReferrals, interval }: FunnelStep): string {
  const people = cellText(count, formatCount);
  const share = published(shareOfReferrals);
  if (share === null || share === 1) return people;
  return `${people}: ${formatPer100(share)} in 100 (${intervalText(interval, formatPer100)})`;
}
