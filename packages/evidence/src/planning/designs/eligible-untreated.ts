import type { PlanningInput } from "@likewise/schema";

/** Eligible people refused for want of places, or waiting, while so many are treated. */
export function eligibleUntreated({ refused }: PlanningInput, treated: number): number {
  return (treated * refused) / (1 - refused);
}

/** The same, for a comparison: where nobody is refused, as many as are treated, to show what it would take. */
export function untreatedToCompare(input: PlanningInput, treated: number): number {
  return input.refused > 0 ? eligibleUntreated(input, treated) : treated;
}
