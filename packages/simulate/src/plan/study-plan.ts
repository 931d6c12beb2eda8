import type { ComparisonPlan, Facts, Outcome, StudyPlan } from "@likewise/schema";
import type { ProgrammeParameters } from "../model/programme-parameters.ts";
import type { SimulatedPerson } from "../model/simulated-person.ts";
import { cleanSources } from "./table-sources.ts";

/** The plan of a study of the programme, on its clean extracts. */
export function studyPlan(people: readonly SimulatedPerson[], parameters: ProgrammeParameters): StudyPlan {
  return {
    version: 1,
    title: "High-risk case management (synthetic): did domestic abuse fall, and because of it?",
    id: "synthetic-case-management",
    synthetic: true,
    ...(Number.isInteger(parameters.seed) ? { seed: parameters.seed as number } : {}),
    question:
      "Among people selected by the multi-agency panel and referred to the service, is recorded domestic-abuse crime in the next 12 months lower than among similar people who were not given a place?",
    programme: {
      name: "Synthetic high-risk case management",
      kind: "perpetrator case management",
      why: "People who pose a high risk to partners and family are known to many services and held by none.",
      what: "Up to 26 weekly sessions with a case manager, disruption through partners, and support offered to every linked victim-survivor.",
      who: "People over 18 with a recorded domestic-abuse crime in the last 24 months, chosen by a panel every four weeks.",
      provider: "A synthetic provider",
      how: "One-to-one",
      where: "Four synthetic areas: Eastfield, Northside, Riverside and Westmoor",
      when: "Panels from January 2020 to December 2022",
      theory: [
        "Somebody holds the case and acts on new risk within days.",
        "Victim-survivors are supported at the same time, whatever the person does.",
        "Practical needs that feed the abuse are met, and attitudes are challenged.",
        "Abuse becomes rarer, and people at risk are safer.",
      ],
      funders: ["Central government", "Police and Crime Commissioner", "Council"],
    },
    data: {
      asAt: parameters.extractDate,
      tables: cleanSources,
      sourceNote: "Every record is synthetic. No person, service or area in it exists.",
    },
    cohort: {
      unit: "person",
      role: "perpetrator",
      arms: {
        from: "selections.panel_decision",
        treated: ["selected"],
        comparison: ["not-selected", "capacity-refused"],
        labels: { treated: "people referred to the programme", comparison: "eligible people without a place" },
      },
      indexDate: "selections.decision_date",
      eligibility: [{ field: "people.age", min: 18, reason: "under 18 at the decision" }],
      analysisSet: "referred",
      funnel: {
        from: "referrals",
        steps: [
          { stage: "referred", label: "Referred" },
          { stage: "assessed", label: "Assessed" },
          { stage: "offered", label: "Found suitable and offered a place" },
          { stage: "accepted", label: "Accepted" },
          { stage: "started", label: "Started (attended a first session)" },
          { stage: "engaged", label: "Engaged (attended four sessions)" },
          { stage: "completed", label: "Completed (three quarters of the sessions and a planned end)" },
          { stage: "followed-up", label: "Followed up" },
        ],
      },
      baseline: [
        {
          id: "prior_da_12m",
          label: "domestic-abuse crimes in the 12 months before",
          events: "domestic",
          measure: "count",
          window: "before-12m",
        },
        {
          id: "prior_da_24m",
          label: "domestic-abuse crimes in the 24 months before",
          events: "domestic",
          measure: "count",
          window: "before-24m",
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
      ],
      waiting: [{ from: "referred", to: "started", withinDays: [28, 56, 84, 112] }],
      blocks: {
        anchors: ["index", "started"],
        before: 2,
        after: 3,
        scores: ["count", "prevalence"],
        horizons: [6, 12],
        // Of everybody put to the panels; the panel ranks them, so no number of events selects by itself.
        basePrevalence: [0.2, 0.3],
      },
      runChart: { exits: ["exit"] },
    },
    outcomes,
    comparisons,
    evidence: facts(people),
    disclosure: { profile: "default" },
    report: { audience: "commissioner", status: "draft" },
  };
}

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

/** The estimator is left to each comparison: matched where people are matched, adjusted where they are as they are. */
const outcomes: [Outcome, ...Outcome[]] = [
  {
    ...recorded,
    id: "da-recorded-12m",
    label: "recorded domestic-abuse reoffending within 12 months",
    kind: "binary",
    events: "domestic",
    primary: true,
    smallestEffect: 0.05,
    measure: "riskDifference",
  },
  {
    ...recorded,
    id: "da-count-12m",
    label: "recorded domestic-abuse crimes per person within 12 months",
    kind: "count",
    events: "domestic",
    smallestEffect: 0.15,
    measure: "meanDifference",
  },
  {
    ...recorded,
    id: "da-proven-12m",
    label: "proven domestic-abuse reoffending within 12 months",
    basis: "proven",
    reporter: "court",
    definition: "proven",
    window: "moj-proven-12m",
    kind: "binary",
    events: "domestic",
    smallestEffect: 0.05,
    measure: "riskDifference",
  },
  {
    ...recorded,
    id: "any-recorded-12m",
    label: "recorded reoffending of any kind within 12 months",
    kind: "binary",
    events: "all",
    smallestEffect: 0.05,
    measure: "riskDifference",
  },
];

const comparisons: [ComparisonPlan, ...ComparisonPlan[]] = [
  {
    id: "headline",
    label: "Everyone referred against matched people without a place",
    headline: true,
    assignment: "selected",
    comparator: "concurrent-untreated",
    outcomes: outcomes.map((outcome) => outcome.id),
    method: "nearest",
    estimand: "att",
    score: "logit",
    distance: "probability",
    caliper: 0.2,
    ratio: 1,
    replace: false,
    order: "largest",
    covariates: [
      "age",
      "sex",
      "ethnicity",
      "area",
      "risk_level",
      "panel_quarter",
      "prior_da_12m",
      "prior_da_24m",
      "prior_all_24m",
      "days_since_last_da",
    ],
    baselineOutcome: "prior_da_12m",
    level: 0.95,
  },
  {
    id: "as-they-are",
    label: "Everyone referred against everyone without a place, as they are",
    assignment: "selected",
    comparator: "concurrent-untreated",
    outcomes: ["da-recorded-12m"],
    method: "none",
    covariates: ["age", "sex", "risk_level", "panel_quarter", "prior_da_12m", "prior_da_24m", "days_since_last_da"],
    baselineOutcome: "prior_da_12m",
    level: 0.95,
  },
];

/** What no data show but the simulation makes true. */
function facts(people: readonly SimulatedPerson[]): Facts {
  const same = "The records of both arms come from one police extract made in one go.";
  return {
    attrition: {
      treated: shareUnobserved(people, true),
      comparison: shareUnobserved(people, false),
      why: "Share of each arm not searched for, or searched for and not found, in the police source.",
    },
    crossover: {
      treated: 0,
      comparison: 0,
      why: "Everyone selected was referred, and nobody without a place used the service; those who never started stay in.",
    },
    outcomeSource: { value: "same", why: same },
    followUp: {
      value: "same",
      why: "Records were asked for from 24 months before to 24 months after the decision for everyone.",
    },
    indexDateRule: { value: "same", why: "Follow-up starts on the day of the panel's decision in both arms." },
    covariateTiming: {
      value: "before-index",
      why: "Covariates are read from the panel's papers and from events up to the day of the decision.",
    },
    periodControls: { value: true, why: "Both arms come from the same panels, and the quarter is a covariate." },
    comparatorChoice: {
      value: "justified",
      why: "Places were fewer than eligible people, and the panel ranked them by the recorded score and a judgement that, in this simulation, knows nothing else of the person.",
    },
    baselineOutcomes: [
      {
        covariate: "prior_da_12m",
        outcomes: ["da-recorded-12m", "da-count-12m", "da-proven-12m"],
        why: "Domestic-abuse crimes of the same police extract, over the 12 months up to the decision instead of after it; proven crimes are those of them that ended in a conviction or caution.",
      },
      {
        covariate: "prior_all_24m",
        outcomes: ["any-recorded-12m"],
        why: "Crimes of any kind of the same police extract, over the 24 months up to the decision.",
      },
    ],
    covariateRoles: {
      age: ["age"],
      sex: ["sex"],
      priorCount: ["prior_da_12m", "prior_da_24m", "prior_all_24m"],
      priorRecency: ["days_since_last_da"],
      calendarPeriod: ["panel_quarter"],
      ethnicity: ["ethnicity"],
      region: ["area"],
      priorDomesticAbuse: ["prior_da_12m", "prior_da_24m"],
      currentRisk: ["risk_level"],
    },
    notApplicable: {
      indexOffence: "Follow-up starts from a panel's decision, not from an offence.",
      sentence: "Follow-up starts from a panel's decision, not from a sentence.",
    },
    plan: { value: "none", why: "The plan came with the simulation and was not registered." },
  };
}

function shareUnobserved(people: readonly SimulatedPerson[], selected: boolean): number {
  const arm = people.filter((person) => person.eligible && (person.pathway !== null) === selected);
  return arm.filter((person) => person.search !== "found").length / arm.length;
}
