import { targetTrialTable } from "@likewise/compare";
import type { TargetTrialPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { compareRows, rossi, rossiLayout, rossiOutcomes, selected } from "../support/studies.ts";

const compared = (plan: { targetTrial?: TargetTrialPlan }) =>
  compareRows({ rows: rossi, layout: rossiLayout, outcomes: rossiOutcomes, plan: { ...selected, ...plan } }).comparison;

const trial: TargetTrialPlan = {
  strategies: [
    { id: "completed", completed: "service-rule" },
    { id: "few", sessions: 6, not: true },
  ],
  graceDays: 210,
  timeZero: "stages.started",
  horizonDays: 365,
  intervalDays: 7,
};

describe("the target trial", () => {
  it("is a table of what the trial would do and what stands in for it", () => {
    const table = targetTrialTable(trial, { outcomes: ["arrest"], covariates: ["age", "risk"] });
    expect(table.map(({ element }) => element)).toEqual([
      "eligibility",
      "strategies",
      "assignment",
      "time zero",
      "follow-up",
      "outcome",
      "contrast",
      "analysis",
    ]);
    expect(table[1]!.trial).toBe(
      "meet completion rule service-rule within 210 days; attend fewer than 6 sessions within 210 days",
    );
    expect(table[2]!.emulation).toContain("given age, risk");
    expect(table[7]!.emulation).toContain("intervals of 7 days");
  });

  it("is stated by a comparison that has no courses, which refuses the effect and does not pass it over", () => {
    const comparison = compared({ targetTrial: trial });
    const design = comparison.design as { targetTrial?: { graceDays: number } };
    expect(design.targetTrial!.graceDays).toBe(210);
    expect(comparison.targetTrial!.table).toHaveLength(8);
    expect(comparison.targetTrial!.outcomes).toEqual([]);
    expect(comparison.refusals.map(({ id }) => id)).toContain("courses-not-given:completed:few");
    expect("targetTrial" in compared({})).toBe(false);
    expect("targetTrial" in compared({}).design).toBe(false);
  });
});
