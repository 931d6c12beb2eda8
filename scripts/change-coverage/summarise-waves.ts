import { betaQuantile } from "../../packages/stats/src/index.ts";
import { people, type SimulatedWaves, truth } from "./simulated-waves.ts";

/** How often intervals hold the true change, with exact 99 % Monte Carlo intervals. */
export function summariseWaves(studies: readonly SimulatedWaves[]) {
  return {
    studies: studies.length,
    anyCovariance: studies.filter(({ kind }) => kind === "any-covariance").length,
    meanShareLost: 1 - studies.reduce((sum, { stayed }) => sum + stayed, 0) / (people * studies.length),
    asSaid: coverage(studies.map(({ interval }) => interval)),
    takenAlike: coverage(studies.map(({ alike }) => alike)),
  };
}

function coverage(intervals: readonly (readonly [number, number])[]) {
  const n = intervals.length;
  const covered = intervals.filter(([lower, upper]) => lower <= truth && truth <= upper).length;
  return {
    covered,
    coverage: covered / n,
    interval99: [
      covered === 0 ? 0 : betaQuantile(0.005, covered, n - covered + 1),
      covered === n ? 1 : betaQuantile(0.995, covered + 1, n - covered),
    ],
    meanWidth: intervals.reduce((sum, [lower, upper]) => sum + upper - lower, 0) / n,
  };
}
