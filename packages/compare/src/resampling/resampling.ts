import type { ComparisonPlan } from "@likewise/schema";
import { setCodes } from "../matching/matched-sets.ts";
import type { ComparisonGroup } from "../methods/comparison-group.ts";
import type { ComparisonMethod } from "../methods/method.ts";
import type { People } from "../people/people.ts";
import { type Reweighing, reweighing } from "../weighting/reweighing.ts";
import { requireResampled } from "./require-resampled.ts";

/** What resamples draw, and what is estimated again in each. */
export interface Resampling {
  readonly replicates: number;
  /** Of each person compared, from 0; −1 for people in no set. */
  readonly unitOf: Int32Array;
  readonly units: number;
  readonly drawn: "people" | "clusters" | "matched sets";
  /** Null where weights are not estimated. */
  readonly reweigh: Reweighing | null;
}

/** Fewer units cannot stand for those not seen. */
export const fewestUnits = 20;

/**
 * How a plan's effects are resampled; null where it does not ask for that or no group could be formed.
 *
 * Weighted and adjusted effects draw people (declared clusters whole), and score, weights and regression are estimated again
 * in each resample. Matched effects without replacement draw matched sets, the match standing as it is.
 *
 * @throws Failure usage when the method, or an option beside it, has no resampling that is known to be right
 * @source Efron and Tibshirani (1993), An Introduction to the Bootstrap; Austin (2016), doi:10.1002/sim.7084 (weights); Austin
 *         and Small (2014), doi:10.1002/sim.6276 (matched sets); Abadie and Imbens (2008), doi:10.3982/ECTA6474 (not with
 *         replacement)
 */
export function resamplingOf(
  plan: ComparisonPlan,
  method: ComparisonMethod,
  people: People,
  group: ComparisonGroup | null,
): Resampling | null {
  if (plan.bootstrap === undefined) return null;
  requireResampled(plan);
  if (group === null) return null;
  const replicates = plan.bootstrap;
  if (method.resampling === "sets") {
    const unitOf = setCodes(group.sets!, people.numRows);
    return { replicates, unitOf, units: group.sets!.length, drawn: "matched sets", reweigh: null };
  }
  const estimand = method.weightedEstimand?.(plan) ?? null;
  const unitOf = people.clusters ?? Int32Array.from(people.units, (_, row) => row);
  return {
    replicates,
    unitOf,
    units: unitOf.reduce((most, code) => Math.max(most, code + 1), 0),
    drawn: people.clusters === null ? "people" : "clusters",
    reweigh: estimand === null ? null : reweighing(people, plan, estimand),
  };
}
