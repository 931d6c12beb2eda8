import { targetProgress, targetProgressTables } from "@likewise/cohort";
import type { StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf } from "../study.ts";

type Target = NonNullable<NonNullable<StudyPlan["programme"]>["changeTargets"]>[number];

const year = (count: number, of: number) => ({ count, from: `${of}-01-01`, to: `${of}-12-31` });

function progress(...targets: readonly Partial<Target>[]) {
  const one = { id: "repeats", label: "Repeat conference cases", change: -0.25, current: year(80, 2022) };
  const changeTargets = targets.map((given) => ({ ...one, baseline: year(100, 2021), ...given }));
  return targetProgress({ plan: { ...planOf({}), programme: { changeTargets } } });
}

describe("numbers promised to change from a baseline", () => {
  it("practice-B12: 100 repeats before and 80 now are −20 %, with an interval, and a target of −25 % is not met", () => {
    const { targets } = progress({});
    expect(targets[0]).toMatchObject({ baseline: 100, current: 80, target: -0.25, verdict: "missed-within-chance" });
    expect(targets[0]!.change).toBeCloseTo(-0.2, 12);
    // R 4.2.2: poisson.test(c(80, 100))$conf.int - 1
    expect(targets[0]!.interval[0]).toBeCloseTo(-0.4113555811036, 9);
    expect(targets[0]!.interval[1]).toBeCloseTo(0.0842733577587, 9);
  });

  it("are kept or not by what is found, and for sure only where the interval lies on one side", () => {
    const verdicts = (...pairs: readonly (readonly [number, number])[]) =>
      pairs.map(([now, change]) => progress({ current: year(now, 2022), change }).targets[0]!.verdict);
    // By R's intervals: 60 is −57 to −17 %, 80 −41 to 8 %, of 100.
    expect(verdicts([60, -0.25], [60, -0.1], [80, -0.2], [80, -0.5], [80, 0.1])).toEqual([
      "met-within-chance",
      "met",
      "met-within-chance",
      "missed",
      "missed",
    ]);
  });

  it("of periods of unequal length are held against each other by days", () => {
    const half = { count: 40, from: "2022-01-01", to: "2022-07-01" };
    const double = { count: 100, from: "2021-01-02", to: "2021-12-30" };
    // 182 days against 363: R's poisson.test(c(40, 100), c(1, 2)) gives −0.46 to 0.165 of exactly half.
    const [found] = progress({ baseline: double, current: half }).targets;
    expect([found!.baselineDays, found!.currentDays]).toEqual([363, 182]);
    expect(found!.change).toBeCloseTo((40 / 182) * (363 / 100) - 1, 12);
    expect(found!.interval[0]).toBeCloseTo(((1 - 0.459981799463) * 363) / 182 / 2 - 1, 9);
  });

  it("cannot be a share of nothing, and may fall to nothing", () => {
    expect(progress({ baseline: year(0, 2021) })).toMatchObject({
      targets: [],
      refusals: [{ id: "no-baseline:repeats" }],
    });
    const [none] = progress({ current: year(0, 2022) }).targets;
    expect([none!.change, none!.interval[0]]).toEqual([-1, -1]);
  });

  it("stand in one table, whose change rests on both numbers", () => {
    const [table] = targetProgressTables(progress({}));
    expect(table!.cells.map(({ numerator }) => numerator)).toEqual([100, 80, 80]);
    expect(table!.cells[2]!.of!.value).toEqual(table!.cells.slice(0, 2).map(({ of }) => of!.numerator));
    expect(table!.title).toContain("no effect");
  });
});
