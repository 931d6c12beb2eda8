import type { EconomicModel } from "../model/economic-model.ts";
import { evaluate, type Points } from "../model/evaluate.ts";
import { bestValues } from "../model/points-of.ts";
import { switchingPoint } from "./break-even.ts";
import { effectsOf, numbersOf } from "./inputs.ts";
import { quantileOfSorted } from "./sorted.ts";

/** How far one number alone moves the net value. */
export interface TornadoBar {
  readonly name: string;
  /** its low and high limit, */
  readonly low: number;
  readonly high: number;
  /** and the net value at each; pounds */
  readonly atLow: number;
  readonly atHigh: number;
  /** moved within its limits it alone changes whether gains exceed costs */
  readonly crossesZero: boolean;
  /** the value at which gains equal costs; null where none within the limits does */
  readonly switchesAt: number | null;
}

/**
 * Each number, and each effect, moved alone to its limits, widest bar first. An effect is the difference between its arms: nobody
 * learns of one arm alone.
 *
 * @param draws of every number, from whose middle share the limits are taken
 * @param level of the limits
 */
export function tornado(model: EconomicModel, draws: Points, level: number): TornadoBar[] {
  const best = bestValues(model);
  const inputs = [...numbersOf(model), ...effectsOf(model)];
  const limits = inputs.map(({ values }) => {
    const sorted = Float64Array.from(values(draws)).sort();
    return [quantileOfSorted(sorted, (1 - level) / 2), quantileOfSorted(sorted, (1 + level) / 2)] as const;
  });
  const n = 2 * inputs.length;
  const points: Record<string, Float64Array> = Object.fromEntries(
    Object.entries(best).map(([name, value]) => [name, new Float64Array(n).fill(value)]),
  );
  inputs.forEach(({ moved }, at) => {
    limits[at]!.forEach((limit, side) => {
      for (const [name, value] of Object.entries(moved(limit, best))) points[name]![2 * at + side] = value;
    });
  });
  const { net } = evaluate(model, points, n);
  return inputs
    .map(({ name, moved }, at) => {
      const [low, high] = limits[at]!;
      const [atLow, atHigh] = [net[2 * at]!, net[2 * at + 1]!];
      const crossesZero = atLow < 0 !== atHigh < 0;
      const switchesAt = crossesZero ? switchingPoint(model, (value) => moved(value, best), [low, high]) : null;
      return { name, low, high, atLow, atHigh, crossesZero, switchesAt };
    })
    .sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow) || (a.name < b.name ? -1 : 1));
}
