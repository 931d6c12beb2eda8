import type { PlannedDesignResult } from "@likewise/schema";
import { causalLevel } from "../causal-level.ts";
import { plannedPower } from "./plan-precision.ts";

/** What it takes, least first; the order of the steps that raise a level. */
export const efforts = [
  "paperwork",
  "analysis",
  "data",
  "comparison",
  "allocation",
] as const satisfies readonly PlannedDesignResult["effort"][];

/**
 * The cheapest design above the one planned now: where that cannot bear a causal reading, the cheapest that can; where it
 * can, the cheapest of a higher level. One that can be done comes before any that cannot; of two as cheap, one that would
 * find the smallest effect, then the higher level.
 *
 * @param designs as ranked
 * @returns null where nothing is higher
 */
export function cheapestStepUp(designs: readonly PlannedDesignResult[], now: string): PlannedDesignResult | null {
  const level = ({ levels }: PlannedDesignResult) => levels[0]!.level ?? 0;
  const present = level(designs.find(({ id }) => id === now)!);
  const higher = designs.filter((design) => level(design) > present);
  const enough = higher.filter((design) => level(design) >= causalLevel);
  const feasible = (some: readonly PlannedDesignResult[]) => some.filter(({ obstacle }) => obstacle === null);
  const choices = [feasible(enough), feasible(higher), enough, higher].find((some) => some.length > 0) ?? [];
  return choices.reduce<PlannedDesignResult | null>(
    (best, design) => (best === null || cost(design) < cost(best) ? design : best),
    null,
  );
}

/** What it takes; half a step more where these people are too few for it. */
function cost({ effort, precision }: PlannedDesignResult): number {
  return efforts.indexOf(effort) + ((precision.power ?? 0) >= plannedPower ? 0 : 0.5);
}
