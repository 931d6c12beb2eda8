import { checkWhole } from "../distributions/check-argument.ts";
import { finiteVector } from "../linear-algebra/finite-vector.ts";
import { checkLevel } from "../proportions/two-sided-quantile.ts";
import { exposureVector } from "./cells.ts";
import type { GammaPoissonFit } from "./fit-gamma-poisson.ts";
import { midQuantiles } from "./mid-quantiles.ts";
import { NEARLY_ALL } from "./plausible-parameters.ts";
import { shareAfterCount } from "./predict-after-count.ts";
import { shareAfterSelection } from "./predict-after-selection.ts";

/** What is known of the units' past: each one's count, or only the rule that selected them. */
export type KnownPast =
  | { readonly counts: ArrayLike<number>; readonly exposures?: ArrayLike<number> }
  | { readonly atLeast: number; readonly exposures: ArrayLike<number> };

export interface SharePrediction {
  readonly units: number;
  /** expected share of the units with at least one event after */
  readonly share: number;
  /** limits for the share that will be seen */
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/**
 * Prediction of the share of some units with at least one event in the next
 * window, when nothing changes: the share that selection alone leads to, with
 * limits for the share that will be seen in these units.
 *
 * Known counts say more than the rule: by the rule alone the interval is a
 * little too wide for units that are in the fit themselves.
 *
 * The limits carry both kinds of uncertainty: of the parameters, by averaging
 * over their likelihood (`fit.plausible`), and of who among the units has an
 * event. Counts are discrete; limits are quantiles of the mid-distribution, so
 * that the interval holds its level on average rather than at least.
 *
 * @param fit            from `fitGammaPoisson`, of everybody the units were selected from
 * @param past           each unit's count before and exposure (ones when left out), or the fewest events that selected
 *                       them and their exposures; counts say more
 * @param exposuresAfter of each unit in the next window, > 0, in the unit of the fit; ones when left out
 * @param level          default 0.95
 * @returns shares, 0 to 1
 * @throws RangeError when there are no units, lengths differ, or a value is out of range
 * @source Bjørnstad (1990), Predictive likelihood: a review, doi:10.1214/ss/1177012175; Lancaster (1961),
 *   doi:10.1080/01621459.1961.10482105, for the mid-distribution
 * @example
 * const counts = Array.from({ length: 400 }, (_, i) => [0, 0, 0, 0, 0, 1, 0, 2, 0, 4][i % 10]);
 * const selected = counts.filter((count) => count >= 1);
 * const after = predictShare({ fit: fitGammaPoisson({ counts }), past: { counts: selected } });
 * after.lower < after.share && after.share < after.upper; // true
 */
export function predictShare({
  fit,
  past,
  exposuresAfter,
  level = 0.95,
}: {
  fit: GammaPoissonFit;
  past: KnownPast;
  exposuresAfter?: ArrayLike<number>;
  level?: number;
}): SharePrediction {
  const caller = "predictShare";
  checkLevel(caller, level);
  const kinds = kindsOf(caller, past, exposuresAfter);
  const sizes = kinds.map(({ size }) => size);
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const chancesAt = (dispersion: number, meanRate: number) => kinds.map((kind) => kind.chance(dispersion, meanRate));
  const best = chancesAt(fit.shape === null ? 0 : 1 / fit.shape, fit.meanRate);
  const mixture = fit.plausible.flatMap(({ dispersion, meanRate, logStandardError, weight }) =>
    normalPoints.map(([z, share]) => ({
      weight: weight * share,
      chances: chancesAt(dispersion, meanRate * Math.exp(z * logStandardError)),
    })),
  );
  const [lower, upper] = midQuantiles(mixture, sizes, [(1 - level) / 2, (1 + level) / 2]);
  return {
    units,
    share: best.reduce((sum, chance, k) => sum + chance * sizes[k]!, 0) / units,
    lower: lower! / units,
    upper: upper! / units,
    level,
  };
}

/** Five points and weights that integrate a normal distribution (Gauss–Hermite; exact for polynomials to degree 9). */
const normalPoints: readonly (readonly [number, number])[] = hermitePoints();

function hermitePoints(): [number, number][] {
  const inner = Math.sqrt(5 - Math.sqrt(10));
  const outer = Math.sqrt(5 + Math.sqrt(10));
  const near = (7 + 2 * Math.sqrt(10)) / 60;
  const far = (7 - 2 * Math.sqrt(10)) / 60;
  return [
    [-outer, far],
    [-inner, near],
    [0, 8 / 15],
    [inner, near],
    [outer, far],
  ];
}

/** Units that agree in what is known of them, and their chance of an event as a function of the parameters. */
interface Kind {
  readonly size: number;
  chance(dispersion: number, meanRate: number): number;
}

function kindsOf(caller: string, past: KnownPast, exposuresAfter: ArrayLike<number> | undefined): Kind[] {
  const counted = "counts" in past;
  const n = counted ? past.counts.length : past.exposures.length;
  if (n === 0) throw new RangeError(`${caller}: past must hold at least one unit, got 0`);
  const before = exposureVector(caller, "past.exposures", past.exposures, n);
  const after = exposureVector(caller, "exposuresAfter", exposuresAfter, n);
  const counts = counted ? finiteVector(caller, "past.counts", past.counts, n) : new Float64Array(n).fill(past.atLeast);
  const sizes = new Map<string, { row: number; size: number }>();
  for (let i = 0; i < n; i++) {
    checkWhole(caller, counted ? "past.counts (events)" : "past.atLeast (events)", counts[i]!);
    const key = `${counts[i]} ${before[i]} ${after[i]}`;
    const kind = sizes.get(key);
    if (kind) kind.size++;
    else sizes.set(key, { row: i, size: 1 });
  }
  const natural = (a: number, b: number) => counts[a]! - counts[b]! || before[a]! - before[b]! || after[a]! - after[b]!;
  return [...sizes.values()]
    .sort((a, b) => natural(a.row, b.row))
    .map(({ row, size }) => {
      const known = [counts[row]!, before[row]!, after[row]!] as const;
      return {
        size,
        chance: (dispersion, meanRate) =>
          counted
            ? shareAfterCount(Math.max(dispersion, lowestDispersion(meanRate, ...known)), meanRate, ...known)
            : shareAfterSelection(Math.max(dispersion, 0), meanRate, ...known),
      };
    });
}

/** A dispersion below 0 must leave the unit's count, and those to be expected of it, possible. */
function lowestDispersion(meanRate: number, count: number, before: number, after: number): number {
  return -NEARLY_ALL / Math.max(count, meanRate * (before + after));
}
