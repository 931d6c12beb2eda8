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

/** Every way of forming a comparison group. */
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
 * The method of that name.
 *
 * @throws Failure usage when there is none, naming those there are
 * @example
 * comparisonMethod("nearest").estimands; // ["att"]
 */
export function comparisonMethod(id: MethodId): ComparisonMethod {
  const method = comparisonMethods.find((one) => one.id === id);
  if (method !== undefined) return method;
  throw new Failure("usage", `method: expected one of ${comparisonMethods.map((one) => one.id).join(", ")}, got ${id}`);
}
