import {
  buildCohort,
  byPriorOffence,
  completersBeside,
  completersTables,
  outcomesFromTable,
  priorOffenceTables,
} from "@likewise/cohort";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

// A cohort of 55: 30 with a prior offence (12 offend), 20 without (3 offend), 3 unknown (1), 2 not recorded (0).
// One person with a prior offence has no outcome on record.
const groups = [
  ["yes", 30, 12],
  ["no", 20, 3],
  ["maybe", 3, 1], // no code of ours: not known
  [null, 2, 0],
] as const;
const cohortOf55 = groups.flatMap(([prior, n, offend], g) =>
  Array.from({ length: n }, (_, i) => ({ id: `${g}-${i}`, prior, offends: i < offend, completed: i % 2 === 0 })),
);
const comparison = [{ id: "X", prior: "yes" as const, offends: true, completed: false }];
const everyone = [...cohortOf55, ...comparison];
const tables = {
  people: tableOf(["person", "arm"], ...everyone.map(({ id }) => [id, id === "X" ? "c" : "t"])),
  referrals: tableOf(
    ["person", "referral_date", "prior_offence"],
    ...everyone.map(({ id, prior }) => [id, "2023-01-01", prior]),
  ),
  stages: tableOf(
    ["person", "stage", "date"],
    ...everyone.filter(({ completed }) => completed).map(({ id }) => [id, "completed", "2023-06-01"]),
  ),
  outcomes: tableOf(
    ["person", "outcome", "value"],
    ...everyone.filter(({ id }) => id !== "0-29").map(({ id, offends }) => [id, "arrest", offends ? 1 : 0]),
  ),
};
const plan = planOf({ cohort: { arms: { from: "people.arm", treated: ["t"], comparison: ["c"] } } });
const { baseline } = buildCohort({ plan, tables });
const outcomes = outcomesFromTable({ plan, tables, baseline });
const given = { plan, tables, baseline, outcomes };

describe("people with and without a prior offence", () => {
  const found = byPriorOffence(given)!;
  const treated = found.rates.find(({ arm }) => arm === "treated")!;

  it("practice-A4: a cohort of 55 with 20 without an offence has two denominators, never one", () => {
    expect(treated.reoffending).toMatchObject({ numerator: 12, denominator: 29, people: 30, notObserved: 1 });
    expect(treated.firstOffence).toMatchObject({ numerator: 3, denominator: 20, value: 0.15 });
    expect(found.refusals.map(({ id }) => id)).toEqual(["one-reoffending-rate"]);
    const denominators = priorOffenceTables(found)
      .slice(1)
      .flatMap(({ cells }) => cells.map(({ denominator }) => denominator));
    expect(denominators).not.toContain(55);
    expect(denominators).not.toContain(54);
  });

  it("keeps unknown and not recorded apart, in neither rate", () => {
    expect(found.people.treated).toEqual({ yes: 30, no: 20, unknown: 3, "not-recorded": 2 });
    expect(treated.notKnown).toMatchObject({ numerator: 1, denominator: 5 });
  });

  it("counts people compared who were never referred as not recorded", () => {
    const people = tableOf(["person", "arm"], ...everyone.map(({ id }) => [id, id === "X" ? "c" : "t"]), ["Y", "c"]);
    const wider = { plan, tables: { ...tables, people } };
    const { baseline: withThem } = buildCohort(wider);
    expect(byPriorOffence({ ...wider, baseline: withThem, outcomes })!.people.comparison).toEqual({
      yes: 1,
      no: 0,
      unknown: 0,
      "not-recorded": 1,
    });
  });

  it("has a split of the baseline that adds up, and rates in tables without a total", () => {
    const tables3 = priorOffenceTables(found);
    expect(tables3.map(({ id }) => id)).toEqual(["prior-offence", "reoffending-arrest", "first-offence-arrest"]);
    const total = tables3[0]!.cells.find(({ at }) => at.arm === "treated" && at.prior === "total")!;
    expect(total.numerator).toBe(55);
    expect(tables3[1]!.dimensions.every((dimension) => dimension.total === null)).toBe(true);
  });

  it("is nothing where prior offences are not in the data, and refuses nothing where everyone has one", () => {
    expect(
      byPriorOffence({ ...given, tables: { ...tables, referrals: tableOf(["person", "referral_date"]) } }),
    ).toBeNull();
    const allPrior = tableOf(
      ["person", "referral_date", "prior_offence"],
      ...everyone.map(({ id }) => [id, "2023-01-01", "yes"]),
    );
    expect(byPriorOffence({ ...given, tables: { ...tables, referrals: allPrior } })!.refusals).toEqual([]);
  });
});

describe("completers", () => {
  const found = completersBeside(given)!;

  it("practice-C5: stand beside everyone as two rates of their own denominators, and the difference is refused", () => {
    const [rate] = found.rates;
    expect([rate!.everyone.people, rate!.completers.people]).toEqual([55, 15 + 10 + 2 + 1]);
    // everyone: 16 of 54 observed; completers: even places of each group: 6 + 2 + 1 of 28
    expect(rate!.everyone).toMatchObject({ numerator: 16, denominator: 54 });
    expect(rate!.completers).toMatchObject({ numerator: 9, denominator: 28 });
    expect(Object.keys(rate!)).toEqual(["outcome", "label", "everyone", "completers"]);
  });

  it("practice-F4: carry the warning that self-selected completers are no comparison group", () => {
    expect(found.refusals).toMatchObject([
      { id: "completers-compared", why: expect.stringContaining("chose to stay") },
    ]);
    expect(completersTables(found)[0]!.dimensions[0]!.levels[1]!.label).toContain("self-selected");
  });

  it("are nothing where nobody completed", () => {
    expect(
      completersBeside({ ...given, tables: { ...tables, stages: tableOf(["person", "stage", "date"]) } }),
    ).toBeNull();
  });
});
