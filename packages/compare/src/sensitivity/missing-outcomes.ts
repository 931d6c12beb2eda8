import type { Estimate, Refusal } from "@likewise/schema";
import { weightsOfSets } from "../matching/matching-weights.ts";
import type { ComparisonGroup } from "../methods/comparison-group.ts";
import type { People } from "../people/people.ts";
import { type AskedComparison, type CheckResult, checkRefusal, type Headline, headlines } from "./asked.ts";
import { leeBounds, type MissingBounds } from "./lee-bounds.ts";
import type { ObservedArms } from "./observed-arms.ts";
import { worstCaseBounds } from "./worst-case-bounds.ts";

type Bounds = NonNullable<Estimate["sensitivity"]["missingOutcomes"]>[number];

/**
 * Bounds on each answer the plan asks them for, with those taken in of whom the outcome is not known: the worst case, where
 * the outcome has a least and a most, and Lee's. Of matched and weighted answers everybody of the group counts with their
 * weight, also those of sets the estimate leaves out.
 */
export function missingOutcomes(asked: AskedComparison): CheckResult {
  const added = new Map<string, Partial<Estimate["sensitivity"]>>();
  const refusals: Refusal[] = [];
  for (const { outcome, range } of asked.input.plan.sensitivity?.missingOutcomes ?? []) {
    for (const headline of headlines(asked.answers).filter(({ estimate }) => estimate.outcome === outcome)) {
      const { estimate } = headline;
      const people = peopleWithOutcome(headline, asked);
      if ("why" in people) {
        refusals.push(checkRefusal("missing-outcomes", estimate.id, people.why, people.unlocks));
        continue;
      }
      const ends = range ?? (headline.answer.rows.declaration.kind === "binary" ? ([0, 1] as const) : null);
      if (ends === null) {
        const why = "nothing bounds what the outcome of somebody missing could be";
        refusals.push(checkRefusal("worst-case", estimate.id, why, "the least and most it can be, as range"));
      }
      const { trimmed, ...lee } = leeBounds(people, estimate.level);
      const missing = { treated: missingIn(people, 1), comparison: missingIn(people, 0) };
      const isClustered = asked.people.clusters !== null;
      added.set(estimate.id, {
        missingOutcomes: [
          ...(ends === null
            ? []
            : [
                shown(
                  "worst-case",
                  worstCaseBounds(people, ends, estimate.level),
                  { trimmed: null, missing },
                  isClustered,
                ),
              ]),
          shown("lee", lee, { trimmed, missing }, isClustered),
        ],
      });
    }
  }
  return { added, refusals };
}

function shown(
  method: Bounds["method"],
  { lower, upper, interval }: MissingBounds,
  about: Pick<Bounds, "trimmed" | "missing">,
  isClustered: boolean,
): Bounds {
  return { method, lower, upper, interval: isClustered ? null : [...interval], ...about };
}

function missingIn({ treated, observed, weights }: ObservedArms, arm: 0 | 1): number {
  const isMissing = (row: number) => treated[row] === arm && observed[row] !== 1 && (weights?.[row] ?? 1) > 0;
  return Array.from(treated, (_, row) => row).filter(isMissing).length;
}

const differences: readonly Estimate["measure"][] = ["riskDifference", "meanDifference"];

const withoutRegression: readonly string[] = ["crude", "matched", "weighted"];

function peopleWithOutcome(
  { answer: { rows, primary }, estimate }: Headline,
  { people, group }: AskedComparison,
): ObservedArms | { readonly why: string; readonly unlocks: string } {
  if (!differences.includes(estimate.measure)) {
    return {
      why: "bounds are for differences of shares and means",
      unlocks: "a risk or mean difference as the outcome's measure",
    };
  }
  if (!withoutRegression.includes(primary.estimator)) {
    return {
      why: "bounds are of arms as they are, matched or weighted, not of a regression",
      unlocks: "a crude, matched or weighted estimate as the outcome's estimator",
    };
  }
  const weights = estimate.adjustment === "none" ? null : weightsOfGroup(group!, people);
  const observed = rows.usable;
  const counts = (row: number) => weights === null || weights[row]! > 0;
  if (observed.every((known, row) => known === 1 || !counts(row))) {
    return { why: "everybody's outcome is known", unlocks: "nothing: there is nothing to bound" };
  }
  const { value } = rows;
  return { value, observed, treated: people.treated, ...(weights === null ? {} : { weights }) };
}

function weightsOfGroup({ sets, setRule, weighting, weights }: ComparisonGroup, people: People): Float64Array {
  return sets === null || weighting !== null ? weights! : weightsOfSets(sets, people.numRows, setRule!.estimand);
}
