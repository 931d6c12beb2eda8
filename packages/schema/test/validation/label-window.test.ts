import { type StudyPlan, validatePlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { samplePlan } from "./sample-plan.ts";

function problems(change: (plan: StudyPlan) => void): readonly string[] {
  const plan = samplePlan();
  change(plan);
  const result = validatePlan(plan);
  return "problems" in result ? result.problems.map(({ path, message }) => `${path}: ${message}`) : [];
}

/** Problems of the first outcome, whose window is recorded-12m, under another label. */
const labelled = (label: string, window = "recorded-12m") =>
  problems(({ outcomes }) => {
    outcomes[0]!.label = label;
    outcomes[0]!.window = window;
  });

describe("the label of an outcome", () => {
  it("that says another length than the window is refused, naming both", () => {
    expect(labelled("recorded crime within 12 months", "recorded-9m")).toEqual([
      'outcomes[0].label: expected the length of the window (recorded-9m, of 9 months), found "recorded crime within 12 months"',
    ]);
  });

  it.each(["6-month reoffending", "crime in the first six months", "crime within two years", "crime (24 months)"])(
    "says another length in other words: %s",
    (label) => expect(labelled(label)).toHaveLength(1),
  );

  it.each([
    "recorded crime",
    "crime within a year",
    "crime within twelve months",
    "12-month reoffending",
    "breach of a 6-month order within 12 months",
    "breach of a 6-month order",
    "crime over 12 months, among people seen for the last 3 months",
  ])("may say the length of the window, or none: %s", (label) => expect(labelled(label)).toEqual([]));

  it("counts days as months where the window is in days", () => {
    const proven = (label: string) =>
      problems(({ outcomes }) => {
        const outcome = outcomes.find(({ basis }) => basis === "proven")!;
        Object.assign(outcome, { label, window: "moj-365-183" });
      });
    expect(proven("proven offending within 12 months, proven within 18 months")).toEqual([]);
    expect(proven("proven offending within two years")[0]).toContain("(moj-365-183, of 365 days)");
  });

  it("is checked for history before the index date too", () => {
    const found = problems(({ cohort }) => {
      cohort.baseline![0]!.label = "crimes in the 99 months before";
    });
    expect(found[0]).toMatch(/^cohort\.baseline\[0\]\.label: expected the length of the window/);
  });
});
