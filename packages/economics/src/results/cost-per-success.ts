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
  /** of the pounds; null where the interval of the successes reaches none */
  readonly interval: readonly [number | null, number | null];
  readonly quadrant: Quadrant;
  /** share of draws in each quadrant */
  readonly shares: Readonly<Record<Quadrant, number>>;
}

/** A cost, or successes, against doing without: at the best values, and at each draw. */
export interface Against {
  readonly best: number;
  readonly draws: Float64Array;
}

/** What one success more of a model costs, of everybody reached. */
export function costPerSuccess(
  model: EconomicModel & { readonly success: NonNullable<EconomicModel["success"]> },
  draws: Points,
  points: Points,
  cost: Against,
  level: number,
): CostPerSuccess {
  const { label, treated, comparison, gain } = model.success;
  const sign = gain === "more" ? 1 : -1;
  const more = (at: Points) =>
    at[treated]!.map((value, i) => model.reached * causedAt(sign * (value - at[comparison]![i]!), model.bias, at, i));
  return costOfOneMore(label, { cost, successes: { best: more(points)[0]!, draws: more(draws) } }, level);
}

/**
 * Incremental cost-effectiveness against doing without the programme.
 *
 * Ratios with a negative part say nothing by their size, so that outside the first quadrant the quadrant is given in their place; an
 * interval is given only where that of the successes lies above none.
 */
export function costOfOneMore(
  label: string,
  { cost, successes }: { readonly cost: Against; readonly successes: Against },
  level: number,
): CostPerSuccess {
  const counts: Record<Quadrant, number> = {
    "dearer, more successes": 0,
    "dearer, fewer successes": 0,
    "cheaper, more successes": 0,
    "cheaper, fewer successes": 0,
  };
  successes.draws.forEach((more, i) => {
    counts[quadrantOf(cost.draws[i]!, more)] += 1 / successes.draws.length;
  });
  const quadrant = quadrantOf(cost.best, successes.best);
  const ratios = ratiosOf(cost.draws, successes.draws, level);
  return {
    label,
    successes: amountOf(successes.best, successes.draws, level),
    pounds: quadrant === "dearer, more successes" ? cost.best / successes.best : null,
    interval: quadrant === "dearer, more successes" && ratios !== null ? ratios : [null, null],
    quadrant,
    shares: counts,
  };
}

/** Limits of the pounds for each; a draw without successes more stands above every other, and none is given where the successes may be none. */
function ratiosOf(cost: Float64Array, successes: Float64Array, level: number): readonly [number, number] | null {
  const none = successes.reduce((count, one) => count + Number(one <= 0), 0) / successes.length;
  if (none > (1 - level) / 2) return null;
  const { interval } = amountOf(
    0,
    successes.map((one, i) => (one > 0 ? cost[i]! / one : Number.POSITIVE_INFINITY)),
    level,
  );
  return interval.every(Number.isFinite) ? interval : null;
}

function quadrantOf(cost: number, successes: number): Quadrant {
  return `${cost >= 0 ? "dearer" : "cheaper"}, ${successes > 0 ? "more" : "fewer"} successes`;
}
