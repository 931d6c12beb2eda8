import type { Plan } from "./study-files.ts";

/** What a local service knows of people before they enter. */
export const localCovariates = [
  "age",
  "sex",
  "ethnicity",
  "risk_level",
  "quarter",
  "prior_da_12m",
  "prior_da_24m",
  "days_since_last_da",
] as const;

export interface PlanParts {
  readonly id: string;
  readonly title: string;
  readonly question?: string;
  readonly programme?: Plan;
  readonly cohort?: Plan;
  readonly outcomes?: readonly Plan[];
  /** Changes to the headline comparison. */
  readonly comparison?: Plan;
  /** Changes to the facts; a fact set to undefined is left out. */
  readonly evidence?: Plan;
  /** Disclosure profile; none when left out, so that suppression is not what keeps a flawed result from being said. */
  readonly profile?: "default" | "none";
}

/** The plan of an ordinary local study of police-recorded crime; what a study does otherwise is handed in. */
export function localPlan(parts: PlanParts): Plan {
  return {
    id: parts.id,
    title: parts.title,
    synthetic: true,
    seed: 1,
    question: parts.question ?? "Did the programme reduce recorded domestic-abuse crime within 12 months?",
    programme: {
      name: "A behaviour-change programme",
      kind: "perpetrator programme",
      what: "Weekly sessions for people who use abuse",
      ...parts.programme,
    },
    cohort: {
      unit: "person",
      role: "perpetrator",
      arms: {
        from: "people.arm",
        treated: ["programme"],
        comparison: ["comparison"],
        labels: { treated: "people referred to the programme", comparison: "people not referred" },
      },
      indexDate: "people.index_date",
      analysisSet: "referred",
      baseline: [
        baseline("prior_da_12m", "domestic-abuse crimes in the 12 months before", "count", "before-12m"),
        baseline("prior_da_24m", "domestic-abuse crimes in the 24 months before", "count", "before-24m"),
        baseline("days_since_last_da", "days since the last domestic-abuse crime", "days-since-last", "before-24m"),
      ],
      ...parts.cohort,
    },
    outcomes: parts.outcomes ?? [recordedWithin12Months],
    comparisons: [
      {
        id: "headline",
        label: "People referred against people not referred",
        headline: true,
        assignment: "selected",
        comparator: "concurrent-untreated",
        method: "none",
        covariates: [...localCovariates],
        baselineOutcome: "prior_da_12m",
        ...parts.comparison,
      },
    ],
    evidence: present({ ...localFacts, ...parts.evidence }),
    disclosure: { profile: parts.profile ?? "none" },
    report: { audience: "commissioner", status: "draft" },
  };
}

export function baseline(id: string, label: string, measure: string, window: string): Plan {
  return { id, label, events: "domestic", measure, window };
}

export const recordedWithin12Months: Plan = {
  id: "da-recorded-12m",
  label: "recorded domestic-abuse reoffending within 12 months",
  unit: "person",
  basis: "recorded-crime",
  reporter: "police",
  definition: "recorded",
  kind: "binary",
  window: "recorded-12m",
  from: "events",
  events: "domestic",
  direction: "lower",
  primary: true,
  smallestEffect: 0.05,
  measure: "riskDifference",
};

/** An outcome that arrives worked out, in the outcomes table. */
export function workedOut(id: string, label: string, more: Plan = {}): Plan {
  return {
    id,
    label,
    unit: "person",
    basis: "recorded-crime",
    reporter: "police",
    definition: "recorded-within-12-months",
    kind: "binary",
    from: "outcomes",
    outcome: id,
    direction: "lower",
    ...more,
  };
}

/** Nearest neighbours on the propensity score, the usual choice. */
export const nearestMatching: Plan = {
  method: "nearest",
  estimand: "att",
  score: "logit",
  distance: "linear",
  caliper: 0.2,
  ratio: 1,
  replace: false,
  order: "largest",
};

export function same(why: string): Plan {
  return { value: "same", why };
}

/** The roles of the covariates a local service has. */
export const localRoles = {
  age: ["age"],
  sex: ["sex"],
  priorCount: ["prior_da_12m", "prior_da_24m"],
  priorRecency: ["days_since_last_da"],
  calendarPeriod: ["quarter"],
  ethnicity: ["ethnicity"],
  priorDomesticAbuse: ["prior_da_12m", "prior_da_24m"],
  currentRisk: ["risk_level"],
};

const localFacts = {
  attrition: {
    treated: 0,
    comparison: 0,
    why: "Everyone in either group was searched for in the police extract and found.",
  },
  crossover: { treated: 0, comparison: 0, why: "The service's list of clients was held against both groups." },
  outcomeSource: same("One extract from one police force serves both groups."),
  followUp: same("Both groups are followed for 12 months from the index date."),
  indexDateRule: same("Follow-up starts on the day of the panel's decision in both groups."),
  covariateTiming: { value: "before-index", why: "Everything used was on record by the day of the decision." },
  periodControls: { value: true, why: "Both groups come from the same panels in the same quarters." },
  comparatorChoice: { value: "justified", why: "People discussed by the same panels who met the same criteria." },
  baselineOutcomes: [
    {
      covariate: "prior_da_12m",
      outcomes: ["da-recorded-12m"],
      why: "The same crimes from the same extract, in the 12 months up to the decision.",
    },
  ],
  covariateRoles: localRoles,
  notApplicable: {
    indexOffence: "Follow-up starts from a decision, not from an offence.",
    sentence: "Follow-up starts from a decision, not from a sentence.",
  },
  plan: { value: "none", why: "The analysis was written down but not registered." },
};

function present(facts: Readonly<Record<string, unknown>>): Plan {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
