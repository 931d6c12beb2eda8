import type { ComparisonPlan, Facts, Outcome } from "../../packages/schema/src/index.ts";

/** A way to evaluate a programme, with the size a plan would give it. */
export interface CalibrationDesign {
  readonly id: "trial" | "matched" | "weighted";
  readonly label: string;
  readonly comparison: ComparisonPlan;
  readonly facts: Facts;
  /** People treated, and comparison people for each of them. */
  readonly treated: number;
  readonly ratio: number;
  /** How far people treated are from the others at the start, as a share of the distances of `people`. */
  readonly selection: 0 | 1;
  /** What `likewise plan` calls it, and what it is told besides size, risk and effect; null where it has none like it. */
  readonly asPlanned: { readonly id: string; readonly flags: readonly string[] } | null;
}

export const outcomeId = "reoffended";

/** Risk of people treated, had they not been; and the smallest effect worth finding. */
export const baseRisk = 0.4;
export const smallestEffect = -0.15;

export const outcome: Outcome = {
  id: outcomeId,
  label: "a recorded offence within 12 months",
  basis: "recorded-crime",
  reporter: "police",
  definition: "recorded-12-months",
  kind: "binary",
  direction: "lower",
  primary: true,
  smallestEffect: -smallestEffect,
};

/** What is known of people at the start, by role: mean and spread of those not treated, and what each goes with. */
export const people = [
  { name: "age", mean: 36, sd: 9, least: 18, difference: -3, logOdds: -0.03 },
  { name: "prior_offences", mean: 3, sd: 2, least: 0, difference: 0.8, logOdds: 0.15 },
  { name: "months_since_last", mean: 14, sd: 6, least: 0, difference: -2, logOdds: -0.03 },
  { name: "quarter", mean: 4.5, sd: 2, least: 1, difference: 0.3, logOdds: 0 },
] as const;

export const covariates = ["sex", ...people.map(({ name }) => name)];

const same = {
  value: "same",
  why: "One search of one register for everybody, from the same day of each person",
} as const;
const common: Facts = {
  outcomeSource: same,
  followUp: same,
  indexDateRule: same,
  covariateTiming: { value: "before-index", why: "All are read from the record up to the day of referral" },
  attrition: { treated: 0, comparison: 0, why: "Everybody in the file was searched for and found" },
};
const nonRandomised: Facts = {
  ...common,
  comparatorChoice: { value: "justified", why: "Found eligible by the same panel" },
  covariateRoles: {
    age: ["age"],
    sex: ["sex"],
    priorCount: ["prior_offences"],
    priorRecency: ["months_since_last"],
    calendarPeriod: ["quarter"],
  },
  baselineOutcomes: [
    {
      covariate: "prior_offences",
      outcomes: [outcomeId],
      why: "Recorded offences of the 12 months before, counted alike",
    },
  ],
};
const selected: Omit<ComparisonPlan, "method"> = {
  id: "headline",
  assignment: "selected",
  comparator: "concurrent-untreated",
  covariates,
  outcomes: [outcomeId],
};

/** Three designs that reach level 3 or more. */
export const calibrationDesigns: readonly CalibrationDesign[] = [
  {
    id: "trial",
    label: "a randomised trial, people compared as assigned",
    comparison: { ...selected, assignment: "random", comparator: "randomised-control", method: "none" },
    facts: { ...common, crossover: { treated: 0, comparison: 0, why: "Attendance lists of both groups" } },
    treated: 152,
    ratio: 1,
    selection: 0,
    asPlanned: { id: "randomised-offer", flags: ["--refused", "50"] },
  },
  {
    id: "matched",
    label: "people matched to the nearest within 0.2 of the score, prior offences among what they are matched on",
    comparison: { ...selected, method: "nearest", caliper: 0.2 },
    facts: nonRandomised,
    treated: 200,
    ratio: 3,
    selection: 1,
    asPlanned: { id: "refused-for-capacity", flags: ["--refused", "75", "--prior-outcome", "--matched", "98"] },
  },
  {
    id: "weighted",
    label: "comparison people weighted to the same means, prior offences among them",
    comparison: { ...selected, method: "entropy" },
    facts: nonRandomised,
    treated: 150,
    ratio: 3,
    selection: 1,
    asPlanned: null,
  },
];
