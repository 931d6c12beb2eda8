import { type ComparisonPlan, Failure } from "@likewise/schema";
import type { CompareInput } from "./compare-input.ts";
import { comparisonMethods } from "./methods/index.ts";
import { type ComparisonMethod, pairOptions } from "./methods/method.ts";
import type { ComparedOutcome } from "./outcomes/compared-outcome.ts";
import { requireResampled } from "./resampling/require-resampled.ts";

/** Refuses a plan that asks for what its method cannot answer. */
export function requireAnswerable(plan: ComparisonPlan, method: ComparisonMethod, covariates: readonly string[]): void {
  requireFitting(plan, method);
  requireEstimand(plan, method);
  requireCovariates(method, covariates);
  requirePairOptions(plan, method);
  requireResampled(plan);
}

/** The outcomes of this comparison, in the order declared. */
export function chosenOutcomes({ declarations, plan }: CompareInput): readonly ComparedOutcome[] {
  const unknown = plan.outcomes?.find((id) => !declarations.some((one) => one.id === id));
  if (unknown !== undefined) {
    const known = declarations.map(({ id }) => id).join(", ");
    throw new Failure("usage", `outcomes: "${unknown}" is not declared; there are ${known}`);
  }
  return declarations.filter(({ id }) => plan.outcomes?.includes(id) ?? true);
}

/** An option that would change nothing is a mistake of the plan. */
function requireFitting(plan: ComparisonPlan, method: ComparisonMethod): void {
  if (plan.imputations !== undefined && plan.missing !== "impute") {
    throw new Failure("usage", "imputations: goes with missing: impute");
  }
  if (plan.missing === "impute" && plan.targetTrial !== undefined) {
    throw new Failure("usage", "targetTrial: is not emulated with imputed covariates; use missing: drop or indicator");
  }
  for (const [option, methods] of Object.entries(ownOptions)) {
    if (plan[option as keyof ComparisonPlan] === undefined || methods.includes(method.id)) continue;
    throw new Failure(
      "usage",
      `${option}: method ${method.id} does not keep to it; leave it out, or use ${methods.join(", ")}`,
    );
  }
  // Methods of pairs say themselves why they have no use for these.
  for (const option of ["ratio", "order"] as const) {
    if (plan[option] === undefined || method.pairOptions !== undefined) continue;
    throw new Failure("usage", `${option}: method ${method.id} does not keep to it; leave it out, or use nearest`);
  }
  for (const option of ["score", "scoreSquares", "scoreSplines"] as const) {
    if (plan[option] === undefined || method.needs.includes("propensityScore")) continue;
    throw new Failure("usage", `${option}: method ${method.id} has no propensity score; leave it out`);
  }
  if (plan.stabilise === true && method.id !== "ipw") {
    throw new Failure("usage", `stabilise: goes with method ipw; method is ${method.id}`);
  }
}

/** Options of a few methods alone. */
const ownOptions: Readonly<Record<string, readonly string[]>> = {
  caliper: ["nearest", "radius", "optimal", "full"],
  distance: ["nearest", "radius", "optimal", "full"],
  trim: ["ipw", "overlap", "matching-weights"],
  subclasses: ["subclass"],
  bins: ["cem"],
};

/** A limit on pairs that a method does not keep to would be a promise broken. */
function requirePairOptions(plan: ComparisonPlan, method: ComparisonMethod): void {
  for (const option of pairOptions) {
    if (plan[option] === undefined || plan[option] === false || method.pairOptions?.includes(option)) continue;
    const keeping = comparisonMethods.filter((one) => one.pairOptions?.includes(option)).map(({ id }) => id);
    throw new Failure(
      "usage",
      `${option}: method ${method.id} does not keep to it; leave it out, or use ${keeping.join(", ")}`,
    );
  }
}

function requireEstimand({ estimand }: ComparisonPlan, method: ComparisonMethod): void {
  if (estimand === undefined || method.estimands.includes(estimand)) return;
  throw new Failure(
    "usage",
    `estimand: ${estimand} cannot be had with method ${method.id}; available: ${method.estimands.join(", ")}`,
  );
}

function requireCovariates({ id, needs }: ComparisonMethod, covariates: readonly string[]): void {
  if (needs.includes("covariates") && covariates.length === 0) {
    throw new Failure("usage", `covariates: method ${id} needs at least one`);
  }
}
