// Instruments as data

export { checkDefinition } from "./definition/check-definition.ts";
export { definitionTemplate } from "./definition/definition-template.ts";
export { type FailedCheck, runChecks } from "./definition/run-checks.ts";
export { unverifiedFacts } from "./definition/unverified-facts.ts";
export { findMeasure } from "./registry/find-measure.ts";
export { measureDefinitions } from "./registry/measure-definitions.ts";
export { type MeasureNotShipped, measuresNotShipped } from "./registry/measures-not-shipped.ts";

// From answers to scores

export { answersFromLong, type LongAnswers } from "./scoring/answers-from-long.ts";
export type { CodingCheck } from "./scoring/check-coding.ts";
export { type AnswerFlag, type ItemValues, type ItemValuesInput, itemValues } from "./scoring/item-values.ts";
export { type ScoreBands, scoreBands } from "./scoring/score-bands.ts";
export { type MeasureScores, type ScoreColumn, type ScoreMeasureInput, scoreMeasure } from "./scoring/score-measure.ts";
export type { ScoreState } from "./scoring/score-states.ts";

// Indicators, which have no total

export { type IndicatorShare, type IndicatorShares, indicatorShares } from "./indicators/indicator-shares.ts";

// Change of one person: beyond error of measurement, and out of the clinical range

export { type ChangeOfScore, changeOfScore } from "./change/change-of-score.ts";
export { type ClinicalCutOff, cutOff, type Population } from "./change/cut-off.ts";
export { type FloorAndCeiling, floorAndCeiling } from "./change/floor-and-ceiling.ts";
export type { BetterIs } from "./change/improvement.ts";
export { type CountOf, type OutcomeCategories, outcomeCategories, outcomeNames } from "./change/outcome-categories.ts";
export { type PairedWaves, type PairWavesInput, pairWaves } from "./change/pair-waves.ts";
export {
  type MeasurementError,
  type ReliableChange,
  type ReliableChangeInput,
  type ReliableChangeMethod,
  reliableChange,
} from "./change/reliable-change.ts";
export { type RulesOfScore, rulesOfScore } from "./change/rules-of-score.ts";
export { type TalkingTherapies, talkingTherapies } from "./change/talking-therapies.ts";

// Change of groups

export {
  type BeforeAfterEffect,
  type BeforeAfterEffects,
  type BeforeAfterStandardiser,
  beforeAfterEffects,
  hedgesCorrection,
} from "./change/before-after-effects.ts";
export { type ChangeOfGroupInput, changeOfGroup, type ErrorOfGroup } from "./change/change-of-group.ts";
export { clusteredChange } from "./change/clustered-change.ts";
export {
  type ControlledEffect,
  type ControlledStandardiser,
  controlledEffect,
  type GroupScores,
} from "./change/controlled-effect.ts";
export {
  ancovaFromMeans,
  type GroupDifference,
  type GroupDifferences,
  groupDifferences,
} from "./change/group-differences.ts";
export { type Responders, responders } from "./change/responders.ts";
export {
  type GroupAtOnce,
  type StandardisedDifference,
  standardisedDifference,
} from "./change/standardised-difference.ts";

// Change over several time points

export {
  type ChangeOverWaves,
  type ChangeOverWavesInput,
  changeOverWaves,
  type GroupOverWaves,
  type WaveAmount,
} from "./waves/change-over-waves.ts";
export type { WavesModel } from "./waves/waves-model.ts";

// What change would be without a programme, and what those who left could make of it

export { type AttritionBounds, attritionBounds, type GroupSeen } from "./attrition/attrition-bounds.ts";
export { type DeltaAdjusted, type DeltaAdjustedInput, deltaAdjusted } from "./attrition/delta-adjusted.ts";
export { type LeaversAtBaseline, leaversAtBaseline } from "./attrition/leavers-at-baseline.ts";
export {
  type ExpectedAfterSelection,
  expectedAfterSelection,
  expectedLaterScore,
  type UnselectedPopulation,
} from "./regression-to-mean/expected-change.ts";

// Reliability in one's own data

export { alphaOfLoadings } from "./reliability/alpha-of-loadings.ts";
export { type CronbachAlpha, cronbachAlpha } from "./reliability/cronbach-alpha.ts";
export { omegaTotal } from "./reliability/omega-total.ts";

// The measures of a study

export { type AnswersChecked, checkAnswers } from "./study/check-answers.ts";
export {
  type ArmOf,
  type DescribeMeasuresInput,
  describeMeasures,
  type MeasuresDescribed,
  type ScoresOfPeople,
} from "./study/describe-measures.ts";
export { flaggedAnswers } from "./study/flagged-answers.ts";
