import { quantileOfSorted } from "./sorted.ts";

/** Pounds in prices of the model, as present value. */
export interface Amount {
  /** at the best values */
  readonly estimate: number;
  readonly interval: readonly [number, number];
}

/** A ratio: of the best values, with the interval of its draws; a limit is null where draws of the denominator reach 0. */
export interface Ratio {
  readonly estimate: number | null;
  readonly interval: readonly [number | null, number | null];
}

/** A best value with the middle share of its draws. */
export function amountOf(best: number, draws: ArrayLike<number>, level: number): Amount {
  const sorted = Float64Array.from(draws).sort();
  return {
    estimate: best,
    interval: [quantileOfSorted(sorted, (1 - level) / 2), quantileOfSorted(sorted, (1 + level) / 2)],
  };
}

/**
 * One over the other: of best values, never a mean of ratios. Where the denominator's draws do not all lie above 0 a ratio has no
 * interval that could be read.
 */
export function ratioOf(
  best: { readonly over: number; readonly under: number },
  draws: { readonly over: Float64Array; readonly under: Float64Array },
  level: number,
): Ratio {
  const estimate = best.under > 0 ? best.over / best.under : null;
  if (!draws.under.every((one) => one > 0)) return { estimate, interval: [null, null] };
  const each = amountOf(
    0,
    draws.over.map((one, i) => one / draws.under[i]!),
    level,
  );
  return { estimate, interval: each.interval };
}
