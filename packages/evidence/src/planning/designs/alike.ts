import type { PlanningInput } from "@likewise/schema";
import type { PlanningArithmetic } from "../planning-arithmetic.ts";

/** How many times as many people are needed where those of one group or worker fare alike. */
export function alikeInGroups({ correlation, groupSize }: PlanningInput, { designEffect }: PlanningArithmetic): number {
  return designEffect({ icc: correlation, meanSize: groupSize });
}

/** The same where whole areas are compared: everybody of one area is on one side. */
export function alikeInAreas(
  { correlation, areas }: PlanningInput,
  treated: number,
  { designEffect }: PlanningArithmetic,
): number {
  return designEffect({ icc: correlation, meanSize: Math.max(1, treated / areas) });
}
