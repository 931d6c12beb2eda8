// Who is analysed, in which arm, from which day

export { eligibleOnEvents } from "./arms/eligibility.ts";
export { buildCohort, type CohortResult } from "./build-cohort.ts";

// The pathway from referral to completion

export { type AnalysisSetId, analysisSetDefinitions } from "./pathway/analysis-sets.ts";
export { type PathwayStep, pathwaySteps } from "./pathway/funnel-steps.ts";

// Who was observed, and how far

export { coverageOf } from "./observation/coverage-of.ts";
export { type ObservationResult, observe } from "./observation/observe.ts";

// Outcomes worked out elsewhere

export { outcomesFromTable } from "./outcomes/outcomes-from-table.ts";

// Are those at risk safer

export { safetyItems, safetyQuestions } from "./safety/safety-items.ts";
export type { SafetyFinding, SafetyQuestion } from "./safety/safety-question.ts";

// What can be wrong with the data of a cohort

export { type CohortIssueCode, cohortIssueCodes } from "./cohort-issues.ts";
