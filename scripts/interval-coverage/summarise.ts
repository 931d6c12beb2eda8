import { betaQuantile, mean, sampleStandardDeviation } from "../../packages/stats/src/index.ts";
import type { CoveredSeed } from "./cover-seed.ts";

/** How the intervals did over many programmes. */
export interface CoverageSummary {
  readonly what: string;
  readonly source: { readonly kind: "identity"; readonly working: string };
  readonly seeds: { readonly from: number; readonly to: number; readonly count: number };
  readonly covered: number;
  readonly coverage: number;
  /** Exact (Clopper-Pearson) 99 % interval of the coverage. */
  readonly interval99: readonly [number, number];
  readonly meanBias: number;
  readonly meanBiasStandardError: number;
  /** What matching leaves over explains the bias: people inside the caliper are alike, not the same. */
  readonly meanImbalance: number;
  /** Standard deviation of estimate minus truth, and the mean half-width of the intervals over 1.96. */
  readonly errorStandardDeviation: number;
  readonly meanStandardErrorOfIntervals: number;
  readonly meanTruth: number;
  readonly meanEstimate: number;
  readonly meanMatched: number;
  readonly naive: {
    readonly meanBefore: number;
    readonly meanAfter: number;
    readonly meanChange: number;
    /** Change as it would be published: after over before, less 1. */
    readonly meanRelativeChange: number;
    /** Programmes in which the fall was larger than the true effect on the people matched. */
    readonly overstated: number;
  };
}

/** Summary of covered seeds, in order of seed. */
export function summarise(seeds: readonly CoveredSeed[]): CoverageSummary {
  const errors = seeds.map((seed) => seed.estimate - seed.truth);
  const covered = seeds.filter(({ low, high, truth }) => low <= truth && truth <= high).length;
  const of = (value: (seed: CoveredSeed) => number) => mean(seeds.map(value));
  const errorStandardDeviation = sampleStandardDeviation(errors);
  return {
    what: "Coverage of the 95 % interval of the matched risk difference, against the mean expected difference of the people matched",
    source: {
      kind: "identity",
      working: "A 95 % interval holds the truth it is about in 95 % of repetitions; written by scripts/coverage.ts",
    },
    seeds: { from: seeds[0]!.seed, to: seeds.at(-1)!.seed, count: seeds.length },
    covered,
    coverage: covered / seeds.length,
    interval99: clopperPearson(covered, seeds.length, 0.99),
    meanBias: mean(errors),
    meanBiasStandardError: errorStandardDeviation / Math.sqrt(seeds.length),
    meanImbalance: of((seed) => seed.imbalance),
    errorStandardDeviation,
    meanStandardErrorOfIntervals: of(({ low, high }) => (high - low) / 2 / 1.959963984540054),
    meanTruth: of((seed) => seed.truth),
    meanEstimate: of((seed) => seed.estimate),
    meanMatched: of((seed) => seed.matched),
    naive: {
      meanBefore: of((seed) => seed.naiveBefore),
      meanAfter: of((seed) => seed.naiveAfter),
      meanChange: of((seed) => seed.naiveAfter - seed.naiveBefore),
      meanRelativeChange: of((seed) => seed.naiveAfter / seed.naiveBefore - 1),
      overstated: seeds.filter((seed) => seed.naiveAfter - seed.naiveBefore < seed.truth).length,
    },
  };
}

/**
 * Exact interval of a proportion.
 *
 * @source Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404
 */
function clopperPearson(events: number, total: number, level: number): [number, number] {
  const tail = (1 - level) / 2;
  const low = events === 0 ? 0 : betaQuantile(tail, events, total - events + 1);
  const high = events === total ? 1 : betaQuantile(1 - tail, events + 1, total - events);
  return [low, high];
}
