import type { ComparisonPlan } from "@likewise/schema";

/** How the text of an option becomes a value of the plan. */
export type OptionForm = "word" | "number" | "list" | "name" | "numbers by name" | "switch";

export interface PlanOption {
  /** As typed after two dashes. */
  readonly flag: string;
  readonly key: keyof ComparisonPlan;
  readonly form: OptionForm;
  readonly describe: string;
}

/** Options of `compare` that are keys of a comparison plan; what each may hold is in the plan's schema alone. */
export const planOptions: readonly PlanOption[] = [
  {
    flag: "estimand",
    key: "estimand",
    form: "word",
    describe: "for whom: att (the treated), atc (the others), ate (everyone) or ato (where the groups overlap)",
  },
  { flag: "preset", key: "preset", form: "word", describe: "jdl: settings like those of the UK Justice Data Lab" },
  { flag: "score", key: "score", form: "word", describe: "model of the propensity score: logit or probit" },
  {
    flag: "score-squares",
    key: "scoreSquares",
    form: "list",
    describe: "covariates whose squares enter the propensity score too",
  },
  {
    flag: "score-splines",
    key: "scoreSplines",
    form: "list",
    describe: "covariates that enter the propensity score as curves (restricted cubic splines, four knots)",
  },
  {
    flag: "distance",
    key: "distance",
    form: "word",
    describe: "probability, linear, odds, mahalanobis or robust-mahalanobis",
  },
  {
    flag: "distance-covariates",
    key: "distanceCovariates",
    form: "list",
    describe: "covariates a Mahalanobis distance is made of (default: all)",
  },
  {
    flag: "caliper",
    key: "caliper",
    form: "number",
    describe: "largest distance of a match, in standard deviations of the distance over all rows",
  },
  {
    flag: "score-caliper",
    key: "scoreCaliper",
    form: "number",
    describe: "with a Mahalanobis distance: largest difference of the score, in its standard deviations",
  },
  {
    flag: "covariate-calipers",
    key: "covariateCalipers",
    form: "numbers by name",
    describe: "largest differences by covariate, as age=0.5,prio=1, in standard deviations",
  },
  {
    flag: "ratio",
    key: "ratio",
    form: "number",
    describe: "comparison people per treated person, where one is matched with several",
  },
  {
    flag: "ratio-range",
    key: "ratioRange",
    form: "numbers by name",
    describe: "sizes of sets in full matching, comparison people per treated, as least=1,most=3",
  },
  { flag: "replace", key: "replace", form: "switch", describe: "match with replacement" },
  {
    flag: "order",
    key: "order",
    form: "word",
    describe: "who is matched first: largest, smallest, closest, data or random",
  },
  { flag: "exact", key: "exact", form: "list", describe: "columns to match exactly, separated by commas" },
  { flag: "anti-exact", key: "antiExact", form: "list", describe: "columns on which matched people must differ" },
  {
    flag: "common-support",
    key: "commonSupport",
    form: "word",
    describe: "leave out people outside the other arm's scores: none, treated, comparison or both",
  },
  { flag: "subclasses", key: "subclasses", form: "number", describe: "strata of method subclass (default 5)" },
  { flag: "bins", key: "bins", form: "number", describe: "bins of each number in method cem (default: by Sturges)" },
  {
    flag: "trim",
    key: "trim",
    form: "number",
    describe: "leave out scores nearer to 0 or 1 than this before weighting",
  },
  {
    flag: "stabilise",
    key: "stabilise",
    form: "switch",
    describe: "with ipw: weights near 1, each arm's times its share of people",
  },
  {
    flag: "sampling-weights",
    key: "samplingWeights",
    form: "name",
    describe: "column of survey weights, which enter score, balance and estimates",
  },
  { flag: "subgroup", key: "subgroups", form: "list", describe: "covariates whose levels are looked at apart" },
  {
    flag: "strata",
    key: "strata",
    form: "list",
    describe: "columns with hazards of their own, in hazard ratios and the log-rank test",
  },
  {
    flag: "horizon",
    key: "horizon",
    form: "number",
    describe: "time up to which the mean time without the event is compared",
  },
  {
    flag: "multiplicity",
    key: "multiplicity",
    form: "word",
    describe: "adjust p-values of secondary outcomes: none, holm or bh",
  },
  {
    flag: "bootstrap",
    key: "bootstrap",
    form: "number",
    describe: "take standard errors from so many resamples, everything estimated again in each",
  },
  { flag: "cluster", key: "cluster", form: "name", describe: "column of clusters, for the standard errors" },
  {
    flag: "baseline-outcome",
    key: "baselineOutcome",
    form: "name",
    describe: "the covariate that is the outcome before the index date",
  },
  {
    flag: "missing",
    key: "missing",
    form: "word",
    describe: "people with a missing covariate: drop, indicator or impute",
  },
  {
    flag: "imputations",
    key: "imputations",
    form: "number",
    describe: "data sets made with --missing impute (default: 20, or the percentage of people with a gap)",
  },
];
