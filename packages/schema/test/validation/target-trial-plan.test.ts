import { type StudyPlan, type TargetTrialPlan, validatePlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { samplePlan } from "./sample-plan.ts";

const trial: TargetTrialPlan = {
  strategies: [
    { id: "completed", completed: "service-rule" },
    { id: "not-completed", completed: "service-rule", not: true },
  ],
  graceDays: 210,
  timeZero: "selections.decision_date",
  horizonDays: 365,
  intervalDays: 7,
};

function messages(change: Partial<TargetTrialPlan>): readonly string[] {
  const plan: StudyPlan = samplePlan();
  plan.comparisons[0].targetTrial = { ...trial, ...change };
  const result = validatePlan(plan);
  return "problems" in result ? result.problems.map(({ path, message }) => `${path}: ${message}`) : [];
}

describe("the target trial of a plan", () => {
  it("may compare completion with its opposite, or with a number of sessions", () => {
    expect(messages({})).toEqual([]);
    expect(
      messages({
        strategies: [
          { id: "completed", completed: "service-rule" },
          { id: "six", sessions: 6 },
        ],
      }),
    ).toEqual([]);
  });

  it("needs two strategies that differ, each by one milestone that is declared", () => {
    expect(
      messages({
        strategies: [
          { id: "a", sessions: 6 },
          { id: "a", sessions: 6, not: false },
        ],
      }),
    ).toEqual([
      'comparisons[0].targetTrial.strategies[1].id: expected an id of its own, found "a" a second time',
      "comparisons[0].targetTrial.strategies: expected two strategies, found the same one twice",
    ]);
    const both = { id: "b", sessions: 6, completed: "service-rule" };
    expect(messages({ strategies: [{ id: "a" }, both] })).toEqual([
      "comparisons[0].targetTrial.strategies[0]: expected either completed or sessions, found neither",
      "comparisons[0].targetTrial.strategies[1]: expected either completed or sessions, found both",
    ]);
    const [found] = messages({
      strategies: [
        { id: "a", completed: "mine" },
        { id: "b", sessions: 2 },
      ],
    });
    expect(found).toContain('expected a rule of cohort.completion (service-rule), found "mine"');
  });

  it("starts on the index date, ends after the grace period, and divides it into whole intervals", () => {
    expect(messages({ timeZero: "people.started", intervalDays: 8, horizonDays: 200 })).toEqual([
      'comparisons[0].targetTrial.timeZero: expected cohort.indexDate (selections.decision_date), as everybody is followed from one day, found "people.started"',
      "comparisons[0].targetTrial.intervalDays: expected a divisor of graceDays (210), found 8",
      "comparisons[0].targetTrial.horizonDays: expected more than graceDays (210), as until then nobody differs, found 200",
    ]);
  });
});
