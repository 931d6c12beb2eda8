// Before: covariates from events up to the index date

export { type EventBaseline, eventBaseline } from "./event-baseline.ts";

// After: reoffending over declared windows

export { offendingOutcomes } from "./offending-outcomes.ts";

export { type PersonAtRisk, type RatePerYear, ratePerYear } from "./reoffending/rate-per-year.ts";
export {
  type FirstSeverity,
  type ProgrammeEvents,
  type ReoffendingFigures,
  type ReoffendingSummary,
  reoffendingSummary,
} from "./reoffending/reoffending-summary.ts";
export { reoffendingTables } from "./reoffending/reoffending-tables.ts";
export type { TimeToFirst } from "./reoffending/time-to-first.ts";

// Around: blocks of time

export { blockOutcome } from "./block-outcome.ts";
export { defaultBlockWindows, sixMonthBlocks } from "./six-month-blocks.ts";

// What counts, and what became of every event

export { type BasisRule, basisRules, type ScopeRule, scopeRules } from "./events/counting-rules.ts";
export { type DisposalRule, disposalRules } from "./events/disposals.ts";
export { eventAccount } from "./events/event-account.ts";
export { custodyKinds } from "./windows/custody-days.ts";

// Harm: what events weigh by a table the study brings

export { describeHarm, type HarmDescription } from "./harm/describe-harm.ts";
export { type DomesticShare, domesticShare, domesticShareTable, type OffendingKind } from "./harm/domestic-share.ts";
export { type EventHarm, eventHarm, type HarmOptions } from "./harm/event-harm.ts";
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
  unweighedKinds,
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
