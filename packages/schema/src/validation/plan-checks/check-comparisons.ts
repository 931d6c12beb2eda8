import type { ComparisonPlan, StudyPlan } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { checkSensitivity } from "./check-sensitivity.ts";
import { checkTargetTrial } from "./check-target-trial.ts";
import { repeatedIds, unknownName, unknownNames } from "./name-problems.ts";
import type { PlanNames } from "./plan-names.ts";

/** One comparison is the headline, and each names outcomes and covariates that exist and options its method has. */
export function checkComparisons(plan: StudyPlan, names: PlanNames): PlanProblem[] {
  return [
    ...repeatedIds(
      "comparisons",
      plan.comparisons.map(({ id }) => id),
    ),
    ...checkHeadline(plan.comparisons),
    ...plan.comparisons.flatMap((comparison, index) => {
      const path = `comparisons[${index}]`;
      return [
        ...checkNames(path, comparison, names),
        ...checkPrimary(path, comparison, plan),
        ...checkOptions(path, comparison),
        ...checkSensitivity(path, comparison, names),
        ...checkTargetTrial(path, comparison, plan.cohort),
      ];
    }),
  ];
}

function checkHeadline(comparisons: readonly ComparisonPlan[]): PlanProblem[] {
  const headlines = comparisons.filter(({ headline }) => headline === true).length;
  if (headlines === 1 || (comparisons.length === 1 && comparisons[0]!.headline === undefined)) return [];
  return [{ path: "comparisons", message: `expected exactly one with headline: true, found ${headlines}` }];
}

function checkNames(path: string, comparison: ComparisonPlan, names: PlanNames): PlanProblem[] {
  const one = "a covariate of people or of cohort.baseline";
  const mapsCluster = names.fields.get("people")?.includes("cluster") === true;
  const clusters = [...names.covariates, ...(mapsCluster ? ["cluster"] : [])];
  return [
    ...unknownNames(`${path}.outcomes`, "the id of an outcome", comparison.outcomes, names.outcomes),
    ...unknownNames(`${path}.covariates`, one, comparison.covariates, names.covariates),
    ...unknownNames(`${path}.exact`, one, comparison.exact, names.covariates),
    ...unknownNames(`${path}.antiExact`, one, comparison.antiExact, names.covariates),
    ...unknownNames(`${path}.distanceCovariates`, one, comparison.distanceCovariates, names.covariates),
    ...unknownNames(
      `${path}.covariateCalipers`,
      one,
      Object.keys(comparison.covariateCalipers ?? {}),
      names.covariates,
    ),
    ...unknownNames(`${path}.subgroups`, one, comparison.subgroups, names.covariates),
    ...unknownNames(`${path}.strata`, one, comparison.strata, names.covariates),
    ...(comparison.baselineOutcome === undefined
      ? []
      : unknownName(`${path}.baselineOutcome`, one, comparison.baselineOutcome, names.covariates)),
    ...(comparison.cluster === undefined
      ? []
      : unknownName(`${path}.cluster`, `${one}, or people's cluster`, comparison.cluster, clusters)),
  ];
}

/** A second primary outcome would be a second answer to choose from. */
function checkPrimary(path: string, comparison: ComparisonPlan, plan: StudyPlan): PlanProblem[] {
  const listed = comparison.outcomes;
  const primary = plan.outcomes.filter((outcome) => outcome.primary === true && (listed?.includes(outcome.id) ?? true));
  if (primary.length <= 1) return [];
  const found = primary.map(({ id }) => id).join(", ");
  return [
    { path: `${path}.outcomes`, message: `expected at most one primary outcome in one comparison, found ${found}` },
  ];
}

const matchingOptions = [
  "caliper",
  "ratio",
  "replace",
  "order",
  "distance",
  "exact",
  "covariateCalipers",
  "antiExact",
  "distanceCovariates",
  "scoreCaliper",
  "commonSupport",
] as const;

function checkOptions(path: string, comparison: ComparisonPlan): PlanProblem[] {
  const method = comparison.method ?? "none";
  if (method !== "none" || comparison.preset !== undefined) {
    if (method === "none" || (comparison.covariates?.length ?? 0) > 0) return [];
    return [
      {
        path: `${path}.covariates`,
        message: `expected at least one covariate to compare like with like by ${method}, found none`,
      },
    ];
  }
  return matchingOptions
    .filter((option) => comparison[option] !== undefined)
    .map((option) => ({
      path: `${path}.${option}`,
      message: `expected a method that uses ${option}, found method none`,
    }));
}
