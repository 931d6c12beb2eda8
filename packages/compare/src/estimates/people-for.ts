import type { ComparisonPlan, Estimate } from "@likewise/schema";
import type { EffectEstimator, EstimatorNeed } from "../estimators/estimator.ts";
import type { ComparisonGroup } from "../methods/comparison-group.ts";
import { estimandOf } from "../methods/estimand-of.ts";
import type { ComparisonMethod } from "../methods/method.ts";
import {
  type AnalysisSet,
  armsAsTheyAre,
  completeSets,
  matchedPeople,
  weightedPeople,
} from "../outcomes/analysis-set.ts";
import type { OutcomeRows } from "../outcomes/outcome-rows.ts";
import type { People } from "../people/people.ts";

/** Who is compared, and how they were made alike. */
export interface Compared {
  readonly people: People;
  readonly plan: ComparisonPlan;
  readonly method: ComparisonMethod;
  /** Null when the method could not form a group: then only the arms as they are can be compared. */
  readonly group: ComparisonGroup | null;
}

/** The people an estimator with these needs is for, made once however many estimators share them. */
export function peopleFor(
  outcome: OutcomeRows,
  { people, group }: Compared,
): (needs: readonly EstimatorNeed[]) => AnalysisSet {
  const made = new Map<string, AnalysisSet>();
  return (needs) => {
    const survival = needs.includes("time");
    const make = () => {
      if (needsGroup(needs) && group!.weighting !== null) return weightedPeople(people, outcome, group!, survival);
      if (needs.includes("matchedSets")) return matchedPeople(people, outcome, group!, survival);
      return armsAsTheyAre(people, outcome, survival);
    };
    const key = `${survival} ${needsGroup(needs)}`;
    const set = made.get(key) ?? make();
    made.set(key, set);
    return set;
  };
}

export function needsGroup(needs: readonly EstimatorNeed[]): boolean {
  return needs.includes("matchedSets") || needs.includes("weights");
}

/**
 * Whom an estimator's number is about: its own group, or everyone, less those whose outcome is not known. Matched sets that
 * went with them took treated people along, and what is left is no longer all of them.
 */
export function describes(
  { needs, conditional = false }: EffectEstimator,
  outcome: OutcomeRows,
  { people, group, plan, method }: Compared,
): { estimand: Estimate["estimand"]; population: string } {
  const known = needs.includes("time") ? outcome.timeUsable : outcome.usable;
  const outcomeKnown = known.every((one) => one === 1) ? "" : " whose outcome is known";
  if (needsGroup(needs) && group!.weighting !== null) {
    return { estimand: group!.estimand, population: `${group!.population}${outcomeKnown}` };
  }
  if (needs.includes("matchedSets")) return describesMatched(group!, known);
  if (!needs.includes("covariates")) return { estimand: "ATE", population: everyone(outcomeKnown) };
  if (conditional) return { estimand: "ATE", population: `${everyone(outcomeKnown)}, conditional on the covariates` };
  const knownIn = (arm: number) =>
    people.treated.every((one, row) => one !== arm || known[row] === 1) ? "" : " whose outcome is known";
  const estimand = estimandOf(plan, method);
  if (estimand === "att") return { estimand: "ATT", population: `all treated people${knownIn(1)}` };
  if (estimand === "atc") return { estimand: "ATC", population: `all comparison people${knownIn(0)}` };
  return { estimand: "ATE", population: everyone(outcomeKnown) };
}

function everyone(outcomeKnown: string): string {
  return `everyone in both arms${outcomeKnown}`;
}

function describesMatched({ sets, estimand, population }: ComparisonGroup, known: Uint8Array) {
  if (completeSets(sets!, known).length === sets!.length) return { estimand, population };
  return { estimand: "ATM", population: `${population}, in matched sets whose outcomes are all known` } as const;
}
