import { type Estimate, effectMeasure, type Refusal } from "@likewise/schema";
import type { MatchedSet } from "../matching/matched-sets.ts";
import type { ComparisonGroup } from "../methods/comparison-group.ts";
import { completeSets } from "../outcomes/analysis-set.ts";
import type { OutcomeRows } from "../outcomes/outcome-rows.ts";
import { type AskedComparison, type CheckResult, checkRefusal, type Headline, headlines } from "./asked.ts";
import { largestGamma } from "./largest-gamma.ts";
import { alignedRankBound } from "./rosenbaum-aligned-rank.ts";
import { eventBound, eventKinds, type RosenbaumBound } from "./rosenbaum-events.ts";
import { signedRankBound } from "./rosenbaum-signed-rank.ts";

/**
 * Rosenbaum bounds of every answer from matched sets, in the direction of the estimate: what unmeasured differences would
 * have to be to explain it away. Sets are those the estimate rests on. Where there can be none, a plan that asks for checks is
 * told why.
 */
export function hiddenBias({ input, answers, group }: AskedComparison): CheckResult {
  const added = new Map<string, Partial<Estimate["sensitivity"]>>();
  const refusals: Refusal[] = [];
  const gammas = input.plan.sensitivity?.gammas ?? defaultGammas;
  for (const headline of headlines(answers)) {
    const { estimate } = headline;
    if (group === null || group.sets === null || !fromSets.includes(estimate.adjustment)) continue;
    const found = testOf(headline, group);
    if ("why" in found) {
      refusals.push(checkRefusal("rosenbaum", estimate.id, found.why, found.unlocks));
      continue;
    }
    const { bound, test, alternative } = found;
    const points = gammas.map((gamma) => ({ gamma, ...bound(gamma) }));
    added.set(estimate.id, {
      rosenbaum: points.map(({ gamma, pUpper }) => ({ gamma, pUpper })),
      rosenbaumTest: {
        test,
        alternative,
        exact: points.every(({ exact }) => exact),
        largestGamma: largestGamma((gamma) => bound(gamma).pUpper),
      },
    });
  }
  return { added, refusals: input.plan.sensitivity === undefined ? [] : refusals };
}

const defaultGammas = [1, 1.25, 1.5, 1.75, 2, 2.5, 3];

const fromSets: readonly Estimate["adjustment"][] = ["matching", "weighting"];

interface BoundOfTest {
  readonly bound: (gamma: number) => RosenbaumBound;
  readonly test: NonNullable<Estimate["sensitivity"]["rosenbaumTest"]>["test"];
  readonly alternative: "more" | "fewer";
}

function testOf(
  { answer: { rows }, estimate }: Headline,
  group: ComparisonGroup,
): BoundOfTest | { readonly why: string; readonly unlocks: string } {
  if (timed.includes(estimate.measure)) {
    return {
      why: "bounds are for events and numbers, not for times to an event that may be censored",
      unlocks: "an outcome within a window everybody was followed for",
    };
  }
  const sets = setsInUse(group, rows);
  if (sharesPeople(sets)) {
    return {
      why: "comparison people stand in several sets, so the sets are not independent",
      unlocks: "matching without replacement",
    };
  }
  const alternative = (estimate.estimate as number) >= effectMeasure(estimate.measure).nullValue ? "more" : "fewer";
  if (rows.declaration.kind === "binary") {
    return {
      bound: eventBound(
        eventKinds(
          sets.map((set) => eventsOf(set, rows)),
          alternative,
        ),
      ),
      test: "events",
      alternative,
    };
  }
  const outcomes = sets.map((set) => outcomesOf(set, rows));
  if (outcomes.some(({ treated, comparison }) => ![...treated, ...comparison].every(Number.isFinite))) {
    return {
      why: "somebody has no time at risk, and so no rate",
      unlocks: "an outcome of people followed for some time",
    };
  }
  const direction = alternative === "more" ? "greater" : "less";
  if (sets.every(({ treated, comparison }) => treated.length === 1 && comparison.length === 1)) {
    const differences = Float64Array.from(outcomes, ({ treated, comparison }) => treated[0]! - comparison[0]!);
    return { bound: signedRankBound(differences, direction), test: "signed-rank", alternative };
  }
  if (sets.some(({ treated, comparison }) => treated.length > 1 && comparison.length > 1)) {
    return {
      why: "sets hold several people of both arms, for whose numbers no bound is at hand",
      unlocks: "an event as the outcome, or matched sets of one to several",
    };
  }
  return { bound: alignedRankBound(outcomes, direction), test: "aligned-rank", alternative };
}

const timed: readonly Estimate["measure"][] = ["hazardRatio", "restrictedMeanSurvivalTimeDifference"];

/** As the estimate takes them; strata have no rule, and go on without the person. */
function setsInUse({ sets, setRule }: ComparisonGroup, { usable }: OutcomeRows): MatchedSet[] {
  if (setRule?.leavesOut === "whole") return completeSets(sets!, usable);
  const known = (rows: readonly number[]) => rows.filter((row) => usable[row] === 1);
  return sets!
    .map(({ treated, comparison }) => ({ treated: known(treated), comparison: known(comparison) }))
    .filter(({ treated, comparison }) => treated.length > 0 && comparison.length > 0);
}

function sharesPeople(sets: readonly MatchedSet[]): boolean {
  const seen = new Set<number>();
  return sets.some(({ treated, comparison }) =>
    [...treated, ...comparison].some((row) => {
      const again = seen.has(row);
      seen.add(row);
      return again;
    }),
  );
}

function eventsOf({ treated, comparison }: MatchedSet, { value }: OutcomeRows) {
  const total = (rows: readonly number[]) => rows.reduce((sum, row) => sum + value[row]!, 0);
  return {
    treated: treated.length,
    comparison: comparison.length,
    treatedEvents: total(treated),
    comparisonEvents: total(comparison),
  };
}

/** Numbers as they are; of counts with time at risk, each person's rate. */
function outcomesOf({ treated, comparison }: MatchedSet, { value, exposureYears }: OutcomeRows) {
  const of = (row: number) => (exposureYears === null ? value[row]! : value[row]! / exposureYears[row]!);
  return { treated: treated.map(of), comparison: comparison.map(of) };
}
