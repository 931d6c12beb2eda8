import { type Estimate, effectMeasure } from "@likewise/schema";
import { published } from "../figures.ts";

/** Whether the interval leaves out no difference, from the one interval and level that decide: "yes", "no", or [c] where that is withheld. */
export function isSignificant({ interval, measure }: Estimate): string {
  const none = effectMeasure(measure).ratio ? 1 : 0;
  const [low, high] = interval;
  const above = sideOf(low, none);
  const below = sideOf(high, none);
  if (above === null || below === null) return "[c]";
  return above === below && above !== 0 ? "yes" : "no";
}

/** 1 where a limit lies above, −1 below, 0 on it; null where withheld. */
function sideOf(limit: Estimate["interval"][number], none: number): number | null {
  if (typeof limit === "object" && "unbounded" in limit) return limit.unbounded === "above" ? 1 : -1;
  const value = published(limit);
  return value === null ? null : Math.sign(value - none);
}
