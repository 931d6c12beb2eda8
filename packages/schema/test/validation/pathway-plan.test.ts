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

describe("the pathway of a plan", () => {
  it("may name providers, rules of completion, breakdowns, a target and waits", () => {
    expect(
      messages({
        providers: { "Service A": ["Service A (old)"] },
        completion: [{ id: "own", leastShare: 0.6, sessionsPlanned: 20 }, { id: "service-rule" }],
        breakdowns: ["people.sex"],
        target: { id: "situational", rules: [{ field: "people.age", min: 18, reason: "under 18" }] },
        waiting: [{ from: "referred", to: "started", withinDays: [28] }],
      }),
    ).toEqual([]);
  });

  it.each([
    ["a name of two providers", { providers: { A: ["X"], B: ["X"] } }, "which is one of A"],
    [
      "two rules of one id",
      {
        completion: [
          { id: "own", leastShare: 1 },
          { id: "own", leastShare: 0.5 },
        ],
      },
      "a second time",
    ],
    ["a rule that is two rules", { completion: [{ id: "own", leastShare: 1, serviceRule: true }] }, "two ids"],
    ["a rule without a share", { completion: [{ id: "own", sessionsPlanned: 17 }] }, "expected leastShare"],
    ["a breakdown by events", { breakdowns: ["events.domestic"] }, "people or referrals"],
    [
      "a breakdown by a field that is not mapped",
      { breakdowns: ["people.gender"] },
      "expected a field mapped for people",
    ],
    [
      "a target without a condition",
      { target: { id: "t", rules: [{ field: "people.age", reason: "?" }] } },
      "a condition",
    ],
    ["a wait from a stage to itself", { waiting: [{ from: "started", to: "started" }] }, "another stage"],
  ] as const)("has a problem with %s", (_what, parts, said) => {
    const found = messages(parts as unknown as Partial<CohortPlan>);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(said);
  });
});
