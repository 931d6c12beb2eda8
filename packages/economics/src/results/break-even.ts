import { bracketedRoot } from "@likewise/stats";
import type { EconomicModel } from "../model/economic-model.ts";
import { type Evaluated, evaluate } from "../model/evaluate.ts";
import { pointAt } from "../model/points-of.ts";

/** What would just pay for itself. */
export interface BreakEven {
  /** whose gains count */
  readonly counting: "all" | "fiscal" | "cashable";
  /** the effect found times this; null where no effect in its direction would do, because nothing is gained or something is lost */
  readonly effectTimes: number | null;
  /** the cost paid times this */
  readonly costTimes: number | null;
}

const gains: Readonly<Record<BreakEven["counting"], (at: Evaluated) => number>> = {
  all: (at) => at.benefit[0]!,
  fiscal: (at) => at.byKind.fiscal[0]!,
  cashable: (at) => at.cashable[0]!,
};

/**
 * How many times the effect found, or the cost paid, would make gains equal costs: the honest headline of most programmes.
 *
 * Benefits are in proportion to the effect the programme caused, so that one division gives it; {@link switchingValue} searches where
 * they are not.
 */
export function breakEven(model: EconomicModel, counting: BreakEven["counting"]): BreakEven {
  const at = evaluate(model, pointAt(model), 1);
  const gained = gains[counting](at);
  const cost = at.cost[0]!;
  return {
    counting,
    effectTimes: gained > 0 ? cost / gained : null,
    costTimes: gained > 0 && cost > 0 ? gained / cost : null,
  };
}

/**
 * The value of one number at which gains equal costs, everything else at its best value.
 *
 * @param name of a number of the model
 * @param low  lowest value it could have
 * @param high highest
 * @returns null where gains stay above, or below, costs all the way
 */
export function switchingValue(
  model: EconomicModel,
  name: string,
  [low, high]: readonly [number, number],
  counting: BreakEven["counting"] = "all",
): number | null {
  return switchingPoint(model, (value) => ({ [name]: value }), [low, high], counting);
}

/** The value at which gains equal costs, where a value stands for any set of numbers moved together. */
export function switchingPoint(
  model: EconomicModel,
  moved: (value: number) => Readonly<Record<string, number>>,
  [low, high]: readonly [number, number],
  counting: BreakEven["counting"] = "all",
): number | null {
  const surplus = (value: number) => {
    const at = evaluate(model, pointAt(model, moved(value)), 1);
    return gains[counting](at) - at.cost[0]!;
  };
  const [atLow, atHigh] = [surplus(low), surplus(high)];
  if (atLow > 0 === atHigh > 0 && atLow !== 0 && atHigh !== 0) return null;
  return bracketedRoot(surplus, low, high);
}
