import { buildCohort, pathwaySteps } from "@likewise/cohort";
import type { FunnelStep, StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "./study.ts";

// Ten people, nine of them referred. By hand, at the extract date 2024-06-30:
//   A completed; B left after starting (reason moved); C open after starting; D closed before assessment (no reason);
//   E assessed is not recorded though offered and started are; F still open, only referred; G not eligible;
//   H started before being offered; I closed after the extract date, so still open; J identified, never referred.
const people = tableOf(
  ["person", "arm"],
  ...["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"].map((id, i) => [id, i % 2 === 0 ? "t" : "c"]),
);
const referrals = tableOf(
  ["person", "referral_date", "closed_date", "closure_reason", "eligible", "reason_not_eligible"],
  ["A", "2024-01-01", "2024-06-01", "completed", true, null],
  ["B", "2024-01-02", null, null, true, null],
  ["C", "2024-01-03", null, null, true, null],
  ["D", "2024-01-04", "2024-02-01", null, null, null],
  ["E", "2024-01-05", null, null, true, null],
  ["F", "2024-06-01", null, null, null, null],
  ["G", "2024-01-07", null, null, false, "out-of-area"],
  ["H", "2024-01-08", null, null, true, null],
  ["I", "2024-01-09", "2024-07-15", "moved", true, null],
);
const stages = tableOf(
  ["person", "stage", "date", "reason"],
  ["J", "identified", "2023-12-01", null],
  ["A", "identified", "2023-12-02", null],
  ["A", "assessed", "2024-01-11", null],
  ["B", "assessed", "2024-01-06", null],
  ["C", "assessed", "2024-01-13", null],
  ["H", "assessed", "2024-01-28", null],
  ["I", "assessed", "2024-01-30", null],
  ["A", "offered", "2024-01-20", null],
  ["B", "offered", "2024-01-20", null],
  ["C", "offered", "2024-01-20", null],
  ["E", "offered", "2024-01-21", null],
  ["H", "offered", "2024-03-01", null],
  ["A", "started", "2024-02-01", null],
  ["A", "started", "2024-01-31", null],
  ["B", "started", "2024-02-01", null],
  ["C", "started", "2024-02-02", null],
  ["E", "started", "2024-02-03", null],
  ["H", "started", "2024-02-20", null],
  ["B", "exit", "2024-03-01", "moved"],
  ["A", "completed", "2024-06-01", null],
);
const steps = ["identified", "referred", "assessed", "offered", "started", "completed"].map((stage) => ({
  stage,
  label: stage,
}));
const cohort: StudyPlan["cohort"] = {
  arms: { from: "people.arm", treated: ["t"], comparison: ["c"] },
  funnel: { steps },
};
const tables = { people, referrals, stages };
const { funnel, issues } = buildCohort({ plan: planOf({ cohort }), tables });
const step = (id: string): FunnelStep => funnel.find((one) => one.step === id)!;

describe("the funnel", () => {
  it("counts the people recorded at each step, by hand", () => {
    expect(funnel.map(({ step: id, count, open }) => [id, count, open])).toEqual([
      ["identified", 2, 0],
      ["referred", 9, 0],
      ["assessed", 5, 1], // A B C H I; open: F
      ["offered", 5, 1], // A B C E H; open: I
      ["started", 5, 0], // A B C E H
      ["completed", 1, 3], // A; open: C E H
    ]);
  });

  it("says why people left, apart from those open and those recorded only later", () => {
    expect(step("assessed").leaving).toEqual([
      { code: "not-recorded", rows: 1 }, // D
      { code: "out-of-area", rows: 1 }, // G
      { code: "recorded-at-a-later-step", rows: 1 }, // E
    ]);
    expect(step("completed").leaving).toEqual([{ code: "moved", rows: 1 }]); // B
  });

  it("accounts for everyone of the step before: passed + open + leaving", () => {
    // passed = those of the step before who are recorded here: E is not among the assessed, so 4 of 5 offered passed
    const passed: Record<string, number> = { assessed: 5, offered: 4, started: 5, completed: 1 };
    const order = steps.map(({ stage }) => stage);
    for (const [id, count] of Object.entries(passed)) {
      const before = step(order[order.indexOf(id) - 1]!);
      const left = step(id).leaving.reduce((sum, { rows }) => sum + (rows as number), 0);
      expect(before.count).toBe(count + (step(id).open as number) + left);
    }
  });

  it("leaves people still open out of the denominators of both shares", () => {
    expect(step("assessed")).toMatchObject({
      shareOfPrevious: 5 / 8,
      shareOfReferrals: 5 / 8,
      denominators: { previous: 8, referrals: 8 },
    });
    // of 5 assessed I is open: 4 of 4 passed. Of 9 referred F and I are open: 5 of 7
    expect(step("offered")).toMatchObject({
      shareOfPrevious: 1,
      shareOfReferrals: 5 / 7,
      denominators: { previous: 4, referrals: 7 },
    });
    // of 5 started C, E and H are open: 1 of 2. Of 9 referred F, I, C, E and H are open: 1 of 4
    expect(step("completed")).toMatchObject({
      shareOfPrevious: 1 / 2,
      shareOfReferrals: 1 / 4,
      denominators: { previous: 2, referrals: 4 },
    });
  });

  it("gives the Wilson interval of the share of referrals, which solves (p - x)^2 = z^2 x (1 - x) / n", () => {
    const z2 = 1.959963984540054 ** 2;
    for (const { count, denominators, interval } of funnel.slice(2)) {
      const [p, n] = [(count as number) / (denominators.referrals as number), denominators.referrals as number];
      for (const x of interval as [number, number]) expect((p - x) ** 2).toBeCloseTo((z2 * x * (1 - x)) / n, 12);
    }
  });

  it("gives the median days from the step before, from first dates in order", () => {
    // A 10, B 4, C 10, H 20, I 21
    expect(step("assessed").medianDays).toBe(10);
    // A 9, B 14, C 7, H 33; E has no assessment
    expect(step("offered").medianDays).toBe(11.5);
    // A 11 (the first of two starts), B 12, C 13, E 13; H is out of order
    expect(step("started").medianDays).toBe(12.5);
  });

  it("counts everyone at steps before the referral, and the share of them referred", () => {
    expect(step("identified")).toMatchObject({ shareOfReferrals: null, interval: null, shareOfPrevious: null });
    expect(step("referred")).toMatchObject({
      shareOfPrevious: 1 / 2,
      denominators: { previous: 2, referrals: 9 },
      medianDays: 30,
    });
  });

  it("reports each contradiction of the pathway", () => {
    expect(issues.map(({ code }) => code).sort()).toEqual(["step_not_recorded", "steps_out_of_order"]);
  });

  it("shows the default steps that occur, in their order", () => {
    const { funnel: byDefault } = buildCohort({ plan: planOf({ cohort: { arms: cohort.arms! } }), tables });
    const order = pathwaySteps.map(({ stage }) => stage);
    expect(byDefault.map(({ step: id }) => id)).toEqual(
      order.filter((id) =>
        ["identified", "referred", "assessed", "eligible", "offered", "started", "completed"].includes(id),
      ),
    );
  });

  it("can count an arm instead of referrals", () => {
    const { funnel: ofArm } = buildCohort({
      plan: planOf({ cohort: { ...cohort, funnel: { from: "treated", steps: steps.slice(4) } } }),
      tables,
    });
    // treated are A C E G I: three started
    expect(ofArm[0]).toMatchObject({ step: "started", count: 3, shareOfPrevious: null });
  });

  it("has no steps when nobody was referred", () => {
    expect(buildCohort({ plan: planOf({ cohort: { arms: cohort.arms! } }), tables: { people } }).funnel).toEqual([]);
  });

  it("reports an exit before the start", () => {
    const contradicted = tableOf(
      ["person", "stage", "date"],
      ["A", "started", "2024-02-01"],
      ["A", "exit", "2024-01-31"],
    );
    const result = buildCohort({
      plan: planOf({ cohort: { arms: cohort.arms! } }),
      tables: { people, referrals, stages: contradicted },
    });
    expect(result.issues.map(({ code }) => code)).toContain("exit_before_start");
  });
});
