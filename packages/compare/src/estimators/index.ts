import { adjustedHazards } from "./adjusted-hazards.ts";
import { adjustedMeans } from "./adjusted-means.ts";
import { adjustedOdds } from "./adjusted-odds.ts";
import { adjustedRates } from "./adjusted-rates.ts";
import { adjustedRisks } from "./adjusted-risks.ts";
import { augmentedMeans } from "./augmented-means.ts";
import { augmentedRisks } from "./augmented-risks.ts";
import { crudeHazards } from "./crude-hazards.ts";
import { crudeMeans } from "./crude-means.ts";
import { crudeRates } from "./crude-rates.ts";
import { crudeRestrictedMeans } from "./crude-restricted-means.ts";
import { crudeRisks } from "./crude-risks.ts";
import type { EffectEstimator } from "./estimator.ts";
import { matchedAdjustedMeans } from "./matched-adjusted-means.ts";
import { matchedAdjustedRisks } from "./matched-adjusted-risks.ts";
import { matchedHazards } from "./matched-hazards.ts";
import { matchedMeans } from "./matched-means.ts";
import { matchedRates } from "./matched-rates.ts";
import { matchedRestrictedMeans } from "./matched-restricted-means.ts";
import { matchedRisks } from "./matched-risks.ts";
import { weightedHazards } from "./weighted-hazards.ts";
import { weightedMeans } from "./weighted-means.ts";
import { weightedRates } from "./weighted-rates.ts";
import { weightedRestrictedMeans } from "./weighted-restricted-means.ts";
import { weightedRisks } from "./weighted-risks.ts";

/** Every way of estimating an effect; for each kind of outcome the first that fits gives the default measure. */
export const effectEstimators: readonly EffectEstimator[] = [
  crudeRisks,
  adjustedRisks,
  adjustedOdds,
  matchedRisks,
  matchedAdjustedRisks,
  weightedRisks,
  augmentedRisks,
  crudeRates,
  adjustedRates,
  matchedRates,
  weightedRates,
  crudeMeans,
  adjustedMeans,
  matchedMeans,
  matchedAdjustedMeans,
  weightedMeans,
  augmentedMeans,
  crudeHazards,
  adjustedHazards,
  matchedHazards,
  weightedHazards,
  crudeRestrictedMeans,
  matchedRestrictedMeans,
  weightedRestrictedMeans,
];
