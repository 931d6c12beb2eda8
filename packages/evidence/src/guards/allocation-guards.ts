import { exact, resultKey } from "@likewise/schema";
import { bounds } from "../tables/bounds.ts";
import { checkNamed, share } from "./apart.ts";
import { decidingEstimates, failedRules } from "./deciding.ts";
import type { Detection, Guard, GuardInput } from "./guard.ts";

/** Groups that were not alike when they were made, or were not made as it is said. */
export const allocationGuards: readonly Guard[] = [
  {
    id: "allocation-not-random",
    gist: "groups called random differ on some covariate by more than one in a thousand allocations by chance would (z above 3.29 for one covariate, above √(3.29² + 2 ln k) for k)",
    detect: (given) => {
      const { design, id } = given.comparison;
      if (design.assignment !== "random") return null;
      const far = beyondChance(given);
      return far.length === 0
        ? null
        : {
            effect: "stops-verdict",
            basis: "data",
            keys: far.map((covariate) =>
              resultKey("comparisons", id, "balance", covariate, "before", "standardisedMeanDifference"),
            ),
          };
    },
    source: "evaluation standards 1.3, randomisation worked; the bound is ours",
    status: "policy",
  },
  {
    id: "waiting-order-not-followed",
    gist: "places went by choice and not by the order, as stated",
    detect: ({ comparison: { design }, facts }) =>
      byOrder.includes(design.assignment) && facts.exclusionArgument?.value === "not-argued"
        ? { effect: "stops-cause", basis: "facts" }
        : null,
    source: "drop tests, exclusion",
    status: "policy",
  },
  {
    id: "crossover",
    gist: "more than 5 % of a group were not treated as allocated",
    detect: ({ comparison: { design }, facts, checks, seen }) => {
      if (seen.has("assignment")) return { effect: "stops-cause", basis: "data", checks: ["allocated-otherwise"] };
      const { crossover } = facts;
      if (crossover === undefined || design.assignment === "selected" || design.comparator === "none") return null;
      if (Math.max(crossover.treated, crossover.comparison) <= bounds.mostCrossover) return null;
      return checkNamed(checks, "allocated-otherwise") === undefined
        ? { effect: "caveat", basis: "facts" }
        : { effect: "caveat", basis: "facts", checks: ["allocated-otherwise"] };
    },
    source: "drop tests, crossover",
    status: "policy",
  },
  {
    id: "unmatched-comparison",
    gist: "the deciding estimate sets the groups side by side as they are, though people were chosen by people",
    detect: (given) =>
      onOutcomes(
        decidingEstimates(given)
          .filter(({ estimate }) => rowOf(given, estimate.id) === "unadjusted")
          .map(({ outcome }) => outcome.id),
        "stops-verdict",
        "plan",
      ),
    source: "design table, unmatched comparison",
    status: "policy",
  },
  failedTest("essential-covariates-missing", "what decides reoffending is not among the covariates", [
    "essential-missing",
  ]),
  failedTest(
    "imbalance-after-matching",
    "the groups still differ by more than 0.10 standard deviations on what is essential",
    ["essential-balance", "variance-ratio", "balance"],
  ),
  {
    id: "covariates-after-entry",
    gist: "people were made alike on something recorded after entry, as stated",
    detect: ({ facts, comparison }) =>
      comparison.design.comparator !== "none" && facts.covariateTiming?.value === "some-after"
        ? { effect: "stops-cause", basis: "facts" }
        : null,
    source: "caps table, C9",
    status: "policy",
  },
  {
    id: "area-confounding",
    gist: "at most one in ten of either arm lives in an area where the other arm has people, and there are not several areas on both sides",
    detect: ({ checks, facts, comparison }) => {
      const check = checkNamed(checks, "same-area");
      if (comparison.design.comparator === "none" || check === undefined) return null;
      if (share(check.treated) > 0.1 || share(check.comparison) > 0.1) return null;
      return {
        effect: facts.severalUnits?.value === true ? "caveat" : "stops-verdict",
        basis: "data",
        checks: ["same-area"],
      };
    },
    source: "design table, area rollout; the share is ours",
    status: "policy",
  },
  {
    id: "comparison-chosen-differently",
    gist: "why the comparison group is fit to be one is stated not to hold",
    detect: ({ facts, comparison }) =>
      comparison.design.comparator !== "none" && facts.comparatorChoice?.value === "not-justified"
        ? { effect: "stops-cause", basis: "facts" }
        : null,
    source: "drop tests, choice of comparison group",
    status: "policy",
  },
];

/** A drop test that failed for a deciding estimate that is to make the groups alike: the interval may still be described. */
function failedTest(id: string, gist: string, rules: readonly string[]): Guard {
  return {
    id,
    gist,
    detect: (given) =>
      onOutcomes(
        decidingEstimates(given)
          .filter(({ estimate }) => estimate.adjustment !== "none")
          .filter(({ estimate }) => failedRules(given, estimate.id).some((rule) => rules.includes(rule)))
          .map(({ outcome }) => outcome.id),
        "stops-cause",
        "data",
      ),
    source: "drop tests",
    status: "policy",
  };
}

function onOutcomes(
  outcomes: readonly string[],
  effect: Detection["effect"],
  basis: Detection["basis"],
): Detection | null {
  return outcomes.length === 0 ? null : { effect, basis, outcomes };
}

const byOrder: readonly string[] = ["waiting-list", "capacity-limit", "cutoff", "instrument", "area-rollout"];

function rowOf({ comparison }: GuardInput, estimate: string): string {
  return (
    comparison.evidence.find(({ scale, estimates }) => scale === "wwclg" && estimates.includes(estimate))?.design ?? ""
  );
}

/** Two-sided one in a thousand. */
const oneInAThousand = 3.29;

/** Covariates with one line of balance whose difference before any adjustment chance does not explain. */
function beyondChance({ comparison: { balance, arms } }: GuardInput): string[] {
  const error = Math.sqrt(1 / exact(arms.treated) + 1 / exact(arms.comparison));
  const names = balance.map(({ covariate }) => covariate);
  const single = balance.filter(({ covariate }) => names.filter((name) => name === covariate).length === 1);
  // One chance in a thousand over all of them: the normal tail beyond this bound is less than the k-th part of that beyond z.
  const bound = Math.sqrt(oneInAThousand ** 2 + 2 * Math.log(single.length));
  return single.flatMap(({ covariate, before: { standardisedMeanDifference: apart } }) =>
    apart !== null && Math.abs(exact(apart)) > bound * error ? [covariate] : [],
  );
}
