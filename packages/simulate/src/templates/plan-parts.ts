import type { Cohort, ComparisonPlan, Facts, Outcome } from "@likewise/schema";
import { tableFields } from "../plan/table-sources.ts";

/** What was on record before: the covariates every template compares people by. */
export const baseline: NonNullable<Cohort["baseline"]> = [
  {
    id: "prior_da_12m",
    label: "domestic-abuse crimes in the 12 months before",
    events: "domestic",
    measure: "count",
    window: "before-12m",
  },
  {
    id: "prior_all_24m",
    label: "crimes of any kind in the 24 months before",
    events: "all",
    measure: "count",
    window: "before-24m",
  },
  {
    id: "days_since_last_da",
    label: "days since the last domestic-abuse crime",
    events: "domestic",
    measure: "days-since-last",
    window: "before-24m",
  },
];

const recorded = {
  unit: "person",
  basis: "recorded-crime",
  reporter: "police",
  definition: "recorded",
  window: "recorded-12m",
  from: "events",
  direction: "lower",
  level: 0.95,
} as const;

/** The primary outcome of every template. */
export const anyDomesticCrime: Outcome = {
  ...recorded,
  id: "da-recorded-12m",
  label: "recorded domestic-abuse reoffending within 12 months",
  kind: "binary",
  events: "domestic",
  primary: true,
  smallestEffect: 0.05,
  measure: "riskDifference",
};

export const domesticCrimes: Outcome = {
  ...recorded,
  id: "da-count-12m",
  label: "recorded domestic-abuse crimes per person within 12 months",
  kind: "count",
  events: "domestic",
  smallestEffect: 0.15,
  measure: "meanDifference",
};

export const anyCrime: Outcome = {
  ...recorded,
  id: "any-recorded-12m",
  label: "recorded reoffending of any kind within 12 months",
  kind: "binary",
  events: "all",
  smallestEffect: 0.05,
  measure: "riskDifference",
};

export const harmOfCrimes: Outcome = {
  ...recorded,
  id: "harm-12m",
  label: "harm of recorded crime within 12 months, in invented points",
  kind: "continuous",
  events: "all",
  harm: { weights: "invented", summary: "sum" },
  measure: "meanDifference",
};

/** A score to describe people by: nobody is selected by it, and its points are invented. */
export function describedByScore(asOf: readonly [string, ...string[]]): NonNullable<Cohort["scores"]>[number] {
  return {
    id: "rfgv",
    label: "Recency, frequency, gravity and victims, in invented points",
    use: "description",
    inputs: ["events.event_date", "events.code", "events.victim"],
    rfgv: {
      asOf: [...asOf],
      lookBackDays: 730,
      events: "domestic",
      basis: "recorded-crime",
      weights: { recency: 1, frequency: 1, gravity: 1, victims: 2 },
      recency: { halfLifeDays: 180, points: 10 },
      frequency: { cap: 10 },
      gravity: { table: "invented", summary: "max" },
      victims: { cap: 5 },
    },
  };
}

/** Covariates by the part they play; the grade of the design asks for the essential ones. */
export const covariateRoles: NonNullable<Facts["covariateRoles"]> = {
  age: ["age"],
  sex: ["sex"],
  priorCount: ["prior_da_12m", "prior_all_24m"],
  priorRecency: ["days_since_last_da"],
  calendarPeriod: ["panel_quarter"],
  priorDomesticAbuse: ["prior_da_12m"],
  currentRisk: ["risk_level"],
};

export const covariates = [
  "age",
  "sex",
  "risk_level",
  "panel_quarter",
  "prior_da_12m",
  "prior_all_24m",
  "days_since_last_da",
];

/** Facts that hold of every template because of how its extracts are made. */
export const commonFacts: Facts = {
  outcomeSource: { value: "same", why: "Records of everybody come from one police extract made in one go." },
  followUp: { value: "same", why: "Records were asked for from 24 months before to 24 months after for everyone." },
  covariateTiming: { value: "before-index", why: "Covariates are read from papers and events up to the index date." },
  covariateRoles,
  notApplicable: {
    indexOffence: "Follow-up starts from a decision, not from an offence.",
    sentence: "Follow-up starts from a decision, not from a sentence.",
  },
  plan: { value: "none", why: "The plan came with the template and was not registered." },
};

/** Groups of people whose chance of a place is shown. */
export const reach: NonNullable<Cohort["reach"]> = {
  characteristics: ["age", "sex", "ethnicity"],
  ageBands: [25, 35, 45],
};

/** The headline of a programme whose places went to those next on a list. */
export const waitingListComparison: ComparisonPlan = {
  id: "headline",
  label: "People given a place against people on the waiting list, adjusted",
  headline: true,
  assignment: "waiting-list",
  comparator: "waiting-list",
  method: "none",
  covariates,
  baselineOutcome: "prior_da_12m",
  level: 0.95,
};

/** Facts of a design whose places went to those next on a list. */
export function waitingListFacts(crossover: NonNullable<Facts["crossover"]>): Facts {
  return {
    ...commonFacts,
    attrition: { treated: 0, comparison: 0, why: "Everybody accepted was searched for and found." },
    crossover,
    indexDateRule: { value: "same", why: "Follow-up starts on the day places were given, in both arms." },
    periodControls: { value: true, why: "Both arms come from the same days, and the quarter is a covariate." },
    comparatorChoice: {
      value: "justified",
      why: "Everybody compared was accepted; places went to those next on the list.",
    },
  };
}

const anyPrior = "Crimes of the same police extract and definition, over the 12 months up to the decision.";

export const baselineOutcomes: NonNullable<Facts["baselineOutcomes"]> = [
  { covariate: "prior_da_12m", outcomes: ["da-recorded-12m", "da-count-12m"], why: anyPrior },
];

/** Referrals with the provider, the setting and what speaks for suitability. */
export const fullReferrals = [
  ...tableFields.referrals.slice(0, 4),
  "provider",
  "area",
  "mandated",
  "prior_offence",
  "mode",
  "acknowledges",
  "takes_responsibility",
  "motivated",
  ...tableFields.referrals.slice(5),
];

/** Events with the mark of what is on record only because somebody looked. */
export const proactiveEvents = [...tableFields.events.slice(0, 9), "proactive", ...tableFields.events.slice(9)];
