import { type Claim, type Comparison, type Estimate, effectMeasure, type Results } from "@likewise/schema";
import { cellText, effectFormat, intervalText, isShare, published } from "../../figures.ts";
import { headlineComparison, outcomeLabel, primaryEstimate } from "../../headline.ts";
import { type Html, html } from "../../page/html.ts";
import { empty } from "../../page/parts.ts";
import { dataTable } from "../../page/table.ts";
import { fewerOrMore, formatMeasured, formatPer100, lowerOrHigher } from "../../wording/formats.ts";
import { intervalName, verdictNames } from "../../wording/labels.ts";
import { capital } from "../../wording/sentence-case.ts";
import { roundingNote } from "../rounding-note.ts";
import { isSignificant } from "../significance.ts";

/** The headline measures for 100 typical people of each group, then each difference as a range. */
export function typicalPeople(results: Results): Html {
  const comparison = headlineComparison(results);
  const shown = comparison === null ? [] : answers(comparison);
  if (comparison === null || shown.length === 0)
    return empty("No measure has an answer that could be put for 100 typical people.");
  const { labels } = comparison.arms;
  return html`${dataTable({
    caption: "Each measure for 100 typical people",
    head: ["Measure", `100 ${labels.treated}`, `100 ${labels.comparison}`],
    rows: shown
      .filter(({ estimate }) => estimate.treated.value !== null && estimate.comparison.value !== null)
      .map(({ estimate }) => [
        `${capital(outcomeLabel(results, estimate.outcome))}${isOfPeople(estimate) && !isShare(estimate) ? ", all of 100 people together" : ""}`,
        hundred(estimate, "treated"),
        hundred(estimate, "comparison"),
      ]),
  })}${dataTable({
    caption: "Estimates of impact for 100 people, as ranges",
    head: ["Measure", intervalName(shown[0]!.estimate.level), "Best estimate", "Significant", "Verdict"],
    rows: shown.map(({ claim, estimate }) => [
      capital(outcomeLabel(results, estimate.outcome)),
      rangeText(estimate),
      cellText(estimate.estimate, wordsOf(estimate)),
      isSignificant(estimate),
      claim.causal || claim.verdict === "no-clear-difference"
        ? verdictNames[claim.verdict]
        : `${verdictNames[claim.verdict]}; not shown to be the programme’s doing`,
    ]),
  })}${roundingNote(shown.map(({ estimate }) => estimate))}`;
}

interface Answer {
  readonly claim: Claim;
  readonly estimate: Estimate;
}

/** Outcomes with a verdict: where nothing can be said, a range would be read as an answer. */
function answers(comparison: Comparison): Answer[] {
  return comparison.claims.flatMap((claim) => {
    const estimate = primaryEstimate(comparison, claim.outcome);
    return estimate === null || claim.verdict === "cannot-say" ? [] : [{ claim, estimate }];
  });
}

/** Means of counts are of one person, so 100 people have a hundred times as many. */
function hundred(estimate: Estimate, arm: "treated" | "comparison"): string {
  const { value } = estimate[arm];
  return isOfPeople(estimate)
    ? cellText(value, isShare(estimate) ? formatPer100 : (mean) => formatMeasured(100 * mean))
    : cellText(value, formatMeasured);
}

function isOfPeople({ measure }: Estimate): boolean {
  return measure === "riskDifference" || measure === "meanDifference" || measure === "rateDifference";
}

function wordsOf(estimate: Estimate): (value: number) => string {
  if (isShare(estimate)) return fewerOrMore;
  const { ratio, label } = effectMeasure(estimate.measure);
  if (ratio) return (value) => `${label} ${effectFormat(estimate)(value)}`;
  return isOfPeople(estimate) ? (value) => lowerOrHigher(100 * value) : lowerOrHigher;
}

function rangeText(estimate: Estimate): string {
  const [low, high] = estimate.interval.map((limit) => published(limit));
  const words = wordsOf(estimate);
  // The range of a harmful outcome reads from the smaller difference to the larger: "6.6 to 15.8 fewer".
  if (low != null && high != null && !effectMeasure(estimate.measure).ratio && low * high > 0) {
    const [near, far] = Math.abs(low) < Math.abs(high) ? [low, high] : [high, low];
    return `${words(near)} to ${words(far)}`;
  }
  return intervalText(estimate.interval, words);
}
