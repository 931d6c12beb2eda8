import type { Cohort, ComparisonPlan, Estimate } from "@likewise/schema";
import type { CovariateRole } from "./tables/covariate-roles.ts";

/**
 * What is known about how one group of estimates came about: the input of the decision table.
 *
 * Design facts are entered by people, diagnostics are worked out from data. `null` always means "not assessed", which
 * is a different thing from a good and from a bad answer.
 */
export interface Design {
  /** What the result rests on; only measured outcomes can be scored. */
  readonly evidence: "measured" | "interviews" | "statement-without-counts" | "additionality-survey" | "simulation";
  readonly assignment: ComparisonPlan["assignment"];
  readonly comparator: ComparisonPlan["comparator"];
  /** after-only: outcomes of two groups after the index date; the others use outcomes from before it too. */
  readonly contrast: "after-only" | "before-after" | "interrupted-time-series" | "difference-in-differences";
  readonly adjustment: Estimate["adjustment"];
  readonly analysisSet: NonNullable<Cohort["analysisSet"]> | null;
  /** The outcome, or its direct analogue, measured before entry in both arms; null where no covariate is named as it. */
  readonly priorOutcome: PriorOutcome | null;
  /** Several units (areas, sites) on both sides. */
  readonly severalUnits: boolean;
  /** A historical comparison that also has several periods before and after and a concurrent series. */
  readonly concurrentSeries: boolean;
  /** A difference in differences against a matched comparison group. */
  readonly matchedComparator: boolean;

  readonly outcomeSource: "same" | "different" | null;
  readonly followUp: "same" | "different" | null;
  readonly indexDateRule: "same" | "different" | "immortal" | null;
  readonly covariateTiming: "before-index" | "some-after" | null;
  readonly periodControls: boolean | null;
  readonly comparatorChoice: "justified" | "not-justified" | null;
  /** Something else changed for one of the groups at the same date. */
  readonly otherChange: boolean | null;
  /** The argument that an instrument or an order acts on outcomes through the programme alone. */
  readonly exclusionArgument: boolean | null;

  readonly balance: BalanceFindings | null;
  readonly essentials: EssentialFindings;
  /** Share of treated people kept in the analysis, 0–1. */
  readonly supportShare: number | null;
  /** Shares lost, 0–1; `overall` over both arms together. */
  readonly attrition: { readonly treated: number; readonly comparison: number; readonly overall: number } | null;
  /** More people are missing in the data than was declared. */
  readonly attritionContradicted: boolean;
  /** Shares not treated as assigned, 0–1. */
  readonly crossover: { readonly treated: number; readonly comparison: number } | null;
  readonly prePeriods: number | null;
  /** Joint test that the groups moved alike before the programme. */
  readonly pretrendP: number | null;
  readonly firstStageF: number | null;
  /** Density test of the score at the cut-off. */
  readonly manipulationP: number | null;
  readonly otherRuleAtCutoff: boolean | null;
  /** Jump in take-up at the cut-off, 0–1. */
  readonly takeUpJump: number | null;
  /** Fewest points of a series on one side of the start. */
  readonly pointsEachSide: number | null;
  readonly autocorrelationHandled: boolean | null;

  /** The analysis was fixed before outcomes were seen. */
  readonly planFixed: boolean | null;
  /** Facts declared without a justification, by name: none of them counts for the study. */
  readonly unjustified: readonly string[];
  /** Contradictions between the plan and the data that a run has found, in words. */
  readonly contradictions: readonly string[];
}

/** Covariates named as the outcome before entry, and what became of them. */
export interface PriorOutcome {
  readonly covariates: readonly string[];
  /** Alike in both groups; not alike; or what a person is or a date, which is no outcome. */
  readonly standing: "balanced" | "unbalanced" | "no-outcome";
  /** It was said why they are this very outcome before entry. */
  readonly justified: boolean;
}

/** Covariates that differ between the arms, by name, under the two thresholds of the balance test. */
export interface BalanceFindings {
  /** Standardised mean difference above 0.25. */
  readonly serious: readonly string[];
  /** Above 0.10, up to 0.25, and the estimate does not adjust for it. */
  readonly unadjusted: readonly string[];
  /** No finite standardised difference, though the means differ. */
  readonly unassessable: readonly string[];
}

/** Findings on the essential covariates; each null where not assessed. */
export interface EssentialFindings {
  /** Roles without a covariate in the analysis. */
  readonly missing: readonly string[] | null;
  /** Covariates above 0.10 after matching or weighting, not adjusted for. */
  readonly unbalanced: readonly string[] | null;
  /** Covariates without a finite standardised difference, though the means differ. */
  readonly unassessable: readonly string[];
  /** Covariates with a variance ratio outside 0.5 to 2. */
  readonly unequalVariance: readonly string[] | null;
  /** Desirable roles without a covariate. */
  readonly desirableMissing: readonly CovariateRole[] | null;
}

/** A parallel comparison of which nothing has been assessed: a starting point for describing one. */
export const nothingAssessed: Design = {
  evidence: "measured",
  assignment: "selected",
  comparator: "concurrent-untreated",
  contrast: "after-only",
  adjustment: "none",
  analysisSet: null,
  priorOutcome: null,
  severalUnits: false,
  concurrentSeries: false,
  matchedComparator: false,
  outcomeSource: null,
  followUp: null,
  indexDateRule: null,
  covariateTiming: null,
  periodControls: null,
  comparatorChoice: null,
  otherChange: null,
  exclusionArgument: null,
  balance: null,
  essentials: { missing: null, unbalanced: null, unassessable: [], unequalVariance: null, desirableMissing: null },
  supportShare: null,
  attrition: null,
  attritionContradicted: false,
  crossover: null,
  prePeriods: null,
  pretrendP: null,
  firstStageF: null,
  manipulationP: null,
  otherRuleAtCutoff: null,
  takeUpJump: null,
  pointsEachSide: null,
  autocorrelationHandled: null,
  planFixed: null,
  unjustified: [],
  contradictions: [],
};
