import { validatePlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { samplePlan } from "./sample-plan.ts";

type CohortPlan = ReturnType<typeof samplePlan>["cohort"];

function messages(parts: Partial<CohortPlan>): readonly string[] {
  const plan = samplePlan();
  Object.assign(plan.cohort, parts);
  const result = validatePlan(plan);
  return "problems" in result ? result.problems.map(({ path, message }) => `${path}: ${message}`) : [];
}

const ratings: CohortPlan["ratings"] = [{ measure: "aims", items: ["insight"], better: "higher" }];

describe("ratings, training and workstreams of a plan", () => {
  it("may be declared, with outcomes that the plan names", () => {
    expect(
      messages({
        ratings: [...ratings, { measure: "aims", from: "exit", to: "follow-up", better: "higher" }],
        training: [{ course: "motivational-interviewing", posts: ["officer"] }],
        workstreams: [
          { id: "group", sessions: ["group"], completion: "service-rule" },
          { id: "insight", rating: { measure: "aims", item: "insight" } },
        ],
      }),
    ).toEqual([]);
  });

  it.each([
    [
      "one time point",
      { ratings: [{ measure: "aims", to: "intake", better: "higher" as const }] },
      "cohort.ratings[0].to",
    ],
    ["a measure twice", { ratings: [...ratings, ...ratings] }, "cohort.ratings[1]"],
    [
      "an answer twice",
      { ratings: [{ measure: "a", better: "higher" as const, answers: ["no", "no"] as [string, string] }] },
      "cohort.ratings[0].answers",
    ],
    ["a course twice", { training: [{ course: "a" }, { course: "a" }] }, "cohort.training[1].course"],
    ["two workstreams of one id", { workstreams: [{ id: "a" }, { id: "a" }] }, "cohort.workstreams[1].id"],
    ["a rule the plan has not", { workstreams: [{ id: "a", completion: "own" }] }, "cohort.workstreams[0].completion"],
    [
      "a rating the plan has not",
      { workstreams: [{ id: "a", rating: { measure: "aims", item: "x" } }] },
      "cohort.workstreams[0].rating.measure",
    ],
    [
      "an item it has not",
      { ratings, workstreams: [{ id: "a", rating: { measure: "aims", item: "insigth" } }] },
      'did you mean "insight"',
    ],
    [
      "two outcomes",
      { ratings, workstreams: [{ id: "a", completion: "service-rule", rating: { measure: "aims", item: "insight" } }] },
      "found both",
    ],
  ])("may not have %s", (_, parts, words) => {
    const found = messages(parts);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(words);
  });
});
