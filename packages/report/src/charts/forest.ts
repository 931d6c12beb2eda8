import { type Comparison, type Estimate, effectMeasure, type Results } from "@likewise/schema";
import { cellText, effectFormat, intervalText, isShare, published } from "../figures.ts";
import { headlineClaim, headlineComparison, outcomeLabel, primaryEstimate } from "../headline.ts";
import { estimatorLabel, intervalName } from "../wording/labels.ts";
import { capital } from "../wording/sentence-case.ts";
import type { Chart, ChartContent } from "./chart.ts";
import { type IntervalRow, rowsWithIntervals } from "./rows-with-intervals.ts";
import { viewsOf } from "./views-of.ts";

/** Estimates on one scale with their intervals, by outcome: the one that decides, then those beside it. */
export const forest: Chart = {
  id: "forest",
  shows: "each estimate of the difference, with its interval",
  content: (results) => {
    const comparison = headlineComparison(results);
    const lead = comparison ? leadEstimate(results, comparison) : null;
    if (!comparison || !lead) return null;
    return viewsOf(
      "Outcome",
      alike(comparison, lead),
      ({ outcome }) => ({ id: outcome, label: capital(outcomeLabel(results, outcome)) }),
      (estimates) => content(results, comparison, lead, estimates),
    );
  },
};

/** More rows than this are not read. */
const mostRows = 40;

function content(
  results: Results,
  { arms }: Comparison,
  lead: Estimate,
  estimates: readonly Estimate[],
): ChartContent | null {
  const values = estimates.slice(0, mostRows).flatMap((estimate) => Object.values(drawn(estimate) ?? {}));
  if (values.length === 0) return null;
  const { nullValue, ratio, label } = effectMeasure(lead.measure);
  const unit = isShare(lead) ? "Difference in every 100 people" : capital(label);
  const format = effectFormat(lead);
  const nameOf = (estimate: Estimate) =>
    `${capital(outcomeLabel(results, estimate.outcome))}, ${estimatorLabel(estimate)}`;
  return {
    title: "The estimate that decides, and those beside it",
    subtitle: `${unit}, ${arms.labels.treated} compared with ${arms.labels.comparison}. Lines are ${intervalName(lead.level)}s`,
    alternative: estimates
      .map((estimate) => `${nameOf(estimate)}: ${written(estimate)}${estimate.primary ? ", decides" : ""}`)
      .join(". "),
    table: {
      caption: unit,
      head: ["Estimate", "Difference", intervalName(lead.level), "Part it plays"],
      rows: estimates.map((estimate) => [
        nameOf(estimate),
        cellText(estimate.estimate, format),
        intervalText(estimate.interval, format),
        estimate.primary ? "decides" : "beside it",
      ]),
    },
    notes: [
      `A line that crosses ${nullValue} fits a fall, a rise and no difference alike.`,
      ...(estimates.length > mostRows ? [`The picture shows the first ${mostRows}; the table has them all.`] : []),
    ],
    spec: (width) =>
      rowsWithIntervals(
        estimates.slice(0, mostRows).map((estimate) => rowOf(results, estimate)),
        {
          domain: [Math.min(nullValue, ...values), Math.max(nullValue, ...values)],
          none: nullValue,
          log: ratio,
        },
        width,
      ),
  };
}

function rowOf(results: Results, estimate: Estimate): IntervalRow {
  return {
    heading: capital(outcomeLabel(results, estimate.outcome)),
    name: `${capital(estimatorLabel(estimate))}${estimate.primary ? " (decides)" : ""}`,
    written: written(estimate),
    drawn: drawn(estimate),
    part: estimate.primary ? "decides" : "beside",
  };
}

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

function written(estimate: Estimate): string {
  const format = effectFormat(estimate);
  return `${cellText(estimate.estimate, format)} (${intervalText(estimate.interval, format)})`;
}

/** Null where a number is withheld or without limit: the row then stands in words alone. */
function drawn(estimate: Estimate): IntervalRow["drawn"] {
  const scale = isShare(estimate) ? 100 : 1;
  const [low, value, high] = [estimate.interval[0], estimate.estimate, estimate.interval[1]].map(published);
  if (low == null || value == null || high == null) return null;
  if (effectMeasure(estimate.measure).ratio && low <= 0) return null;
  return { low: scale * low, value: scale * value, high: scale * high };
}
