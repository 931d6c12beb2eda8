import { type StudyPlan, validatePlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { samplePlan } from "./sample-plan.ts";

/** The sample plan with a weight table, an outcome and a covariate of harm, and a score; then changed. */
function problemsOf(change: (plan: StudyPlan) => void): string[] {
  const plan = structuredClone(samplePlan()) as StudyPlan;
  plan.data.tables.events!.columns.code = "HO code";
  plan.data.weights = [
    { id: "days", scheme: "cchi", file: "weights.csv", edition: "2026", columns: { code: "Code", weight: "Days" } },
  ];
  plan.cohort.baseline = [
    ...(plan.cohort.baseline ?? []),
    { id: "prior_harm", events: "all", measure: "harm", window: "before-12m", weights: "days" },
  ];
  plan.outcomes.push({
    id: "harm-12m",
    label: "harm within 12 months",
    basis: "recorded-crime",
    reporter: "police",
    definition: "recorded",
    kind: "continuous",
    window: "recorded-12m",
    direction: "lower",
    harm: { weights: "days", summary: "sum" },
  });
  plan.cohort.scores = [
    {
      id: "rfgv",
      rfgv: {
        asOf: ["2023-01-01", "2024-01-01"],
        events: "all",
        weights: { recency: 1, frequency: 1, gravity: 1, victims: 1 },
        recency: { halfLifeDays: 90, points: 10 },
        frequency: { cap: 10 },
        gravity: { table: "days", summary: "sum" },
        victims: { bands: [{ from: 1, points: 1 }] },
      },
    },
  ];
  change(plan);
  const checked = validatePlan(plan);
  return "problems" in checked ? checked.problems.map(({ path, message }) => `${path}: ${message}`) : [];
}

describe("a plan that weighs harm", () => {
  it("is in order when everything that weighs names a table", () => {
    expect(problemsOf(() => {})).toEqual([]);
  });

  it.each<[string, (plan: StudyPlan) => void, string]>([
    [
      "a covariate of harm without weights",
      (plan) => delete plan.cohort.baseline!.at(-1)!.weights,
      "weights: expected the id of a table in data.weights, found nothing",
    ],
    [
      "weights beside a count",
      (plan) => (plan.cohort.baseline!.at(-1)!.measure = "count"),
      "weights: expected no weights, as this is no harm of events, found some",
    ],
    [
      "an outcome by an unknown table",
      (plan) => (plan.outcomes.at(-1)!.harm!.weights = "day"),
      'harm: expected a table of data.weights, found "day"; did you mean "days"?',
    ],
    [
      "a unit that is not the scheme's",
      (plan) => (plan.data.weights![0]!.unit = "points"),
      'data.weights[0].unit: expected days, the unit of cchi, found "points"',
    ],
    [
      "own weights without a unit",
      (plan) => (plan.data.weights![0]!.scheme = "own"),
      "data.weights[0].unit: expected a unit, as the scheme is own, found nothing",
    ],
    [
      "weights by words, events by code",
      (plan) => (plan.data.weights![0]!.columns = { text: "Offence", weight: "Days" }),
      "data.weights[0].columns: expected offence codes or words here",
    ],
    [
      "a synonym for nothing",
      (plan) => (plan.data.weights![0]!.synonyms = [{ text: "ABH" }]),
      "data.weights[0].synonyms[0]: expected a code or a title, found neither",
    ],
    [
      "classes that do not rise",
      (plan) =>
        (plan.data.weights![0]!.severityClasses = [
          { id: "a", label: "A", from: 10 },
          { id: "b", label: "B", from: 10 },
        ]),
      "data.weights[0].severityClasses[1].from: expected more than 10",
    ],
    [
      "recency by nothing",
      (plan) => (plan.cohort.scores![0]!.rfgv!.recency = {}),
      "cohort.scores[0].rfgv.recency: expected a half-life or bands, found both or neither",
    ],
    [
      "recency that rises with time",
      (plan) =>
        (plan.cohort.scores![0]!.rfgv!.recency = {
          bands: [
            { withinDays: 30, points: 1 },
            { withinDays: 90, points: 2 },
          ],
        }),
      "cohort.scores[0].rfgv.recency.bands[1].points: expected at most 1, so that no event lowers the score, found 2",
    ],
    [
      "as-of days that do not rise",
      (plan) => plan.cohort.scores![0]!.rfgv!.asOf.reverse(),
      "cohort.scores[0].rfgv.asOf[1]: expected a day after 2024-01-01, found 2023-01-01",
    ],
  ])("does not hold with %s", (_, change, expected) => {
    const problems = problemsOf(change);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });
});
