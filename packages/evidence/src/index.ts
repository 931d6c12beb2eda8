// Grading: the decision table of the Maryland scales, as data and as a function

export { attritionVerdict } from "./attrition.ts";
// Appraisal: risk of bias by domain, precision and EMMIE, beside the level and never merged with it

export { appraiseComparison } from "./appraisal/appraise-comparison.ts";
export { appraiseDesign } from "./appraisal/appraise-design.ts";
export { type AppraisalInput, type Domain, domains } from "./appraisal/domains.ts";
export { emmieOf } from "./appraisal/emmie-of.ts";
export { precisionStatus } from "./appraisal/precision-status.ts";
export { claimMoney } from "./claims/claim-money.ts";
// Claims: what may be said, what may not, what to bear in mind, as data
export { type ClaimRuleId, claimRules, commonWords } from "./claims/claim-rules.ts";
export { type EffectForm, effectForm, effectSide, type Side } from "./claims/effect-form.ts";
export { makeClaims } from "./claims/make-claims.ts";
export type { ClaimRule } from "./claims/rules/claim-rule.ts";
export { withholdClaims } from "./claims/withhold-claims.ts";

// Decisions: what in results speaks for continuing, varying, pausing and testing

export type { DecisionRule } from "./decisions/decision-rule.ts";
export { type DecisionRuleId, decisionRules } from "./decisions/decision-rules.ts";
export { readDecisions } from "./decisions/read-decisions.ts";

// Guards: ways in which a study misleads, found in its data, its plan and its facts

export { findGuards } from "./guards/find-guards.ts";
export type { Detection, Guard, GuardInput } from "./guards/guard.ts";
export { type GuardSentenceId, guardSentences } from "./guards/guard-sentences.ts";
export { holm } from "./guards/holm.ts";
export { guards } from "./guards/index.ts";
export { type SeenInData, seenInData } from "./guards/seen-in-data.ts";

// Designs: what is known of one, its grade, and the tables behind the grade

export {
  type BalanceFindings,
  type Design,
  type EssentialFindings,
  nothingAssessed,
  type PriorOutcome,
} from "./design.ts";
export { essentialCovariates, gradeBeforeAfter, gradeComparison } from "./grade-comparison.ts";
export { designOfDescription, gradeDescription } from "./grade-description.ts";
export { type DesignGrade, gradeDesign } from "./grade-design.ts";
export { gradeTargetTrial } from "./grade-target-trial.ts";
export { isJustified, type StandingFacts, standingFacts } from "./standing-facts.ts";
export { type Cap, caps, covariateTiming } from "./tables/caps.ts";
export { type Contradiction, contradictions } from "./tables/contradictions.ts";
export { type CovariateRole, covariateRoles } from "./tables/covariate-roles.ts";
export { type DesignRow, designRow, designRows } from "./tables/design-rows.ts";
export { type DropTest, type DropTestId, dropTests, type Finding } from "./tables/drop-tests.ts";
export { type Levels, type ScaleId, type Status, scales, type TableEntry } from "./tables/provenance.ts";
export { type RaiseStep, raises } from "./tables/raises.ts";

// Planning: what could be learnt, before any data

export { plannedDesigns } from "./planning/designs/index.ts";
export { ethicsChecklist } from "./planning/ethics-checklist.ts";
export { planEvaluation } from "./planning/plan-evaluation.ts";
export type { PlannedDesign, PlannedGroups } from "./planning/planned-design.ts";
export type { PlanningArithmetic } from "./planning/planning-arithmetic.ts";
export { type PlanningProblem, readPlanningInput } from "./planning/read-planning-input.ts";

// Theory of change: checked, and shown by what the study found

export { checkTheory } from "./theory/check-theory.ts";
export { mechanisms } from "./theory/mechanisms.ts";
export { theoryOfResults } from "./theory/theory-of-results.ts";

// Parts of a programme against the evidence a study supplies

export { alignEvidence, type UnknownPart } from "./alignment/align-evidence.ts";
export { componentsOfProgramme, type ProgrammeComponent } from "./alignment/components-of-programme.ts";

// Published rates, and which of them may stand beside one another

export { compareRates } from "./rates/compare-rates.ts";

// Changes in use of services, read in the declared direction

export { readIndicators, withholdReadings } from "./readings/read-indicators.ts";
export { type ReadingRule, type ReadingRuleId, readingRules } from "./readings/reading-rules.ts";
