import { exactBinomialInterval, mean, sampleStandardDeviation } from "../../packages/stats/src/index.ts";
import type { Contrast } from "./run-completion-null.ts";

/** How one analysis fared over many programmes without effect; differences in points. */
export interface ContrastSummary {
  readonly meanPoints: number;
  /** Of the mean, from how far the programmes differ. */
  readonly monteCarloErrorPoints: number;
  readonly spreadPoints: number;
  readonly meanStandardErrorPoints: number;
  /** Intervals that hold no difference, their share, and where that lies with 99 %. */
  readonly covered: number;
  readonly coverage: number;
  readonly coverageInterval: readonly [number, number];
}

export function summariseContrasts(contrasts: readonly Contrast[]): ContrastSummary {
  const points = contrasts.map(({ riskDifference }) => 100 * riskDifference);
  const covered = contrasts.filter(({ lower, upper }) => lower <= 0 && upper >= 0).length;
  const { lower, upper } = exactBinomialInterval({ events: covered, total: contrasts.length, level: 0.99 });
  const spread = sampleStandardDeviation(points);
  return {
    meanPoints: mean(points),
    monteCarloErrorPoints: spread / Math.sqrt(points.length),
    spreadPoints: spread,
    meanStandardErrorPoints: mean(contrasts.map(({ standardError }) => 100 * standardError)),
    covered,
    coverage: covered / contrasts.length,
    coverageInterval: [lower, upper],
  };
}
