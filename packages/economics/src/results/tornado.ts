import type { EconomicModel } from "../model/economic-model.ts";
import { evaluate, type Points } from "../model/evaluate.ts";
import { bestValues } from "../model/points-of.ts";
import { switchingValue } from "./break-even.ts";
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
 * Each number and estimate moved alone to its limits, widest bar first.
 *
 * @param draws of every number, from whose middle share the limits are taken
 * @param level of the limits
 */
export function tornado(model: EconomicModel, draws: Points, level: number): TornadoBar[] {
  const best = bestValues(model);
  const names = Object.keys(best).filter((name) => model.numbers[name]?.kind !== "fixed");
  const limits = names.map((name) => {
    const sorted = Float64Array.from(draws[name]!).sort();
    return [quantileOfSorted(sorted, (1 - level) / 2), quantileOfSorted(sorted, (1 + level) / 2)] as const;
  });
  const n = 2 * names.length;
  const points = Object.fromEntries(
    Object.entries(best).map(([name, value]) => {
      const column = new Float64Array(n).fill(value);
      const at = names.indexOf(name);
      if (at >= 0) [column[2 * at], column[2 * at + 1]] = limits[at]!;
      return [name, column];
    }),
  );
  const { net } = evaluate(model, points, n);
  return names
    .map((name, at) => {
      const [low, high] = limits[at]!;
      const [atLow, atHigh] = [net[2 * at]!, net[2 * at + 1]!];
      const crossesZero = atLow < 0 !== atHigh < 0;
      return {
        name,
        low,
        high,
        atLow,
        atHigh,
        crossesZero,
        switchesAt: crossesZero ? switchingValue(model, name, [low, high]) : null,
      };
    })
    .sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow) || (a.name < b.name ? -1 : 1));
}
