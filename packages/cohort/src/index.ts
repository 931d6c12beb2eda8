// Who is analysed, in which arm, from which day

export { eligibleOnEvents } from "./arms/eligibility.ts";
export { type EntriesInYear, entriesByYear } from "./arms/entries-by-year.ts";
export { buildCohort, type CohortResult } from "./build-cohort.ts";

// The pathway from referral to completion

export { type AnalysisSetId, analysisSetDefinitions } from "./pathway/analysis-sets.ts";
export { type CaseStatus, caseStatuses, caseStatusIds, caseStatusTables } from "./pathway/case-statuses.ts";
export { type PathwayStep, pathwaySteps } from "./pathway/funnel-steps.ts";
export { furthestTables } from "./pathway/furthest-tables.ts";
export {
  type PathwayLevel,
  type PathwayResult,
  type PathwayRow,
  pathway,
  pathwayBreakdowns,
} from "./pathway/pathway.ts";
export { pathwayIssues } from "./pathway/pathway-issues.ts";
export { pathwayTables } from "./pathway/pathway-tables.ts";
export {
  referralSpells,
  type SpellSource,
  type StockAndFlow,
  stockAndFlow,
  stockName,
  stockTables,
} from "./pathway/stock-and-flow.ts";
export { type Waiting, type WaitingResult, waitingTables, waitingTime } from "./waiting/waiting-time.ts";

// Who completed, by which rule

export { type CoupleCompletion, coupleCompletion } from "./dose/couple-completion.ts";
export {
  type CompletionResult,
  type CompletionStatus,
  completionByRule,
  completionTables,
} from "./pathway/completion.ts";
export { type CompletionRule, completionRules, completionRulesOf, plannedHours } from "./pathway/completion-rules.ts";
export { type DefinedShare, mergeCounts } from "./pathway/merge-counts.ts";
export { type ThroughputRatio, throughputRatio } from "./pathway/throughput-ratio.ts";

// Who comes: source, target, suitability, screening, mandate

export { type BeforeMandate, beforeMandate, beforeMandateTables } from "./pathway/before-mandate.ts";
export { type ScreeningFailures, screeningFailures, screeningTables } from "./pathway/screening-failures.ts";
export { completionRateRatio, type SourceMix, sourceMix, sourceMixTables } from "./pathway/source-mix.ts";
export { type Suitability, suitability, suitabilityTables } from "./pathway/suitability.ts";
export { type TargetDrift, targetDrift, targetDriftTables } from "./pathway/target-drift.ts";

// What was delivered

export { componentMixes, type MixResult, mixTables } from "./dose/component-mixes.ts";
export { continuityOf } from "./dose/continuity.ts";
export { coursesOf } from "./dose/courses.ts";
export { type DoseMeasure, type DoseResult, dose, doseMeasures, doseTables, type PersonDose } from "./dose/dose.ts";
export { type JointSessions, jointSessions, jointSessionTables } from "./dose/joint-sessions.ts";
export { type PhaseResult, phasesReached, phaseTables } from "./dose/phases-reached.ts";
export { type ReachByRole, reachByRole, reachByRoleTables } from "./dose/reach-by-role.ts";
export { type StrandResult, strands, strandTables } from "./dose/strands.ts";
export { type Term, type TermAttendance, termAttendance } from "./dose/term-attendance.ts";
export { type DeliveryModes, deliveryModes, deliveryModeTables } from "./pathway/delivery-modes.ts";
export { type Spend, spend, spendTables } from "./pathway/spend.ts";
export { type SpentInYear, spendByYear } from "./pathway/spend-by-year.ts";

// What was delivered against the contract

export type { Measured, PerformanceIndicator } from "./performance/indicators/indicator.ts";
export { type Performance, type PeriodPerformance, performance } from "./performance/performance.ts";
export { performanceIndicators } from "./performance/performance-indicators.ts";
export { performanceTables } from "./performance/performance-tables.ts";
export {
  type ProgressToTarget,
  type TargetProgress,
  targetProgress,
  targetProgressTables,
} from "./performance/target-progress.ts";
export type { ContractVerdict } from "./performance/verdict-of.ts";

// Work with partners and families

export { type ChildrenWorker, childrenWorker, childrenWorkerTables } from "./pathway/children-worker.ts";
export {
  type InformationRequests,
  informationRequests,
  informationRequestTables,
} from "./pathway/information-requests.ts";
export { type LinkedSupport, linkedSupport, linkedSupportTables } from "./pathway/linked-support.ts";
export { type Meetings, meetings } from "./pathway/meetings.ts";
export { type PartnerSharing, partnerSharing, partnerSharingTables } from "./pathway/partner-sharing.ts";
export { type SupportLength, supportLength, supportLengthTables } from "./pathway/support-length.ts";

// Ratings, staff, and the parts of a programme

export {
  type RatedItem,
  type RatingChange,
  type RatingState,
  ratingChange,
  ratingStates,
} from "./ratings/rating-change.ts";
export { ratingTables } from "./ratings/rating-tables.ts";
export { staffTables } from "./staff/staff-tables.ts";
export { type CourseTaken, type StaffTraining, staffTraining } from "./staff/staff-training.ts";
export { workstreamTables } from "./workstreams/workstream-tables.ts";
export { type Workstream, type Workstreams, workstreams } from "./workstreams/workstreams.ts";

// Services, and work by strand

export { accessTables } from "./services/access-tables.ts";
export { type AccessTest, accessTest, type SearchForHelp, type ServiceAccess } from "./services/access-test.ts";
export {
  type ActivityLog,
  activityLog,
  type MilestoneState,
  milestoneStates,
  type StrandActivity,
  type StrandOutput,
} from "./services/activity-log.ts";
export { activityTables } from "./services/activity-tables.ts";
export { type OpenTimes, openHoursPerWeek } from "./services/open-hours.ts";

// Every description a study allows

export { type Description, describePathway, type NamesOf, pathwayDescriptions } from "./pathway/descriptions.ts";

// Who is selected and reached, and by what

export { type Contrast, type Reach, type ReachLevel, reach } from "./fairness/reach.ts";
export { reachTables } from "./fairness/reach-tables.ts";
export { type AuditedScore, type ScoreAudit, scoreAudit } from "./fairness/score-audit.ts";
export type { Agreement } from "./selection/agreement.ts";
export type { CapacityRefused } from "./selection/capacity-refused.ts";
export { describeSelection } from "./selection/describe-selection.ts";
export type { Decision } from "./selection/read-decisions.ts";
export { type AgainstScore, type SelectionLog, selectionLog } from "./selection/selection-log.ts";
export { selectionTables } from "./selection/selection-tables.ts";

// What people need, and what they are offered

export { type ContactMatrix, contactMatrix, contactMatrixTables, workingPartners } from "./needs/contact-matrix.ts";
export { type CascadeRow, type NeedCascade, needCascade } from "./needs/need-cascade.ts";
export { needCascadeTables } from "./needs/need-cascade-tables.ts";
export { type PlanCoverage, planCoverage, planCoverageTables } from "./needs/plan-coverage.ts";
export { type MatchVerdict, type ServiceMatch, serviceMatch } from "./needs/service-match.ts";
export { serviceMatchTables } from "./needs/service-match-tables.ts";
export { type SupportOffer, supportOffer, supportOfferTables } from "./needs/support-offer.ts";

// From which day: the same rule in both arms, and what to do where one waits

export { type AllocationFlow, allocationFlow, allocationFlowTables } from "./arms/allocation-flow.ts";
export {
  type Departures,
  departures,
  departuresFromAssignment,
  departureTables,
  withCrossover,
} from "./arms/departures.ts";
export type { ExposureFollowUp } from "./index/checked-follow-up.ts";
export { type DataCut, dataCut, dataCuts, dataCutTables } from "./index/data-cut.ts";
export { describeTiming } from "./index/describe-timing.ts";
export { type ExposureSpells, exposureSpells } from "./index/exposure-spells.ts";
export { type IndexRule, indexRule, withIndexRule } from "./index/index-rule.ts";
export { type Landmark, landmark } from "./index/landmark.ts";
export { type PseudoStart, type PseudoStarts, pseudoStartDates } from "./index/pseudo-start-dates.ts";
export { exposureSpellsOf } from "./index/spells-artefact.ts";

// Two denominators, never one

export { type CompletersBeside, completersBeside, completersTables } from "./outcomes/completers.ts";
export { type ByPriorOffence, byPriorOffence, priorOffenceTables } from "./outcomes/prior-offence.ts";

// Who was observed, and how far

export { coverageOf } from "./observation/coverage-of.ts";
export { type ObservationResult, observe } from "./observation/observe.ts";

// What should be alike in both arms

export { armCheckTables } from "./checks/arm-check-tables.ts";
export { armChecks } from "./checks/arm-checks.ts";

// Outcomes worked out elsewhere

export { outcomesFromTable } from "./outcomes/outcomes-from-table.ts";

// How use of services changed: how much, how severe, how early

export { type Change, differenceOfMeans, type PairedSums, ratioOfMeans } from "./service-use/change-of-clusters.ts";
export { describeIndicators, type IndicatorChange } from "./service-use/describe-indicators.ts";
export { type SignedChange, signTestOfChange } from "./service-use/sign-test-of-change.ts";

// Are those at risk safer

export { type AbuseChange, abuseChange } from "./safety/abuse-change.ts";
export type { AbuseAtWave } from "./safety/abuse-records.ts";
export {
  type AccountsCompared,
  accountsOfMargins,
  accountsOfPairs,
  type Margins,
  type MarginsCompared,
  type SaidByBoth,
} from "./safety/accounts-compared.ts";
export { describeSafety, type SafetyDescribed, safeguardingRows } from "./safety/describe-safety.ts";
export {
  type FamilyCoverage,
  familyCoverage,
  familyCoverageTables,
  type IndicatorFamily,
  indicatorFamilies,
} from "./safety/indicator-families.ts";
export { type SafeguardingCase, type SafeguardingRule, safeguardingRules } from "./safety/safeguarding-rules.ts";
export { safetyIssues } from "./safety/safety-issues.ts";
export { safetyItems, safetyQuestions } from "./safety/safety-items.ts";
export type { SafetyFinding, SafetyQuestion } from "./safety/safety-question.ts";
export type { FamilyAccounts, Voice } from "./safety/triangulation.ts";

// What moves people: mechanisms, two motivations, self-efficacy, talks with their own children

export { correlationOf } from "./mechanisms/correlation-of.ts";
export { type MechanismRow, type Mechanisms, mechanisms, mechanismTables } from "./mechanisms/mechanisms.ts";
export { type Motivation, type MotivationAt, motivation, motivationTables } from "./mechanisms/motivation.ts";
export {
  type SelfEfficacy,
  type SelfEfficacyGroup,
  selfEfficacy,
  selfEfficacyTables,
} from "./mechanisms/self-efficacy.ts";
export { type TalkWithChildren, talkTables, talkWithChildren } from "./mechanisms/talk-with-children.ts";

// What can be wrong with the data of a cohort

export { type CohortIssueCode, cohortIssueCodes } from "./cohort-issues.ts";
