import type { ComparisonPlan, Estimate } from "@likewise/schema";
import { adjustedPValues } from "@likewise/stats";

/**
 * Estimates with p-values adjusted for the number of secondary outcomes beside their own, where the plan asks for it. The
 * family is the deciding estimate of each outcome that is not declared primary; a primary outcome's is left as it is, as are
 * second answers and subgroups.
 *
 * @param primary ids of the outcomes declared primary
 */
export function withAdjustedPValues(
  estimates: readonly Estimate[],
  primary: ReadonlySet<string>,
  method: ComparisonPlan["multiplicity"],
): Estimate[] {
  if (method === undefined || method === "none") return [...estimates];
  const isInFamily = (one: Estimate): one is Estimate & { pValue: number } =>
    one.primary && one.subgroup === null && !primary.has(one.outcome) && typeof one.pValue === "number";
  const adjusted = adjustedPValues(
    estimates.filter(isInFamily).map(({ pValue }) => pValue),
    method,
  );
  let at = 0;
  return estimates.map((one) => (isInFamily(one) ? { ...one, adjustedPValue: adjusted[at++]! } : one));
}
