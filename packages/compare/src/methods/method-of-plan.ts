import { type ComparisonPlan, Failure } from "@likewise/schema";
import { sampledPeople } from "../weighting/sampled-people.ts";
import { comparisonMethod } from "./index.ts";
import type { ComparisonMethod } from "./method.ts";

/**
 * The method of a plan, as far as its other options leave it: with sampling weights, only weighted estimates speak of the
 * population, and the arms as they are are weighted too; with stabilised weights there are no augmented estimates, whose
 * residuals need the weights as they were.
 *
 * @throws Failure usage when there is no such method, or it does not take sampling weights
 */
export function methodOfPlan(plan: ComparisonPlan): ComparisonMethod {
  const method = comparisonMethod(plan.method ?? "none");
  if (plan.samplingWeights !== undefined) {
    if (!sampled.includes(method.id)) {
      throw new Failure(
        "usage",
        `samplingWeights: method ${method.id} does not take them; leave them out, or use ${sampled.join(", ")}`,
      );
    }
    const arms = method.id === "none" ? ({ adjustment: "weighting", form: sampledPeople } as const) : {};
    return { ...method, ...arms, estimators: ["weighted"] };
  }
  if (plan.stabilise !== true) return method;
  return { ...method, estimators: method.estimators.filter((one) => one !== "augmented") };
}

const sampled: readonly ComparisonMethod["id"][] = ["none", "ipw", "overlap", "matching-weights"];
