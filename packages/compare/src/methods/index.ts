import { Failure } from "@likewise/schema";
import { cem } from "./cem.ts";
import { entropy } from "./entropy.ts";
import { exact } from "./exact.ts";
import { full } from "./full.ts";
import { ipw } from "./ipw.ts";
import { matchingWeightsMethod } from "./matching-weights.ts";
import type { ComparisonMethod, MethodId } from "./method.ts";
import { nearest } from "./nearest.ts";
import { none } from "./none.ts";
import { optimal } from "./optimal.ts";
import { overlap } from "./overlap.ts";
import { radius } from "./radius.ts";
import { subclass } from "./subclass.ts";

/** Every way of forming a comparison group, built or declared. */
export const comparisonMethods: readonly ComparisonMethod[] = [
  none,
  nearest,
  radius,
  optimal,
  full,
  subclass,
  cem,
  exact,
  ipw,
  overlap,
  matchingWeightsMethod,
  entropy,
];

/**
 * The method of that name, ready to use.
 *
 * @throws Failure usage when it is declared but not built yet, naming those that are
 * @example
 * comparisonMethod("nearest").estimands; // ["att"]
 */
export function comparisonMethod(id: MethodId): ComparisonMethod & { form: NonNullable<ComparisonMethod["form"]> } {
  const method = comparisonMethods.find((one) => one.id === id);
  if (method?.form) return { ...method, form: method.form };
  const built = comparisonMethods.filter((one) => one.form !== null).map((one) => one.id);
  throw new Failure("usage", `method: ${id} is not available yet; available: ${built.join(", ")}`);
}
