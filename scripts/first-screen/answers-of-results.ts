import {
  formatCount,
  formatMeasured,
  formatPer100,
  formatRatio,
  verdictNames,
} from "../../packages/report/src/index.ts";
import {
  type Claim,
  type Estimate,
  effectMeasure,
  type Figure,
  type Results,
} from "../../packages/schema/src/index.ts";
import type { FirstScreenAnswers } from "./first-screen-answers.ts";

/** What the first screen should say, worked out from published results without the pages. */
export function answersOfResults(results: Results): FirstScreenAnswers {
  const [comparison] = results.comparisons;
  const primary = results.study.outcomes.find((outcome) => outcome.primary)?.id;
  const claims = comparison?.claims ?? [];
  const claim = claims.find(({ outcome }) => outcome === primary) ?? claims[0];
  const estimate = comparison?.estimates.find(
    (one) => one.primary && one.subgroup === null && one.outcome === claim?.outcome,
  );
  const grade = comparison?.evidence.find(
    ({ scale, estimates }) =>
      scale === "wwclg" && (claim?.estimate == null ? estimates.length === 0 : estimates.includes(claim.estimate)),
  );
  const level = grade?.level ?? null;
  return {
    verdict: claim === undefined ? "Not measured" : verdictNames[claim.verdict],
    interval: intervalOf(claim, estimate),
    level: level === null ? "The design cannot be graded" : `Level ${level} of 5`,
    scale: "Maryland scale (What Works Centre edition)",
    people: peopleOf(results, estimate),
    victims: victimsOf(results),
  };
}

function intervalOf(claim: Claim | undefined, estimate: Estimate | undefined): FirstScreenAnswers["interval"] {
  if (claim === undefined || estimate === undefined || claim.verdict === "cannot-say") return null;
  const [low, high] = estimate.interval;
  if (typeof low !== "number" || typeof high !== "number") return null;
  const ratio = effectMeasure(estimate.measure).ratio;
  const write = estimate.measure === "riskDifference" ? formatPer100 : ratio ? formatRatio : formatMeasured;
  const rounded = (limit: number) => Number(write(limit).replaceAll(",", "").replace("−", "-"));
  return [rounded(low), rounded(high)];
}

function peopleOf({ funnel, comparisons }: Results, estimate: Estimate | undefined): string | null {
  if (estimate === undefined) return null;
  const referred = funnel.find(({ step }) => step === "referred") ?? funnel[0];
  if (referred !== undefined) return `${count(estimate.treated.n)} analysed of ${count(referred.count)} referred`;
  const { used, read } = comparisons[0]!.rows;
  return `${count(used)} analysed of ${count(read)} people in the data`;
}

function count(figure: Figure): string {
  return typeof figure === "number" ? formatCount(figure) : "a withheld number";
}

function victimsOf({ safety, disclosure }: Results): string {
  const own = safety.find(({ id, status }) => id === "abuse-victim-survivor-any" && status === "measured");
  if (own === undefined || own.denominator === 0) return "Not measured";
  const share = (value: Figure | null) => (typeof value === "number" ? formatPer100(value) : "a withheld number");
  const now = `Abuse of any kind: ${share(own.value)} in every 100`;
  if (own.before === null) return now;
  const { without, denominator } = own.before;
  // Withheld for the few of whom it did not hold: it held of all but so few.
  if (typeof without === "object" && without?.withheld === "primary")
    return `Abuse of any kind: all but fewer than ${disclosure?.threshold} of ${denominator} before, ${share(own.value)} in every 100 after`;
  return typeof own.before.value === "number"
    ? `Abuse of any kind: ${share(own.before.value)} in every 100 before, ${share(own.value)} after`
    : `${now} after`;
}
