import type { EconomicModel } from "../model/economic-model.ts";
import { causedAt, type Points } from "../model/evaluate.ts";
import { type Amount, amountOf } from "./amounts.ts";

/** Where cost and effect stand against doing without the programme. */
export type Quadrant =
  | "dearer, more successes"
  | "dearer, fewer successes"
  | "cheaper, more successes"
  | "cheaper, fewer successes";

/** What one success more costs, compared with doing without: the only cost per success that is causal. */
export interface CostPerSuccess {
  readonly label: string;
  /** successes more than there would have been, of everybody reached */
  readonly successes: Amount;
  /** pounds for each; null outside the quadrant of dearer and more, where the quadrant says all */
  readonly pounds: number | null;
  /** of the pounds; a limit is null where the successes may be none */
  readonly interval: readonly [number | null, number | null];
  readonly quadrant: Quadrant;
  /** share of draws in each quadrant */
  readonly shares: Readonly<Record<Quadrant, number>>;
}

/**
 * Incremental cost-effectiveness against doing without the programme.
 *
 * Ratios with a negative part say nothing by their size, so that outside the first quadrant the quadrant is given in their place; an
 * interval is given only where every draw has more successes.
 *
 * @param cost at each draw, pounds
 * @param best cost at the best values
 */
export function costPerSuccess(
  model: EconomicModel & { readonly success: NonNullable<EconomicModel["success"]> },
  draws: Points,
  points: Points,
  cost: { readonly best: number; readonly draws: Float64Array },
  level: number,
): CostPerSuccess {
  const { label, treated, comparison, gain } = model.success;
  const sign = gain === "more" ? 1 : -1;
  const more = (at: Points) =>
    at[treated]!.map((value, i) => model.reached * causedAt(sign * (value - at[comparison]![i]!), model.bias, at, i));
  const best = more(points)[0]!;
  const each = more(draws);
  const counts: Record<Quadrant, number> = {
    "dearer, more successes": 0,
    "dearer, fewer successes": 0,
    "cheaper, more successes": 0,
    "cheaper, fewer successes": 0,
  };
  each.forEach((successes, i) => {
    counts[quadrantOf(cost.draws[i]!, successes)] += 1 / each.length;
  });
  const quadrant = quadrantOf(cost.best, best);
  const always = each.every((successes) => successes > 0);
  const ratios = always
    ? amountOf(
        0,
        each.map((successes, i) => cost.draws[i]! / successes),
        level,
      ).interval
    : null;
  return {
    label,
    successes: amountOf(best, each, level),
    pounds: quadrant === "dearer, more successes" ? cost.best / best : null,
    interval: quadrant === "dearer, more successes" && ratios !== null ? ratios : [null, null],
    quadrant,
    shares: counts,
  };
}

function quadrantOf(cost: number, successes: number): Quadrant {
  return `${cost >= 0 ? "dearer" : "cheaper"}, ${successes > 0 ? "more" : "fewer"} successes`;
}
