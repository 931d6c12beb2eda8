// Made by scripts/generate-schema.ts from data-schemas/. Do not edit.

/**
 * A number, or the fact that it is withheld
 */
export type Figure = number | Withheld;
/**
 * One end of an interval
 */
export type Limit = number | Withheld | Unbounded;
/**
 * Lower and upper limit
 *
 * @minItems 2
 * @maxItems 2
 */
export type Interval = [Limit, Limit];
/**
 * Lower and upper limit
 *
 * @minItems 2
 * @maxItems 2
 */
export type Interval1 = [Limit, Limit];
/**
 * Lower and upper limit
 *
 * @minItems 2
 * @maxItems 2
 */
export type Interval2 = [Limit, Limit];
/**
 * Lower and upper limit
 *
 * @minItems 2
 * @maxItems 2
 */
export type Interval3 = [Limit, Limit];
/**
 * Lower and upper limit
 *
 * @minItems 2
 * @maxItems 2
 */
export type Interval4 = [Limit, Limit];
/**
 * Lower and upper limit
 *
 * @minItems 2
 * @maxItems 2
 */
export type Interval5 = [Limit, Limit];
/**
 * Lower and upper limit
 *
 * @minItems 2
 * @maxItems 2
 */
export type Interval6 = [Limit, Limit];
/**
 * What a higher score means
 */
export type MeasureDirection = "higher-worse" | "higher-better" | "mixed";
export type ColumnPlan =
  | string
  | {
      /**
       * Header of the column
       */
      column?: string;
      /**
       * How the cells are to be read, where it differs from the field’s own type
       */
      type?: "text" | "integer" | "number" | "date" | "money" | "percent" | "boolean" | "category";
      /**
       * How dates are written in this column
       */
      dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
      /**
       * Their code to our code
       */
      values?: {
        [k: string]: string | number | boolean;
      };
      /**
       * Cell values that mean missing in this column
       */
      missing?: string[];
      /**
       * Why a column that identifies people is read: an id that is turned into a pseudonym, a date of birth of which only the year is kept, or a postcode of which only the district is
       */
      use?: "linking" | "age" | "district";
      /**
       * Why a column that looks like one of identifiers is none, in the words of somebody who has looked
       */
      notIdentifying?: string;
      /**
       * What is evened out in the ids of this column before they are compared with others: letters put in capitals, spaces inside taken out; every id changed is reported. Spaces around an id are trimmed in any case
       *
       * @minItems 1
       */
      normalise?: ["case" | "spaces", ...("case" | "spaces")[]];
      /**
       * What becomes of a row whose cell in this column cannot be read: it is rejected (the default), or the cell alone is missing, which is reported; for columns a row can do without
       */
      unreadable?: "reject" | "missing";
      /**
       * Least number there can be, where the record sets no limit or a lower one
       */
      minimum?: number;
      /**
       * Greatest number there can be, where the record sets no limit or a higher one
       */
      maximum?: number;
    };
/**
 * How a date is written; the last four are partial, and stay so: an earliest and a latest day
 */
export type DateFormat =
  | "yyyy-mm-dd"
  | "dd/mm/yyyy"
  | "mm/dd/yyyy"
  | "dd-mm-yyyy"
  | "dd.mm.yyyy"
  | "yyyy/mm/dd"
  | "yyyymmdd"
  | "dd-mon-yyyy"
  | "dd/mm/yy"
  | "mm/dd/yy"
  | "dd-mon-yy"
  | "excel-serial"
  | "mm/yyyy"
  | "mon-yyyy"
  | "yyyy-mm"
  | "yyyy";
export type IdentifierColumn =
  | string
  | {
      /**
       * Header of the column
       */
      column: string;
      /**
       * How dates are written in this column
       */
      dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
    };

/**
 * Abuse of one type, at one severity, at one wave, by one reporter; accounts of different reporters are never merged
 */
export interface AbuseRecord {
  /**
   * Id of the person who did it
   */
  person: string;
  /**
   * Id of the victim-survivor
   */
  victim?: string;
  /**
   * Time point
   */
  wave: string;
  /**
   * Day of the record
   */
  date?: string;
  /**
   * Type of abuse
   */
  kind: "physical" | "sexual" | "harassment-stalking" | "jealous-controlling" | "economic";
  /**
   * 0 none, 1 standard, 2 moderate, 3 high
   */
  severity?: number;
  /**
   * Whose account it is
   */
  reporter: "victim-survivor" | "perpetrator" | "child" | "worker" | "police";
}
/**
 * One milestone or output of one strand of a programme; a milestone stands from when it is planned
 */
export interface ActivitiesRecord {
  /**
   * Strand of the programme, as it calls itself
   */
  strand: string;
  /**
   * Milestone: reached or not; output: a number of something delivered
   */
  kind: "milestone" | "output";
  /**
   * What it is called
   */
  activity: string;
  /**
   * Day it is due
   */
  due?: string;
  /**
   * Day it was done; blank while it is not
   */
  done?: string;
  /**
   * Of an output, how many were delivered
   */
  count?: number;
}
/**
 * One random allocation of a person to an arm
 */
export interface AllocationsRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Day of the allocation
   */
  allocated_on: string;
  /**
   * Arm allocated, whatever was received
   */
  arm: string;
  /**
   * Stratum the allocation was made in
   */
  stratum?: string;
}
/**
 * Places one service had in one period
 */
export interface CapacityRecord {
  /**
   * Service
   */
  service: string;
  /**
   * First day of the period
   */
  period_from: string;
  /**
   * Last day of the period
   */
  period_to?: string;
  /**
   * Places
   */
  places?: number;
}
/**
 * A number withheld by disclosure control
 */
export interface Withheld {
  /**
   * Suppressed for itself, or to protect another number
   */
  withheld: "primary" | "secondary";
}
/**
 * An interval limit that does not exist
 */
export interface Unbounded {
  /**
   * The side on which there is no limit
   */
  unbounded: "above" | "below";
}
export interface Refusal {
  /**
   * Stable id of the rule that refused
   */
  id: string;
  /**
   * What was refused, by key or name
   */
  what: string;
  /**
   * Why it would mislead or cannot be had
   */
  why: string;
  /**
   * What would make it possible
   */
  unlocks: string;
}
export interface Exclusion {
  /**
   * Why the rows were left out
   */
  reason: string;
  /**
   * A number, or the fact that it is withheld
   */
  rows: number | Withheld;
}
/**
 * read = used + sum of excluded
 */
export interface Rows {
  /**
   * A number, or the fact that it is withheld
   */
  read: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  used: number | Withheld;
  /**
   * Rows left out, by reason
   */
  excluded: Exclusion[];
}
export interface Arms {
  /**
   * A number, or the fact that it is withheld
   */
  treated: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  comparison: number | Withheld;
  /**
   * Noun phrases for the people in each arm
   */
  labels: {
    /**
     * People treated
     */
    treated: string;
    /**
     * People they are compared with
     */
    comparison: string;
  };
}
/**
 * SMD denominator: before matching; the treated group's standard deviation, or both groups' pooled for a trial, for an average effect on everyone, or where the treated one is zero; null when both are zero
 */
export interface CovariateSummary {
  /**
   * A number, or the fact that it is withheld
   */
  treated: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  comparison: number | Withheld;
  /**
   * Difference in means in standard deviations before matching (see the description of the row)
   */
  standardisedMeanDifference: Figure | null;
  /**
   * Treated variance over comparison variance; null for a level
   */
  varianceRatio: Figure | null;
  /**
   * A number, or the fact that it is withheld
   */
  ecdfMean?: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  ecdfMax?: number | Withheld;
}
export interface Balance {
  /**
   * Name of the covariate
   */
  covariate: string;
  /**
   * Level of a factor; null for a number
   */
  level: string | null;
  /**
   * One of the covariates that decide the evidence level
   */
  essential: boolean;
  /**
   * The adjusted estimate includes it
   */
  adjusted: boolean;
  before: CovariateSummary;
  /**
   * After matching or weighting; null without either
   */
  after: CovariateSummary | null;
  /**
   * Standardised difference furthest from 0 in any imputed data set, after matching or weighting where there is any; absent where nothing was imputed
   */
  worstImputed?: Figure | null;
}
/**
 * Each constraint asked for, checked again on the finished sets
 */
export interface ConstraintCheck {
  /**
   * Sets looked at again
   */
  checked: number;
  /**
   * Sets that break the constraint
   */
  broken: number;
}
/**
 * Mean among treated people kept and lost
 */
export interface Lost {
  /**
   * Name of the covariate
   */
  covariate: string;
  /**
   * Level of a factor; null for a number
   */
  level: string | null;
  /**
   * A number, or the fact that it is withheld
   */
  kept: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  lost: number | Withheld;
}
export interface Matching {
  /**
   * A number, or the fact that it is withheld
   */
  treatedMatched: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  treatedUnmatched: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  comparisonMatched: number | Withheld;
  /**
   * Number of sets of each form, treated to comparison people: 1:1
   */
  setSizes: {
    [k: string]: Figure;
  };
  /**
   * Constraint to how often it was checked and broken
   */
  constraintsChecked: {
    [k: string]: ConstraintCheck;
  };
  /**
   * Per outcome: range of the estimate over ways of breaking ties
   */
  tieRange: {
    [k: string]: Interval | null;
  };
  /**
   * Who was not matched, against who was
   */
  lost: Lost[];
  /**
   * Number of people the weights amount to
   */
  effectiveSampleSize: {
    treated: Figure;
    comparison: Figure;
  };
}
/**
 * What weighting did
 */
export interface Weighting {
  /**
   * Number of people the weights of each arm amount to
   */
  effectiveSampleSize: {
    treated: Figure;
    comparison: Figure;
  };
  /**
   * Share of its arm's weight carried by the one person with most of it
   */
  largestShare: {
    treated: Figure;
    comparison: Figure;
  };
  /**
   * People left out because of their score, by arm
   */
  trimmed: {
    treated: Figure;
    comparison: Figure;
  };
  /**
   * Treated people left out, against those kept
   */
  lost: Lost[];
}
export interface ArmValue {
  /**
   * A number, or the fact that it is withheld
   */
  n: number | Withheld;
  /**
   * People with the event, or events; null where there are none to count
   */
  events: Figure | null;
  /**
   * Share, mean or rate, on the outcome’s own scale
   */
  value: Figure | null;
}
export interface Sensitivity {
  /**
   * How strongly something unmeasured would have to act, as a risk ratio, to explain the estimate away; null where it cannot be had
   */
  eValue: {
    estimate: Figure;
    interval: Figure;
  } | null;
  /**
   * P-values if unmeasured differences changed the odds of treatment by gamma
   */
  rosenbaum: {
    /**
     * Factor on the odds of treatment
     */
    gamma: number;
    pUpper: Figure;
  }[];
  /**
   * The estimate under other reasonable choices
   */
  robustness: {
    /**
     * Id of the choice
     */
    id: string;
    /**
     * What was chosen otherwise
     */
    label: string;
    estimate: Figure;
    interval: Interval;
    /**
     * Another caliper, one site left out, or another declared way of comparing
     */
    kind?: "caliper" | "site" | "specification";
    /**
     * The choice the estimate itself was made with
     */
    inUse?: boolean;
    /**
     * Whose effect it is under that choice
     */
    estimand?: "ATT" | "ATC" | "ATE" | "ATO" | "ATM";
    /**
     * A number, or the fact that it is withheld
     */
    treated?: number | Withheld;
    /**
     * A number, or the fact that it is withheld
     */
    comparison?: number | Withheld;
    /**
     * Events among treated people under that choice; null for a score
     */
    treatedEvents?: Figure | null;
    /**
     * Events among comparison people under that choice; null for a score
     */
    comparisonEvents?: Figure | null;
  }[];
  /**
   * What the Rosenbaum bounds are of; absent without them
   */
  rosenbaumTest?: {
    /**
     * Of what: events in matched sets (McNemar, Mantel–Haenszel, Fisher), signed ranks of pairs, or aligned ranks of sets
     */
    test: "events" | "signed-rank" | "aligned-rank";
    /**
     * What the treated are thought to have: the direction of the estimate
     */
    alternative: "more" | "fewer";
    /**
     * False for a normal approximation
     */
    exact: boolean;
    /**
     * Largest factor on the odds of treatment with a one-sided p-value of 0.05 or less, 1,000 at most; null where the plain test has none
     */
    largestGamma: Figure | null;
  };
  /**
   * Bounds on the difference with those whose outcome is not known taken in
   */
  missingOutcomes?: {
    /**
     * Nothing assumed of the missing, or that treatment makes being observed only likelier or only less likely
     */
    method: "worst-case" | "lee";
    lower: Figure;
    upper: Figure;
    /**
     * Covers the effect wherever between the bounds it lies; null where people are in clusters
     */
    interval: Interval | null;
    /**
     * Lee bounds: who was left out; null where both arms are observed alike, and for the worst case
     */
    trimmed: {
      /**
       * Arm of which more are observed
       */
      arm: "treated" | "comparison";
      /**
       * A number, or the fact that it is withheld
       */
      share: number | Withheld;
    } | null;
    /**
     * People of the group whose outcome is not known
     */
    missing: {
      treated: Figure;
      comparison: Figure;
    };
  }[];
  /**
   * What the effect would be if events were recorded as declared; absent where nothing was declared
   */
  recording?: {
    treated: {
      /**
       * Share of events recorded, from and to
       *
       * @minItems 2
       * @maxItems 2
       */
      sensitivity: [number, number];
      /**
       * Share of people without an event of whom none is recorded, from and to
       *
       * @minItems 2
       * @maxItems 2
       */
      specificity: [number, number];
    };
    comparison: {
      /**
       * Share of events recorded, from and to
       *
       * @minItems 2
       * @maxItems 2
       */
      sensitivity: [number, number];
      /**
       * Share of people without an event of whom none is recorded, from and to
       *
       * @minItems 2
       * @maxItems 2
       */
      specificity: [number, number];
    };
    /**
     * Of the arms' sensitivities as drawn
     */
    correlation: number;
    /**
     * Recordings drawn at random
     */
    draws: number;
    /**
     * The effect at the least, middle and greatest sensitivities, false records at their middle
     */
    grid: {
      /**
       * Sensitivity among the treated
       */
      treated: number;
      /**
       * Sensitivity among comparison people
       */
      comparison: number;
      /**
       * null where the records seen would be impossible
       */
      estimate: Figure | null;
    }[];
    /**
     * Median over recordings drawn; null where all are impossible
     */
    estimate: Figure | null;
    /**
     * Over recordings alone
     */
    systematicInterval: Interval | null;
    /**
     * Over recordings and chance
     */
    interval: Interval | null;
    /**
     * A number, or the fact that it is withheld
     */
    impossible: number | Withheld;
    /**
     * Sensitivity among the treated at which the effect vanishes, comparison people's at its middle; null where none would do
     */
    noEffectAt: Figure | null;
    /**
     * Sensitivity among the treated at which the limit nearer to no effect does; null also where the interval includes no effect
     */
    noEffectAtLimit: Figure | null;
  };
}
/**
 * Checks of the whole comparison that its plan asked for; the numbers are with each estimate
 */
export interface ComparisonSensitivity {
  /**
   * Ids of the estimates of outcomes the programme cannot affect
   */
  negativeControls: string[];
  /**
   * What the checks found against the comparison, by check and what it is about: an effect where there can be none, one site that carries the result
   */
  warnings: {
    [k: string]: string;
  };
  /**
   * How thoroughly each check was made, where that depends on the number of people
   */
  tiers: string[];
}
/**
 * One estimate from several imputed data sets, by Rubin's rules
 */
export interface PooledImputations {
  /**
   * Imputed data sets, each with a comparison group of its own
   */
  count: number;
  /**
   * Scale on which they were pooled and the variances are
   */
  scale: "natural" | "log" | "atanh";
  /**
   * A number, or the fact that it is withheld
   */
  within: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  between: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  fractionMissing: number | Withheld;
}
export interface EstimateWarning {
  /**
   * Kind of warning, such as effect-differs
   */
  code: string;
  /**
   * The warning in words
   */
  text: string;
}
/**
 * A difference is treated minus comparison; a ratio treated over comparison
 */
export interface Estimate {
  /**
   * outcome:measure:estimator
   */
  id: string;
  /**
   * Outcome id
   */
  outcome: string;
  /**
   * Definition id of the outcome
   */
  definition: string;
  /**
   * Window id; null where the outcome has none
   */
  window: string | null;
  /**
   * What one unit of analysis is
   */
  unit: "person" | "dyad" | "family" | "area-month";
  /**
   * What kind of record the outcome rests on; null where undeclared
   */
  basis:
    | ("proven" | "charged" | "recorded-crime" | "incident" | "victim-report" | "self-report" | "worker-judgement")
    | null;
  /**
   * Whose account it is; null where undeclared
   */
  reporter: string | null;
  /**
   * Level of a subgroup; null for everyone
   */
  subgroup: string | null;
  /**
   * This interval decides the verdict on its outcome
   */
  primary: boolean;
  /**
   * Measure of effect
   */
  measure:
    | "riskDifference"
    | "riskRatio"
    | "oddsRatio"
    | "meanDifference"
    | "rateDifference"
    | "rateRatio"
    | "hazardRatio"
    | "restrictedMeanSurvivalTimeDifference"
    | "differenceInDifferences"
    | "levelChange"
    | "slopeChange";
  /**
   * Whose effect it is: of the treated (ATT), of the untreated (ATC), of everyone (ATE), where the arms overlap (ATO), of the people matched (ATM)
   */
  estimand: "ATT" | "ATC" | "ATE" | "ATO" | "ATM";
  /**
   * The people it is about, in words
   */
  population: string;
  /**
   * How it was worked out, in words
   */
  estimator: string;
  /**
   * What makes the arms alike
   */
  adjustment: "none" | "covariates" | "matching" | "weighting" | "design";
  /**
   * Covariates or terms of the model, the treatment not among them
   */
  adjustedFor: string[];
  /**
   * A number, or the fact that it is withheld
   */
  estimate: number | Withheld;
  /**
   * On the scale of the interval: logarithms for ratios; null where the interval needs none
   */
  standardError: Figure | null;
  /**
   * What the standard error allows for
   */
  standardErrorKind: string;
  /**
   * Degrees of freedom of the reference distribution; null for the normal
   */
  df: number | null;
  /**
   * Clusters the standard error allows for; null without
   */
  clusters: number | null;
  interval: Interval1;
  /**
   * Level of the interval
   */
  level: number;
  /**
   * Two-sided, dual to the interval
   */
  pValue: Figure | null;
  /**
   * A number, or the fact that it is withheld
   */
  adjustedPValue?: number | Withheld;
  /**
   * The test the p-value is of
   */
  test: string;
  treated: ArmValue;
  comparison: ArmValue;
  /**
   * How imputed data sets were brought together; null where nothing was imputed, or nothing imputed bears on the estimate
   */
  imputations: PooledImputations | null;
  /**
   * Resamples the standard error is from; absent where it is a formula's
   */
  bootstrap?: {
    /**
     * Resamples drawn
     */
    replicates: number;
    /**
     * Resamples in which the effect does not exist, left out
     */
    failed: number;
    percentile: Interval2;
  };
  sensitivity: Sensitivity;
  precision?: Precision | null;
  /**
   * Why the interval is not to be leant on; absent where nothing was found
   */
  warnings?: EstimateWarning[];
}
/**
 * What so many people could show, at 80 % power and the level of the interval
 */
export interface Precision {
  /**
   * Smallest difference shown, on the measure’s own scale, positive
   */
  detectableDifference: Figure | null;
  /**
   * Treated people for the present difference to be clear with this comparison group; null = not attainable
   */
  peopleNeeded: Figure | null;
  /**
   * Treated people with whom 80 % of such studies would find the smallest effect of interest, with as many comparison people for each as here; null = not attainable, or none declared
   */
  peopleForSmallestEffect?: Figure | null;
}
export interface Test {
  /**
   * Outcome id
   */
  outcome: string;
  /**
   * Name of the test
   */
  test: string;
  /**
   * A number, or the fact that it is withheld
   */
  statistic: number | Withheld;
  /**
   * Degrees of freedom
   */
  df: number;
  /**
   * A number, or the fact that it is withheld
   */
  pValue: number | Withheld;
  /**
   * What it asks: whether there is an effect at all, whether effects differ between subgroups, or whether an assumption holds; a difference when left out
   */
  asks?: "difference" | "interaction" | "assumption";
  /**
   * Covariate whose levels are compared
   */
  subgroup?: string;
  /**
   * Levels compared, first against second; absent for all levels at once
   */
  contrast?: string;
  /**
   * Measure of the effect tested
   */
  measure?:
    | "riskDifference"
    | "riskRatio"
    | "oddsRatio"
    | "meanDifference"
    | "rateDifference"
    | "rateRatio"
    | "hazardRatio"
    | "restrictedMeanSurvivalTimeDifference"
    | "differenceInDifferences"
    | "levelChange"
    | "slopeChange";
  /**
   * A number, or the fact that it is withheld
   */
  estimate?: number | Withheld;
  interval?: Interval3;
  /**
   * Level of the interval
   */
  level?: number;
  /**
   * A number, or the fact that it is withheld
   */
  adjustedPValue?: number | Withheld;
}
export interface CurvePoint {
  /**
   * In the time unit of the curve
   */
  time: number;
  /**
   * A number, or the fact that it is withheld
   */
  atRisk: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  events: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  value: number | Withheld;
  interval: Interval4;
}
export interface Curve {
  /**
   * Outcome id
   */
  outcome: string;
  /**
   * Kind of curve: kaplan-meier
   */
  kind: string;
  /**
   * Arm
   */
  arm: "treated" | "comparison";
  /**
   * Unit of the times; null where undeclared
   */
  timeUnit: string | null;
  /**
   * Steps, in order of time
   */
  points: CurvePoint[];
}
export interface Term {
  /**
   * Name of the term; of a factor its level too
   */
  term: string;
  /**
   * Level compared with; null for a number
   */
  reference: string | null;
  /**
   * A number, or the fact that it is withheld
   */
  estimate: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  standardError: number | Withheld;
}
export interface Model {
  /**
   * Outcome id; null for the propensity score
   */
  outcome: string | null;
  /**
   * Family and ties, or link: cox-efron
   */
  model: string;
  /**
   * Terms in order
   */
  terms: Term[];
  /**
   * What a reader must know of the fit
   */
  notes: string[];
  /**
   * Share of comparable pairs of people in which the model puts first whose event came first; of hazard models
   */
  concordance?: {
    value: Figure;
    standardError: Figure;
  };
}
export interface Reason {
  /**
   * Rule id
   */
  rule: string;
  /**
   * The reason in words
   */
  text: string;
  /**
   * Levels dropped; null where none
   */
  drop: number | null;
}
export interface Raise {
  /**
   * Level it would reach
   */
  to: number;
  /**
   * What to do
   */
  step: string;
  /**
   * Rule id
   */
  rule: string;
  /**
   * What it takes, cheapest first: stating what is known, analysing again, obtaining data, another comparison group, another way of deciding who is treated
   */
  effort?: "paperwork" | "analysis" | "data" | "comparison" | "allocation";
  /**
   * What it would cost, where a run knows; null or absent where it does not
   */
  cost?: RaiseCost | null;
}
/**
 * What a step would cost
 */
export interface RaiseCost {
  /**
   * Pounds of the price year
   */
  pounds: number;
  /**
   * Price year
   */
  priceYear: string;
  /**
   * What the figure is made of, and where it comes from
   */
  basis: string;
}
export interface Grade {
  /**
   * Which of the two scales
   */
  scale: "wwclg" | "original";
  /**
   * Edition of the scale
   */
  edition: string;
  /**
   * Id of the comparison; null for the whole study
   */
  comparison: string | null;
  /**
   * Ids of the estimates graded
   */
  estimates: string[];
  /**
   * Row of the decision table
   */
  design: string;
  /**
   * Level of the design before tests; null when not scoreable
   */
  base: number | null;
  /**
   * Level, unassessed tests counted as failed; null when not scoreable
   */
  level: number | null;
  /**
   * Level if every unassessed test were passed
   */
  atMost: number | null;
  /**
   * Why this level; the first explains most
   */
  reasons: Reason[];
  /**
   * Tests failed
   */
  drops: Reason[];
  /**
   * Limits that apply
   */
  caps: Reason[];
  /**
   * What would raise the level, cheapest first
   */
  raises: Raise[];
  /**
   * Tests nothing in the data or the plan decides
   */
  notAssessed: Reason[];
  /**
   * Desirable covariates missing and other matters that do not change the level
   */
  caveats: Reason[];
}
export interface Sentence {
  /**
   * Id in the wording catalogue
   */
  rule: string;
  /**
   * Slot name to key of a result
   */
  slots: {
    [k: string]: string;
  };
  /**
   * Slot name to literal words (labels from the plan)
   */
  words: {
    [k: string]: string;
  };
  /**
   * Rendered by the wording catalogue, after disclosure; null before
   */
  text: string | null;
}
export interface Claim {
  /**
   * Id of the claim
   */
  id: string;
  /**
   * Id of the comparison; null for none
   */
  comparison: string | null;
  /**
   * Outcome id
   */
  outcome: string;
  /**
   * Id of the estimate that decides; null for none
   */
  estimate: string | null;
  /**
   * What the interval and the evidence allow
   */
  verdict: "better" | "worse" | "no-clear-difference" | "cannot-say";
  /**
   * Ids of the rules applied
   */
  rules: string[];
  /**
   * Causal wording is allowed
   */
  causal: boolean;
  /**
   * What may be said
   */
  can: Sentence[];
  /**
   * What may not be said, and why
   */
  cannot: Sentence[];
  /**
   * What must be said beside it
   */
  caveats: Sentence[];
}
export interface Input {
  /**
   * Relative to the study folder
   */
  file: string;
  /**
   * SHA-256 of the file
   */
  sha256: string;
  /**
   * Rows of data; null where not counted
   */
  rows: number | null;
}
export interface Provenance {
  /**
   * Files read
   */
  inputs: Input[];
  /**
   * Seed used; null where nothing was random
   */
  seed: number | null;
  /**
   * Version of Likewise
   */
  version: string;
  /**
   * SHA-256 of the options
   */
  options: string | null;
}
/**
 * One element of a trial: what it would do, and what stands in for it
 */
export interface TargetTrialRow {
  /**
   * Eligibility, strategies, assignment, time zero, follow-up, outcome, contrast or analysis
   */
  element: string;
  /**
   * What the trial would do
   */
  trial: string;
  /**
   * How observed people stand in for it
   */
  emulation: string;
}
/**
 * One strategy, and the people who stand for it
 */
export interface TrialStrategyResult {
  /**
   * Id of the strategy in the plan
   */
  id: string;
  /**
   * What following it means
   */
  label: string;
  /**
   * A number, or the fact that it is withheld
   */
  people: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  events: number | Withheld;
  /**
   * Those of them who left the strategy before the event and the end; null of the naive contrast, which counts nobody so
   */
  left: Figure | null;
  /**
   * Of those who kept to it past the grace period, as many equally weighted people; null of the naive contrast
   */
  effectiveSampleSize: Figure | null;
  /**
   * Largest weight of a person; null of the naive contrast
   */
  largestWeight: Figure | null;
  /**
   * A number, or the fact that it is withheld
   */
  risk: number | Withheld;
  interval: Interval5;
}
/**
 * First strategy against second
 */
export interface TrialEffect {
  /**
   * A number, or the fact that it is withheld
   */
  estimate: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  standardError: number | Withheld;
  interval: Interval6;
}
/**
 * The strategies compared in one way; never the answer of a comparison
 */
export interface TrialContrast {
  /**
   * outcome:riskDifference:analysis
   */
  id: string;
  /**
   * By strategies from time zero, or by what became of people, which the first replaces
   */
  analysis: "clone-censor-weight" | "naive";
  /**
   * What is compared
   */
  label: string;
  /**
   * First and second
   *
   * @minItems 2
   * @maxItems 2
   */
  strategies: [TrialStrategyResult, TrialStrategyResult];
  riskDifference: TrialEffect;
  /**
   * null where a risk is zero in the data or in many resamples
   */
  riskRatio: TrialEffect | null;
  /**
   * On both scales, by the rules for groups formed by behaviour after entry
   */
  grades: Grade[];
}
/**
 * A target trial of one outcome
 */
export interface TrialOutcome {
  /**
   * Outcome id
   */
  outcome: string;
  /**
   * Definition id of the outcome
   */
  definition: string;
  /**
   * Window id; null where the outcome has none
   */
  window: string | null;
  rows: Rows;
  /**
   * Days in which a strategy is to be carried out
   */
  graceDays: number;
  /**
   * Days at which risks are read
   */
  horizonDays: number;
  /**
   * Level of the intervals
   */
  level: number;
  /**
   * Resamples of people behind the intervals
   */
  replicates: number;
  /**
   * By strategies from time zero, then the naive contrast it replaces
   */
  contrasts: TrialContrast[];
}
/**
 * Effect of completing, or of a number of sessions, as a trial of two strategies would show it; no verdict rests on it
 */
export interface TargetTrialResult {
  /**
   * Who is in the trial, in words
   */
  people: string;
  /**
   * The trial and its emulation
   */
  table: TargetTrialRow[];
  /**
   * Each outcome that has times
   */
  outcomes: TrialOutcome[];
  /**
   * What it rests on
   */
  assumptions: string[];
}
/**
 * One domain of bias
 */
export interface DomainJudgement {
  /**
   * Domain
   */
  id: "confounding" | "selection" | "classification" | "deviations" | "missing-data" | "measurement" | "reporting";
  /**
   * Risk of bias
   */
  judgement: "low" | "moderate" | "serious" | "critical" | "no-information";
  /**
   * Facts and diagnostics it rests on
   */
  because: Reason[];
  /**
   * What nobody has stated or assessed
   */
  unknown: Reason[];
}
/**
 * Risk of bias by domain and precision, beside the level and never merged with it
 */
export interface Appraisal {
  /**
   * The list of domains it is after; the judgements are ours
   */
  tool: "ROBINS-I";
  /**
   * Version of the list
   */
  version: string;
  /**
   * Ids of the estimates appraised; empty where nobody was compared with anybody
   */
  estimates: string[];
  /**
   * All seven, in the order of the tool
   */
  domains: DomainJudgement[];
  /**
   * The worst domain; no information where nothing is worse than moderate and a domain is not known
   */
  overall: "low" | "moderate" | "serious" | "critical" | "no-information";
  /**
   * One for each estimate that decides an outcome
   */
  precision: PrecisionStatus[];
}
/**
 * Whether so many people could show the smallest effect of interest; its numbers stand with the estimate
 */
export interface PrecisionStatus {
  /**
   * Id of the estimate
   */
  estimate: string;
  /**
   * The smallest difference 80 % of such studies would find: at most the smallest effect of interest, at most twice it, or larger
   */
  power: "adequate" | "low" | "very-low" | "not-known";
  /**
   * Smallest effect of interest, as the plan declares it
   */
  smallestEffect: number | null;
  /**
   * Fewer than 30 treated people; fewer than 10 of them with the event
   */
  flags: ("few-treated" | "few-events")[];
}
/**
 * The five dimensions of EMMIE for one study
 */
export interface Emmie {
  /**
   * Says that it is not a systematic review
   */
  notice: string;
  /**
   * Effect, mechanism, moderators, implementation, economics
   */
  dimensions: {
    /**
     * Dimension
     */
    id: "effect" | "mechanism" | "moderators" | "implementation" | "economics";
    /**
     * Whether this study says anything on it
     */
    status: "reported" | "not-reported";
    /**
     * What it says, or what is missing
     */
    because: Reason[];
    /**
     * Keys of the results it quotes, by name of the part
     */
    keys: string[];
  }[];
}
/**
 * One comparison of a treated with a comparison group, exact or disclosed
 */
export interface Comparison {
  kind: "likewise/comparison";
  /**
   * Version of the form of a comparison
   */
  version: 1;
  /**
   * Id of the comparison in its plan
   */
  id: string;
  /**
   * The comparison as pages call it
   */
  label: string;
  rows: Rows;
  arms: Arms;
  /**
   * Every option used: method, assignment, comparator, distance, caliper {sd,width}, ratio, order, covariates, exact, clusters, level, seed …
   */
  design: {
    /**
     * How like was compared with like
     */
    method: string;
    /**
     * How people came to be treated
     */
    assignment: string;
    /**
     * Who the comparison group are
     */
    comparator: string;
    /**
     * Whose outcomes are analysed as treated
     */
    analysisSet?: "referred" | "offered" | "started" | "completed";
    /**
     * Ids of outcomes whose primary estimate was fixed by default, not by the plan
     */
    primaryByDefault?: string[];
    [k: string]: unknown;
  };
  /**
   * What matching did; null without matching
   */
  matching: Matching | null;
  /**
   * What weighting did; null without weighting
   */
  weighting: Weighting | null;
  /**
   * How alike the arms are, covariate by covariate
   */
  balance: Balance[];
  /**
   * Every estimate, primary and secondary
   */
  estimates: Estimate[];
  sensitivity?: ComparisonSensitivity;
  targetTrial?: TargetTrialResult;
  /**
   * Tests that are not dual to an interval
   */
  tests: Test[];
  /**
   * Curves over time
   */
  curves: Curve[];
  /**
   * Fitted models, term by term
   */
  models: Model[];
  /**
   * Grades, a list by scale and group of estimates
   */
  evidence: Grade[];
  /**
   * What may and may not be said of each outcome
   */
  claims: Claim[];
  /**
   * What was refused, why, and what would unlock it
   */
  refusals: Refusal[];
  /**
   * What was assumed and not declared
   */
  assumptions: string[];
  provenance: Provenance;
  /**
   * Risk of bias and precision by group of estimates, beside the level
   */
  appraisal?: Appraisal[];
  /**
   * For those who ask (report.emmie): the dimensions of EMMIE for this one study
   */
  emmie?: Emmie | null;
}
/**
 * One item of spend: period, payer, category, in money or in kind, and a person where known
 */
export interface CostsRecord {
  /**
   * First day paid for
   */
  period_from?: string;
  /**
   * Last day paid for
   */
  period_to?: string;
  /**
   * Who paid
   */
  payer: string;
  /**
   * What it was spent on
   */
  category?: string;
  /**
   * Money spent, or the value of something given
   */
  kind?: "cash" | "in-kind";
  /**
   * Pounds, in prices of the period; negative for a refund
   */
  amount_pounds: number;
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person?: string;
}
/**
 * One offence or incident and the part one person played in it
 */
export interface EventsRecord {
  /**
   * Crime or incident reference
   */
  event?: string;
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Day it happened; of a span, the first day
   */
  event_date: string;
  /**
   * Day it was recorded
   */
  recorded_date?: string;
  /**
   * Home Office offence code, in any spelling
   */
  code?: string;
  /**
   * Offence in words; stays in private files
   */
  offence?: string;
  /**
   * Flagged as domestic abuse
   */
  domestic?: boolean;
  /**
   * A recorded crime; false for an incident that is not a crime
   */
  crime?: boolean;
  /**
   * Nothing but the breach of an order or licence
   */
  breach?: boolean;
  /**
   * On record only because the programme or the police went looking, such as an arrest made to disrupt
   */
  proactive?: boolean;
  /**
   * Part the person played
   */
  role?: "suspect" | "offender" | "victim";
  /**
   * Id of the victim
   */
  victim?: string;
  /**
   * Outcome of the case
   */
  disposal?: string;
  /**
   * Day of the conviction, caution, reprimand or warning
   */
  proven_date?: string;
  /**
   * Factors that move the gravity of a disposal scale by one step; both leave it where it is
   */
  gravity_factors?: "none" | "aggravating" | "mitigating" | "both";
}
/**
 * What is known about the parts of a programme: statements a study supplies, each with its source, its strength, the people it is about and what was found
 */
export interface EvidenceMap {
  /**
   * Version of this format
   */
  version: 1;
  /**
   * Groups of people: those the programme works with, and others that evidence is about
   *
   * @minItems 1
   */
  populations: [
    {
      /**
       * Id of the group
       */
      id: string;
      /**
       * The group as pages call it
       */
      label: string;
      /**
       * The programme works with them; true unless said
       */
      served?: boolean;
    },
    ...{
      /**
       * Id of the group
       */
      id: string;
      /**
       * The group as pages call it
       */
      label: string;
      /**
       * The programme works with them; true unless said
       */
      served?: boolean;
    }[]
  ];
  /**
   * What is known, one source a statement
   */
  statements: {
    /**
     * Id of the statement
     */
    id: string;
    /**
     * Ids of the parts of the programme it is about: of programme.components, activities of the theory of change, workstreams or components of sessions
     *
     * @minItems 1
     */
    about: [string, ...string[]];
    /**
     * Ids of the groups of people studied
     *
     * @minItems 1
     */
    populations: [string, ...string[]];
    /**
     * What was found, in the words of the study
     */
    finding: string;
    /**
     * What the finding says of the part: that it helps, harms, makes no difference, or some of each
     */
    direction: "helps" | "harms" | "no-difference" | "mixed";
    /**
     * How strong the evidence is, as the source or the study grades it
     */
    strength: "strong" | "moderate" | "weak";
    /**
     * Who graded its strength, and on which scale
     */
    gradedBy: string;
    /**
     * Where it is published
     */
    source: string;
  }[];
}
/**
 * One extract received from one system, and the dates it covers
 */
export interface ExtractsRecord {
  /**
   * System it came from
   */
  source: string;
  /**
   * Day it was received
   */
  received: string;
  /**
   * First day it covers
   */
  from?: string;
  /**
   * Last day it covers
   */
  to?: string;
}
/**
 * One rating of how far delivery kept to one standard
 */
export interface FidelityRecord {
  /**
   * Worker id
   */
  worker?: string;
  /**
   * Day of the rating
   */
  date?: string;
  /**
   * Standard rated against
   */
  standard: string;
  /**
   * Rating, in the unit of the standard
   */
  rating: number;
}
/**
 * One serious or adverse event
 */
export interface HarmsRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Day it happened
   */
  date: string;
  /**
   * Kind of event
   */
  kind: string;
  /**
   * It happened during the programme
   */
  during_programme?: boolean;
}
/**
 * One conference or panel at which a person was discussed
 */
export interface HearingsRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Kind of hearing
   */
  kind: "marac" | "matac" | "panel";
  /**
   * Day of the hearing
   */
  date: string;
  /**
   * A repeat, by the definition named
   */
  repeat?: boolean;
  /**
   * Id of the definition of repeat; different definitions never merge
   */
  repeat_definition?: string;
}
/**
 * One interview and what may be published of it; the words themselves stay with the interviewer
 */
export interface InterviewsRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person?: string;
  /**
   * Day of the interview
   */
  date: string;
  /**
   * Role of the person interviewed
   */
  role: string;
  /**
   * Theme
   */
  theme?: string;
  /**
   * Consent to publish was given
   */
  consent?: boolean;
  /**
   * Who cleared it for publication
   */
  cleared_by?: string;
  /**
   * Day it was cleared
   */
  cleared_on?: string;
}
/**
 * Who is linked to whom (victim-survivor, family) and to which worker, with offers of support and what became of them
 */
export interface LinksRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Id of the other person; of a link to a worker, the worker
   */
  linked_person: string;
  /**
   * Kind of link: a perpetrator and a victim-survivor, members of one family, a person and a worker
   */
  kind: "dyad" | "family" | "worker";
  /**
   * What the linked person is to the person
   */
  relationship?: string;
  /**
   * Family id
   */
  family?: string;
  /**
   * First day of the link
   */
  from?: string;
  /**
   * Last day of the link; blank while it lasts
   */
  to?: string;
  /**
   * Day support was offered to the linked person
   */
  offer_date?: string;
  /**
   * The linked person accepted support
   */
  accepted?: boolean;
  /**
   * Day support was accepted
   */
  accept_date?: string;
  /**
   * Whether the linked person could be contacted
   */
  contact_status?: string;
  /**
   * Who gives the support
   */
  worker_type?: string;
}
/**
 * The items: numbers and codes, never their text
 */
export interface MeasureItems {
  /**
   * Number of items; 0 for a score worked out elsewhere
   */
  count: number;
  /**
   * Column names, with {n} for the item number
   */
  pattern: string;
  /**
   * Names of items by number, where they are facts and not the text of the instrument
   */
  names?: {
    [k: string]: string;
  };
  /**
   * Codes allowed, by item
   */
  responses: {
    items: "all" | number[];
    /**
     * Codes allowed, whole numbers
     */
    values: number[];
    /**
     * What the codes stand for
     */
    coding?: string;
  }[];
  /**
   * Codes that stand for other values; applied before reversing
   */
  map?: {
    /**
     * Item numbers, from 1
     */
    items: number[];
    /**
     * Codes as answered
     */
    from: number[];
    /**
     * Values they stand for, same length
     */
    to: number[];
  }[];
  /**
   * Items read as smallest + largest - value
   */
  reverse: number[];
  /**
   * How data may be coded otherwise
   */
  reverseNote?: string;
  /**
   * Items that need no answer after certain answers; only blanks are filled
   */
  skips?: {
    when:
      | {
          sum: {
            /**
             * Item numbers, from 1
             */
            items: number[];
            /**
             * Sum of those items
             */
            equals: number;
          };
        }
      | {
          [k: string]: number;
        };
    fill: {
      /**
       * Item numbers, from 1
       */
      items: number[];
      /**
       * Code filled in
       */
      value: number;
    };
    /**
     * Ids of sources it was seen in
     */
    src?: string[];
    /**
     * Whether it was seen in a source; shown as unverified otherwise
     */
    verified?: boolean;
    /**
     * What a reader must know
     */
    note?: string;
  }[];
  /**
   * Answers that need a person today, whatever the score
   */
  flags?: {
    /**
     * Item number
     */
    item: number;
    when: {
      /**
       * This code or higher
       */
      gte: number;
    };
    /**
     * Id of the alert
     */
    code: string;
    /**
     * What to do
     */
    note?: string;
  }[];
  /**
   * Items that may be blank
   */
  optional?: number[];
  /**
   * Orders of items that circulate
   */
  order?: {
    /**
     * Order of items this definition scores
     */
    id: string;
    variants: {
      /**
       * Another order in use
       */
      id: string;
      /**
       * Items reversed in that order
       */
      reverse: number[];
      /**
       * Ids of sources it was seen in
       */
      src?: string[];
      /**
       * Whether it was seen in a source; shown as unverified otherwise
       */
      verified?: boolean;
      /**
       * What a reader must know
       */
      note?: string;
    }[];
    note?: string;
  };
  /**
   * Questions of the form that no score uses
   */
  unscored?: {
    id: string;
    note?: string;
  }[];
  note?: string;
}
/**
 * Named ranges of a score
 */
export interface MeasureBandSet {
  /**
   * Id of the set
   */
  set: string;
  /**
   * Whom it holds for
   */
  population?: string;
  /**
   * From the lowest, without gaps
   */
  ranges: {
    label: string;
    /**
     * Lowest score
     */
    from: number;
    /**
     * Highest score
     */
    to: number;
  }[];
  /**
   * Ids of sources it was seen in
   */
  src?: string[];
  /**
   * Whether it was seen in a source; shown as unverified otherwise
   */
  verified?: boolean;
  /**
   * What a reader must know
   */
  note?: string;
}
/**
 * A published cut-off
 */
export interface MeasureCutOff {
  id: string;
  /**
   * How a score stands to the value to count
   */
  op: ">=" | ">" | "<=" | "<";
  /**
   * Points
   */
  value: number;
  /**
   * Whom it holds for
   */
  population?: string;
  /**
   * What for
   */
  use?: string;
  /**
   * Ids of sources it was seen in
   */
  src?: string[];
  /**
   * Whether it was seen in a source; shown as unverified otherwise
   */
  verified?: boolean;
  /**
   * What a reader must know
   */
  note?: string;
}
/**
 * A published amount of change
 */
export interface MeasureChange {
  /**
   * Change beyond measurement error; smallest change that matters
   */
  kind: "reliable" | "mid";
  /**
   * Points of change, this or more
   */
  points: number;
  /**
   * Upper end where a range is published
   */
  upTo?: number;
  /**
   * Level of the interval it rests on
   */
  confidence?: number;
  population?: string;
  use?: string;
  /**
   * Ids of sources it was seen in
   */
  src?: string[];
  /**
   * Whether it was seen in a source; shown as unverified otherwise
   */
  verified?: boolean;
  /**
   * What a reader must know
   */
  note?: string;
}
/**
 * A published reliability with its type
 */
export interface MeasureReliability {
  /**
   * What it was estimated from
   */
  type: "alpha" | "omega" | "test-retest" | "test-retest-icc";
  value: number;
  /**
   * Upper end where a range is published
   */
  upTo?: number;
  population?: string;
  /**
   * Time between the two answers
   */
  interval?: string;
  /**
   * Ids of sources it was seen in
   */
  src?: string[];
  /**
   * Whether it was seen in a source; shown as unverified otherwise
   */
  verified?: boolean;
  /**
   * What a reader must know
   */
  note?: string;
}
/**
 * Mean and spread of a population
 */
export interface MeasureNorm {
  /**
   * Who
   */
  population: string;
  /**
   * People
   */
  n?: number;
  /**
   * Points
   */
  mean: number;
  /**
   * Standard deviation, points
   */
  sd?: number;
  /**
   * Ids of sources it was seen in
   */
  src?: string[];
  /**
   * Whether it was seen in a source; shown as unverified otherwise
   */
  verified?: boolean;
  /**
   * What a reader must know
   */
  note?: string;
}
/**
 * One score of an instrument
 */
export interface MeasureScore {
  id: string;
  title?: string;
  direction?: MeasureDirection;
  /**
   * The one change is worked out for, where a measure has several
   */
  primary?: boolean;
  /**
   * Lowest and highest score
   *
   * @minItems 2
   * @maxItems 2
   */
  range: [number, number];
  items?: "all" | number[];
  /**
   * Weights of scores listed before
   */
  scores?: {
    [k: string]: number;
  };
  /**
   * linear: weighted sum of scores listed before; max: the highest
   */
  method: "sum" | "mean" | "count" | "linear" | "max";
  countIf?: {
    /**
     * Counts items at this value or higher
     */
    gte: number;
  };
  /**
   * Applied in order after adding up
   */
  transform?: {
    multiply?: number;
    add?: number;
    lookup?: {
      /**
       * Score of the first value
       */
      start: number;
      step: number;
      values: number[];
    };
    /**
     * Ids of sources it was seen in
     */
    src?: string[];
    /**
     * Whether it was seen in a source; shown as unverified otherwise
     */
    verified?: boolean;
    /**
     * What a reader must know
     */
    note?: string;
  }[];
  missing: {
    /**
     * none: every item needed. prorate: up to maxMissing items stand at the mean of the rest. min-answered: at least min items
     */
    rule: "none" | "prorate" | "min-answered";
    /**
     * Items that may be missing
     */
    maxMissing?: number;
    /**
     * Items that must be answered
     */
    min?: number;
    /**
     * Of a prorated score
     */
    rounding?: "none" | "half-up";
    /**
     * Ids of sources it was seen in
     */
    src?: string[];
    /**
     * Whether it was seen in a source; shown as unverified otherwise
     */
    verified?: boolean;
    /**
     * What a reader must know
     */
    note?: string;
    /**
     * Other rules in use; not applied
     */
    alternatives?: {
      rule: string;
      maxMissing?: number;
      verified?: boolean;
    }[];
  };
  bands?: MeasureBandSet[];
  cutoffs?: MeasureCutOff[];
  change?: MeasureChange[];
  reliability?: MeasureReliability[];
  norms?: MeasureNorm[];
}
/**
 * A screening rule on items; no diagnosis
 */
export interface MeasureRule {
  id: string;
  /**
   * Conditions that must all hold
   */
  all: {
    count: {
      /**
       * Item numbers, from 1
       */
      items: number[];
      /**
       * An item counts at this value or higher
       */
      gte: number;
      /**
       * Other limits, by item number
       */
      except?: {
        [k: string]: {
          gte: number;
        };
      };
    };
    /**
     * Items that must count
     */
    atLeast: number;
  }[];
  /**
   * Ids of sources it was seen in
   */
  src?: string[];
  /**
   * Whether it was seen in a source; shown as unverified otherwise
   */
  verified?: boolean;
  /**
   * What a reader must know
   */
  note?: string;
}
/**
 * One indicator of a set: the share of people in whom it is present
 */
export interface MeasureIndicator {
  id: string;
  /**
   * Item numbers, from 1
   */
  items: number[];
  /**
   * Present at this code or higher
   */
  gte: number;
  /**
   * What it is about, in words of the plan
   */
  title?: string;
  direction?: MeasureDirection;
}
/**
 * Who holds the instrument, and on what terms it may be used
 */
export interface MeasureLicence {
  /**
   * What a user may do
   */
  class:
    | "public-domain"
    | "free-attribution"
    | "free-noncommercial"
    | "registration-required"
    | "licence-required"
    | "proprietary"
    | "unknown";
  holder: string;
  /**
   * Name of the licence
   */
  name?: string;
  /**
   * The text of items is never in a definition
   */
  itemTextShipped: false;
  /**
   * Terms a user must keep
   */
  conditions?: string[];
  /**
   * Why the scoring may be written down
   */
  scoringBasis?: string;
  /**
   * Ids of sources it was seen in
   */
  src?: string[];
  /**
   * Whether it was seen in a source; shown as unverified otherwise
   */
  verified?: boolean;
  /**
   * What a reader must know
   */
  note?: string;
}
/**
 * A worked case every scorer must reproduce
 */
export interface MeasureCheck {
  note?: string;
  /**
   * Answer to every item that answers does not name
   */
  fill?: number;
  answers?: {
    [k: string]: number;
  };
  /**
   * Columns left blank
   */
  omit?: string[];
  /**
   * Scores by id; null where there must be none
   */
  expect: {
    [k: string]: number | null;
  };
  /**
   * Label of the first band set, by score id
   */
  band?: {
    [k: string]: string;
  };
  rules?: {
    [k: string]: boolean;
  };
}
/**
 * How an instrument is scored and read: items, codes, missing rule, bands, published change, licence, sources. It holds no text of items
 */
export interface MeasureDefinition {
  /**
   * Version of this format
   */
  format: "measure-definition/1";
  /**
   * Id, as data and plans name it
   */
  id: string;
  /**
   * Version of the definition; raised when scoring changes
   */
  version: string;
  title: string;
  abbreviation: string;
  /**
   * What it measures
   */
  construct: string;
  /**
   * What it may be used for: no change is worked out of a risk checklist, a satisfaction scale or an indicator set
   */
  kind: "outcome" | "screen" | "readiness" | "goal" | "satisfaction" | "risk-checklist" | "indicator-set" | "reported";
  /**
   * Who answers
   */
  respondent: ("self" | "partner" | "parent" | "teacher" | "practitioner")[];
  /**
   * The time asked about
   */
  recall: string;
  direction: MeasureDirection;
  items: MeasureItems;
  /**
   * Codes that mean no answer
   */
  missingCodes?: number[];
  /**
   * In the order they are worked out; none for an indicator set
   */
  scores: MeasureScore[];
  /**
   * Of an indicator set
   */
  indicators?: MeasureIndicator[];
  rules?: MeasureRule[];
  licence: MeasureLicence;
  /**
   * How to cite it
   */
  citation: string[];
  sources: {
    id: string;
    title: string;
    url: string;
  }[];
  /**
   * Whether the scoring itself was seen in a source
   */
  verified: boolean;
  /**
   * Facts that were not
   */
  unverified: string[];
  /**
   * Why there is no total
   */
  noComposite?: {
    /**
     * Ids of sources it was seen in
     */
    src?: string[];
    /**
     * Whether it was seen in a source; shown as unverified otherwise
     */
    verified?: boolean;
    /**
     * What a reader must know
     */
    note?: string;
  };
  /**
   * How labels of bands are published
   */
  bandMapping?: {
    /**
     * Ids of sources it was seen in
     */
    src?: string[];
    /**
     * Whether it was seen in a source; shown as unverified otherwise
     */
    verified?: boolean;
    /**
     * What a reader must know
     */
    note?: string;
  };
  /**
   * Worked cases
   */
  checks: MeasureCheck[];
}
/**
 * One answer to one item of an instrument at one time point, or a total score
 */
export interface MeasuresRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Instrument id
   */
  measure: string;
  /**
   * Time point
   */
  wave: string;
  /**
   * Day it was answered
   */
  date?: string;
  /**
   * Item id; blank for a total score
   */
  item?: string;
  /**
   * Who answered; accounts of different reporters are never merged
   */
  reporter?: "victim-survivor" | "perpetrator" | "worker" | "child";
  /**
   * Answer, a number or a code of the instrument
   */
  response?: number | string;
}
/**
 * One need of a person on one pathway, and what became of it
 */
export interface NeedsRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Pathway of the need
   */
  pathway: string;
  /**
   * Time point
   */
  wave?: string;
  /**
   * Day the need was identified
   */
  identified_date?: string;
  /**
   * What became of it
   */
  status: "need" | "referred" | "accepted" | "waiting" | "refused-capacity" | "refused-threshold" | "met";
  /**
   * Day of this status
   */
  date?: string;
}
/**
 * One spell of custody, recall or an order: time not at risk, or at risk under conditions
 */
export interface OrdersRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Kind of spell
   */
  kind: "custody" | "recall" | "remand" | "protective-order" | "licence";
  /**
   * First day
   */
  from: string;
  /**
   * Last day; blank while it lasts
   */
  to?: string;
}
/**
 * One outcome of one person that arrives worked out: value, time with its unit, censored or not
 */
export interface OutcomesRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Outcome id of the plan
   */
  outcome: string;
  /**
   * Value: yes or no, a count or a score, as the plan declares the outcome
   */
  value: number | string | boolean;
  /**
   * Time to the event, or to the end of observation
   */
  time?: number;
  /**
   * Unit of the time
   */
  time_unit?: "day" | "week" | "month" | "year";
  /**
   * Observation ended before the event
   */
  censored?: boolean;
}
/**
 * One person, with their role in the case and what was known at the index date; the plan may map further covariates
 */
export interface PeopleRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Role in the case
   */
  role?: "perpetrator" | "adult-victim-survivor" | "child";
  /**
   * Arm of the study, where people carry it and no selection log says it
   */
  arm?: string;
  /**
   * Year of birth
   */
  birth_year?: number;
  /**
   * Age in years at the index date
   */
  age?: number;
  /**
   * Sex, as recorded; unknown and prefer not to say are kept apart
   */
  sex?: string;
  /**
   * Ethnic group, as recorded; unknown and prefer not to say are kept apart
   */
  ethnicity?: string;
  /**
   * Disability, as recorded; unknown and prefer not to say are kept apart
   */
  disability?: string;
  /**
   * Religion or belief, as recorded; unknown and prefer not to say are kept apart
   */
  religion?: string;
  /**
   * Sexual orientation, as recorded; unknown and prefer not to say are kept apart
   */
  sexual_orientation?: string;
  /**
   * Gender reassignment, as recorded; unknown and prefer not to say are kept apart
   */
  gender_reassignment?: string;
  /**
   * Marriage or civil partnership, as recorded; unknown and prefer not to say are kept apart
   */
  marital_status?: string;
  /**
   * Pregnancy or maternity, as recorded; unknown and prefer not to say are kept apart
   */
  pregnancy?: string;
  /**
   * Main language, as recorded
   */
  language?: string;
  /**
   * Area of residence: a ward or larger, never a postcode
   */
  area?: string;
  /**
   * Risk level at the index date, as recorded
   */
  risk_level?: string;
  /**
   * Tool and version the risk level comes from
   */
  risk_tool?: string;
  /**
   * Day follow-up starts, where people carry it; the same rule in both arms
   */
  index_date?: string;
  /**
   * Site, or other unit people were assigned by
   */
  cluster?: string;
}
/**
 * One spell of a person in one phase, strand or list of the work; spells of several may overlap
 */
export interface PhasesRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Phases follow each other, strands run side by side, lists are what a person is put on and taken off
   */
  kind: "phase" | "strand" | "list";
  /**
   * Which phase, strand or list
   */
  work: string;
  /**
   * First day
   */
  from: string;
  /**
   * Last day; blank while it lasts
   */
  to?: string;
  /**
   * Why it ended
   */
  reason?: string;
}
/**
 * One item of the plan made with or for a person
 */
export interface PlanItemsRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * What is to be done
   */
  item: string;
  /**
   * Day it was set
   */
  set?: string;
  /**
   * Day it was done; blank while it is not
   */
  done?: string;
}
/**
 * People living in one area in one year, in all or in one group
 */
export interface PopulationRecord {
  /**
   * Area
   */
  area: string;
  /**
   * Year of the estimate
   */
  year: number;
  /**
   * Group counted, as field:level, such as ethnicity:asian; blank for everyone
   */
  group?: string;
  /**
   * People
   */
  people: number;
}
/**
 * One referral of a person to the programme, and how it ended
 */
export interface ReferralsRecord {
  /**
   * Referral id
   */
  referral?: string;
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Day of the referral
   */
  referral_date: string;
  /**
   * Who referred
   */
  source?: string;
  /**
   * Service the person was referred to, under whichever name it then had; the plan says which names are one
   */
  provider?: string;
  /**
   * Area the referral belongs to: a ward or larger, never a postcode
   */
  area?: string;
  /**
   * Whether attendance is required
   */
  mandated?: "voluntary" | "court-expectation" | "criminal-order" | "unknown";
  /**
   * Known offence before the referral; some services take people who have broken no law
   */
  prior_offence?: "yes" | "no" | "unknown";
  /**
   * Strand of the work planned
   */
  strand?: string;
  /**
   * How the work is to be delivered
   */
  mode?: string;
  /**
   * Why it is delivered so
   */
  mode_reason?: string;
  /**
   * The person pays a fee
   */
  fee_charged?: boolean;
  /**
   * DASH score at the referral
   */
  dash_score?: number;
  /**
   * Priority perpetrator identification score at the referral
   */
  ppit_score?: number;
  /**
   * Recency, frequency and gravity score at the referral
   */
  rfg_score?: number;
  /**
   * Day the scores describe
   */
  scored_on?: string;
  /**
   * Met the criteria of the service
   */
  eligible?: boolean;
  /**
   * Why not
   */
  reason_not_eligible?: string;
  /**
   * Suitability: acknowledges the abuse
   */
  acknowledges?: "yes" | "no" | "partly";
  /**
   * Suitability: takes responsibility
   */
  takes_responsibility?: "yes" | "no" | "partly";
  /**
   * Suitability: is motivated to change
   */
  motivated?: "yes" | "no" | "partly";
  /**
   * Day the case was closed; blank while it is open
   */
  closed_date?: string;
  /**
   * Why it was closed
   */
  closure_reason?: string;
  /**
   * Day the follow-up is due
   */
  followup_due?: string;
  /**
   * What became of the follow-up
   */
  followup_status?: string;
}
/**
 * One request for information to an agency, and its reply
 */
export interface RequestsRecord {
  /**
   * Request id
   */
  request?: string;
  /**
   * Person id, as received: a pseudonym, never a name; the person it is about
   */
  person?: string;
  /**
   * Agency asked
   */
  partner?: string;
  /**
   * Kind of request
   */
  kind: string;
  /**
   * Day it was sent
   */
  sent: string;
  /**
   * Day of the reply; blank while there is none
   */
  replied?: string;
  /**
   * What the reply was
   */
  outcome?: string;
}
export interface ReasonCount {
  /**
   * Reason code
   */
  code: string;
  /**
   * A number, or the fact that it is withheld
   */
  rows: number | Withheld;
}
/**
 * rowsIn = rowsUsed + rowsRejected
 */
export interface Account {
  /**
   * ingest, cohort, outcome …
   */
  stage: string;
  /**
   * Table
   */
  table: string;
  /**
   * File; null where not about one file
   */
  file: string | null;
  /**
   * A number, or the fact that it is withheld
   */
  rowsIn: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  rowsUsed: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  rowsRejected: number | Withheld;
  /**
   * Rows rejected, by reason
   */
  reasons: ReasonCount[];
  /**
   * Reported but not rejected
   */
  notes: ReasonCount[];
}
export interface FunnelStep {
  /**
   * Stage
   */
  step: string;
  /**
   * Stage as pages call it
   */
  label: string;
  /**
   * A number, or the fact that it is withheld
   */
  count: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  open: number | Withheld;
  /**
   * Of those who reached the step before
   */
  shareOfPrevious: Figure | null;
  /**
   * Of those referred
   */
  shareOfReferrals: Figure | null;
  /**
   * Wilson interval of shareOfReferrals
   */
  interval: Interval | null;
  /**
   * Days from the step before, median
   */
  medianDays: Figure | null;
  /**
   * Who left here, by reason
   */
  leaving: ReasonCount[];
  /**
   * People still open are left out of both
   */
  denominators: {
    /**
     * People the first share is of
     */
    previous: Figure | null;
    /**
     * People the second share is of
     */
    referrals: Figure | null;
  };
}
export interface AnalysisSet {
  /**
   * Id of the set
   */
  id: string;
  /**
   * Arm
   */
  arm: string;
  /**
   * A number, or the fact that it is withheld
   */
  people: number | Withheld;
  /**
   * Who is in it, and why
   */
  why: string;
}
export interface Coverage {
  /**
   * Outcome id
   */
  outcome: string;
  /**
   * Arm
   */
  arm: "treated" | "comparison";
  /**
   * A number, or the fact that it is withheld
   */
  people: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  searchedAndFound: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  observedToEnd: number | Withheld;
  /**
   * People whose outcome is missing, by reason
   */
  missing: ReasonCount[];
}
export interface Block {
  /**
   * …, -1 the half-year before, 1 the half-year after
   */
  block: number;
  /**
   * Window id
   */
  window: string;
  /**
   * Outcome id
   */
  outcome: string;
  /**
   * treated, or comparison: the people the headline estimate sets beside them
   */
  group: string;
  /**
   * A number, or the fact that it is withheld
   */
  atRisk: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  withEvent: number | Withheld;
  /**
   * People with an event, of those at risk
   */
  share: Figure | null;
  /**
   * Of the share
   */
  interval: Interval | null;
  /**
   * Events a person-year
   */
  ratePerYear: Figure | null;
  /**
   * Time at risk
   */
  personYears: Figure | null;
  /**
   * A number, or the fact that it is withheld
   */
  events: number | Withheld;
  /**
   * A number, or the fact that it is withheld
   */
  allTimeYears: number | Withheld;
}
export interface SafetyItem {
  /**
   * Id of the item
   */
  id: string;
  /**
   * Id of the question it answers
   */
  question: string;
  /**
   * Whom it is about
   */
  who: "victim-survivors" | "children" | "perpetrators";
  /**
   * Whose account it is; null for none
   */
  reporter: string | null;
  /**
   * Not measured is a result too
   */
  status: "measured" | "not-measured";
  /**
   * No comparison group: a description, not an effect
   */
  uncontrolled: boolean;
  /**
   * People for whom it holds
   */
  numerator: Figure | null;
  /**
   * People it was asked of
   */
  denominator: Figure | null;
  /**
   * Share
   */
  value: Figure | null;
  /**
   * Of the share
   */
  interval: Interval | null;
  /**
   * Window or wave; null for none
   */
  window: string | null;
  /**
   * Definition id
   */
  definition: string;
  /**
   * The same at the start, for the same people; null for none
   */
  before: {
    numerator: Figure;
    denominator: Figure;
    /**
     * Share at the start
     */
    value: Figure | null;
    /**
     * Of the share at the start
     */
    interval: Interval | null;
    /**
     * A number, or the fact that it is withheld
     */
    without?: number | Withheld;
  } | null;
  /**
   * People of whom it is not known
   */
  unknown: Figure | null;
  /**
   * Share of everybody it should be known of, if it held of nobody, and if it held of everybody, of whom it is not known; null where nothing is unknown or the item has none
   */
  bounds?: Interval | null;
}
export interface Dimension {
  /**
   * Id of the dimension
   */
  id: string;
  /**
   * The dimension as pages call it
   */
  label: string;
  /**
   * Levels in order
   */
  levels: {
    /**
     * Id of the level
     */
    id: string;
    /**
     * The level as pages call it
     */
    label: string;
  }[];
  /**
   * Id of the level that is the total; null without
   */
  total: string | null;
  /**
   * Id of the level that stands for all others without being their sum: abuse of any kind. Where details cannot be protected, disclosure control publishes this level alone
   */
  overall?: string;
  /**
   * Levels lie within one another, in order: steps of a pathway, within so many days. The people between two neighbours can be had by subtraction
   */
  cumulative?: boolean;
  /**
   * Levels are months (yyyy-mm) that disclosure control may merge into quarters and years: counts of parts add up (sum), those of a stock are the last month’s (last)
   */
  coarsen?: "sum" | "last";
}
export interface Cell {
  /**
   * Dimension id to level id
   */
  at: {
    [k: string]: string;
  };
  /**
   * A number, or the fact that it is withheld
   */
  numerator: number | Withheld;
  /**
   * People or time it is out of; null for a plain count
   */
  denominator: Figure | null;
  /**
   * Share, mean or rate
   */
  value: Figure | null;
  /**
   * Of the value
   */
  interval: Interval | null;
  /**
   * Who is counted: counts under one name are the same people, in every table and every other part of the results. Names are made by countName
   */
  of?: {
    /**
     * Who the numerator counts
     */
    numerator?: string;
    /**
     * Who the denominator counts
     */
    denominator?: string;
    /**
     * Further counts the value is worked out from, by name: it is withheld with any of them
     */
    value?: string[];
  };
  asked?: Asked;
}
/**
 * What a contract asks of a period, in the unit of the value, or of the numerator where there is no value
 */
export interface Asked {
  /**
   * At least this much; null for no such limit
   */
  least: number | null;
  /**
   * At most this much; null for no such limit
   */
  most: number | null;
  /**
   * Days of the period on which the target holds
   */
  days: number;
  /**
   * Days of the whole period
   */
  ofDays: number;
  /**
   * The target is a part by days of one for a longer time
   */
  proRata: boolean;
  /**
   * At the data cut the period was not over, or not everyone in it had been watched long enough
   */
  provisional: boolean;
  /**
   * What was delivered against what was asked; within chance where the 95 % interval holds both. Withheld with the counts it rests on
   */
  verdict:
    | ("met" | "met-within-chance" | "missed-within-chance" | "missed" | "cannot-say" | "provisional" | "no-target")
    | Withheld;
}
/**
 * One score of one instrument by one reporter: how it was scored, what change is told by, and where its numbers stand
 */
export interface MeasureResult {
  /**
   * Entry of the plan, with the score where the instrument has several
   */
  id: string;
  /**
   * Definition it was scored by
   */
  measure: {
    /**
     * Id of the measure
     */
    id: string;
    /**
     * Version of the definition
     */
    version: string;
    /**
     * Name of the instrument
     */
    title: string;
    /**
     * Short name
     */
    abbreviation: string;
    /**
     * What it may be used for
     */
    kind: string;
  };
  /**
   * Id of the score; null of a set of indicators, which has none
   */
  score: string | null;
  /**
   * Items the score is made of
   */
  items: number;
  /**
   * Who answers
   */
  reporter: string;
  /**
   * Which direction is better; null where neither is
   */
  better: ("higher" | "lower") | null;
  /**
   * Lowest and highest score
   */
  range: number[] | null;
  /**
   * Time points in order
   */
  waves: string[];
  /**
   * Level of the intervals
   */
  level: number;
  /**
   * What tells change from error of measurement; null where nothing does
   */
  error: {
    /**
     * Change of so many points is reliable: from it on where published, beyond it otherwise
     */
    points: number;
    /**
     * A published amount of change, or a reliability with a spread
     */
    basis: "published" | "reliability";
    /**
     * Of the score; null where published points are used
     */
    reliability: number | null;
    /**
     * Spread that goes with it, points
     */
    sd: number | null;
    /**
     * Where it is from
     */
    source: string;
  } | null;
  /**
   * Where the clinical range ends; null where that is not known
   */
  cutOff: {
    /**
     * Points
     */
    value: number;
    /**
     * Scores that stand so to the value are clinical
     */
    clinical: ">=" | ">" | "<=" | "<";
    /**
     * Cut-off of Jacobson and Truax, or the published one
     */
    basis: "a" | "b" | "c" | "published";
  } | null;
  /**
   * Ranges of the score by which first and later scores are shown together: nobody's own pair of scores is
   */
  bins: {
    /**
     * Level of the table
     */
    id: string;
    /**
     * Lowest score, points
     */
    from: number;
    /**
     * Highest score, points
     */
    to: number;
  }[];
  /**
   * Terms of the instrument and whose it is
   */
  licence: string;
  /**
   * Facts of the definition nobody saw in a source
   */
  unverified: string[];
  /**
   * Ids of its tables
   */
  tables: string[];
  /**
   * Ids of what could not be said of it
   */
  refusals: string[];
}
/**
 * An amount with its interval
 */
export interface EconomicAmount {
  /**
   * At the best values, pounds or units
   */
  estimate: number;
  /**
   * Middle share of the draws
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number, number];
}
/**
 * A ratio of best values, never a mean of ratios
 */
export interface EconomicRatio {
  /**
   * Of the best values; null where nothing was paid
   */
  estimate: number | null;
  /**
   * Of the draws; null where the denominator reaches 0
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number | null, number | null];
}
/**
 * What one body pays and gains, present value
 */
export interface EconomicShare {
  /**
   * Who
   */
  agency: string;
  /**
   * Pounds it pays, in cash and in kind
   */
  pays: number;
  /**
   * Of it in cash
   */
  paysCash: number;
  /**
   * Pounds its budget gains
   */
  gains: number;
  /**
   * Of it what could leave the budget
   */
  cashable: number;
  /**
   * Gains less pays
   */
  net: number;
  /**
   * Gains over pays; null where it pays nothing
   */
  ratio: number | null;
  /**
   * What it would pay if each paid as it gains; null where nobody gains
   */
  fairShare: number | null;
  /**
   * That less what it pays
   */
  gap: number | null;
  /**
   * Of what it gains
   *
   * @minItems 2
   * @maxItems 2
   */
  gainsInterval?: [number, number];
  /**
   * Of gains less what it pays
   *
   * @minItems 2
   * @maxItems 2
   */
  netInterval?: [number, number];
}
/**
 * What one more success costs against doing without
 */
export interface EconomicSuccess {
  /**
   * One success, in words
   */
  label: string;
  successes: EconomicAmount1;
  /**
   * For each; null where the quadrant says all
   */
  pounds: number | null;
  /**
   * Of the pounds; null where successes may be none
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number | null, number | null];
  /**
   * Where cost and effect stand
   */
  quadrant:
    "dearer, more successes" | "dearer, fewer successes" | "cheaper, more successes" | "cheaper, fewer successes";
  /**
   * Of draws by quadrant
   */
  shares: {
    /**
     * Share of draws
     */
    "dearer, more successes": number;
    /**
     * Share of draws
     */
    "dearer, fewer successes": number;
    /**
     * Share of draws
     */
    "cheaper, more successes": number;
    /**
     * Share of draws
     */
    "cheaper, fewer successes": number;
  };
}
/**
 * An amount with its interval
 */
export interface EconomicAmount1 {
  /**
   * At the best values, pounds or units
   */
  estimate: number;
  /**
   * Middle share of the draws
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number, number];
}
/**
 * A cost-benefit result; pounds in prices of priceYear, present value; draws are not published
 */
export interface EconomicResult {
  /**
   * Prices throughout
   */
  priceYear: string;
  /**
   * Years appraised
   */
  years: number;
  /**
   * Discount schedule
   */
  schedule: string;
  /**
   * Of everything uncertain
   */
  draws: number;
  /**
   * Of the draws
   */
  seed: number | string;
  /**
   * Of the intervals
   */
  level: number;
  cost: EconomicAmount2;
  /**
   * Pounds for each person
   */
  costPer: {
    /**
     * Cost over people; none of it is caused
     */
    referral: number | null;
    /**
     * Cost over people; none of it is caused
     */
    start: number | null;
    /**
     * Cost over people; none of it is caused
     */
    completer: number | null;
  };
  benefit: EconomicAmount3;
  /**
   * Whose gain; cashable is a part of fiscal
   */
  byKind: {
    fiscal: EconomicAmount4;
    economic: EconomicAmount5;
    social: EconomicAmount6;
    cashable: EconomicAmount7;
  };
  netPresentSocialValue: EconomicAmount8;
  netBudgetImpact: EconomicAmount9;
  benefitCostRatio: EconomicRatio1;
  fiscalReturn: EconomicRatio2;
  cashableReturn: EconomicRatio3;
  /**
   * Share of draws in which gains exceed costs
   */
  probabilityPositive: number;
  /**
   * Mean of the draws
   */
  meanNet: number;
  /**
   * Standard error of that mean, from the number of draws
   */
  monteCarloError: number;
  /**
   * Until budgets gained what was paid; null within the years appraised
   */
  paybackYears: number | null;
  /**
   * Of those years; null where a limit lies beyond the years appraised
   *
   * @minItems 2
   * @maxItems 2
   */
  paybackInterval?: [number | null, number | null];
  /**
   * Who pays and who gains
   */
  agencies: {
    /**
     * By body
     */
    rows: EconomicShare[];
    /**
     * Of all
     */
    total: {
      /**
       * Pounds it pays, in cash and in kind
       */
      pays: number;
      /**
       * Of it in cash
       */
      paysCash: number;
      /**
       * Pounds its budget gains
       */
      gains: number;
      /**
       * Of it what could leave the budget
       */
      cashable: number;
      /**
       * Gains less pays
       */
      net: number;
      /**
       * Gains over pays; null where it pays nothing
       */
      ratio: number | null;
      /**
       * What it would pay if each paid as it gains; null where nobody gains
       */
      fairShare: number | null;
      /**
       * That less what it pays
       */
      gap: number | null;
      /**
       * Of what they gain
       *
       * @minItems 2
       * @maxItems 2
       */
      gainsInterval?: [number, number];
      /**
       * Of gains less what they pay
       *
       * @minItems 2
       * @maxItems 2
       */
      netInterval?: [number, number];
    };
  };
  /**
   * Null where no success is declared
   */
  costPerSuccess: EconomicSuccess | null;
  /**
   * By what a success is worth
   */
  acceptability: {
    /**
     * Pounds one success is held to be worth
     */
    worth: number;
    /**
     * Share of draws in which going on is best
     */
    with: number;
    /**
     * Share for the choice best on average
     */
    frontier: number;
    /**
     * Choice best on average
     */
    best: "with" | "without";
    /**
     * Successes more a person, caused by the programme, that would just pay at this worth; null at a worth of nothing
     */
    needed?: number | null;
  }[];
  /**
   * What would just pay for itself
   */
  breakEven: {
    /**
     * Whose gains
     */
    counting: "all" | "fiscal" | "cashable";
    /**
     * The effect found times this would just pay
     */
    effectTimes: number | null;
    /**
     * The cost paid times this would just be worth it
     */
    costTimes: number | null;
  }[];
  /**
   * One number moved at a time, widest first
   */
  tornado: {
    /**
     * Number moved
     */
    name: string;
    /**
     * In words
     */
    label: string;
    /**
     * Its low limit
     */
    low: number;
    /**
     * Its high limit
     */
    high: number;
    /**
     * Net value there, pounds
     */
    atLow: number;
    /**
     * Net value there, pounds
     */
    atHigh: number;
    /**
     * It alone changes the answer
     */
    crossesZero: boolean;
    /**
     * Where gains equal costs
     */
    switchesAt: number | null;
  }[];
  /**
   * Once more with one thing changed
   */
  runs: {
    /**
     * Run
     */
    id: string;
    /**
     * What is changed
     */
    label: string;
    /**
     * Net value, pounds
     */
    net: number | null;
    /**
     * Benefit over cost
     */
    ratio: number | null;
    /**
     * Why it does not apply
     */
    why: string | null;
  }[];
  /**
   * The most that knowing more is worth; null where it cannot be said
   */
  perfectInformation: number | null;
  /**
   * Why it is null
   */
  withoutInformation: string | null;
  /**
   * Of it by number, largest first
   */
  parameterInformation: {
    /**
     * Number
     */
    name: string;
    /**
     * In words
     */
    label: string;
    /**
     * Pounds
     */
    worth: number;
  }[];
  /**
   * Value-for-money category, where the plan asks for it
   */
  label: string | null;
}
/**
 * An amount with its interval
 */
export interface EconomicAmount2 {
  /**
   * At the best values, pounds or units
   */
  estimate: number;
  /**
   * Middle share of the draws
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number, number];
}
/**
 * An amount with its interval
 */
export interface EconomicAmount3 {
  /**
   * At the best values, pounds or units
   */
  estimate: number;
  /**
   * Middle share of the draws
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number, number];
}
/**
 * An amount with its interval
 */
export interface EconomicAmount4 {
  /**
   * At the best values, pounds or units
   */
  estimate: number;
  /**
   * Middle share of the draws
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number, number];
}
/**
 * An amount with its interval
 */
export interface EconomicAmount5 {
  /**
   * At the best values, pounds or units
   */
  estimate: number;
  /**
   * Middle share of the draws
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number, number];
}
/**
 * An amount with its interval
 */
export interface EconomicAmount6 {
  /**
   * At the best values, pounds or units
   */
  estimate: number;
  /**
   * Middle share of the draws
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number, number];
}
/**
 * An amount with its interval
 */
export interface EconomicAmount7 {
  /**
   * At the best values, pounds or units
   */
  estimate: number;
  /**
   * Middle share of the draws
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number, number];
}
/**
 * An amount with its interval
 */
export interface EconomicAmount8 {
  /**
   * At the best values, pounds or units
   */
  estimate: number;
  /**
   * Middle share of the draws
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number, number];
}
/**
 * An amount with its interval
 */
export interface EconomicAmount9 {
  /**
   * At the best values, pounds or units
   */
  estimate: number;
  /**
   * Middle share of the draws
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number, number];
}
/**
 * A ratio of best values, never a mean of ratios
 */
export interface EconomicRatio1 {
  /**
   * Of the best values; null where nothing was paid
   */
  estimate: number | null;
  /**
   * Of the draws; null where the denominator reaches 0
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number | null, number | null];
}
/**
 * A ratio of best values, never a mean of ratios
 */
export interface EconomicRatio2 {
  /**
   * Of the best values; null where nothing was paid
   */
  estimate: number | null;
  /**
   * Of the draws; null where the denominator reaches 0
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number | null, number | null];
}
/**
 * A ratio of best values, never a mean of ratios
 */
export interface EconomicRatio3 {
  /**
   * Of the best values; null where nothing was paid
   */
  estimate: number | null;
  /**
   * Of the draws; null where the denominator reaches 0
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number | null, number | null];
}
/**
 * The same study by another edition of values
 */
export interface EconomicVintages {
  /**
   * Beginning of the ids used
   */
  from: string;
  /**
   * Beginning of the ids of their counterparts
   */
  to: string;
  /**
   * Net value as it stands, pounds
   */
  netFrom: number;
  /**
   * Net value by the counterparts, all at once; null where one is missing
   */
  netTo: number | null;
  /**
   * Line by line
   */
  rows: {
    /**
     * Id used
     */
    value: string;
    /**
     * Id of the other edition; null where there is none
     */
    counterpart: string | null;
    /**
     * In words
     */
    label: string;
    /**
     * Pounds in prices of the plan
     */
    before: number;
    /**
     * Pounds in prices of the plan, by the other edition
     */
    after: number | null;
    /**
     * Status of the other edition
     */
    status: string | null;
    /**
     * What this line alone does to the net value, pounds
     */
    difference: number | null;
  }[];
}
/**
 * Who funds it, until when, what overlaps and what ends without anything after it
 */
export interface EconomicFunding {
  /**
   * Day that the next six months are counted from: of the extracts; null where the plan has none
   */
  asAt: string | null;
  /**
   * Pounds of all grants
   */
  total: number;
  /**
   * The mix
   */
  byFunder: {
    /**
     * Who gives it
     */
    funder: string;
    /**
     * Of its grants
     */
    pounds: number;
    /**
     * Of all grants
     */
    share: number;
  }[];
  /**
   * By their last day
   */
  grants: {
    /**
     * Who gives it
     */
    funder: string;
    /**
     * What it is for
     */
    purpose: string;
    /**
     * In all
     */
    pounds: number;
    /**
     * First day
     */
    from: string;
    /**
     * Last day
     */
    to: string;
    /**
     * Whether another grant of its purpose covers the day after; cliff-edge: none does, and it ends within six months
     */
    after: "followed" | "nothing" | "cliff-edge";
  }[];
  /**
   * Days on which two funders pay for one purpose
   */
  overlaps: {
    /**
     * What both are for
     */
    purpose: string;
    /**
     * The two
     */
    funders: string[];
    /**
     * First day of both
     */
    from: string;
    /**
     * Last day of both
     */
    to: string;
  }[];
  /**
   * Purposes whose money ends within six months with nothing after it
   */
  cliffs: {
    /**
     * Last day that is paid for
     */
    day: string;
    /**
     * What is no longer paid for
     */
    purpose: string;
    /**
     * Whose grants end
     */
    funders: string[];
    /**
     * Of all money that flows on that day
     */
    share: number;
  }[];
}
/**
 * Costs and successes of the same people, estimated together by the comparison
 */
export interface EconomicPerPerson {
  /**
   * Outcome that is each person’s cost
   */
  outcome: string;
  /**
   * In words
   */
  label: string;
  /**
   * Prices throughout
   */
  priceYear: string;
  /**
   * Whether the programme is among each person’s costs; where not, spend for each person reached is added
   */
  includesProgramme: boolean;
  cost: EconomicAmount10;
  /**
   * Of the estimated differences in cost and in successes; null where one of them is certain
   */
  correlation: number | null;
  success: EconomicSuccess1;
  /**
   * Net monetary benefit by what one success is held to be worth
   */
  netBenefit: {
    /**
     * Pounds
     */
    worth: number;
    amount: EconomicAmount11;
    /**
     * Share of draws in which going on is best
     */
    with: number;
  }[];
  /**
   * Of both together
   */
  draws: number;
  /**
   * Of the intervals
   */
  level: number;
}
/**
 * An amount with its interval
 */
export interface EconomicAmount10 {
  /**
   * At the best values, pounds or units
   */
  estimate: number;
  /**
   * Middle share of the draws
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number, number];
}
/**
 * What one more success costs against doing without
 */
export interface EconomicSuccess1 {
  /**
   * One success, in words
   */
  label: string;
  successes: EconomicAmount1;
  /**
   * For each; null where the quadrant says all
   */
  pounds: number | null;
  /**
   * Of the pounds; null where successes may be none
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number | null, number | null];
  /**
   * Where cost and effect stand
   */
  quadrant:
    "dearer, more successes" | "dearer, fewer successes" | "cheaper, more successes" | "cheaper, fewer successes";
  /**
   * Of draws by quadrant
   */
  shares: {
    /**
     * Share of draws
     */
    "dearer, more successes": number;
    /**
     * Share of draws
     */
    "dearer, fewer successes": number;
    /**
     * Share of draws
     */
    "cheaper, more successes": number;
    /**
     * Share of draws
     */
    "cheaper, fewer successes": number;
  };
}
/**
 * An amount with its interval
 */
export interface EconomicAmount11 {
  /**
   * At the best values, pounds or units
   */
  estimate: number;
  /**
   * Middle share of the draws
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number, number];
}
/**
 * What would pay, from costs and values alone, where no effect could be told; limits are of costs and values
 */
export interface EconomicNeed {
  /**
   * Outcome that would carry the gains
   */
  outcome: string;
  /**
   * In words
   */
  label: string;
  /**
   * What one of it is
   */
  unit: string;
  /**
   * Which way is a gain
   */
  gain: "fewer" | "more";
  needed: EconomicAmount12;
  /**
   * The same, gains of public budgets counted
   */
  neededFiscal: EconomicAmount | null;
  /**
   * The same, what could leave a budget counted
   */
  neededCashable: EconomicAmount | null;
}
/**
 * An amount with its interval
 */
export interface EconomicAmount12 {
  /**
   * At the best values, pounds or units
   */
  estimate: number;
  /**
   * Middle share of the draws
   *
   * @minItems 2
   * @maxItems 2
   */
  interval: [number, number];
}
/**
 * What it cost, what it was worth, who paid and who gained
 */
export interface EconomicsResult {
  /**
   * What this is
   */
  kind: "likewise/economics";
  /**
   * Of its shape
   */
  version: 1;
  /**
   * Whose effect counts
   */
  comparison: string | null;
  /**
   * Lowest level of what the values rest on, on the scale that decides claims
   */
  level: number | null;
  /**
   * A scenario: if the whole difference were caused by the programme; never a saving
   */
  scenario: boolean;
  /**
   * Null where it was refused or withheld
   */
  appraisal: EconomicResult | null;
  /**
   * Why the result is withheld; null where it is not
   */
  notPublished: string | null;
  /**
   * What the values rest on, as a gain a person
   */
  effects: {
    /**
     * Outcome
     */
    outcome: string;
    /**
     * In words
     */
    label: string;
    /**
     * What one of it is
     */
    unit: string;
    /**
     * Gain a person
     */
    found: number;
    /**
     * Of the gain; null where unbounded
     *
     * @minItems 2
     * @maxItems 2
     */
    interval: [number | null, number | null];
    /**
     * Gain a person that would just pay, all gains counted
     */
    needed: number | null;
    /**
     * The same, gains of public budgets counted
     */
    neededFiscal: number | null;
    /**
     * The same, what could leave a budget counted
     */
    neededCashable: number | null;
  }[];
  /**
   * Values as they enter
   */
  ledger: {
    /**
     * Benefit
     */
    benefit: string;
    /**
     * Id of the value
     */
    value: string;
    /**
     * In words
     */
    label: string;
    /**
     * To whom it falls
     */
    agency: string;
    /**
     * Whose gain
     */
    kind: "fiscal" | "economic" | "social";
    /**
     * One of what
     */
    per: string;
    /**
     * As published
     */
    pounds: number;
    /**
     * Prices of
     */
    priceBase: string;
    /**
     * In prices of the plan
     */
    priced: number;
    /**
     * Costs it holds
     */
    covers: string[];
    /**
     * How well it is known
     */
    status: "VERIFIED" | "DERIVED" | "RECALLED" | "STUDY";
    /**
     * Where it is from
     */
    source: string;
  }[];
  /**
   * As it was spent, in prices of its years
   */
  spend: {
    /**
     * Pounds as spent
     */
    total: number;
    /**
     * In cash
     */
    cash: number;
    /**
     * In kind
     */
    inKind: number;
    /**
     * On support for victim-survivors and children; null where not told
     */
    support: number | null;
    /**
     * As planned
     */
    planned: number | null;
  };
  /**
   * By another edition of values, where the plan asks
   */
  vintages: EconomicVintages | null;
  /**
   * Worth something, without a price
   */
  notMonetised: string[];
  /**
   * What a reader must know
   */
  notes: string[];
  /**
   * What licences ask to be said
   */
  attributions: string[];
  /**
   * Ids of what could not be said
   */
  refusals: string[];
  wouldTake?: EconomicNeed;
  perPerson?: EconomicPerPerson;
  funding?: EconomicFunding;
  /**
   * Outcome by which victim-survivors say how confident they are
   */
  confidence?: string;
  /**
   * What may and may not be said of money, read from these results after disclosure
   */
  claims?: {
    /**
     * What can be said
     */
    can: Sentence[];
    /**
     * What these results do not show
     */
    cannot: Sentence[];
  };
}
export interface Table {
  /**
   * Id of the table
   */
  id: string;
  /**
   * Title as pages show it
   */
  title: string;
  /**
   * What one unit of analysis is; a record is one row of a log, such as a request or a meeting; a service is a service, a call to one or a piece of its work, and its counts say nothing about a person
   */
  unit: "person" | "dyad" | "family" | "area-month" | "record" | "service";
  /**
   * Definition id
   */
  definition: string;
  /**
   * Window id; null for none
   */
  window: string | null;
  /**
   * What the table is broken down by
   */
  dimensions: Dimension[];
  /**
   * Every cell, totals too
   */
  cells: Cell[];
  /**
   * Ids of tables that share cells or margins
   */
  linked: string[];
  /**
   * Named counts that add up, where the dimensions do not say so; a name may be of people nobody counts in print
   */
  sums?: {
    /**
     * Name of the total
     */
    total: string;
    /**
     * Names of its parts
     */
    parts: string[];
  }[];
  /**
   * Id of the table that says the same by longer periods: disclosure control publishes one of the two
   */
  coarser?: string;
}
/**
 * Looks at results while they grow, with limits that hold false alarms down over all of them
 */
export interface Interim {
  /**
   * Which look these results are, from 1
   */
  look: number;
  /**
   * Looks planned
   */
  planned: number;
  /**
   * Name of the rule by which false alarms are spread
   */
  spending: string;
  /**
   * False alarms allowed over all looks, 0 to 1
   */
  alpha: number;
  /**
   * False alarms by this look had every look counted alone, 0 to 1
   */
  uncontrolled: number;
  /**
   * Every look planned
   */
  looks: {
    /**
     * What the look is called
     */
    name: string;
    /**
     * When it is planned; null where undeclared
     */
    date: string | null;
    /**
     * Share of the planned information, 0 to 1
     */
    share: number;
    /**
     * False alarms allowed by this look, 0 to 1
     */
    spent: number;
    /**
     * Standard errors from no difference that count as a finding at this look
     */
    bound: number;
    /**
     * Level of the intervals at this look
     */
    level: number;
    /**
     * Verdict of the headline as published at an earlier look; null at this look and later
     */
    verdict: string | null;
  }[];
}
export interface StudySummary {
  /**
   * Short name
   */
  id: string;
  /**
   * Title as pages show it
   */
  title: string;
  /**
   * The data are invented
   */
  synthetic: boolean;
  /**
   * The programme as the plan describes it
   */
  programme: {
    [k: string]: unknown;
  } | null;
  /**
   * The question the study answers
   */
  question: string | null;
  /**
   * Extract date
   */
  asAt: string | null;
  /**
   * Whom the pages are written for
   */
  audience: string | null;
  /**
   * Whose pages these are; left out where the plan says nothing
   */
  branding?: {
    /**
     * Name of the organisation
     */
    name: string;
    /**
     * Colour of the band at the head of a page; null for none
     */
    colour: string | null;
    /**
     * The logo itself, as data; null for none
     */
    logo: string | null;
  };
  /**
   * Outcomes as the plan declares them
   */
  outcomes: {
    /**
     * Outcome id
     */
    id: string;
    /**
     * The outcome as pages call it
     */
    label: string;
    /**
     * What one unit of analysis is
     */
    unit: "person" | "dyad" | "family" | "area-month";
    /**
     * What kind of record it rests on
     */
    basis:
      | ("proven" | "charged" | "recorded-crime" | "incident" | "victim-report" | "self-report" | "worker-judgement")
      | null;
    /**
     * Whose account it is
     */
    reporter: string | null;
    /**
     * Definition id
     */
    definition: string;
    /**
     * Window id; null for none
     */
    window: string | null;
    /**
     * Which direction is better for the people concerned
     */
    direction: "lower" | "higher";
    /**
     * Kind of outcome
     */
    kind: string;
    /**
     * Decides the verdict
     */
    primary: boolean;
    /**
     * Smallest effect of interest; null where undeclared
     */
    smallestEffect: number | null;
  }[];
}
export interface Departure {
  /**
   * Where in the plan: keys, and ids of entries in brackets
   */
  path: string;
  change: "added" | "removed" | "changed";
  /**
   * What the frozen plan said, as text; null when it was added
   */
  frozen: string | null;
  /**
   * What the plan of the run says, as text; null when it was removed
   */
  now: string | null;
  /**
   * What the change bears on
   */
  bearing: "primary-outcome" | "outcome" | "comparison" | "cohort" | "data" | "facts" | "economics" | "presentation";
}
export interface FrozenPlan {
  /**
   * Day the plan was first frozen
   */
  frozenOn: string;
  /**
   * Hash of the first frozen plan
   */
  sha256: string;
  /**
   * Files of the plan that were already there when it was frozen
   */
  dataThere: number;
  /**
   * Plans frozen later, with the reason given
   */
  amendments: {
    frozenOn: string;
    /**
     * Reason given
     */
    why: string;
    /**
     * Hash of the amended plan
     */
    sha256: string;
    /**
     * Values that differ from the plan frozen before it
     */
    departures: number;
  }[];
  /**
   * How the plan of this run departs from the plan first frozen
   */
  departures: Departure[];
}
export interface Theory {
  /**
   * In the order of the file
   */
  nodes: {
    /**
     * Id
     */
    id: string;
    /**
     * As pages call it
     */
    label: string;
    kind: "input" | "activity" | "output" | "outcome" | "impact";
    /**
     * Mechanism; null for none
     */
    mechanism: ("change" | "safety" | "wellbeing" | "maintenance") | null;
    /**
     * What shows it, in words; null for nothing
     */
    indicator: string | null;
    /**
     * Key of the result that shows it; null when it is not in this study
     */
    result: string | null;
    /**
     * Key of the claim about it; null for none
     */
    verdict: string | null;
    /**
     * What it should be
     */
    expected: {
      least: number;
      most: number;
    } | null;
    /**
     * Where it is recorded
     */
    source: string | null;
  }[];
  /**
   * In the order of the file
   */
  links: {
    /**
     * Id
     */
    from: string;
    /**
     * Id
     */
    to: string;
    /**
     * What has to be true
     */
    assumption: string | null;
    /**
     * What it rests on
     */
    source: string | null;
    /**
     * How strong that is
     */
    strength: string | null;
    /**
     * How long after
     */
    timing: string | null;
    /**
     * What could stop it
     */
    risk: string | null;
  }[];
  /**
   * What is wrong with it, or missing
   */
  findings: {
    /**
     * Id of the rule
     */
    rule: string;
    severity: "error" | "warning" | "note";
    /**
     * Ids of nodes
     */
    about: string[];
    /**
     * In words
     */
    text: string;
  }[];
}
export interface DecisionReading {
  /**
   * What may be done
   */
  option: "continue" | "vary" | "pause" | "test";
  /**
   * What in the results speaks for it
   */
  reasons: Sentence[];
  /**
   * What the choice rests on and the results do not hold
   */
  unknown: Sentence[];
}
export interface GuardFinding {
  /**
   * Comparison and guard
   */
  id: string;
  /**
   * Id of the guard; the pages word it
   */
  guard: string;
  /**
   * Id of the comparison
   */
  comparison: string;
  /**
   * Ids of the outcomes it bears on
   */
  outcomes: string[];
  /**
   * What it does to claims: no verdict, no causal sentence, to bear in mind, or nobody has looked
   */
  effect: "stops-verdict" | "stops-cause" | "caveat" | "not-assessed";
  /**
   * Where it shows
   */
  basis: "data" | "plan" | "facts" | "frozen-plan";
  /**
   * Ids of the checks of both arms it rests on
   */
  checks: string[];
  /**
   * What was found, in numbers
   */
  shown: Sentence[];
  /**
   * Keys of the results it rests on
   */
  keys: string[];
}
/**
 * Which parts rest on what
 */
export interface Alignment {
  /**
   * In the order they were found
   */
  components: {
    /**
     * Id
     */
    id: string;
    /**
     * As pages call it
     */
    label: string;
    /**
     * Where it is named
     */
    from: "declared" | "theory" | "workstream" | "sessions";
    /**
     * What its evidence amounts to for the people of the programme
     */
    grade: "strong" | "moderate" | "weak" | "contested" | "indirect" | "against" | "none";
    /**
     * Ids of the statements about it
     */
    statements: string[];
  }[];
  /**
   * Groups of people
   */
  populations: {
    /**
     * Id
     */
    id: string;
    /**
     * As pages call it
     */
    label: string;
    /**
     * The programme works with them
     */
    served: boolean;
    /**
     * Ids of the statements about them
     */
    statements: string[];
    /**
     * Ids of the parts nothing is known of for them
     */
    without: string[];
  }[];
  /**
   * In the order of the file
   */
  statements: {
    /**
     * Id
     */
    id: string;
    /**
     * Groups of people, by name
     */
    populations: string[];
    /**
     * What was found
     */
    finding: string;
    /**
     * What it says of the part
     */
    direction: "helps" | "harms" | "no-difference" | "mixed";
    /**
     * How strong
     */
    strength: "strong" | "moderate" | "weak";
    /**
     * Who graded it
     */
    gradedBy: string;
    /**
     * Where it is published
     */
    source: string;
  }[];
  /**
   * What no statement is about
   */
  gaps: {
    /**
     * Of a part or of a group of people
     */
    kind: "component" | "population";
    /**
     * Id
     */
    id: string;
    /**
     * As pages call it
     */
    label: string;
  }[];
}
/**
 * Published rates
 */
export interface RatesFound {
  /**
   * As the plan declares them
   */
  declared: {
    /**
     * Id
     */
    id: string;
    /**
     * As pages call it
     */
    label: string;
    /**
     * 0 to 1
     */
    share: number;
    /**
     * Months; null for a lifetime
     */
    months: number | null;
    /**
     * People
     */
    population: string;
    /**
     * What it rests on
     */
    basis: "survey" | "police-record" | "service-record" | "estimate";
    /**
     * Where it is published
     */
    source: string;
    /**
     * Why the source itself calls it too low
     */
    conservative: string | null;
  }[];
  /**
   * Pairs, each compared or refused
   */
  compared: {
    /**
     * Id
     */
    rate: string;
    /**
     * Id
     */
    with: string;
    /**
     * First less second, −1 to 1; null when refused
     */
    difference: number | null;
    /**
     * First over second; null when refused or over none
     */
    ratio: number | null;
    /**
     * Id of the refusal; null when compared
     */
    refusal: string | null;
    /**
     * What is unlike without stopping the comparison
     */
    unlike: string[];
  }[];
}
/**
 * A change in use of services, read in the declared direction
 */
export interface Reading {
  /**
   * Id of the indicator
   */
  id: string;
  /**
   * As pages call it
   */
  label: string;
  /**
   * Which direction the plan calls better
   */
  direction: "lower-is-better" | "higher-is-better" | "neither";
  /**
   * What the change is consistent with; never a cause
   */
  verdict:
    | "consistent-with-disclosure"
    | "consistent-with-harm"
    | "direction-better"
    | "direction-worse"
    | "no-clear-change"
    | "cannot-say";
  /**
   * Id of the table it is read from
   */
  table: string;
  /**
   * What is seen, and what would show the reading wrong
   */
  sentences: Sentence[];
}
/**
 * Every number a study publishes; with edition working, the exact numbers
 */
export interface Results {
  kind: "likewise/results";
  /**
   * Version of the form of results
   */
  version: 1;
  /**
   * Working: exact and private. Published: after disclosure
   */
  edition: "working" | "published";
  study: StudySummary;
  /**
   * Every option used
   */
  options: {
    [k: string]: unknown;
  };
  /**
   * What became of every row, stage by stage
   */
  accounts: Account[];
  /**
   * The pathway, step by step
   */
  funnel: FunnelStep[];
  /**
   * Who is analysed, arm by arm
   */
  analysisSets: AnalysisSet[];
  /**
   * Who was looked for, found and observed, outcome by outcome
   */
  coverage: Coverage[];
  /**
   * Half-years around the index date
   */
  blocks: Block[];
  /**
   * Are those at risk safer: what is measured and what is not
   */
  safety: SafetyItem[];
  /**
   * Instruments as they were scored; their numbers of people stand in tables
   */
  measures: MeasureResult[];
  /**
   * Effects
   */
  comparisons: Comparison[];
  /**
   * Costs and benefits; null without
   */
  economics: EconomicsResult | null;
  /**
   * Provision; null without
   */
  services: {
    [k: string]: unknown;
  } | null;
  /**
   * Grades of the study
   */
  evidence: Grade[];
  /**
   * What may and may not be said
   */
  claims: Claim[];
  /**
   * What was refused, why, and what would unlock it
   */
  refusals: Refusal[];
  /**
   * Tables, in the shape disclosure control needs
   */
  tables: Table[];
  /**
   * What tables cannot be read without, by code; the pages word it
   */
  warnings?: {
    /**
     * Code of the warning
     */
    code: string;
    /**
     * Ids of the tables it stands beside
     */
    tables: string[];
    /**
     * Stage the tables are about
     */
    about: string;
  }[];
  /**
   * Ways in which these results could mislead, found by guards
   */
  guards?: GuardFinding[];
  /**
   * What in these results speaks for each thing a commissioner may do; read after disclosure
   */
  decisions?: DecisionReading[];
  /**
   * The plan as it was frozen, and every departure from it; null when no plan was frozen
   */
  frozen?: FrozenPlan | null;
  /**
   * Which of several planned looks at the results this is, and what that does to the limits; null with one look
   */
  interim?: Interim | null;
  /**
   * How the programme is meant to work, and what each part shows; null without
   */
  theory?: Theory | null;
  /**
   * What disclosure control did; null in the working edition
   */
  disclosure: {
    /**
     * Rules of suppression
     */
    profile: string;
    /**
     * Smallest count shown
     */
    threshold: number;
    /**
     * Numbers withheld for themselves
     */
    withheldPrimary: number;
    /**
     * Numbers withheld to protect others
     */
    withheldSecondary: number;
    /**
     * What a reader must know
     */
    notes: string[];
  } | null;
  provenance: Provenance;
  /**
   * Parts of the programme against the evidence the study supplies; null without
   */
  alignment?: Alignment | null;
  /**
   * Published rates and which of them may stand beside one another; null without
   */
  rates?: RatesFound | null;
  /**
   * How a change in use of services reads in the declared direction, uncontrolled
   */
  readings?: Reading[];
}
/**
 * A person was looked for in a source over dates, and found or not; without a search, no record is not no event
 */
export interface SearchesRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Source searched: the table of the study it feeds, or a system
   */
  source: string;
  /**
   * Day of the search
   */
  searched_on?: string;
  /**
   * The person was matched in the source
   */
  found: boolean;
  /**
   * First day the search covers
   */
  from?: string;
  /**
   * Last day the search covers
   */
  to?: string;
}
/**
 * One decision on who gets a place: score, judgement, what the panel and the provider decided; refusals for want of capacity too
 */
export interface SelectionsRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Day of the decision
   */
  decision_date: string;
  /**
   * Score the decision was taken on
   */
  score?: number;
  /**
   * Professional judgement
   */
  judgement?: string;
  /**
   * Decision of the panel
   */
  panel_decision: "selected" | "not-selected" | "capacity-refused";
  /**
   * Decision of the provider
   */
  provider_decision?: "accepted" | "refused" | "capacity-refused";
  /**
   * Reason of the decision
   */
  reason?: string;
}
/**
 * Use of one service on one day, with the direction that is better declared
 */
export interface ServiceUseRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Service used
   */
  service: string;
  /**
   * Day of use
   */
  date: string;
  /**
   * How much, in the unit the plan states for the service
   */
  quantity?: number;
  /**
   * Which direction is better
   */
  direction?: "lower-is-better" | "higher-is-better" | "neither";
  /**
   * Type of contact
   */
  kind?: string;
  /**
   * Severity of what the contact was about: 0 none, 1 standard, 2 moderate, 3 high
   */
  severity?: number;
  /**
   * Stage the need had reached at the contact
   */
  timing?: string;
  /**
   * How the contact came about
   */
  route?: string;
}
/**
 * One planned contact, and whether it took place
 */
export interface SessionsRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Day of the session
   */
  session_date: string;
  /**
   * Part of the programme
   */
  component?: string;
  /**
   * Main technique or exercise used
   */
  technique?: string;
  /**
   * Minutes planned
   */
  planned_minutes?: number;
  /**
   * Minutes delivered
   */
  minutes?: number;
  /**
   * The person attended
   */
  attended: boolean;
  /**
   * Reason of absence
   */
  absence_reason?: string;
  /**
   * Worker id
   */
  worker?: string;
  /**
   * Language of the session
   */
  language?: string;
  /**
   * An interpreter took part
   */
  interpreter?: boolean;
}
/**
 * One spell of one worker in one post
 */
export interface StaffRecord {
  /**
   * Worker id
   */
  worker: string;
  /**
   * Post
   */
  post: string;
  /**
   * First day in post
   */
  from?: string;
  /**
   * Last day in post; blank while it lasts
   */
  to?: string;
  /**
   * Full-time equivalent
   */
  fte?: number;
}
/**
 * A person reached a stage of the pathway on a date
 */
export interface StagesRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Stage reached
   */
  stage: string;
  /**
   * Day it was reached
   */
  date: string;
  /**
   * Reason of leaving, on exit
   */
  reason?: string;
}
/**
 * One spell of a status: child in need, protection, care, housing, employment, school
 */
export interface StatusesRecord {
  /**
   * Person id, as received: a pseudonym, never a name
   */
  person: string;
  /**
   * Kind of status
   */
  kind: "child-in-need" | "child-protection" | "child-in-care" | "housing" | "employment" | "school";
  /**
   * Status code within the kind
   */
  status?: string;
  /**
   * First day
   */
  from: string;
  /**
   * Last day; blank while it lasts
   */
  to?: string;
}
/**
 * One table a study brings
 */
export interface TableSource {
  /**
   * Relative to the study folder
   *
   * @minItems 1
   */
  files: [string, ...string[]];
  /**
   * How the files are written; what is left out is read off the file and shown as an assumption
   */
  format?: {
    /**
     * What kind of file it is, where its name and first bytes do not say
     */
    reader?: "delimited" | "workbook" | "parquet" | "json-lines" | "duckdb" | "sqlite";
    /**
     * What stands between cells
     */
    delimiter?: string;
    /**
     * What stands around cells that hold a delimiter; a double quote unless said
     */
    quote?: string;
    /**
     * Encoding of the text
     */
    encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
    /**
     * Row of the headers, 1 for the first; rows above it are a preamble
     */
    headerRow?: number;
    /**
     * How many rows the headers are stacked in, joined from top to bottom
     */
    headerRows?: number;
    /**
     * Last row that is data, 1 for the first row of the file; what follows is a footer
     */
    lastRow?: number;
    /**
     * How many rows at the end are a footer
     */
    footerRows?: number;
    /**
     * Headers of columns whose blank cells repeat the cell above
     */
    fillDown?: string[];
    /**
     * Sheet of a workbook
     */
    sheet?: string;
    /**
     * Cells of the sheet to read, headers included, as A4:H200
     */
    range?: string;
    /**
     * Table or view of a database file
     */
    table?: string;
  };
  /**
   * How dates are written; left out, it is read off the cells and shown, and refused where two orders are possible
   */
  dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
  /**
   * Cell values that mean missing
   */
  missing?: string[];
  /**
   * Our field to their column; only these are read
   */
  columns: {
    [k: string]: ColumnPlan;
  };
  /**
   * Our field to one value for every row
   */
  constants?: {
    [k: string]: string | number | boolean;
  };
  /**
   * Further baseline covariates of people: our name to their column. Without an age, it is worked out from birth_year and the index date; without an index_quarter, it is the calendar quarter of the index date
   */
  covariates?: {
    [k: string]: ColumnPlan;
  };
  /**
   * Columns that identify people, read for linking only and never handed on
   */
  identifiers?: {
    /**
     * First name
     */
    forename?:
      | string
      | {
          /**
           * Header of the column
           */
          column: string;
          /**
           * How dates are written in this column
           */
          dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
        };
    /**
     * Family name
     */
    surname?:
      | string
      | {
          /**
           * Header of the column
           */
          column: string;
          /**
           * How dates are written in this column
           */
          dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
        };
    /**
     * Name in one cell
     */
    full_name?:
      | string
      | {
          /**
           * Header of the column
           */
          column: string;
          /**
           * How dates are written in this column
           */
          dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
        };
    /**
     * Full date of birth
     */
    birth_date?:
      | string
      | {
          /**
           * Header of the column
           */
          column: string;
          /**
           * How dates are written in this column
           */
          dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
        };
    /**
     * Sex
     */
    sex?:
      | string
      | {
          /**
           * Header of the column
           */
          column: string;
          /**
           * How dates are written in this column
           */
          dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
        };
    /**
     * Full postcode
     */
    postcode?:
      | string
      | {
          /**
           * Header of the column
           */
          column: string;
          /**
           * How dates are written in this column
           */
          dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
        };
    /**
     * Address
     */
    address?:
      | string
      | {
          /**
           * Header of the column
           */
          column: string;
          /**
           * How dates are written in this column
           */
          dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
        };
    /**
     * NHS number
     */
    nhs_number?:
      | string
      | {
          /**
           * Header of the column
           */
          column: string;
          /**
           * How dates are written in this column
           */
          dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
        };
    /**
     * PNC number
     */
    pnc_number?:
      | string
      | {
          /**
           * Header of the column
           */
          column: string;
          /**
           * How dates are written in this column
           */
          dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
        };
    /**
     * CRO number
     */
    cro_number?:
      | string
      | {
          /**
           * Header of the column
           */
          column: string;
          /**
           * How dates are written in this column
           */
          dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
        };
    /**
     * National Insurance number
     */
    ni_number?:
      | string
      | {
          /**
           * Header of the column
           */
          column: string;
          /**
           * How dates are written in this column
           */
          dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
        };
    /**
     * Telephone number
     */
    telephone?:
      | string
      | {
          /**
           * Header of the column
           */
          column: string;
          /**
           * How dates are written in this column
           */
          dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
        };
    /**
     * E-mail address
     */
    email?:
      | string
      | {
          /**
           * Header of the column
           */
          column: string;
          /**
           * How dates are written in this column
           */
          dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
        };
    /**
     * Id of another system
     */
    local_id?:
      | string
      | {
          /**
           * Header of the column
           */
          column: string;
          /**
           * How dates are written in this column
           */
          dateFormat?: DateFormat | [DateFormat, ...DateFormat[]];
        };
  };
  /**
   * Fields that identify a row; a repeat is rejected
   */
  key?: string[];
  /**
   * Which row stands when a declared key repeats
   */
  standing?: "none" | "first" | "last";
  /**
   * The area and dates the source covers; outside them no record is not no event
   */
  coverage?: {
    /**
     * Area covered
     */
    area?: string;
    /**
     * First day covered
     */
    from?: string;
    /**
     * Last day covered
     */
    to?: string;
  };
  /**
   * Somebody has checked that there is nothing to record: without it a file without rows stops a run, as it would say that nothing happened to anybody
   */
  mayBeEmpty?: boolean;
}
/**
 * Design facts that no data can show, each with its justification
 */
export interface Facts {
  /**
   * What the result rests on; only measured outcomes have a level
   */
  restsOn?: {
    /**
     * Outcomes counted or scored, interviews alone, a statement without counts, a survey that asks whether it would have happened anyway, or a model
     */
    value: "measured" | "interviews" | "statement-without-counts" | "additionality-survey" | "simulation";
    /**
     * The justification; without one a fact that speaks for the study counts as not met
     */
    why?: string | null;
  };
  /**
   * Share of each arm lost between assignment and the outcome, from 0 to 1
   */
  attrition?: {
    /**
     * Share of the treated arm lost
     */
    treated: number;
    /**
     * Share of the comparison arm lost
     */
    comparison: number;
    /**
     * How this is known
     */
    why?: string | null;
  };
  /**
   * Share of each arm that received what the other was to receive, from 0 to 1
   */
  crossover?: {
    /**
     * Share of the treated arm that did not receive the programme
     */
    treated: number;
    /**
     * Share of the comparison arm that did
     */
    comparison: number;
    /**
     * How this is known
     */
    why?: string | null;
  };
  /**
   * Outcomes of both arms come from the same source
   */
  outcomeSource?: {
    /**
     * The same source, or different ones
     */
    value: "same" | "different";
    /**
     * The justification
     */
    why?: string | null;
  };
  /**
   * Both arms are followed for the same time
   */
  followUp?: {
    /**
     * The same time, or different times
     */
    value: "same" | "different";
    /**
     * The justification
     */
    why?: string | null;
  };
  /**
   * Follow-up starts by the same rule in both arms
   */
  indexDateRule?: {
    /**
     * The same rule, different ones, or one that guarantees event-free time to an arm (immortal)
     */
    value: "same" | "different" | "immortal";
    /**
     * The justification
     */
    why?: string | null;
  };
  /**
   * Covariates were recorded before the index date
   */
  covariateTiming?: {
    /**
     * All before, or some after
     */
    value: "before-index" | "some-after";
    /**
     * The justification
     */
    why?: string | null;
  };
  /**
   * The arms are from the same calendar period, or the analysis controls for it
   */
  periodControls?: {
    /**
     * Whether that is so
     */
    value: boolean;
    /**
     * The justification
     */
    why?: string | null;
  };
  /**
   * The comparison group is one that could have been treated
   */
  comparatorChoice?: {
    /**
     * Justified, or not
     */
    value: "justified" | "not-justified";
    /**
     * The justification
     */
    why?: string | null;
  };
  /**
   * Why an order, a cut-off or an instrument acts on outcomes through the programme alone
   */
  exclusionArgument?: {
    /**
     * Argued, or known not to hold
     */
    value: "argued" | "not-argued";
    /**
     * The argument
     */
    why?: string | null;
  };
  /**
   * Several units, as areas or sites, on both sides of a difference in differences
   */
  severalUnits?: {
    /**
     * Whether there are several on both sides
     */
    value: boolean;
    /**
     * The justification; without one a fact that speaks for the study counts as not met
     */
    why?: string | null;
  };
  /**
   * A comparison group of an earlier time, with several periods before and after and a series of the same time beside it
   */
  concurrentSeries?: {
    /**
     * Whether that is so
     */
    value: boolean;
    /**
     * The justification; without one a fact that speaks for the study counts as not met
     */
    why?: string | null;
  };
  /**
   * Something else changed for one of the groups at the same date
   */
  otherChange?: {
    /**
     * Whether it did
     */
    value: boolean;
    /**
     * The justification; without one a fact that speaks for the study counts as not met
     */
    why?: string | null;
  };
  /**
   * How the groups moved before the programme
   */
  preTrend?: {
    /**
     * Periods before the start
     */
    periods: number;
    /**
     * p-value of the joint test that the groups moved alike
     */
    p?: number;
    /**
     * The justification; without one a fact that speaks for the study counts as not met
     */
    why?: string | null;
  };
  /**
   * How strongly an instrument shifts who is treated
   */
  firstStage?: {
    /**
     * First-stage F
     */
    f: number;
    /**
     * The justification; without one a fact that speaks for the study counts as not met
     */
    why?: string | null;
  };
  /**
   * What was checked at a score cut-off
   */
  cutoffChecks?: {
    /**
     * p-value of the density test of the score
     */
    manipulationP?: number;
    /**
     * Another rule uses the same cut-off
     */
    otherRule?: boolean;
    /**
     * Jump in the share treated at the cut-off, 0 to 1
     */
    takeUpJump?: number;
    /**
     * The justification; without one a fact that speaks for the study counts as not met
     */
    why?: string | null;
  };
  /**
   * One series over time
   */
  series?: {
    /**
     * Fewest points on one side of the start
     */
    pointsEachSide?: number;
    /**
     * The model allows for neighbouring points that resemble each other
     */
    autocorrelation?: boolean;
    /**
     * The justification; without one a fact that speaks for the study counts as not met
     */
    why?: string | null;
  };
  /**
   * Which covariates are an outcome before entry: for each, the outcomes it is the same as, and why
   */
  baselineOutcomes?: {
    /**
     * Covariate measured before entry
     */
    covariate: string;
    /**
     * Outcomes it is the same as, or a direct analogue of
     *
     * @minItems 1
     */
    outcomes: [string, ...string[]];
    /**
     * Why it is the same outcome: source, definition and window
     */
    why?: string | null;
  }[];
  /**
   * Which covariates play which part; essential ones decide the level
   */
  covariateRoles?: {
    /**
     * Age
     */
    age?: string[];
    /**
     * Sex
     */
    sex?: string[];
    /**
     * How often before
     */
    priorCount?: string[];
    /**
     * How recently before
     */
    priorRecency?: string[];
    /**
     * When follow-up starts
     */
    calendarPeriod?: string[];
    /**
     * Ethnic group
     */
    ethnicity?: string[];
    /**
     * Offence that led to the programme
     */
    indexOffence?: string[];
    /**
     * Sentence being served
     */
    sentence?: string[];
    /**
     * Score of a risk instrument
     */
    riskScore?: string[];
    /**
     * Area
     */
    region?: string[];
    /**
     * Domestic abuse before
     */
    priorDomesticAbuse?: string[];
    /**
     * Relationship to the victim-survivor
     */
    relationship?: string[];
    /**
     * Risk level at the index date
     */
    currentRisk?: string[];
    /**
     * Orders in force at the index date
     */
    order?: string[];
  };
  /**
   * Role to the reason it cannot apply (one sex only, one release period …)
   */
  notApplicable?: {
    [k: string]: string;
  };
  /**
   * Whether the analysis was fixed before outcomes were seen
   */
  plan?: {
    /**
     * Registered, frozen (likewise freeze), or neither
     */
    value: "registered" | "frozen" | "none";
    /**
     * The justification
     */
    why?: string | null;
  };
}
export interface Cohort {
  /**
   * What one unit of analysis is
   */
  unit?: "person" | "dyad" | "family" | "area-month";
  /**
   * Role of the people followed
   */
  role?: string;
  /**
   * Who is treated and who is compared with them
   */
  arms?: {
    /**
     * table.field that says the arm
     */
    from: string;
    /**
     * Values that mean treated, after recoding
     *
     * @minItems 1
     */
    treated: [string, ...string[]];
    /**
     * Values that mean comparison, after recoding; everyone else is in neither arm
     *
     * @minItems 1
     */
    comparison: [string, ...string[]];
    /**
     * Noun phrases for the people in each arm
     */
    labels?: {
      /**
       * People treated, as pages call them
       */
      treated: string;
      /**
       * People they are compared with, as pages call them
       */
      comparison: string;
    };
  };
  /**
   * Day follow-up starts, the same rule in both arms; null when all times are relative
   */
  indexDate?: string | null;
  /**
   * Who may be in the study, by what was known at the index date; each rule counts whom it excludes
   */
  eligibility?: {
    /**
     * table.field, or a covariate: a baseline id, age, index_quarter. Of a table with several rows a person, the last row on or before the index date is read
     */
    field: string;
    /**
     * Values that are eligible
     */
    in?: (string | number)[];
    /**
     * Least that is eligible
     */
    min?: number;
    /**
     * Most that is eligible
     */
    max?: number;
    /**
     * Why those who fail it are left out, as the account shows it
     */
    reason: string;
  }[];
  /**
   * Whose outcomes the headline is about; later stages are secondary and say so
   */
  analysisSet?: "referred" | "offered" | "started" | "completed";
  /**
   * The pathway whose steps are counted
   */
  funnel?: {
    /**
     * Whom the funnel counts: people referred (the default) or those of an arm
     */
    from?: "referrals" | "treated" | "comparison";
    /**
     * Stages in order
     */
    steps?: {
      /**
       * Stage as the stages table has it
       */
      stage: string;
      /**
       * Stage as pages call it
       */
      label: string;
    }[];
  };
  /**
   * Covariates worked out from events; every window ends at or before the index date
   */
  baseline?: {
    /**
     * Name of the covariate
     */
    id: string;
    /**
     * The covariate as pages call it
     */
    label?: string;
    /**
     * Which events it looks at
     */
    events: "all" | "domestic";
    /**
     * Number of events, whether there was one, days since the last, or their harm
     */
    measure: "count" | "any" | "days-since-last" | "harm";
    /**
     * Window id: recorded-12m, moj-proven-12m, moj-365-183, before-24m, block+1, block-1
     */
    window: string;
    /**
     * Recorded crime (the default) or every incident
     */
    basis?: "recorded-crime" | "incident";
    /**
     * Id of the table in data.weights, for harm
     */
    weights?: string;
  }[];
  /**
   * Provider as it is called now to the names it has had; results are by the first
   */
  providers?: {
    /**
     * @minItems 1
     */
    [k: string]: [string, ...string[]];
  };
  /**
   * Fields of people or referrals the pathway is shown by, beside month, source, provider and area
   */
  breakdowns?: string[];
  /**
   * Rules of completion; results by different rules never merge
   */
  completion?: {
    /**
     * Name of the rule: one of the catalogue, or the study’s own
     */
    id: string;
    /**
     * The rule as pages call it
     */
    label?: string;
    /**
     * Sessions planned for everyone; when left out, those of each person on record
     */
    sessionsPlanned?: number;
    /**
     * Least share of the sessions planned that completes, 0 to 1
     */
    leastShare?: number;
    /**
     * A planned end must be recorded too: the stage completed, or a closure as completed or planned
     */
    plannedEnd?: boolean;
    /**
     * Part of the programme whose sessions count; all when left out
     */
    component?: string;
    /**
     * What the service records as completed, whatever the sessions
     */
    serviceRule?: boolean;
  }[];
  /**
   * Whom the programme is for, against which those accepted are held
   */
  target?: {
    /**
     * Name of the definition
     */
    id: string;
    /**
     * The definition as pages call it
     */
    label?: string;
    /**
     * What everyone within the definition meets
     *
     * @minItems 1
     */
    rules: [
      {
        /**
         * people.field or referrals.field
         */
        field: string;
        /**
         * Values within the definition
         */
        in?: (string | number)[];
        /**
         * Least within the definition
         */
        min?: number;
        /**
         * Most within the definition
         */
        max?: number;
        /**
         * Why those who fail it are outside, as tables show it
         */
        reason: string;
      },
      ...{
        /**
         * people.field or referrals.field
         */
        field: string;
        /**
         * Values within the definition
         */
        in?: (string | number)[];
        /**
         * Least within the definition
         */
        min?: number;
        /**
         * Most within the definition
         */
        max?: number;
        /**
         * Why those who fail it are outside, as tables show it
         */
        reason: string;
      }[]
    ];
  };
  /**
   * Waiting times between two stages
   */
  waiting?: {
    /**
     * Stage the wait starts at
     */
    from: string;
    /**
     * Stage it ends at
     */
    to: string;
    /**
     * Days within which the share is shown
     */
    withinDays?: number[];
  }[];
  /**
   * Scores of people: what goes into each, and whether anyone is selected by it
   */
  scores?: {
    /**
     * Name of the score
     */
    id: string;
    /**
     * The score as pages call it
     */
    label?: string;
    /**
     * Whether people are selected by it (the default) or only described; a score that selects may have no protected characteristic among its inputs
     */
    use?: "selection" | "description";
    /**
     * What the score is worked out from: covariates, or table.field; every one of them
     */
    inputs?: string[];
    rfgv?: ScorePlan;
  }[];
  /**
   * How the selection log is read: the score decisions are held against, and the values that mean suitable
   */
  selection?: {
    /**
     * Id of the score, one of cohort.scores
     */
    score?: string;
    /**
     * Score at which the score alone would select
     */
    threshold?: number;
    /**
     * Which side of the threshold the score alone would select (at or above when left out)
     */
    side?: "at-or-above" | "at-or-below";
    /**
     * Values of the judgement that mean suitable
     */
    suitable?: string[];
  };
  /**
   * Who is reached and selected, by protected characteristic
   */
  reach?: {
    /**
     * Fields of people to show; every protected characteristic recorded when left out
     */
    characteristics?: string[];
    /**
     * Field to the level the others are held against; the largest known level when left out
     */
    references?: {
      [k: string]: string;
    };
    /**
     * First age of each band after the first; 18, 25, 35, 45, 55 and 65 when left out
     */
    ageBands?: number[];
    /**
     * Areas of the population table the programme serves; all when left out
     */
    area?: string[];
    /**
     * Year of the population table; the last when left out
     */
    year?: number;
  };
  /**
   * What is on offer, for whom it was built, and what each person was offered
   */
  services?: {
    /**
     * people.field or referrals.field that says what a person was offered
     */
    offered: string;
    /**
     * people.field or referrals.field that says the risk level
     */
    risk: string;
    /**
     * Services in order of intensity, the lightest first
     *
     * @minItems 1
     */
    list: [
      {
        /**
         * Value of the offered field
         */
        id: string;
        /**
         * The service as pages call it
         */
        label?: string;
        /**
         * Risk levels it was built for; all when left out
         */
        risk?: string[];
        /**
         * Pathways of need it addresses; not held against it when left out
         */
        needs?: string[];
        /**
         * Whom else it suits: everyone who meets all of these
         */
        rules?: {
          /**
           * people.field or referrals.field
           */
          field: string;
          /**
           * Values it suits
           */
          in?: (string | number)[];
          /**
           * Least it suits
           */
          min?: number;
          /**
           * Most it suits
           */
          max?: number;
          /**
           * Why it does not suit the others, as tables show it
           */
          reason: string;
        }[];
      },
      ...{
        /**
         * Value of the offered field
         */
        id: string;
        /**
         * The service as pages call it
         */
        label?: string;
        /**
         * Risk levels it was built for; all when left out
         */
        risk?: string[];
        /**
         * Pathways of need it addresses; not held against it when left out
         */
        needs?: string[];
        /**
         * Whom else it suits: everyone who meets all of these
         */
        rules?: {
          /**
           * people.field or referrals.field
           */
          field: string;
          /**
           * Values it suits
           */
          in?: (string | number)[];
          /**
           * Least it suits
           */
          min?: number;
          /**
           * Most it suits
           */
          max?: number;
          /**
           * Why it does not suit the others, as tables show it
           */
          reason: string;
        }[];
      }[]
    ];
  };
  /**
   * Types of abuse, and what a plan for each holds
   */
  typology?: {
    /**
     * people.field or referrals.field that says the type
     */
    from: string;
    /**
     * Type to the items of a plan that answer it
     */
    items: {
      /**
       * Items
       *
       * @minItems 1
       */
      [k: string]: [string, ...string[]];
    };
  };
  /**
   * What each person received, whatever was assigned; whether they started when left out
   */
  delivered?: {
    /**
     * people.field, referrals.field or another table.field that says it
     */
    from: string;
    /**
     * Values that mean the programme was received
     *
     * @minItems 1
     */
    treated: [string, ...string[]];
  };
  /**
   * Blocks of six months around stages, before and after: a description, with what selection alone leads to beside it
   */
  blocks?: {
    /**
     * Outcome whose definition says which events count: recorded crime or incidents of the events table; the primary one that can when left out
     */
    outcome?: string;
    /**
     * Stages the blocks lie around: index, or stages of the stages table
     *
     * @minItems 1
     */
    anchors: [string, ...string[]];
    /**
     * Six-month blocks before each stage
     */
    before: number;
    /**
     * Six-month blocks after each stage
     */
    after: number;
    /**
     * Families of scores shown; all that the data have when left out
     *
     * @minItems 1
     */
    scores?: ["count" | "prevalence" | "harm", ...("count" | "prevalence" | "harm")[]];
    /**
     * Ids of tables in data.weights that harm is shown by; all of them when left out
     *
     * @minItems 1
     */
    weights?: [string, ...string[]];
    /**
     * Months after the index date at which the arms are set side by side
     *
     * @minItems 1
     */
    horizons?: [number, ...number[]];
    /**
     * Whether the treated were selected for recent offending (assumed when left out), or for something that has nothing to do with it
     */
    selectedOn?: "recent-offending" | "other";
    /**
     * The rule on recent events by which the treated were selected. Say so only where everyone it was applied to, those passed over too, is analysed
     */
    selectedFrom?: {
      /**
       * Window of the events the rule looks at, before the index date: block-1, before-12m
       */
      window: string;
      /**
       * Fewest events in it that select
       */
      atLeast: number;
    };
    /**
     * Where they are not in the data: shares of everyone the selection was made from with such an event in six months, one or several to go over
     *
     * @minItems 1
     */
    basePrevalence?: [number, ...number[]];
  };
  /**
   * Events month by month while people are in the cohort: a run chart, not a verdict a month
   */
  runChart?: {
    /**
     * Outcome whose definition says which events count: recorded crime or incidents of the events table; the primary one that can when left out
     */
    outcome?: string;
    /**
     * Stage at which people enter; the index date when left out
     */
    entry?: string;
    /**
     * Stages that end it, whichever is first; nobody leaves when left out
     *
     * @minItems 1
     */
    exits?: [string, ...string[]];
    /**
     * Events a person-month that limits of chance are drawn around; that of all months when left out
     */
    expectedRate?: number;
  };
  /**
   * Completions of a period over starts of the same period
   */
  throughput?: {
    /**
     * First day, ISO date
     */
    from: string;
    /**
     * Last day, ISO date, included
     */
    to: string;
    /**
     * What it is to be called. They are different people, so as a completion rate it is refused
     */
    as: "completion-rate" | "throughput-ratio";
  }[];
  /**
   * Against immortal time: people still free of the event on one day, classed by whether they had reached a stage by then, followed from that day
   */
  landmarks?: {
    /**
     * Outcome with times: time to event
     */
    outcome: string;
    /**
     * Stage that exposes people, as the stages table has it
     */
    stage: string;
    /**
     * Day of the landmark, days after the index date, chosen before outcomes are seen
     */
    days: number;
  }[];
  /**
   * Against immortal time: days before a stage count as unexposed, those after it as exposed
   */
  exposure?: {
    /**
     * Outcome with times: time to event
     */
    outcome: string;
    /**
     * Stage that begins the exposure, as the stages table has it
     */
    stage: string;
  }[];
  /**
   * Follow-up of treated people starts on the day of a stage; that of comparison people after a delay drawn from those of treated people, so that both arms wait alike
   */
  pseudoStarts?: {
    /**
     * Stage at which treated people start, as the stages table has it; who never started is left out
     */
    stage: string;
    /**
     * Whoever is no longer observed on the day drawn is left out (the default), or draws again from shorter delays
     */
    notAtRisk?: "leave-out" | "draw-again";
  };
  /**
   * Ratings of people at two time points, item by item, and which way is better
   */
  ratings?: {
    /**
     * Measure, as the table of measures names it
     */
    measure: string;
    /**
     * Items rated; every item found when left out
     *
     * @minItems 1
     */
    items?: [string, ...string[]];
    /**
     * First time point; intake when left out
     */
    from?: string;
    /**
     * Second time point; exit when left out
     */
    to?: string;
    /**
     * Which way is better
     */
    better: "higher" | "lower";
    /**
     * Answers that are words, from the lowest; numbers need none
     *
     * @minItems 2
     */
    answers?: [string, string, ...string[]];
  }[];
  /**
   * Courses that members of staff are meant to have taken
   */
  training?: {
    /**
     * Course, as the table of training names it
     */
    course: string;
    /**
     * Posts it is meant for; every post when left out
     *
     * @minItems 1
     */
    posts?: [string, ...string[]];
    /**
     * Techniques it teaches, as sessions name them
     *
     * @minItems 1
     */
    techniques?: [string, ...string[]];
  }[];
  /**
   * Parts of the programme, each with where its input, output and outcome are read
   */
  workstreams?: {
    /**
     * Name of the part
     */
    id: string;
    /**
     * What it is called
     */
    label?: string;
    /**
     * Input: categories of spend
     *
     * @minItems 1
     */
    spend?: [string, ...string[]];
    /**
     * Output: components of sessions
     *
     * @minItems 1
     */
    sessions?: [string, ...string[]];
    /**
     * Output: courses of members of staff
     *
     * @minItems 1
     */
    training?: [string, ...string[]];
    /**
     * Outcome: id of a completion rule
     */
    completion?: string;
    /**
     * Outcome: an item of cohort.ratings
     */
    rating?: {
      /**
       * Measure
       */
      measure: string;
      /**
       * Item of it
       */
      item: string;
    };
  }[];
  /**
   * How the safety of victim-survivors and children is counted
   */
  safety?: {
    /**
     * Time points in order; intake, review, exit and follow-up when left out
     *
     * @minItems 1
     */
    waves?: [string, ...string[]];
    /**
     * Days within which every linked victim-survivor is to be offered support; a longer wait without an offer is a case that needs a person
     */
    offerWithinDays?: number;
    /**
     * What victim-survivors say of their own lives, such as space for action and fear: one answer a time point
     *
     * @minItems 1
     */
    scales?: [
      {
        /**
         * Id of the scale
         */
        id: string;
        /**
         * The scale as pages call it
         */
        label: string;
        /**
         * Measure, as the table of measures names it
         */
        measure: string;
        /**
         * Item; the total (a row without an item) when left out
         */
        item?: string;
        /**
         * Which way is better
         */
        better: "higher" | "lower";
      },
      ...{
        /**
         * Id of the scale
         */
        id: string;
        /**
         * The scale as pages call it
         */
        label: string;
        /**
         * Measure, as the table of measures names it
         */
        measure: string;
        /**
         * Item; the total (a row without an item) when left out
         */
        item?: string;
        /**
         * Which way is better
         */
        better: "higher" | "lower";
      }[]
    ];
    /**
     * Whether people who took part have told their own children about the change, after a check that it is safe
     */
    talkWithChildren?: {
      /**
       * Measure, as the table of measures names it
       */
      measure: string;
      /**
       * Item of the talk
       */
      item: string;
      /**
       * Answer that says it is done; yes when left out
       */
      done?: string;
      /**
       * Answer that says an order forbids it; blocked-by-order when left out
       */
      forbidden?: string;
      /**
       * Item of the safety check; none when left out
       */
      safetyItem?: string;
      /**
       * Answer that says the check found it safe; yes when left out
       */
      safe?: string;
    };
  };
  /**
   * Mechanisms of change that workers rate or code by time point
   */
  mechanisms?: {
    /**
     * Measure, as the table of measures names it
     */
    measure: string;
    /**
     * Mechanisms in order
     *
     * @minItems 1
     */
    items: [
      {
        /**
         * Item, as the table of measures names it
         */
        item: string;
        /**
         * The mechanism as pages call it
         */
        label: string;
      },
      ...{
        /**
         * Item, as the table of measures names it
         */
        item: string;
        /**
         * The mechanism as pages call it
         */
        label: string;
      }[]
    ];
    /**
     * Answers that say it was looked for and is not there; 0 and no when left out
     *
     * @minItems 1
     */
    absent?: [string, ...string[]];
  };
  /**
   * Two ratings that are never added: motivation to take part, and motivation to change
   */
  motivation?: {
    /**
     * Measure, as the table of measures names it
     */
    measure: string;
    /**
     * Item of motivation to take part
     */
    takePart: string;
    /**
     * Item of motivation to change
     */
    change: string;
  };
  /**
   * A scale of self-efficacy, before and after, beside completion
   */
  selfEfficacy?: {
    /**
     * Measure, as the table of measures names it
     */
    measure: string;
    /**
     * Item; the total (a row without an item) when left out
     */
    item?: string;
    /**
     * First time point; intake when left out
     */
    from?: string;
    /**
     * Second time point; exit when left out
     */
    to?: string;
  };
  /**
   * Where each family of indicators is read, besides where it is looked for anyway
   *
   * @minItems 1
   */
  indicatorFamilies?: [
    {
      /**
       * Id of the family
       */
      family: string;
      /**
       * table.field that holds it
       */
      from: string;
      /**
       * Fields of the same table and the values that count
       */
      where?: {
        /**
         * @minItems 1
         */
        [k: string]: [string, ...string[]];
      };
    },
    ...{
      /**
       * Id of the family
       */
      family: string;
      /**
       * table.field that holds it
       */
      from: string;
      /**
       * Fields of the same table and the values that count
       */
      where?: {
        /**
         * @minItems 1
         */
        [k: string]: [string, ...string[]];
      };
    }[]
  ];
  /**
   * Indicators of use of services, each with the direction that is better: a rise can be good
   *
   * @minItems 1
   */
  indicators?: [
    {
      /**
       * Id of the indicator
       */
      id: string;
      /**
       * The contacts as pages call them
       */
      label: string;
      /**
       * Services that count; all when left out
       *
       * @minItems 1
       */
      services?: [string, ...string[]];
      /**
       * Whose contacts: those of treated people, or of the victim-survivors and children linked to them; treated unless said
       */
      who?: "treated" | "linked";
      /**
       * Which direction is better for the people concerned
       */
      direction: "lower-is-better" | "higher-is-better" | "neither";
      /**
       * Months before and after the index date; 12 unless said
       */
      months?: number;
      /**
       * Values of timing that are an earlier stage
       *
       * @minItems 1
       */
      early?: [string, ...string[]];
    },
    ...{
      /**
       * Id of the indicator
       */
      id: string;
      /**
       * The contacts as pages call them
       */
      label: string;
      /**
       * Services that count; all when left out
       *
       * @minItems 1
       */
      services?: [string, ...string[]];
      /**
       * Whose contacts: those of treated people, or of the victim-survivors and children linked to them; treated unless said
       */
      who?: "treated" | "linked";
      /**
       * Which direction is better for the people concerned
       */
      direction: "lower-is-better" | "higher-is-better" | "neither";
      /**
       * Months before and after the index date; 12 unless said
       */
      months?: number;
      /**
       * Values of timing that are an earlier stage
       *
       * @minItems 1
       */
      early?: [string, ...string[]];
    }[]
  ];
}
/**
 * A score of recency, frequency, gravity and victims: no force’s own is known, so every part is declared
 */
export interface ScorePlan {
  /**
   * Days the score is worked out on, in rising order
   *
   * @minItems 1
   */
  asOf: [string, ...string[]];
  /**
   * Days of events it looks at, the as-of day the last of them; 730 when left out
   */
  lookBackDays?: number;
  /**
   * Which events it looks at
   */
  events: "all" | "domestic";
  /**
   * Recorded crime or every incident (the default)
   */
  basis?: "recorded-crime" | "incident";
  /**
   * How the parts are added; 0 leaves a part out
   */
  weights: {
    /**
     * Weight of the recency part
     */
    recency: number;
    /**
     * Weight of the frequency part
     */
    frequency: number;
    /**
     * Weight of the gravity part
     */
    gravity: number;
    /**
     * Weight of the victims part
     */
    victims: number;
  };
  /**
   * Points by days since the last event: a half-life, or bands
   */
  recency: {
    /**
     * Days in which the points of the last event halve
     */
    halfLifeDays?: number;
    /**
     * Points of an event on the as-of day, with a half-life
     */
    points?: number;
    /**
     * Points by band
     *
     * @minItems 1
     */
    bands?: [
      {
        /**
         * Days since the last event, at most
         */
        withinDays: number;
        /**
         * Points
         */
        points: number;
      },
      ...{
        /**
         * Days since the last event, at most
         */
        withinDays: number;
        /**
         * Points
         */
        points: number;
      }[]
    ];
  };
  /**
   * Points by number of events: the number up to a cap, or bands
   */
  frequency: {
    /**
     * Most events that count
     */
    cap?: number;
    /**
     * Points by band
     *
     * @minItems 1
     */
    bands?: [
      {
        /**
         * Events, at least
         */
        from: number;
        /**
         * Points
         */
        points: number;
      },
      ...{
        /**
         * Events, at least
         */
        from: number;
        /**
         * Points
         */
        points: number;
      }[]
    ];
  };
  /**
   * Gravity of the events
   */
  gravity: {
    /**
     * Id of the weight table in data.weights
     */
    table: string;
    /**
     * How the gravities of the events become one; a mean can fall when an event is added, and the result says so
     */
    summary: "sum" | "max" | "mean";
  };
  /**
   * Points by number of distinct victims: the number up to a cap, or bands
   */
  victims: {
    /**
     * Most victims that count
     */
    cap?: number;
    /**
     * Points by band
     *
     * @minItems 1
     */
    bands?: [
      {
        /**
         * Distinct victims, at least
         */
        from: number;
        /**
         * Points
         */
        points: number;
      },
      ...{
        /**
         * Distinct victims, at least
         */
        from: number;
        /**
         * Points
         */
        points: number;
      }[]
    ];
  };
}
/**
 * One instrument, answered by one kind of reporter, at its time points. Two reporters are two entries: their answers are never pooled
 */
export interface MeasurePlan {
  /**
   * Name of the entry, for keys; the id of the measure when left out
   */
  id?: string;
  /**
   * Id of a measure that ships, or of the definition in the file
   */
  measure: string;
  /**
   * Version of the definition the answers are scored by; another than the one held is refused
   */
  version?: string;
  /**
   * File of a definition of one's own, relative to the study folder; likewise measures new writes a worked one
   */
  definition?: string;
  /**
   * What the table measures calls it; its id when left out
   */
  form?: string;
  /**
   * Who answers. Where the table has a column reporter, only rows of this reporter are read
   */
  reporter: "victim-survivor" | "perpetrator" | "worker" | "child";
  /**
   * Scores of the instrument, by id; its primary score when left out
   *
   * @minItems 1
   */
  scores?: [string, ...string[]];
  /**
   * What the table calls items 1, 2 and so on; as the definition names them when left out
   *
   * @minItems 1
   */
  items?: [string, ...string[]];
  /**
   * Time points in order: change is from the first to the last, and over all of them
   *
   * @minItems 1
   */
  waves: [string, ...string[]];
  /**
   * Codes that mean no answer, beside those of the definition
   */
  missingCodes?: number[];
  /**
   * How answers were coded; needed where they look coded otherwise than the definition says
   */
  coding?: "as-asked" | "already-reversed";
  /**
   * Its first score as a covariate of the baseline, to match, weight or adjust by: what it is called there, and how many days after the index date it may be answered. Answered later, or on a day not known, it is missing there: what came after may be an effect of the programme
   */
  covariate?: {
    /**
     * Name of the covariate
     */
    name: string;
    /**
     * Days after the index date; 0 is up to the day itself
     */
    withinDays: number;
  };
  /**
   * Order of items on the form, where several circulate
   */
  order?: string;
  /**
   * Reliability that tells change from error of measurement, instead of what the definition holds
   */
  reliability?: {
    /**
     * From 0 to below 1
     */
    value: number;
    /**
     * Alpha has no error over time, so it makes thresholds smaller
     */
    type: "alpha" | "omega" | "test-retest" | "test-retest-icc";
    /**
     * Standard deviation to go with it, points; that of first scores when left out
     */
    sd?: number;
    /**
     * Where it was published
     */
    source: string;
  };
  /**
   * People without the problem, for a cut-off, instead of the published one
   */
  norms?: {
    /**
     * Points
     */
    mean: number;
    /**
     * Points
     */
    sd: number;
    /**
     * Where it was published
     */
    source: string;
  };
}
export interface Outcome {
  /**
   * Name of the outcome, for keys
   */
  id: string;
  /**
   * Noun phrase in lower case: recorded domestic-abuse crime within 12 months
   */
  label: string;
  /**
   * What one unit of analysis is
   */
  unit?: "person" | "dyad" | "family" | "area-month";
  /**
   * What kind of record the outcome rests on; different bases never share a row, a pool or a unit cost
   */
  basis: "proven" | "charged" | "recorded-crime" | "incident" | "victim-report" | "self-report" | "worker-judgement";
  /**
   * Whose account it is
   */
  reporter: "victim-survivor" | "perpetrator" | "worker" | "police" | "court" | "administrative";
  /**
   * recorded, proven, or an id of the plan
   */
  definition: string;
  /**
   * Yes or no, a count, a score, or a time until something happens
   */
  kind: "binary" | "count" | "continuous" | "time-to-event";
  /**
   * Window id: recorded-12m, moj-proven-12m, moj-365-183, before-24m, block+1, block-1
   */
  window?: string;
  /**
   * Table it comes from: events, outcomes or measures
   */
  from?: string;
  /**
   * Id in the outcomes table, or the entry of measures whose later score it is
   */
  outcome?: string;
  /**
   * Which events count
   */
  events?: "all" | "domestic" | "same-victim" | "new-victim";
  /**
   * Harm of the events, for a continuous outcome from events
   */
  harm?: {
    /**
     * Id of the table in data.weights
     */
    weights: string;
    /**
     * Harm of all events of the window, or of the gravest; harm per event is of offenders alone, so it is no outcome
     */
    summary: "sum" | "max";
  };
  /**
   * Which direction is better for the people concerned
   */
  direction: "lower" | "higher";
  /**
   * The one outcome that decides a comparison
   */
  primary?: boolean;
  /**
   * Smallest effect of interest, on the primary measure’s scale
   */
  smallestEffect?: number;
  /**
   * Primary measure of effect; a default is chosen, and said to be one, where it is left out
   */
  measure?:
    | "riskDifference"
    | "riskRatio"
    | "oddsRatio"
    | "meanDifference"
    | "rateDifference"
    | "rateRatio"
    | "hazardRatio"
    | "restrictedMeanSurvivalTimeDifference"
    | "differenceInDifferences"
    | "levelChange"
    | "slopeChange";
  /**
   * Primary estimator: crude, adjusted, matched …
   */
  estimator?: string;
  /**
   * Level of the interval that decides the verdict
   */
  level?: number;
  /**
   * Unit of the times of this outcome
   */
  timeUnit?: string;
  /**
   * Group of offences the outcome counts, as costs are listed by; a label for costing, it selects no events
   */
  offenceGroup?: string;
}
export interface ComparisonPlan {
  /**
   * Name of the comparison, for keys
   */
  id: string;
  /**
   * The comparison as pages call it
   */
  label?: string;
  /**
   * The one comparison the verdict rests on
   */
  headline?: boolean;
  /**
   * How people came to be treated: at random, by a cut-off of a score, by something that shifts treatment and nothing else, by area as it was rolled out, by the order of a waiting list, by whether places were left, or chosen by people
   */
  assignment: "random" | "cutoff" | "instrument" | "area-rollout" | "waiting-list" | "capacity-limit" | "selected";
  /**
   * Who the comparison group are
   */
  comparator:
    | "none"
    | "national-rate"
    | "historical"
    | "concurrent-untreated"
    | "waiting-list"
    | "dropouts"
    | "refusers"
    | "randomised-control";
  /**
   * Ids of the outcomes compared; all when left out
   */
  outcomes?: string[];
  /**
   * How like is compared with like; none takes the arms as they are
   */
  method?:
    | "none"
    | "nearest"
    | "radius"
    | "optimal"
    | "full"
    | "subclass"
    | "cem"
    | "exact"
    | "ipw"
    | "entropy"
    | "overlap"
    | "matching-weights";
  /**
   * Settings of a known evaluator, where a result is to be compared with theirs
   */
  preset?: "jdl";
  /**
   * Whose effect is estimated; dropping treated people changes it, and the result says so
   */
  estimand?: "att" | "atc" | "ate" | "ato";
  /**
   * Model of the propensity score
   */
  score?: "logit" | "probit";
  /**
   * Covariates that are numbers whose squares also enter the propensity score
   *
   * @minItems 1
   */
  scoreSquares?: [string, ...string[]];
  /**
   * Covariates that are numbers which enter the propensity score as curves: restricted cubic splines with four knots, at Harrell's quantiles
   *
   * @minItems 1
   */
  scoreSplines?: [string, ...string[]];
  /**
   * What nearness means: a difference of propensity scores as probabilities, on the scale of the link or as odds, or of covariates together (Mahalanobis, of the values or of their ranks)
   */
  distance?: "probability" | "linear" | "odds" | "mahalanobis" | "robust-mahalanobis";
  /**
   * Largest distance allowed, in standard deviations of the distance used over all rows; of a Mahalanobis distance, in that distance itself; for method radius, the radius
   */
  caliper?: number;
  /**
   * Comparison people for each treated person
   */
  ratio?: number;
  /**
   * A comparison person may serve more than once
   */
  replace?: boolean;
  /**
   * Who is matched first
   */
  order?: "largest" | "smallest" | "closest" | "data" | "random";
  /**
   * Covariates that must agree exactly
   */
  exact?: string[];
  /**
   * In method full: fewest and most comparison people for each treated person of a set; a fewest of one half lets two treated people share one
   */
  ratioRange?: {
    /**
     * Comparison people for each treated person: a whole number, or one part of a whole number (1/2, 1/3)
     */
    least: number;
    /**
     * Comparison people for each treated person
     */
    most: number;
  };
  /**
   * Largest difference allowed between matched people on a covariate that is a number, by its name, in its standard deviations over all rows
   */
  covariateCalipers?: {
    [k: string]: number;
  };
  /**
   * Columns of the baseline on which matched people must differ
   */
  antiExact?: string[];
  /**
   * Covariates a Mahalanobis distance is made of; all when left out
   *
   * @minItems 1
   */
  distanceCovariates?: [string, ...string[]];
  /**
   * With a Mahalanobis distance: largest difference allowed in the propensity score (a probability), in its standard deviations over all rows
   */
  scoreCaliper?: number;
  /**
   * Whose people are left out when their propensity score is outside the range of the other arm's; leaving out treated people changes the estimand, and the result says so
   */
  commonSupport?: "none" | "treated" | "comparison" | "both";
  /**
   * Strata the propensity score is cut into by method subclass; 5 when left out
   */
  subclasses?: number;
  /**
   * Bins of equal width method cem cuts each number into; by Sturges' rule when left out
   */
  bins?: number;
  /**
   * People whose propensity score is nearer to 0 or 1 than this are left out before weighting
   */
  trim?: number;
  /**
   * In method ipw: weights of each arm are multiplied by its share of people, so that they are near 1; weighted means stay as they are
   */
  stabilise?: boolean;
  /**
   * Column of the baseline with the number of people each one stands for, as a survey gives it; it enters score, balance and estimates
   */
  samplingWeights?: string;
  /**
   * What is compared, matched and adjusted for; all known at the index date. Left out: every mapped field of people that can be a covariate (codes, numbers, true and false), the age and index quarter worked out from them, and every item of cohort.baseline, so that mapping a further field changes the estimates; list them where they must not change
   */
  covariates?: string[];
  /**
   * Covariate that is the outcome before the programme
   */
  baselineOutcome?: string;
  /**
   * Unit people were assigned by
   */
  cluster?: string;
  /**
   * Covariates whose levels are looked at apart; secondary
   */
  subgroups?: string[];
  /**
   * Columns of the baseline whose levels have hazards of their own, in hazard ratios and the log-rank test
   */
  strata?: string[];
  /**
   * How p-values of secondary outcomes are adjusted for their number: Holm or Benjamini and Hochberg; printed beside, the primary outcome untouched
   */
  multiplicity?: "none" | "holm" | "bh";
  /**
   * Time up to which the mean time without the event is compared, in the unit of the times; the last time seen in both arms when left out
   */
  horizon?: number;
  /**
   * Resamples the standard errors of weighted, adjusted and matched effects are taken from, everything estimated again in each; by formula when left out
   */
  bootstrap?: number;
  targetTrial?: TargetTrialPlan;
  /**
   * What becomes of people with a missing covariate: left out, kept with a marker that says so, or their covariates imputed several times over and the answers pooled
   */
  missing?: "drop" | "indicator" | "impute";
  /**
   * Data sets made where missing is impute; when left out 20, or the percentage of people with a gap where that is more
   */
  imputations?: number;
  sensitivity?: SensitivityPlan;
  /**
   * Level of the intervals, where an outcome declares none
   */
  level?: number;
}
/**
 * Effect of completing, or of at least so many sessions: two strategies everybody could have been asked to follow from one time zero, as a trial would compare them
 */
export interface TargetTrialPlan {
  /**
   * The two strategies, the first against the second
   *
   * @minItems 2
   * @maxItems 2
   */
  strategies: [TargetTrialStrategy, TargetTrialStrategy];
  /**
   * Days after time zero in which a strategy is to be carried out
   */
  graceDays: number;
  /**
   * Day everybody is eligible and follow-up starts, table.field: the index date of the cohort
   */
  timeZero: string;
  /**
   * Days after time zero at which risks are read
   */
  horizonDays: number;
  /**
   * Days in an interval of the model of leaving a strategy, a divisor of graceDays; 1 when left out
   */
  intervalDays?: number;
}
export interface TargetTrialStrategy {
  /**
   * Name of the strategy, for keys
   */
  id: string;
  /**
   * The strategy as pages call it
   */
  label?: string;
  /**
   * Id of a rule of cohort.completion, to be met within the grace period
   */
  completed?: string;
  /**
   * At least so many sessions attended within the grace period; a strategy says completed or sessions
   */
  sessions?: number;
  /**
   * The strategy is the opposite: not to, within the grace period
   */
  not?: boolean;
}
/**
 * Checks of how far the result rests on what was not measured, on choices and on records
 */
export interface SensitivityPlan {
  /**
   * Factors on the odds of treatment at which Rosenbaum bounds of matched people are given; 1, 1.25, 1.5, 1.75, 2, 2.5 and 3 when left out
   *
   * @minItems 1
   */
  gammas?: [number, ...number[]];
  /**
   * Calipers the comparison is made with again, in the unit of its caliper
   *
   * @minItems 1
   */
  calipers?: [number, ...number[]];
  /**
   * Column of the baseline whose levels are left out one at a time
   */
  sites?: string;
  /**
   * Ids of outcomes the programme cannot affect: a difference in them is a warning
   */
  negativeControls?: string[];
  /**
   * Other reasonable ways of comparing, declared beforehand; the comparison's own stays the answer
   */
  specifications?: SpecificationPlan[];
  /**
   * Outcomes whose effect is bounded with those taken in of whom it is not known
   */
  missingOutcomes?: {
    /**
     * Outcome id
     */
    outcome: string;
    /**
     * Least and most it can be; 0 and 1 for an event when left out
     *
     * @minItems 2
     * @maxItems 2
     */
    range?: [number, number];
  }[];
  /**
   * How completely events of each arm are thought to be recorded
   */
  recording?: RecordingPlan[];
}
/**
 * A reasonable other way of comparing: what it changes, everything else staying as it is
 */
export interface SpecificationPlan {
  /**
   * Name of the choice, for keys
   */
  id: string;
  /**
   * The choice as pages call it
   */
  label?: string;
  /**
   * How like is compared with like; none takes the arms as they are
   */
  method?:
    | "none"
    | "nearest"
    | "radius"
    | "optimal"
    | "full"
    | "subclass"
    | "cem"
    | "exact"
    | "ipw"
    | "entropy"
    | "overlap"
    | "matching-weights";
  /**
   * Whose effect is estimated; dropping treated people changes it, and the result says so
   */
  estimand?: "att" | "atc" | "ate" | "ato";
  /**
   * Model of the propensity score
   */
  score?: "logit" | "probit";
  /**
   * What nearness means: a difference of propensity scores as probabilities, on the scale of the link or as odds, or of covariates together (Mahalanobis, of the values or of their ranks)
   */
  distance?: "probability" | "linear" | "odds" | "mahalanobis" | "robust-mahalanobis";
  /**
   * As the comparison's caliper; null for none
   */
  caliper?: number | null;
  /**
   * Comparison people for each treated person
   */
  ratio?: number;
  /**
   * A comparison person may serve more than once
   */
  replace?: boolean;
  /**
   * Who is matched first
   */
  order?: "largest" | "smallest" | "closest" | "data" | "random";
  /**
   * People whose propensity score is nearer to 0 or 1 than this are left out before weighting
   */
  trim?: number;
  /**
   * Compared, matched and adjusted for instead
   */
  covariates?: string[];
  /**
   * Covariates that must agree exactly
   */
  exact?: string[];
}
/**
 * What is thought possible of how events get into the records; support that leads people to report raises the treated's sensitivity
 */
export interface RecordingPlan {
  /**
   * Outcome id
   */
  outcome: string;
  /**
   * Of the treated
   */
  treated: {
    /**
     * Least and greatest share of events that are recorded
     *
     * @minItems 2
     * @maxItems 2
     */
    sensitivity: [number, number];
    /**
     * Least and greatest share of people without an event of whom none is recorded; exactly 1 when left out
     *
     * @minItems 2
     * @maxItems 2
     */
    specificity?: [number, number];
  };
  /**
   * Of comparison people
   */
  comparison: {
    /**
     * Least and greatest share of events that are recorded
     *
     * @minItems 2
     * @maxItems 2
     */
    sensitivity: [number, number];
    /**
     * Least and greatest share of people without an event of whom none is recorded; exactly 1 when left out
     *
     * @minItems 2
     * @maxItems 2
     */
    specificity?: [number, number];
  };
  /**
   * Of the arms' sensitivities as drawn; 0 when left out, which errs wide
   */
  correlation?: number;
  /**
   * Recordings drawn at random; 10,000 when left out
   */
  draws?: number;
}
/**
 * How one table is linked to people
 */
export interface Linkage {
  /**
   * Table whose rows are to be linked
   */
  table: string;
  /**
   * Whom the rows are about: only people of the study, so that a row linked to nobody is one of theirs that was missed (the default), or others of the area too
   */
  holds?: "study" | "area";
  /**
   * Deterministic rules, strictest first: a pair that agrees on every identifier of a rule is a link
   */
  rules?: [string, ...string[]][];
  /**
   * Fellegi-Sunter linkage of what the rules left
   */
  probabilistic?: {
    /**
     * Identifiers compared
     *
     * @minItems 2
     */
    compare: [string, string, ...string[]];
    /**
     * Only pairs that agree on every identifier of a block are compared; any block will do
     *
     * @minItems 1
     */
    blocks: [[string, ...string[]], ...[string, ...string[]][]];
    /**
     * Posterior probability from which a pair is a link
     */
    accept: number;
    /**
     * Posterior probability from which a pair goes on the review list
     */
    review: number;
  };
  /**
   * Fields of people by which match rates are shown
   */
  groups?: string[];
  /**
   * File of decisions about pairs on the review list, relative to the study folder
   */
  decisions?: string;
}
/**
 * A table of harm weights or gravity, by offence
 */
export interface WeightTable {
  /**
   * Name of the table, for keys
   */
  id: string;
  /**
   * What the weights are: Cambridge Crime Harm Index, Crime Severity Score, a gravity scale, or the study’s own
   */
  scheme: "cchi" | "css" | "gravity" | "own";
  /**
   * Relative to the study folder; the table is the study’s to bring, none is built in
   */
  file: string;
  /**
   * Edition of the table: totals of two editions are never added or compared
   */
  edition: string;
  /**
   * Unit of a weight, where the scheme does not say (days, score, points)
   */
  unit?: string;
  /**
   * Which columns hold what; an offence needs a code or words
   */
  columns: {
    /**
     * Header of the column of offence codes
     */
    code?: string;
    /**
     * Header of the column of offences in words
     */
    text?: string;
    /**
     * Header of the column of weights
     */
    weight: string;
    /**
     * Header of the column that says an offence only exists because police went looking
     */
    proactive?: string;
  };
  /**
   * Where the table comes from, as pages show it
   */
  source?: string;
  /**
   * Ways of writing an offence that the extracts use; each stands for a code or for a title of the table
   */
  synonyms?: {
    /**
     * Words of the extracts
     */
    text: string;
    /**
     * Offence code they stand for
     */
    code?: string;
    /**
     * Words of the table they stand for
     */
    title?: string;
  }[];
  /**
   * What counts where code and words are different offences of different weight; neither (the default) leaves the event without one
   */
  whenDisagree?: "neither" | "code" | "text";
  /**
   * Offence codes lost the zeros in front, so that 806 is 00806: somebody has looked
   */
  leadingZerosLost?: boolean;
  /**
   * Share of crimes that may go without a weight before every total is refused; 0.02 when left out
   */
  mostUnweighed?: number;
  /**
   * Worth of an incident that is no crime: no scheme has one, and pages say whose this is
   */
  nonCrimeFloor?: {
    /**
     * In the unit of the table
     */
    weight: number;
    /**
     * Why, as pages show it
     */
    why: string;
  };
  /**
   * Classes of severity, in rising order; a default is used, and said to be one, where the scheme has one
   *
   * @minItems 1
   */
  severityClasses?: [
    {
      /**
       * Name of the class
       */
      id: string;
      /**
       * The class as pages call it
       */
      label: string;
      /**
       * Least weight of the class
       */
      from: number;
    },
    ...{
      /**
       * Name of the class
       */
      id: string;
      /**
       * The class as pages call it
       */
      label: string;
      /**
       * Least weight of the class
       */
      from: number;
    }[]
  ];
}
/**
 * A design without its data, as a published study describes it: what grade needs to know
 */
export interface DesignDescription {
  /**
   * Marks the file as the description of a design
   */
  design: "likewise/design";
  /**
   * The study, as pages call it
   */
  title: string;
  /**
   * Where it is published
   */
  source?: string;
  /**
   * How people came to be treated: at random, by a cut-off of a score, by something that shifts treatment and nothing else, by area as it was rolled out, by the order of a waiting list, by whether places were left, or chosen by people
   */
  assignment?: "random" | "cutoff" | "instrument" | "area-rollout" | "waiting-list" | "capacity-limit" | "selected";
  /**
   * Who the comparison group are
   */
  comparator?:
    | "none"
    | "national-rate"
    | "historical"
    | "concurrent-untreated"
    | "waiting-list"
    | "dropouts"
    | "refusers"
    | "randomised-control";
  /**
   * After only, or with outcomes from before the start too; panels and synthetic controls are differences in differences
   */
  contrast?: "after-only" | "before-after" | "interrupted-time-series" | "difference-in-differences";
  /**
   * What makes the groups alike
   */
  adjustment?: "none" | "covariates" | "matching" | "weighting" | "design";
  /**
   * Whose outcomes are compared
   */
  analysisSet?: "referred" | "offered" | "started" | "completed";
  /**
   * How alike the groups were at the start
   */
  balance?: {
    /**
     * Covariates that differ by more than 0.25 standard deviations
     */
    above25?: string[];
    /**
     * Covariates that differ by more than 0.10 and not adjusted for
     */
    above10?: string[];
    /**
     * The justification; without one a fact that speaks for the study counts as not met
     */
    why?: string | null;
  };
  /**
   * Age, sex, number and recency of prior offences, and calendar period
   */
  essentials?: {
    /**
     * Those the analysis leaves out
     */
    missing?: ("age" | "sex" | "priorCount" | "priorRecency" | "calendarPeriod")[];
    /**
     * Those that differ by more than 0.10 standard deviations afterwards and are not adjusted for
     */
    above10?: string[];
    /**
     * Those with a variance ratio outside 0.5 to 2
     */
    spread?: string[];
    /**
     * The justification; without one a fact that speaks for the study counts as not met
     */
    why?: string | null;
  };
  /**
   * Treated people kept in the analysis
   */
  supportShare?: {
    /**
     * Share, 0 to 1
     */
    value: number;
    /**
     * The justification; without one a fact that speaks for the study counts as not met
     */
    why?: string | null;
  };
  /**
   * The outcome measured before entry in both arms
   */
  priorOutcome?: {
    /**
     * Alike in both arms afterwards, or differenced
     */
    balanced: boolean;
    /**
     * The justification; without one a fact that speaks for the study counts as not met
     */
    why?: string | null;
  };
  evidence?: Facts;
}
/**
 * Rates published elsewhere, each with its period, its people and its source, and which are set beside one another
 */
export interface Rates {
  /**
   * The rates
   *
   * @minItems 1
   */
  declared: [
    {
      /**
       * Id of the rate
       */
      id: string;
      /**
       * What happened to whom, as pages call it
       */
      label: string;
      /**
       * Rate, as a percentage of people
       */
      percent: number;
      /**
       * Months it is counted over, or lifetime
       */
      period: "lifetime" | number;
      /**
       * People it is of
       */
      population: string;
      /**
       * What it rests on: what people said when asked, what came to the police, what came to a service, or a model
       */
      basis: "survey" | "police-record" | "service-record" | "estimate";
      /**
       * Where it is published
       */
      source: string;
      /**
       * Why the source itself calls it too low
       */
      conservative?: string;
    },
    ...{
      /**
       * Id of the rate
       */
      id: string;
      /**
       * What happened to whom, as pages call it
       */
      label: string;
      /**
       * Rate, as a percentage of people
       */
      percent: number;
      /**
       * Months it is counted over, or lifetime
       */
      period: "lifetime" | number;
      /**
       * People it is of
       */
      population: string;
      /**
       * What it rests on: what people said when asked, what came to the police, what came to a service, or a model
       */
      basis: "survey" | "police-record" | "service-record" | "estimate";
      /**
       * Where it is published
       */
      source: string;
      /**
       * Why the source itself calls it too low
       */
      conservative?: string;
    }[]
  ];
  /**
   * Pairs of rates to set beside one another
   */
  compare?: {
    /**
     * Id of the rate
     */
    rate: string;
    /**
     * Id of the rate it is set beside
     */
    with: string;
  }[];
}
/**
 * What the provider is asked to deliver, and from when to when
 */
export interface Contract {
  /**
   * First day
   */
  from: string;
  /**
   * Last day, included
   */
  to: string;
  /**
   * How years and quarters are numbered: from 1 April (financial, the default) or from 1 January
   */
  year?: "financial" | "calendar";
  /**
   * Where the targets are written down
   */
  source?: string;
  /**
   * Every target
   *
   * @minItems 1
   */
  targets: [ContractTarget, ...ContractTarget[]];
}
/**
 * One target: an indicator, how much of it, and for which period
 */
export interface ContractTarget {
  /**
   * Id of the target
   */
  id: string;
  /**
   * The target as pages call it; the name of the indicator when left out
   */
  label?: string;
  /**
   * What is counted
   */
  indicator:
    | "referrals"
    | "starts"
    | "completions"
    | "completion-share"
    | "support-offers"
    | "wait-within"
    | "wait-median"
    | "attendance"
    | "spend";
  /**
   * How much: people or pounds for each period of per, a share 0 to 1, or days
   */
  target?: number;
  /**
   * The most, where direction is between
   */
  upTo?: number;
  /**
   * Which side of the target is asked for; that of the indicator when left out
   */
  direction?: "at-least" | "at-most" | "between";
  /**
   * The period the target is for, where it is people or pounds; shorter ones are asked for their part by days
   */
  per?: "quarter" | "year" | "contract";
  /**
   * Instead of target and per: the target of each quarter from the first in which it holds; null for a quarter without one
   *
   * @minItems 1
   */
  quarters?: [number | null, ...(number | null)[]];
  /**
   * First day the target holds; that of the contract when left out
   */
  from?: string;
  /**
   * Last day the target holds, included; that of the contract when left out
   */
  to?: string;
  /**
   * Rule of cohort.completion that says who completed; the first when left out
   */
  completion?: string;
  /**
   * The wait that is meant; from referred to started when left out
   */
  wait?: {
    /**
     * Stage the wait starts at
     */
    from: string;
    /**
     * Stage it ends at
     */
    to: string;
  };
  /**
   * Days within which people have arrived, or support was offered
   */
  withinDays?: number;
}
/**
 * One number against its baseline
 */
export interface ChangeTarget {
  /**
   * Id of the target
   */
  id: string;
  /**
   * What is counted, as pages call it
   */
  label: string;
  /**
   * Where the numbers and the target are written down
   */
  source?: string;
  baseline: CountOfPeriod;
  current: CountOfPeriod;
  /**
   * By how much it was to change: -0.25 for a quarter fewer a day
   */
  change: number;
}
/**
 * A number of a period
 */
export interface CountOfPeriod {
  /**
   * How many
   */
  count: number;
  /**
   * First day
   */
  from: string;
  /**
   * Last day, included
   */
  to: string;
}
/**
 * One grant or contract: who gives it, what for, how much and from when to when
 */
export interface EconomicGrant {
  /**
   * Who gives it
   */
  funder: string;
  /**
   * What it is for: grants of one purpose follow or overlap each other
   */
  purpose: string;
  /**
   * In all, over the whole of its time
   */
  pounds: number;
  /**
   * First day it covers
   */
  from: string;
  /**
   * Last day it covers
   */
  to: string;
}
/**
 * What it cost, what it was worth, who paid and who gained
 */
export interface EconomicsPlan {
  /**
   * Financial year in whose prices everything is told
   */
  priceYear: string;
  /**
   * Financial year that is year 0 of discounting
   */
  firstYear?: string;
  /**
   * Years appraised, year 0 included
   */
  years?: number;
  /**
   * Discount schedule; without it that of the Green Book in force
   */
  discount?: string;
  /**
   * Comparison whose effect counts; without it the headline
   */
  comparison?: string;
  /**
   * Draws of everything uncertain; without it 5,000
   */
  draws?: number;
  costs: EconomicCosts;
  /**
   * What an effect is worth, by whom it falls to
   */
  benefits?: EconomicBenefit[];
  /**
   * The success a cost is told for each of
   */
  success?: {
    /**
     * Outcome, by its id
     */
    outcome: string;
    /**
     * One success, in words: person without recorded abuse
     */
    label: string;
  };
  /**
   * What each person cost over the follow-up, as an outcome of the comparison: cost and success are then estimated together; goes with success
   */
  costPerPerson?: {
    /**
     * Outcome of kind continuous, by its id: pounds a person
     */
    outcome: string;
    /**
     * Financial year its pounds are of
     */
    priceYear: string;
    /**
     * Whether the programme itself is among each person’s costs; where not, spend for each person reached is added
     */
    includesProgramme: boolean;
  };
  /**
   * Pounds one success may be held to be worth, for the curve of acceptability
   */
  worths?: number[];
  /**
   * Grades of evidence, 1 best to 6, whose corrections are taken off benefits and put on costs; the table of corrections is unverified
   */
  correction?: {
    /**
     * Worst grade of what benefits rest on
     */
    benefits: number;
    /**
     * Worst grade of what costs rest on
     */
    costs: number;
  };
  /**
   * How far the effect found may be from the one the programme caused, as a distribution: below level 3 nothing is said of the worth of a better evaluation without it
   */
  bias?: {
    /**
     * times: caused share of the difference found; plus: units a person added to the gain
     */
    scale: "times" | "plus";
    /**
     * Best guess
     */
    mean: number;
    /**
     * Of it
     */
    standardError: number;
    /**
     * Where it is from, or who judged it
     */
    source: string;
  };
  /**
   * Whether the value-for-money category of the Department for Transport is shown beside the ratio; without it, no
   */
  labels?: boolean;
  /**
   * Every published value of one edition once more by its counterpart of another, line by line
   */
  compareVintages?: {
    /**
     * What ids of the values used begin with: ho-crime-201920-
     */
    from: string;
    /**
     * What ids of their counterparts begin with: ho-crime-201516-
     */
    to: string;
  };
  /**
   * What was granted for the programme, each grant a row: shown as a mix, with what overlaps and what ends
   *
   * @minItems 1
   */
  funding?: [EconomicGrant, ...EconomicGrant[]];
  /**
   * Outcome by which victim-survivors say how confident they are: one of the three aims of matching people to programmes
   */
  confidence?: string;
  /**
   * What is worth something and stands without a price
   */
  notMonetised?: string[];
}
/**
 * How the costs table is read
 */
export interface EconomicCosts {
  /**
   * Categories of spend that are support for victim-survivors and children, which is part of the programme
   */
  support?: string[];
  /**
   * Why no support for victim-survivors and children is among the costs
   */
  withoutSupport?: string;
  /**
   * Categories that were paid to begin with
   */
  startUp?: string[];
  /**
   * Pounds the plan had for the whole, to set spend beside
   */
  planned?: number;
  /**
   * Standard error of each payer's total as a share of it; without it spend is taken as known
   */
  uncertainty?: number;
}
/**
 * One effect and what one of it is worth
 */
export interface EconomicBenefit {
  /**
   * Name of the benefit
   */
  id: string;
  /**
   * In words
   */
  label: string;
  /**
   * Outcome counted per person whose difference between arms it is, by its id
   */
  outcome: string;
  /**
   * What one of the outcome is: crime, victim, attendance … as the values are per
   */
  per: string;
  /**
   * Actual events for each the police recorded
   */
  multiplier?: {
    /**
     * Times
     */
    value?: number;
    /**
     * Of it
     */
    standardError?: number;
    /**
     * Where it is published
     */
    source?: string;
    /**
     * Why recorded events are valued as they are, which is a floor
     */
    acceptedWithout?: string;
  };
  /**
   * Values of one, each to whom it falls
   *
   * @minItems 1
   */
  values: [EconomicValue, ...EconomicValue[]];
  /**
   * Years from the start to the first that gains; without it 0
   */
  lagYears?: number;
  /**
   * Years that gain; without it those the outcome is counted over
   */
  persistsYears?: number;
  /**
   * Share of the effect lost each year
   */
  decay?: {
    /**
     * Best guess
     */
    value: number;
    /**
     * Lowest
     */
    low?: number;
    /**
     * Highest
     */
    high?: number;
    /**
     * Where it is from
     */
    source: string;
  };
}
/**
 * A published value by its id, or one of the study's own with its source
 */
export interface EconomicValue {
  /**
   * Id of a published value
   */
  parameter?: string;
  /**
   * Take a value that was written from memory; it cannot stand in a headline
   */
  recalled?: boolean;
  /**
   * Own value: in words
   */
  label?: string;
  /**
   * Own value: pounds for one
   */
  pounds?: number;
  /**
   * Lowest plausible, pounds
   */
  low?: number;
  /**
   * Highest plausible, pounds
   */
  high?: number;
  /**
   * Own value: year of its prices
   */
  priceBase?: string;
  /**
   * Own value: what it is for one of
   */
  per?: string;
  /**
   * Own value: kind of event
   */
  domain?: "crime" | "domestic-abuse" | "service-use" | "wellbeing" | "programme";
  /**
   * Own value: which of its kind
   */
  item?: string;
  /**
   * Own value: the costs it holds
   */
  covers?: (
    | "police"
    | "courts"
    | "prison"
    | "probation"
    | "other-justice"
    | "nhs"
    | "victim-services"
    | "civil-legal"
    | "multi-agency"
    | "childrens-social-care"
    | "adult-social-care"
    | "housing"
    | "education"
    | "benefits-and-tax"
    | "lost-output"
    | "harm"
    | "anticipation"
  )[];
  /**
   * Own value: whose gain
   */
  kind?: "fiscal" | "economic" | "social";
  /**
   * To whom it falls; of a published value in place of its own
   */
  agency?: string;
  /**
   * Own value: where it is published
   */
  source?: string;
  /**
   * Share of a fiscal value that could leave the budget
   */
  cashable?: number;
}
/**
 * study.yaml: the plan of a study, not a program
 */
export interface StudyPlan {
  /**
   * Version of this format
   */
  version: 1;
  /**
   * Title of the study, as pages show it
   */
  title: string;
  /**
   * Short name of the study, for files and keys
   */
  id?: string;
  /**
   * The data are invented; every page then says so
   */
  synthetic?: boolean;
  /**
   * Seed of every random step; the same seed gives the same results
   */
  seed?: number;
  /**
   * The question the study answers, as one sentence
   */
  question?: string;
  /**
   * Who, what, where, when: TIDieR fields
   */
  programme?: {
    /**
     * Name of the programme
     */
    name?: string;
    /**
     * Why it should work: rationale and goal
     */
    why?: string;
    /**
     * What is done: materials and procedures
     */
    what?: string;
    /**
     * Who it is for, or who delivers it
     */
    who?: string;
    /**
     * Organisation that provides it
     */
    provider?: string;
    /**
     * How it is delivered: one to one, in groups, remotely
     */
    how?: string;
    /**
     * Materials used with people and to train workers, and where they can be found
     */
    materials?: string;
    /**
     * Who delivers it: profession, training, supervision
     */
    deliverers?: string;
    /**
     * What is fitted to the person, why and how
     */
    tailoring?: string;
    /**
     * What changed while it ran, when and why
     */
    modifications?: string;
    /**
     * How it is checked that it is delivered as planned
     */
    fidelity?: string;
    /**
     * Where it is delivered
     */
    where?: string;
    /**
     * When and how much: dates, sessions, intensity
     */
    when?: string;
    /**
     * Kind of programme: perpetrator programme, advocacy, whole family, integrated offender management
     */
    kind?: string;
    /**
     * Theory of change, one link of the chain a line
     */
    theory?: string[];
    /**
     * Theory of change as a data file (YAML), relative to the study folder: nodes and links, checked and drawn
     */
    theoryFile?: string;
    /**
     * Who pays for it
     */
    funders?: string[];
    contract?: Contract;
    /**
     * Numbers that were promised to fall or rise from a baseline, such as repeats or re-referrals: what they were, what they are, and by how much they were to change
     */
    changeTargets?: ChangeTarget[];
    /**
     * Record of the practice: what it is, where, with whom and since when; printed on a card of one page
     */
    record?: {
      /**
       * A word of praise the record carries, such as promising: shown as the record’s own word, never as a grade
       */
      claimed?: {
        /**
         * The word, as the record has it
         */
        word: string;
        /**
         * Who said it
         */
        by: string;
        /**
         * Where it is written
         */
        source?: string;
      };
      /**
       * What it focuses on, such as prevention or reoffending
       *
       * @minItems 1
       */
      focus?: [string, ...string[]];
      /**
       * Topics it is filed under
       *
       * @minItems 1
       */
      topics?: [string, ...string[]];
      /**
       * Regions
       *
       * @minItems 1
       */
      region?: [string, ...string[]];
      /**
       * Organisations that take part
       *
       * @minItems 1
       */
      partners?: [string, ...string[]];
      /**
       * Stage of the practice, such as pilot or established
       */
      stage?: string;
      /**
       * Scale, such as local, force-wide or national
       */
      scale?: string;
      /**
       * Groups of people it is for
       *
       * @minItems 1
       */
      targetGroups?: [string, ...string[]];
      /**
       * When it began, as the record has it
       */
      startDate?: string;
      /**
       * Where the record is published
       */
      source?: string;
    };
    /**
     * Parts of the programme, as evidence is looked for: each may gather activities of the theory of change and components of sessions
     *
     * @minItems 1
     */
    components?: [
      {
        /**
         * Id of the part
         */
        id: string;
        /**
         * The part as pages call it
         */
        label: string;
        /**
         * Ids of activities of the theory of change that are this part
         *
         * @minItems 1
         */
        activities?: [string, ...string[]];
        /**
         * Components of sessions that are this part
         *
         * @minItems 1
         */
        sessions?: [string, ...string[]];
      },
      ...{
        /**
         * Id of the part
         */
        id: string;
        /**
         * The part as pages call it
         */
        label: string;
        /**
         * Ids of activities of the theory of change that are this part
         *
         * @minItems 1
         */
        activities?: [string, ...string[]];
        /**
         * Components of sessions that are this part
         *
         * @minItems 1
         */
        sessions?: [string, ...string[]];
      }[]
    ];
    /**
     * Evidence on the parts of the programme as a data file (YAML), relative to the study folder: statements with source, strength, people and finding
     */
    evidenceFile?: string;
  };
  /**
   * The extracts: which files, which columns, how they are written
   */
  data: {
    /**
     * Extract date
     */
    asAt?: string;
    /**
     * Table of data-schemas/ to the files that hold it
     */
    tables: {
      [k: string]: TableSource;
    };
    /**
     * Where the data come from, as pages show it
     */
    sourceNote?: string;
    /**
     * Tables without an id of their own, linked to people by identifiers
     */
    linkage?: Linkage[];
    /**
     * Tables of harm weights and gravity
     */
    weights?: WeightTable[];
    /**
     * How the people in the data are protected
     */
    protection?: {
      /**
       * Day by which the extracts and out/private are to be destroyed; from the next day nothing runs
       */
      retainUntil?: string;
      /**
       * File that holds the secret key of pseudonyms, outside the study folder
       */
      pseudonymKey?: string;
      /**
       * Who answers for the data
       */
      controller?: string;
      /**
       * Agreement or lawful basis the data are held under
       */
      basis?: string;
    };
    /**
     * What a drafted plan assumed and nobody has confirmed yet; nothing runs until all are
     */
    confirm?: {
      /**
       * Name of the question
       */
      id: string;
      /**
       * What is to be confirmed
       */
      question: string;
      /**
       * What the draft assumed
       */
      assumed: string;
      /**
       * What the data show
       */
      evidence?: string;
      /**
       * Somebody who knows the data has confirmed it
       */
      confirmed: boolean;
    }[];
  };
  cohort: Cohort;
  /**
   * What is measured; each outcome declares its basis, its reporter and its definition
   *
   * @minItems 1
   */
  outcomes: [Outcome, ...Outcome[]];
  /**
   * Instruments used and their time points
   */
  measures?: MeasurePlan[];
  /**
   * What is compared with what; exactly one is the headline
   *
   * @minItems 1
   */
  comparisons: [ComparisonPlan, ...ComparisonPlan[]];
  economics?: EconomicsPlan;
  evidence?: Facts;
  /**
   * How small numbers are kept from pointing at people
   */
  disclosure?: {
    /**
     * Rules of suppression; none is for data that are public already
     */
    profile?: "default" | "strict-10" | "none";
    /**
     * Smallest count that is shown, where it differs from the profile’s
     */
    threshold?: number;
    /**
     * Files with the published results of earlier runs: what has changed by a few people since then gives them away
     */
    releases?: string[];
  };
  /**
   * Pages and who they are for
   */
  report?: {
    /**
     * Kind of report: process, impact or economic, which prints its own parts and names the others; the whole report when left out
     */
    type?: "process" | "impact" | "economic";
    /**
     * Whom the pages are written for
     */
    audience?: string;
    /**
     * Sections to show, in order; all when left out
     */
    sections?: string[];
    /**
     * Provider’s response
     */
    response?:
      | string
      | {
          /**
           * The response, in the provider’s own words; a blank line starts a paragraph
           */
          text: string;
          /**
           * Who answered for the provider
           */
          by?: string;
          /**
           * Day of the response
           */
          on?: string;
        };
    /**
     * Who signs the report: a line each, printed with room to sign by hand
     */
    signOff?: {
      /**
       * Role of the person who signs
       */
      role: string;
      /**
       * Name; left blank to be written by hand when left out
       */
      name?: string;
      /**
       * Day it was approved
       */
      on?: string;
      /**
       * What was approved: the plan, the draft for comment, this report
       */
      approved?: string;
    }[];
    /**
     * What reporting guidelines ask an evaluator to declare, each in a sentence or two
     */
    declarations?: {
      /**
       * Where the study is registered, with its number
       */
      registration?: string;
      /**
       * Where the protocol and the analysis plan can be read
       */
      protocol?: string;
      /**
       * Who can have the data, and how
       */
      dataAccess?: string;
      /**
       * What part those who pay played in design, analysis and writing
       */
      fundingRole?: string;
      /**
       * Interests of the evaluators in the result
       */
      conflicts?: string;
      /**
       * How people with experience of the programme, victim-survivors first, took part in the evaluation
       */
      involvement?: string;
      /**
       * Ethical approval and consent
       */
      ethics?: string;
    };
    /**
     * Where to ask about the report
     */
    contact?: string;
    /**
     * Who answers for the report
     */
    authors?: string[];
    /**
     * Draft, or final
     */
    status?: "draft" | "final";
    /**
     * Whose pages these are: a name, a colour and a logo at the head of every page; charts keep their colours
     */
    branding?: {
      /**
       * Name of the organisation
       */
      name: string;
      /**
       * Colour of the band at the head of every page, such as #12436d; white text on it must reach a contrast of 4.5 to 1
       */
      colour?: string;
      /**
       * A PNG or SVG file beside the plan; it becomes part of every page
       */
      logo?: string;
    };
    /**
     * Looks at the results before the end: each widens the limits, so that all looks together raise no more false alarms than one would
     */
    interim?: {
      /**
       * How the false alarms allowed are spread over the looks; obrien-fleming when left out: early looks find only what is very clear
       */
      spending?: "obrien-fleming" | "pocock";
      /**
       * Every look planned, in order; the last is the end of the study
       *
       * @minItems 2
       * @maxItems 20
       */
      looks:
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ]
        | [
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            },
            {
              /**
               * What the look is called
               */
              name?: string;
              /**
               * When it is planned
               */
              date?: string;
              /**
               * Share of the planned information (people followed to the end of their window) it rests on; equal steps when every look leaves it out
               */
              share?: number;
            }
          ];
      /**
       * Which look this run is, from 1; disclosure.releases names the results of every look before it
       */
      look: number;
    };
    /**
     * Also show the five dimensions of EMMIE for this one study, marked as no systematic review
     */
    emmie?: boolean;
    /**
     * Charts of the pages are live: the same file, with scripts inside that draw them and let the reader choose outcome or group; without scripts the pages are as they are otherwise
     */
    interactive?: boolean;
  };
  rates?: Rates;
}
/**
 * One call that a tester made to a service, and what came of it; about services, never about a person in need
 */
export interface TestCallsRecord {
  /**
   * Search for help that the call belongs to, made by a tester
   */
  attempt: string;
  /**
   * Service called
   */
  service: string;
  /**
   * Day of the call
   */
  called: string;
  /**
   * Time of the call, 24 hours, as 09:30
   */
  time?: string;
  /**
   * What came of it; help and an accepted referral to it end the search, no-help was answered by somebody who could not give it
   */
  result: "help" | "referral" | "no-help" | "no-answer" | "dead-number";
  /**
   * Time the service opens, 24 hours, as 10:00
   */
  opens?: string;
  /**
   * Time the service closes, 24 hours, as 14:00
   */
  closes?: string;
  /**
   * Days a week it is open
   */
  open_days?: number;
  /**
   * Whether the entry of the directory was right; a dead number is wrong whatever stands here
   */
  entry_right?: boolean;
}
export interface TheoryNode {
  /**
   * Id of the node
   */
  id: string;
  /**
   * As pages call it
   */
  label: string;
  /**
   * Its place in the chain
   */
  kind: "input" | "activity" | "output" | "outcome" | "impact";
  /**
   * Which of the four mechanisms it belongs to: of change in those who do harm, of safety, of wellbeing, of maintaining what was gained
   */
  mechanism?: "change" | "safety" | "wellbeing" | "maintenance";
  /**
   * Level of the risk factors it acts on: of the person, of the relationship, of the community, of society
   */
  level?: "individual" | "relationship" | "community" | "societal";
  /**
   * What shows it: exactly one of the keys
   */
  indicator?: {
    /**
     * Id of an outcome of the plan
     */
    outcome?: string;
    /**
     * Id of a safety item, as results list them
     */
    safety?: string;
    /**
     * Step of the pathway: referred, started, completed …
     */
    step?: string;
    /**
     * Something this study does not hold, in words
     */
    elsewhere?: string;
  };
  /**
   * Where the indicator is recorded
   */
  source?: string;
  /**
   * What the value should be if the programme works as meant; shares from 0 to 1
   */
  expected?: {
    least: number;
    most: number;
  };
}
export interface TheoryLink {
  /**
   * Id of the node that should lead
   */
  from: string;
  /**
   * Id of the node it should lead to
   */
  to: string;
  /**
   * What has to be true for the one to lead to the other
   */
  assumption?: string;
  /**
   * What the assumption rests on: a study, a practice, a judgement
   */
  source?: string;
  /**
   * How strong that evidence is
   */
  strength?: "none" | "weak" | "moderate" | "strong" | "contested";
  /**
   * How long after
   */
  timing?: string;
  /**
   * What could stop it
   */
  risk?: string;
}
/**
 * How a programme is meant to work: what goes in, what is done, what should come of it, and why each step should follow from the one before
 */
export interface TheoryOfChange {
  /**
   * Version of this format
   */
  version: 1;
  /**
   * What there is, is done or should come about
   *
   * @minItems 1
   */
  nodes: [TheoryNode, ...TheoryNode[]];
  /**
   * Which should lead to which, and why
   */
  links: TheoryLink[];
}
/**
 * One course that one worker completed
 */
export interface TrainingRecord {
  /**
   * Worker id
   */
  worker: string;
  /**
   * Course
   */
  course: string;
  /**
   * Day it was completed
   */
  date?: string;
}
