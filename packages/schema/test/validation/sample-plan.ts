import type { StudyPlan } from "@likewise/schema";

/** A plan that uses most of what a plan can say; each test spoils one thing in a fresh copy. */
export function samplePlan(): StudyPlan {
  return structuredClone(plan);
}

const plan: StudyPlan = {
  version: 1,
  title: "A synthetic study",
  id: "sample",
  synthetic: true,
  data: {
    asAt: "2024-06-30",
    tables: {
      people: {
        files: ["data/people.csv"],
        dateFormat: "dd/mm/yyyy",
        columns: { person: "Ref", role: { column: "Role", values: { P: "perpetrator" } }, age: "Age", sex: "Sex" },
        constants: { area: "Eastfield" },
        covariates: { index_quarter: "Quarter" },
        key: ["person"],
      },
      events: {
        files: ["data/events.csv"],
        columns: { person: "Ref", event_date: "Date", domestic: "DA", victim: "Victim", proven_date: "Proven" },
        coverage: { area: "Eastfield", from: "2018-01-01", to: "2024-06-30" },
      },
      selections: {
        files: ["data/panel.csv"],
        columns: { person: "Ref", decision_date: "Panel", panel_decision: "Decision" },
      },
      outcomes: {
        files: ["data/scores.csv"],
        columns: { person: "Ref", value: "Score" },
        constants: { outcome: "score" },
      },
    },
  },
  cohort: {
    unit: "person",
    arms: {
      from: "selections.panel_decision",
      treated: ["selected"],
      comparison: ["not-selected", "capacity-refused"],
    },
    indexDate: "selections.decision_date",
    eligibility: [
      { field: "people.age", min: 18, reason: "under 18" },
      { field: "prior", max: 50, reason: "more events than one person has" },
    ],
    funnel: { from: "treated", steps: [{ stage: "started", label: "Started" }] },
    baseline: [{ id: "prior", events: "domestic", measure: "count", window: "before-24m" }],
  },
  outcomes: [
    {
      id: "da-recorded-12m",
      label: "recorded domestic-abuse crime within 12 months",
      basis: "recorded-crime",
      reporter: "police",
      definition: "recorded",
      kind: "binary",
      window: "recorded-12m",
      events: "domestic",
      direction: "lower",
      primary: true,
      measure: "riskDifference",
    },
    {
      id: "proven",
      label: "proven offending within 12 months",
      basis: "proven",
      reporter: "court",
      definition: "proven",
      kind: "count",
      window: "moj-proven-12m",
      direction: "lower",
    },
    {
      id: "score",
      label: "score at follow-up",
      basis: "self-report",
      reporter: "perpetrator",
      definition: "score",
      kind: "continuous",
      from: "outcomes",
      direction: "higher",
    },
  ],
  comparisons: [
    {
      id: "headline",
      headline: true,
      assignment: "selected",
      comparator: "concurrent-untreated",
      method: "nearest",
      caliper: 0.2,
      covariates: ["age", "sex", "index_quarter", "prior"],
      baselineOutcome: "prior",
      subgroups: ["sex"],
    },
    { id: "crude", assignment: "selected", comparator: "concurrent-untreated", outcomes: ["proven"] },
  ],
  evidence: {
    followUp: { value: "same", why: "One extract for both arms" },
    covariateRoles: { age: ["age"], priorCount: ["prior"] },
    notApplicable: { sentence: "Nobody was sentenced" },
  },
};
