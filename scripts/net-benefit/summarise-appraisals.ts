import { betaQuantile } from "../../packages/stats/src/index.ts";
import type { SimulatedAppraisal } from "./simulated-appraisal.ts";

/** How often the 95 % interval of the net value holds the true one, with its exact 99 % Monte Carlo interval. */
export function coverageOfNet(programmes: readonly SimulatedAppraisal[]) {
  const n = programmes.length;
  const covered = programmes.filter(({ net, appraisal }) => {
    const [lower, upper] = appraisal.netPresentSocialValue.interval;
    return lower <= net && net <= upper;
  }).length;
  return {
    programmes: n,
    covered,
    coverage: covered / n,
    interval99: [
      covered === 0 ? 0 : betaQuantile(0.005, covered, n - covered + 1),
      covered === n ? 1 : betaQuantile(0.995, covered + 1, n - covered),
    ],
  };
}

/** The mean probability given that gains exceed costs. */
export function meanProbability(programmes: readonly SimulatedAppraisal[]) {
  const total = programmes.reduce((sum, { appraisal }) => sum + appraisal.probabilityPositive, 0);
  return { programmes: programmes.length, meanProbabilityPositive: total / programmes.length };
}
