import { type StudyPlan, validatePlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { samplePlan } from "./sample-plan.ts";

const stages: StudyPlan["data"]["tables"][string] = {
  files: ["data/stages.csv"],
  columns: { person: "Ref", stage: "Stage", date: "Date" },
};

function messages(change: (plan: StudyPlan) => void): readonly string[] {
  const plan = samplePlan();
  change(plan);
  const result = validatePlan(plan);
  return "problems" in result ? result.problems.map(({ path, message }) => `${path}: ${message}`) : [];
}

describe("the time of a plan", () => {
  it("may be a run chart, drawn starts and completions of a period", () => {
    const found = messages(({ data, cohort }) => {
      data.tables.stages = stages;
      cohort.runChart = { entry: "started", exits: ["exit"] };
      cohort.pseudoStarts = { stage: "started" };
      cohort.throughput = [{ from: "2024-01-01", to: "2024-03-31", as: "completion-rate" }];
    });
    expect(found).toEqual([]);
  });

  it("needs stages for what lies around them, and times for what is told from a day on", () => {
    const found = messages(({ cohort }) => {
      cohort.landmarks = [{ outcome: "da-recorded-12m", stage: "started", days: 30 }];
      cohort.exposure = [{ outcome: "elsewhere", stage: "started" }];
      cohort.pseudoStarts = { stage: "started" };
    });
    expect(found).toContain("cohort.landmarks: expected a table stages, found none");
    expect(found.some((one) => one.startsWith("cohort.landmarks[0].outcome: expected an outcome of kind"))).toBe(true);
    expect(found.some((one) => one.startsWith("cohort.exposure[0].outcome: expected an outcome of kind"))).toBe(true);
    expect(found).toContain("cohort.pseudoStarts: expected a table stages, found none");
  });

  it("names a day that does not exist, and a period that ends before it begins", () => {
    const found = messages(({ cohort }) => {
      cohort.throughput = [
        { from: "2024-02-30", to: "2024-03-31", as: "throughput-ratio" },
        { from: "2024-04-01", to: "2024-03-31", as: "throughput-ratio" },
      ];
    });
    expect(found).toEqual([
      'cohort.throughput[0].from: expected a day as 2024-01-31, found "2024-02-30"',
      'cohort.throughput[1].to: expected a day on or after from (2024-04-01), found "2024-03-31"',
    ]);
  });
});
