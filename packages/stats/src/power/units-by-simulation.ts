import { checkWhole } from "../distributions/check-argument.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { type Refused, refuse } from "../refusals/refused.ts";
import { type SimulatedPower, simulatedPower } from "./simulated-power.ts";

export interface UnitsBySimulation {
  readonly kind: "likewise/units-by-simulation";
  /** smallest number tried whose simulated power reached what was asked for */
  readonly units: number;
  /** at that number, with its Monte Carlo interval */
  readonly at: SimulatedPower;
  /** largest number whose whole Monte Carlo interval lies below what was asked for; null where none tried does */
  readonly surelyTooFew: number | null;
  /** every number tried, ascending */
  readonly tried: readonly { readonly units: number; readonly power: number }[];
}

/**
 * Units needed by simulation: numbers are halved in on, each with the same streams, so that the power of neighbours
 * differs by their size and not by luck.
 *
 * @param study   makes up one study of so many units and analyses it
 * @param power   asked for, default 0.8
 * @param least   fewest units looked at, whole, >= 1
 * @param most    most units looked at, whole, >= least
 * @param studies at each number, default 1000
 * @returns refused where the most units do not reach the power
 * @throws RangeError when a parameter is out of range
 * @example
 * const study = (stream, units) => stream.bernoulli(Math.min(1, units / 100));
 * unitsBySimulation({ study, least: 1, most: 100, power: 1, studies: 50, seed: 1 }).at.power; // 1
 */
export function unitsBySimulation({
  study,
  power = 0.8,
  least,
  most,
  studies = 1000,
  seed,
}: {
  study: (stream: RandomStream, units: number) => boolean | null;
  power?: number;
  least: number;
  most: number;
  studies?: number;
  seed: number | string;
}): UnitsBySimulation | Refused {
  const caller = "unitsBySimulation";
  checkWhole(caller, "least", least, 1);
  checkWhole(caller, "most", most, least);
  if (!(power > 0 && power <= 1)) throw new RangeError(`${caller}: power must be above 0 and at most 1, got ${power}`);
  const tried = new Map<number, SimulatedPower>();
  const isEnough = (units: number) => {
    const result = simulatedPower({ study: (stream) => study(stream, units), studies, seed });
    tried.set(units, result);
    return result.power >= power;
  };
  if (!isEnough(most)) {
    return refuse(
      "units needed",
      "the most units looked at do not reach the power",
      "a larger `most`, or a larger effect",
    );
  }
  let [tooFew, enough] = [least - 1, most];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  const ascending = [...tried].sort(([a], [b]) => a - b);
  return {
    kind: "likewise/units-by-simulation",
    units: enough,
    at: tried.get(enough)!,
    surelyTooFew: ascending.filter(([, { upper }]) => upper < power).at(-1)?.[0] ?? null,
    tried: ascending.map(([units, result]) => ({ units, power: result.power })),
  };
}
