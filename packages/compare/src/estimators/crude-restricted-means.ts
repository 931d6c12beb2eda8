import type { EffectEstimator } from "./estimator.ts";
import { restrictedMeans } from "./restricted-means.ts";

export const crudeRestrictedMeans: EffectEstimator = {
  id: "crude-restricted-means",
  estimator: "crude",
  label: "difference in mean time without the event up to a horizon",
  kinds: ["time-to-event", "binary"],
  measures: ["restrictedMeanSurvivalTimeDifference"],
  needs: ["time"],
  source: "Royston and Parmar (2013), doi:10.1186/1471-2288-13-152",
  estimate: (people, options) => restrictedMeans(people, options, "difference in mean time without the event"),
};
