import { type Estimate, effectMeasure, type Results } from "@likewise/schema";
import { cellText, effectFormat, intervalText, isShare, published } from "../figures.ts";
import { headlineClaim, headlineComparison, primaryEstimate } from "../headline.ts";
import { formatCount } from "../wording/formats.ts";
import { intervalName } from "../wording/labels.ts";
import { capital } from "../wording/sentence-case.ts";
import type { ChartContent } from "./chart.ts";
import { type IntervalAxis, type IntervalRow, rowsWithIntervals } from "./rows-with-intervals.ts";

export type Choice = Estimate["sensitivity"]["robustness"][number];

/** The answer of the headline outcome, and what other choices of one kind make of it. */
export interface HeadlineChoices {
  readonly estimate: Estimate;
  readonly choices: readonly Choice[];
}

/** Null where the headline has no answer, or no such choice was made. */
export function headlineChoices(results: Results, kind: NonNullable<Choice["kind"]>): HeadlineChoices | null {
  const comparison = headlineComparison(results);
  const claim = headlineClaim(results);
  const estimate = comparison && claim ? primaryEstimate(comparison, claim.outcome) : null;
  const choices = estimate?.sensitivity.robustness.filter((choice) => choice.kind === kind) ?? [];
  return estimate === null || choices.length === 0 ? null : { estimate, choices };
}

/** "Difference in every 100 people", or the measure by its name. */
export function scaleOf(estimate: Estimate): string {
  return isShare(estimate) ? "Difference in every 100 people" : capital(effectMeasure(estimate.measure).label);
}

/** The name of each choice, its estimate and interval in words, and the people it is about. */
export function choiceCells(estimate: Estimate, { label, interval, treated, comparison, ...choice }: Choice): string[] {
  const format = effectFormat(estimate);
  const people = (count: Choice["treated"]) => cellText(count, formatCount);
  return [
    capital(label),
    cellText(choice.estimate, format),
    intervalText(interval, format),
    people(treated),
    people(comparison),
  ];
}

/** The columns of `choiceCells`. */
export function choiceHead(first: string, estimate: Estimate): string[] {
  return [first, "Estimate", intervalName(estimate.level), "People in the programme", "Comparison people"];
}

/** The rows as a picture with the line of no difference; null where every number is withheld. */
export function choicePicture(
  estimate: Estimate,
  rows: readonly {
    readonly name: string;
    readonly choice: Pick<Choice, "estimate" | "interval">;
    readonly decides: boolean;
  }[],
): { readonly spec: ChartContent["spec"]; readonly alternative: string } | null {
  const format = effectFormat(estimate);
  const { nullValue, ratio } = effectMeasure(estimate.measure);
  const shown: IntervalRow[] = rows.map(({ name, choice, decides }) => ({
    heading: null,
    part: decides ? "decides" : "beside",
    name: capital(name),
    written: `${cellText(choice.estimate, format)} (${intervalText(choice.interval, format)})`,
    drawn: drawnOf(choice, isShare(estimate) ? 100 : 1, ratio),
  }));
  const values = shown.flatMap(({ drawn }) => Object.values(drawn ?? {}));
  if (values.length === 0) return null;
  const domain = [Math.min(nullValue, ...values), Math.max(nullValue, ...values)] as const;
  const axis: IntervalAxis = { domain, none: nullValue, log: ratio };
  return {
    spec: (width) => rowsWithIntervals(shown, axis, width),
    alternative: shown.map(({ name, written }) => `${name}: ${written}`).join(". "),
  };
}

function drawnOf(
  { estimate, interval }: Pick<Choice, "estimate" | "interval">,
  scale: number,
  ratio: boolean,
): IntervalRow["drawn"] {
  const [low, value, high] = [interval[0], estimate, interval[1]].map(published);
  if (low == null || value == null || high == null || (ratio && low <= 0)) return null;
  return { low: scale * low, value: scale * value, high: scale * high };
}
