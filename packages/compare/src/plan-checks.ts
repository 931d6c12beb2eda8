import { type ComparisonPlan, Failure, type Refusal } from "@likewise/schema";
import type { CompareInput } from "./compare-input.ts";
import type { ComparisonMethod } from "./methods/method.ts";
import type { ComparedOutcome } from "./outcomes/compared-outcome.ts";

/** Refuses a plan that asks for what is not built yet, or for what its method cannot answer. */
export function requireAnswerable(plan: ComparisonPlan, method: ComparisonMethod, covariates: readonly string[]): void {
  requireAvailable(plan);
  requireEstimand(plan, method);
  requireCovariates(method, covariates);
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

/** Parts of a plan that are passed over, each with a refusal in its place. */
export function notYet({ subgroups = [] }: ComparisonPlan): Refusal[] {
  return subgroups.map((name) => ({
    id: `subgroups-not-yet:${name}`,
    what: `subgroup ${name}`,
    why: "subgroups need the interaction tested first, which is not available yet",
    unlocks: "a later version; until then compare the subgroups in studies of their own",
  }));
}

function requireAvailable({ missing = "drop", preset }: ComparisonPlan): void {
  if (missing !== "drop") throw new Failure("usage", `missing: ${missing} is not available yet; available: drop`);
  if (preset !== undefined) throw new Failure("usage", `preset: ${preset} is not available yet`);
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
