import { type StudyPlan, validatePlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { samplePlan } from "./sample-plan.ts";

type Blocks = NonNullable<StudyPlan["cohort"]["blocks"]>;

function messages(parts: Partial<Blocks>, change: (plan: StudyPlan) => void = () => {}): readonly string[] {
  const plan = samplePlan();
  plan.cohort.blocks = { anchors: ["index"], before: 2, after: 2, ...parts };
  change(plan);
  const result = validatePlan(plan);
  return "problems" in result ? result.problems.map(({ path, message }) => `${path}: ${message}`) : [];
}

const stages: StudyPlan["data"]["tables"][string] = {
  files: ["data/stages.csv"],
  columns: { person: "Ref", stage: "Stage", date: "Date" },
};

describe("blocks around stages in a plan", () => {
  it("may lie around any stages, with a rule of selection and base prevalences", () => {
    expect(
      messages(
        {
          anchors: ["index", "completed"],
          outcome: "da-recorded-12m",
          scores: ["count", "prevalence"],
          horizons: [6, 12],
          selectedOn: "recent-offending",
          selectedFrom: { window: "block-1", atLeast: 1 },
          basePrevalence: [0.38],
        },
        (plan) => {
          plan.data.tables.stages = stages;
        },
      ),
    ).toEqual([]);
  });

  it.each<[string, Partial<Blocks>, string]>([
    ["no block at all", { before: 0, after: 0 }, "at least one block"],
    ["an outcome that is proven", { outcome: "proven" }, "an outcome of recorded crime or incidents"],
    ["a stage without a table of stages", { anchors: ["index", "completed"] }, "a table stages"],
    ["a stage twice", { anchors: ["index", "index"] }, "each stage once"],
    ["harm without weights", { scores: ["harm"] }, "data.weights"],
    ["weights nobody brought", { weights: ["cchi"] }, "a table of data.weights"],
    ["a rule that looks ahead", { selectedFrom: { window: "block+1", atLeast: 1 } }, "before the index date"],
    [
      "a rule beside selection on something else",
      { selectedOn: "other", selectedFrom: { window: "block-1", atLeast: 1 } },
      "selectedOn is other",
    ],
    ["a certain base prevalence", { basePrevalence: [1] }, "0.99"],
  ])("has a problem with %s", (_what, parts, said) => {
    const found = messages(parts);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(said);
  });

  it("has problems without events and without an index date", () => {
    const found = messages({}, (plan) => {
      delete plan.data.tables.events;
      delete plan.cohort.indexDate;
    });
    expect(found).toContain("cohort.blocks: expected a table events to work these out from, found none");
    expect(found).toContain("cohort.blocks.anchors: expected cohort.indexDate beside the anchor index, found none");
  });
});
