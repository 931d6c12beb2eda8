import { normalCdf } from "../distributions/normal.ts";
import { bracketedRoot } from "../root-finding/bracketed-root.ts";

/** Chances of an event, one for each kind of unit, and how much these chances count. */
export interface WeightedChances {
  readonly weight: number;
  readonly chances: readonly number[];
}

/** Up to this many units the distribution of their number with an event is worked out exactly, beyond it is normal. */
const EXACT_UNITS = 200;

/**
 * Quantiles of the number of units with an event, when which chances they have
 * is itself uncertain: of the mid-distribution P(X < x) + P(X = x) / 2, straight
 * between whole numbers.
 */
export function midQuantiles(
  mixture: readonly WeightedChances[],
  sizes: readonly number[],
  ps: readonly number[],
): number[] {
  const units = sizes.reduce((sum, size) => sum + size, 0);
  return units <= EXACT_UNITS ? exactQuantiles(mixture, sizes, units, ps) : normalQuantiles(mixture, sizes, units, ps);
}

function exactQuantiles(
  mixture: readonly WeightedChances[],
  sizes: readonly number[],
  units: number,
  ps: readonly number[],
): number[] {
  const mass = new Float64Array(units + 1);
  for (const { weight, chances } of mixture) {
    const own = poissonBinomialMass(chances, sizes, units);
    for (let k = 0; k <= units; k++) mass[k] = mass[k]! + weight * own[k]!;
  }
  const middle = new Float64Array(units + 1);
  let below = 0;
  for (let k = 0; k <= units; k++) {
    middle[k] = below + mass[k]! / 2;
    below += mass[k]!;
  }
  return ps.map((p) => {
    // Where nobody, or everybody, has more than 2p of the distribution, the limit is the end itself.
    if (p <= middle[0]!) return 0;
    if (p >= middle[units]!) return units;
    let k = 0;
    while (middle[k + 1]! < p) k++;
    return k + (p - middle[k]!) / (middle[k + 1]! - middle[k]!);
  });
}

/** Number of successes of independent trials with chances of their own. */
function poissonBinomialMass(chances: readonly number[], sizes: readonly number[], units: number): Float64Array {
  const mass = new Float64Array(units + 1);
  mass[0] = 1;
  let trials = 0;
  chances.forEach((chance, kind) => {
    for (let trial = 0; trial < sizes[kind]!; trial++) {
      trials++;
      for (let k = trials; k > 0; k--) mass[k] = mass[k]! * (1 - chance) + mass[k - 1]! * chance;
      mass[0] = mass[0]! * (1 - chance);
    }
  });
  return mass;
}

function normalQuantiles(
  mixture: readonly WeightedChances[],
  sizes: readonly number[],
  units: number,
  ps: readonly number[],
): number[] {
  const parts = mixture.map(({ weight, chances }) => {
    let mean = 0;
    let variance = 0;
    chances.forEach((chance, kind) => {
      mean += sizes[kind]! * chance;
      variance += sizes[kind]! * chance * (1 - chance);
    });
    return { weight, mean, sd: Math.sqrt(variance) };
  });
  const cdf = (x: number) => parts.reduce((sum, { weight, mean, sd }) => sum + weight * normalCdf((x - mean) / sd), 0);
  return ps.map((p) => {
    if (p <= cdf(0)) return 0;
    if (p >= cdf(units)) return units;
    return bracketedRoot((x) => cdf(x) - p, 0, units);
  });
}
