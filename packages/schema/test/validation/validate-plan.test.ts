import { type PlanProblem, type StudyPlan, validateFacts, validatePlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { samplePlan } from "./sample-plan.ts";

function problemsOf(data: unknown): PlanProblem[] {
  const result = validatePlan(data);
  return "problems" in result ? result.problems : [];
}

/** Problems after one change to the sample plan, as "path: message". */
function spoilt(change: (plan: StudyPlan) => void): string[] {
  const plan = samplePlan();
  change(plan);
  return problemsOf(plan).map(({ path, message }) => `${path}: ${message}`);
}

const set = (target: unknown, key: string | number, value: unknown) => {
  (target as Record<string | number, unknown>)[key] = value;
};

describe("a good plan", () => {
  it("comes back as it is", () => {
    const plan = samplePlan();
    expect(validatePlan(plan)).toEqual({ plan: samplePlan() });
  });

  it("is not changed by being checked", () => {
    const plan = Object.freeze(samplePlan());
    validatePlan(plan);
    expect(plan).toEqual(samplePlan());
  });
});

describe("what is not a plan", () => {
  it.each([[null], [undefined], [[]], ["study.yaml"], [3], [{}], [{ version: 2 }]])(
    "%j is answered, not thrown",
    (data) => {
      expect(problemsOf(data).length).toBeGreaterThan(0);
    },
  );

  it("says everything that is missing at once", () => {
    expect(problemsOf({ version: 1 }).map(({ path }) => path)).toEqual([
      "title",
      "data",
      "cohort",
      "outcomes",
      "comparisons",
    ]);
  });
});

describe("the shape of a plan", () => {
  const shapes: [string, (plan: StudyPlan) => void, string[]][] = [
    [
      "a misspelt key is one problem with what it may have meant",
      (plan) => {
        set(plan.outcomes[0], "directon", "lower");
        Reflect.deleteProperty(plan.outcomes[0], "direction");
      },
      ['outcomes[0].directon: expected a key that is known here, found "directon"; did you mean "direction"?'],
    ],
    [
      "an unlike key gets the keys there are",
      (plan) => set(plan, "zzz", 1),
      [
        'zzz: expected one of the keys seed, question, programme, measures, economics, disclosure, report, rates, found "zzz"',
      ],
    ],
    [
      "a misspelt word",
      (plan) => set(plan.outcomes[0], "direction", "lowr"),
      ['outcomes[0].direction: expected one of lower, higher, found "lowr"; did you mean "lower"?'],
    ],
    [
      "a word in the wrong case",
      (plan) => set(plan.outcomes[0], "kind", "Binary"),
      [
        'outcomes[0].kind: expected one of binary, count, continuous, time-to-event, found "Binary"; did you mean "binary"?',
      ],
    ],
    [
      "a number where text is due, as YAML reads an unquoted 1",
      (plan) => set(plan.cohort.arms, "treated", [1]),
      ["cohort.arms.treated[0]: expected text, found 1; put it in quotes"],
    ],
    [
      "an empty list",
      (plan) => set(plan.cohort.arms, "treated", []),
      ["cohort.arms.treated: expected a list of at least 1, found an empty list"],
    ],
    [
      "text where a list is due",
      (plan) => set(plan.comparisons[0], "covariates", "age"),
      ['comparisons[0].covariates: expected a list, found "age"'],
    ],
    [
      "a size below its bound",
      (plan) => set(plan.comparisons[0], "caliper", 0),
      ["comparisons[0].caliper: expected a number above 0, found 0"],
    ],
    [
      "a share above 1",
      (plan) => set(plan.outcomes[0], "level", 95),
      ["outcomes[0].level: expected a number above 0.5 and below 1, found 95"],
    ],
    ["part of a whole number", (plan) => set(plan, "seed", 1.5), ["seed: expected a whole number, found 1.5"]],
    [
      "a date that does not exist",
      (plan) => set(plan.data, "asAt", "2024-02-30"),
      ['data.asAt: expected a date that exists, as yyyy-mm-dd, found "2024-02-30"'],
    ],
    [
      "an id with a space",
      (plan) => set(plan, "id", "My study"),
      ['id: expected an id of lower-case letters, digits and hyphens, found "My study"'],
    ],
    ["an empty title", (plan) => set(plan, "title", ""), ["title: expected text that is not empty, found empty text"]],
    ["a key left blank", (plan) => set(plan, "cohort", null), ["cohort: expected keys and values, found nothing"]],
    [
      "a mistake inside one of two forms is told for the form meant",
      (plan) => set(plan.data.tables.people!.columns, "age", { colum: "Age" }),
      [
        'data.tables.people.columns.age.colum: expected a key that is known here, found "colum"; did you mean "column"?',
      ],
    ],
    [
      "neither of two forms",
      (plan) => set(plan.data.tables.people!.columns, "age", 7),
      ["data.tables.people.columns.age: expected text or keys and values, found 7"],
    ],
    [
      "an odd key is quoted in the path",
      (plan) => set(plan.data.tables.people!.columns, "my age", 7),
      ['data.tables.people.columns["my age"]: expected text or keys and values, found 7'],
    ],
  ];

  it.each(shapes)("%s", (_, change, expected) => expect(spoilt(change)).toEqual(expected));
});

describe("the parts of a plan agree", () => {
  const disagreements: [string, (plan: StudyPlan) => void, string[]][] = [
    [
      "no people",
      (plan) => Reflect.deleteProperty(plan.data.tables, "people"),
      ["data.tables: expected a table people, found none: every study is about people"],
    ],
    [
      "a table with another name",
      (plan) => set(plan.data.tables, "refferals", { files: ["a.csv"], columns: {} }),
      ['data.tables.refferals: expected a table of data-schemas, found "refferals"; did you mean "referrals"?'],
    ],
    [
      "a field with another name is one problem, though it is required",
      (plan) =>
        set(plan.data.tables.events, "columns", { person: "Ref", event_dat: "D", domestic: "DA", proven_date: "P" }),
      [
        'data.tables.events.columns.event_dat: expected a field of events, found "event_dat"; did you mean "event_date"?',
      ],
    ],
    [
      "a covariate among the fields of people",
      (plan) => set(plan.data.tables.people!.columns, "zodiac", "Sign"),
      [
        'data.tables.people.columns.zodiac: expected a field of people (person, role, arm, birth_year, age, sex, ethnicity, disability, religion, sexual_orientation, gender_reassignment, marital_status, pregnancy, language, area, risk_level, risk_tool, index_date, cluster), found "zodiac"; map other covariates under covariates',
      ],
    ],
    [
      "a required field that is not mapped",
      (plan) => Reflect.deleteProperty(plan.data.tables.selections!.columns, "decision_date"),
      [
        "data.tables.selections.columns.decision_date: expected a column (Day of the decision), found nothing",
        'cohort.indexDate: expected table.field with a field mapped for selections (person, panel_decision), found "decision_date"',
      ],
    ],
    [
      "a constant that is not a code of its field",
      (plan) => set(plan.data.tables.people, "constants", { role: "perpetrater" }),
      ["data.tables.people.constants.role: expected a field that is not mapped to a column too, found it in both"],
    ],
    [
      "no person id beside people that have one",
      (plan) => Reflect.deleteProperty(plan.data.tables.outcomes!.columns, "person"),
      [
        "data.tables.outcomes.columns.person: expected a column of person ids, found nothing; row numbers serve as ids only where people has none either and the files are the same",
      ],
    ],
    [
      "a key that is not mapped",
      (plan) => set(plan.data.tables.events, "key", ["event"]),
      [
        'data.tables.events.key[0]: expected a field this table maps (person, event_date, domestic, victim, proven_date), found "event"',
      ],
    ],
    [
      "covariates of another table",
      (plan) => set(plan.data.tables.events, "covariates", { hour: "Hour" }),
      ["data.tables.events.covariates: expected covariates under people only, found them under events"],
    ],
    [
      "a covariate with the name of a structural field, and one mapped twice",
      (plan) => set(plan.data.tables.people, "covariates", { arm: "Arm", age: "Age", index_quarter: "Q" }),
      [
        'data.tables.people.covariates.arm: expected a name other than person, role, arm, index_date, birth_year, cluster, line, unit, id, indexDate, found "arm"',
        'data.tables.people.covariates.age: expected a name that is not mapped already, found "age"',
      ],
    ],
    [
      "coverage that ends before it begins",
      (plan) => set(plan.data.tables.events, "coverage", { from: "2024-01-01", to: "2023-12-31" }),
      ["data.tables.events.coverage.to: expected a day on or after 2024-01-01, found 2023-12-31"],
    ],
    [
      "arms from a field nobody maps",
      (plan) => set(plan.cohort.arms, "from", "selections.panel_decison"),
      [
        'cohort.arms.from: expected table.field with a field mapped for selections, found "panel_decison"; did you mean "panel_decision"?',
      ],
    ],
    [
      "arms from a table the plan does not bring",
      (plan) => set(plan.cohort.arms, "from", "allocations.arm"),
      [
        'cohort.arms.from: expected table.field with a table the plan brings (people, events, selections, outcomes), found "allocations"',
      ],
    ],
    [
      "an arm that is no code of its field",
      (plan) => set(plan.cohort.arms, "comparison", ["not_selected"]),
      [
        'cohort.arms.comparison[0]: expected a value of selections.panel_decision, found "not_selected"; did you mean "not-selected"?',
      ],
    ],
    [
      "one value in both arms",
      (plan) => set(plan.cohort.arms, "comparison", ["selected"]),
      ['cohort.arms.comparison: expected values that are not treated ones, found "selected" in both'],
    ],
    [
      "an index date that is not a date",
      (plan) => set(plan.cohort, "indexDate", "people.age"),
      ["cohort.indexDate: expected a field that is a date, found people.age, a number"],
    ],
    [
      "a rule without a condition, of a covariate that does not exist",
      (plan) => set(plan.cohort, "eligibility", [{ field: "priors", reason: "why" }]),
      [
        'cohort.eligibility[0].field: expected table.field or a covariate, found "priors"; did you mean "prior"?',
        "cohort.eligibility[0]: expected a condition (in, min or max), found none",
      ],
    ],
    [
      "a rule on a table whose rows have no date",
      (plan) => set(plan.cohort, "eligibility", [{ field: "outcomes.value", in: ["1"], reason: "why" }]),
      [
        "cohort.eligibility[0].field: expected a table whose rows are dated, found outcomes.value: rows of outcomes have no date",
      ],
    ],
    [
      "a rule on rows of a table before an index date that there is none of",
      (plan) => {
        plan.cohort.indexDate = null;
        plan.cohort.eligibility = [{ field: "events.victim", in: ["v"], reason: "why" }];
      },
      [
        "cohort.eligibility[0].field: expected cohort.indexDate, by which rows of events count as known before, found none",
      ],
    ],
    [
      "a funnel of a table nobody is referred by",
      (plan) => set(plan.cohort.funnel, "from", "sessions"),
      ['cohort.funnel.from: expected one of referrals, treated, comparison, found "sessions"'],
    ],
    [
      "a unit that cannot be followed",
      (plan) => set(plan.cohort, "unit", "dyad"),
      ['cohort.unit: expected person, the only unit that can be followed so far, found "dyad"'],
    ],
    [
      "a covariate the cohort does not make: the year of birth, of which it makes the age",
      (plan) => {
        plan.data.tables.people!.columns.birth_year = "Born";
        plan.comparisons[0]!.covariates = ["birth_year"];
      },
      [
        'comparisons[0].covariates[0]: expected a covariate of people or of cohort.baseline (age, sex, area, index_quarter, prior), found "birth_year"',
      ],
    ],
    [
      "an age nothing gives: neither mapped nor born",
      (plan) => {
        Reflect.deleteProperty(plan.data.tables.people!.columns, "age");
        plan.cohort.eligibility = [];
        plan.evidence = {};
        plan.comparisons[0]!.covariates = ["age"];
      },
      [
        'comparisons[0].covariates[0]: expected a covariate of people or of cohort.baseline (sex, area, index_quarter, prior), found "age"',
      ],
    ],
    [
      "a baseline item called like a covariate that is worked out",
      (plan) => {
        Reflect.deleteProperty(plan.data.tables.people!, "covariates");
        plan.cohort.baseline!.push({ ...plan.cohort.baseline![0]!, id: "index_quarter" });
      },
      [
        'cohort.baseline[1].id: expected an id that is not a field of people or worked out from one, found "index_quarter"',
      ],
    ],
    [
      "a rule nobody can meet",
      (plan) => set(plan.cohort, "eligibility", [{ field: "people.age", min: 60, max: 18, reason: "why" }]),
      ["cohort.eligibility[0].max: expected a number of min (60) or more, found 18"],
    ],
    [
      "a stage twice",
      (plan) => plan.cohort.funnel!.steps!.push({ stage: "started", label: "Begun" }),
      ['cohort.funnel.steps[1].stage: expected each stage once, found "started" again'],
    ],
    [
      "a baseline that looks past the index date",
      (plan) => set(plan.cohort.baseline![0], "window", "recorded-12m"),
      ['cohort.baseline[0].window: expected a window before the index date such as before-24m, found "recorded-12m"'],
    ],
    [
      "an outcome that looks before it",
      (plan) => set(plan.outcomes[0], "window", "block-1"),
      ['outcomes[0].window: expected a window after the index date such as recorded-12m, found "block-1"'],
    ],
    [
      "a window that is none",
      (plan) => set(plan.outcomes[0], "window", "12 months"),
      [
        'outcomes[0].window: expected a window id (recorded-<m>m, moj-proven-<m>m, moj-<days>-<proof days>, before-<m>m, block+<k>, block-<k>), found "12 months"',
      ],
    ],
    [
      "an outcome from events without a window",
      (plan) => Reflect.deleteProperty(plan.outcomes[0], "window"),
      ["outcomes[0].window: expected a window id, as the outcome comes from events, found nothing"],
    ],
    [
      "a score from events",
      (plan) => set(plan.outcomes[1], "kind", "continuous"),
      ["outcomes[1].kind: expected binary, count or time-to-event from events, or harm beside it, found continuous"],
    ],
    [
      "an outcome from a table that is not one of outcomes",
      (plan) => set(plan.outcomes[2], "from", "sessions"),
      ['outcomes[2].from: expected events, outcomes or measures (events, outcomes, measures), found "sessions"'],
    ],
    [
      "an outcome from a table the plan does not bring",
      (plan) => Reflect.deleteProperty(plan.data.tables, "outcomes"),
      ["outcomes[2].from: expected a table the plan brings, found no table outcomes in data.tables"],
    ],
    [
      "domestic events that nothing tells",
      (plan) => Reflect.deleteProperty(plan.data.tables.events!.columns, "domestic"),
      [
        "cohort.baseline[0].events: expected data.tables.events to map domestic, which tells these events, found it unmapped",
        "outcomes[0].events: expected data.tables.events to map domestic, which tells these events, found it unmapped",
      ],
    ],
    [
      "a proven outcome without time for the proof",
      (plan) => set(plan.outcomes[1], "window", "recorded-12m"),
      [
        'outcomes[1].window: expected a window with time for the proof such as moj-proven-12m, as the basis is proven, found "recorded-12m"',
      ],
    ],
    [
      "a proven outcome by a recorded definition",
      (plan) => set(plan.outcomes[1], "definition", "recorded"),
      ['outcomes[1].definition: expected "proven", as the basis is proven, found "recorded"'],
    ],
    [
      "a proven outcome without days of proof",
      (plan) => Reflect.deleteProperty(plan.data.tables.events!.columns, "proven_date"),
      ["outcomes[1].basis: expected data.tables.events to map proven_date, found it unmapped"],
    ],
    [
      "a charged outcome without disposals",
      (plan) => set(plan.outcomes[0], "basis", "charged"),
      ["outcomes[0].basis: expected data.tables.events to map disposal, found it unmapped"],
    ],
    [
      "a measure for another kind of outcome",
      (plan) => set(plan.outcomes[2], "measure", "riskDifference"),
      [
        "outcomes[2].measure: expected one of meanDifference, differenceInDifferences, levelChange, slopeChange for a continuous outcome, found riskDifference",
      ],
    ],
    [
      "an outcome twice",
      (plan) => set(plan.outcomes[1], "id", "score"),
      [
        'outcomes[2].id: expected an id of its own, found "score" a second time',
        'comparisons[1].outcomes[0]: expected the id of an outcome (da-recorded-12m, score, score), found "proven"',
      ],
    ],
    [
      "no headline",
      (plan) => set(plan.comparisons[0], "headline", false),
      ["comparisons: expected exactly one with headline: true, found 0"],
    ],
    [
      "two headlines",
      (plan) => set(plan.comparisons[1], "headline", true),
      ["comparisons: expected exactly one with headline: true, found 2"],
    ],
    [
      "an outcome that does not exist",
      (plan) => set(plan.comparisons[1], "outcomes", ["da-recorded-12"]),
      [
        'comparisons[1].outcomes[0]: expected the id of an outcome, found "da-recorded-12"; did you mean "da-recorded-12m"?',
      ],
    ],
    [
      "covariates that do not exist",
      (plan) =>
        Object.assign(plan.comparisons[0], {
          covariates: ["agee"],
          exact: ["sexx"],
          subgroups: ["x"],
          baselineOutcome: "arm",
        }),
      [
        'comparisons[0].covariates[0]: expected a covariate of people or of cohort.baseline, found "agee"; did you mean "age"?',
        'comparisons[0].exact[0]: expected a covariate of people or of cohort.baseline, found "sexx"; did you mean "sex"?',
        'comparisons[0].subgroups[0]: expected a covariate of people or of cohort.baseline (age, sex, area, index_quarter, prior), found "x"',
        'comparisons[0].baselineOutcome: expected a covariate of people or of cohort.baseline (age, sex, area, index_quarter, prior), found "arm"',
      ],
    ],
    [
      "two primary outcomes in one comparison",
      (plan) => set(plan.outcomes[2], "primary", true),
      ["comparisons[0].outcomes: expected at most one primary outcome in one comparison, found da-recorded-12m, score"],
    ],
    [
      "a caliper without a method",
      (plan) => set(plan.comparisons[1], "caliper", 0.2),
      ["comparisons[1].caliper: expected a method that uses caliper, found method none"],
    ],
    [
      "a method without covariates",
      (plan) => set(plan.comparisons[0], "covariates", []),
      ["comparisons[0].covariates: expected at least one covariate to compare like with like by nearest, found none"],
    ],
    [
      "a role played by nothing that exists",
      (plan) => set(plan.evidence!.covariateRoles, "age", ["aged"]),
      [
        'evidence.covariateRoles.age[0]: expected a covariate of people or of cohort.baseline, found "aged"; did you mean "age"?',
      ],
    ],
    [
      "an outcome before entry that is none of the plan's",
      (plan) =>
        set(plan.evidence!, "baselineOutcomes", [
          { covariate: "prior", outcomes: ["da-recorded-12"], why: "the same" },
        ]),
      [
        'evidence.baselineOutcomes[0].outcomes[0]: expected an outcome of the plan, found "da-recorded-12"; did you mean "da-recorded-12m"?',
      ],
    ],
    [
      "a role that applies and does not",
      (plan) => set(plan.evidence!.notApplicable, "age", "why"),
      ["evidence.notApplicable.age: expected a role that no covariate plays, found one in covariateRoles"],
    ],
    [
      "a role there is not",
      (plan) => set(plan.evidence, "notApplicable", { sentance: "why" }),
      ['evidence.notApplicable.sentance: expected the role of a covariate, found "sentance"; did you mean "sentence"?'],
    ],
  ];

  it.each(disagreements)("%s", (_, change, expected) => {
    expect(spoilt(change)).toEqual(expected);
  });

  it("row numbers serve as ids where people and outcomes are the same file", () => {
    const plan = samplePlan();
    for (const table of Object.values(plan.data.tables)) {
      table.files = ["data/one.csv"];
      Reflect.deleteProperty(table.columns, "person");
    }
    Reflect.deleteProperty(plan.data.tables.people!, "key");
    expect(problemsOf(plan)).toEqual([]);
  });

  it("one comparison alone is the headline without saying so", () => {
    const plan = samplePlan();
    plan.comparisons = [{ id: "only", assignment: "random", comparator: "randomised-control" }];
    expect(problemsOf(plan)).toEqual([]);
  });

  it("a covariate may bear the name of a field of people that is not mapped", () => {
    const plan = samplePlan();
    plan.data.tables.people!.covariates = { index_quarter: "Quarter", ethnicity: "Eth" };
    expect(problemsOf(plan)).toEqual([]);
  });
});

describe("facts in a file of their own", () => {
  it("are checked as the evidence of a plan is", () => {
    expect(validateFacts({ followUp: { value: "same", why: "One extract" } })).toEqual({
      facts: { followUp: { value: "same", why: "One extract" } },
    });
    expect(validateFacts({ attrition: { treated: 2, comparison: 0, why: "" } })).toEqual({
      problems: [{ path: "attrition.treated", message: "expected a number from 0 to 1, found 2" }],
    });
  });
});
