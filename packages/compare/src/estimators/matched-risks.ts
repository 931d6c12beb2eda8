import { clusteredRisks } from "./clustered-risks.ts";
import type { EffectEstimator } from "./estimator.ts";
import { resampledRatios } from "./resampled-arms.ts";

export const matchedRisks: EffectEstimator = {
  id: "matched-risks",
  estimator: "matched",
  label: "difference and ratios in matched means",
  kinds: ["binary"],
  measures: ["riskDifference", "riskRatio", "oddsRatio"],
  needs: ["matchedSets"],
  source: "Austin (2011), doi:10.1002/sim.4200; Abadie and Spiess (2022), doi:10.1080/01621459.2020.1840383",
  estimate: (people, { level }) => clusteredRisks(people, level, "matched"),
  resampled: (people) => resampledRatios(people, null),
};
