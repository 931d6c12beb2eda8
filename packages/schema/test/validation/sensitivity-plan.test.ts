import { type ComparisonPlan, validatePlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { samplePlan } from "./sample-plan.ts";

/** Problems of the sample plan with these checks asked of its headline, as "path: message". */
function problemsWith(sensitivity: NonNullable<ComparisonPlan["sensitivity"]>): string[] {
  const plan = samplePlan();
  plan.comparisons[0]!.sensitivity = sensitivity;
  const result = validatePlan(plan);
  return "problems" in result ? result.problems.map(({ path, message }) => `${path}: ${message}`) : [];
}

const all = { sensitivity: [1, 1] as [number, number] };

describe("checks a plan asks of a comparison", () => {
  it("may be all of them", () => {
    expect(
      problemsWith({
        gammas: [1, 2],
        calipers: [0.1],
        sites: "sex",
        negativeControls: ["proven"],
        specifications: [{ id: "few", covariates: ["age"], caliper: null }],
        missingOutcomes: [{ outcome: "proven", range: [0, 1] }],
        recording: [{ outcome: "proven", treated: all, comparison: all }],
      }),
    ).toEqual([]);
  });

  it("name outcomes and covariates there are", () => {
    const problems = problemsWith({
      sites: "sexx",
      negativeControls: ["provenn"],
      specifications: [{ id: "few", covariates: ["agee"] }],
      missingOutcomes: [{ outcome: "provenn" }],
      recording: [{ outcome: "provenn", treated: all, comparison: all }],
    });
    expect(problems.map((problem) => problem.split(": ")[0])).toEqual([
      "comparisons[0].sensitivity.negativeControls[0]",
      "comparisons[0].sensitivity.sites",
      "comparisons[0].sensitivity.specifications[0].covariates[0]",
      "comparisons[0].sensitivity.missingOutcomes[0].outcome",
      "comparisons[0].sensitivity.recording[0].outcome",
    ]);
  });

  it("give ranges from the lesser up, and each specification an id of its own", () => {
    expect(
      problemsWith({
        specifications: [{ id: "few" }, { id: "few" }],
        missingOutcomes: [{ outcome: "proven", range: [1, 0] }],
        recording: [{ outcome: "proven", treated: { sensitivity: [0.9, 0.5] }, comparison: all }],
      }),
    ).toEqual([
      'comparisons[0].sensitivity.specifications[1].id: expected an id of its own, found "few" a second time',
      "comparisons[0].sensitivity.missingOutcomes[0].range: expected the lesser first, found 1 and 0",
      "comparisons[0].sensitivity.recording[0].treated.sensitivity: expected the lesser first, found 0.9 and 0.5",
    ]);
  });
});
