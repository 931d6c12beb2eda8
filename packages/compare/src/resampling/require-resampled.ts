import { type ComparisonPlan, Failure } from "@likewise/schema";
import { comparisonMethods } from "../methods/index.ts";
import { methodOfPlan } from "../methods/method-of-plan.ts";
import { withPreset } from "../methods/preset.ts";

/**
 * Refuses a plan that asks for resamples (`bootstrap`) where its method, or an option beside it, has no resampling that is
 * known to be right. It looks at no data, so a plan can be refused before any is read.
 *
 * @throws Failure usage saying what to leave out or use
 * @source Abadie and Imbens (2008), doi:10.3982/ECTA6474, on matching with replacement
 * @example
 * const plan = { id: "main", assignment: "selected", comparator: "concurrent-untreated", bootstrap: 1000 };
 * requireResampled({ ...plan, method: "ipw" }) === undefined; // true
 */
export function requireResampled(asked: ComparisonPlan): void {
  if (asked.bootstrap === undefined) return;
  const plan = withPreset(asked);
  const method = methodOfPlan(plan);
  if (method.resampling === undefined) {
    const offered = comparisonMethods.filter(({ resampling }) => resampling !== undefined).map(({ id }) => id);
    throw new Failure(
      "usage",
      `bootstrap: no resampling of method ${method.id} is known to be right; leave it out, or use ${offered.join(", ")}`,
    );
  }
  if (plan.replace === true) {
    throw new Failure(
      "usage",
      "bootstrap: it is wrong where comparison people serve more than once; leave it out for the standard error of Abadie and Imbens",
    );
  }
  if (plan.score === "probit") throw new Failure("usage", "bootstrap: does not go with score: probit");
  if (plan.missing === "impute") throw new Failure("usage", "bootstrap: does not go with missing: impute");
  if (plan.samplingWeights !== undefined) throw new Failure("usage", "bootstrap: does not go with samplingWeights");
}
