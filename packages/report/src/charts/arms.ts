import { type Claim, type Comparison, type Estimate, effectMeasure, type Results } from "@likewise/schema";
import { cellText, effectFormat, intervalText, isShare, published } from "../figures.ts";
import { headlineClaim, headlineComparison, headlineText, outcomeLabel, primaryEstimate } from "../headline.ts";
import {
  fewerOrMore,
  formatCount,
  formatMeasured,
  formatPer100,
  formatRatio,
  lowerOrHigher,
} from "../wording/formats.ts";
import { intervalWords } from "../wording/interval-words.ts";
import { intervalName } from "../wording/labels.ts";
import { capital } from "../wording/sentence-case.ts";
import { armsSpec, type Contrast } from "./arms-spec.ts";
import type { Chart, ChartContent } from "./chart.ts";

/**
 * The headline outcome in both groups, and below them the difference with its interval on the same scale: its point
 * stands under the end of the programme's bar, and "no difference" under the end of the other.
 */
export const arms: Chart = {
  id: "arms",
  shows: "the headline outcome in each group, and the difference with its interval",
  content: (results) => {
    const comparison = headlineComparison(results);
    const claim = headlineClaim(results);
    const estimate = comparison && claim ? primaryEstimate(comparison, claim.outcome) : null;
    if (!comparison || !claim || !estimate || claim.verdict === "cannot-say") return null;
    const shown = contrast(estimate);
    return shown === null ? null : content(results, comparison, claim, estimate, shown);
  },
};

/** Null where a number is withheld or without limit: then words alone must do. */
function contrast(estimate: Estimate): Contrast | null {
  const scale = isShare(estimate) ? 100 : 1;
  const [treated, comparison, low, middle, high] = [
    estimate.treated.value,
    estimate.comparison.value,
    estimate.interval[0],
    estimate.estimate,
    estimate.interval[1],
  ].map(published);
  if (treated == null || comparison == null || low == null || middle == null || high == null) return null;
  const { ratio } = effectMeasure(estimate.measure);
  const placed = (effect: number) => scale * (ratio ? comparison * effect : comparison + effect);
  return {
    treated: scale * treated,
    comparison: scale * comparison,
    low: placed(low),
    middle: placed(middle),
    high: placed(high),
  };
}

function content(
  results: Results,
  comparison: Comparison,
  claim: Claim,
  estimate: Estimate,
  shown: Contrast,
): ChartContent {
  const label = capital(outcomeLabel(results, estimate.outcome));
  const format = isShare(estimate) ? formatPer100 : formatMeasured;
  const { labels } = comparison.arms;
  const per100 = isShare(estimate) ? "in every 100 people" : effectMeasure(estimate.measure).label;
  const made = isAdjusted(estimate) ? ", adjusted" : "";
  const rows = (["treated", "comparison"] as const).map((arm) => ({
    name: `${capital(labels[arm])}${made}`,
    value: `${cellText(estimate[arm].value, format)}${isShare(estimate) ? " in every 100" : ""}`,
    cells: [
      cellText(estimate[arm].n, formatCount),
      cellText(estimate[arm].events, formatCount),
      cellText(estimate[arm].value, format),
    ],
  }));
  const effect = effectFormat(estimate);
  return {
    title: headlineText(claim) ?? label,
    subtitle: `${label}, ${per100}${made}`,
    alternative: `${rows.map((row) => `${row.name}: ${row.value}`).join(". ")}. ${differenceText(estimate)}`,
    table: {
      caption: `${label}, by group`,
      head: isShare(estimate)
        ? ["Group", "People", "With the outcome", `In every 100${made}`]
        : ["Group", "People", "Events", "Value"],
      rows: [
        ...rows.map((row) => [row.name, ...row.cells]),
        [
          `${capital(effectMeasure(estimate.measure).label)} (${intervalName(estimate.level)})`,
          "[z]",
          "[z]",
          `${cellText(estimate.estimate, effect)} (${intervalText(estimate.interval, effect)})`,
        ],
      ],
    },
    notes: [...countedNote(estimate, labels), ...roundingNote(estimate)],
    spec: (width) => armsSpec(shown, rows, differenceName(estimate), width),
  };
}

/** Whether a share of either group is another than the one counted: people were weighted, or a model stands between. */
function isAdjusted(estimate: Estimate): boolean {
  return isShare(estimate) && armNames.some((arm) => countedShare(estimate[arm]) !== written(estimate[arm].value));
}

const armNames = ["treated", "comparison"] as const;

/** Both as they are written; what is not known of either is no difference between them. */
function countedShare({ n, events, value }: Estimate["treated"]): string | null {
  const [people, having] = [published(n), published(events)];
  return people === null || having === null || people === 0 ? written(value) : formatPer100(having / people);
}

function written(value: Estimate["treated"]["value"]): string | null {
  const share = published(value);
  return share === null ? null : formatPer100(share);
}

/** The shares as counted, where the bars show others. */
function countedNote(estimate: Estimate, labels: Comparison["arms"]["labels"]): string[] {
  if (!isAdjusted(estimate)) return [];
  const counted = armNames.map((arm) => {
    const { n, events } = estimate[arm];
    return `${cellText(events, formatCount)} of ${cellText(n, formatCount)} ${labels[arm]}, ${countedShare(estimate[arm]) ?? "[c]"} in every 100`;
  });
  return [`The bars show shares adjusted for differences between the groups. As counted: ${counted.join("; ")}.`];
}

/** "Difference: 8.3 fewer (16.5 fewer to 0.02 fewer)", or the ratio by its name. */
function differenceName(estimate: Estimate): string {
  const { ratio, label } = effectMeasure(estimate.measure);
  const name = ratio ? capital(label) : "Difference";
  return `${name}: ${cellText(estimate.estimate, effectWords(estimate))} (${limitsInWords(estimate)})`;
}

/** "8.3 fewer. 95% interval: 16.5 fewer to 0.02 fewer". */
function differenceText(estimate: Estimate): string {
  const { ratio, label } = effectMeasure(estimate.measure);
  const name = ratio ? `${capital(label)} ` : "";
  return `${name}${cellText(estimate.estimate, effectWords(estimate))}. ${intervalName(estimate.level)}: ${limitsInWords(estimate)}`;
}

/** How an effect is put: "8.3 fewer", "2.1 lower", or a ratio as it is. */
function effectWords(estimate: Estimate): (value: number) => string {
  if (isShare(estimate)) return fewerOrMore;
  return effectMeasure(estimate.measure).ratio ? formatRatio : lowerOrHigher;
}

function limitsInWords(estimate: Estimate): string {
  const write = effectWords(estimate);
  const [low, high] = estimate.interval;
  return intervalWords(low, high, {
    both: (from, to) => `${write(from)} to ${write(to)}`,
    above: (from) => `${write(from)}, no upper limit`,
    below: (to) => `no lower limit, to ${write(to)}`,
    unlimited: "no limits",
    withheld: "[c]",
  });
}

/** A note on arithmetic, which a first screen has no room for. */
export const beforeRounding =
  "The difference is worked out before rounding, so the rounded numbers may not add up to it.";

/** Said only where a reader who subtracts the rounded numbers would find another difference. */
function roundingNote(estimate: Estimate): string[] {
  const [treated, comparison, difference] = [estimate.treated.value, estimate.comparison.value, estimate.estimate].map(
    published,
  );
  if (!isShare(estimate) || treated == null || comparison == null || difference == null) return [];
  const tenths = (share: number) => Math.round(1000 * share);
  if (tenths(treated) - tenths(comparison) === tenths(difference)) return [];
  return [beforeRounding];
}
