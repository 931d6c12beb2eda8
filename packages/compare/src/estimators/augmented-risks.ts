import { clusterAssumptions } from "./arm-clusters.ts";
import { eventsIn, peopleIn } from "./arm-summary.ts";
import { augmentedArms } from "./augmented-arms.ts";
import type { EffectEstimator } from "./estimator.ts";
import { outcomePredictions } from "./outcome-models.ts";
import { allRefused, reasons } from "./refused.ts";
import { riskEffects } from "./risk-effects.ts";
import { tooFew } from "./too-few.ts";

export const augmentedRisks: EffectEstimator = {
  id: "augmented-risks",
  estimator: "augmented",
  label: "difference and ratios of risks, weighted and adjusted by a regression in each arm",
  kinds: ["binary"],
  measures: ["riskDifference", "riskRatio", "oddsRatio"],
  needs: ["weights", "covariates"],
  source:
    "Robins, Rotnitzky and Zhao (1994), doi:10.1080/01621459.1994.10476818; Lunceford and Davidian (2004), doi:10.1002/sim.1903",
  estimate(people, options) {
    const { measures } = augmentedRisks;
    const few = tooFew(people);
    if (few !== null) return allRefused(measures, few);
    const isExtreme = ([1, 0] as const).some((arm) => [0, peopleIn(people, arm)].includes(eventsIn(people, arm)));
    if (isExtreme) return allRefused(measures, reasons.armWithoutSpread);
    const predictions = outcomePredictions(people);
    if ("refusal" in predictions) return allRefused(measures, predictions.refusal);
    const { contrast, arms } = augmentedArms(people, predictions, options);
    if (![contrast.treated.value, contrast.comparison.value].every((risk) => risk > 0 && risk < 1)) {
      return allRefused(measures, impossibleRisk);
    }
    return {
      effects: riskEffects(
        people,
        contrast,
        options.level,
        "weighted and adjusted by logistic regression in each arm (AIPW)",
      ),
      refusals: [],
      assumptions: clusterAssumptions(people, "stand-in"),
      armInfluence: arms,
    };
  },
};

const impossibleRisk = {
  rule: "impossible-risk",
  why: "weights this uneven put the risk of an arm at 0 or less, or at 1 or more, which no risk can be",
  unlocks: "overlap weights or trimming, or fewer covariates",
};
