// Before: covariates from events up to the index date

export { type EventBaseline, eventBaseline } from "./event-baseline.ts";

// After: reoffending over declared windows

export { offendingOutcomes } from "./offending-outcomes.ts";
export type { FirstSeverity } from "./reoffending/first-severity.ts";
export type { ChanceLimits } from "./reoffending/month-figures.ts";
export {
  type MonthFigures,
  type MonthlyRunChart,
  monthlyRunChart,
  type RunChartMonth,
} from "./reoffending/monthly-run-chart.ts";
export { type PersonAtRisk, type RatePerYear, ratePerYear } from "./reoffending/rate-per-year.ts";
export type { ProgrammeEvents, ReoffendingFigures } from "./reoffending/reoffending-figures.ts";
export { type ReoffendingSummary, reoffendingSummary } from "./reoffending/reoffending-summary.ts";
export { reoffendingTables } from "./reoffending/reoffending-tables.ts";
export { runChartTables, type SeriesNames } from "./reoffending/run-chart-tables.ts";
export type { TimeToFirst } from "./reoffending/time-to-first.ts";

// Around: blocks of time

export { blockOutcome } from "./blocks/block-outcome.ts";
export type { HorizonDifference } from "./blocks/horizon-differences.ts";
export { defaultBlockWindows, sixMonthBlocks } from "./blocks/six-month-blocks.ts";
export type { ExpectedInBlock, StageBlock, StageChange, StageTrend } from "./blocks/stage-block.ts";
export { stageBlockTables } from "./blocks/stage-block-tables.ts";
export { type StageBlocks, stageBlocks } from "./blocks/stage-blocks.ts";

// Figures of blocks, worked out or published: rates, ratios, trends, and what must be said beside them

export {
  type BeforeAfterFigures,
  type BeforeAfterWarning,
  beforeAfterWarningCodes,
  beforeAfterWarnings,
} from "./blocks/before-after-warnings.ts";
export { type ChangeTest, changeTest, type PairedCounts } from "./blocks/change-test.ts";
export { type ClusteredRate, clusteredRate } from "./blocks/clustered-rate.ts";
export { type HarmIntervals, harmIntervals } from "./blocks/harm-intervals.ts";
export { type PairedMeasure, type PersonRatio, personRatios } from "./blocks/person-ratios.ts";
export { type ShareChange, shareChange } from "./blocks/share-change.ts";
export { type ContextShare, contextShare, type StatedShare } from "./blocks/stated-share.ts";
export {
  type BlockTrend,
  fewestTrendBlocks,
  type PersonOverBlocks,
  trendOverBlocks,
} from "./blocks/trend-over-blocks.ts";
export { type ValueRatio, valueRatio } from "./blocks/value-ratio.ts";

// Regression to the mean: what selection on recent events leads to by itself

export { expectedAfterSelection, type WindowLengths } from "./regression-to-the-mean/expected-after-selection.ts";
export {
  type CountedPast,
  predictSelected,
  type SelectionPrediction,
} from "./regression-to-the-mean/predict-selected.ts";
export {
  type AssumedSelection,
  rangeAfterSelection,
  rangeShapes,
  type SelectionRange,
} from "./regression-to-the-mean/range-after-selection.ts";
export {
  type DeclaredSelection,
  type RegressionToTheMean,
  regressionToTheMean,
} from "./regression-to-the-mean/regression-to-the-mean.ts";

// What counts, and what became of every event

export { type BasisRule, basisRules, type ScopeRule, scopeRules } from "./events/counting-rules.ts";
export { type DisposalRule, disposalRules } from "./events/disposals.ts";
export { eventAccount } from "./events/event-account.ts";
export { type StoredEvents, storePeople } from "./events/stored-people.ts";
export { custodyKinds } from "./windows/custody-days.ts";

// Harm: what events weigh by a table the study brings

export { describeHarm, type HarmDescription } from "./harm/describe-harm.ts";
export { type DomesticShare, domesticShare, domesticShareTable, type OffendingKind } from "./harm/domestic-share.ts";
export { type EventHarm, eventHarm, type HarmOptions } from "./harm/event-harm.ts";
export { harmDistributionTable } from "./harm/harm-distribution-table.ts";
export type { HarmMatchReport, MatchShare, OffenceCount } from "./harm/harm-match-report.ts";
export { type DeclaredWeights, type WeighedEvents, weighedEvents } from "./harm/harm-of-study.ts";
export { type HarmOutcomes, harmOutcomes } from "./harm/harm-outcomes.ts";
export { type HarmScheme, harmSchemes } from "./harm/harm-schemes.ts";
export { firstSeverityTable, harmMatchTable } from "./harm/harm-tables.ts";
export { addHarmTotals, type HarmComparison, type HarmTotal, harmPerHead } from "./harm/harm-totals.ts";
export {
  editionLabel,
  type HarmEdition,
  type HarmWeightCells,
  type HarmWeightRow,
  type HarmWeights,
  readHarmWeights,
} from "./harm/harm-weights.ts";
export { type HarmInWindow, type HarmRequest, harmInWindows } from "./harm/harm-windows.ts";
export { communityOrderDays, fineDays } from "./harm/sentence-days.ts";
export { defaultSeverityClasses, type SeverityClass, severityClass } from "./harm/severity-class.ts";
export { type SteppedGravity, stepGravity } from "./harm/step-gravity.ts";
export { weightIssueCodes } from "./harm/weight-issues.ts";

// Offences: which one a record is of

export { cchiSubgroups, type KnownWeight, knownWeights, type SubgroupWeights } from "./harm/known-weights.ts";
export { normaliseOffenceCode } from "./harm/offence-code.ts";
export { type FactStatus, type OffenceCode, offenceCodes } from "./harm/offence-codes.ts";
export {
  type MatchKind,
  type MatchOptions,
  matchKinds,
  type OffenceMatch,
  offenceMatcher,
  type RecordedOffence,
} from "./harm/offence-matcher.ts";
export { type OffenceSynonym, offenceSynonyms } from "./harm/offence-synonyms.ts";
export { normaliseOffenceText, type OffenceText } from "./harm/offence-text.ts";
export { type WeightDifference, weightsBesideKnown } from "./harm/weights-beside-known.ts";

// Recency, frequency, gravity, victims: a score, and what it does by itself

export {
  type GroupChange,
  type PersonChange,
  type PersonTwice,
  type ScoreChange,
  scoreChange,
} from "./score/score-change.ts";
export {
  type CountPoints,
  configurationHash,
  type PointBand,
  type ScoreConfiguration,
  type ScorePart,
  scoreParts,
} from "./score/score-configuration.ts";
export { type PersonToScore, type RankedScore, type Scores, scorePeople } from "./score/score-people.ts";
export { type PersonScore, type ScoredEvent, scorePerson } from "./score/score-person.ts";
export { type ScoreStability, scoreStability } from "./score/score-stability.ts";
export { scoreChangeTable } from "./score/score-tables.ts";
export { type StudyScore, scoresOfStudy } from "./score/scores-of-study.ts";
